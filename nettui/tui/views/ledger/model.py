"""The lists of the ledger: which there are, and the rows of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain import ledger
from nettui.domain.ledger import RegisterLine, Totals
from nettui.domain.records import ExchangeKind, Promise, Whose
from nettui.i18n import N_, _
from nettui.services.names import KIND_NAMES, group_name
from nettui.services.views.order import name_key
from nettui.tui.views.ledger import desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange
    from nettui.services.index import Index

__all__ = [
    "BALANCES",
    "LIST_NAMES",
    "SORTS",
    "BalanceLine",
    "Ledger",
    "LedgerRow",
    "Narrowed",
    "Which",
    "key_of",
    "kind_totals",
]


class Which(StrEnum):
    """The lists, in their order."""

    REGISTER = "register"
    OPEN = "open"
    TO_THANK = "to_thank"
    PROMISED = "promised"
    ASKED = "asked"
    RECOMMENDATIONS = "recommendations"
    BY_PERSON = "by_person"
    BY_GROUP = "by_group"
    BY_KIND = "by_kind"


BALANCES = frozenset({Which.BY_PERSON, Which.BY_GROUP, Which.BY_KIND})

LIST_NAMES: Mapping[Which, str] = {
    Which.REGISTER: N_("Register"),
    Which.OPEN: N_("Open"),
    Which.TO_THANK: N_("To thank"),
    Which.PROMISED: N_("Promised by me"),
    Which.ASKED: N_("Asks in the air"),
    Which.RECOMMENDATIONS: N_("Recommendations"),
    Which.BY_PERSON: N_("By person"),
    Which.BY_GROUP: N_("By group"),
    Which.BY_KIND: N_("By kind"),
}

SORTS: Mapping[Which, tuple[str, ...]] = {
    **dict.fromkeys((Which.REGISTER, Which.OPEN, Which.TO_THANK, Which.ASKED), ("on", "who", "what", "status")),
    Which.PROMISED: ("due", "who"),
    Which.RECOMMENDATIONS: desk.SORTS,
    **dict.fromkeys((Which.BY_PERSON, Which.BY_GROUP, Which.BY_KIND), ("name", "given", "received", "open")),
}
"""The columns by which a list can be sorted, the usual one first; :data:`on` is newest or oldest first by the list."""


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """What went each way with a person, in a group, or of a kind. ``key`` is unique among all of them."""

    key: str
    name: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The register is narrowed to what a balance was counted from."""

    line: BalanceLine
    ids: frozenset[Id]


LedgerRow: TypeAlias = "RegisterLine | Promise | BalanceLine"


def key_of(row: LedgerRow) -> str:
    """Return the identity of a row."""
    if isinstance(row, RegisterLine):
        return row.exchange.id
    return row.id if isinstance(row, Promise) else row.key


def kind_totals(exchanges: Iterable[Exchange]) -> dict[ExchangeKind, Totals]:
    """Return the totals by kind."""
    return ledger.totals_by_kind(exchanges)


