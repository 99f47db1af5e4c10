"""A line to type in that draws nothing which could steer the terminal."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Input

from nettui.tui.widgets.veil import harmless

__all__ = ["VeiledInput"]


class VeiledInput(Input):
    """Its value may hold anything, as the name of a file may; Textual would write that to the terminal as it is."""

    @property
    def _value(self) -> Text:
        """What is drawn: Textual puts the cursor and the selection on it."""
        return Text(harmless(self.value), no_wrap=True, overflow="ignore", end="")
