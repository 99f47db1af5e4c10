"""The lists of the ledger: which there are, and the rows of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain import ledger
from nettui.domain.balances import account_groups, communal_people
from nettui.domain.ledger import RegisterLine
from nettui.domain.periods import ALL_TIME
from nettui.domain.records import Direction, ExchangeKind, Promise, Status, Whose
from nettui.i18n import N_
from nettui.services.facts.needs import Needs
from nettui.services.views.ledger import By
from nettui.services.views.loops import Loop, in_loop
from nettui.services.views.needs import needs as needs_view
from nettui.services.views.order import name_key
from nettui.tui.views.ledger import balances, desk
from nettui.tui.views.ledger.balances import BalanceLine
from nettui.tui.views.ledger.needs import NeedRow, need_count, need_rows, need_texts
from nettui.tui.views.prose import Title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.periods import Period
    from nettui.domain.records import Exchange
    from nettui.services.index import Index
    from nettui.services.views.needs import NeedsView

__all__ = [
    "BALANCES",
    "LIST_NAMES",
    "PERIODIC",
    "SORTS",
    "BalanceLine",
    "Ledger",
    "LedgerRow",
    "Narrowed",
    "Which",
    "key_of",
]


class Which(StrEnum):
    """The lists, in their order."""

    REGISTER = "register"
    OPEN = "open"
    TO_THANK = "to_thank"
    PROMISED = "promised"
    ASKED_OF_ME = "asked_of_me"
    ASKED = "asked"
    OFFERS = "offers"
    NEEDS = "needs"
    RECOMMENDATIONS = "recommendations"
    BY_PERSON = "by_person"
    BY_GROUP = "by_group"
    BY_KIND = "by_kind"


_BY = {Which.BY_PERSON: By.PERSON, Which.BY_GROUP: By.GROUP, Which.BY_KIND: By.KIND}
BALANCES = frozenset(_BY)
PERIODIC = BALANCES | {Which.REGISTER}
"""The lists that can be of a period."""

LIST_NAMES: Mapping[Which, str] = {
    Which.REGISTER: N_("Register"),
    Which.OPEN: N_("Open"),
    Which.TO_THANK: N_("To thank"),
    Which.PROMISED: N_("Promised by me"),
    Which.ASKED_OF_ME: N_("Asked of me"),
    Which.ASKED: N_("Asks in the air"),
    Which.OFFERS: N_("Offers open"),
    Which.NEEDS: N_("Offers & needs"),
    Which.RECOMMENDATIONS: N_("Recommendations"),
    Which.BY_PERSON: N_("By person"),
    Which.BY_GROUP: N_("By group"),
    Which.BY_KIND: N_("By kind"),
}

LOOPS: Mapping[Which, Loop] = {
    Which.OPEN: Loop.OPEN,
    Which.TO_THANK: Loop.TO_THANK,
    Which.ASKED_OF_ME: Loop.ASKED_OF_ME,
    Which.ASKED: Loop.ASKED,
    Which.OFFERS: Loop.OFFERS,
}
"""The lists of what waits, in the order of :func:`nettui.services.views.loops.in_loop`."""

SORTS: Mapping[Which, tuple[str, ...]] = {
    **dict.fromkeys((Which.REGISTER, *LOOPS), ("on", "who", "what", "status")),
    Which.PROMISED: ("due", "who"),
    Which.NEEDS: ("who", "what"),
    Which.RECOMMENDATIONS: desk.SORTS,
    **dict.fromkeys((Which.BY_PERSON, Which.BY_GROUP, Which.BY_KIND), ("count", "given", "received", "name")),
}
"""The columns by which a list can be sorted, the usual one first; :data:`on` is newest or oldest first by the list."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The register is narrowed to what a balance was counted from."""

    line: BalanceLine
    ids: frozenset[Id]


LedgerRow: TypeAlias = "RegisterLine | Promise | BalanceLine | NeedRow | Title"


