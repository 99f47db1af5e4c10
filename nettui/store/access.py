"""The right to write: the sidecar folder, the lock in it, and the sign that the file is open."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nettui.store import filesystem
from nettui.store.lock import Lock, Presence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.store.sidecar import Sidecar

__all__ = ["Access", "is_writable"]


class Access:
    """Holds the lock file and the presence file. Without :meth:`acquire` nothing is locked: reading needs no lock."""

    def __init__(self) -> None:
        self._lock: Lock | None = None
        self._presence: Presence | None = None

    def acquire(self, places: Sidecar) -> None:
        """Make the folders and try the lock once.

        Raises OSError where there can be no lock, StoreError when it stays taken.
        """
        filesystem.make_dir(places.folder)
        places.prepare()
        lock = Lock(places.lock, places.host)
        try:
            with lock.held():
                self._presence = Presence(places.presence)
        except BaseException:
            lock.close()
            raise
        self._lock = lock

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, when there is one."""
        if self._lock is None:
            yield
        else:
            with self._lock.held():
                yield

    def announce(self) -> bool:
        """Say that the file is open; return whether no other process on this host has it open. Under the lock."""
        return self._presence is None or self._presence.announce()

    def close(self) -> None:
        """Let go."""
        for holder in (self._presence, self._lock):
            if holder is not None:
                holder.close()
        self._presence = self._lock = None


def is_writable(path: str) -> bool:
    """Whether the file may be written; a file without any write permission is meant to stay as it is, even for root."""
    status = filesystem.status(path)
    return status is None or (bool(status.st_mode & 0o222) and os.access(path, os.W_OK))
