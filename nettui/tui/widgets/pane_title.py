"""The quiet line over a pane: its name, a count, and what it is narrowed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.strip import Strip

__all__ = ["PaneTitle"]


class PaneTitle(Painted):
    """``title`` is in the accent while the pane has the focus; ``note`` follows it quietly.

    ``filter`` is what the pane is narrowed to, in sight as long as it holds.
    """

    DEFAULT_CSS = """
    PaneTitle { height: 1; }
    """

    title: reactive[str] = reactive("")
    note: reactive[str] = reactive("")
    filter: reactive[str] = reactive("")
    live: reactive[bool] = reactive(False)
    """Whether its pane has the focus."""

    def __init__(
        self,
        title: str = "",
        *,
        role: str = "quiet",
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._role = role
        self.set_reactive(PaneTitle.title, title)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        left = [("  ", "text"), (self.title, "mark" if self.live else self._role)]
        if self.note:
            left += [(f" {self.glyphs.dot} ", "faint"), (self.note, "quiet")]
        if self.filter:
            left += [(f" {self.glyphs.dot} ", "faint"), (f"/{self.filter}", "mark")]
        return self.strip_of(Line(tuple(left)), self.size.width)
