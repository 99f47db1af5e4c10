"""The lock that everybody who writes the file takes: ``flock`` on a file of the sidecar folder.

The kernel gives it back when a process dies, so it is never stale. The file's text, host and process id of the latest
holder, is only for messages.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nettui.errors import StoreError
from nettui.i18n import _
from nettui.store import filesystem
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["WAIT_SECONDS", "Lock", "Presence"]

WAIT_SECONDS = 5.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.0005, 0.02


class Lock:
    """An exclusive lock between processes, and between threads; nestable within one."""

    def __init__(self, path: str, host: str) -> None:
        self._path = path
        self._fd = filesystem.open_file(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW)
        self._owner = f"{host} {os.getpid()}\n".encode()
        self._depth = 0
        self._mutex = threading.RLock()

    @contextmanager
    def held(self, wait_seconds: float | None = None) -> Iterator[None]:
        """Hold the lock. Raises StoreError that names the holder when it stays taken for ``wait_seconds``."""
        with self._mutex:
            if self._depth == 0:
                self._take(WAIT_SECONDS if wait_seconds is None else wait_seconds)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0:
                    filesystem.unlock(self._fd)

    def close(self) -> None:
        """Let go of the lock file."""
        if self._fd >= 0:
            filesystem.close(self._fd)
            self._fd = -1

    def _take(self, wait_seconds: float) -> None:
        deadline = time.monotonic() + wait_seconds
        pause = _FIRST_PAUSE
        while not filesystem.try_lock(self._fd):
            if time.monotonic() >= deadline:
                raise StoreError(
                    _("Another nettui is writing this file ({holder}).").format(holder=self._holder()),
                    hint=_("Wait until it is done, or end it, and try again."),
                )
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        try:
            filesystem.write_at(self._fd, self._owner.ljust(80), 0)
        except OSError:
            return  # a full disk must not keep anybody from the lock: the text is only for messages

    def _holder(self) -> str:
        try:
            words = filesystem.read_at(self._fd, 200, 0).decode(errors="replace").split()
        except OSError:
            words = []
        if len(words) < 2:
            return _("unknown process")
        return _("process {pid} on {host}").format(pid=one_line(words[1]), host=one_line(words[0]))


class Presence:
    """Says that a process has the file open, so that the next one knows whether it follows one that died."""

    def __init__(self, path: str) -> None:
        self._fd = filesystem.open_file(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW)

    def announce(self) -> bool:
        """Hold the sign until :meth:`close`; return whether nobody else does. Called under the lock."""
        alone = filesystem.try_lock(self._fd)
        filesystem.share_lock(self._fd)
        return alone

    def close(self) -> None:
        """Take the sign down."""
        if self._fd >= 0:
            filesystem.close(self._fd)
            self._fd = -1
