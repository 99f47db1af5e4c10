"""The lists that close the loop: what is open, whom to thank, what I promised and was asked, and what is in the air."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.records import Direction, Status, Whose
from nettui.domain.waiting import (
    agreed_by_me,
    asked_of_me,
    asks_in_the_air,
    longest_open,
    offers_open,
    open_days,
    to_thank,
)
from nettui.i18n import _, ngettext
from nettui.services.views.reasons import due_words
from nettui.services.views.words import since

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.records import Exchange, Promise

__all__ = ["Loop", "in_loop", "loop_reason", "promised"]


class Loop(StrEnum):
    """Which list. ``PROMISED`` holds promises, the others exchanges."""

    OPEN = "open"
    TO_THANK = "to-thank"
    PROMISED = "promised"
    ASKED_OF_ME = "asked-of-me"
    ASKED = "asked"
    OFFERS = "offers"


def in_loop(loop: Loop, exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return those of ``exchanges`` that are on the list, oldest first; none are on that of promises.

    What was asked of me and not answered stands before what I agreed to and have not done, as on Today.
    """
    if loop is Loop.OPEN:
        return longest_open(exchanges)
    if loop is Loop.TO_THANK:
        return to_thank(exchanges)
    if loop is Loop.ASKED_OF_ME:
        found = list(exchanges)
        return [*asked_of_me(found), *agreed_by_me(found)]
    if loop is Loop.ASKED:
        return asks_in_the_air(exchanges)
    return offers_open(exchanges) if loop is Loop.OFFERS else []


def promised(promises: Iterable[Promise]) -> list[Promise]:
    """Return my open ones: the earliest due first, then those without a day, oldest first."""
    mine = [each for each in promises if each.whose is Whose.MINE and each.done_on is None]

    def order(promise: Promise) -> tuple[bool, int, int, str]:
        due = promise.due
        day = due.last_day().toordinal() if due is not None and due.year is not None else 0
        return (not day, day, len(promise.id), promise.id)

    return sorted(mine, key=order)


def loop_reason(exchange: Exchange, today: date) -> str:
    """Return why ``exchange`` is on a list: since when it waits, or when it was received; and when it is due.

    For instance "waits for 22 days, due tomorrow" or "received 3 weeks ago".
    """
    if exchange.status is Status.DONE and exchange.direction is Direction.RECEIVED:
        on = ledger.happened_on(exchange)
        if on is None or on.year is None:
            return _("received, the day is not known")
        return _("received {when}").format(when=since(on.first_day(), today))
    parts = [_waits(exchange, today)]
    if exchange.due is not None and exchange.due.year is not None:
        parts.append(due_words(exchange.due, today))
    return ", ".join(parts)


def _waits(exchange: Exchange, today: date) -> str:
    days = open_days(exchange, today)
    if days is None:
        return _("nobody knows since when")
    if days == 0:
        return _("since today")
    return ngettext("waits for {n} day", "waits for {n} days", days).format(n=days)
