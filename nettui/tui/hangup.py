"""What happens when the connection drops or somebody ends the process: SIGHUP, SIGTERM, SIGINT.

Every change is on disk when it is acknowledged and drafts are written by a thread of their own, so nothing has to be
saved here. What is left is to give the terminal back, to write the plain file, and to be gone, whatever hangs:

- at once, the app is asked to exit, as if the user had pressed ``q``;
- after :data:`STALLED` seconds without effect the terminal is given up. On a link that stands still the event loop
  waits in Textual's bounded queue for a writer that waits for the terminal, and that lets it go on;
- after :data:`PATIENCE` seconds ``last_words`` are said, the terminal is reset without waiting, and the process ends.

The handlers are set with ``signal.signal``: those of an event loop run in the loop, which may be what hangs. The thread
that watches is started beforehand and sleeps on a pipe, because a handler may interrupt the very code that starts
threads.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

__all__ = ["HangUp", "Reachable"]

STALLED = 0.6
"""Seconds after which a terminal that keeps the app from exiting is given up."""
PATIENCE = 1.8
"""Seconds after which the process ends without the app's help."""
LAST_WORDS = 0.6
"""Seconds that the last words may take."""
RESET = 0.1
"""Seconds that the resetting of the terminal may take: it does not wait, unless it cannot but write blockingly."""
SAME_EVENT = 0.5
"""Seconds within which another signal tells of the same event: kernel, shell and systemd each send their own."""
_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)


class Reachable(Protocol):
    """The driver of a running app, as seen from a signal handler and from other threads."""

    def leave(self, status: int = 0) -> None:
        """Ask the app to exit."""

    def give_up(self) -> None:
        """Let go everybody who waits for the terminal."""

    def reset_terminal(self) -> None:
        """Bring the terminal back, without waiting."""


class HangUp:
    """The policy, for the length of a ``with`` around ``app.run()``. Only in the main thread.

    ``terminal`` returns the app's driver, None while there is none. ``last_words`` closes the network when the app
    does not come to it; it is called in another thread and must be safe there. A second signal, later than
    :data:`SAME_EVENT`, ends the process at once. A signal that was set to be ignored (``nohup``) stays ignored.
    """

    def __init__(
        self, terminal: Callable[[], Reachable | None], last_words: Callable[[], object] = lambda: None
    ) -> None:
        self._terminal = terminal
        self._last_words = last_words
        self._former: dict[int, object] = {}
        self._first_at = 0.0
        self.number = 0
        """The signal that came first; 0 while none has come."""
        self._wake, self._waker = os.pipe()

    @property
    def status(self) -> int:
        """The exit status of the process: 128 and the number of the signal; 0 when none came."""
        return 128 + self.number if self.number else 0

    def __enter__(self) -> Self:
        for number in _ENDING:
            former = signal.getsignal(number)
            if former is not signal.SIG_IGN:
                self._former[number] = former
                signal.signal(number, self._received)
        threading.Thread(target=self._watch, name="nettui-watchdog", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hand the signals back; after one came they stay ours, for the network is still to be closed in time."""
        if self.number:
            return
        for number, former in self._former.items():
            # None stands for a handler that Python did not set, and cannot be set again.
            signal.signal(number, signal.SIG_DFL if former is None else former)  # type: ignore[arg-type]
        os.write(self._waker, b"\0")

    def _received(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        if self.number:
            if time.monotonic() - self._first_at > SAME_EVENT:
                self._end()
            return
        self.number, self._first_at = number, time.monotonic()
        os.write(self._waker, bytes([number]))
        terminal = self._terminal()
        if terminal is None:
            raise SystemExit(self.status)
        terminal.leave(self.status)

    def _watch(self) -> None:
        if os.read(self._wake, 1) == b"\0":
            return
        time.sleep(STALLED)
        terminal = self._terminal()
        if terminal is not None:
            terminal.give_up()
        time.sleep(PATIENCE - STALLED)
        _within(LAST_WORDS, self._last_words)
        self._end()

    def _end(self) -> None:
        terminal = self._terminal()
        if terminal is not None:
            _within(RESET, terminal.reset_terminal)
        os._exit(self.status)


def _within(seconds: float, work: Callable[[], object]) -> None:
    """Call ``work`` in a thread and wait for it no longer than ``seconds``."""

    def quietly() -> None:
        with contextlib.suppress(Exception):  # there is nobody left to be told
            work()

    worker = threading.Thread(target=quietly, daemon=True)
    worker.start()
    worker.join(seconds)
