"""What the journal and the ledger share: a list, and beside it or in its place the page of the record at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from nettui.i18n import _
from nettui.tui.views.finding import Finding
from nettui.tui.views.view import SIDE_BY_SIDE, View
from nettui.tui.widgets.filter_bar import FilterBar
from nettui.tui.widgets.follower import Follower
from nettui.tui.widgets.page import Page
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events

    from nettui.domain.ids import Id
    from nettui.tui.widgets.line import Line

__all__ = ["ReadingPage", "ReadingView"]


class ReadingPage(Follower, Page, can_focus=True):
    """A page that follows the cursor of a list.

    ``lines_of`` makes the lines of what has a key, for a width; ``drawn`` is called whenever another page is drawn.
    """

    def __init__(
        self,
        lines_of: Callable[[str, int], Iterable[Line]],
        drawn: Callable[[], None],
        *,
        id: str,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._lines_of = lines_of
        self._drawn = drawn

    def show(self, key: str | None) -> None:
        """Draw the page of ``key``, from its top."""
        self._set(key)

    def draw(self, key: str | None) -> None:
        """Draw the page of ``key`` at once; the same one again keeps the place to which it was scrolled."""
        stay = key == self._shown
        self._wanted = self._shown = key
        self.follow_now()
        self._set(key, stay=stay)

    def _set(self, key: str | None, *, stay: bool = False) -> None:
        self.set_lines(lambda width: self._lines_of(key, width) if key is not None else (), stay=stay)
        self._drawn()


class ReadingView(Finding, View):
    """A view with a filter line, a list ``.reading-list`` and a page ``.reading-page`` inside ``.reading-side``.

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

    _list: VirtualList[Any] | None = None

    # -- for subclasses --------------------------------------------------------------------------------------------

    def page_of(self, key: str, width: int) -> Iterable[Line]:
        """Return the lines of the page with a key: a record's id, or what else :meth:`page_key` gives."""
        raise NotImplementedError

    def page_key(self) -> str | None:
        """Return which page belongs beside the list."""
        return self.selected

    def page_drawn(self) -> None:
        """Do what belongs to another page having been drawn."""

    # -- the page --------------------------------------------------------------------------------------------------

    def make_page(self, name: str) -> ReadingPage:
        """Return the page, to be put into ``.reading-side``."""
        return ReadingPage(self.page_of, self.page_drawn, id=name)

    @property
    def rows(self) -> VirtualList[Any]:
        """The list, looked for once: the bottom line asks for it with each of its keys, at each move of the cursor."""
        if self._list is None:
            self._list = self.query_one(".reading-list", VirtualList)
        return self._list

    @property
    def page(self) -> ReadingPage:
        """The page."""
        return self.query_one(ReadingPage)

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

    @property
    def page_in_sight(self) -> bool:
        """Whether the page is shown."""
        return self.reading or not self.slim

    def show_page_soon(self) -> None:
        """Draw the page once the cursor rests."""
        if self.page_in_sight:
            self.page.follow(self.page_key())

    def show_page(self) -> None:
        """Draw the page: another one, or the same one again after a change."""
        if self.page_in_sight:
            self.page.draw(self.page_key())

    def open_page(self) -> None:
        """Go to the page; in a narrow window show it."""
        if self.selected is None:
            return
        if self.slim:
            self.add_class("-reading")
            self.show_page()
        self.add_class("-opened")
        self.page.focus()
        self.refresh_bindings()

    def close_page(self) -> bool:
        """Go back to the list; return whether one was not there already."""
        was_away = self.reading or not self.rows.has_focus
        self.remove_class("-reading", "-opened")
        self.rows.focus()
        self.refresh_bindings()
        return was_away

    def action_find(self) -> None:
        """Open the filter line over the list."""
        self.close_page()
        self.query_one(FilterBar).open()

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
        slim = event.size.width < SIDE_BY_SIDE
        if slim != self.slim:
            self.set_class(slim, "-slim")
            self.call_after_refresh(self.show_page)

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
