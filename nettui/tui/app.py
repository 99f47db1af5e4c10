"""The app: it wires the workspace, the themes and the main screen, and runs every change the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.signal import Signal

from nettui.errors import InvalidInput, NettuiError
from nettui.i18n import _, ngettext
from nettui.services.describe import describe
from nettui.text import one_line
from nettui.tui.glyphs import glyphs_for
from nettui.tui.living import LivingApp
from nettui.tui.main_screen import MainScreen
from nettui.tui.outside import Outside
from nettui.tui.roles import role_styles
from nettui.tui.themes import OURS, meanings
from nettui.tui.type_ahead import TypeAhead
from nettui.tui.widgets.follower import Follower
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.too_small import cover

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from rich.style import Style
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.timer import Timer

    from nettui.domain.change import Change
    from nettui.services.network import Network
    from nettui.tui.dialogs.palette import Hit
    from nettui.tui.workspace import Workspace

__all__ = ["NettuiApp"]

_REDRAWN_AFTER = 0.1
"""Seconds from a change of the window's size until what is behind a dialog is drawn again."""


class NettuiApp(LivingApp):
    """The full-screen journal over one open network."""

    CSS_PATH = "styles/base.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "nettui"
    BINDINGS: ClassVar = []

    def __init__(
        self,
        workspace: Workspace,
        *,
        outside: Outside | None = None,
        first_run: Path | None = None,
        glyphs: str = "unicode",
        theme: str | None = None,
        keymap: Mapping[str, str] | None = None,
        ansi_color: bool | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        self.roles: Mapping[str, Style] = {}
        """What each role of a span looks like in the theme of the moment."""
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self.outside = outside or Outside()
        self.live(workspace)
        self._too_small = False
        self._redrawing: Timer | None = None
        self._type_ahead = TypeAhead(self)
        self._first_run = first_run
        self.balances = self.outside.settings.ledger.balance
        """Whether what was given and received is counted up anywhere."""
        self.archive_folder = "~/"
        """Where the last archive was found, as the start of the next path."""
        self.glyphs = glyphs_for(glyphs)
        for each in OURS:
            self.register_theme(each)
        self.theme = "ansi-dark" if ansi_color else self._known_theme(theme or self.outside.settings.app.theme)
        if keymap is None and self.outside.settings.keys:
            from nettui.tui.keymap import keymap_of

            keymap = keymap_of(self.outside.settings.keys, str(self.outside.settings.path or ""))
        if keymap:
            self.set_keymap(dict(keymap))
        self.changed: Signal[Change | None] = Signal(self, "changed")
        """Carries each change to every view; None says that everything may be different."""

    def _known_theme(self, name: str) -> str:
        """Return the name of a theme there is; ``ansi`` takes the terminal's colours. Raises InvalidInput."""
        if name == "ansi":
            return "ansi-dark"
        if name not in self.available_themes:
            import difflib

            near = difflib.get_close_matches(name, [*self.available_themes, "ansi"], n=1, cutoff=0.0)[0]
            where = f"{self.outside.settings.path}: " if self.outside.settings.path else ""
            raise InvalidInput(
                where + _("there is no theme {name}.").format(name=one_line(name)),
                hint=_("The nearest one is {near}.").format(near=near),
            )
        return name

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen; on the first run a bare one that stays under it, for the first cannot be replaced."""
        if self._first_run is None:
            return MainScreen()
        from textual.screen import Screen

        return Screen()

    @work
    async def begin(self, workspace: Workspace, trouble: str = "", *, then_import: bool = False) -> None:
        """Go from the first questions to the main screen over ``workspace``, and say what ``trouble`` there was."""
        self.use(workspace)
        main = MainScreen()
        await self.switch_screen(main)
        if trouble:
            self.say(trouble, "error")
        elif workspace.notices:
            self._say_notices()
        if then_import:
            main.action_import()

    def on_mount(self) -> None:
        """Say what happened to the file; on the first run ask the three questions."""
        if self._first_run is not None:
            from nettui.tui.first_run.screen import FirstRun

            self.push_screen(FirstRun(self, self._first_run))
        elif self.workspace.notices:
            self.call_after_refresh(self._say_notices)

    def _say_notices(self) -> None:
        first, *others = self.workspace.notices
        if others:
            more = ngettext("{count} more: nettui check", "{count} more: nettui check", len(others))
            first = f"{first}  ({more.format(count=len(others))})"
        self.say(first, "hint")

    def use(self, workspace: Workspace) -> None:
        """Show another network from now on."""
        self.live(workspace)
        self.publish(None)

    def save_theme(self, name: str) -> None:
        """Keep a theme for the next start. What hinders that is said."""
        try:
            self.outside.save_settings({"app.theme": name})
        except NettuiError as error:
            self.say(str(error), "error")

    def show_balances(self, shown: bool) -> None:
        """Show balances, or hide them everywhere; at the next start too."""
        self.balances = shown
        self.publish(None)
        self.say(_("Balances are shown.") if shown else _("Balances are hidden. B shows them again."))
        try:
            self.outside.save_settings({"ledger.balance": shown})
        except NettuiError as error:
            self.say(str(error), "error")

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours and what they mean here."""
        variables = super().get_css_variables()
        combined = {**meanings(variables, ansi=self.current_theme.ansi), **variables}
        self.roles = role_styles(combined)
        return combined

    def theme_hits(self) -> list[Hit]:
        """Return the palette's commands that choose a theme; under an ANSI terminal only its own colours fit."""
        from nettui.tui.dialogs.palette import Hit

        mine = {theme.name for theme in OURS}
        others = [name for name in sorted(self.available_themes) if name not in mine and name != "textual-ansi"]
        return [
            Hit(
                name=_("theme {name}").format(name=name),
                about=_("Use these colours."),
                action=f"app.use_theme('{name}')",
            )
            for name in (*(theme.name for theme in OURS), *others)
        ]

    def action_use_theme(self, name: str) -> None:
        """Use the colours of a theme, at the next start too."""
        self.theme = name
        self.save_theme(name)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:  # noqa: ARG002 - Textual's
        """Return an SVG picture of what is shown, without web fonts."""
        from nettui.tui.screenshot import screenshot

        return screenshot(self, title or self.title)

    async def settled(self) -> None:
        """Wait until whatever waits for the cursor to rest is drawn; for tests and pictures."""
        for widget in self.screen.query(Follower):
            widget.follow_now()

    # -- changing --------------------------------------------------------------------------------------------------

    def perform(self, use_case: Callable[[Network], Change | None], *, quiet: bool = False) -> Change | None:
        """Run a use-case, tell every view of its change, and say what happened.

        What a use-case refuses is said in one line, and nothing has changed. ``quiet`` says nothing of a success.
        """
        try:
            change = self.workspace.perform(use_case)
        except NettuiError as error:
            self.say(str(error), "error")
            return None
        if change is None:
            self.say(_("Nothing has changed."), "hint")
            return None
        self.publish(change)
        if not quiet:
            self.say(_("{what}  (u takes it back)").format(what=describe(change)))
        return change

    def publish(self, change: Change | None) -> None:
        """Tell every view of a change that was committed elsewhere; None when nobody knows what changed."""
        self.changed.publish(change)
        self.remember_soon()

    def say(self, text: str, tone: str = "info") -> None:
        """Say ``text`` on the bottom line until the next key. ``tone`` is ``info``, ``error`` or ``hint``."""
        for screen in reversed(self.screen_stack):
            for bar in screen.query(KeyBar):
                bar.say(text, tone)
                return

    # -- keys ------------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small for anything."""
        for screen in self.screen_stack:
            self._too_small = cover(screen, event.size)
        if len(self.screen_stack) > 1:
            # Textual draws a dialog at once in the new size, and what is behind it has that size only later.
            if self._redrawing is not None:
                self._redrawing.stop()
            self._redrawing = self.set_timer(_REDRAWN_AFTER, self._redraw)

    def _redraw(self) -> None:
        self._redrawing = None
        self.screen.refresh()

    async def on_event(self, event: events.Event) -> None:
        """Let a message stand until the next key; do nothing unseen in a window that is too small."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and not self.screen_stack:  # the app is being left
            return
        if typed and self._type_ahead.holds(event):
            return
        if typed and self._too_small:
            if isinstance(event, events.Key) and event.key in {"ctrl+q", "ctrl+c"}:
                self.exit()
            return
        if isinstance(event, events.Key | events.Paste):
            for bar in self.screen.query(KeyBar):
                bar.clear()
        await super().on_event(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, or say why it cannot work now.

        Textual passes over an action that is refused and tries the key further out; here a refused key is answered.
        """
        target, name, _parameters = self._parse_action(
            action, self if default_namespace is None else default_namespace, namespaces
        )
        refusal = getattr(target, "refusal", None)
        reason = refusal(name) if refusal is not None else None
        if reason:
            self.say(reason, "hint")
            return True
        return await super().run_action(action, default_namespace, namespaces)
