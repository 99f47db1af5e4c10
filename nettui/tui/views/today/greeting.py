"""The head of Today: the day in one sentence, and what one can offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from nettui.i18n import _
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted
from nettui.tui.widgets.paragraphs import paragraph

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.strip import Strip

__all__ = ["Greeting"]


class Greeting(Painted):
    """``day`` and what it brings; under it what the user wrote down as their offers, if anything."""

    DEFAULT_CSS = """
    Greeting { height: auto; }
    """

    day: reactive[str] = reactive("", layout=True)
    brings: reactive[str] = reactive("", layout=True)
    offers: reactive[str] = reactive("", layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return the lines that the sentence, the offers and a blank line take in ``width`` cells."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Line]:
        if not self.day:
            return [Line()]
        sentence = [(self.day, "strong"), ("  ", "text"), (self.brings, "text")]
        lines = list(paragraph(sentence, width, measure=width))
        if self.offers:
            lines.append(Line((("  ", "text"), (_("You can offer: "), "quiet"), (self.offers, "text"))))
        return [*lines, Line()]

    def render_line(self, y: int) -> Strip:
        """Return the sentence, the offers, a blank line."""
        lines = self._lines(self.size.width)
        return self.strip_of(lines[y] if y < len(lines) else Line(), self.size.width)
