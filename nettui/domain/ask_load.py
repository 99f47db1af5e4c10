"""How many requests of mine somebody carries already: a reason to think twice, never to refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.ledger import OPEN, happened_on
from nettui.domain.records import Direction, Status
from nettui.domain.statuses import path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange


__all__ = [
    "HEAVY",
    "RECENT_DAYS",
    "AskLoad",
    "ask_load",
]

RECENT_DAYS = 90
"""A request of mine weighs on whom I asked for so long after it was answered."""
HEAVY = 3
"""From so many open and recent requests to one person another one deserves a thought."""


@dataclass(frozen=True, slots=True)
class AskLoad:
    """How many requests of mine somebody carries: those still open, and those answered lately."""

    open: int
    recent: int

    @property
    def heavy(self) -> bool:
        """Whether another one deserves a thought. A reason to say so, never to refuse."""
        return self.open + self.recent >= HEAVY


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
