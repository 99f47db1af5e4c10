"""A small app on the app's own terminal modules, run by the tests on a pseudo-terminal.

Arguments: the path of a file that says what became of the network (``closed by main`` or ``closed by watchdog``), then
words: ``mouse`` (it is configured), ``nohup`` (SIGHUP is ignored), ``slow`` (closing the network takes for ever). At
the key ``h`` the event loop blocks for good, and the file ``hanging`` says so.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from pathlib import Path

from nettui.config import Terminal
from nettui.tui.terminal import TerminalProfile

profile = TerminalProfile.decide(Terminal(mouse="mouse" in sys.argv))
profile.apply_environment()

from textual.binding import Binding  # noqa: E402 - Textual reads the environment when it is imported
from textual.widgets import Label, Static  # noqa: E402

from nettui.tui.clipboard import Clipboard  # noqa: E402
from nettui.tui.crash import DiscreetApp, discreet_threads  # noqa: E402
from nettui.tui.driver import NettuiDriver, driver_of  # noqa: E402
from nettui.tui.editor import EditorFailed, SystemEditor  # noqa: E402
from nettui.tui.hangup import HangUp  # noqa: E402

REPORT = Path(sys.argv[1])


class Tiny(DiscreetApp):
    CSS = """
    #row { height: 1; background: $primary; color: $text; }
    #row:nocolor { text-style: reverse; }
    #all { height: 1fr; background: $surface; }
    """
    BINDINGS = [  # noqa: RUF012
        Binding("q", "quit"),
        Binding("h", "hang"),
        Binding("c", "crash"),
        Binding("w", "crash_in_worker"),
        Binding("t", "crash_in_thread"),
        Binding("e", "edit"),
        Binding("y", "copy"),
    ]

    def __init__(self) -> None:
        super().__init__(driver_class=NettuiDriver, ansi_color=True if profile.ansi else None)
        if profile.ansi:
            self.theme = "ansi-dark"
        self.keys = 0

    def compose(self):
        yield Label("ready", id="state", markup=False)
        yield Label("the row", id="row", markup=False)
        yield Label("", id="note", markup=False)
        yield Static("", id="all", markup=False)

    def on_key(self, event):
        self.keys += 1
        self.query_one("#state", Label).update(f"key {self.keys}: {event.key}")
        # Every cell changes, so that a line nobody reads is soon full.
        self.query_one("#all", Static).update(chr(0x41 + self.keys % 26) * 4000)

    def on_resize(self, event):
        self.query_one("#row", Label).update(f"{event.size.width} by {event.size.height}")

    def action_hang(self):
        REPORT.with_name("hanging").touch()
        time.sleep(3600)

    def action_crash(self):
        somebody = "Maria " + "Petrova"
        raise LookupError(somebody)

    def action_crash_in_worker(self):
        self.run_worker(self._fail, thread=True)

    def _fail(self):
        somebody = "Maria " + "Petrova"
        raise LookupError(somebody)

    def action_crash_in_thread(self):
        thread = threading.Thread(target=self._fail)
        thread.start()
        thread.join()
        self.query_one("#note", Label).update("thread over")

    def action_edit(self):
        try:
            new = SystemEditor(REPORT.parent / "state", self.suspend).edit("one\ntwo\n", line=2)
        except EditorFailed as error:
            new = f"failed: {error}"
        self.query_one("#note", Label).update(f"edited {new!r}"[:70])

    async def action_copy(self):
        copied = await Clipboard(self.copy_to_clipboard, REPORT.parent / "yank", environment={}).copy("for you")
        self.query_one("#note", Label).update(copied.way.value)


def close(by: str) -> None:
    if "slow" in sys.argv:
        time.sleep(3600)
    REPORT.write_text(f"closed by {by}")


def main() -> int:
    if "nohup" in sys.argv:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    app = Tiny()
    hang_up = HangUp(lambda: driver_of(app), lambda: close("watchdog"))
    with discreet_threads(), hang_up:
        app.run(mouse=profile.mouse)
    close("main")
    return hang_up.status or app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
