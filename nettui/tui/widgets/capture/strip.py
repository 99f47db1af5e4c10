"""The live strip under the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region

from nettui.tui.widgets.capture.meaning import lay_out
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from nettui.tui.widgets.capture.meaning import Row

__all__ = ["MeaningStrip"]

_LEAST = 3
_MOST = 4
_MOST_IN_TALL = 6
_TALL = 30
"""From this many lines of terminal on the strip may take more of them."""


class MeaningStrip(Painted):
    """Rows of :mod:`nettui.tui.widgets.capture.meaning`. It grows while one types and never shrinks: nothing jumps."""

    DEFAULT_CSS = """
    MeaningStrip { height: 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._lines: Sequence[Line] = ()

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._lines

    def show(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; lines that stay the same are not drawn again."""
        self._rows = rows
        before, self._lines = self._lines, self._laid_out()
        needed = max(len(self._lines), self.size.height, _LEAST)
        if needed != self.size.height:
            self.styles.height = needed
        for number in range(max(len(before), len(self._lines))):
            if before[number : number + 1] != self._lines[number : number + 1]:
                self.refresh(Region(0, number, self.size.width, 1))

    def settle(self) -> None:
        """Take no more room than an empty line needs."""
        self.styles.height = _LEAST

    def _laid_out(self) -> Sequence[Line]:
        most = _MOST_IN_TALL if self.app.size.height >= _TALL else _MOST
        width = self.size.width or self.app.size.width
        return lay_out(self._rows, width, most, self.glyphs.ellipsis)

    def on_resize(self) -> None:
        """Wrap anew."""
        self.show(self._rows)

    def render_line(self, y: int) -> Strip:
        """Return the line ``y``."""
        line = self._lines[y] if y < len(self._lines) else Line()
        return self.strip_of(line, self.size.width)
