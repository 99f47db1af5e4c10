"""A word that can be chosen: an answer of a question, save or cancel of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message

from nettui.text import visible
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["Button"]


class Button(Commanded, Painted, can_focus=True):
    """One line. ``hint`` is the key that does the same, shown before the word; ``value`` is what it stands for."""

    SCOPE = Scope.BUTTON
    BINDINGS = bindings(Scope.BUTTON)

    DEFAULT_CSS = """
    Button {
        width: auto;
        height: 1;
        margin: 0 2 0 0;
        background: $row-idle;
        &:focus { background: $row; text-style: bold; }
        &:ansi:focus { text-style: reverse; }
        &:nocolor:focus { text-style: reverse; }
    }
    """

    class Pressed(Message):
        """The word was chosen."""

        def __init__(self, button: Button) -> None:
            super().__init__()
            self.button = button

    def __init__(self, label: str, value: str, *, hint: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = visible(label)
        self._hint = hint
        self.value = value
        self.styles.width = cell_len(self._label) + (cell_len(hint) + 1 if hint else 0) + 4

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        caret = self.glyphs.cursor if self.has_focus else " "
        spans: list[Span] = [(f"{caret} ", "mark")]
        if self._hint:
            spans.append((f"{self._hint} ", "mark"))
        spans.append((f"{self._label}  ", "text" if self.has_focus else "quiet"))
        return self.strip_of(Line(tuple(spans)), self.size.width)

    def action_press(self) -> None:
        """Choose it."""
        self.post_message(self.Pressed(self))

    def on_click(self, event: events.Click) -> None:
        """Choose it with the mouse."""
        event.stop()
        self.action_press()
