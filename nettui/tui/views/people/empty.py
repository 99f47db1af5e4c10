"""What stands in the list where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.views.people.paper import wrapped
from nettui.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.tui.views.people.circles import Circle

__all__ = ["when_empty"]


def when_empty(circle: Circle, *, nobody: bool, narrowed: bool, width: int) -> list[Line]:
    """Return what to say: how to begin, what such people are good for, or that the filter fits nobody."""
    return [
        line for text, role in _said(circle, nobody=nobody, narrowed=narrowed) for line in _wrapped(text, role, width)
    ]


def _said(circle: Circle, *, nobody: bool, narrowed: bool) -> Iterator[tuple[str, str]]:
    if nobody:
        yield _("Nobody is here yet."), "strong"
        yield "", "text"
        yield _("a  adds somebody"), "text"
        yield _("i  logs a line, and makes whoever it names with +"), "text"
        yield "I  " + _("imports your LinkedIn archive, or: nettui import FILE.zip"), "text"
    elif narrowed:
        yield _("Nobody fits the filter."), "strong"
        yield _("Esc clears it."), "quiet"
    elif circle.good_for:
        yield _("Nobody is in this circle yet."), "strong"
        yield circle.good_for, "quiet"
        yield "", "text"
        yield _("a adds somebody here; m on a person puts them in."), "text"
    else:
        yield _("Nobody is here."), "quiet"


def _wrapped(text: str, role: str, width: int) -> list[Line]:
    return [Line(((line, role),)) for line in wrapped(text, max(min(width, 66), 10))]
