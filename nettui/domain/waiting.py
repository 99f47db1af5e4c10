"""What the ledger waits for: whom to thank, what was asked and offered, and for how long it has been open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.ids import id_order
from nettui.domain.ledger import OPEN
from nettui.domain.records import Direction, Status
from nettui.domain.statuses import path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.records import Exchange


__all__ = [
    "agreed_by_me",
    "asked_of_me",
    "asks_in_the_air",
    "longest_open",
    "offers_open",
    "open_days",
    "open_since",
    "to_thank",
]


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
        return (since is None, str(since or ""), id_order(exchange.id))

    return sorted((each for each in exchanges if each.status in OPEN), key=order)


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
    asked = {Status.ASKED, Status.AGREED}
    return longest_open(e for e in exchanges if e.direction is Direction.RECEIVED and e.status in asked)


def offers_open(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return what was offered, by me or to me, and neither taken up nor declined, oldest first."""
    return sorted((each for each in exchanges if each.status is Status.OFFERED), key=_waiting_order)


def _waiting(exchanges: Iterable[Exchange], direction: Direction, status: Status) -> list[Exchange]:
    """Return those in ``status``, oldest first; the undated ones, whose age nobody knows, at the end."""
    found = [e for e in exchanges if e.status is status and e.direction is direction]
    return sorted(found, key=_waiting_order)


def _waiting_order(exchange: Exchange) -> tuple[bool, str, tuple[int, str]]:
    return (exchange.on is None, str(exchange.on or ""), id_order(exchange.id))
