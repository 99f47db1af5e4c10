"""The field that lists positions; each opens a form of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.dialogs.positions import pack, position_words, unpack
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from nettui.domain.records import Position

__all__ = ["PositionsBox"]


class PositionsBox(Commanded, Painted, can_focus=True):
    """One position a line, and a last line that adds one."""

    SCOPE = Scope.POSITIONS
    BINDINGS = bindings(Scope.POSITIONS)
    COMPONENT_CLASSES = {"positions--cursor"}  # noqa: RUF012 - Textual declares it so

    DEFAULT_CSS = """
    PositionsBox {
        height: auto;
        width: 1fr;
        background: transparent;
        padding: 0 1;
        & > .positions--cursor { text-style: bold; }
    }
    """

    class Changed(Message):
        """The list is another one."""

    class Open(Message):
        """A position is to be edited; None is to be a new one."""

        def __init__(self, box: PositionsBox, number: int | None) -> None:
            super().__init__()
            self.box = box
            self.number = number

    def __init__(self, text: str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._raw = text
        self.items: list[Position] = list(unpack(text))
        self._cursor = 0
        self._fit()

    @property
    def raw(self) -> str:
        """The positions as one text."""
        return self._raw

    def replace(self, number: int | None, position: Position) -> None:
        """Put a position in the place of another, or at the end."""
        if number is None:
            self.items.append(position)
            self._cursor = len(self.items) - 1
        else:
            self.items[number] = position
        self._changed()

    def _changed(self) -> None:
        self._raw = pack(self.items)
        self._cursor = min(self._cursor, len(self.items))
        self._fit()
        self.refresh(layout=True)
        self.post_message(self.Changed())

    def _fit(self) -> None:
        self.styles.height = len(self.items) + 1

    def move(self, step: int) -> bool:
        """Move the cursor; return whether there was a line to move to."""
        target = self._cursor + step
        if not 0 <= target <= len(self.items):
            return False
        self._cursor = target
        self.refresh()
        self.screen.refresh_bindings()
        return True

    def enter(self, step: int) -> None:
        """Begin at the top when coming from above (1), at the bottom when coming from below."""
        self._cursor = 0 if step > 0 else len(self.items)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one of the lines."""
        here = self.has_focus and y == self._cursor
        over = self.get_component_rich_style("positions--cursor", partial=True) if here else None
        caret = (f"{self.glyphs.cursor} " if here else "  ", "mark") if self.has_focus else ("", "mark")
        if y < len(self.items):
            what, when = position_words(self.items[y])
            line = Line((caret, (what, "text")), ((f"  {when}", "quiet"),) if when else ())
            return self.strip_of(line, self.size.width, over)
        return self.strip_of(Line((caret, (_("+ add"), "mark" if here else "quiet"))), self.size.width, over)

    def refusal(self, action: str) -> str | None:
        """Say why nothing can be removed."""
        if action == "remove" and self._cursor >= len(self.items):
            return _("There is no position on this line.")
        return None

    def action_open(self) -> None:
        """Open the marked position, or add one."""
        self.post_message(self.Open(self, self._cursor if self._cursor < len(self.items) else None))

    def action_add(self) -> None:
        """Add a position."""
        self.post_message(self.Open(self, None))

    def action_remove(self) -> None:
        """Take the marked position out."""
        del self.items[self._cursor]
        self._changed()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Open the line under the mouse."""
        self._cursor = min(event.y, len(self.items))
        self.action_open()
