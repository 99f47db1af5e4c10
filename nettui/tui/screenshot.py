"""What the app shows as an SVG picture that stands alone: Textual's own names web fonts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from rich.console import Console

from nettui.svg import svg_of

if TYPE_CHECKING:
    from textual.app import App

__all__ = ["screenshot"]


def screenshot(app: App[Any], title: str) -> str:
    """Return the SVG of what ``app`` shows; the last word of ``title`` makes its identifiers."""
    width, height = app.size
    console = Console(
        width=width,
        height=height,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        record=True,
        legacy_windows=False,
        safe_box=False,
    )
    drawn = app.screen._compositor.render_update(  # noqa: SLF001 - as App.export_screenshot does; there is no public way
        full=True,
        screen_stack=app._background_screens,  # noqa: SLF001
        simplify=True,
    )
    console.print(drawn)
    return svg_of(console, title=title, name=title.rsplit(maxsplit=1)[-1])
