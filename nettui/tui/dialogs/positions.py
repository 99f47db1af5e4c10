"""Positions as the text of a field, and the words for one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nettui.domain.dates import PartialDate
from nettui.domain.records import Position
from nettui.i18n import _
from nettui.tui.dialogs.spec import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["pack", "position_words", "positions", "unpack"]


def pack(items: Iterable[Position]) -> str:
    """Return positions as one text."""
    rows = [
        [p.organisation, p.title, p.industry, str(p.since or ""), str(p.until or ""), "study" if p.study else ""]
        for p in items
    ]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def unpack(text: str) -> tuple[Position, ...]:
    """Return the positions that :func:`pack` wrote."""
    return tuple(
        Position(
            organisation=organisation,
            title=title,
            industry=industry,
            since=PartialDate.parse(since) if since else None,
            until=PartialDate.parse(until) if until else None,
            study=bool(study),
        )
        for organisation, title, industry, since, until, study in (json.loads(text) if text else ())
    )


def position_words(position: Position) -> tuple[str, str]:
    """Return what is said of a position, and when it was held."""
    what = ", ".join(part for part in (position.title.strip(), position.organisation.strip()) if part)
    since, until = str(position.since or ""), str(position.until or "")
    if since and until:
        when = f"{since} – {until}"
    elif since:
        when = _("since {date}").format(date=since)
    elif until:
        when = _("until {date}").format(date=until)
    else:
        when = ""
    return what or position.industry.strip() or _("nothing known"), when


def positions(key: str, label: str, value: tuple[Position, ...]) -> Field:
    """Return a field for a list of positions."""
    return Field(
        key=key,
        label=label,
        kind=Kind.POSITIONS,
        raw=pack(value),
        value=value,
        read=unpack,
        hint=_("Enter opens one, a adds one, x takes one out"),
    )
