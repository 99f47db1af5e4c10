"""How often I am in touch with whom, and how often I want to be: what Today asks of everybody."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from nettui.domain import cadence
from nettui.domain.birthdays import Birthday, upcoming
from nettui.domain.cadence import Due, Reason
from nettui.domain.change import Table
from nettui.domain.hello import Dormant, Pick, picks_first
from nettui.domain.ids import id_order
from nettui.domain.records import Entry, Level
from nettui.services.facts.contacts import Contacts, days_until
from nettui.services.facts.people import PeopleFacts, group_cadences, wanted_cadence
from nettui.services.facts.remembered import Pace, Remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from nettui.domain.change import Edit
    from nettui.domain.ids import Id
    from nettui.services.facts.people import Facts
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["DueKey", "Rhythm", "Rhythms"]

_LAST_DAY = date.max.toordinal()
_BIRTHDAYS_AHEAD = 14
_FEW = 20


class Rhythm(NamedTuple):
    """Of one person who is not archived: the wanted cadence in days, the last contact, the usual gap, and the level.

    ``last`` is an ordinal, 0 for never; ``usual`` 0 where nothing is usual; ``contacts`` on how many days there was
    contact; ``level`` empty where it is not known.
    """

    cadence: int | None
    last: int
    usual: float
    contacts: int
    level: str


class DueKey(NamedTuple):
    """A :class:`nettui.domain.cadence.Due` in the making; days are ordinals."""

    person: Id
    reason: Reason
    days: int | None
    last: int
    cadence: int | None = None
    due: int = 0
    usual: float | None = None
    contacts: int | None = None
    level: str = ""
    pick: Pick | None = None

    def record(self) -> Due:
        """Return it with dates."""
        return Due(
            person=self.person,
            reason=self.reason,
            days=self.days,
            last=date.fromordinal(self.last) if self.last else None,
            cadence=self.cadence,
            due=date.fromordinal(self.due) if self.due else None,
            usual=self.usual,
            contacts=self.contacts,
            level=Level(self.level) if self.level else None,
            pick=self.pick,
        )


_BY_DAY: Callable[[DueKey], int] = attrgetter("due")


class Rhythms(Remembered):
    """The rhythm of everybody with a cadence or with two contacts, and who has a birthday when.

    Each answer looks at all of them, so the loops take a row apart once: reading its fields by name takes twice as long
    (measured with 20,000 people: 9 ms and 5).
    """

    name: ClassVar[str] = "rhythms"
    version: ClassVar[int] = 2
    tables: ClassVar[tuple[Table, ...]] = (Table.PEOPLE, Table.GROUPS, Table.ENTRIES)
    patience: ClassVar[int] = 1  # the first screen waits for it

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._people = index.shelf(PeopleFacts)
        self._contacts = index.shelf(Contacts)
        self._rows: dict[Id, Rhythm] = {}
        self._by_group: dict[Id, int] = {}
        self._ahead: set[Id] = set()
        self._birthdays: dict[Id, str] = {}

    # -- what it answers -------------------------------------------------------------------------------------------

    def due(self) -> list[DueKey]:
        """Return what :func:`nettui.domain.cadence.due_people` returns."""
        today, overdue = self.index.today.toordinal(), Reason.OVERDUE
        dated, never = [], []
        for person, (days, last, _usual, _contacts, _level) in self._rows.items():
            if days is None:
                continue
            if not last:
                never.append(DueKey(person, Reason.NEVER, None, 0, days))
            elif 0 < (on := last + days) <= today:
                dated.append(DueKey(person, overdue, today - on, last, days, on))
        dated.sort(key=_BY_DAY)
        return dated + never

    def due_between(self, first: date, last: date) -> list[DueKey]:
        """Return whose rhythm asks for a word from ``first`` to ``last``, by day."""
        from_day, to_day = first.toordinal(), last.toordinal()
        found = [
            DueKey(person, Reason.OVERDUE, None, latest, days, latest + days)
            for person, (days, latest, _usual, _contacts, _level) in self._rows.items()
            if days is not None and latest and from_day <= latest + days <= to_day
        ]
        found.sort(key=_BY_DAY)
        return found

    def longer_than_usual(self) -> list[DueKey]:
        """Return what :func:`nettui.domain.cadence.longer_than_usual` returns."""
        today, factor = self.index.today.toordinal(), cadence.LONGER_FACTOR
        found = [
            DueKey(person, Reason.LONGER, today - last, last, usual=usual)
            for person, (_days, last, usual, _contacts, _level) in self._rows.items()
            if usual and today - last > factor * usual
        ]
        found.sort(key=lambda key: -((key.days or 0) / (key.usual or 1)))
        return found

    def asleep(self) -> set[Id]:
        """Return who is dormant."""
        since, enough = cadence.dormant_since(self.index.today).toordinal(), cadence.DORMANT_CONTACTS
        return {
            person
            for person, (_days, last, _usual, contacts, _level) in self._rows.items()
            if last <= since and contacts >= enough
        }

    def dormant(self, people: Collection[Id]) -> list[DueKey]:
        """Return what :func:`nettui.domain.cadence.dormant` returns of those of :meth:`asleep` in ``people``."""
        today = self.index.today.toordinal()
        found = [
            Dormant(person, today - row.last, row.contacts, Level(row.level) if row.level else None)
            for person, row in self._rows.items()
            if person in people
        ]
        found.sort(key=lambda each: each.days)
        return [
            DueKey(
                each.person,
                Reason.DORMANT,
                each.days,
                today - each.days,
                contacts=each.contacts,
                level=each.level or "",
                pick=pick,
            )
            for each, pick in picks_first(found)
        ]

    def birthdays(self) -> list[Birthday]:
        """Return what :func:`nettui.domain.birthdays.upcoming` returns; only those near are decoded."""
        today = self.index.today.toordinal()
        near = {
            date.fromordinal(day).isoformat()[5:]
            for day in range(today, min(today + _BIRTHDAYS_AHEAD + 1, _LAST_DAY) + 1)
        } | {"02-29"}
        ids = sorted((i for i, day in self._birthdays.items() if day in near), key=id_order)
        people = (self.index.people.get(i) for i in ids)
        return upcoming((p for p in people if p is not None), self.index.today, _BIRTHDAYS_AHEAD)

    # -- how it comes about ----------------------------------------------------------------------------------------

    def _build(self, today: date) -> Iterator[None]:
        yield from self._people.loading()
        yield from self._contacts.loading()
        self._rows, self._ahead, self._birthdays = {}, set(), {}
        self._by_group = group_cadences(self.index)
        pace = Pace()
        days = self._contacts.days
        for person in sorted(self._people.rows, key=id_order):
            self._put(person, self._people.rows[person], days.get(person, ""), today)
            if pace.due():
                yield
                pace.resume()

    def _put(self, person: Id, row: Facts | None, known: str, today: date) -> None:
        self._rows.pop(person, None)
        self._ahead.discard(person)
        self._birthdays.pop(person, None)
        if row is None or row.archived:
            return
        if row.birthday.startswith("--") or len(row.birthday) == len("2019-06-14"):
            self._birthdays[person] = row.birthday[-5:]
        if known[-10:] > today.isoformat():
            self._ahead.add(person)
        days = days_until(known, today.isoformat())
        rhythm = Rhythm(
            wanted_cadence(row, self._by_group),
            days[-1].toordinal() if days else 0,
            cadence.usual_gap(days) or 0,
            len(days),
            row.level,
        )
        if rhythm.cadence is not None or rhythm.contacts >= cadence.DORMANT_CONTACTS:
            self._rows[person] = rhythm

    def _apply(self, edits: Sequence[Edit]) -> None:
        touched: set[Id] = set()
        groups = {edit.id for edit in edits if edit.table is Table.GROUPS}
        if groups:
            rows = self._people.require().rows
            touched.update(i for i, row in rows.items() if not groups.isdisjoint(row.groups))
        for edit in edits:
            if edit.table is Table.PEOPLE:
                touched.add(edit.id)
            for record in (edit.before, edit.after):
                if isinstance(record, Entry):
                    touched.update(record.people)
        self._put_all(touched)

    def _put_all(self, people: set[Id]) -> None:
        """Look at ``people`` anew: few are cheaper to decode than everybody's facts are to load."""
        if len(people) > _FEW:
            self._people.require()
            self._contacts.require()
        today, self._by_group = self.index.today, group_cadences(self.index)
        days = self._contacts.days_of(people)
        for person in people:
            self._put(person, self._people.row_of(person), days.get(person, ""), today)
        self._rows = dict(sorted(self._rows.items(), key=lambda item: id_order(item[0])))

    def _turn(self, day: date, today: date) -> bool:
        if today < day:
            return False
        if self._ahead:
            self._put_all(set(self._ahead))
        return True

    def _restore(self, value: Json, today: date) -> date:  # noqa: ARG002
        found: Any = value
        rows = map(Rhythm._make, zip(*found["columns"], strict=True))
        self._rows = dict(zip(found["ids"].split(), rows, strict=True))
        self._ahead, self._birthdays = set(found["ahead"]), dict(found["birthdays"])
        return date.fromordinal(found["day"])

    def _dump(self) -> Json:
        columns: list[Json] = [list(column) for column in zip(*self._rows.values(), strict=True)]
        return {
            "day": (self._day or self.index.today).toordinal(),
            "ids": " ".join(self._rows),
            "columns": columns or [[] for _field in Rhythm._fields],
            "ahead": list[Any](sorted(self._ahead)),
            "birthdays": dict(self._birthdays),
        }
