"""Links of records as ids with names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.services.names import group_name
from nettui.services.views.rows import GroupRef, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.ids import Id
    from nettui.domain.records import Group, Person
    from nettui.services.index import Index

__all__ = ["group_ref", "groups_of", "ref", "refs"]


def ref(index: Index, person: Id) -> Ref:
    """Return id and name; somebody who is no longer there has an empty name."""
    found = index.people.get(person)
    return Ref(person, found.name if found is not None else "")


def refs(index: Index, people: Iterable[Id]) -> tuple[Ref, ...]:
    """Return ids and names."""
    return tuple(ref(index, person) for person in people)


def group_ref(group: Group) -> GroupRef:
    """Return what a group is called, on the screen and in every language."""
    return GroupRef(group.id, group_name(group), group.name.strip() or group.kind.value)


def groups_of(index: Index, person: Person) -> tuple[GroupRef, ...]:
    """Return the person's groups that exist, in the order of the groups."""
    own = set(person.groups)
    return tuple(group_ref(group) for group in index.groups.values() if group.id in own)
