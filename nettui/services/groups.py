"""Use-cases on groups: add, edit, remove, and who is in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.validate import check
from nettui.errors import InvalidInput
from nettui.i18n import _, ngettext
from nettui.services.lookup import existing_group, existing_person
from nettui.services.names import group_name
from nettui.text import fold_name, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Group
    from nettui.services.network import Network

__all__ = ["add", "assign", "edit", "remove", "unassign"]


def add(network: Network, group: Group) -> Change | None:
    """Save a new group. Raises InvalidInput when another has the same name, StoreError."""
    _check(network, group)
    return network.save([group], action="group.add", detail=group_name(group))


def edit(network: Network, group: Group) -> Change | None:
    """Save a changed group; None when nothing differs. Raises InvalidInput, NotFound, StoreError."""
    existing_group(network, group.id)
    _check(network, group)
    return network.save([group], action="group.edit", detail=group_name(group))


def assign(network: Network, people: Iterable[Id], group_id: Id) -> Change | None:
    """Put people into a group; None when all are in it. Raises NotFound, StoreError."""
    group = existing_group(network, group_id)
    found = [existing_person(network, person_id) for person_id in people]
    changed = [replace(p, groups=(*p.groups, group_id)) for p in found if group_id not in p.groups]
    return network.save(changed, action="group.assign", detail=group_name(group))


def unassign(network: Network, people: Iterable[Id], group_id: Id) -> Change | None:
    """Take people out of a group; None when none is in it. Raises NotFound, StoreError."""
    group = existing_group(network, group_id)
    found = [existing_person(network, person_id) for person_id in people]
    changed = [replace(p, groups=tuple(g for g in p.groups if g != group_id)) for p in found]
    return network.save(changed, action="group.unassign", detail=group_name(group))


def remove(network: Network, group_id: Id, *, cascade: bool = False) -> Change | None:
    """Delete a group as one change that can be undone.

    Refused with InvalidInput while people are in it, unless ``cascade`` takes them out. Raises NotFound, StoreError.
    """
    group = existing_group(network, group_id)
    members = [p for p in network.repository.people.values() if group_id in p.groups]
    if members and not cascade:
        raise InvalidInput(
            ngettext(
                "{count} person is in the group “{name}”.", "{count} people are in the group “{name}”.", len(members)
            ).format(count=len(members), name=one_line(group_name(group))),
            hint=_("Take them out first, or delete the group with all memberships."),
        )
    changed = [replace(p, groups=tuple(g for g in p.groups if g != group_id)) for p in members]
    return network.save(changed, removed=[group], action="group.remove", detail=group_name(group))


def _check(network: Network, group: Group) -> None:
    check(group)
    name = fold_name(group_name(group))
    for other in network.repository.groups.values():
        if other.id != group.id and name and fold_name(group_name(other)) == name:
            raise InvalidInput(_("There is already a group “{name}”.").format(name=one_line(group_name(other))))
