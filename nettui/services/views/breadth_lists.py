"""The filter line behind each figure of breadth, and whom a circle could be filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.circles import ComputedKind
from nettui.domain.records import GroupKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.records import Level
    from nettui.services.index import Index
    from nettui.services.views.breadth import BreadthView, CircleRow
    from nettui.services.views.rows import GroupRef, Ref

__all__ = ["cell_query", "quoted", "term", "to_invite"]

_FROM_POSITIONS: Mapping[GroupKind, tuple[ComputedKind, ...]] = {
    GroupKind.COLLEAGUES: (ComputedKind.CURRENT_COLLEAGUES, ComputedKind.FORMER_COLLEAGUES),
    GroupKind.CLASSMATES: (ComputedKind.CLASSMATES,),
}


def quoted(value: str) -> str:
    """Return ``value`` as a filter line takes it: in quotes; of a value with quotes the longest part between them."""
    whole = " ".join(value.split())
    return f'"{max(whole.split(chr(34)), key=len).strip()}"'


def term(field: str, value: str) -> str:
    """Return ``field:value``."""
    return f"{field}:{quoted(value)}"


def cell_query(level: Level | None, group: GroupRef | None, *, any_level: bool = False, any_group: bool = False) -> str:
    """Return the filter line of a cell of level by group; no group is the column of those in none."""
    parts = []
    if not any_group:
        parts.append(_group(group))
    if not any_level:
        parts.append(f"level:{level.value if level is not None else 'unknown'}")
    return " ".join(parts)


def _group(group: GroupRef | None) -> str:
    if group is None:
        return "group:none"
    return f"group:{group.id}" if '"' in group.stable else term("group", group.stable)


def to_invite(index: Index, view: BreadthView, circle: CircleRow) -> Ref | None:
    """Return whom one could begin with: in a stale circle the one spoken to last, in an empty one who fits it.

    Who fits follows from shared positions and studies, else it is whoever brought the most people together.
    """
    from nettui.services.views.refs import ref

    if circle.people:
        known = index.last_contacts()
        members = [p.id for p in index.people.values() if circle.group.id in p.groups and not p.archived]
        best = max(members, key=lambda person: known[person].toordinal() if person in known else 0, default=None)
        return ref(index, best) if best is not None else None
    kinds = _FROM_POSITIONS.get(index.groups[circle.group.id].kind, ())
    for group in view.computed:
        if group.kind in kinds and group.people:
            return ref(index, group.people[0])
    return view.connectors[0].person if view.connectors else None
