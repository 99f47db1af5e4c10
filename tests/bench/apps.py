"""An empty Textual app, to measure beside: ``python -m tests.bench.apps``."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header


class Empty(App[None]):
    """A header and a footer."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield Footer()


if __name__ == "__main__":
    Empty().run()
