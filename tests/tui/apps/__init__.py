"""Programs that the tests of the terminal run on a pseudo-terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.tui.pty_tools import Pty

ROOT = Path(__file__).parent.parent.parent.parent


class Tiny(Pty):
    """The app of ``tiny.py``, ready for keys; ``folder`` is its home."""

    def __init__(self, folder: Path, *words: str, env=None, **options) -> None:
        self.report_file = folder / "report"
        super().__init__(
            [sys.executable, "-m", "tests.tui.apps.tiny", str(self.report_file), *words],
            cwd=ROOT,
            env={"HOME": str(folder), **(env or {})},
            **options,
        )
        try:
            self.wait_for("ready")
            self.settle()
        except AssertionError:
            self.__exit__()
            raise

    def hang(self) -> None:
        """Make the event loop block for good."""
        self.press("h")
        self.wait_until(self.report_file.with_name("hanging").exists, what="the app hanging")

    @property
    def report(self) -> str:
        """Who closed the network; empty when nobody did."""
        return self.report_file.read_text() if self.report_file.exists() else ""
