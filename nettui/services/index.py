"""The read model of an open network: lookups that the views need, each made when first asked for.

A command that needs only people never decodes an entry: days of contact come from the repository's remembered values,
one person's entries from its narrow lookup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from nettui.domain import cadence
from nettui.domain.records import Entry
from nettui.services.facts.contacts import Contacts, days_among, days_until, latest_day
from nettui.services.names import computed_name, group_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from nettui.domain.change import Change
    from nettui.domain.circles import ComputedGroup
    from nettui.domain.filters import Facts
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Group, Me, Person, Promise
    from nettui.services.facts.remembered import Remembered
    from nettui.services.network import Network
    from nettui.services.ports import Repository

__all__ = ["Index"]

R = TypeVar("R", bound="Remembered")


class Index:
    """Lookups over one network. After a commit give its change to :meth:`apply`; only what it touched is made anew."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._shelf: dict[type[Remembered], Remembered] = {}
        self._revision = 0
        self._seen = network.today
        self._last: tuple[int, dict[Id, date]] | None = None
        self._entries: dict[Id, list[Entry]] = {}

    @property
    def repository(self) -> Repository:
        """Where the records come from."""
        return self._network.repository

    @property
    def revision(self) -> int:
        """A number that rises whenever an answer may be another one: at each change, and at midnight."""
        if self.today != self._seen:
            self._seen = self.today
            self._revision += 1
        return self._revision

    def shelf(self, kind: type[R]) -> R:
        """Return the index's one ``kind``, which :meth:`apply` keeps up to date from when it was first asked for."""
        found = self._shelf.get(kind)
        if found is None:
            found = kind(self)
            self._shelf[kind] = found  # behind those that it asked for itself, and so brought up to date after them
        return cast("R", found)

    def remember(self, *, all_of_it: bool = False) -> Iterator[None]:
        """Write down what later sessions would have to work out again, with a pause after each file.

        For when there is nothing else to do, some time after a change, and before closing. What differs from the file
        by a few edits is left as it is, unless ``all_of_it``: the next session makes the same edits as it reads it.
        """
        for each in list(self._shelf.values()):
            if each.remember(patience=1 if all_of_it else each.patience):
                yield

    @property
    def today(self) -> date:
        """The user's day."""
        return self._network.today

    def day_of(self, at: datetime) -> date:
        """Return the user's day of a stamp, which is in UTC."""
        return self._network.day_of(at)

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
        contacts, today = self.shelf(Contacts), self.today.isoformat()
        if not contacts.loaded and person_id in self._entries:  # of one whose entries are at hand, all need not be read
            days = days_among(self._entries[person_id], person_id)
        else:
            days = self._days().get(person_id, "")
        return latest_day(days, today) if days else None

    def last_contacts(self) -> Mapping[Id, date]:
        """Return the day of the last contact, not after today, of all with whom there was one."""
        today = self.today.isoformat()
        return {
            person: latest for person, days in self._days().items() if (latest := latest_day(days, today)) is not None
        }

    def contact_days(self, person_id: Id) -> list[date]:
        """Return the distinct days of contact with somebody up to today, ascending."""
        return days_until(self._days().get(person_id, ""), self.today.isoformat())

    def all_contact_days(self) -> dict[Id, list[date]]:
        """Return :meth:`contact_days` of all with whom there was contact."""
        today = self.today.isoformat()
        return {person: known for person, days in self._days().items() if (known := days_until(days, today))}

    def cadence_of(self, person: Person) -> int | None:
        """Return the cadence of a person in days; see :func:`nettui.domain.cadence.cadence_of`."""
        return cadence.cadence_of(person, self.groups)

    def due_on(self, person: Person) -> date | None:
        """Return the day on which contact with a person is due, None without a cadence or a last contact."""
        return cadence.due_on(self.last_contact(person.id), self.cadence_of(person))

    def communal(self, person: Person) -> bool:
        """Return whether no account is kept with a person; see :func:`nettui.domain.balances.communal`."""
        from nettui.domain.balances import communal

        return communal(person, self.groups)

    def entries_of(self, person_id: Id) -> Sequence[Entry]:
        """Return the entries that name somebody, mentions too, oldest first."""
        if person_id not in self._entries:
            found = self._network.repository.entries_of([person_id])
            self._entries[person_id] = sorted(found, key=lambda e: (e.at, int(e.id)))
        return self._entries[person_id]

    def exchanges_of(self, person_id: Id) -> Sequence[Exchange]:
        """Return the exchanges with somebody, and the introductions in which they are a side, in the order of ids."""
        from nettui.services.facts.ledger import ExchangeFacts

        return [self.exchanges[i] for i in self.shelf(ExchangeFacts).require().of(person_id)]

    def promises_of(self, person_id: Id) -> Sequence[Promise]:
        """Return the promises between somebody and me, open and kept, in the order of ids."""
        from nettui.services.facts.ledger import PromiseFacts

        return [self.promises[i] for i in self.shelf(PromiseFacts).require().of(person_id)]

    def computed_groups(self) -> Sequence[ComputedGroup]:
        """Return the groups that follow from positions; see :func:`nettui.domain.circles.computed_groups`."""
        from nettui.services.facts.circles import SharedPlaces

        return self.shelf(SharedPlaces).require().groups

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
            me=self.me,
        )

    def apply(self, change: Change) -> None:
        """Take over a change that the repository has committed."""
        self._revision += 1
        for edit in change.edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Entry):
                    for person in (*record.people, *record.mentions):
                        self._entries.pop(person, None)
        for each in self._shelf.values():
            each.apply(change.edits)

    def reload(self) -> None:
        """Forget everything, after changes that nobody described (another process wrote)."""
        self._revision += 1
        self._entries.clear()
        for each in self._shelf.values():
            each.reload()

    def _days(self) -> Mapping[Id, str]:
        return self.shelf(Contacts).require().days
