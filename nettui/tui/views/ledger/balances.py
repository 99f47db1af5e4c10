"""What went each way with a person, in a group, or of a kind, as rows: frequency first, then each way apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.ledger import Totals
from nettui.i18n import _
from nettui.services.names import KIND_NAMES, group_name
from nettui.services.views.order import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Person
    from nettui.services.index import Index

__all__ = ["BalanceLine", "behind", "by_group", "by_kind", "by_person", "in_order"]


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """What went each way. ``key`` is unique among all of them.

    A communal group keeps no account: it has the number of its people's ``needs``, and no totals.
    """

    key: str
    name: str
    totals: Totals
    needs: int | None = None

    @property
    def count(self) -> int:
        """How many exchanges there were, both ways together: how often matters more than how evenly."""
        return self.totals.given + self.totals.received


def by_person(index: Index, chosen: Sequence[Exchange]) -> list[BalanceLine]:
    """Return the lines of people."""
    totals = ledger.totals_by_person(chosen)
    return [BalanceLine(f"person:{p}", index.person_name(p), each) for p, each in totals.items()]


def by_group(
    index: Index, chosen: Sequence[Exchange], people: Mapping[Id, Person], needs: Mapping[Id, int]
) -> list[BalanceLine]:
    """Return the lines of groups; ``needs`` counts those of the people in each."""
    groups = index.groups
    totals = ledger.totals_by_group(chosen, people, groups)
    return [
        *(
            BalanceLine(f"group:{group or ''}", group_name(groups[group]) if group else _("In no group"), each)
            for group, each in totals.items()
        ),
        *(
            BalanceLine(f"group:{group.id}", group_name(group), Totals(), needs[group.id])
            for group in groups.values()
            if group.communal and needs.get(group.id)
        ),
    ]


def by_kind(chosen: Sequence[Exchange]) -> list[BalanceLine]:
    """Return the lines of kinds."""
    kinds = ledger.totals_by_kind(chosen).items()
    return [BalanceLine(f"kind:{kind.value}", _(KIND_NAMES[kind]), each) for kind, each in kinds]


def in_order(lines: list[BalanceLine], sort: str) -> list[BalanceLine]:
    """Return ``lines``: the most frequent first, or by what ``sort`` says; communal groups at the end."""
    figures: Mapping[str, Callable[[BalanceLine], int]] = {
        "count": lambda line: line.count,
        "given": lambda line: line.totals.given,
        "received": lambda line: line.totals.received,
        "name": lambda _line: 0,
    }
    figure = figures[sort]
    return sorted(lines, key=lambda line: (line.needs is not None, -figure(line), name_key(line.name)))


def behind(line: BalanceLine, people: Mapping[Id, Person], groups: Mapping[Id, object]) -> Callable[[Exchange], bool]:
    """Return which exchanges ``line`` was counted from, among those that a balance is drawn from."""
    sort, _colon, value = line.key.partition(":")

    def in_group(exchange: Exchange) -> bool:
        person = people.get(exchange.person)
        own = [g for g in person.groups if g in groups] if person is not None else []
        return value in own if value else not own

    tests: Mapping[str, Callable[[Exchange], bool]] = {
        "person": lambda exchange: exchange.person == value,
        "group": in_group,
        "kind": lambda exchange: exchange.kind.value == value,
    }
    return tests[sort]
