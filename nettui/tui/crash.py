"""What the app does with an error nobody foresaw: the terminal is restored, and one line says where the details are.

Textual prints a traceback with local variables: people's names and notes in the scrollback of a terminal.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import TYPE_CHECKING

from textual.app import App

from nettui.crash import record
from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

__all__ = ["DiscreetApp", "discreet_threads"]

_CRASHED = 2


class DiscreetApp(App[int]):
    """An app that crashes discreetly: base class of the app. Exit status 2.

    Tests still see the error itself: ``run_test`` raises it again.
    """

    _crash_line = ""

    def _handle_exception(self, error: Exception) -> None:
        # Textual's one entry for errors of handlers, timers and workers; there is no public hook.
        self._note(getattr(error, "error", None) or error)  # a failed worker wraps what failed
        super()._handle_exception(error)
        self._return_code = _CRASHED

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 - they may show what the user wrote
        """Exit because of an error; what Textual would print is not shown."""
        if not self._crash_line:
            self._note(sys.exception() or RuntimeError("panic"))
        self._return_code = _CRASHED
        self._close_messages_no_wait()

    def _note(self, error: BaseException) -> None:
        line = record(error)
        self._crash_line = self._crash_line or line

    def _print_error_renderables(self) -> None:
        with contextlib.suppress(OSError):  # the terminal may be what failed
            super()._print_error_renderables()
            if self._crash_line and not self.is_headless:
                print(f"nettui: {visible(self._crash_line)}", file=sys.__stderr__, flush=True)
        self._crash_line = ""


@contextlib.contextmanager
def discreet_threads() -> Iterator[None]:
    """Send the tracebacks of threads and finalisers to the crash log: on stderr they would be drawn into the screen."""
    hooks = threading.excepthook, sys.unraisablehook

    def in_thread(failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            record(failure.exc_value)

    def unraisable(failure: sys.UnraisableHookArgs) -> None:
        if failure.exc_value is not None:
            record(failure.exc_value)

    threading.excepthook, sys.unraisablehook = in_thread, unraisable
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = hooks
