"""The view People: circles at the left, the list, and the person at the cursor."""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Vertical

from nettui.domain.change import Table
from nettui.domain.query import Target
from nettui.i18n import _
from nettui.services.filter_completion import FilterCompletion
from nettui.services.finding.people import PeopleFinder
from nettui.services.views.lists import PeopleList
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.views.finding import Finding
from nettui.tui.views.people.actions import PersonActions
from nettui.tui.views.people.circles import ALL, ARCHIVED, CirclesPane, group_key
from nettui.tui.views.people.columns import ORDERS, people_columns, person_cells
from nettui.tui.views.people.empty import when_empty
from nettui.tui.views.people.layout import LAYOUT
from nettui.tui.views.people.person_page import PersonPage
from nettui.tui.views.view import SIDE_BY_SIDE, View
from nettui.tui.widgets.column_header import ColumnHeader
from nettui.tui.widgets.filter_bar import FilterBar
from nettui.tui.widgets.follower import Follower
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.domain.ids import Id

__all__ = ["PeopleView"]

_READY_AFTER = 0.3
"""Seconds after which the texts to be searched are read, in slices: no key waits for them."""
_CIRCLES_FROM = 100
"""Cells from which the circles stand beside the list; below they are laid over it."""


class _ListPane(Follower, Vertical):
    """The middle pane; it follows the cursor of the circles."""

    def show(self, key: str | None) -> None:  # noqa: ARG002 - the view knows which circle is selected
        self.query_ancestor(PeopleView).show_circle()


