"""What the list of people is sorted, grouped and counted by, and in which orders everybody stands."""

from __future__ import annotations

from bisect import insort
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from nettui.domain.change import Table
from nettui.domain.records import Entry, Level
from nettui.i18n import language
from nettui.services.facts.by_person import ByPerson
from nettui.services.facts.contacts import Contacts, latest_day
from nettui.services.facts.remembered import dict_in_slices
from nettui.services.views.order import folded_key
from nettui.services.views.people import shown_position
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from typing import Any

    from nettui.domain.change import Edit
    from nettui.domain.ids import Id
    from nettui.domain.records import Person
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["Facts", "PeopleFacts", "Sort", "group_cadences", "wanted_cadence"]

_LAST_DAY = date.max.toordinal()
_LEVELS = ["", *Level]
_FEW = 200
"""Up to so many changed people are put into their places one by one; more are sorted all together."""


class Sort(StrEnum):
    """By what the list of people is sorted; ties by name."""

    NAME = "name"
    COMPANY = "company"
    LAST = "last"
    DUE = "due"
    LEVEL = "level"


_BY_CONTACT = frozenset({Sort.LAST, Sort.DUE})


class Facts(NamedTuple):
    """``key`` and ``company_key`` are the foldings of name and ``organisation``; ``level`` empty is unknown."""

    name: str
    key: str
    organisation: str
    company_key: str
    level: str
    archived: bool
    groups: tuple[Id, ...]
    cadence_days: int | None
    birthday: str


def group_cadences(index: Index) -> dict[Id, int]:
    """Return the cadences of the groups that have one."""
    return {i: group.cadence_days for i, group in index.groups.items() if group.cadence_days is not None}


def wanted_cadence(row: Facts, by_group: Mapping[Id, int]) -> int | None:
    """Return the person's own cadence, else the shortest of their groups'."""
    if row.cadence_days is not None or not by_group:
        return row.cadence_days
    return min((by_group[g] for g in row.groups if g in by_group), default=None)


class PeopleFacts(ByPerson[Facts]):
    """The facts of everybody, and the orders of the list that were asked for, kept up to date."""

    name: ClassVar[str] = "people-facts"

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._orders: dict[Sort, list[Id]] = {}
        self._language = language()
        self._contacts = index.shelf(Contacts)

    def order(self, sort: Sort) -> Sequence[Id]:
        """Return the ids of everybody, archived people too, in the order of ``sort``.

        Names as :func:`nettui.services.views.order.name_key` orders them, people without a company behind; the latest
        contact first, those without one behind; the earliest due first, those never due behind; the lowest level first,
        the unknown behind.
        """
        self.require()
        if self._language != language():
            self._orders.clear()
            self._language = language()
        found = self._orders.get(sort)
        if found is None:
            if sort is Sort.NAME:
                found = sorted(self._rows, key=self._by_name)
            else:
                found = sorted(self.order(Sort.NAME), key=self._primary(sort))
            self._orders[sort] = found
        return found

    def row_of(self, person_id: Id) -> Facts | None:
        """Return the facts of one person, from the record where everybody's are not loaded; None for nobody."""
        if self.loaded:
            return self._rows.get(person_id)
        person = self.index.people.get(person_id)
        return None if person is None else self._make(person, self.index.today)

    def _make(self, person: Person, today: date) -> Facts:
        position = shown_position(person, today)
        organisation = position.organisation if position else ""
        return Facts(
            name=person.name,
            key=fold_name(person.name),
            organisation=organisation,
            company_key=fold_name(organisation) if organisation else "",
            level=person.level.value if person.level else "",
            archived=person.archived,
            groups=person.groups,
            cadence_days=person.cadence_days,
            birthday=str(person.birthday) if person.birthday else "",
        )

    # -- orders ----------------------------------------------------------------------------------------------------

    def _by_name(self, person_id: Id) -> tuple[bool, str, str, int, Id]:
        row = self._rows[person_id]
        return (*folded_key(row.key, row.name), len(person_id), person_id)

    def _primary(self, sort: Sort) -> Callable[[Id], Any]:
        rows = self._rows
        if sort is Sort.COMPANY:

            def company(person_id: Id) -> tuple[bool, bool, str, str]:
                row = rows[person_id]
                return (not row.organisation, *folded_key(row.company_key, row.organisation))

            return company
        if sort is Sort.LEVEL:
            ranks = {level: rank or len(_LEVELS) for rank, level in enumerate(_LEVELS)}
            return lambda person_id: ranks[rows[person_id].level]
        if sort is Sort.NAME:
            return lambda _person: 0
        days, today = self._contacts.require().days, self.index.today.isoformat()

        def last(person_id: Id) -> int:
            known = days.get(person_id)
            latest = latest_day(known, today) if known is not None else None
            return latest.toordinal() if latest is not None else 0

        if sort is Sort.LAST:
            return lambda person_id: -last(person_id)
        by_group = group_cadences(self.index)

        def due(person_id: Id) -> float:
            row = rows[person_id]
            days = wanted_cadence(row, by_group)
            latest = last(person_id) if days is not None and not row.archived else 0
            on = latest + days if latest and days is not None else 0
            return on if 0 < on <= _LAST_DAY else float("inf")

        return due

    def apply(self, edits: Sequence[Edit]) -> None:
        """Take over edits; contact and cadences move people too."""
        super().apply(edits)
        if not self._loaded:
            return
        if any(edit.table is Table.GROUPS for edit in edits):
            self._orders.pop(Sort.DUE, None)
        met = {
            person
            for edit in edits
            for record in (edit.before, edit.after)
            if isinstance(record, Entry)
            for person in record.people
        }
        # All at once: a list in which somebody stands where they no longer belong cannot be searched.
        touched = {edit.id for edit in edits if edit.table is Table.PEOPLE}
        for sort in tuple(self._orders):
            self._move(touched | met if sort in _BY_CONTACT else touched, sort)

    def reload(self) -> None:
        """Distrust what is known."""
        super().reload()
        self._orders.clear()

    def _turn(self, day: date, today: date) -> bool:
        self._orders.clear()  # an appointment of today is a contact, a position that began today is the present one
        return super()._turn(day, today)

    def _move(self, ids: set[Id], sort: Sort) -> None:
        if len(ids) > _FEW:
            del self._orders[sort]
            return
        if not ids:
            return
        primary, by_name = self._primary(sort), self._by_name
        order = [person_id for person_id in self._orders[sort] if person_id not in ids]
        for person_id in ids:
            if person_id in self._rows:
                insort(order, person_id, key=lambda i: (primary(i), by_name(i)))
        self._orders[sort] = order

    # -- remembering -----------------------------------------------------------------------------------------------

    def _unpack(self, value: Json) -> Generator[None, None, Any]:
        yield
        found: Any = value
        columns = found["columns"]
        columns[6] = map(tuple, columns[6])
        rows = map(Facts._make, zip(*columns, strict=True))
        found["rows"] = yield from dict_in_slices(zip(found["ids"], rows, strict=True))
        return found

    def _restore(self, value: Any, today: date) -> date:  # noqa: ANN401, ARG002
        day = date.fromordinal(value["day"])
        self._rows, self._turns = value["rows"], dict(value["turns"])
        self._orders.clear()
        return day

    def _dump(self) -> Json:
        ids = list(self.order(Sort.NAME))  # sorting it again is nearly free
        columns: list[Any] = [list(column) for column in zip(*(self._rows[i] for i in ids), strict=True)]
        columns = columns or [[] for _field in Facts._fields]
        return {"day": self._as_of(), "turns": dict(self._turns), "ids": list(ids), "columns": columns}
