"""Asking which file to import, and reading it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.text import visible
from nettui.tui.widgets.key_hints import path_hints
from nettui.tui.widgets.path_input import PathInput

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import Key

    from nettui.services.importing.plan import Plan
    from nettui.tui.app import NettuiApp

__all__ = ["SUFFIXES", "AskArchive", "how_to_get_it"]

SUFFIXES = (".zip", ".csv", ".json")
"""Endings of files that are offered; what a file is, its content decides."""


def how_to_get_it() -> str:
    """Return how one gets an archive from LinkedIn."""
    return _(
        "LinkedIn makes the archive under Settings, Data privacy, Get a copy of your data; "
        "it comes by mail within a day, as a zip."
    )


class AskArchive(ModalScreen["Plan | None"]):
    """Asks for a path, reads it in a thread, and returns the plan of its import; None when it is left.

    What is wrong with a file is said in the dialog, and the path stays to be corrected.
    """

    DEFAULT_CSS = """
    AskArchive { align: center middle; }
    AskArchive > .panel { width: 84; height: auto; padding: 1 2; }
    AskArchive .title { color: $mark; }
    AskArchive .why { color: $quiet; margin-bottom: 1; }
    AskArchive .said { height: 2; margin-top: 1; }
    AskArchive .said.-wrong { color: $wrong; }
    """

    def __init__(self, app: NettuiApp, start: str) -> None:
        super().__init__()
        self._nettui = app
        self._start = start
        self._reading = False

    def compose(self) -> ComposeResult:
        """Make the line, the list, and where it says what happens."""
        with Vertical(classes="panel"):
            yield Static(_("Import"), classes="title", markup=False)
            what = _("A LinkedIn archive, or another nettui file.")
            yield Static(f"{what} {how_to_get_it()}", classes="why", markup=False)
            yield PathInput(self._start, SUFFIXES, nothing=_("No folder or archive here is called that."))
            yield Static("", classes="said", markup=False)
            yield path_hints(self._nettui.glyphs, enter=_("reads it"))

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(PathInput).focus_line()

    def on_key(self, event: Key) -> None:
        """Leave; reading goes on unheard."""
        if event.key == "escape":
            event.stop()
            self.workers.cancel_node(self)
            self.dismiss(None)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one(".said", Static)
        said.set_class(wrong, "-wrong")
        said.update(visible(text))

    @on(PathInput.Changed)
    def _typed(self) -> None:
        if not self._reading:
            self._say("")

    @on(PathInput.Submitted)
    def _submitted(self, event: PathInput.Submitted) -> None:
        if self._reading:
            return
        self._reading = True
        self._say(_("Reading …"))
        self._read(event.path)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self, path: Path) -> None:
        from nettui.services.importing.plan import plan

        worker = get_current_worker()
        network = self._nettui.workspace.network
        try:
            incoming = self._nettui.outside.read_archive(path, network.repository.me)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._say, _("Comparing with what is here …"))
            with self._nettui.workspace.held():
                made = plan(network, incoming)
        except NettuiError as error:
            done = partial(self._refused, str(error))
        else:
            done = partial(self._planned, made, path)
        if not worker.is_cancelled:
            self.app.call_from_thread(done)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a file made the reading fail in a way nobody foresaw; it must not take the app with it."""
        if event.state is WorkerState.ERROR:
            kind = type(event.worker.error).__name__
            self._refused(_("This could not be read ({kind}); nothing was imported.").format(kind=kind))

    def _refused(self, why: str) -> None:
        self._reading = False
        self._say(why, wrong=True)

    def _planned(self, made: Plan, path: Path) -> None:
        self._nettui.archive_folder = f"{path.parent}/"
        self.dismiss(made)
