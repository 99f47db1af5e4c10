"""A line that names the keys of a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from nettui.tui.glyphs import Glyphs

__all__ = ["KeyHints", "path_hints"]


class KeyHints(Painted):
    """Pairs of a key and what it does, as the bottom line of the main screen shows them."""

    DEFAULT_CSS = """
    KeyHints { height: 1; }
    """

    def __init__(self, hints: Sequence[tuple[str, str]] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hints = tuple(hints)

    def show(self, hints: Sequence[tuple[str, str]]) -> None:
        """Name other keys."""
        self._hints = tuple(hints)
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        spans = [span for key, does in self._hints for span in ((f"{key} ", "mark"), (f"{does}   ", "quiet"))]
        return self.strip_of(Line(tuple(spans)), self.size.width)


def path_hints(glyphs: Glyphs, *, enter: str) -> KeyHints:
    """Return the keys of a dialog that asks for a path; ``enter`` is what Enter does with it."""
    choose = "Up Down" if glyphs.ascii else "↑ ↓"
    return KeyHints([("Tab", _("completes")), (choose, _("choose")), ("Enter", enter), ("Esc", _("back"))])
