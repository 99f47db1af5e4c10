"""The recommendations I wrote and those I hold: plain rows for lists, pages and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.domain.ledger import CLOSED, OPEN, happened_on
from nettui.domain.records import ExchangeKind
from nettui.services.views.refs import ref

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Direction, Exchange, Status
    from nettui.services.index import Index
    from nettui.services.views.rows import Ref

__all__ = ["NEWER_AFTER_YEARS", "DeskRow", "TextState", "desk_row", "recommendations", "text_state", "years_old"]

NEWER_AFTER_YEARS = 3
"""Whole years after which a newer recommendation is suggested, in words.

Our own choice, from no study: by then the work that it speaks of is seldom the work that one does.
"""


class TextState(StrEnum):
    """How far the text of a recommendation has come."""

    NONE = "none"
    DRAFT = "draft"
    SENT = "sent"
    PUBLISHED = "published"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One recommendation: given, I wrote it; received, I hold it. ``on`` is the day it was done, None before.

    ``age`` is how many whole years ago that was, None where the date is not known; ``versions`` counts earlier texts.
    """

    id: Id
    direction: Direction
    person: Ref
    role: str
    subject: str
    where: str
    url: str
    text: str
    status: Status
    state: TextState
    on: PartialDate | None
    age: int | None
    versions: int

    @property
    def newer(self) -> bool:
        """Whether it is so old that a newer one may be asked for, or offered."""
        return self.age is not None and self.age >= NEWER_AFTER_YEARS


def years_old(on: PartialDate, today: date) -> int | None:
    """Return how many whole years ago ``on`` was at least; None without a year. A day to come is 0 years old."""
    if on.year is None:
        return None
    day = on.last_day()
    return max(today.year - day.year - ((today.month, today.day) < (day.month, day.day)), 0)


def text_state(exchange: Exchange) -> TextState:
    """Return how far the text has come; published is what is done and names a place or an address."""
    if exchange.status in CLOSED:
        return TextState.CLOSED
    written = bool(exchange.text.strip())
    if exchange.status in OPEN:
        return TextState.DRAFT if written else TextState.NONE
    if exchange.where.strip() or exchange.url.strip():
        return TextState.PUBLISHED
    return TextState.SENT if written else TextState.NONE


def desk_row(index: Index, exchange: Exchange) -> DeskRow:
    """Return the row of a recommendation."""
    done = exchange.status not in OPEN | CLOSED
    on = happened_on(exchange) if done else None
    return DeskRow(
        id=exchange.id,
        direction=exchange.direction,
        person=ref(index, exchange.person),
        role=exchange.role,
        subject=exchange.subject,
        where=exchange.where,
        url=exchange.url,
        text=exchange.text,
        status=exchange.status,
        state=text_state(exchange),
        on=on,
        age=years_old(on, index.today) if on is not None else None,
        versions=len(exchange.versions),
    )


def recommendations(index: Index, exchanges: Iterable[Exchange] | None = None) -> list[DeskRow]:
    """Return the rows of all recommendations, or of those among ``exchanges``.

    First those on their way, what has waited longest before the others; then those that are done, the newest first; at
    the end what came to nothing. A date that is not known counts as the oldest.
    """
    source = index.exchanges.values() if exchanges is None else exchanges
    found = [e for e in source if e.kind is ExchangeKind.RECOMMENDATION]
    waiting = sorted((e for e in found if e.status in OPEN), key=_since)
    done = sorted((e for e in found if e.status not in OPEN | CLOSED), key=_done, reverse=True)
    closed = sorted((e for e in found if e.status in CLOSED), key=_since, reverse=True)
    return [desk_row(index, exchange) for exchange in (*waiting, *done, *closed)]


def _since(exchange: Exchange) -> tuple[str, int]:
    return str(exchange.steps[0].on or ""), int(exchange.id)


def _done(exchange: Exchange) -> tuple[str, int]:
    on = happened_on(exchange)
    return str(on or ""), int(exchange.id)
