"""The base of all widgets that draw lines of spans: it gives each role its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.widget import Widget

from nettui.tui.glyphs import UNICODE
from nettui.tui.widgets.line import draw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.strip import Strip

    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Line

__all__ = ["Painted"]


class Painted(Widget):
    """A widget of lines. Subclasses give ``render_line`` the strips that :meth:`strip_of` makes."""

    @property
    def glyphs(self) -> Glyphs:
        """The signs this terminal can show."""
        found: Glyphs = getattr(self.app, "glyphs", UNICODE)  # a widget may stand in a test's own app
        return found

    def role_style(self, role: str) -> Style:
        """Return the style of a role, without a background."""
        styles: Mapping[str, Style] = getattr(self.app, "roles", {})
        return styles.get(role) or Style()

    def strip_of(self, line: Line, width: int, over: Style | None = None) -> Strip:
        """Return ``line`` drawn in ``width`` cells; ``over`` changes the ground it is drawn on, as behind a cursor."""
        ground = self.rich_style if over is None else self.rich_style + over
        if ground.reverse:  # each piece would get a ground of its own colour
            return draw(line, width, lambda _role: ground, self.glyphs.ellipsis)
        return draw(line, width, lambda role: ground + self.role_style(role), self.glyphs.ellipsis)
