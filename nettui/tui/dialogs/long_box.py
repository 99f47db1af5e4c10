"""A field of several lines. Imported only where a form has one: Textual's TextArea costs time to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import TextArea

from nettui.tui.widgets.veil import Veil

if TYPE_CHECKING:
    from textual import events
    from textual.document._document import EditResult
    from textual.widgets.text_area import Edit

__all__ = ["LongBox"]


class LongBox(TextArea):
    """Keeps the text it was given as it was, and shows nothing that could steer the terminal.

    The arrows leave it at its first and last line. With ``items``, one text a line, Enter on an empty last line leaves
    it too.
    """

    DEFAULT_CSS = """
    LongBox, LongBox:focus {
        background: transparent;
        background-tint: $foreground 0%;
        color: $foreground;
        border: none;
        padding: 0 1;
        height: auto;
        min-height: 1;
        max-height: 9;
        scrollbar-size-vertical: 1;
        & .text-area--cursor { background: $foreground; color: $background; text-style: none; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--selection { background: $input-selection-background; }
        &:ansi .text-area--cursor { text-style: reverse; background: ansi_default; color: ansi_default; }
        &:nocolor .text-area--cursor { text-style: reverse; }
    }
    """

    class Left(Message):
        """An arrow or Enter left the field: 1 downwards, -1 upwards."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, text: str = "", *, items: bool = False, classes: str | None = None) -> None:
        self._kept = text
        # Other line ends than a line feed would be turned into one.
        self._veil = Veil(text, newlines=True)
        self._first = self._veil.show(text)
        self._items = items
        super().__init__(self._first, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, classes=classes)
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.move_cursor(self.document.end)

    @property
    def raw(self) -> str:
        """What is to be kept: the text as it was given if it was not edited."""
        return self._kept if self.text == self._first else self._veil.keep(self.text)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, as every key and paste does."""
        edit.text = self._veil.show(edit.text.replace("\r\n", "\n").replace("\r", "\n"))
        return super().edit(edit)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up; from the first line out of the field."""
        if not select and self.cursor_at_first_line and self.wrapped_at_edge(-1):
            self.post_message(self.Left(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down; from the last line out of the field."""
        if not select and self.cursor_at_last_line and self.wrapped_at_edge(1):
            self.post_message(self.Left(1))
        else:
            super().action_cursor_down(select)

    def wrapped_at_edge(self, step: int) -> bool:
        """Return whether the cursor is on the first (-1) or last (1) of the lines that its line is wrapped into."""
        row, column = self.cursor_location
        offsets = self.wrapped_document.get_offsets(row)
        if not offsets:
            return True
        return column < offsets[0] if step < 0 else column >= offsets[-1]

    async def _on_key(self, event: events.Key) -> None:
        row, _column = self.cursor_location
        if (
            event.key == "enter"
            and self._items
            and self.cursor_at_last_line
            and not self.document.get_line(row).strip()
        ):
            event.prevent_default()
            event.stop()
            self.post_message(self.Left(1))
