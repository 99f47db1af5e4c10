"""The filter line behind each figure of breadth, which finds exactly those it counted; and whom to invite."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.circles import ComputedKind
from nettui.domain.filters import members_meant
from nettui.domain.query import Query, Target, Term
from nettui.domain.query_values import is_unknown, plain_value
from nettui.domain.records import GroupKind
from nettui.services.facts.breadth import BreadthFacts
from nettui.services.facts.people import PeopleFacts
from nettui.services.names import computed_name
from nettui.services.views.refs import group_ref, ref
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.circles import ComputedGroup
    from nettui.domain.ids import Id
    from nettui.domain.records import Level
    from nettui.services.index import Index
    from nettui.services.views.breadth import BreadthView, CircleRow
    from nettui.services.views.rows import Ref

__all__ = ["cell_query", "computed_query", "exact_term", "group_terms", "person_term", "quoted", "to_invite"]

_FROM_POSITIONS: Mapping[GroupKind, tuple[ComputedKind, ...]] = {
    GroupKind.COLLEAGUES: (ComputedKind.CURRENT_COLLEAGUES, ComputedKind.FORMER_COLLEAGUES),
    GroupKind.CLASSMATES: (ComputedKind.CLASSMATES,),
}


def quoted(value: str) -> str:
    """Return ``value`` as a filter line takes it: in quotes, without the marks that cannot stand between them."""
    return f'"{plain_value(value)}"'


def exact_term(field: str, value: str) -> str:
    """Return ``field:=value``, the term for the one that is called so."""
    return f"{field}:={quoted(value)}"


def group_terms(index: Index) -> dict[Id, str]:
    """Return the term for each group: by its name in every language, by its id where another answers to the name."""
    from nettui.services.finding.terms import in_this_network

    facts = replace(index.facts(with_last=False), members=lambda groups: groups)
    found: dict[Id, str] = {}
    for group in map(group_ref, index.groups.values()):
        name = plain_value(group.stable)
        (term,) = in_this_network(Query(Target.PEOPLE, (Term("group", name, exact=True),)), index).terms
        alone = not is_unknown(term) and members_meant(term, facts) == {group.id}
        found[group.id] = exact_term("group", name) if alone else f"group:={group.id}"
    return found


def person_term(index: Index, field: str, person: Id) -> str:
    """Return the term for one person: by name, by id where another one has the same."""
    people = index.shelf(PeopleFacts).require()
    row = people.row_of(person)
    name = plain_value(row.name) if row is not None else ""
    key = fold_name(name)
    if key and row is not None and key == row.key and sum(other.key == key for other in people.rows.values()) == 1:
        return exact_term(field, name)
    return f"{field}:={person}"


def cell_query(
    view: BreadthView, level: Level | None, group: Id | None, *, any_level: bool = False, any_group: bool = False
) -> str:
    """Return the filter line of a cell of level by group; no group is the column of those in none."""
    parts = []
    if not any_group:
        parts.append(view.group_terms[group] if group is not None else "group:=none")
    if not any_level:
        parts.append(f"level:{level.value if level is not None else 'unknown'}")
    return " ".join(parts)


def computed_query(group: ComputedGroup) -> str:
    """Return the filter line of a group that follows from positions."""
    return exact_term("group", computed_name(group))


def to_invite(index: Index, view: BreadthView, circle: CircleRow) -> Ref | None:
    """Return whom one could begin with: in a stale circle the one spoken to last, in an empty one who fits it.

    Who fits follows from shared positions and studies, else it is whoever brought the most people together.
    """
    if circle.people:
        known = index.last_contacts()
        members = [p.id for p in index.shelf(BreadthFacts).require().people() if circle.group.id in p.groups]
        best = max(members, key=lambda person: known[person].toordinal() if person in known else 0, default=None)
        return ref(index, best) if best is not None else None
    kinds = _FROM_POSITIONS.get(index.groups[circle.group.id].kind, ())
    for group in view.computed:
        if group.kind in kinds and group.people:
            return ref(index, group.people[0])
    return view.connectors[0].person if view.connectors else None
