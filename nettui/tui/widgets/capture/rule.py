"""The lines around the capture line: its upper edge, its prompt, and what stands there while it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from nettui.i18n import _
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["IdleLine", "Prompt", "Rule"]


class Rule(Painted):
    """A title in a thin line, and a quiet note at its right end."""

    DEFAULT_CSS = """
    Rule { height: 1; }
    """

    title: reactive[str] = reactive("")
    note: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        width = self.size.width
        dash = self.glyphs.rule
        left: list[Span] = [(f"{dash} ", "faint"), (self.title, "mark"), (" ", "text")]
        right: list[Span] = [(f" {self.note} ", "quiet"), (dash, "faint")] if self.note else []
        if width_of(left) + width_of(right) > width:
            right = []
        room = width - width_of(left) - width_of(right)
        return self.strip_of(Line((*left, (dash * max(room, 0), "faint"), *right)), width)


class Prompt(Painted):
    """What stands before the line."""

    DEFAULT_CSS = """
    Prompt { width: 2; height: 1; }
    """

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        return self.strip_of(Line(((f"{self.glyphs.cursor} ", "mark"),)), self.size.width)


class IdleLine(Painted):
    """Says how to begin, and that a line waits to be gone on with."""

    DEFAULT_CSS = """
    IdleLine { height: 1; }
    """

    waiting: reactive[str] = reactive("")
    """The half-written line."""
    since: reactive[str] = reactive("")
    """Since when it waits."""

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        key: list[Span] = [("  ", "text"), ("i", "mark"), ("  ", "text")]
        if not self.waiting:
            return self.strip_of(Line((*key, (_("log what happened"), "quiet"))), self.size.width)
        left = (*key, (self.waiting, "text"))
        return self.strip_of(Line(left, ((f"  {self.since} ", "quiet"),)), self.size.width)
