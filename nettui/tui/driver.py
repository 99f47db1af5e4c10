"""Textual's driver for Linux and macOS, hardened for terminals that break, vanish or stand still.

What differs from Textual 8.2.8, and why:

- input that is no UTF-8 (a Latin-1 terminal, a mouse report of the old form) is replaced; the stock driver dies of it
  (Textual issue 6668);
- an escape sequence in pasted text presses no keys (:mod:`nettui.tui.pasted`);
- the end of the terminal leaves the app, once; the stock driver reads it again and again (issue 6690);
- output goes through :class:`nettui.tui.output.TerminalOutput`, so that a terminal which reads no more can be given up
  and everybody who waits for it goes on; a writer that died blocks the stock app after 30 frames (issue 6692);
- a change of size is read in the event loop; a signal that interrupts the stock handler makes it tell the older size
  last, and the app stays at that size;
- colours are written where they change, and not for each piece anew (:mod:`nettui.tui.sgr`);
- the input thread sleeps until there is something to read; the stock one wakes ten times a second;
- mouse mode 1016 is reset, and :meth:`NettuiDriver.reset_terminal` undoes everything from any thread, without waiting.

Headless runs (tests, pictures) have Textual's own driver.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import sys
import termios
import threading
import time
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from textual import constants, events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from nettui.tui.output import TerminalOutput
from nettui.tui.pasted import PastedText
from nettui.tui.sgr import compact

if TYPE_CHECKING:
    from types import FrameType

    from textual.app import App

__all__ = ["RESET", "NettuiDriver", "PlainDriver", "driver_of"]

RESET = (
    b"\x18"  # CAN: end a sequence that was cut in the middle
    b"\x1b[?2026l"  # synchronised output, else the rest stays invisible
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    b"\x1b[?1004l\x1b[?2004l\x1b[?2048l"  # focus, bracketed paste, in-band resize
    b"\x1b[?7h"  # line wrap
    b"\x1b[<u"  # the kitty keyboard mode, which belongs to the alternate screen and goes before it
    b"\x1b[r\x1b[0m"  # scroll region, colours
    b"\x1b[?1049l\x1b[?25h"  # the ordinary screen, the cursor
)
"""What brings a terminal back to how a shell expects it (XTerm Control Sequences; kitty keyboard protocol)."""

_HANG_UP_STATUS = 129
"""What a process ends with that SIGHUP (1) ended: the terminal is gone, whether or not the signal came."""
_READ = 4096
_ESCAPE_MARGIN = 0.01


class _WakingEvent(threading.Event):
    """An event that a ``select`` sees too."""

    def __init__(self) -> None:
        super().__init__()
        self.fileno, self._write_end = os.pipe()
        os.set_blocking(self.fileno, False)

    def set(self) -> None:
        super().set()
        os.write(self._write_end, b"!")

    def clear(self) -> None:
        super().clear()
        with contextlib.suppress(BlockingIOError):
            os.read(self.fileno, _READ)


class NettuiDriver(LinuxDriver):
    """The driver of the app on a real terminal. ``App(driver_class=NettuiDriver)``."""

    PLAIN = False
    """Whether drawing signs become ASCII on their way out."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.output = TerminalOutput(_output_fileno(), on_lost=self._lost, plain=self.PLAIN)
        self._file = self.output  # type: ignore[assignment]  # the writer thread only writes and flushes
        self._wake = _WakingEvent()
        self.exit_event = self._wake
        self._shown = False
        self._left = False

    # -- for whoever has to end the app ----------------------------------------------------------------------------

    def leave(self, status: int = 0) -> None:
        """Ask the app to exit with ``status``, from any thread or signal handler; only the first call counts."""
        if self._left:
            return
        self._left = True
        with contextlib.suppress(RuntimeError):  # the loop is closed: it has left
            self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=status))

    def give_up(self) -> None:
        """Write nothing any more and let go everybody who waits for the terminal; from any thread."""
        self.output.give_up()

    def reset_terminal(self) -> None:
        """Bring the terminal back without waiting for it; from any thread, while the app hangs.

        Does nothing while another program has the terminal.
        """
        if not self._shown:
            return
        self._shown = False
        self.output.give_up()
        self.output.write_at_once(RESET)
        if self.attrs_before is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    # -- what differs from the stock driver ------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Write to the terminal; into nothing when it is gone."""
        if self.output.given_up or self._writer_thread is None or not self._writer_thread.is_alive():
            return
        super().write(compact(data))

    def start_application_mode(self) -> None:
        """Take the terminal; where that fails, because it vanished meanwhile, leave."""
        self._shown = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None or not self._writer_thread.is_alive():
            self._lost()
            return
        signal.signal(signal.SIGWINCH, self._size_changed)

    def _size_changed(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._tell_size)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:  # else the terminal itself tells
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._mouse_pixels:
            self._mouse_pixels = False
            self.write("\x1b[?1016l")
        super().stop_application_mode()

    def close(self) -> None:
        """Wait until everything is written, and be done; a terminal that was given up is at least reset."""
        super().close()
        if self.output.given_up:
            self.reset_terminal()
        self._shown = False

    def _lost(self) -> None:
        self.output.give_up()
        self.leave(_HANG_UP_STATUS)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return the size of the terminal itself; an exported COLUMNS tells how large it once was."""
        with contextlib.suppress(OSError):
            columns, rows = os.get_terminal_size(self.output.fileno())
            if columns and rows:
                return columns, rows
        return super()._get_terminal_size()

    def _run_input_thread(self) -> None:
        """Read input; what goes wrong there ends the app as any other error does."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - the thread's boundary
            with contextlib.suppress(RuntimeError):
                # Textual has no public way to hand it an error of another thread.
                self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001

    def run_input_thread(self) -> None:
        """Turn what the terminal sends into events until told to stop or the terminal is gone."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        pasted = PastedText()
        parser = XTermParser(self._debug)
        # Long enough after the last byte, no escape sequence is half-read, and nothing is left to be timed.
        patience = constants.ESCAPE_DELAY + _ESCAPE_MARGIN
        busy_until = 0.0
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                busy = time.monotonic() < busy_until
                ready = {key.fd for key, _ in selector.select(patience if busy else None)}
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        if not self.exit_event.is_set():
                            self._lost()
                        break
                    busy_until = time.monotonic() + 2 * patience
                    text = pasted.feed(decode(data))
                    for message in parser.feed(text) if text else ():  # fed with nothing, it would end
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        with contextlib.suppress(EOFError, ParseError):
            for _message in parser.feed(""):
                pass

    def _read(self) -> bytes:
        """Return what was sent; nothing at the end of the terminal."""
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""


class PlainDriver(NettuiDriver):
    """The driver for terminals that show ASCII and letters, and no signs."""

    PLAIN = True


def _output_fileno() -> int:
    """Return where the screen is drawn: stderr, as Textual does, or stdout when stderr goes into a file."""
    for stream in (sys.__stderr__, sys.__stdout__):
        if stream is not None and stream.isatty():
            return stream.fileno()
    assert sys.__stderr__ is not None  # noqa: S101 - the stock driver needs it too
    return sys.__stderr__.fileno()


def driver_of(app: App[Any]) -> NettuiDriver | None:
    """Return the driver of a running app; None before it runs and in headless runs."""
    driver = app._driver  # noqa: SLF001 - Textual has no public name for it
    return driver if isinstance(driver, NettuiDriver) else None