class PeopleView(PersonActions, Finding, View):
    """Circles, list and person; the list is narrowed by the circle and by the filter line."""

    NAME = "people"
    SCOPE = Scope.PEOPLE
    BINDINGS = [*bindings(Scope.PEOPLE), *bindings(Scope.FIND)]  # noqa: RUF012 - Textual declares it so

    DEFAULT_CSS = LAYOUT

    def compose(self) -> ComposeResult:
        """Make the three panes."""
        self._columns = people_columns()
        self._people = PeopleList(self.workspace.index)
        self._reverse = False
        self._completion = FilterCompletion(self.workspace.index, Target.PEOPLE)
        yield CirclesPane(id="circles")
        with _ListPane(id="people-pane"):
            yield PaneTitle(_("People"), id="people-title")
            self._finder = PeopleFinder(self.workspace.index)
            yield FilterBar(
                self._finder,
                complete=self._completion,
                help=_("company: group: level: industry: tag: last:>180d"),
                id="people-filter",
            )
            yield ColumnHeader(self._columns, scrollbar=2)
            yield VirtualList[str](self._paint, lambda row: row, empty=self._empty, id="people-list")
        yield PersonPage(id="person")

    # -- parts -----------------------------------------------------------------------------------------------------

    @property
    def circles(self) -> CirclesPane:
        """The left pane."""
        return self.query_one(CirclesPane)

    @property
    def names(self) -> VirtualList[str]:
        """The list of people: their ids."""
        return self.query_one("#people-list", VirtualList)

    @property
    def page(self) -> PersonPage:
        """The right pane."""
        return self.query_one(PersonPage)

    @property
    def selected(self) -> Id | None:
        """Whoever the cursor of the list is on."""
        return self.names.cursor_key

    @property
    def record_on_page(self) -> tuple[Table, Id] | None:
        """The record at the cursor of the person's page while that has the keys."""
        return self.page.record if self.page.lines.has_focus else None

    def filter_bar(self) -> FilterBar:
        """Return the filter line."""
        return self.query_one(FilterBar)

    def found_list(self) -> VirtualList[str]:
        """Return the list of people."""
        return self.names

    # -- showing ---------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Get ready for the first filter, once the view stands."""
        self.set_timer(_READY_AFTER, self._get_ready)

    @work(group="ready", exclusive=True)
    async def _get_ready(self) -> None:
        for _slice in self._finder.loading():
            await sleep(0)

    def load(self) -> None:
        """Show everything anew."""
        self._completion.forget()
        self.circles.show(self.workspace.index)
        self.filter_bar().search()
        self._show_list()
        self.names.repaint()
        self.page.apply(None)

    def apply(self, change: Change) -> None:
        """Show what ``change`` touched: circles, order, the rows of those named in it, and the page."""
        tables = {edit.table for edit in change.edits}
        self._completion.forget()
        if tables & {Table.PEOPLE, Table.GROUPS, Table.ME}:
            self.circles.show(self.workspace.index)
        if self.filter_bar().text:
            self.filter_bar().search()
        self._show_list()
        if Table.GROUPS in tables:
            self.names.repaint()
        else:
            self.names.update_rows(_named_in(change))
        self.page.apply(change)

    def show_circle(self) -> None:
        """Show the people of the circle that is selected."""
        self._people.show(scope=self.circles.selected.scope)
        self._show_list(at=0)

    def _show_list(self, *, at: int | None = None, keep: Id | None = None) -> None:
        """Bring the list up to date; the cursor stays on whoever it is on, unless ``at`` says where."""
        ids = self._people[:]
        names = self.names
        if ids != names.rows:
            names.set_rows(ids, at=at, keep=keep)
        elif keep is not None:
            names.go_to(keep)
        if not ids:
            names.repaint()
        self._entitle(len(ids))
        self.page.follow(self.selected)

    def _entitle(self, count: int) -> None:
        title, bar, circle = self.query_one("#people-title", PaneTitle), self.filter_bar(), self.circles.selected
        title.title = _("People") if circle.key == ALL else circle.name
        of = _("{count} of {all}").format(count=count, all=circle.count)
        title.note = of if bar.text and count != circle.count else str(count)
        title.filter = "" if bar.opened else bar.text
        signs = self.nettui.glyphs
        sign = signs.descending if self._reverse else signs.ascending
        self.query_one(ColumnHeader).sort(self._people.sort.value, sign)

    def _paint(self, person_id: Id, width: int) -> Line:
        row = self._people.row(person_id)
        if row is None:
            return Line()
        words = self.filter_bar().found.words
        cells = person_cells(row, self.workspace.today, self.nettui.glyphs, words)
        return self._columns.line(cells, width - 1)

    def _empty(self) -> Sequence[Line]:
        counts = self.circles.list.rows
        everybody = counts[0].count if counts else 0
        archived = any(circle.key == ARCHIVED for circle in counts)
        width = self.names.size.width - 4
        return when_empty(
            self.circles.selected,
            nobody=not everybody and not archived,
            narrowed=bool(self.filter_bar().text),
            width=width,
        )

    # -- where the focus goes --------------------------------------------------------------------------------------

    def focus_default(self) -> None:
        """Focus the list, or the page where it is in its place."""
        (self.page.lines if self._reading else self.names).focus()

    def next_pane(self) -> bool:
        """Go one pane to the right, where panes take each other's place; return whether this did it."""
        if self.circles.list.has_focus and self.has_class("-over"):
            self._close_circles()
            return True
        if self.has_class("-slim") and not self._reading and self.names.has_focus:
            self.open_page()
            return True
        return False

    def previous_pane(self) -> bool:
        """Go one pane to the left."""
        if self._reading:
            self.close_page()
            return True
        if self.has_class("-over") and self.names.has_focus:
            self.add_class("-circles")
            self.circles.list.focus()
            return True
        return False

    @property
    def _reading(self) -> bool:
        return self.has_class("-slim") and self.has_class("-reading")

    def _close_circles(self) -> None:
        self.query_one(_ListPane).follow_now()
        self.remove_class("-circles")
        self.names.focus()

    def open_page(self) -> None:
        """Go to the page of whoever is selected."""
        if self.selected is None:
            return
        self.add_class("-reading")
        self.page.follow(self.selected)
        self.page.follow_now()
        self.page.lines.focus()
        self.refresh_bindings()

    def close_page(self) -> None:
        """Go back to the list."""
        self.remove_class("-reading")
        self.names.focus()
        self.refresh_bindings()

    def show_record(self, record_id: Id) -> bool:
        """Show a person's page, a group's people, or the page on which a promise stands."""
        index = self.workspace.index
        if record_id in index.groups:
            self.close_page()
            self.circles.list.go_to(group_key(record_id))
            self.query_one(_ListPane).follow_now()
            return True
        promise = index.promises.get(record_id)
        person = index.people.get(record_id if promise is None else promise.person or "")
        if person is None:
            return False
        if self._people.place(person.id) is None and self.filter_bar().text:
            self.filter_bar().forget()
            self._people.narrow(None)
        if self._people.place(person.id) is None:
            self._go_to_circle(ARCHIVED if person.archived else ALL)
        self._show_list(keep=person.id)
        self.open_page()
        if promise is not None:
            self.page.go_to_record(Table.PROMISES, promise.id)
        elif not self.has_class("-slim"):
            self.names.focus()
        return True

    def show_query(self, query: str) -> None:
        """Narrow everybody to a filter line."""
        self.remove_class("-reading")
        self._go_to_circle(ALL)
        self.filter_bar().narrow(query)
        self.names.focus()

    def _go_to_circle(self, key: str) -> None:
        self.circles.show(self.workspace.index, select=key)
        pane = self.query_one(_ListPane)
        pane.follow(key)
        pane.follow_now()

    # -- messages --------------------------------------------------------------------------------------------------

    @on(VirtualList.Moved, "#circles-list")
    def _circle_selected(self, event: VirtualList.Moved) -> None:
        self.query_one(_ListPane).follow(event.key)

    @on(VirtualList.Chosen, "#circles-list")
    def _circle_chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self._close_circles()

    @on(VirtualList.Moved, "#people-list")
    def _person_selected(self) -> None:
        self.page.follow(self.selected)

    @on(VirtualList.Chosen, "#people-list")
    def _person_chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.open_page()

    @on(FilterBar.Narrowed)
    def _narrowed(self, event: FilterBar.Narrowed) -> None:
        event.stop()
        self._people.narrow(event.found.ids)
        self._show_list()
        self.names.repaint()

    @on(FilterBar.Left)
    def _filter_left(self, event: FilterBar.Left) -> None:
        event.stop()
        self._entitle(len(self.names.rows))
        self.names.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Put the panes beside each other as far as there is room."""
        width = event.size.width
        self.set_class(width < _CIRCLES_FROM, "-over")
        self.set_class(width < SIDE_BY_SIDE, "-slim")
        self.set_class(width >= 160, "-wide")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show which pane the keys go to; circles laid over the list go when the focus does."""
        if self.has_class("-circles") and event.widget is not self.circles.list:
            self.remove_class("-circles")
        for title in self.query(PaneTitle):
            title.live = title.parent in event.widget.ancestors

    # -- commands --------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Tell why a command cannot work now."""
        if action == "back" and not self._has_a_way_back:
            return _("This is the list of everybody: 1 to 5 go elsewhere.")
        if action in {"order", "turn"} and self._reading:
            return _("The list is behind this page: Esc goes back to it.")
        return super().refusal(action)

    def action_find(self) -> None:
        """Open the filter line over the list."""
        self.remove_class("-reading")
        super().action_find()

    @property
    def _has_a_way_back(self) -> bool:
        return not self.names.has_focus or bool(self.filter_bar().text) or self.circles.selected.key != ALL

    def action_back(self) -> None:
        """Go back to the list; there, clear the filter, then the circle."""
        if not self.names.has_focus:
            self.close_page()
        elif self.filter_bar().text:
            self.filter_bar().narrow("")
        else:
            self._go_to_circle(ALL)

    def action_order(self) -> None:
        """Sort by the next column."""
        here = ORDERS.index(self._people.sort) if self._people.sort in ORDERS else -1
        self._reverse = False
        self._people.show(sort=ORDERS[(here + 1) % len(ORDERS)], reverse=False)
        self._show_list()

    def action_turn(self) -> None:
        """Turn the order round."""
        self._reverse = not self._reverse
        self._people.show(reverse=self._reverse)
        self._show_list()


def _named_in(change: Change) -> set[Id]:
    """Return whose rows may look different."""
    found: set[Id] = set()
    for edit in change.edits:
        if edit.table is Table.PEOPLE:
            found.add(edit.id)
        elif edit.table is Table.ENTRIES:
            for record in (edit.before, edit.after):
                found.update(getattr(record, "people", ()))
    return found