class Ledger:
    """The exchanges and promises of a network, read once; make another one after a change."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._exchanges = list(index.exchanges.values())
        self._mine = [promise for promise in index.promises.values() if promise.whose is Whose.MINE]
        people = {e.person: index.people[e.person] for e in self._exchanges if e.person in index.people}
        self._counted = ledger.for_balance(self._exchanges, people, index.groups)
        self._people = people
        self._counts: dict[Which, int] | None = None
        self._listed: dict[tuple[Which, str | None], frozenset[Id]] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing is recorded at all."""
        return not self._exchanges and not self._mine

    def counts(self) -> dict[Which, int]:
        """Return how many rows each list has; of promises the open ones."""
        if self._counts is None:
            self._counts = self._count()
        return self._counts

    def _count(self) -> dict[Which, int]:
        return {
            Which.REGISTER: len(self._exchanges),
            Which.OPEN: sum(exchange.status in ledger.OPEN for exchange in self._exchanges),
            Which.TO_THANK: len(ledger.to_thank(self._exchanges)),
            Which.PROMISED: sum(promise.done_on is None for promise in self._mine),
            Which.ASKED: len(ledger.asks_in_the_air(self._exchanges)),
            Which.RECOMMENDATIONS: sum(e.kind is ExchangeKind.RECOMMENDATION for e in self._exchanges),
            Which.BY_PERSON: len(ledger.totals_by_person(self._counted)),
            Which.BY_GROUP: len(self._groups(self._counted)),
            Which.BY_KIND: len(ledger.totals_by_kind(self._counted)),
        }

    def rows(
        self, which: Which, *, sort: str, found: frozenset[Id] | None = None, narrowed: Narrowed | None = None
    ) -> Sequence[LedgerRow]:
        """Return the rows of a list; of exchanges only those ``found``, and those of the balance ``narrowed``."""
        if which is Which.PROMISED:
            return self._promises(sort, found)
        source = self._counted if which in BALANCES else self._exchanges
        chosen = [e for e in source if found is None or e.id in found]
        if which in BALANCES:
            return self._sorted_balances(which, chosen, sort)
        if narrowed is not None and which is Which.REGISTER:
            chosen = [e for e in chosen if e.id in narrowed.ids]
        if which is Which.RECOMMENDATIONS:
            return desk.desk_lines(self._index, chosen, sort)
        return self._register(which, chosen, sort)

    def listed(self, which: Which, narrowed: Narrowed | None = None) -> frozenset[Id]:
        """Return the records that a list is made of."""
        place = which, narrowed.line.key if narrowed is not None else None
        if place not in self._listed:
            self._listed[place] = self._members(which, narrowed)
        return self._listed[place]

    def _members(self, which: Which, narrowed: Narrowed | None) -> frozenset[Id]:
        if which is Which.PROMISED:
            return frozenset(promise.id for promise in self._mine)
        if which in BALANCES:
            return frozenset(exchange.id for exchange in self._counted)
        if which is Which.REGISTER:
            return narrowed.ids if narrowed is not None else frozenset(exchange.id for exchange in self._exchanges)
        rows = self.rows(which, sort=SORTS[which][0])
        return frozenset(key_of(row) for row in rows)

    def narrowed(self, line: BalanceLine) -> Narrowed:
        """Return the exchanges that ``line`` was counted from."""
        sort, _colon, value = line.key.partition(":")
        tests: Mapping[str, Callable[[Exchange], bool]] = {
            "person": lambda e: e.person == value,
            "group": lambda e: self._in_group(e, value),
            "kind": lambda e: e.kind.value == value,
        }
        return Narrowed(line, frozenset(e.id for e in self._counted if tests[sort](e)))

    def _register(self, which: Which, chosen: list[Exchange], sort: str) -> Sequence[RegisterLine]:
        picked: Mapping[Which, Callable[[list[Exchange]], list[Exchange]]] = {
            Which.OPEN: lambda all_: [e for e in all_ if e.status in ledger.OPEN],
            Which.TO_THANK: ledger.to_thank,
            Which.ASKED: ledger.asks_in_the_air,
        }
        pick = picked.get(which)
        lines = ledger.register(pick(chosen) if pick is not None else chosen)
        if which is not Which.REGISTER:
            lines.reverse()  # what has waited longest stands first
        name = self._index.person_name
        keys: Mapping[str, Callable[[RegisterLine], object]] = {
            "who": lambda line: name_key(name(line.exchange.person)),
            "what": lambda line: list(ExchangeKind).index(line.exchange.kind),
            "status": lambda line: _STATUS_ORDER[line.exchange.status.value],
        }
        key = keys.get(sort)
        return sorted(lines, key=key) if key is not None else lines  # type: ignore[arg-type]

    def _promises(self, sort: str, found: frozenset[Id] | None) -> Sequence[Promise]:
        """Return mine: the open ones by due date, then those kept, the latest first."""
        chosen = [p for p in self._mine if found is None or p.id in found]
        waiting = [p for p in chosen if p.done_on is None]
        kept = [p for p in chosen if p.done_on is not None]
        waiting.sort(key=lambda p: (_last_day(p), int(p.id)))
        kept.sort(key=lambda p: (str(p.done_on), int(p.id)), reverse=True)
        if sort == "who":
            for each in (waiting, kept):
                each.sort(key=lambda p: name_key(self._index.person_name(p.person) if p.person else ""))
        return [*waiting, *kept]

    def _sorted_balances(self, which: Which, chosen: list[Exchange], sort: str) -> Sequence[BalanceLine]:
        lines = self._balances(which, chosen)
        figures: Mapping[str, Callable[[Totals], int]] = {
            "given": lambda totals: totals.given,
            "received": lambda totals: totals.received,
            "open": lambda totals: totals.open_given + totals.open_received,
        }
        figure = figures.get(sort)
        if figure is not None:
            lines.sort(key=lambda line: figure(line.totals), reverse=True)
        return lines

    def _balances(self, which: Which, chosen: list[Exchange]) -> list[BalanceLine]:
        if which is Which.BY_PERSON:
            totals = ledger.totals_by_person(chosen)
            lines = [BalanceLine(f"person:{p}", self._index.person_name(p), each) for p, each in totals.items()]
            return sorted(lines, key=lambda line: name_key(line.name))
        if which is Which.BY_GROUP:
            return self._groups(chosen)
        kinds = ledger.totals_by_kind(chosen).items()
        return [BalanceLine(f"kind:{kind.value}", _(KIND_NAMES[kind]), each) for kind, each in kinds]

    def _groups(self, chosen: list[Exchange]) -> list[BalanceLine]:
        groups = self._index.groups
        totals = ledger.totals_by_group(chosen, self._people, groups)
        return [
            BalanceLine(f"group:{group or ''}", group_name(groups[group]) if group else _("In no group"), each)
            for group, each in totals.items()
        ]

    def _in_group(self, exchange: Exchange, group: Id) -> bool:
        person = self._people.get(exchange.person)
        own = [g for g in person.groups if g in self._index.groups] if person is not None else []
        return group in own if group else not own


def _last_day(promise: Promise) -> date:
    """Return until when a promise is due; what has no day stands at the end."""
    due = promise.due
    return due.last_day() if due is not None and due.year is not None else date.max


_STATUS_ORDER = {
    name: place for place, name in enumerate(("asked", "offered", "agreed", "done", "thanked", "declined", "lapsed"))
}
