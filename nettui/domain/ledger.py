"""Ledger arithmetic: what was given and received, side by side, never one number alone.

An exchange counts once it is done. It counts for its ``person`` only: an introduction is a favour of the one who
introduced (or, when I introduce, to the one I did it for); the two sides in ``others`` owe and are owed nothing.
That frequent exchange matters more than an even balance is the finding of Flynn 2003 (Academy of Management Journal
46(5), 161 engineers of one company), which is why the figures stand side by side and no ratio is formed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.periods import ALL_TIME
from nettui.domain.records import Direction, ExchangeKind, Status
from nettui.domain.statuses import path

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
    from datetime import date
    from typing import TypeVar

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.periods import Period
    from nettui.domain.records import Exchange, Group, Person

    K = TypeVar("K", bound=Hashable)

__all__ = [
    "CLOSED",
    "COUNTED",
    "HEAVY",
    "OPEN",
    "RECENT_DAYS",
    "AskLoad",
    "Balance",
    "RegisterLine",
    "Totals",
    "account_groups",
    "agreed_by_me",
    "ask_load",
    "asked_of_me",
    "asks_in_the_air",
    "balances",
    "communal",
    "communal_people",
    "for_balance",
    "happened_in",
    "happened_on",
    "longest_open",
    "offers_open",
    "open_days",
    "open_since",
    "register",
    "to_thank",
    "total",
    "totals_by_group",
    "totals_by_kind",
    "totals_by_person",
]

COUNTED = frozenset({Status.DONE, Status.THANKED})
"""Statuses that count in a balance."""
OPEN = frozenset({Status.ASKED, Status.OFFERED, Status.AGREED})
"""Statuses that wait for something."""
CLOSED = frozenset({Status.DECLINED, Status.LAPSED})
"""Statuses of what came to nothing."""
RECENT_DAYS = 90
"""A request of mine weighs on whom I asked for so long after it was answered."""
HEAVY = 3
"""From so many open and recent requests to one person another one deserves a thought."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One exchange in the register, with the counts up to and including it."""

    exchange: Exchange
    on: PartialDate | None
    given: int
    received: int


@dataclass(frozen=True, slots=True)
class AskLoad:
    """How many requests of mine somebody carries: those still open, and those answered lately."""

    open: int
    recent: int

    @property
    def heavy(self) -> bool:
        """Whether another one deserves a thought. A reason to say so, never to refuse."""
        return self.open + self.recent >= HEAVY


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


def _id_order(record_id: Id) -> tuple[int, str]:
    return (len(record_id), record_id)  # numeric order of decimal ids without converting them


def happened_on(exchange: Exchange) -> PartialDate | None:
    """Return the day of a counted exchange: of its done step, not of the thanks; else the date of its status."""
    if exchange.status in COUNTED:
        for step in path(exchange):
            if step.status in COUNTED:
                return step.on
    return exchange.on


def happened_in(exchange: Exchange, period: Period) -> bool:
    """Return whether ``exchange`` belongs to ``period``: by :func:`happened_on`, a vague date by its first day.

    So each dated exchange belongs to exactly one of several periods that follow on each other, and their totals add up.
    What has no date belongs to all time only.
    """
    if period == ALL_TIME:
        return True
    on = happened_on(exchange)
    return on is not None and on.year is not None and on.first_day() in period


def open_days(exchange: Exchange, today: date) -> int | None:
    """Return for how many days an open exchange has waited since its first dated step; None if none is dated."""
    since = open_since(exchange)
    return None if since is None else max(0, (today - since).days)


def open_since(exchange: Exchange) -> date | None:
    """Return the first day of the first dated step that holds; None if none is dated."""
    return next((s.on.first_day() for s in path(exchange) if s.on is not None and s.on.year is not None), None)