def key_of(row: LedgerRow) -> str | None:
    """Return the identity of a row; None for a heading."""
    if isinstance(row, RegisterLine):
        return row.exchange.id
    if isinstance(row, Title):
        return None
    return row.id if isinstance(row, Promise) else row.key


class Ledger:
    """The exchanges and promises of a network, read once; make another one after a change."""

    def __init__(self, index: Index, period: Period = ALL_TIME) -> None:
        self._index = index
        self._exchanges = list(index.exchanges.values())
        self._mine = [promise for promise in index.promises.values() if promise.whose is Whose.MINE]
        people = {e.person: index.people[e.person] for e in self._exchanges if e.person in index.people}
        self._communal = communal_people(people.values(), index.groups)
        self._counted = [each for each in self._exchanges if each.person not in self._communal]
        self._people = people
        self._needs: NeedsView | None = None
        self.show_period(period)

    def show_period(self, period: Period) -> None:
        """Show the register and the balances of ``period`` only."""
        self._period = period
        self._counts: dict[Which, int] | None = None
        self._listed: dict[tuple[Which, str | None], frozenset[str]] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing is recorded at all."""
        return not self._exchanges and not self._mine

    @property
    def dates(self) -> list[PartialDate]:
        """When the exchanges happened."""
        return [on for each in self._exchanges if (on := ledger.happened_on(each)) is not None]

    @property
    def _needs_view(self) -> NeedsView:
        if self._needs is None:
            self._needs = needs_view(self._index)
        return self._needs

    def needs(self) -> Sequence[tuple[Id, str]]:
        """Return whose needs are recorded, and what they are, by name."""
        return [(row.person.id, need) for row in self._needs_view.everybody for need in dict.fromkeys(row.needs)]

    def counts(self) -> dict[Which, int]:
        """Return how many rows each list has; of promises the open ones."""
        if self._counts is None:
            self._counts = self._count()
        return self._counts

    def _count(self) -> dict[Which, int]:
        """Count; of the balances only the lines, for adding them up takes longer than all else (measured: 50 ms)."""
        counted = self._in_period(self._counted)
        people = {each.person for each in counted}
        groups = {g for i in people for g in account_groups(self._people.get(i), self._index.groups)}
        # After each change: the needs are counted where they are remembered, and put in order only for their list.
        needs = self._index.shelf(Needs).require().rows
        needed = {group for each in needs.values() for group in each.groups}
        return {
            Which.REGISTER: len(self._in_period(self._exchanges)),
            **{which: len(in_loop(loop, self._exchanges)) for which, loop in LOOPS.items()},
            Which.PROMISED: sum(promise.done_on is None for promise in self._mine),
            Which.NEEDS: need_count(self._index, needs),
            Which.RECOMMENDATIONS: sum(e.kind is ExchangeKind.RECOMMENDATION for e in self._exchanges),
            Which.BY_PERSON: len(people),
            Which.BY_GROUP: len(groups)
            + sum(group.communal and group.id in needed for group in self._index.groups.values()),
            Which.BY_KIND: len({each.kind for each in counted}),
        }

    def _in_period(self, exchanges: list[Exchange]) -> list[Exchange]:
        if self._period == ALL_TIME:
            return exchanges
        return [each for each in exchanges if ledger.happened_in(each, self._period)]

    def rows(
        self, which: Which, *, sort: str, found: frozenset[str] | None = None, narrowed: Narrowed | None = None
    ) -> Sequence[LedgerRow]:
        """Return the rows of a list; of records only those ``found``, and those of the balance ``narrowed``."""
        if which is Which.PROMISED:
            return self._promises(sort, found)
        if which is Which.NEEDS:
            return need_rows(self._index, self.needs(), sort=sort, found=found)
        source = self._counted if which in BALANCES else self._exchanges
        chosen = [e for e in source if found is None or e.id in found]
        if which in BALANCES:
            lines = balances.lines_by(self._index, self._in_period(chosen), _BY[which])
            if which is Which.BY_GROUP and found is None:
                lines += balances.communal_lines(self._needs_view.communal)
            return balances.in_order(lines, sort)
        if narrowed is not None and which is Which.REGISTER:
            chosen = [e for e in chosen if e.id in narrowed.ids]
        if which is Which.RECOMMENDATIONS:
            return desk.desk_lines(self._index, chosen, sort)
        return self._register(which, chosen, sort)

    def listed(self, which: Which, narrowed: Narrowed | None = None) -> frozenset[str]:
        """Return the keys of what a list is made of; of a balance the exchanges."""
        place = which, narrowed.line.key if narrowed is not None else None
        if place not in self._listed:
            self._listed[place] = self._members(which, narrowed)
        return self._listed[place]

    def texts(self, which: Which) -> Mapping[str, str]:
        """Return what the rows of a list are found by, where they are no exchanges."""
        if which is Which.NEEDS:
            return need_texts(self._index, self.needs())
        if which is not Which.PROMISED:
            return {}
        name = self._index.person_name
        return {each.id: f"{each.text} {name(each.person) if each.person is not None else ''}" for each in self._mine}

    def _members(self, which: Which, narrowed: Narrowed | None) -> frozenset[str]:
        if which in {Which.PROMISED, Which.NEEDS}:
            return frozenset(self.texts(which))
        if which in BALANCES:
            return frozenset(exchange.id for exchange in self._in_period(self._counted))
        if which is Which.REGISTER:
            shown = self._in_period(self._exchanges)
            return narrowed.ids if narrowed is not None else frozenset(exchange.id for exchange in shown)
        if which is Which.RECOMMENDATIONS:
            return frozenset(e.id for e in self._exchanges if e.kind is ExchangeKind.RECOMMENDATION)
        return frozenset(exchange.id for exchange in in_loop(LOOPS[which], self._exchanges))

    def narrowed(self, line: BalanceLine) -> Narrowed:
        """Return the exchanges that ``line`` was counted from."""
        fits = balances.behind(line, self._people, self._index.groups)
        return Narrowed(line, frozenset(each.id for each in self._in_period(self._counted) if fits(each)))

    def needs_in(self, group: Id) -> list[tuple[Id, str]]:
        """Return the recorded needs of the people of a group."""
        return [
            (row.person.id, need)
            for each in self._needs_view.communal
            if each.group.id == group
            for row in each.rows
            for need in row.needs
        ]

    def figures(self, rows: Iterable[LedgerRow]) -> tuple[int, int]:
        """Return how many of the exchanges in ``rows`` count as given and as received, in the balance's way."""
        ways = [
            row.exchange.direction
            for row in rows
            if isinstance(row, RegisterLine)
            and row.exchange.status in ledger.COUNTED
            and row.exchange.person not in self._communal
        ]
        return ways.count(Direction.GIVEN), ways.count(Direction.RECEIVED)

    def _register(self, which: Which, chosen: list[Exchange], sort: str) -> Sequence[RegisterLine]:
        if which is Which.REGISTER:
            lines = ledger.register(chosen, self._period, uncounted=self._communal)
        else:
            lines = [
                RegisterLine(exchange=each, on=ledger.happened_on(each), given=0, received=0)
                for each in in_loop(LOOPS[which], chosen)
            ]
        name = self._index.person_name
        keys: Mapping[str, Callable[[RegisterLine], object]] = {
            "who": lambda line: name_key(name(line.exchange.person)),
            "what": lambda line: list(ExchangeKind).index(line.exchange.kind),
            "status": lambda line: _STATUSES.index(line.exchange.status),
        }
        key = keys.get(sort)
        return sorted(lines, key=key) if key is not None else lines  # type: ignore[arg-type]

    def _promises(self, sort: str, found: frozenset[str] | None) -> Sequence[Promise]:
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


def _last_day(promise: Promise) -> date:
    """Return until when a promise is due; what has no day stands at the end."""
    due = promise.due
    return due.last_day() if due is not None and due.year is not None else date.max


_STATUSES = tuple(Status)
