"""What went each way with a person, in a group, or of a kind, as rows: frequency first, then each way apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.balances import Totals
from nettui.services.views.ledger import By, frequency_key, totals_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Person
    from nettui.services.index import Index
    from nettui.services.views.needs import GroupNeeds

__all__ = ["BalanceLine", "behind", "communal_lines", "in_order", "lines_by"]


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """What went each way. ``key`` is unique among all of them.

    A communal group keeps no account: it has the number of its people's ``needs``, and no totals.
    """

    key: str
    name: str
    totals: Totals
    needs: int | None = None


def lines_by(index: Index, chosen: Iterable[Exchange], by: By) -> list[BalanceLine]:
    """Return the lines of people, of groups or of kinds."""
    return [BalanceLine(f"{by.value}:{row.key}", row.name, row.totals) for row in totals_rows(index, chosen, by)]


def communal_lines(groups: Sequence[GroupNeeds]) -> list[BalanceLine]:
    """Return the lines of those communal groups whose people need anything."""
    found = []
    for each in groups:
        count = sum(len(row.needs) for row in each.rows)
        if count:
            found.append(BalanceLine(f"{By.GROUP.value}:{each.group.id}", each.group.name, Totals(), count))
    return found


def in_order(lines: Iterable[BalanceLine], sort: str) -> list[BalanceLine]:
    """Return ``lines``: the most frequent first, or first by what ``sort`` says; communal groups at the end."""
    figures: Mapping[str, Callable[[Totals], int]] = {
        "count": lambda totals: totals.frequency,
        "given": lambda totals: totals.given,
        "received": lambda totals: totals.received,
    }
    figure = figures.get(sort)

    def key(line: BalanceLine) -> tuple[object, ...]:
        rest = frequency_key(line.totals, line.name)
        first = rest[-1] if figure is None else -figure(line.totals)
        return (line.needs is not None, first, *rest)

    return sorted(lines, key=key)


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
