"""The ledger: when an exchange happened, and the register of all of them with running counts.

An exchange counts once it is done. It counts for its ``person`` only: an introduction is a favour of the one who
introduced (or, when I introduce, to the one I did it for); the two sides in ``others`` owe and are owed nothing.
What follows from the counts is in :mod:`nettui.domain.balances`, what is still to be done in
:mod:`nettui.domain.waiting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.ids import id_order
from nettui.domain.periods import ALL_TIME
from nettui.domain.records import Direction, Status
from nettui.domain.statuses import path

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.periods import Period
    from nettui.domain.records import Exchange


__all__ = [
    "CLOSED",
    "COUNTED",
    "OPEN",
    "RegisterLine",
    "happened_in",
    "happened_on",
    "register",
]

COUNTED = frozenset({Status.DONE, Status.THANKED})
"""Statuses that count in a balance."""
OPEN = frozenset({Status.ASKED, Status.OFFERED, Status.AGREED})
"""Statuses that wait for something."""
CLOSED = frozenset({Status.DECLINED, Status.LAPSED})
"""Statuses of what came to nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One exchange in the register, with the counts up to and including it."""

    exchange: Exchange
    on: PartialDate | None
    given: int
    received: int


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


def _date_order(exchange: Exchange) -> tuple[bool, str, tuple[int, str]]:
    on = happened_on(exchange)
    return (on is not None, "" if on is None else str(on), id_order(exchange.id))
