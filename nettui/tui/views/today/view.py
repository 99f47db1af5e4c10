"""The view Today: what waits, each line with its reason; what was written down; and who the line is about."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Vertical

from nettui.domain.change import Table
from nettui.i18n import _
from nettui.services.views.day import in_words
from nettui.services.views.lists import JournalList
from nettui.services.views.today import today_view
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.messages import OpenRecord
from nettui.tui.views.people.person_page import PersonPage
from nettui.tui.views.today.empty import when_empty
from nettui.tui.views.today.lines import MORE, Row, today_rows, waiting_rows
from nettui.tui.views.view import View
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from nettui.domain.ids import Id
    from nettui.services.views.rows import EntryRow
    from nettui.tui.widgets.line import Line

__all__ = ["TodayView"]

_PAGE_FROM = 110
"""Cells from which the person's page stands beside the list."""


class TodayView(View):
    """The first screen."""

    NAME = "today"
    SCOPE = Scope.TODAY
    BINDINGS = bindings(Scope.TODAY)
    SHOWS_CAPTURE = True

    DEFAULT_CSS = """
    TodayView {
        layout: horizontal;
        #day { width: 1fr; padding-top: 1; }
        #day-title { margin-bottom: 1; }
        #today-person { width: 34%; max-width: 62; border-left: solid $faint; padding-top: 1; }
        #today-person:focus-within { border-left: solid $mark; }
        &.-slim #today-person { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """Make the list and the page beside it."""
        self._everything = False
        self._journal = JournalList(self.workspace.index)
        with Vertical(id="day"):
            yield PaneTitle(id="day-title")
            yield VirtualList[Row](
                lambda row, width: row.line(width - 1, self.nettui.glyphs),
                lambda row: row.key or None,
                empty=self._empty,
                id="day-list",
            )
        yield PersonPage(id="today-person")

    # -- parts -----------------------------------------------------------------------------------------------------

    @property
    def lines(self) -> VirtualList[Row]:
        """The list."""
        return self.query_one("#day-list", VirtualList)

    @property
    def page(self) -> PersonPage:
        """The person the line is about."""
        return self.query_one(PersonPage)

    @property
    def row(self) -> Row | None:
        """The row at the cursor."""
        return self.lines.cursor_row

    # -- showing ---------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Show the day anew."""
        index, today = self.workspace.index, self.workspace.today
        view = today_view(index)
        written = today_rows(self._written())
        rows = [*waiting_rows(view, today, everything=self._everything), *written]
        if written and len(rows) == len(written):
            rows = [Row(heading=_("nothing waits today")), *written]
        self.lines.set_rows(rows)
        self.lines.repaint()
        title = self.query_one("#day-title", PaneTitle)
        words = in_words(view if self._everything else view.worth_a_line(today))
        title.title = _("Today")
        title.note = words or _("nothing waits")
        self._follow()
        self.page.apply(None)

    def focus_default(self) -> None:
        """Focus the list."""
        self.lines.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Show the page where there is room for it."""
        self.set_class(event.size.width < _PAGE_FROM, "-slim")

    def _written(self) -> list[EntryRow]:
        """Return today's entries, the latest first."""
        journal, today = self._journal, self.workspace.today
        first = journal.first_of(today)
        places = takewhile(lambda at: journal.day(at) == today, range(first, len(journal)))
        rows = (journal.row(journal[at]) for at in places)
        return [row for row in rows if row is not None]

    def _follow(self) -> None:
        self.page.follow(self.row.person if self.row is not None else None)

    def _empty(self) -> Sequence[Line]:
        return when_empty(anybody=bool(self.workspace.index.people), width=max(self.lines.size.width - 4, 1))

    @on(VirtualList.Moved, "#day-list")
    def _moved(self) -> None:
        self._follow()

    @on(VirtualList.Chosen, "#day-list")
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        row = self.row
        if event.key == MORE:
            self.action_all()
        elif row is not None and row.entry is not None:
            self.post_message(OpenRecord(Table.ENTRIES, row.entry.id))
        elif row is not None and row.person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, row.person))
        elif row is not None and row.record is not None:
            self.action_edit()

    # -- commands --------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Tell what the line cannot do."""
        if action in {"step", "step_back", "edit", "remove"}:
            return self._refused(action)
        if action in {"favour", "promise"} and self._person is None:
            return _("Put the cursor on a line that is about somebody.")
        return super().refusal(action)

    def _refused(self, action: str) -> str | None:
        from nettui.tui.flows import records

        record = self.row.record if self.row is not None else None
        if record is None:
            return _("There is nothing on this line.")
        table, record_id = record
        if table is Table.PEOPLE and action != "edit":
            if action == "remove":
                return _("Nothing to delete here: the line follows from when you last spoke.")
            return _("Write, and then log it: i. The line goes by itself.")
        ask = {
            "step": records.refusal_advance,
            "step_back": records.refusal_step_back,
            "edit": records.refusal_edit,
            "remove": records.refusal_remove,
        }[action]
        return ask(self.workspace, table, record_id)

    @property
    def _person(self) -> Id | None:
        return self.row.person if self.row is not None else None

    def action_all(self) -> None:
        """Show everything, or the few lines again."""
        self._everything = not self._everything
        self.load()

    @work
    async def action_step(self) -> None:
        """Do what the line asks for."""
        from nettui.tui.flows import records

        if self.row is not None and self.row.record is not None:
            await records.advance(self.nettui, *self.row.record)

    @work
    async def action_step_back(self) -> None:
        """Put the favour back a step, or open the promise again."""
        from nettui.tui.flows import records

        if self.row is not None and self.row.record is not None:
            await records.step_back(self.nettui, *self.row.record)

    @work
    async def action_edit(self) -> None:
        """Edit what the line is about."""
        from nettui.tui.flows import records

        if self.row is not None and self.row.record is not None:
            await records.edit(self.nettui, *self.row.record)

    @work
    async def action_remove(self) -> None:
        """Delete what the line is about."""
        from nettui.tui.flows import records

        if self.row is not None and self.row.record is not None:
            await records.remove(self.nettui, *self.row.record)

    @work
    async def action_favour(self) -> None:
        """Record a favour with the person at the cursor."""
        from nettui.tui.flows import exchanges

        await exchanges.record_exchange(self.nettui, self._person)

    @work
    async def action_promise(self) -> None:
        """Note a promise."""
        from nettui.tui.flows import promises

        await promises.add_promise(self.nettui, self._person)

    @work
    async def action_add(self) -> None:
        """Add somebody."""
        from nettui.tui.flows import people

        await people.add_person(self.nettui)
