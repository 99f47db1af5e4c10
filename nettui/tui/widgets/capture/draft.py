"""The half-written line: kept at every key, and when it is brought back, since when it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.dates import Moment
from nettui.i18n import _
from nettui.services.views.words import day_and_month

if TYPE_CHECKING:
    from datetime import date, datetime

    from nettui.tui.drafts import DraftKeeper

__all__ = ["NAME", "pack", "unpack", "waiting", "waits_since"]

NAME = "capture"
"""The name of the draft."""


def pack(line: str, now: datetime) -> str:
    """Return the draft of ``line``: since when it waits, and the line. A blank line has no draft."""
    return f"{Moment.of(now)}\n{line}" if line.strip() else ""


def unpack(draft: str) -> tuple[Moment | None, str]:
    """Return since when a draft waits, None where it does not say so, and its line."""
    since, newline, line = draft.partition("\n")
    try:
        return (Moment.parse(since), line) if newline else (None, draft)
    except ValueError:
        return None, draft


def waiting(drafts: DraftKeeper, today: date, name: str = NAME) -> tuple[str, str]:
    """Return the half-written line, and since when it waits in words; both empty where there is none."""
    since, text = unpack(drafts.load(name))
    return text, waits_since(since, today) if text else ""


def waits_since(since: Moment | None, today: date) -> str:
    """Return for instance ``from 14:05, not saved yet``."""
    if since is None:
        return _("not saved yet")
    time = f"{since.time:%H:%M}" if since.time else ""
    if since.day != today:
        time = f"{day_and_month(since.day)} {time}".strip()
    return _("from {time}, not saved yet").format(time=time)
