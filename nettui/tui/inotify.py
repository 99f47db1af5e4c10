"""inotify(7) by ctypes: which files of some folders were written, without asking again and again.

The packages for it are unmaintained, poll, or bring a framework; four functions of the C library are enough.
"""

from __future__ import annotations

import contextlib
import os
import select
import struct
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Inotify"]

_MODIFY, _CLOSE_WRITE, _MOVED_FROM, _MOVED_TO = 0x2, 0x8, 0x40, 0x80
_CREATE, _DELETE, _OVERFLOW = 0x100, 0x200, 0x4000
_EVENTS = _MODIFY | _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE
_HEAD = struct.Struct("iIII")  # struct inotify_event: watch, mask, cookie, length of the name
_READ = 1 << 16


class Inotify:
    """Watches names in folders. :meth:`wait` belongs to one thread, :meth:`stop` to any."""

    def __init__(self, fd: int, names: dict[int, set[bytes]]) -> None:
        self._fd = fd
        self._names = names
        self._wake, self._waker = os.pipe()

    @classmethod
    def open(cls, files: Iterable[tuple[str, str]]) -> Inotify | None:
        """Watch ``files``, pairs of a folder and a name; None where the system cannot, or no folder can be watched."""
        if not sys.platform.startswith("linux"):
            return None
        import ctypes

        try:
            library = ctypes.CDLL(None, use_errno=True)
            fd = library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, AttributeError):
            return None
        if fd < 0:
            return None
        names: dict[int, set[bytes]] = {}
        for folder, name in files:
            with contextlib.suppress(ValueError):  # a NUL in the path
                watch = library.inotify_add_watch(fd, ctypes.c_char_p(os.fsencode(folder or ".")), _EVENTS)
                if watch >= 0:
                    names.setdefault(watch, set()).add(os.fsencode(name))
        if not names:
            os.close(fd)
            return None
        return cls(fd, names)

    def wait(self, gather: float = 0.0) -> bool:
        """Sleep until a watched file changes, then ``gather`` seconds more; return False when stopped."""
        while True:
            select.select([self._fd, self._wake], [], [])
            if self._stopped(0):
                break
            if self._drain():
                if self._stopped(gather):
                    break
                self._drain()
                return True
        for fd in (self._fd, self._wake, self._waker):
            os.close(fd)
        self._waker = -1
        return False

    def stop(self) -> None:
        """Wake :meth:`wait`, which returns False and lets everything go."""
        if self._waker >= 0:
            os.write(self._waker, b"!")

    def _stopped(self, within: float) -> bool:
        return bool(select.select([self._wake], [], [], within)[0])

    def _drain(self) -> bool:
        """Read all events there are; return whether one is of a watched file."""
        found = False
        while True:
            try:
                data = os.read(self._fd, _READ)
            except BlockingIOError:
                return found
            at = 0
            while at < len(data):
                watch, mask, _cookie, length = _HEAD.unpack_from(data, at)
                name = data[at + _HEAD.size : at + _HEAD.size + length].rstrip(b"\0")
                found = found or bool(mask & _OVERFLOW) or name in self._names.get(watch, ())
                at += _HEAD.size + length
