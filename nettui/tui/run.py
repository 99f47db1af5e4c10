"""Running the app on a terminal, from the first paint to the last."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from nettui.tui.app import NettuiApp

if TYPE_CHECKING:
    from pathlib import Path

    from nettui.tui.outside import Outside
    from nettui.tui.workspace import Workspace

__all__ = ["run"]


class _Running(NettuiApp):
    """The app in a process of its own."""

    def on_ready(self) -> None:
        """Turn the search for cycles on, once the first screen stands.

        While the start makes what stays until the end, looking for garbage in it costs as much as making it.
        """
        gc.freeze()
        gc.enable()


def run(workspace: Workspace, outside: Outside, *, first_run: Path | None = None, ascii_only: bool = False) -> int:
    """Show the app until it is left; return the exit status.

    With ``first_run``, the place where the file would be by default, it begins with the three questions, and
    ``workspace`` is what stands behind them.
    """
    settings = outside.settings
    app = _Running(
        workspace,
        outside=outside,
        first_run=first_run,
        glyphs="ascii" if ascii_only else "unicode",
        theme=settings.app.theme,
    )
    gc.disable()
    try:
        app.run(mouse=settings.terminal.mouse)
    finally:
        gc.enable()
    return app.return_code or 0
