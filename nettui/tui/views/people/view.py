"""The view People: circles at the left, the list, and the person at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from nettui.i18n import _
from nettui.services.views.order import name_key
from nettui.services.views.people import people_rows
from nettui.services.views.rows import PersonRow
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.views.people.columns import people_columns, person_cells
from nettui.tui.views.view import View
from nettui.tui.widgets.column_header import ColumnHeader
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from nettui.tui.widgets.line import Line

__all__ = ["PeopleView"]


class PeopleView(View):
    """Everybody, by name."""

    NAME = "people"
    SCOPE = Scope.PEOPLE
    BINDINGS = bindings(Scope.PEOPLE)

    def compose(self) -> ComposeResult:
        """Make the list and its titles."""
        self._columns = people_columns()
        with Vertical(id="people-pane"):
            yield PaneTitle(_("People"), id="people-title")
            yield ColumnHeader(self._columns)
            yield VirtualList[PersonRow](self._paint, lambda row: row.id, id="people-list")

    def load(self) -> None:
        """Show everybody."""
        index = self.workspace.index
        people = [person for person in index.people.values() if not person.archived]
        rows = sorted(people_rows(index, people), key=lambda row: (name_key(row.name), row.id))
        self.query_one("#people-list", VirtualList).set_rows(rows)
        self.query_one("#people-title", PaneTitle).note = str(len(rows))

    def focus_default(self) -> None:
        """Focus the list."""
        self.query_one("#people-list").focus()

    def _paint(self, row: PersonRow, width: int) -> Line:
        cells = person_cells(row, self.workspace.today, self.nettui.glyphs)
        return self._columns.line(cells, width)
