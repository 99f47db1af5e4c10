"""The view Journal: a stream of days, the entry at the cursor, and the year as a map."""

from __future__ import annotations

from asyncio import sleep
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical

from nettui.domain.change import Table
from nettui.domain.records import Entry
from nettui.i18n import _, ngettext
from nettui.services.facts.journal import JournalOrder
from nettui.services.views.journal import entry_row
from nettui.services.views.lists import JournalList
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.views.journal.entry_page import Offspring, day_page, entry_page
from nettui.tui.views.journal.lines import entry_cells, entry_columns, heading_line
from nettui.tui.views.journal.periods import PeriodActions
from nettui.tui.views.journal.search import EntrySearch, FoundEntries
from nettui.tui.views.journal.stream import DayHeading, DayStream
from nettui.tui.views.journal.year_map import YearMap
from nettui.tui.widgets.filter_bar import FilterBar
from nettui.tui.widgets.line import Line, text_line
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from nettui.domain.change import Change, Edit
    from nettui.domain.ids import Id
    from nettui.tui.views.journal.stream import StreamRow

__all__ = ["JournalView"]

_ROOMY = 190
"""Cells from which the map has two for each week."""
_LOW = 28
"""Lines below which the page keeps the room of the map."""
_AT_ONCE = 0.05
"""Seconds for which the order of the journal may be worked out before the view is shown."""
_A_SLICE = 0.012
"""Seconds of looking further between two keys."""
_DAY = "day:"


