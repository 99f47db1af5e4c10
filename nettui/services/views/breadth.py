"""Breadth: is it a network or a pyramid, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain import breadth
from nettui.domain.variety import variety
from nettui.services.facts.breadth import BreadthFacts
from nettui.services.views.refs import group_ref, ref

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.breadth import HowMet, LevelMatrix, OutsideBalance
    from nettui.domain.circles import ComputedGroup
    from nettui.domain.variety import Variety
    from nettui.services.index import Index
    from nettui.services.views.rows import GroupRef, Ref

__all__ = ["BreadthView", "CircleRow", "ConnectorRow", "breadth_view"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleRow:
    """A circle: how many people, the last contact with any of them, and whether it is stale (or empty)."""

    group: GroupRef
    people: int
    last_contact: date | None
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorRow:
    """Somebody through whom I met ``introduced`` others."""

    person: Ref
    introduced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BreadthView:
    """All measures, each with what it was counted from. ``groups`` are the matrix's columns, those with people."""

    people: int
    groups: tuple[GroupRef, ...]
    levels: LevelMatrix
    companies: Variety
    industries: Variety
    circles: tuple[CircleRow, ...]
    computed: tuple[ComputedGroup, ...]
    outside: OutsideBalance
    met: HowMet
    connectors: tuple[ConnectorRow, ...]


def breadth_view(index: Index) -> BreadthView:
    """Return the view; archived people are left out everywhere."""
    people = index.shelf(BreadthFacts).require().people()
    states = breadth.circle_states(people, index.groups, index.last_contacts(), index.today)
    return BreadthView(
        people=len(people),
        groups=tuple(group_ref(index.groups[state.group]) for state in states if not state.empty),
        levels=breadth.level_matrix(people, index.groups),
        companies=variety((p.id, p.company, p.company_key) for p in people),
        industries=variety((p.id, p.industry, p.industry_key) for p in people),
        circles=tuple(
            CircleRow(
                group=group_ref(index.groups[state.group]),
                people=len(state.people),
                last_contact=state.last,
                stale=state.stale,
            )
            for state in states
        ),
        computed=tuple(index.computed_groups()),
        outside=breadth.outside_of(((p.id, p.employers) for p in people), index.me, index.today),
        met=breadth.how_met(people),
        connectors=tuple(
            ConnectorRow(person=ref(index, each.person), introduced=len(each.introduced))
            for each in breadth.connectors(people)
        ),
    )
