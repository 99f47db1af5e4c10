"""What the app does beside its screens: drafts, the user's editor, copying, another day, another nettui."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.services.warm import decoding, warming
from nettui.tui.chores import Chores
from nettui.tui.clipboard import Clipboard
from nettui.tui.crash import DiscreetApp
from nettui.tui.drafts import DraftKeeper
from nettui.tui.editor import SystemEditor
from nettui.tui.views.catalogue import import_views
from nettui.tui.watch import DayWatch, FileWatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.change import Change
    from nettui.tui.editor import Editor
    from nettui.tui.outside import Outside
    from nettui.tui.workspace import Workspace

__all__ = ["LivingApp"]

_AFTER_THE_START = 0.3
"""Seconds from the first screen until the others are made ready."""
_AFTER_A_CHANGE = 2.0
"""Seconds from a change until it is written down for the next start; the change itself is on disk at once."""


class LivingApp(DiscreetApp):
    """Base class of the app, which says and publishes; :meth:`live` begins with a workspace."""

    workspace: Workspace
    outside: Outside
    drafts: DraftKeeper
    """Half-written text of the workspace."""
    editor: Editor | None = None
    """The user's editor; None where nothing may be written."""
    _day: DayWatch | None = None
    _made_chores: Chores | None = None
    _file: FileWatch | None = None

    @property
    def _chores(self) -> Chores:
        """What is done between keys."""
        if self._made_chores is None:
            self._made_chores = Chores(self.set_timer)
        return self._made_chores

    def say(self, text: str, tone: str = "info") -> None:
        """Say ``text`` to the user."""
        raise NotImplementedError

    def publish(self, change: Change | None) -> None:
        """Tell every view of a change; None when everything may be different."""
        raise NotImplementedError

    async def copy(self, text: str) -> None:
        """Copy ``text`` out of the app, and say which way it took. To be called from a worker: tmux takes its time."""
        file = None if self.outside.state_folder is None else self.outside.state_folder / "copied"
        self.say(str(await Clipboard(self.copy_to_clipboard, file).copy(text)))

    def live(self, workspace: Workspace) -> None:
        """Work with ``workspace`` from now on: before the app runs, and when another network is opened."""
        if hasattr(self, "drafts"):
            self.drafts.close()
        self.workspace = workspace
        self.drafts = DraftKeeper(workspace.drafts, self._draft_failed)
        if self.outside.state_folder is not None:
            self.editor = SystemEditor(self.outside.state_folder / "editing", self.suspend)
        self._chores.stop()
        if self._day is not None:
            self._watch()

    def last_words(self) -> None:
        """Keep what can be kept when the app hangs and the process ends; from any thread."""
        self.drafts.close(0.2)
        self.workspace.network.repository.close()

    async def on_event(self, event: events.Event) -> None:
        """Look at the clock and at the file first, where somebody is there again."""
        if isinstance(event, events.Key):
            self._chores.disturb()
        if isinstance(event, events.Key | events.AppFocus):
            for watch in (self._day, self._file):
                if watch is not None:
                    watch.check()
        await super().on_event(event)

    def on_mount(self) -> None:
        """Begin to watch, once the first screen stands: what watching needs is imported only then."""
        self.call_after_refresh(self._watch)

    def on_unmount(self) -> None:
        """Let nothing be lost and nothing be left running."""
        self._rest()
        self.drafts.close()

    def remember_soon(self) -> None:
        """Write down for the next start what a change has made different, some time after it."""
        self._chores.add(self._remembering(self.workspace), _AFTER_A_CHANGE)

    def _remembering(self, workspace: Workspace) -> Iterator[None]:
        try:
            yield from workspace.index.remember()
        except NettuiError:
            return  # it costs the next start some time, and nothing else

    def _watch(self) -> None:
        self._rest()
        self._chores.add(import_views(), _AFTER_THE_START)
        self._chores.add(warming(self.workspace.index))
        self._chores.add(decoding(self.workspace.index))
        self._chores.add(self._remembering(self.workspace))
        self._day = DayWatch(self.workspace.network.clock, self.set_timer, lambda _day: self.publish(None))
        self._day.start()
        if self.workspace.watched:
            self._file = FileWatch(self.workspace.watched, self.call_later, self._file_changed)
            self._file.start()
            self._file_changed()  # by whoever was faster than this

    def _rest(self) -> None:
        self._chores.stop()
        for watch in (self._day, self._file):
            if watch is not None:
                watch.stop()
        self._day = self._file = None

    def _file_changed(self) -> None:
        """Take over what another process has committed; our own commits come here too, and change nothing."""
        try:
            changed = self.workspace.refresh()
        except NettuiError as error:
            self.say(str(error), "error")
            return
        if changed:
            self.publish(None)
            self.say(_("The file was changed by another program; this is its present state."), "hint")

    def _draft_failed(self, error: NettuiError) -> None:
        self.call_later(self.say, str(error), "error")
