"""What one run of the command line knows: which file, which clock, which settings, and how to open the network."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from nettui.config import Settings
    from nettui.services.network import Network
    from nettui.services.ports import Clock

    Opener = Callable[..., AbstractContextManager[Network]]

__all__ = ["Session", "current"]


_NOTICES = 5
"""As many notices about the file are told at each command; ``check`` tells all."""
_INCOMPLETE = frozenset({"broken-record", "damaged", "unreadable"})
"""The kinds of notices after which a command ends with 1."""


class Session:
    """Handed to every command as click's ``obj``; tests make one with their own clock and opener."""

    def __init__(self, *, file: Path | None = None, clock: Clock | None = None, opener: Opener | None = None) -> None:
        self.file = file
        self.clock = clock
        self._opener = opener
        self._settings: Settings | None = None
        self.wrote = False
        """Whether a network was open for writing, and was closed in order."""
        self.incomplete = False
        """Whether the file was told to hold what could not be read, so that what is printed may lack something."""

    @property
    def settings(self) -> Settings:
        """The settings, read when first asked for; InvalidInput when the file is wrong."""
        if self._settings is None:
            from nettui import config, paths

            self._settings = config.load(paths.config_file())
        return self._settings

    def configured_language(self) -> str | None:
        """Return the language of the settings; None when they say nothing or are wrong, which is told elsewhere."""
        from nettui import paths
        from nettui.errors import NettuiError

        try:
            return self.settings.language if paths.config_file().exists() else None
        except NettuiError:
            return None

    def colored(self) -> bool:
        """Return whether the settings allow colour."""
        from nettui import paths

        return not paths.config_file().exists() or self.settings.terminal.color != "never"

    def shows_balance(self) -> bool:
        """Return whether the settings let balances and running counts be shown."""
        from nettui import paths

        return not paths.config_file().exists() or self.settings.ledger.balance

    def path(self) -> Path:
        """Return the file of the network: ``-f``, ``$NETTUI_FILE``, the settings, the user's data folder."""
        import os

        from nettui import paths

        if self.file is not None:
            return self.file
        if not os.environ.get("NETTUI_FILE") and paths.config_file().exists() and self.settings.file:
            return self.settings.file
        return paths.network_file()

    def the_clock(self) -> Clock:
        """Return the clock of this run."""
        if self.clock is None:
            from nettui.bootstrap import system_clock

            self.clock = system_clock()
        return self.clock

    @contextmanager
    def network(self, *, read_only: bool = False) -> Iterator[Network]:
        """Open the network for the length of a command."""
        from nettui import paths

        if paths.config_file().exists():
            _checked = self.settings  # a wrong setting is told before anything is written
        from nettui.bootstrap import open_network
        from nettui.errors import NettuiError

        opener = self._opener or open_network
        network: Network | None = None
        try:
            with opener(self.path(), clock=self.the_clock(), read_only=read_only) as network:
                yield network
        except NettuiError as error:
            self._tell(network, but=str(error))
            raise
        self.wrote = not read_only
        self._tell(network)

    def _tell(self, network: Network | None, but: str = "") -> None:
        """Print on stderr what happened to the file, without what ``but`` says already."""
        notices: Sequence[str] = getattr(network.repository, "notices", ()) if network is not None else ()
        if not notices:
            return
        from nettui.i18n import ngettext
        from nettui.text import visible

        kinds = {getattr(notice, "kind", "") for notice in notices}
        self.incomplete = self.incomplete or not kinds.isdisjoint(_INCOMPLETE)
        # A list never writes; a refused change says so itself.
        worth = [n for n in notices if getattr(n, "kind", "") != "read-only" and n not in but]
        for notice in worth[:_NOTICES]:
            click.echo(f"nettui: {visible(notice)}", err=True)
        if len(worth) > _NOTICES:
            more = len(worth) - _NOTICES
            text = ngettext("{count} more notice: see nettui check.", "{count} more notices: see nettui check.", more)
            click.echo("nettui: " + text.format(count=more), err=True)


def current() -> Session:
    """Return the session of the command that runs."""
    session = click.get_current_context().find_object(Session)
    assert session is not None  # noqa: S101 - the group makes one before any command runs
    return session
