"""The jump mode: a letter appears on each pane, and pressing it goes there."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Key
    from textual.geometry import Offset
    from textual.strip import Strip
    from textual.widget import Widget

__all__ = ["Jump", "panes_of"]

_LETTERS = "asdfjkl" + "".join(letter for letter in ascii_lowercase if letter not in "asdfjkl")


def panes_of(root: Widget) -> list[Widget]:
    """Return the widgets below ``root`` that can have the focus and are in sight, from the upper left."""
    found = [
        widget
        for widget in root.query("*")
        if widget.focusable and widget.display and widget.region.area and widget.visible
    ]
    return sorted(found, key=lambda widget: (widget.region.x, widget.region.y))


class _Label(Painted):
    DEFAULT_CSS = """
    _Label {
        position: absolute;
        width: 3;
        height: 1;
        background: $mark;
        color: $background;
        text-style: bold;
        &:ansi { text-style: bold reverse; }
        &:nocolor { text-style: bold reverse; }
    }
    """

    def __init__(self, letter: str, at: Offset) -> None:
        super().__init__()
        self._letter = letter
        self.styles.offset = (at.x, at.y)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        return self.strip_of(Line(((f" {self._letter} ", ""),)), self.size.width)


class Jump(ModalScreen[int | None]):
    """Returns the number of the pane whose letter was pressed, None for any other key."""

    DEFAULT_CSS = """
    Jump { background: $background 30%; layers: labels; }
    """

    def __init__(self, places: Sequence[Offset]) -> None:
        super().__init__()
        self._places = places[: len(_LETTERS)]

    def compose(self) -> ComposeResult:
        """Make a label for each pane."""
        for letter, place in zip(_LETTERS, self._places, strict=False):
            yield _Label(letter, place)

    def on_key(self, event: Key) -> None:
        """Go to the pane, or nowhere."""
        event.stop()
        number = _LETTERS.find(event.character or " ")
        self.dismiss(number if 0 <= number < len(self._places) else None)