class JournalView(PeriodActions):
    """What happened, newest first."""

    NAME = "journal"
    SCOPE = Scope.JOURNAL
    BINDINGS = [*bindings(Scope.JOURNAL), *bindings(Scope.FIND)]  # noqa: RUF012 - as in Textual

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
        self._entries = JournalList(self.workspace.index)
        self._stream = DayStream((), ())
        self._words: Sequence[str] = ()
        with Horizontal():
            with Vertical(classes="reading-main"):
                yield PaneTitle(_("Journal"), id="journal-title")
                yield FilterBar(
                    EntrySearch(self.workspace.index),
                    help=_("words, with: channel: group: tag: period: from: to: starred:"),
                    id="journal-filter",
                )
                yield VirtualList["StreamRow"](
                    self._paint, _key_of, empty=self._empty, id="journal-list", classes="reading-list"
                )
            with Vertical(classes="reading-side"):
                yield self.make_page("journal-page")
                yield YearMap(id="journal-year")

    def on_resize(self, event: events.Resize) -> None:
        """Give the map what room there is."""
        self.set_class(event.size.width >= _ROOMY, "-roomy")
        self.set_class(event.size.height < _LOW, "-low")

    # -- showing ---------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Show all entries, or those that are found. What must be worked out first is, between two keys."""
        self._offspring = None
        order = self.workspace.index.shelf(JournalOrder)
        if not order.loaded and self._takes_long(order.loading()):
            self._load_between(order)
            return
        self._show_entries()

    def _takes_long(self, loading: Iterator[None]) -> bool:
        until = perf_counter() + _AT_ONCE
        return any(perf_counter() > until for _pause in loading)

    @work(exclusive=True, group="journal-order")
    async def _load_between(self, order: JournalOrder) -> None:
        self.query_one("#journal-title", PaneTitle).note = _("reading…")
        for _pause in order.loading():
            await sleep(0)
        self._show_entries()

    def _show_entries(self) -> None:
        bar = self.filter_bar()
        if bar.text.strip():
            bar.search()
        else:
            self._show_stream()

    def _show_stream(self, *, keep: str | None = None) -> None:
        entries = self._entries
        # A copy: the list follows the index, and the rows must stay what they were until they are shown anew.
        self._stream = DayStream(entries[:], [(each.day, each.first) for each in entries.days()])
        self.rows.set_rows(self._stream, keep=keep)
        self._show_counts()
        self._show_year()
        self.show_page()

    def apply(self, change: Change) -> None:
        """Show what ``change`` touched; only a change of the order makes the list anew."""
        entries = [edit for edit in change.edits if edit.table is Table.ENTRIES]
        touched = {edit.table for edit in change.edits}
        if touched & {Table.PROMISES, Table.EXCHANGES}:
            self._offspring = None
        if any(_moves(edit) for edit in entries) or (entries and self.filter_bar().text.strip()):
            self.load()
            return
        if Table.PEOPLE in touched:
            self.rows.repaint()
        elif entries:
            self.rows.update_rows(edit.id for edit in entries)
        self.show_page()

    # -- finding ---------------------------------------------------------------------------------------------------

    def filter_bar(self) -> FilterBar:
        """Return the filter line."""
        return self.query_one("#journal-filter", FilterBar)

    def found_list(self) -> VirtualList[StreamRow]:
        """Return the list that it narrows."""
        return self.rows

    def show_query(self, query: str) -> None:
        """Narrow the journal to a filter line."""
        self.close_page()
        self.filter_bar().narrow(query)

    @on(FilterBar.Narrowed)
    def _narrowed(self, message: FilterBar.Narrowed) -> None:
        message.stop()
        found = message.found
        if isinstance(found, FoundEntries) and not found.everything:
            if not found.complete and not found.places:
                self._find_further(found)  # the rows stay until there is something to show
                return
            self._show_found(found)
            if not found.complete:
                self._find_further(found)
            return
        self.workers.cancel_group(self, "journal-find")
        keep = self.selected
        self._words = ()
        self._entries.narrow(None)
        self._show_stream(keep=keep)

    @work(exclusive=True, group="journal-find")
    async def _find_further(self, found: FoundEntries) -> None:
        while not found.complete:
            found.go_on(_A_SLICE)
            await sleep(0)
        bar = self.filter_bar()
        if bar.found is found or bar.text == found.line:
            bar.tell(found)
            self._show_found(found)

    def _show_found(self, found: FoundEntries) -> None:
        self._words = found.words
        self._entries.narrow(found.places)
        self._show_stream()

    @on(FilterBar.Left)
    def _filter_left(self, message: FilterBar.Left) -> None:
        message.stop()
        self.rows.focus()

    # -- the page and the map --------------------------------------------------------------------------------------

    def page_key(self) -> str | None:
        """Return the entry at the cursor, or on the map the day that is marked."""
        if self._on_map:
            return f"{_DAY}{self._year.day or self.workspace.today}"
        return self.selected

    def page_of(self, key: str, width: int) -> Iterable[Line]:
        """Return the lines of an entry's page, or of a day's."""
        index, glyphs = self.workspace.index, self.nettui.glyphs
        if key.startswith(_DAY):
            day = date.fromisoformat(key.removeprefix(_DAY))
            return day_page(index, day, self._stream.entries_of(day), glyphs, width)
        entry = index.entries.get(key)
        if entry is None:
            return ()
        if self._offspring is None:
            self._offspring = Offspring(index)
        return entry_page(index, entry, self._offspring, glyphs, width)

    def page_drawn(self) -> None:
        """Mark the day of the entry on the map."""
        if not self._on_map and self._year.display:
            self._year.mark(self._day)

    @property
    def page_in_sight(self) -> bool:
        """Whether the page is shown: under the map too."""
        return super().page_in_sight or self.has_class("-year")

    def on_descendant_focus(self) -> None:
        """Show the day beside the map, the entry beside the list."""
        self.show_page_soon()

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
        if entry is None:
            return False
        row = self._stream.row_of(record_id, entry.at.day)
        if row is None:
            self.filter_bar().narrow("")
            self._entries.narrow(None)
            self._words = ()
            self._show_stream()
            row = self._stream.row_of(record_id, entry.at.day)
        if row is None:
            return False
        self.rows.cursor = row
        return True

    def _show_counts(self) -> None:
        count = len(self._stream.ids)
        text = self.filter_bar().text.strip()
        if text:
            whole = len(self.workspace.index.shelf(JournalOrder).ids)
            note = _("{n} of {all} fit {filter}").format(n=count, all=whole, filter=text)
        else:
            note = ngettext("{n} entry", "{n} entries", count).format(n=count) if count else ""
        self.query_one("#journal-title", PaneTitle).note = note

    def _show_year(self) -> None:
        days = self._stream.days
        today = self.workspace.today
        self._year.show(self._stream.count, days[-1] if days else today, today, self._day)

    def _paint(self, row: StreamRow, width: int) -> Line:
        glyphs = self.nettui.glyphs
        if isinstance(row, DayHeading):
            return heading_line(row, self.workspace.today, width, glyphs)
        index = self.workspace.index
        entry = index.entries.get(row)
        if entry is None:
            return Line()
        return self._columns.line(entry_cells(entry_row(index, entry), glyphs, self._words), width)

    def _empty(self) -> Sequence[Line]:
        if self.filter_bar().text.strip():
            return (
                text_line(_("Nothing fits."), "strong"),
                Line(),
                Line((("Esc ", "mark"), (_("shows the whole journal"), "quiet"))),
            )
        return (
            text_line(_("Nothing is written yet."), "strong"),
            Line(),
            Line(((_("Press "), "quiet"), ("i", "mark"), (_(" and write one line about whom you met:"), "quiet"))),
            Line(),
            text_line(_("yesterday: coffee with Maria about the thesis #phd"), "text"),
        )

    # -- commands --------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Go back to the list; there, show all entries again."""
        if self.close_page():
            return
        if self.filter_bar().text:
            self.filter_bar().clear()
        else:
            self.nettui.say(_("This is the whole journal."), "hint")

    def close_page(self) -> bool:
        """Go back to the list; return whether one was not there already."""
        self.remove_class("-year")
        return super().close_page()


def _key_of(row: StreamRow) -> str | None:
    return None if isinstance(row, DayHeading) else row


def _moves(edit: Edit) -> bool:
    """Return whether an edit of an entry changes which entries there are, or their order."""
    before, after = edit.before, edit.after
    return not (isinstance(before, Entry) and isinstance(after, Entry) and before.at == after.at)
