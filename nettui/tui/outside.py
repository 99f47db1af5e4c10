"""What the app needs from the world beyond services and terminal, handed in by the composition.

The app must import neither the store nor a format, and a test gives it what it likes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from nettui.config import Settings
from nettui.errors import NettuiError
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from nettui.domain.incoming import Incoming, IncomingRecords
    from nettui.domain.letters import Letter
    from nettui.domain.records import Me
    from nettui.tui.workspace import Workspace

__all__ = ["DraftStore", "MemoryDrafts", "Outside", "SaveLetter", "SavedDraft"]


class SavedDraft(Protocol):
    """A draft as stored."""

    @property
    def text(self) -> str: ...  # noqa: D102 - the text


class DraftStore(Protocol):
    """Where half-written text is kept. Methods raise StoreError; names are letters, digits, dot, dash, underscore."""

    def save(self, name: str, text: str) -> None:
        """Keep ``text`` under ``name``."""

    def load(self, name: str) -> SavedDraft | None:
        """Return what is kept under ``name``."""

    def delete(self, name: str) -> None:
        """Forget what is kept under ``name``; it is no error when there is nothing."""


class SaveLetter(Protocol):
    """Writes a recommendation into a file. Raises InvalidInput where there is one already, StoreError."""

    def __call__(self, letter: Letter, path: Path, /, *, overwrite: bool) -> None: ...  # noqa: D102 - see the class


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str


class MemoryDrafts:
    """Drafts for as long as the process lives: those of the sample network, and of tests."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def save(self, name: str, text: str) -> None:
        """Keep ``text``."""
        self._texts[name] = text

    def load(self, name: str) -> SavedDraft | None:
        """Return a draft, or None."""
        text = self._texts.get(name)
        return None if text is None else _Draft(text)

    def delete(self, name: str) -> None:
        """Forget a draft."""
        self._texts.pop(name, None)


def _reads_nothing(_path: Path, _me: Me | None) -> Incoming | IncomingRecords:
    raise NettuiError(_("Nothing can be imported here."))


def _opens_nothing(_path: Path) -> Workspace:
    raise NettuiError(_("No other file can be opened here."))


def _no_sample() -> Workspace:
    raise NettuiError(_("The sample network is not here."))


def _keeps_no_letter(_letter: Letter, _path: Path, *, overwrite: bool) -> None:  # noqa: ARG001 - as those that do
    raise NettuiError(_("No file can be written here."))


def _saves_nothing(_values: Mapping[str, str | bool]) -> None:
    raise NettuiError(_("Settings are not kept here."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The app's way out. The defaults lead nowhere and say so."""

    state_folder: Path | None = None
    """Where this machine keeps what is not the network's: a text in the editor, what was copied last. None: nowhere."""
    settings: Settings = field(default_factory=Settings)
    """The user's settings as they were at the start."""
    save_settings: Callable[[Mapping[str, str | bool]], None] = _saves_nothing
    """Writes values, named as ``section.key``, into the user's file and keeps all else in it. Raises NettuiError."""
    read_archive: Callable[[Path, Me | None], Incoming | IncomingRecords] = _reads_nothing
    """Reads an archive of any known format; ``me`` helps to tell whose it is. Raises InvalidInput. Any thread."""
    sample: Callable[[], Workspace] = _no_sample
    """Opens the sample network, which is kept nowhere."""
    save_letter: SaveLetter = _keeps_no_letter
    """Writes a recommendation into a file of its own."""
    open_file: Callable[[Path], Workspace] = _opens_nothing
    """Opens a network file, or begins one; it is closed when the app is left. Raises StoreError."""
