"""The base of all widgets that draw lines of spans: it gives each role its style."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from nettui.tui.glyphs import UNICODE
from nettui.tui.widgets.line import ROLES, draw

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Line

__all__ = ["Painted"]


class Painted(Widget):
    """A widget of lines. Subclasses give ``render_line`` the strips that :meth:`strip_of` makes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line--{role}" for role in ROLES}

    DEFAULT_CSS = """
    Painted {
        & > .line--text { color: $foreground; }
        & > .line--strong { color: $foreground; text-style: bold; }
        & > .line--quiet { color: $quiet; }
        & > .line--faint { color: $faint; }
        & > .line--mark { color: $mark; }
        & > .line--good { color: $good; }
        & > .line--due { color: $due; }
        & > .line--wrong { color: $wrong; }
        & > .line--when { color: $when; }
        & > .line--how { color: $how; }
        & > .line--who { color: $who; }
        & > .line--tagged { color: $tagged; }
        & > .line--match { color: $mark; text-style: bold underline; }
    }
    """

    @property
    def glyphs(self) -> Glyphs:
        """The signs this terminal can show."""
        found: Glyphs = getattr(self.app, "glyphs", UNICODE)  # a widget may stand in a test's own app
        return found

    def role_style(self, role: str) -> Style:
        """Return the style of a role, without a background."""
        return self.get_component_rich_style(f"line--{role}", partial=True)

    def strip_of(self, line: Line, width: int, over: Style | None = None) -> Strip:
        """Return ``line`` drawn in ``width`` cells; ``over`` changes the ground it is drawn on, as behind a cursor."""
        ground = self.rich_style if over is None else self.rich_style + over
        return draw(line, width, lambda role: ground + self.role_style(role), self.glyphs.ellipsis)
