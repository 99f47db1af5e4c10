"""A sheet of lines that fills its room, and draws again only the lines that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nettui.tui.widgets.line import Line

__all__ = ["Sheet"]


class Sheet(Painted):
    """``build`` makes the lines for a width and a height in cells; what does not fit is cut at the bottom."""

    DEFAULT_CSS = """
    Sheet { height: 1fr; }
    """

    def __init__(self, build: Callable[[int, int], Sequence[Line]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._build = build
        self._lines: Sequence[Line] = ()

    def show(self) -> None:
        """Make the lines anew. Most of them stay from one person to the next, and every line drawn costs bytes."""
        before, (width, height) = self._lines, self.size
        self._lines = tuple(self._build(width, height)[:height]) if width and height else ()
        for y in range(max(len(before), len(self._lines))):
            if before[y : y + 1] != self._lines[y : y + 1]:
                self.refresh(Region(0, y, width, 1))

    def on_resize(self) -> None:
        """Make the lines for another size."""
        self._lines = ()
        self.show()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        return self.strip_of(self._lines[y], self.size.width)
