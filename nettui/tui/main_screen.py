"""The main screen: the top line, one of the five views, the capture line, and the bottom line."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from textual import on, work
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from nettui.domain.change import Table
from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.everywhere import VIEWS
from nettui.tui.commands.registry import bindings
from nettui.tui.messages import OpenQuery, OpenRecord
from nettui.tui.views.view import View
from nettui.tui.widgets.capture.panel import CapturePanel
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.tab_bar import TabBar
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.tui.app import NettuiApp
    from nettui.tui.dialogs.palette import Hit

__all__ = ["MainScreen"]

_VIEW_OF = {
    Table.PEOPLE: "people",
    Table.GROUPS: "people",
    Table.ENTRIES: "journal",
    Table.EXCHANGES: "ledger",
    Table.PROMISES: "people",
}


_MANY = 2000
"""Records from which on a change takes long enough to say so."""


class MainScreen(Commanded, Screen[None]):
    """Holds the views and the commands that work everywhere."""

    SCOPE = Scope.EVERYWHERE
    BINDINGS = bindings(Scope.EVERYWHERE)
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (100, "-medium"),
        (160, "-wide"),
    ]

    DEFAULT_CSS = """
    MainScreen { layout: vertical; background: $background; }
    MainScreen > #views { height: 1fr; }
    """

    def __init__(self, first: str = "today") -> None:
        super().__init__()
        self._first = first
        self._opening = ExitStack()

    def compose(self) -> ComposeResult:
        """Make the frame with the first view; the others come when they are first shown."""
        # Textual would draw the frame four times while its parts find their places.
        self._opening.enter_context(self.app.batch_update())
        yield TabBar()
        with ContentSwitcher(id="views", initial=self._first):
            yield self._make(self._first)
        yield CapturePanel(self._focus_view, id="capture")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Name the day and the first view."""
        self.query_one(TabBar).active = self._first
        self._name_place()
        self.nettui.changed.subscribe(self, self._changed)
        self._capture.shown_at_rest = self.view.SHOWS_CAPTURE
        self._focus_at_start()
        self.call_later(self.call_later, self._draw_first)

    def _draw_first(self) -> None:
        """Draw the first screen; what a view puts off until then follows it."""
        self._opening.close()
        self.call_after_refresh(self.view.begin)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.query_one(f"#views > #{self._switcher.current}", View)

    @property
    def _switcher(self) -> ContentSwitcher:
        return self.query_one("#views", ContentSwitcher)

    def _focus_at_start(self) -> None:
        if not self._capture.is_open:  # a key may have been quicker
            self.view.focus_default()

    def _focus_view(self) -> None:
        self.view.focus_default()

    @property
    def _capture(self) -> CapturePanel:
        return self.query_one(CapturePanel)

    async def go(self, name: str) -> View:
        """Show the view called ``name``, made when it is shown for the first time."""
        if not self._switcher.query(f"#{name}"):
            await self._switcher.add_content(self._make(name), id=name)
        self._switcher.current = name
        self.query_one(TabBar).active = name
        view = self.view
        self._capture.shut(refocus=False)
        self._capture.shown_at_rest = view.SHOWS_CAPTURE
        view.focus_default()
        self.refresh_bindings()
        return view

    def _make(self, name: str) -> View:
        from nettui.tui.views.catalogue import make_view

        return make_view(name)

    def _name_place(self) -> None:
        workspace = self.nettui.workspace
        bar = self.query_one(TabBar)
        bar.today = workspace.today
        if not workspace.kept:
            bar.note = _("sample network")
        else:
            bar.note = _("reading only") if workspace.read_only else ""

    def _changed(self, _change: Change | None) -> None:
        self._name_place()
        self.refresh_bindings()

    # -- commands --------------------------------------------------------------------------------------------------

    async def action_go(self, name: str) -> None:
        """Show a view."""
        await self.go(name)

    def action_next_pane(self) -> None:
        """Go to the next pane of the view."""
        if not self.view.next_pane():
            self.focus_next()

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        if not self.view.previous_pane():
            self.focus_previous()

    def action_undo(self) -> None:
        """Take the latest change back."""
        from nettui.tui.flows.undo import undo_latest

        self._reverse(undo_latest)

    @work
    async def action_edit_me(self) -> None:
        """Edit what is known of the user."""
        from nettui.tui.flows.me import edit_me

        await edit_me(self.nettui)

    def action_redo(self) -> None:
        """Make the change that was undone last again."""
        from nettui.tui.flows.undo import redo_latest

        self._reverse(redo_latest)

    def _reverse(self, reverse: Callable[[NettuiApp], None]) -> None:
        """Undo or redo; an import takes seconds, so that is said before."""
        if self.nettui.workspace.latest_size < _MANY:
            reverse(self.nettui)
            return
        self.nettui.say(_("One moment: many records change."), "hint")
        self.call_after_refresh(reverse, self.nettui)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave ``i`` to whoever takes letters.

        It is heard before the focused widget, so that what is typed right after it is on the line and no command.
        """
        if action == "capture" and self.focused is not None and self.focused.check_consume_key("i", "i"):
            return False
        return super().check_action(action, parameters)

    async def action_capture(self) -> None:
        """Open the capture line."""
        await self._capture.open()

    @work
    async def action_import(self) -> None:
        """Ask for an archive, show its plan, and import it."""
        from nettui.tui.importing.flow import import_archive

        await import_archive(self.nettui)

    async def action_review(self) -> None:
        """Show the weekly review; whoever is opened there is shown here."""
        from nettui.tui.review.screen import ReviewScreen

        await self.app.push_screen(ReviewScreen(), self._reviewed)

    def _reviewed(self, person: str | None) -> None:
        self.refresh_bindings()
        if person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, person))

    @work
    async def action_jump(self) -> None:
        """Label the panes with letters and go to the one whose letter is pressed."""
        from nettui.tui.dialogs.jump import Jump, panes_of

        panes = panes_of(self.view)
        number = await self.app.push_screen_wait(Jump([pane.region.offset for pane in panes]))
        if number is not None:
            panes[number].focus()

    @work
    async def action_palette(self) -> None:
        """Open the palette of commands and people, and do what is chosen."""
        from nettui.tui.dialogs.palette import Palette, commands_of

        nodes = {id(active.node): active.node for active in self.active_bindings.values()}
        commands = commands_of(self)
        palette = Palette(commands, self.nettui.workspace, extra=lambda: self._keyless(commands))
        hit = await self.app.push_screen_wait(palette)
        if hit is None:
            return
        if hit.person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, hit.person))
        else:
            await self.app.run_action(hit.action, nodes.get(hit.node_id, self))

    def _keyless(self, commands: Sequence[Hit]) -> list[Hit]:
        """Return what the palette offers beside the commands that have keys."""
        from nettui.tui.dialogs.palette import Hit
        from nettui.tui.sorting.flow import sorting_hits

        about = _("See what was put off, for a while or for good, and be asked about it again.")
        put_off = Hit(name=_("What I put off"), about=about, action="show_put_off")
        return [put_off, *sorting_hits(commands), *self.nettui.theme_hits()]

    @work
    async def action_show_put_off(self) -> None:
        """Show what is put off, to bring it back."""
        from nettui.tui.flows.snoozes import show_put_off

        await show_put_off(self.nettui)

    @work
    async def action_sort_out(self) -> None:
        """Go through those whose level or industry is unknown; from the palette, wherever one is."""
        from nettui.tui.sorting.flow import sort_out

        await sort_out(self.nettui)

    def action_help(self) -> None:
        """Explain the focused place and list the keys."""
        from nettui.tui.dialogs.help import HelpPage, help_rows

        place, about = next((title, about) for name, title, about in VIEWS if name == self.view.NAME)
        self.app.push_screen(HelpPage(help_rows(self, place=_(place), about=_(about))))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    # -- messages --------------------------------------------------------------------------------------------------

    @on(OpenRecord)
    async def _open_record(self, message: OpenRecord) -> None:
        message.stop()
        view = await self.go(_VIEW_OF.get(message.table, "people"))
        if not view.show_record(message.record_id):
            self.nettui.say(_("It is no longer there."), "error")

    @on(OpenQuery)
    async def _open_query(self, message: OpenQuery) -> None:
        message.stop()
        view = await self.go(message.view)
        view.show_query(message.query)

    @on(VirtualList.Moved)
    def _selection_moved(self) -> None:
        self.refresh_bindings()