def longest_open(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return the open ones, those that have waited longest first, those nobody knows the age of at the end."""

    def order(exchange: Exchange) -> tuple[bool, str, tuple[int, str]]:
        since = open_since(exchange)
        return (since is None, str(since or ""), _id_order(exchange.id))

    return sorted((each for each in exchanges if each.status in OPEN), key=order)


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
            tallies.items(), key=lambda item: (_id_order(item[0][0]), _KINDS.index(item[0][1]))
        )
    ]


def totals_by_person(exchanges: Iterable[Exchange]) -> dict[Id, Totals]:
    """Return the totals of each person that occurs, ordered by id; they add up to :func:`total`."""
    tallies = _tallies(exchanges, lambda e: (e.person,))
    return {person: tallies[person].totals() for person in sorted(tallies, key=_id_order)}


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


def _date_order(exchange: Exchange) -> tuple[bool, str, tuple[int, str]]:
    on = happened_on(exchange)
    return (on is not None, "" if on is None else str(on), _id_order(exchange.id))


def register(
    exchanges: Iterable[Exchange], period: Period = ALL_TIME, *, uncounted: Container[Id] = ()
) -> list[RegisterLine]:
    """Return one line an exchange of ``period``, newest first, with the counts up to and including it.

    The counts run from the oldest exchange of all, undated ones before all others, so the lines of a period begin at
    its opening counts: what was done before its first day, and what has no date. Which exchanges belong to a period
    tells :func:`happened_in`. A counted exchange stands at the day it was done, another at the date of its status; only
    counted ones move the counts, and of those none with people in ``uncounted`` (the communal ones: they have lines and
    no account). As ``hledger register --historical`` shows it: https://hledger.org/hledger.html#register.
    """
    given = received = 0
    lines = []
    for exchange in sorted(exchanges, key=_date_order):
        if exchange.status in COUNTED and exchange.person not in uncounted:
            given += exchange.direction is Direction.GIVEN
            received += exchange.direction is Direction.RECEIVED
        if happened_in(exchange, period):
            lines.append(RegisterLine(exchange=exchange, on=happened_on(exchange), given=given, received=received))
    lines.reverse()
    return lines


def _waiting(exchanges: Iterable[Exchange], direction: Direction, *statuses: Status) -> list[Exchange]:
    """Return those in one of ``statuses``, oldest first; the undated ones, whose age nobody knows, at the end."""
    found = [e for e in exchanges if e.status in statuses and e.direction is direction]
    return sorted(found, key=_waiting_order)


def _waiting_order(exchange: Exchange) -> tuple[bool, str, tuple[int, str]]:
    return (exchange.on is None, str(exchange.on or ""), _id_order(exchange.id))


def to_thank(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return what I received and have not thanked for, oldest first.

    Those who thank underestimate how much it means: Kumar & Epley 2018, Psychological Science 29(9), 1423-1435.
    """
    return _waiting(exchanges, Direction.RECEIVED, Status.DONE)


def asked_of_me(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return what others asked of me and I have not answered, oldest first."""
    return _waiting(exchanges, Direction.GIVEN, Status.ASKED)


def agreed_by_me(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return what I agreed to give and have not done yet, oldest first."""
    return _waiting(exchanges, Direction.GIVEN, Status.AGREED)


def asks_in_the_air(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return what I asked for, agreed to or not, and what was offered and I took up, until I have it; oldest first."""
    return longest_open(_waiting(exchanges, Direction.RECEIVED, Status.ASKED, Status.AGREED))


def offers_open(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return what was offered, by me or to me, and neither taken up nor declined, oldest first."""
    found = list(exchanges)
    both = [each for direction in Direction for each in _waiting(found, direction, Status.OFFERED)]
    return sorted(both, key=_waiting_order)


def ask_load(exchanges: Iterable[Exchange], person: Id, today: date) -> AskLoad:
    """Return how many requests of mine ``person`` carries.

    A request is a received exchange that began as asked. Open ones count however old they are; those that were done,
    declined or given up count as recent for :data:`RECENT_DAYS` after that day, whenever I thanked for them. A vague
    date counts as long as it may be so recent; where that day is not known, the latest one that is stands for it. A
    limit of our own: what is known is only that those asked most often are asked again and again.
    """
    waiting = recent = 0
    for exchange in exchanges:
        if exchange.person != person or exchange.direction is not Direction.RECEIVED:
            continue
        way = path(exchange)
        if way[0].status is not Status.ASKED:
            continue
        if exchange.status in OPEN:
            waiting += 1
            continue
        known = [
            on for on in (happened_on(exchange), *(step.on for step in reversed(way))) if on is not None and on.year
        ]
        if known:
            recent += known[0].first_day() <= today and (today - known[0].last_day()).days <= RECENT_DAYS
    return AskLoad(waiting, recent)
