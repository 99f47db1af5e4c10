"""The way out to the terminal: written without blocking, so that it can be given up at any moment.

A terminal whose link stands still reads no more; a blocking write then hangs for good, and with it everything that
waits for the writing thread. Non-blocking mode belongs to an open file, which nettui shares with the shell and with
editors it starts, so the terminal is opened a second time for ourselves.
"""

from __future__ import annotations

import contextlib
import locale
import os
import selectors
import termios
from typing import TYPE_CHECKING

from nettui.tui.plain import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["TerminalOutput"]

_ENOUGH = 1 << 16
"""Bytes from which on they are written although more is coming."""


class TerminalOutput:
    """As much of a text file as Textual's writer thread uses: ``write``, ``flush``, ``fileno``.

    ``on_lost`` is called once, in the writing thread, when the terminal turns out to be gone. With ``plain``, drawing
    signs become ASCII.
    """

    def __init__(
        self, fileno: int, *, on_lost: Callable[[], None], encoding: str | None = None, plain: bool = False
    ) -> None:
        self._own = True
        try:
            self._fd = os.open(os.ttyname(fileno), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:  # another user's terminal, or one that has no name here: write to what we were given, blocking
            self._fd, self._own = fileno, False
        self._encoding = encoding or locale.getencoding()
        self._plain = plain
        self._on_lost = on_lost
        self._pending = bytearray()
        self._wake, self._waker = os.pipe()
        self.given_up = False
        """Whether nothing is written any more."""

    def fileno(self) -> int:
        """Return the file descriptor of the terminal."""
        return self._fd

    def isatty(self) -> bool:
        """Whether this is a terminal."""
        return os.isatty(self._fd)

    def write(self, text: str) -> int:
        """Take ``text``; a character that the terminal's encoding lacks becomes a question mark of one cell."""
        if not self.given_up:
            shown = text.translate(PLAIN) if self._plain and not text.isascii() else text
            self._pending += shown.encode(self._encoding, "replace")
            if len(self._pending) >= _ENOUGH:
                self.flush()
        return len(text)

    def flush(self) -> None:
        """Write what was taken; return when the terminal has it, is lost, or is given up."""
        data = bytes(self._pending)
        self._pending.clear()
        try:
            self._write_all(memoryview(data))
        except OSError:
            if not self.given_up:
                self.given_up = True
                self._on_lost()

    def give_up(self) -> None:
        """Write nothing any more, and let go a :meth:`flush` that waits; from any thread or signal handler."""
        if not self.given_up:
            self.given_up = True
            os.write(self._waker, b"!")  # stays in the pipe: every wait from now on ends at once

    def write_at_once(self, data: bytes) -> None:
        """Write ``data`` without waiting, even after :meth:`give_up`.

        On a link that stands still the terminal takes nothing more: what it has not read yet is thrown away, for
        whoever comes back to it needs ``data`` and no old picture.
        """
        with contextlib.suppress(OSError):
            if self._takes() and self._written(data) == len(data):
                return
            termios.tcflush(self._fd, termios.TCOFLUSH)
            if self._takes():
                self._written(data)

    def _takes(self) -> bool:
        """Whether a write would not wait; always so where the terminal is open for ourselves."""
        if self._own:
            return True
        with selectors.SelectSelector() as selector:
            selector.register(self._fd, selectors.EVENT_WRITE)
            return bool(selector.select(0))

    def _written(self, data: bytes) -> int:
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            return 0

    def _write_all(self, data: memoryview) -> None:
        while data and not self.given_up:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:
                with selectors.SelectSelector() as selector:
                    selector.register(self._fd, selectors.EVENT_WRITE)
                    selector.register(self._wake, selectors.EVENT_READ)
                    selector.select()
