"""The view Journal: a stream of days, the entry at the cursor, and the year as a map."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical

from nettui.domain.change import Table
from nettui.domain.records import Entry
from nettui.i18n import _, ngettext
from nettui.services.views.journal import entry_row
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.messages import OpenRecord
from nettui.tui.views.journal.entry_page import Offspring, day_page, entry_page
from nettui.tui.views.journal.lines import entry_cells, entry_columns, heading_line
from nettui.tui.views.journal.stream import DayHeading, DayStream, days_of
from nettui.tui.views.journal.year_map import YearMap
from nettui.tui.views.reading import ReadingView
from nettui.tui.widgets.line import Line, text_line
from nettui.tui.widgets.page import Page
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from textual import events
    from textual.app import ComposeResult

    from nettui.domain.change import Change, Edit
    from nettui.domain.ids import Id
    from nettui.tui.views.journal.stream import StreamRow

__all__ = ["JournalView"]

_ON_AN_ENTRY = frozenset({"edit", "edit_outside", "favour", "star", "remove", "person"})
_ON_SOMEBODY = frozenset({"favour", "person"})
_ROOMY = 190
"""Cells from which the map has two for each week."""
_LOW = 28
"""Lines below which the page keeps the room of the map."""


class JournalView(ReadingView):
    """What happened, newest first."""

    NAME = "journal"
    SCOPE = Scope.JOURNAL
    BINDINGS = bindings(Scope.JOURNAL)

    DEFAULT_CSS = """
    JournalView {
        YearMap { dock: bottom; margin-top: 1; }
        &.-roomy .reading-side { width: 117; }
        &.-low YearMap { display: none; }
        &.-slim YearMap { display: none; }
        &.-slim.-year .reading-side { display: block; width: 1fr; border-left: none; }
        &.-slim.-year .reading-main { display: none; }
        &.-year YearMap { display: block; }
        &.-slim.-year YearMap { dock: top; }
    }
    """

    def compose(self) -> ComposeResult:
        """Make the list, the page, and the map under it."""
        self._columns = entry_columns()
        self._offspring: Offspring | None = None
        self._stream = DayStream((), ())
        with Horizontal():
            with Vertical(classes="reading-main"):
                yield PaneTitle(_("Journal"), id="journal-title")
                yield VirtualList["StreamRow"](
                    self._paint, _key_of, empty=self._empty, id="journal-list", classes="reading-list"
                )
            with Vertical(classes="reading-side"):
                yield Page(id="journal-page", classes="reading-page")
                yield YearMap(id="journal-year")

    def on_resize(self, event: events.Resize) -> None:
        """Give the map what room there is."""
        self.set_class(event.size.width >= _ROOMY, "-roomy")
        self.set_class(event.size.height < _LOW, "-low")

    # -- showing ---------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Show all entries, or those that are found."""
        self._offspring = None
        entries = sorted(self.workspace.index.entries.values(), key=lambda e: (e.at, len(e.id), e.id), reverse=True)
        self._stream = DayStream([entry.id for entry in entries], days_of(entry.at.day for entry in entries))
        self.rows.set_rows(self._stream)
        self._show_counts()
        self._show_year()
        self.show_page(stay=True)

    def apply(self, change: Change) -> None:
        """Show what ``change`` touched; only a change of the order makes the list anew."""
        entries = [edit for edit in change.edits if edit.table is Table.ENTRIES]
        if any(_moves(edit) for edit in entries):
            self.load()
            return
        if any(edit.table is Table.PEOPLE for edit in change.edits):
            self.rows.repaint()
        elif entries:
            self.rows.update_rows(edit.id for edit in entries)
        if any(edit.table in {Table.PROMISES, Table.EXCHANGES} for edit in change.edits):
            self._offspring = None
        self.show_page(stay=True)

    def page_of(self, record_id: Id, width: int) -> Iterable[Line]:
        """Return the lines of an entry's page."""
        index = self.workspace.index
        entry = index.entries.get(record_id)
        if entry is None:
            return ()
        if self._offspring is None:
            self._offspring = Offspring(index)
        return entry_page(index, entry, self._offspring, self.nettui.glyphs, width)

    def show_page(self, *, stay: bool = False) -> None:
        """Draw the page of the entry at the cursor, and mark its day on the map."""
        super().show_page(stay=stay)
        year = self._year
        if self._on_map:
            self._show_day(year.day or self.workspace.today)
        elif year.display:
            year.mark(self._day)

    def _show_day(self, day: date) -> None:
        index, glyphs, entries = self.workspace.index, self.nettui.glyphs, self._stream.entries_of(day)
        self.page.show(lambda width: day_page(index, day, entries, glyphs, width))

    @on(YearMap.DayMarked)
    def _day_marked(self, message: YearMap.DayMarked) -> None:
        message.stop()
        self.show_page_soon()

    def focus_default(self) -> None:
        """Focus the list."""
        self.rows.focus()

    def show_record(self, record_id: Id) -> bool:
        """Put the cursor on an entry."""
        if not self._go_to(record_id):
            return False
        self.close_page()
        self.show_page()
        return True

    def _go_to(self, record_id: Id) -> bool:
        entry = self.workspace.index.entries.get(record_id)
        row = self._stream.row_of(record_id, entry.at.day) if entry is not None else None
        if row is None:
            return False
        self.rows.cursor = row
        return True

    def _show_counts(self) -> None:
        count = len(self._stream.ids)
        note = ngettext("{n} entry", "{n} entries", count).format(n=count)
        self.query_one("#journal-title", PaneTitle).note = note if count else ""

    def _show_year(self) -> None:
        days = self._stream.days
        today = self.workspace.today
        self._year.show(self._stream.count, days[-1] if days else today, today, self._day)

    @property
    def _year(self) -> YearMap:
        return self.query_one("#journal-year", YearMap)

    @property
    def _day(self) -> date | None:
        """The day at the cursor."""
        return self._stream.day_at(self.rows.cursor)

    def _paint(self, row: StreamRow, width: int) -> Line:
        glyphs = self.nettui.glyphs
        if isinstance(row, DayHeading):
            return heading_line(row, self.workspace.today, width, glyphs)
        index = self.workspace.index
        entry = index.entries.get(row)
        if entry is None:
            return Line()
        return self._columns.line(entry_cells(entry_row(index, entry), glyphs), width)

    def _empty(self) -> Sequence[Line]:
        return (
            text_line(_("Nothing is written yet."), "strong"),
            Line(),
            Line(((_("Press "), "quiet"), ("i", "mark"), (_(" and write one line about whom you met:"), "quiet"))),
            Line(),
            text_line(_("yesterday: coffee with Maria about the thesis #phd"), "text"),
        )

    # -- commands --------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Return why a command cannot work: no entry, or an entry without people."""
        if action not in _ON_AN_ENTRY:
            return None
        if self.selected is None:
            return self.nothing_selected()
        if action in _ON_SOMEBODY and self._first_person() is None:
            return _("This entry is with nobody.")
        return None

    def _first_person(self) -> Id | None:
        entry = self.workspace.index.entries.get(self.selected or "")
        if entry is None:
            return None
        return next(iter((*entry.people, *entry.mentions)), None)

    @work
    async def action_edit(self) -> None:
        """Change the entry in a form."""
        from nettui.tui.flows.entries import edit_entry

        if (entry := self.selected) is not None:
            await edit_entry(self.nettui, entry)

    @work
    async def action_edit_outside(self) -> None:
        """Write the entry's text in the user's editor."""
        from nettui.tui.flows.entries import edit_entry_in_editor

        if (entry := self.selected) is not None:
            await edit_entry_in_editor(self.nettui, entry)

    @work
    async def action_star(self) -> None:
        """Give the entry a star, or take it away."""
        from nettui.tui.flows.entries import star_entry

        if (entry := self.selected) is not None:
            await star_entry(self.nettui, entry)

    @work
    async def action_remove(self) -> None:
        """Delete the entry."""
        from nettui.tui.flows.entries import remove_entry

        if (entry := self.selected) is not None:
            await remove_entry(self.nettui, entry)

    @work
    async def action_favour(self) -> None:
        """Record a favour with the first person of the entry."""
        from nettui.tui.flows.exchanges import record_exchange

        await record_exchange(self.nettui, self._first_person())

    def action_person(self) -> None:
        """Go to the first person of the entry."""
        person = self._first_person()
        if person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, person))

    def action_earlier(self) -> None:
        """Go to the month before; on the map to the year before."""
        if self._on_map:
            self._turn(-1)
            return
        day = self._day
        row = self._stream.row_until(day.replace(day=1) - timedelta(days=1)) if day is not None else None
        if row is None:
            self.nettui.say(_("Nothing earlier is written."), "hint")
        else:
            self._jump(row)

    def action_later(self) -> None:
        """Go to the month after; on the map to the year after."""
        if self._on_map:
            self._turn(1)
            return
        day = self._day
        found = self._stream.next_day(_next_month(day)) if day is not None else None
        row = self._stream.row_until(_next_month(found) - timedelta(days=1)) if found is not None else None
        if row is None:
            self.nettui.say(_("Nothing later is written."), "hint")
        else:
            self._jump(row)

    def action_today(self) -> None:
        """Go to the latest entry up to today."""
        if self._on_map:
            self._year.move_to(self.workspace.today)
            return
        row = self._stream.row_until(self.workspace.today)
        if row is not None:
            self._jump(row)

    def action_year(self) -> None:
        """Go to the map of the year and back."""
        if self._on_map:
            self.close_page()
            return
        self.add_class("-year")
        self.remove_class("-reading")
        self._year.mark(self._day)
        self._year.focus()
        self.show_page_soon()
        self.refresh_bindings()

    def action_back(self) -> None:
        """Go back to the list."""
        if not self.close_page():
            self.nettui.say(_("This is the whole journal."), "hint")

    def close_page(self) -> bool:
        """Go back to the list; return whether one was not there already."""
        self.remove_class("-year")
        was_away = super().close_page()
        if was_away:
            self.show_page_soon()
        return was_away

    @property
    def _on_map(self) -> bool:
        return self._year.has_focus

    def _turn(self, years: int) -> None:
        if not self._year.turn(years):
            self.nettui.say(_("Nothing is written in that year."), "hint")

    def _jump(self, row: int) -> None:
        """Put the cursor on a row, with its heading at the top."""
        rows = self.rows
        rows.cursor = row
        rows.scroll_to(y=row - 1, animate=False, immediate=True, force=True)

    @on(YearMap.DayChosen)
    def _day_chosen(self, message: YearMap.DayChosen) -> None:
        message.stop()
        row = self._stream.row_until(message.day)
        if row is None:
            self.nettui.say(_("Nothing was written until then."), "hint")
            return
        self._jump(row)
        self.close_page()
        if self._stream.count(message.day) == 0:
            self.nettui.say(_("Nothing on that day; this is what came before it."), "hint")


def _key_of(row: StreamRow) -> str | None:
    return None if isinstance(row, DayHeading) else row


def _moves(edit: Edit) -> bool:
    """Return whether an edit of an entry changes which entries there are, or their order."""
    before, after = edit.before, edit.after
    return not (isinstance(before, Entry) and isinstance(after, Entry) and before.at == after.at)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
