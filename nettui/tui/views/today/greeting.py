"""The head of Today: the day in one sentence, and what one can offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from nettui.i18n import _
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.strip import Strip

__all__ = ["Greeting"]


class Greeting(Painted):
    """``day`` and what it brings; under it what the user wrote down as their offers, if anything."""

    DEFAULT_CSS = """
    Greeting { height: 3; }
    """

    day: reactive[str] = reactive("")
    brings: reactive[str] = reactive("")
    offers: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Return the sentence, the offers, a blank line."""
        line = Line()
        if y == 0 and self.day:
            line = Line((("  ", "text"), (self.day, "strong"), (f"  {self.brings}", "text")))
        elif y == 1 and self.offers:
            line = Line((("  ", "text"), (_("You can offer: "), "quiet"), (self.offers, "good")))
        return self.strip_of(line, self.size.width)
