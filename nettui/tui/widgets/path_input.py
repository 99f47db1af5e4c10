"""A line for a path, with what it may become under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from nettui.tui.path_completion import Offer, as_path, common_start, offers
from nettui.tui.widgets.line import Line, text_line
from nettui.tui.widgets.veiled_input import VeiledInput
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import Key

__all__ = ["PathInput"]

_MOVES = {"down": "cursor_down", "up": "cursor_up", "pagedown": "cursor_page_down", "pageup": "cursor_page_up"}


class PathInput(Vertical):
    """Tab completes, the arrows choose from the list, Enter takes: a folder is entered, a file is submitted.

    Folders are always offered, files with one of ``suffixes``; ``nothing`` is said where there is none.
    """

    DEFAULT_CSS = """
    PathInput { height: auto; }
    PathInput > VirtualList { height: 7; margin-top: 1; background: $surface; }
    """

    class Submitted(Message):
        """Enter on a path."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Changed(Message):
        """Another path stands in the line."""

    def __init__(self, value: str, suffixes: Collection[str], *, nothing: str = "") -> None:
        super().__init__()
        self._nothing_to_offer = nothing
        self._start = value
        self._suffixes = frozenset(suffixes)
        self._chosen = False

    def compose(self) -> ComposeResult:
        """Make the line and the list."""
        yield VeiledInput(self._start, compact=True, select_on_focus=False)
        found = VirtualList[Offer](self._paint, lambda offer: offer.text, empty=self._nothing)
        found.can_focus = False  # the line keeps the focus, the arrows reach the list all the same
        yield found

    def on_mount(self) -> None:
        """Offer what the first value may become."""
        self._offer()

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self.query_one(Input).value

    @property
    def path(self) -> Path:
        """The path that stands in the line."""
        return as_path(self.value)

    def focus_line(self) -> None:
        """Put the cursor at the end of the line."""
        line = self.query_one(Input)
        line.focus()
        line.cursor_position = len(line.value)

    def _put(self, text: str) -> None:
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)

    def _offer(self) -> None:
        self._chosen = False
        self._list.set_rows(offers(self.value, self._suffixes), at=0)

    @property
    def _list(self) -> VirtualList[Offer]:
        return self.query_one(VirtualList)

    def take(self) -> None:
        """Do what Enter does."""
        row = self._list.cursor_row
        if self._chosen and row is not None:
            self._put(row.text)
            if row.folder:
                return
        self.post_message(self.Submitted(self.path))

    def on_key(self, event: Key) -> None:
        """Complete, and move in the list, while the focus stays in the line."""
        if event.key == "tab":
            self._complete()
        elif event.key in _MOVES and self._list.rows:
            if self._chosen or event.key != "down":
                getattr(self._list, f"action_{_MOVES[event.key]}")()
            self._chosen = True
            self._list.repaint()
        else:
            return
        event.stop()
        event.prevent_default()

    def _complete(self) -> None:
        found = self._list.rows
        row = self._list.cursor_row
        if self._chosen and row is not None:
            self._put(row.text)
        elif found:
            start = common_start(found)
            # One name in another case is completed too, as the list does not heed case.
            self._put(start if len(start) > len(self.value) else found[0].text if len(found) == 1 else self.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer()
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.take()

    def _paint(self, offer: Offer, _width: int) -> Line:
        chosen = self._chosen and offer is self._list.cursor_row
        role = "mark" if chosen else "text" if offer.folder else "strong"
        return text_line(f"{offer.name}/" if offer.folder else offer.name, role)

    def _nothing(self) -> Sequence[Line]:
        return (text_line(self._nothing_to_offer, "quiet"),)
