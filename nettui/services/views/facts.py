"""What several views need from the network, worked out once and only when asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nettui.domain import cadence
from nettui.services.views.rows import GroupName, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Group, Person
    from nettui.services.network import Network

__all__ = ["Facts"]


class Facts:
    """Last contacts, names and groups of a network as of today. Holds for one command; later changes are not seen."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.repository = network.repository
        self.today = network.today

    @cached_property
    def groups(self) -> Mapping[Id, Group]:
        """The groups."""
        return self.repository.groups

    @cached_property
    def people(self) -> Mapping[Id, Person]:
        """Everybody, archived people too."""
        return self.repository.people

    @cached_property
    def last(self) -> Mapping[Id, date]:
        """The day of the last contact of each person who had one."""
        found = cadence.last_contacts(self.repository.entries.values(), self.today)
        return {person: moment.day for person, moment in found.items()}

    @cached_property
    def contact_days(self) -> Mapping[Id, list[date]]:
        """The days with contact of each person who had one."""
        return cadence.contact_days(self.repository.entries.values(), self.today)

    def ref(self, person: Id) -> Ref:
        """Return id and name; somebody who is no longer there has an empty name."""
        found = self.people.get(person)
        return Ref(person, found.name if found is not None else "")

    def refs(self, people: Iterable[Id]) -> tuple[Ref, ...]:
        """Return ids and names."""
        return tuple(self.ref(person) for person in people)

    def groups_of(self, person: Person) -> tuple[GroupName, ...]:
        """Return the person's groups that exist, in the order of the groups."""
        own = set(person.groups)
        return tuple(group_name(group) for group in self.groups.values() if group.id in own)


def group_name(group: Group) -> GroupName:
    """Return what a group is called."""
    return GroupName(group.id, group.name, group.kind)
