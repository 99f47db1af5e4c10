"""Breadth: is it a network or a pyramid, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain import breadth, connectors
from nettui.domain.outside import employers_of, industries_of, outside_of
from nettui.domain.variety import group_variety, variety
from nettui.services.facts.breadth import BreadthFacts
from nettui.services.views.breadth_lists import group_terms, person_term
from nettui.services.views.refs import group_ref, ref

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from nettui.domain.breadth import HowMet, LevelMatrix
    from nettui.domain.circles import ComputedGroup
    from nettui.domain.connectors import Thanks
    from nettui.domain.ids import Id
    from nettui.domain.outside import OutsideBalance
    from nettui.domain.variety import GroupVariety, Variety
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
    """Somebody through whom I met ``introduced`` others, the filter line of these, and how far thanks have come.

    ``thanks`` is None for those behind the first few.
    """

    person: Ref
    introduced: int
    query: str
    thanks: Thanks | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreadthView:
    """All measures, each with what it was counted from. ``groups`` are the matrix's columns, those with people.

    ``group_terms`` is the filter line of each group, exactly its members.
    """

    people: int
    groups: tuple[GroupRef, ...]
    group_terms: Mapping[Id, str]
    levels: LevelMatrix
    companies: Variety
    industries: Variety
    spread: GroupVariety
    circles: tuple[CircleRow, ...]
    computed: tuple[ComputedGroup, ...]
    outside: OutsideBalance
    outside_industry: OutsideBalance
    met: HowMet
    connectors: tuple[ConnectorRow, ...]


def breadth_view(index: Index) -> BreadthView:
    """Return the view; archived people are left out everywhere."""
    people = index.shelf(BreadthFacts).require().people()
    states = breadth.circle_states(people, index.groups, index.last_contacts(), index.today)
    me, today = index.me, index.today
    return BreadthView(
        people=len(people),
        groups=tuple(group_ref(index.groups[state.group]) for state in states if not state.empty),
        group_terms=group_terms(index),
        levels=breadth.level_matrix(people, index.groups),
        companies=variety((p.id, p.company, p.company_key) for p in people),
        industries=variety((p.id, p.industry, p.industry_key) for p in people),
        spread=group_variety((p.groups for p in people), index.groups),
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
        outside=outside_of(((p.id, p.employers) for p in people), employers_of(me, today) if me else ()),
        outside_industry=outside_of(((p.id, p.trades) for p in people), industries_of(me, today) if me else ()),
        met=breadth.how_met(people),
        connectors=tuple(_connectors(index, connectors.connectors(people))),
    )


def _connectors(index: Index, found: list[connectors.Connector]) -> list[ConnectorRow]:
    rows = []
    for number, each in enumerate(found):
        shown = number < connectors.TOP
        rows.append(
            ConnectorRow(
                person=ref(index, each.person),
                introduced=len(each.introduced),
                query=person_term(index, "met", each.person) if shown else "",
                thanks=connectors.thanks_for(index.exchanges_of(each.person), each.person) if shown else None,
            )
        )
    return rows
