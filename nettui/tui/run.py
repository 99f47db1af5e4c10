"""Running the app on a terminal, from the first paint to the last."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from nettui.tui.app import NettuiApp
from nettui.tui.crash import discreet_threads
from nettui.tui.driver import NettuiDriver, PlainDriver, driver_of
from nettui.tui.hangup import HangUp

if TYPE_CHECKING:
    from pathlib import Path

    from nettui.tui.outside import Outside
    from nettui.tui.terminal import TerminalProfile
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


def run(workspace: Workspace, outside: Outside, profile: TerminalProfile, *, first_run: Path | None = None) -> int:
    """Show the app until it is left; return the exit status. ``profile`` has set Textual's environment already.

    With ``first_run``, the place where the file would be by default, it begins with the three questions, and
    ``workspace`` is what stands behind them.
    """
    app = _Running(
        workspace,
        outside=outside,
        first_run=first_run,
        glyphs=profile.glyphs,
        theme=outside.settings.app.theme,
        ansi_color=True if profile.ansi else None,
        driver_class=PlainDriver if profile.glyphs == "ascii" else NettuiDriver,
    )
    gc.disable()
    try:
        with discreet_threads(), HangUp(lambda: driver_of(app), app.last_words) as hang_up:
            app.run(mouse=profile.mouse)
    finally:
        gc.enable()
    if not hang_up.status:
        for _each in app.workspace.index.remember():
            pass
    return hang_up.status or app.return_code or 0
