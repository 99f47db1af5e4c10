"""A line that says something, or how far something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["Progress"]

_CELLS = 30


class Progress(Painted):
    """Painted when something happened, never by a clock: over a thin line each frame costs."""

    DEFAULT_CSS = """
    Progress { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._line = Line()

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(text for text, _role in (*self._line.left, *self._line.right))

    def say(self, left: Sequence[Span], right: Sequence[Span] = ()) -> None:
        """Say something; what is said at the right is cut last."""
        self._line = Line(tuple(left), tuple(right))
        self.refresh()

    def show(self, done: int, steps: int, text: str) -> None:
        """Draw a bar: ``done`` of ``steps``, with ``text`` behind it."""
        full = _CELLS * done // max(steps, 1)
        self.say(
            [
                (self.glyphs.bar * full, "mark"),
                (self.glyphs.bar_rest * (_CELLS - full), "faint"),
                (f"  {text}", "text"),
            ]
        )

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        return self.strip_of(self._line, self.content_size.width)
