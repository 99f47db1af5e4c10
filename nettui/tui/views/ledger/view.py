"""The view Ledger: the lists at the left, the one that is shown, and the page of what the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from nettui.domain.balances import totals_by_kind
from nettui.domain.change import Table
from nettui.domain.periods import ALL_TIME
from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.views.ledger.actions import LedgerActions
from nettui.tui.views.ledger.balance_page import balance_page, communal_page
from nettui.tui.views.ledger.desk_page import desk_page
from nettui.tui.views.ledger.empty import empty_lines
from nettui.tui.views.ledger.going import LedgerPeriods
from nettui.tui.views.ledger.lines import columns_of, row_line
from nettui.tui.views.ledger.lists import ListName, ListRow, list_line, list_names, shown_lists
from nettui.tui.views.ledger.model import (
    BALANCES,
    LIST_NAMES,
    PERIODIC,
    SORTS,
    BalanceLine,
    Ledger,
    Which,
    key_of,
)
from nettui.tui.views.ledger.needs import NeedRow, need_page
from nettui.tui.views.ledger.pages import Sheet, exchange_page, promise_page
from nettui.tui.views.ledger.period import period_name
from nettui.tui.views.ledger.search import FoundRecords, RecordSearch
from nettui.tui.widgets.column_header import ColumnHeader
from nettui.tui.widgets.filter_bar import FilterBar
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.views.ledger.model import LedgerRow, Narrowed
    from nettui.tui.widgets.columns import Columns
    from nettui.tui.widgets.line import Line

__all__ = ["LedgerView"]

_TIGHT = 100
"""Cells below which the lists are one line of names."""
_ROOMY, _ROOMIER = 160, 190


class LedgerView(LedgerPeriods, LedgerActions):
    """What went each way, and what is open."""

    NAME = "ledger"
    SCOPE = Scope.LEDGER
    BINDINGS = [*bindings(Scope.LEDGER), *bindings(Scope.FIND)]  # noqa: RUF012 - as in Textual

    DEFAULT_CSS = """
    LedgerView {
        #ledger-left { width: 21; padding-right: 1; }
        #ledger-lists { scrollbar-gutter: auto; }
        #ledger-row { display: none; }
        .reading-side { width: 33; }
        &.-opened .reading-side { width: 64; }
        &.-opened #ledger-left { display: none; }
        &.-roomy #ledger-left { width: 26; display: block; }
        &.-roomy .reading-side { width: 60; }
        &.-roomier .reading-side { width: 66; }
        &.-tight #ledger-left { display: none; }
        &.-tight #ledger-row { display: block; }
        &.-tight #ledger-title { display: none; }
        &.-tight.-narrowed #ledger-title { display: block; }
        &.-needs ColumnHeader { display: none; }
        &.-slim.-reading #ledger-left { display: none; }
        &.-slim.-reading #ledger-row { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """Make the panes."""
        self._which = Which.REGISTER
        self._sorts = dict.fromkeys(Which, 0)
        self._narrowed: Narrowed | None = None
        self._found: FoundRecords | None = None
        self._period = ALL_TIME
        self._columns = self._columns_of(self._which)
        yield ListRow(id="ledger-row")
        with Horizontal():
            with Vertical(id="ledger-left"):
                yield PaneTitle(_("Ledger"))
                yield VirtualList[ListName](list_line, lambda row: row.which and row.which.value, id="ledger-lists")
            with Vertical(classes="reading-main"):
                yield PaneTitle(id="ledger-title")
                yield FilterBar(
                    RecordSearch(self.workspace.index, self._listed, self._texts),
                    help=_("words, with: kind: status: direction: group: period: from: to:"),
                    id="ledger-filter",
                )
                yield ColumnHeader(self._columns)
                yield VirtualList["LedgerRow"](
                    self._paint, key_of, empty=self._empty, id="ledger-list", classes="reading-list"
                )
            with Vertical(classes="reading-side"):
                yield self.make_page("ledger-page")

    def on_resize(self, event: events.Resize) -> None:
        """Give each pane what room there is."""
        width = event.size.width
        self.set_class(width < _TIGHT, "-tight")
        self.set_class(width >= _ROOMY, "-roomy")
        self.set_class(width >= _ROOMIER, "-roomier")

    # -- showing ---------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Show everything anew."""
        self._read()
        if self._which not in self._lists:
            self._show_list(Which.REGISTER)
        self._columns = self._columns_of(self._which)
        self._find_again()
        self.rows.set_rows(self._selection())
        self._show_names()
        self.show_page()

    def apply(self, change: Change) -> None:
        """Show what ``change`` touched."""
        touched = {edit.table for edit in change.edits}
        unseen = {Table.ENTRIES, Table.IMPORTS, Table.SNOOZES, Table.REVIEWS}
        if touched <= unseen or (touched <= unseen | {Table.ME} and self._which is not Which.NEEDS):
            if Table.ENTRIES in touched:
                self.show_page()
            return
        self._read()
        self._find_again()
        self.rows.revise(self._selection())
        if Table.PEOPLE in touched:
            self.rows.repaint()
        self._show_names()
        self.show_page()

    def _read(self) -> None:
        self._ledger = Ledger(self.workspace.index, self._period)
        if self._narrowed is not None:
            self._narrowed = self._ledger.narrowed(self._narrowed.line)

    def _selection(self) -> Sequence[LedgerRow]:
        found = self._found.ids if self._found is not None else None
        return self._ledger.rows(self._which, sort=self._sort, found=found, narrowed=self._narrowed)

    def _listed(self) -> frozenset[Id]:
        """Return the records behind the list that is shown, whatever it is narrowed to by the filter line."""
        return self._ledger.listed(self._which, self._narrowed)

    def _texts(self) -> Mapping[str, str]:
        return self._ledger.texts(self._which)

    def _columns_of(self, which: Which) -> Columns:
        return columns_of(which, self.nettui.glyphs, balances=self.nettui.balances)

    # -- finding ---------------------------------------------------------------------------------------------------

    def filter_bar(self) -> FilterBar:
        """Return the filter line."""
        return self.query_one("#ledger-filter", FilterBar)

    def found_list(self) -> VirtualList[LedgerRow]:
        """Return the list that it narrows."""
        return self.rows

    def show_query(self, query: str) -> None:
        """Show the register, narrowed to a filter line."""
        self._narrowed = None
        self.take_period(ALL_TIME)
        self.close_page()
        self._show_list(Which.REGISTER)
        self.filter_bar().narrow(query)

    def _find_again(self) -> None:
        """Find again what the filter line says, after a change or in another list."""
        bar = self.filter_bar()
        if bar.text.strip():
            bar.search()
            self._take_found(bar.found)

    def _take_found(self, found: object) -> None:
        self._found = found if isinstance(found, FoundRecords) and found.ids is not None else None

    @on(FilterBar.Narrowed)
    def _filtered(self, message: FilterBar.Narrowed) -> None:
        message.stop()
        self._take_found(message.found)
        self.rows.set_rows(self._selection())
        self._show_names()

    @on(FilterBar.Left)
    def _filter_left(self, message: FilterBar.Left) -> None:
        message.stop()
        self.rows.focus()

    # -- the lists -------------------------------------------------------------------------------------------------

    @property
    def _lists(self) -> list[Which]:
        return shown_lists(balances=self.nettui.balances)

    @property
    def _sort(self) -> str:
        return SORTS[self._which][self._sorts[self._which]]

    def _show_names(self) -> None:
        counts = self._ledger.counts()
        period = period_name(self._period) if self._which in PERIODIC else ""
        self.query_one("#ledger-lists", VirtualList).revise(list_names(counts, balances=self.nettui.balances))
        self.query_one("#ledger-row", ListRow).show(self._which, counts, self._lists, period)
        title = self.query_one("#ledger-title", PaneTitle)
        title.title = _(LIST_NAMES[self._which])
        rows = self.rows.rows
        notes = [period] if period else []
        notes += [str(sum(key_of(row) is not None for row in rows))] if rows else []
        if self._which is Which.REGISTER and rows and self.nettui.balances:
            given, received = self._ledger.figures(rows)
            notes.append(_("given {given}, received {received}").format(given=given, received=received))
        if self._narrowed is not None and self._which is Which.REGISTER:
            notes.append(_("{name}, Esc shows all").format(name=self._narrowed.line.name))
        filtered = self.filter_bar().text.strip()
        if filtered:
            notes.append(_("fit {filter}").format(filter=filtered))
        title.note = f" {self.nettui.glyphs.dot} ".join(notes)
        self.set_class(bool(filtered) or (self._narrowed is not None and self._which is Which.REGISTER), "-narrowed")
        self.set_class(self._which is Which.NEEDS, "-needs")
        newest_first = self._which is Which.REGISTER and self._sorts[self._which] == 0
        falling = newest_first or (self._which in BALANCES and self._sort != "name")
        sign = self.nettui.glyphs.descending if falling else self.nettui.glyphs.ascending
        self.query_one(ColumnHeader).show(self._columns, self._sort, sign)

    def _show_list(self, which: Which, *, keep: str | None = None, find: bool = True) -> None:
        self._which = which
        if find:
            self._find_again()
        self._columns = self._columns_of(which)
        self.rows.set_rows(self._selection(), keep=keep, at=None if keep is not None else 0)
        self._show_names()
        self.query_one("#ledger-lists", VirtualList).go_to(which.value)
        self.show_page_soon()

    def page_of(self, key: str, width: int) -> Iterable[Line]:
        """Return the lines of the page of what the cursor is on."""
        index, glyphs = self.workspace.index, self.nettui.glyphs
        row = self.rows.cursor_row
        if isinstance(row, NeedRow):
            return need_page(row, index, self._ledger.needs(), glyphs, width)
        if isinstance(row, BalanceLine) and row.needs is not None:
            needs = self._ledger.needs_in(row.key.partition(":")[2])
            return communal_page(row, needs, index, glyphs, width)
        if isinstance(row, BalanceLine):
            ids = self._ledger.narrowed(row).ids
            return balance_page(row, totals_by_kind(index.exchanges[each] for each in ids), index, width)
        if (promise := index.promises.get(key)) is not None:
            return promise_page(index, promise, glyphs, width)
        if (exchange := index.exchanges.get(key)) is not None:
            if self._which is Which.RECOMMENDATIONS:
                return desk_page(index, exchange, glyphs, width)
            returns = tuple(each.id for each in index.exchanges.values() if each.in_return_for == key)
            return exchange_page(
                Sheet(
                    index=index,
                    exchange=exchange,
                    glyphs=glyphs,
                    width=width,
                    returns=returns,
                    balances=self.nettui.balances,
                )
            )
        return ()

    def focus_default(self) -> None:
        """Focus the list."""
        self.rows.focus()

    def show_record(self, record_id: Id) -> bool:
        """Put the cursor on an exchange, or on a promise of mine."""
        if not self.rows.go_to(record_id):
            which = Which.PROMISED if record_id in self.workspace.index.promises else Which.REGISTER
            self._narrowed = self._found = None
            self.take_period(ALL_TIME)
            self.filter_bar().narrow("")
            self._show_list(which, keep=record_id, find=False)
        if self.selected != record_id:
            return False
        self.close_page()
        self.show_page()
        return True

    def _paint(self, row: LedgerRow, width: int) -> Line:
        words = self._found.words if self._found is not None else ()
        return row_line(row, self._columns, self.workspace.index, self.nettui.glyphs, width, words)

    def _empty(self) -> Sequence[Line]:
        return empty_lines(
            self._which,
            nothing_yet=self._ledger.empty,
            found=self._found is not None,
            period=period_name(self._period),
        )

    # -- commands --------------------------------------------------------------------------------------------------

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._sorts[self._which] = (self._sorts[self._which] + 1) % len(SORTS[self._which])
        self.rows.set_rows(self._selection())
        self._show_names()

    def action_turn(self, steps: int) -> None:
        """Show the next list, or the one before."""
        lists = self._lists
        if self.reading:
            self.close_page()
        self._show_list(lists[(lists.index(self._which) + steps) % len(lists)])

    def show_period_rows(self) -> None:
        """Show the rows of the period; the cursor stays on what it is on, if that is among them."""
        self._find_again()
        self.rows.set_rows(self._selection())
        self._show_names()
        self.show_page_soon()

    def action_back(self) -> None:
        """Go back to the list; there, show everything again."""
        if self.close_page():
            return
        if self.filter_bar().text:
            self.filter_bar().clear()
            return
        if self._narrowed is None or self._which is not Which.REGISTER:
            self.nettui.say(_("This is the whole list."), "hint")
            return
        self._narrowed = None
        self.rows.set_rows(self._selection())
        self._show_names()

    def open_page(self) -> None:
        """Go to the page; of a balance, show in the register what it was counted from; on a need, begin to offer."""
        row = self.rows.cursor_row
        if isinstance(row, NeedRow):
            self.action_record()
            return
        if isinstance(row, BalanceLine) and row.needs is None:
            self._narrowed = self._ledger.narrowed(row)
            self._show_list(Which.REGISTER)
            return
        super().open_page()

    @on(VirtualList.Moved, "#ledger-lists")
    def _lists_moved(self, message: VirtualList.Moved) -> None:
        if message.key is not None and message.key != self._which.value and message.list.has_focus:
            self._show_list(Which(message.key))

    @on(VirtualList.Chosen, "#ledger-lists")
    def _lists_chosen(self, message: VirtualList.Chosen) -> None:
        message.stop()
        self.rows.focus()
