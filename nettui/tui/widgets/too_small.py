"""One sentence over a window in which nothing could be read; while it stands no key does anything unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from nettui.i18n import _

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.screen import Screen

__all__ = ["SMALLEST", "TooSmall", "cover"]

SMALLEST = 40, 10
"""Columns and rows in which every view and dialog still shows what its keys are about."""


class TooSmall(Widget):
    """Covers its screen and says how large the window has to be."""

    # A layer that Textual keeps above those of every screen.
    DEFAULT_CSS = """
    TooSmall { layer: _toastrack; dock: top; width: 100%; height: 100%; background: $background; color: $foreground; }
    """

    def render(self) -> Content:
        """Say what is needed, and what there is."""
        columns, rows = SMALLEST
        return Content(
            _("nettui needs a window of {columns} × {rows}; this one has {width} × {height}.").format(
                columns=columns, rows=rows, width=self.app.size.width, height=self.app.size.height
            )
        )


def cover(screen: Screen[object], size: Size) -> bool:
    """Cover ``screen`` if a window of ``size`` is too small, else uncover it; return whether it is."""
    columns, rows = SMALLEST
    small = size.width < columns or size.height < rows
    screen.set_class(small, "-too-small")
    covers = screen.query(TooSmall)
    if not small:
        covers.remove()
    elif covers:
        covers.first().refresh()
    else:
        screen.mount(TooSmall())
    return small
