"""What the journal and the ledger share: a list, and beside it or in its place the page of the record at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from nettui.i18n import _
from nettui.tui.views.view import View
from nettui.tui.widgets.page import Page
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.timer import Timer

    from nettui.domain.ids import Id
    from nettui.tui.widgets.line import Line

__all__ = ["ReadingView"]

_SIDE_BY_SIDE = 110
"""Cells from which the page stands beside the list."""
_REST = 0.2
"""Seconds that the cursor must rest before the page is drawn: while it moves, only the list is."""


class ReadingView(View):
    """A view with a list ``.reading-list`` and a page ``.reading-page`` inside ``.reading-side``.

    In a narrow window the page takes the list's place when it is opened, until Esc.
    """

    DEFAULT_CSS = """
    ReadingView {
        .reading-side { width: 60; border-left: solid $faint; }
        .reading-side:focus-within { border-left: solid $mark; }
        &.-slim .reading-side { display: none; }
        &.-slim.-reading .reading-side { display: block; width: 1fr; border-left: none; }
        &.-slim.-reading .reading-main { display: none; }
    }
    """

    _timer: Timer | None = None
    _shown: Id | None = None

    # -- for subclasses --------------------------------------------------------------------------------------------

    def page_of(self, record_id: Id, width: int) -> Iterable[Line]:
        """Return the lines of a record's page."""
        raise NotImplementedError

    # -- the page --------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> VirtualList[Any]:
        """The list."""
        return self.query_one(".reading-list", VirtualList)

    @property
    def page(self) -> Page:
        """The page."""
        return self.query_one(".reading-page", Page)

    @property
    def selected(self) -> Id | None:
        """The id of the record at the cursor."""
        return self.rows.cursor_key

    @property
    def slim(self) -> bool:
        """Whether there is room for one of list and page only."""
        return self.has_class("-slim")

    @property
    def reading(self) -> bool:
        """Whether the page stands in the place of the list."""
        return self.slim and self.has_class("-reading")

    def show_page_soon(self) -> None:
        """Draw the page once the cursor rests."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_REST, self.show_page)

    def show_page(self, *, stay: bool = False) -> None:
        """Draw the page of the record at the cursor; ``stay`` keeps the place to which it was scrolled."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.slim and not self.reading:
            self._shown = None
            return
        selected = self.selected
        stay = stay and selected == self._shown
        self._shown = selected
        self.page.show(lambda width: self.page_of(selected, width) if selected is not None else (), stay=stay)

    def open_page(self) -> None:
        """Go to the page; in a narrow window show it."""
        if self.selected is None:
            return
        if self.slim:
            self.add_class("-reading")
            self.show_page()
        self.page.focus()
        self.refresh_bindings()

    def close_page(self) -> bool:
        """Go back to the list; return whether one was not there already."""
        was_away = self.reading or not self.rows.has_focus
        self.remove_class("-reading")
        self.rows.focus()
        self.refresh_bindings()
        return was_away

    def nothing_selected(self) -> str | None:
        """Return why a command on the record at the cursor cannot work: there is none."""
        return _("Nothing is selected.") if self.selected is None else None

    # -- events ----------------------------------------------------------------------------------------------------

    @on(VirtualList.Moved, ".reading-list")
    def _list_moved(self) -> None:
        self.show_page_soon()

    @on(VirtualList.Chosen, ".reading-list")
    def _list_chosen(self, message: VirtualList.Chosen) -> None:
        message.stop()
        self.open_page()

    def on_resize(self, event: events.Resize) -> None:
        """Put the page beside the list, or in its place."""
        slim = event.size.width < _SIDE_BY_SIDE
        if slim != self.slim:
            self.set_class(slim, "-slim")
            if self._timer is None and self.is_attached:
                self._timer = self.set_timer(_REST, self.show_page)

    def on_descendant_focus(self) -> None:
        """Show which pane the keys go to."""
        self._follow_focus()

    def on_descendant_blur(self) -> None:
        """Show that a pane no longer has the keys."""
        self._follow_focus()

    def _follow_focus(self) -> None:
        focused = self.screen.focused
        for title in self.query(PaneTitle):
            pane = title.parent
            title.live = focused is not None and pane is not None and pane in focused.ancestors
