"""What Today says when nothing waits, and when there is nobody yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.paragraphs import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["when_empty"]


def when_empty(*, anybody: bool, width: int) -> Sequence[Line]:
    """Return the lines: what to press, or that the day is free."""
    if anybody:
        return _paragraph(_("Nothing waits today. Log what happens with i."), "quiet", width)
    keys = (
        ("i", _("log a line about somebody you met; nettui makes the person")),
        ("a", _("add somebody")),
        ("I", _("import a LinkedIn archive")),
        ("?", _("all keys")),
    )
    return [
        *_paragraph(_("A network begins with one person."), "strong", width),
        Line(),
        *(Line(((f"{key}  ", "mark"), (text, "text"))) for key, text in keys),
    ]


def _paragraph(text: str, role: str, width: int) -> list[Line]:
    return [Line(tuple(spans)) for spans in wrap([(text, role)], width)]
