"""Asking where a file is to be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from nettui.i18n import _
from nettui.text import visible
from nettui.tui.dialogs.dialog import Dialog, said
from nettui.tui.widgets.key_hints import path_hints
from nettui.tui.widgets.path_input import PathInput

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import ComposeResult
    from textual.events import Key

__all__ = ["AskPath"]


class AskPath(Dialog[Path | None]):
    """Returns a path; None for Esc. ``trouble`` is what was wrong with the path that was given before."""

    DEFAULT_CSS = """
    AskPath > #panel { width: 84; }
    AskPath .said { height: auto; min-height: 1; margin: 1 0; color: $wrong; }
    """

    def __init__(self, title: str, start: str, *, trouble: str = "", suffixes: Collection[str] = ()) -> None:
        super().__init__()
        self._title = title
        self._start = start
        self._trouble = trouble
        self._suffixes = suffixes

    def compose(self) -> ComposeResult:
        """Make the line, the list, and where it says what is wrong."""
        with Vertical(id="panel"):
            yield said(self._title, classes="dialog--title")
            yield PathInput(self._start, self._suffixes, nothing=_("A file of this name will be new."))
            yield Static(Content(visible(self._trouble)), classes="said", markup=False)
            yield path_hints(self.nettui.glyphs, enter=_("writes it"))

    def on_mount(self) -> None:
        """Begin at the end of the line."""
        self.query_one(PathInput).focus_line()

    def on_key(self, event: Key) -> None:
        """Leave."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    @on(PathInput.Changed)
    def _typed(self) -> None:
        if self.query_one(PathInput).value != self._start:
            self.query_one(".said", Static).update("")

    @on(PathInput.Submitted)
    def _submitted(self, message: PathInput.Submitted) -> None:
        message.stop()
        self.dismiss(message.path)
