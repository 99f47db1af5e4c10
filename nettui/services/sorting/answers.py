"""Use-cases of sorting: an answer is one commit of one record, which undo takes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.change import Nature
from nettui.domain.current import current_position
from nettui.domain.validate import check
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services import undo
from nettui.services.lookup import existing_person
from nettui.text import one_line

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Level
    from nettui.services.network import Network

__all__ = ["set_industry", "set_level", "take_back"]


def set_level(network: Network, person_id: Id, level: Level | None) -> Change | None:
    """Save somebody's level; None is unknown. Returns None when it is the same. Raises NotFound, StoreError."""
    person = existing_person(network, person_id)
    return network.save([replace(person, level=level)], action="person.level", detail=person.name)


def set_industry(network: Network, person_id: Id, industry: str) -> Change | None:
    """Save the industry of somebody's present position begun last; empty is unknown.

    Returns None when it is the same. Without a present position none is invented: raises InvalidInput. Raises
    NotFound, StoreError.
    """
    person = existing_person(network, person_id)
    position = current_position(person, network.today)
    if position is None:
        raise InvalidInput(
            _("{name} has no present position that could have an industry.").format(name=one_line(person.name)),
            hint=_("Edit the person and add the position first."),
        )
    at = next(n for n, each in enumerate(person.positions) if each is position)
    changed = replace(position, industry=" ".join(industry.split()))
    person = replace(person, positions=(*person.positions[:at], changed, *person.positions[at + 1 :]))
    check(person)
    return network.save([person], action="person.industry", detail=person.name)


def take_back(network: Network, change: Change) -> Change | None:
    """Take an answer back: by undo where it is the latest change, else by a change that makes it unknown again.

    Another process may have saved meanwhile, and undo would take that back. Returns None when the answer was changed
    elsewhere since, as far as the repository was refreshed. Raises NotFound when the person is gone, StoreError.
    """
    latest = undo.latest(network.repository)
    if latest is not None and latest.nature is Nature.DO and latest.id == change.id:
        return undo.undo(network)
    (edit,) = change.edits
    current = network.current(edit.table, edit.id)
    if current is None:
        existing_person(network, edit.id)
    if edit.before is None or edit.after is None or current != edit.after:
        return None
    return network.save([edit.before], action=change.action, detail=change.detail)
