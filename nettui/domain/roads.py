"""Roads in: who is at a company or in an industry, who was, and who could introduce me to them.

Of ties between two other people only those count that somebody wrote down: through whom I met whom, an introduction in
the ledger, an entry of the journal in which both took part. That two people were at one company at one time is no tie:
they may never have spoken. One hop is all; no citation says that a longer road works, and a file knows little of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.current import is_current
from nettui.domain.dates import PartialDate
from nettui.domain.ledger import COUNTED, happened_on
from nettui.domain.organisations import is_organisation, organisation_key
from nettui.domain.records import ME_ID, Channel, ExchangeKind
from nettui.domain.variety import industry_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Exchange, Person, Position

__all__ = [
    "Bridge",
    "PlaceKind",
    "Roads",
    "Stay",
    "Tie",
    "TieKind",
    "place_key",
    "roads_in",
]


class PlaceKind(StrEnum):
    """What one wants to get into."""

    COMPANY = "company"
    INDUSTRY = "industry"


class TieKind(StrEnum):
    """What record says that two people know each other: ``person`` of a :class:`Tie` and its ``to``."""

    INTRODUCED_TO_ME = "introduced-to-me"
    """I met ``to`` through the person."""
    MET_THROUGH = "met-through"
    """I met the person through ``to``."""
    INTRODUCTION = "introduction"
    """An introduction in the ledger, done, in which both have a part."""
    TOGETHER = "together"
    """Entries in which both took part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Somebody who is or was there, by ``position``, the likeliest or the latest of theirs there."""

    person: Id
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That a person knows ``to``, and from which ``records``: ``times`` of them, the latest ``on``, if dated."""

    kind: TieKind
    to: Id
    on: PartialDate | None
    records: tuple[tuple[Table, Id], ...]

    @property
    def times(self) -> int:
        """How many records say so."""
        return len(self.records)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """Somebody who is not and was not there, but knows people who are or were: the strongest ties first."""

    person: Id
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roads:
    """The three parts; nobody is in two of them."""

    here: tuple[Stay, ...]
    were: tuple[Stay, ...]
    bridges: tuple[Bridge, ...]


def place_key(kind: PlaceKind, name: str) -> str:
    """Return the key under which two spellings mean one company or one industry; empty for none."""
    key = organisation_key(name) if kind is PlaceKind.COMPANY else industry_key(name)
    return key if is_organisation(key) else ""


def roads_in(
    kind: PlaceKind,
    key: str,
    people: Iterable[Person],
    entries: Callable[[AbstractSet[Id]], Iterable[Entry]],
    exchanges: Callable[[AbstractSet[Id]], Iterable[Exchange]],
    today: date,
) -> Roads:
    """Return who is at the place with ``key``, who was, and who could introduce me.

    ``entries`` and ``exchanges`` give, for a set of people, the records in which at least one of them has a part. A
    position that begins later is neither. Archived people are left out.
    """
    everybody = {person.id: person for person in people if not person.archived}
    here, were = _stays(kind, key, everybody.values(), today)
    there = {stay.person for stay in (*here, *were)}
    found: dict[tuple[Id, Id, TieKind], _Tied] = {}
    for person, to, tie, on, record in _ties(everybody, there, entries, exchanges, today):
        if person in everybody and person not in there and person != ME_ID:
            found.setdefault((person, to, tie), _Tied()).add(on, record)
    ties: dict[Id, list[Tie]] = {}
    for (person, to, tie), each in found.items():
        ties.setdefault(person, []).append(Tie(kind=tie, to=to, on=each.on, records=tuple(each.records)))
    now = {stay.person for stay in here}
    bridges = [Bridge(person=i, ties=tuple(sorted(own, key=lambda t: _strength(t, now)))) for i, own in ties.items()]
    bridges.sort(key=lambda bridge: (*_strength(bridge.ties[0], now), len(bridge.person), bridge.person))
    return Roads(here=tuple(here), were=tuple(were), bridges=tuple(bridges))


class _Tied:
    """The records of one tie, and the latest date among them."""

    __slots__ = ("on", "records")

    def __init__(self) -> None:
        self.on: PartialDate | None = None
        self.records: list[tuple[Table, Id]] = []

    def add(self, on: PartialDate | None, record: tuple[Table, Id]) -> None:
        if record in self.records:
            return
        self.records.append(record)
        if on is not None and on.year is not None and (self.on is None or on > self.on):
            self.on = on


def _stays(kind: PlaceKind, key: str, people: Iterable[Person], today: date) -> tuple[list[Stay], list[Stay]]:
    here: list[Stay] = []
    were: list[Stay] = []
    for person in people:
        there = [position for position in person.positions if _key_of(kind, position) == key] if key else []
        present = [position for position in there if is_current(position, today)]
        past = [position for position in there if position.until is not None and position.until.is_over(today)]
        if present:
            here.append(Stay(person=person.id, position=min(present, key=lambda p: (p.study, p.since is None))))
        elif past:
            were.append(Stay(person=person.id, position=max(past, key=lambda p: str(p.until))))
    were.sort(key=lambda stay: str(stay.position.until), reverse=True)
    return here, were


def _key_of(kind: PlaceKind, position: Position) -> str:
    return place_key(kind, position.organisation if kind is PlaceKind.COMPANY else position.industry)


def _ties(
    people: Mapping[Id, Person],
    there: set[Id],
    entries: Callable[[AbstractSet[Id]], Iterable[Entry]],
    exchanges: Callable[[AbstractSet[Id]], Iterable[Exchange]],
    today: date,
) -> Iterator[tuple[Id, Id, TieKind, PartialDate | None, tuple[Table, Id]]]:
    """Yield who knows whom of those ``there``, by what, since when, and the record that says so."""
    yield from _by_acquaintance(people, there)
    for exchange in exchanges(there):
        if exchange.kind is ExchangeKind.INTRODUCTION and exchange.status in COUNTED:
            on, record = happened_on(exchange), (Table.EXCHANGES, exchange.id)
            for person_id, to in _pairs((exchange.person, *exchange.others), there):
                yield person_id, to, TieKind.INTRODUCTION, on, record
    for entry in entries(there):
        if entry.channel is not Channel.NOTE and entry.at.day <= today:
            on, record = PartialDate.of(entry.at.day), (Table.ENTRIES, entry.id)
            for person_id, to in _pairs(entry.people, there):
                yield person_id, to, TieKind.TOGETHER, on, record


def _by_acquaintance(
    people: Mapping[Id, Person], there: set[Id]
) -> Iterator[tuple[Id, Id, TieKind, PartialDate | None, tuple[Table, Id]]]:
    for person in people.values():
        met = person.met
        if met is None or met.by is None:
            continue
        record = (Table.PEOPLE, person.id)
        if person.id in there:
            yield met.by, person.id, TieKind.INTRODUCED_TO_ME, met.on, record
        if met.by in there:
            yield person.id, met.by, TieKind.MET_THROUGH, met.on, record


def _pairs(people: Iterable[Id], there: set[Id]) -> Iterator[tuple[Id, Id]]:
    for one, other in combinations(dict.fromkeys(people), 2):
        if other in there:
            yield one, other
        if one in there:
            yield other, one


def _strength(tie: Tie, now: set[Id]) -> tuple[bool, int, int, int]:
    """Return the sort key: a tie to somebody who is there, then by kind, number and date, the latest first."""
    latest = tie.on.first_day().toordinal() if tie.on is not None else 0
    return (tie.to not in now, list(TieKind).index(tie.kind), -tie.times, -latest)
