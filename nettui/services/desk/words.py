"""Words for a recommendation: which way it goes, how far its text has come, how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import Direction
from nettui.i18n import _, ngettext, pgettext
from nettui.services.desk.rows import TextState
from nettui.services.views.words import short_date, since

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from nettui.services.desk.rows import DeskRow

__all__ = [
    "age_words",
    "first_words",
    "freshness",
    "state_word",
    "state_words",
    "version_count",
    "way_word",
    "way_words",
]


def state_words() -> Mapping[TextState, str]:
    """Return the words for how far a text has come; :func:`state_word` is that of one recommendation."""
    return {
        TextState.NONE: pgettext("recommendation", "no text yet"),
        TextState.DRAFT: pgettext("recommendation", "draft"),
        # Translators: a recommendation that I wrote and sent off.
        TextState.SENT: pgettext("recommendation", "sent"),
        TextState.PUBLISHED: pgettext("recommendation", "published"),
        TextState.CLOSED: pgettext("recommendation", "came to nothing"),
    }


def state_word(row: DeskRow) -> str:
    """Return how far the text has come; one that somebody wrote for me was not sent but received."""
    if row.state is TextState.SENT and row.direction is Direction.RECEIVED:
        return pgettext("recommendation", "received")
    return state_words()[row.state]


def way_words() -> Mapping[Direction, str]:
    """Return the words for both ways."""
    return {
        # Translators: recommendations that I wrote for others.
        Direction.GIVEN: pgettext("recommendation", "written"),
        # Translators: recommendations that others wrote for me, which I have.
        Direction.RECEIVED: pgettext("recommendation", "held"),
    }


def way_word(row: DeskRow) -> str:
    """Return whether I wrote it or hold it."""
    return way_words()[row.direction]


def age_words(row: DeskRow, today: date) -> str:
    """Return how long ago it was done, for instance ``3 years ago``; empty before that and without a date."""
    if row.on is None or row.on.year is None or row.age is None:
        return ""
    if row.age >= 2:
        return ngettext("{n} year ago", "{n} years ago", row.age).format(n=row.age)
    last = row.on.last_day()
    return since(last, today) if last <= today else short_date(row.on, today)


def freshness(row: DeskRow, today: date) -> str:
    """Return how fresh it is: its age, and of an old one (:attr:`DeskRow.newer`) the thought of a newer one."""
    ago = age_words(row, today)
    if not row.newer:
        return ago
    if row.direction is Direction.GIVEN:
        return _("{ago}: offer a newer one?").format(ago=ago)
    return _("{ago}: ask for a newer one?").format(ago=ago)


def version_count(count: int) -> str:
    """Return for instance ``2 earlier texts``; empty for none."""
    return ngettext("{n} earlier text", "{n} earlier texts", count).format(n=count) if count else ""


def first_words(text: str, limit: int = 48) -> str:
    """Return the beginning of a text on one line, cut between words. It is not yet made safe to show."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return (head[: head.rfind(" ")] if " " in head[limit // 2 :] else head).rstrip(" ,;:–-") + "…"
