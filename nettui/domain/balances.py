"""Balances: what was given and received, side by side, never one number alone; and with whom no account is kept.

Which exchanges count, and for whom, is said in :mod:`nettui.domain.ledger`. That frequent exchange matters more than an
even balance is the finding of Flynn 2003 (Academy of Management Journal 46(5), 161 engineers of one company), which is
why the figures stand side by side and no ratio is formed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.ids import id_order
from nettui.domain.ledger import COUNTED, OPEN, happened_on
from nettui.domain.records import Direction, ExchangeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from typing import TypeVar

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Group, Person

    K = TypeVar("K", bound=Hashable)


__all__ = [
    "Balance",
    "Totals",
    "account_groups",
    "balances",
    "communal",
    "communal_people",
    "for_balance",
    "total",
    "totals_by_group",
    "totals_by_kind",
    "totals_by_person",
]

_KINDS = tuple(ExchangeKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Counted exchanges each way, open ones apart, and the date of the last counted one each way (if it has one)."""

    given: int = 0
    received: int = 0
    open_given: int = 0
    open_received: int = 0
    last_given: PartialDate | None = None
    last_received: PartialDate | None = None

    @property
    def frequency(self) -> int:
        """How often something went either way: ``g + r``, by which balances are ordered, most often first."""
        return self.given + self.received


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Totals):
    """:class:`Totals` of one kind of exchange with one person."""

    person: Id
    kind: ExchangeKind


class _Tally:
    """Adds up exchanges one by one."""

    __slots__ = ("given", "last_given", "last_received", "open_given", "open_received", "received")

    def __init__(self) -> None:
        self.given = self.received = self.open_given = self.open_received = 0
        self.last_given: PartialDate | None = None
        self.last_received: PartialDate | None = None

    def add(self, exchange: Exchange) -> None:
        status = exchange.status
        if exchange.direction is Direction.GIVEN:
            self.open_given += status in OPEN
            if status in COUNTED:
                self.given += 1
                self.last_given = _later(self.last_given, happened_on(exchange))
        else:
            self.open_received += status in OPEN
            if status in COUNTED:
                self.received += 1
                self.last_received = _later(self.last_received, happened_on(exchange))

    def totals(self) -> Totals:
        return Totals(
            given=self.given,
            received=self.received,
            open_given=self.open_given,
            open_received=self.open_received,
            last_given=self.last_given,
            last_received=self.last_received,
        )


def _later(first: PartialDate | None, second: PartialDate | None) -> PartialDate | None:
    if first is None or second is None:
        return second if first is None else first
    return max(first, second)


def _tallies(exchanges: Iterable[Exchange], key: Callable[[Exchange], Iterable[K]]) -> dict[K, _Tally]:
    tallies: dict[K, _Tally] = {}
    for exchange in exchanges:
        for each in key(exchange):
            tally = tallies.get(each)
            if tally is None:
                tally = tallies[each] = _Tally()
            tally.add(exchange)
    return tallies


def total(exchanges: Iterable[Exchange]) -> Totals:
    """Return the totals over all ``exchanges``."""
    tally = _Tally()
    for exchange in exchanges:
        tally.add(exchange)
    return tally.totals()


def balances(exchanges: Iterable[Exchange]) -> list[Balance]:
    """Return one balance for each person and kind that occurs, ordered by person id, then in the order of the kinds.

    A person with only declined or lapsed exchanges of a kind has a line of zeros. Communal people are the caller's
    to leave out: see :func:`for_balance`.
    """
    tallies = _tallies(exchanges, lambda e: ((e.person, e.kind),))
    return [
        Balance(
            person=person,
            kind=kind,
            given=tally.given,
            received=tally.received,
            open_given=tally.open_given,
            open_received=tally.open_received,
            last_given=tally.last_given,
            last_received=tally.last_received,
        )
        for (person, kind), tally in sorted(
            tallies.items(), key=lambda item: (id_order(item[0][0]), _KINDS.index(item[0][1]))
        )
    ]


def totals_by_person(exchanges: Iterable[Exchange]) -> dict[Id, Totals]:
    """Return the totals of each person that occurs, ordered by id; they add up to :func:`total`."""
    tallies = _tallies(exchanges, lambda e: (e.person,))
    return {person: tallies[person].totals() for person in sorted(tallies, key=id_order)}


def totals_by_kind(exchanges: Iterable[Exchange]) -> dict[ExchangeKind, Totals]:
    """Return the totals of each kind that occurs, in the order of the kinds; they add up to :func:`total`."""
    tallies = _tallies(exchanges, lambda e: (e.kind,))
    return {kind: tallies[kind].totals() for kind in _KINDS if kind in tallies}


def totals_by_group(
    exchanges: Iterable[Exchange], people: Mapping[Id, Person], groups: Mapping[Id, Group]
) -> dict[Id | None, Totals]:
    """Return the totals of each exchange group in the order of ``groups``; None stands for people in no group.

    A person in several groups counts in each, so these totals may add up to more than all exchanges. Communal groups
    have no line; a person in a communal and an exchange group counts in the latter.
    """
    tallies = _tallies(exchanges, lambda e: account_groups(people.get(e.person), groups))
    order: list[Id | None] = [*groups, None]
    return {group: tallies[group].totals() for group in order if group in tallies}


def account_groups(person: Person | None, groups: Mapping[Id, Group]) -> Sequence[Id | None]:
    """Return the groups in whose totals exchanges with ``person`` count: see :func:`totals_by_group`."""
    known = [g for g in dict.fromkeys(person.groups) if g in groups] if person is not None else []
    return [g for g in known if not groups[g].communal] if known else [None]


def communal(person: Person, groups: Mapping[Id, Group]) -> bool:
    """Return whether the relation is communal: in at least one communal group and in no exchange group.

    In communal relations (family, friends) people mind each other's needs and keep no account: Clark & Mills 1979,
    Journal of Personality and Social Psychology 37(1), 12-24. Somebody who is a friend *and* a colleague has an
    account. Groups that are not in ``groups`` are ignored.
    """
    flags = [groups[g].communal for g in person.groups if g in groups]
    return bool(flags) and all(flags)


def for_balance(
    exchanges: Iterable[Exchange], people: Mapping[Id, Person], groups: Mapping[Id, Group]
) -> list[Exchange]:
    """Return the exchanges with people who are not communal, in their order: what a balance may be drawn from."""
    hidden = communal_people(people.values(), groups)
    return [e for e in exchanges if e.person not in hidden]


def communal_people(people: Iterable[Person], groups: Mapping[Id, Group]) -> frozenset[Id]:
    """Return those of ``people`` with whom no account is kept; see :func:`communal`."""
    return frozenset(person.id for person in people if communal(person, groups))
