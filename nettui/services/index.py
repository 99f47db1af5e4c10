"""The read model of an open network: lookups that the views need, each made when first asked for.

A command that needs only people never decodes an entry: days of contact come from the repository's remembered values,
one person's entries from its narrow lookup.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from nettui.domain import cadence
from nettui.domain.change import Table
from nettui.domain.records import Entry, Exchange, Promise
from nettui.services.names import computed_name, group_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nettui.domain.change import Change
    from nettui.domain.circles import ComputedGroup
    from nettui.domain.filters import Facts
    from nettui.domain.ids import Id
    from nettui.domain.records import Group, Me, Person
    from nettui.services.network import Network
    from nettui.services.ports import Json

__all__ = ["Index"]


class Index:
    """Lookups over one network. After a commit give its change to :meth:`apply`; only what it touched is made anew."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._contact_days: dict[Id, list[str]] | None = None
        self._entries: dict[Id, list[Entry]] = {}
        self._exchanges: dict[Id, list[Id]] | None = None
        self._promises: dict[Id, list[Id]] | None = None
        self._computed: tuple[date, list[ComputedGroup]] | None = None

    @property
    def today(self) -> date:
        """The user's day."""
        return self._network.today

    @property
    def me(self) -> Me | None:
        """The owner, once known."""
        return self._network.repository.me

    @property
    def people(self) -> Mapping[Id, Person]:
        """Everybody by id, archived ones too."""
        return self._network.repository.people

    @property
    def groups(self) -> Mapping[Id, Group]:
        """The groups by id."""
        return self._network.repository.groups

    @property
    def entries(self) -> Mapping[Id, Entry]:
        """The journal by id."""
        return self._network.repository.entries

    @property
    def exchanges(self) -> Mapping[Id, Exchange]:
        """The ledger by id."""
        return self._network.repository.exchanges

    @property
    def promises(self) -> Mapping[Id, Promise]:
        """The promises by id."""
        return self._network.repository.promises

    @property
    def group_names(self) -> dict[Id, str]:
        """The groups' names as shown, in the language of the moment."""
        return group_names(self.groups)

    def person_name(self, person_id: Id) -> str:
        """Return the name of a person as it is stored, or the id where there is none."""
        person = self.people.get(person_id)
        return person.name if person is not None else person_id

    def last_contact(self, person_id: Id) -> date | None:
        """Return the day of the last contact with somebody, not after today."""
        days = self._days().get(person_id, [])
        until = bisect_right(days, self.today.isoformat())
        return date.fromisoformat(days[until - 1]) if until else None

    def last_contacts(self) -> dict[Id, date]:
        """Return the day of the last contact, not after today, of all with whom there was one."""
        today = self.today.isoformat()
        return {
            person: date.fromisoformat(days[until - 1])
            for person, days in self._days().items()
            if (until := bisect_right(days, today))
        }

    def contact_days(self, person_id: Id) -> list[date]:
        """Return the distinct days of contact with somebody up to today, ascending."""
        days = self._days().get(person_id, [])
        return [date.fromisoformat(day) for day in days[: bisect_right(days, self.today.isoformat())]]

    def all_contact_days(self) -> dict[Id, list[date]]:
        """Return :meth:`contact_days` of all with whom there was contact."""
        today = self.today.isoformat()
        return {
            person: [date.fromisoformat(day) for day in days[:until]]
            for person, days in self._days().items()
            if (until := bisect_right(days, today))
        }

    def cadence_of(self, person: Person) -> int | None:
        """Return the cadence of a person in days; see :func:`nettui.domain.cadence.cadence_of`."""
        return cadence.cadence_of(person, self.groups)

    def due_on(self, person: Person) -> date | None:
        """Return the day on which contact with a person is due, None without a cadence or a last contact."""
        return cadence.due_on(self.last_contact(person.id), self.cadence_of(person))

    def communal(self, person: Person) -> bool:
        """Return whether no account is kept with a person; see :func:`nettui.domain.ledger.communal`."""
        from nettui.domain.ledger import communal

        return communal(person, self.groups)

    def entries_of(self, person_id: Id) -> Sequence[Entry]:
        """Return the entries that name somebody, mentions too, oldest first."""
        if person_id not in self._entries:
            found = self._network.repository.entries_of([person_id])
            self._entries[person_id] = sorted(found, key=lambda e: (e.at, int(e.id)))
        return self._entries[person_id]

    def exchanges_of(self, person_id: Id) -> Sequence[Exchange]:
        """Return the exchanges with somebody, and the introductions in which they are a side, in the order of ids."""
        if self._exchanges is None:
            self._exchanges = _by_person(self.exchanges.values(), _people_of_exchange)
        return [self.exchanges[i] for i in self._exchanges.get(person_id, ())]

    def promises_of(self, person_id: Id) -> Sequence[Promise]:
        """Return the promises between somebody and me, open and kept, in the order of ids."""
        if self._promises is None:
            self._promises = _by_person(self.promises.values(), _people_of_promise)
        return [self.promises[i] for i in self._promises.get(person_id, ())]

    def computed_groups(self) -> Sequence[ComputedGroup]:
        """Return the groups that follow from positions; see :func:`nettui.domain.circles.computed_groups`."""
        if self._computed is None or self._computed[0] != self.today:
            from nettui.domain.circles import computed_groups

            self._computed = (self.today, computed_groups(self.me, self.people.values(), self.today))
        return self._computed[1]

    def facts(self, fold: Callable[[str], str] | None = None, *, with_last: bool = True) -> Facts:
        """Return what the filters need; without ``with_last`` the days of contact stay unread.

        ``fold`` makes texts comparable, :func:`nettui.domain.filters.fold_text` unless given.
        """
        from nettui.domain.filters import Facts, fold_text

        return Facts(
            today=self.today,
            people=self.people,
            group_names=self.group_names,
            computed=lambda: {computed_name(group): group.people for group in self.computed_groups()},
            last=self.last_contacts() if with_last else {},
            fold=fold or fold_text,
        )

    def apply(self, change: Change) -> None:
        """Take over a change that the repository has committed."""
        met: set[Id] = set()
        for edit in change.edits:
            if edit.table in {Table.PEOPLE, Table.ME}:
                self._computed = None
            for record in (edit.before, edit.after):
                if isinstance(record, Entry):
                    met.update(record.people, record.mentions)
            if edit.table is Table.EXCHANGES and self._exchanges is not None:
                _move(self._exchanges, edit.id, edit.before, edit.after, _people_of_exchange)
            if edit.table is Table.PROMISES and self._promises is not None:
                _move(self._promises, edit.id, edit.before, edit.after, _people_of_promise)
        self._forget_contacts(met)

    def reload(self) -> None:
        """Forget everything, after changes that nobody described (another process wrote)."""
        self._contact_days = self._exchanges = self._promises = self._computed = None
        self._entries.clear()

    def _forget_contacts(self, people: set[Id]) -> None:
        for person in people:
            self._entries.pop(person, None)
        if self._contact_days is None:
            return
        for person in people:
            own = [e for e in self.entries_of(person) if person in e.people]
            days = sorted({e.at.day.isoformat() for e in own if cadence.is_contact(e)})
            if days:
                self._contact_days[person] = days
            else:
                self._contact_days.pop(person, None)

    def _days(self) -> dict[Id, list[str]]:
        """Return the days of contact by person as ISO text, which sorts as days do and costs nothing to remember."""
        if self._contact_days is None:
            self._contact_days = self._remembered_days()
        return self._contact_days

    def _remembered_days(self) -> dict[Id, list[str]]:
        def build() -> dict[str, Json]:
            days = cadence.contact_days(self.entries.values())
            return {person: " ".join(day.isoformat() for day in found) for person, found in days.items()}

        remembered = self._network.repository.derived("contact-days", 1, [Table.ENTRIES], build)
        table = remembered if isinstance(remembered, dict) else build()
        return {person: str(days).split() for person, days in table.items()}


def _people_of_exchange(record: object) -> Iterable[Id]:
    return dict.fromkeys((record.person, *record.others)) if isinstance(record, Exchange) else ()


def _people_of_promise(record: object) -> Iterable[Id]:
    return (record.person,) if isinstance(record, Promise) and record.person is not None else ()


def _by_person(
    records: Iterable[Exchange | Promise], people_of: Callable[[object], Iterable[Id]]
) -> dict[Id, list[Id]]:
    found: dict[Id, list[Id]] = {}
    for record in records:
        for person in people_of(record):
            found.setdefault(person, []).append(record.id)
    return found


def _move(
    index: dict[Id, list[Id]],
    record_id: Id,
    before: object,
    after: object,
    people_of: Callable[[object], Iterable[Id]],
) -> None:
    for person in people_of(before):
        ids = index.get(person, [])
        if record_id in ids:
            ids.remove(record_id)
    for person in people_of(after):
        ids = index.setdefault(person, [])
        ids.append(record_id)
        ids.sort(key=int)
