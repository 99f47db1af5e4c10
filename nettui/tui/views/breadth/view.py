"""The view Breadth: is it a network or a pyramid, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Horizontal

from nettui.domain.change import Table
from nettui.i18n import _
from nettui.services.views.breadth import breadth_view
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.messages import OpenQuery, OpenRecord
from nettui.tui.views.breadth.paint import head_lines, paint
from nettui.tui.views.breadth.rows import (
    BreadthRow,
    Figure,
    Heads,
    Matrix,
    folded,
    key_of,
    people_rows,
    shape_rows,
)
from nettui.tui.views.prose import Title
from nettui.tui.views.view import View
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from nettui.domain.change import Change

__all__ = ["BreadthView"]

_TWO_FROM = 120
"""Cells from which the sections stand in two columns."""
_FIRST = 58
"""Percent of the width that the first of two columns has, as in the styles."""
_MARGINS = 5
"""Cells of a list beside its text."""


class BreadthView(View):
    """One page of lines; in the matrix, left and right choose the cell.

    Why a figure is there is told when asked for, and until it is asked for again.
    """

    NAME = "breadth"
    SCOPE = Scope.BREADTH
    BINDINGS = bindings(Scope.BREADTH)

    DEFAULT_CSS = """
    BreadthView {
        padding-top: 1;
        #breadth-shape { width: 1fr; }
        #breadth-people { width: 1fr; display: none; }
        &.-two #breadth-people { display: block; margin-left: 1; }
        &.-two #breadth-shape { width: 58%; }
        &.-low { padding-top: 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """Make the two lists; in a narrow window the first holds all."""
        self._column = 0
        self._width = 0
        self._stale = False
        self._reasons = False
        with Horizontal():
            yield VirtualList[BreadthRow](
                lambda row, width: self._paint(self.shape, row, width), key_of, empty=self._empty, id="breadth-shape"
            )
            yield VirtualList[BreadthRow](
                lambda row, width: self._paint(self.others, row, width), key_of, idle=False, id="breadth-people"
            )

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def shape(self) -> VirtualList[BreadthRow]:
        """The first list: levels, companies, industries."""
        return self.query_one("#breadth-shape", VirtualList)

    @property
    def others(self) -> VirtualList[BreadthRow]:
        """The second list: circles, how we met."""
        return self.query_one("#breadth-people", VirtualList)

    def load(self) -> None:
        """Count everything anew; at the start when there is a width to fill."""
        self._stale = False
        if not self._width:
            return
        index = self.workspace.index
        view = breadth_view(index)
        shape = list(shape_rows(view)) if view.people else []
        others = list(people_rows(view, index)) if view.people else []
        two = self.has_class("-two")
        first = self._width * _FIRST // 100 if two else self._width
        one = shape if two or not shape else [*shape, Title(), *others]
        names = next((row.names for row in shape if isinstance(row, Heads)), ("",))
        heads = head_lines(names, first - _MARGINS)
        self.shape.set_rows(list(folded(one, first - _MARGINS, reasons=self._reasons, head_lines=heads)))
        rest = folded(others, self._width - first - _MARGINS, reasons=self._reasons, head_lines=1)
        self.others.set_rows(list(rest) if two else [])
        self._column = min(self._column, len(names) - 1)
        self.shape.repaint()
        self.others.repaint()

    def apply(self, change: Change) -> None:
        """Count again what is in sight; out of sight it waits until somebody looks."""
        if {edit.table for edit in change.edits} <= {Table.PROMISES, Table.IMPORTS, Table.SNOOZES, Table.REVIEWS}:
            return
        if self.display:
            self.load()
        else:
            self._stale = True

    def focus_default(self) -> None:
        """Focus the first list, counted again if anything has changed meanwhile."""
        if self._stale:
            self.load()
        self.shape.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Put the sections in one column or two."""
        two = event.size.width >= _TWO_FROM
        self.set_class(event.size.height < 24, "-low")
        width = event.size.width
        if width == self._width:
            return
        self._width = width
        self.set_class(two, "-two")
        self.load()

    def _paint(self, among: VirtualList[BreadthRow], row: BreadthRow, width: int) -> Line:
        selected = isinstance(row, Matrix) and among.cursor_key == row.key
        return paint(row, width, self.nettui.glyphs, column=self._column, selected=selected)

    def _empty(self) -> Sequence[Line]:
        return (
            Line(((_("Nobody is here yet, so there is nothing to count."), "strong"),)),
            Line(),
            Line((("2  ", "mark"), (_("goes to People: a adds somebody there"), "text"))),
            Line((("I  ", "mark"), (_("imports your LinkedIn archive, or: nettui import FILE.zip"), "text"))),
        )

    @work
    async def action_sort_out(self) -> None:
        """Go through those whose level or industry is unknown."""
        from nettui.tui.sorting.flow import sort_out

        await sort_out(self.nettui)

    # -- the cell --------------------------------------------------------------------------------------------------

    @property
    def _cells(self) -> int:
        row = self.shape.cursor_row
        return len(row.counts) if isinstance(row, Matrix) and self.shape.has_focus else 0

    def next_pane(self) -> bool:
        """Go one cell to the right in the matrix; return whether there was one."""
        return self._go_to_cell(self._column + 1)

    def previous_pane(self) -> bool:
        """Go one cell to the left in the matrix; return whether there was one."""
        return self._go_to_cell(self._column - 1)

    def _go_to_cell(self, column: int) -> bool:
        if not 0 <= column < self._cells:
            return False
        self._column = column
        self.shape.repaint()
        return True

    @on(VirtualList.Chosen)
    def _chosen(self, message: VirtualList.Chosen) -> None:
        """Open the list behind the figure."""
        message.stop()
        row = message.list.cursor_row
        if isinstance(row, Matrix):
            self.post_message(OpenQuery("people", row.queries[self._column]))
        elif isinstance(row, Figure):
            self.post_message(OpenQuery("people", row.query))

    # -- commands --------------------------------------------------------------------------------------------------

    @property
    def _figure(self) -> Figure | None:
        """The figure at the cursor of the list that has the focus."""
        row = (self.others if self.others.has_focus else self.shape).cursor_row
        return row if isinstance(row, Figure) else None

    def refusal(self, action: str) -> str | None:
        """Tell where there is nobody to thank."""
        if action in {"thank", "person"} and (self._figure is None or self._figure.person is None):
            return _("This is for those through whom you met others.")
        if action == "why" and not self.workspace.index.people:
            return _("There is nobody yet whom a figure could be counted from.")
        return super().refusal(action)

    def action_why(self) -> None:
        """Show or hide why each figure is there."""
        self._reasons = not self._reasons
        self.load()

    def action_person(self) -> None:
        """Go to the person who introduced others to me."""
        figure = self._figure
        if figure is not None and figure.person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, figure.person))

    @work
    async def action_thank(self) -> None:
        """Write down thanks for the oldest introduction; where none is in the ledger, record it first."""
        from nettui.tui.flows.connectors import thank_connector

        figure = self._figure
        if figure is not None and figure.person is not None:
            await thank_connector(self.nettui, figure.person)

    @work
    async def action_roads(self) -> None:
        """Show the roads into what the cursor is on, else into what is asked for; go to the person chosen there."""
        from nettui.tui.flows.roads import show_roads

        figure = self._figure
        person = await show_roads(self.nettui, figure.place if figure is not None else None)
        if person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, person))
