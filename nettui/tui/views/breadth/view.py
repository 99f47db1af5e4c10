"""The view Breadth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.views.view import View
from nettui.tui.widgets.line import text_line
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult

__all__ = ["BreadthView"]


class BreadthView(View):
    """To be written."""

    NAME = "breadth"
    SCOPE = Scope.BREADTH
    BINDINGS = bindings(Scope.BREADTH)

    def compose(self) -> ComposeResult:
        """Make one list."""
        yield VirtualList[str](lambda row, _width: text_line(row), lambda row: row)

    def load(self) -> None:
        """Show nothing yet."""

    def focus_default(self) -> None:
        """Focus the list."""
        self.query_one(VirtualList).focus()
