"""The hidden folder beside the file: lock, journal, backups, history, drafts, cache.

It lies beside the data, not in the user's state folder: whoever moves the directory moves both, and everybody who
shares the file must share the lock. The journal is kept per host, so that a copy of the folder that a synchroniser
brought to another machine is never replayed there.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from nettui.store import filesystem

__all__ = ["Sidecar", "host_name"]

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def host_name() -> str:
    """Return this machine's name in characters fit for a file name."""
    return _UNSAFE.sub("-", os.uname().nodename).strip(".") or "localhost"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The places of one network file. ``path`` is the real one: a symbolic link stays a link."""

    path: str
    host: str

    @classmethod
    def of(cls, path: str) -> Sidecar:
        """Return the places that belong to ``path``."""
        return cls(os.path.realpath(path), host_name())

    @property
    def folder(self) -> str:
        """The directory that holds the plain file."""
        return os.path.dirname(self.path)

    @property
    def root(self) -> str:
        """The hidden folder."""
        return os.path.join(self.folder, f".{os.path.basename(self.path)}.nettui")

    @property
    def lock(self) -> str:
        """The lock file."""
        return os.path.join(self.root, "lock")

    @property
    def journal(self) -> str:
        """The journal of this host."""
        return os.path.join(self.root, self.host, "journal")

    @property
    def presence(self) -> str:
        """The file that open processes hold a shared lock on."""
        return os.path.join(self.root, self.host, "open")

    @property
    def temporary(self) -> str:
        """Where the next snapshot is written, and where the displaced one is for an instant."""
        return os.path.join(self.root, self.host, "snapshot.tmp")

    @property
    def backups(self) -> str:
        """Earlier plain files."""
        return os.path.join(self.root, "backups")

    @property
    def history(self) -> str:
        """Earlier journals."""
        return os.path.join(self.root, "history")

    @property
    def drafts(self) -> str:
        """Half-written text."""
        return os.path.join(self.root, "drafts")

    @property
    def cache(self) -> str:
        """Values that can be computed again."""
        return os.path.join(self.root, "cache")

    def prepare(self) -> None:
        """Make the folders, private to the user. Raises OSError."""
        if os.path.isdir(self.cache):  # made last
            return
        for folder in (self.root, os.path.dirname(self.journal), self.backups, self.history, self.drafts):
            filesystem.make_dir(folder)
        ignore = os.path.join(self.root, ".gitignore")
        if filesystem.status(ignore) is None:
            fd = filesystem.open_file(ignore, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            try:
                filesystem.write_all(fd, [b"*\n"])
            finally:
                filesystem.close(fd)
        filesystem.make_dir(self.cache)
        filesystem.sync_dir(self.folder)
