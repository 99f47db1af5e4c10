"""The base of all dialogs: a calm panel over the dimmed screen, and its keys on the bottom line.

A dialog returns data; it never saves.
"""

from __future__ import annotations

from typing import TypeVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from nettui.text import visible
from nettui.tui.commands.commanded import Commanded

__all__ = ["Dialog", "said"]

T = TypeVar("T")


def said(text: str, *, classes: str = "", id: str | None = None) -> Static:  # noqa: A002 - Textual's name
    """Return a widget that shows ``text``, which may come from a stranger, on as many lines as it takes."""
    return Static(Content(visible(text, newlines=True)), markup=False, classes=classes, id=id)


class Dialog(Commanded, ModalScreen[T]):
    """A modal screen with a panel in the middle. Subclasses yield a container with the id ``panel``, and a KeyBar."""

    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 55%;
        &:ansi { background: transparent; }
        & > #panel {
            width: 64;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            background: $surface;
            padding: 1 3;
        }
        & > #panel:ansi { border: solid ansi_default; padding: 0 2; }
        & .dialog--title { color: $foreground; text-style: bold; margin: 0 0 1 0; }
        & .dialog--note { color: $quiet; margin: 0 0 1 0; }
    }
    """
