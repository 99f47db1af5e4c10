"""On which days I was in contact with whom."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from nettui.domain import cadence
from nettui.domain.change import Table
from nettui.domain.records import Entry
from nettui.services.facts.remembered import Pace, Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from nettui.domain.change import Edit
    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["Contacts", "days_among", "days_until", "latest_day"]


class Contacts(Remembered):
    """The days of contact by person, as one text of ISO dates, which sorts as days do and costs nothing to recall."""

    name: ClassVar[str] = "contact-days"
    version: ClassVar[int] = 2
    tables: ClassVar[tuple[Table, ...]] = (Table.ENTRIES,)

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._days: dict[Id, str] = {}

    @property
    def days(self) -> Mapping[Id, str]:
        """The distinct days of contact of each person, ascending, with a blank between; later ones than today too."""
        return self._days

    def _build(self, today: date) -> Iterator[None]:  # noqa: ARG002
        found: dict[Id, set[str]] = {}
        pace = Pace()
        for entry in self.index.entries.values():
            for person, day in _meetings(entry):
                found.setdefault(person, set()).add(day)
            if pace.due():
                yield
                pace.resume()
        self._days = {person: " ".join(sorted(days)) for person, days in found.items()}

    def _restore(self, value: Json, today: date) -> None:  # noqa: ARG002
        if not isinstance(value, dict):
            raise TypeError(value)
        self._days = {person: str(days) for person, days in value.items()}

    def _dump(self) -> Json:
        return dict(self._days)

    def _apply(self, edits: Sequence[Edit]) -> None:
        gone: set[Id] = set()
        for edit in edits:
            before, after = _meetings(edit.before), _meetings(edit.after)
            gone.update(person for person, _day in before - after)
            for person, day in after - before:
                known = self._days.get(person, "")
                if day > known[-10:]:
                    self._days[person] = f"{known} {day}".lstrip()
                elif day not in known:
                    self._days[person] = " ".join(sorted([*known.split(), day]))
        if gone:
            self._count_again(gone)

    def days_of(self, people: set[Id]) -> Mapping[Id, str]:
        """Return :attr:`days` of at least ``people``; where they are not loaded, by looking for their entries."""
        return self._days if self.loaded else self._look_up(people)

    def _count_again(self, people: set[Id]) -> None:
        """Look at all entries of ``people``: another one may be of the same day as one that has gone."""
        found = self._look_up(people)
        for person in people:
            self._days.pop(person, None)
        self._days.update(found)

    def _look_up(self, people: set[Id]) -> dict[Id, str]:
        days: dict[Id, set[str]] = {}
        for entry in self.index.repository.entries_of(people) if people else ():
            for person, day in _meetings(entry):
                if person in people:
                    days.setdefault(person, set()).add(day)
        return {person: " ".join(sorted(found)) for person, found in days.items()}


def _meetings(record: Record | None) -> set[tuple[Id, str]]:
    if not isinstance(record, Entry) or not cadence.is_contact(record):
        return set()
    day = record.at.day.isoformat()
    return {(person, day) for person in record.people}


def days_among(entries: Iterable[Entry], person: Id) -> str:
    """Return the days of contact with ``person`` among ``entries``, as :attr:`Contacts.days` has them."""
    return " ".join(sorted({day for entry in entries for met, day in _meetings(entry) if met == person}))


def latest_day(days: str, today: str) -> date | None:
    """Return the latest of ``days``, as :attr:`Contacts.days` has them, up to ``today``; most often the last."""
    if days[-10:] <= today:
        return date.fromisoformat(days[-10:])
    known = days.split()
    until = bisect_right(known, today)
    return date.fromisoformat(known[until - 1]) if until else None


def days_until(days: str, today: str) -> list[date]:
    """Return those of ``days`` up to ``today``."""
    known = days.split()
    return [date.fromisoformat(day) for day in known[: bisect_right(known, today)]]
