"""Connectors: people through whom I met others, and whether I thanked them for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.records import ME_ID, Direction, ExchangeKind, Status
from nettui.domain.waiting import to_thank

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.breadth import Member
    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange

__all__ = ["TOP", "Connector", "Thanks", "connectors", "thanks_for"]

TOP = 5
"""So many are shown: a list to thank, not a ranking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """Somebody who introduced others to me."""

    person: Id
    introduced: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """What the ledger knows of the thanks for somebody's introductions.

    ``waiting`` are the introductions received and not thanked for, oldest first. ``last`` is the date of the latest
    thanks, None also where it was not dated; ``thanked`` how many introductions were thanked for.
    """

    waiting: tuple[Id, ...] = ()
    thanked: int = 0
    last: PartialDate | None = None


def connectors(people: Iterable[Member]) -> list[Connector]:
    """Return those through whom I met others, by the number of people, most first: worth thanking.

    For each person the number of others whose ``met.by`` names them: the worksheet of Uzzi & Dunlap 2005, Harvard
    Business Review 83(12), 53-60. Caveat: it sees only what was written down, and no introduction that I made.
    """
    introduced: dict[Id, list[Id]] = {}
    for person in people:
        if not person.archived and person.met is not None and person.met.by not in {None, ME_ID, person.id}:
            introduced.setdefault(str(person.met.by), []).append(person.id)
    found = [Connector(person=by, introduced=tuple(ids)) for by, ids in introduced.items()]
    return sorted(found, key=lambda c: -len(c.introduced))


def thanks_for(exchanges: Iterable[Exchange], person: Id) -> Thanks:
    """Return what is known of the thanks for the introductions that I received from ``person``.

    That thanks are worth giving, and more welcome than one expects: Kumar & Epley 2018, Psychological Science 29(9),
    1423-1435. Caveat: somebody whom I thanked without writing it down looks unthanked.
    """
    received = [
        exchange
        for exchange in exchanges
        if exchange.person == person
        and exchange.direction is Direction.RECEIVED
        and exchange.kind is ExchangeKind.INTRODUCTION
    ]
    thanked = [exchange for exchange in received if exchange.status is Status.THANKED]
    return Thanks(
        waiting=tuple(exchange.id for exchange in to_thank(received)),
        thanked=len(thanked),
        last=max((exchange.on for exchange in thanked if exchange.on is not None), key=str, default=None),
    )
