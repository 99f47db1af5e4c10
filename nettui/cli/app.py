"""``nettui`` without a command: the full-screen app, on the user's file or on the sample network.

Everything is imported inside functions: commands must not pay for Textual, and a file that cannot be opened is told
before Textual is imported.
"""

from __future__ import annotations

from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from nettui.cli.session import Session
    from nettui.domain.incoming import Incoming, IncomingRecords
    from nettui.domain.letters import Letter
    from nettui.domain.records import Me
    from nettui.services.network import Network
    from nettui.tui.outside import Outside
    from nettui.tui.terminal import TerminalProfile
    from nettui.tui.workspace import Workspace

_LARGE = 4_000_000
"""Bytes of a file whose first screen is drawn in two steps: about as many as 15,000 records take."""

__all__ = ["open_app", "open_demo", "terminal_of"]


def terminal_of(session: Session) -> TerminalProfile:
    """Return what this terminal can do. Raises InvalidInput when the settings are wrong."""
    from nettui.tui.terminal import TerminalProfile

    return TerminalProfile.decide(session.settings.terminal)


def open_app(session: Session) -> int:
    """Show the app on the user's file; return the exit status.

    Raises NettuiError, before anything is drawn, where there is no terminal or the file cannot be opened.
    """
    from nettui import paths
    from nettui.bootstrap import empty_network, has_network

    begun = paths.config_file().exists()
    terminal_of(session).require_screen()
    path = session.path()
    with ExitStack() as open_files:
        outside = _outside(session, open_files)
        if begun or has_network(path):
            return _run(session, _opened_meanwhile(session, open_files, path), outside)
        return _run(session, _kept_nowhere(empty_network(session.the_clock())), outside, first_run=True)


def open_demo(session: Session) -> int:
    """Show the app on the sample network, of which nothing is kept; return the exit status."""
    from nettui.tui.outside import Outside

    outside = Outside(
        settings=session.settings,
        save_settings=lambda _values: None,
        read_archive=_read_archive,
        save_letter=_save_letter,
    )
    return _run(session, _sample(), outside)


def _run(session: Session, workspace: Workspace, outside: Outside, *, first_run: bool = False) -> int:
    profile = terminal_of(session)
    profile.apply_environment()  # Textual reads it when it is imported
    from nettui.tui.run import run

    return run(workspace, outside, profile, first_run=session.path() if first_run else None)


def _opened_meanwhile(session: Session, open_files: ExitStack, path: Path) -> Workspace:
    """Open a file while Textual and the first screen are imported. Raises StoreError.

    Reading a file of many megabytes, and taking its checksum, leaves Python to others (measured: 50 ms of 36 MB).
    """
    from nettui.cli.meanwhile import Meanwhile

    for module in ("nettui.store.repository", "nettui.store.drafts", "nettui.tui.workspace"):
        import_module(module)  # what opening needs, beforehand: two threads that import wait for each other
    terminal_of(session).apply_environment()  # Textual reads it when it is imported
    with Meanwhile(lambda: _workspace(session, open_files, path)) as opening:
        import_module("nettui.tui.run")
        import_module("nettui.tui.views.today.view")
    return opening.result()


def _workspace(session: Session, open_files: ExitStack, path: Path) -> Workspace:
    """Open a file for as long as the app runs. Raises StoreError."""
    from nettui.bootstrap import drafts_of, open_network, watched_paths
    from nettui.tui.workspace import Workspace

    network = open_files.enter_context(open_network(path, clock=session.the_clock()))
    return Workspace(
        network,
        path=str(path),
        drafts=drafts_of(path),
        notices=getattr(network.repository, "notices", ()),
        read_only=getattr(network.repository, "read_only", False),
        watched=watched_paths(path),
        large=path.stat().st_size > _LARGE,
    )


def _sample() -> Workspace:
    from nettui.bootstrap import demo_network

    return _kept_nowhere(demo_network())


def _kept_nowhere(network: Network) -> Workspace:
    from nettui.tui.workspace import Workspace

    return Workspace(network)


def _outside(session: Session, open_files: ExitStack) -> Outside:
    from nettui import paths
    from nettui.tui.outside import Outside

    return Outside(
        state_folder=paths.crash_log().parent,
        settings=session.settings,
        save_settings=_save_settings,
        read_archive=_read_archive,
        save_letter=_save_letter,
        sample=_sample,
        open_file=lambda path: _workspace(session, open_files, path),
    )


def _read_archive(path: Path, me: Me | None) -> Incoming | IncomingRecords:
    from nettui.cli.reading import read

    return read(path, None, me)


def _save_letter(letter: Letter, path: Path, *, overwrite: bool) -> None:
    from nettui.cli.letters import save_letter

    save_letter(letter, path, overwrite=overwrite)


def _save_settings(values: Mapping[str, str | bool]) -> None:
    from nettui import config_writer, paths

    config_writer.save(paths.config_file(), values)
