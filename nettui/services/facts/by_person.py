"""A value for each person that follows from the record, and from which of the positions hold today."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from nettui.domain.change import Table
from nettui.domain.circles import interval
from nettui.domain.records import Person
from nettui.services.facts.remembered import Pace, Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nettui.domain.change import Edit
    from nettui.domain.ids import Id
    from nettui.domain.records import Me
    from nettui.services.index import Index

__all__ = ["ByPerson", "next_turn"]

V = TypeVar("V")


def next_turn(who: Person | Me, today: date) -> int | None:
    """Return the ordinal of the first day after ``today`` on which a position begins, or is over; None for never."""
    now, found = today.toordinal(), []
    for position in who.positions:
        if position.since is None and position.until is None:
            continue
        first, last = interval(position)
        found += [day for day in (first.toordinal(), last.toordinal() + 1) if now < day <= date.max.toordinal()]
    return min(found, default=None)


class ByPerson(Remembered, Generic[V]):
    """``rows`` has a value for everybody, archived people too, in no particular order."""

    tables: ClassVar[tuple[Table, ...]] = (Table.PEOPLE,)

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._rows: dict[Id, V] = {}
        self._turns: dict[Id, int] = {}

    @property
    def rows(self) -> Mapping[Id, V]:
        """The value of each person."""
        return self._rows

    @abstractmethod
    def _make(self, person: Person, today: date) -> V:
        """Return the value of ``person``."""

    def _as_of(self) -> int:
        """Return the day of which the rows are true, for remembering."""
        return (self._day or self.index.today).toordinal()

    def _build(self, today: date) -> Iterator[None]:
        rows: dict[Id, V] = {}
        turns: dict[Id, int] = {}
        pace = Pace()
        for person in self.index.people.values():
            rows[person.id] = self._make(person, today)
            turn = next_turn(person, today) if person.positions else None
            if turn is not None:
                turns[person.id] = turn
            if pace.due():
                yield
                pace.resume()
        self._rows, self._turns = rows, turns

    def _apply(self, edits: Sequence[Edit]) -> None:
        today = self.index.today
        for edit in edits:
            if edit.table is Table.PEOPLE:
                self._put(edit.id, edit.after if isinstance(edit.after, Person) else None, today)

    def _turn(self, day: date, today: date) -> bool:
        if today < day:
            return False
        now = today.toordinal()
        turned = [person_id for person_id, turn in self._turns.items() if turn <= now]
        for person_id in turned:
            self._put(person_id, self.index.people.get(person_id), today)
        return True

    def _put(self, person_id: Id, person: Person | None, today: date) -> None:
        self._turns.pop(person_id, None)
        if person is None:
            self._rows.pop(person_id, None)
            return
        self._rows[person_id] = self._make(person, today)
        turn = next_turn(person, today)
        if turn is not None:
            self._turns[person_id] = turn
