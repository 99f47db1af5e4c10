"""The words and signs for favours and promises, the same wherever one is drawn: in lists, on pages, in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.records import Direction, Status, Whose
from nettui.domain.statuses import STATUS_NAMES
from nettui.domain.waiting import open_days
from nettui.i18n import _
from nettui.services.names import KIND_NAMES
from nettui.services.views.words import short_since

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Exchange, Promise
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Span

__all__ = [
    "LONG_DAYS",
    "age_role",
    "direction_sign",
    "late",
    "promise_sign",
    "promise_state",
    "promise_words",
    "short_age",
    "status_role",
    "status_word",
    "way_word",
    "way_words",
    "what_and_way",
]

LONG_DAYS = 14
"""From so many days on it shows that something waits."""


def direction_sign(direction: Direction, glyphs: Glyphs) -> str:
    """Return the arrow: away from me for what I give. It always stands beside :func:`way_word`."""
    return glyphs.given if direction is Direction.GIVEN else glyphs.received


def way_word(direction: Direction, status: Status) -> str:
    """Return which way a favour went or will go; of one that came to nothing, whom it was meant for."""
    given = direction is Direction.GIVEN
    if status in ledger.OPEN:
        return _("to give") if given else _("to come")
    if status in ledger.CLOSED:
        # Translators: whom a favour that was declined or lapsed was meant for.
        return _("for them") if given else _("for you")
    return _("given") if given else _("received")


def way_words() -> tuple[str, ...]:
    """Return all that :func:`way_word` may say, for the width of a column."""
    return tuple(dict.fromkeys(way_word(direction, status) for direction in Direction for status in Status))


def what_and_way(exchange: Exchange) -> str:
    """Return for instance ``recommendation, to come``."""
    return f"{_(KIND_NAMES[exchange.kind])}, {way_word(exchange.direction, exchange.status)}"


def status_word(status: Status) -> str:
    """Return the word for a status."""
    return _(STATUS_NAMES[status])


def status_role(status: Status) -> str:
    """Return the role of a status: what is thanked is good, what came to nothing is quiet."""
    if status in ledger.CLOSED:
        return "quiet"
    return "good" if status is Status.THANKED else "text"


def late(due: PartialDate | None, today: date) -> bool:
    """Return whether a day has certainly passed."""
    return due is not None and due.is_over(today)


def age_role(days: int | None, due: PartialDate | None, today: date) -> str:
    """Return the role of what waits: quiet at first, strong from :data:`LONG_DAYS` on, due once it is late."""
    if late(due, today):
        return "due"
    return "strong" if days is not None and days >= LONG_DAYS else "quiet"


def short_age(exchange: Exchange, today: date) -> Span:
    """Return how long an open favour has waited, in few letters and in the role of its age; nothing for another."""
    days = open_days(exchange, today) if exchange.status in ledger.OPEN else None
    if days is None:
        return ("", "quiet")
    began = type(today).fromordinal(today.toordinal() - days)
    return (short_since(began, today), age_role(days, exchange.due, today))


def promise_sign(promise: Promise, glyphs: Glyphs) -> Span:
    """Return the sign of a promise that is open, or kept, with a blank behind."""
    return (f"{glyphs.done} ", "good") if promise.done_on is not None else (f"{glyphs.promise} ", "mark")


def promise_words(promise: Promise) -> str:
    """Return who promised."""
    return _("you promised") if promise.whose is Whose.MINE else _("they promised")


def promise_state(promise: Promise) -> Span:
    """Return whether it was kept."""
    return (_("kept"), "good") if promise.done_on is not None else (_("open"), "quiet")
