"""Undo and redo, from wherever they are pressed: the change is taken back, and what brings it again is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services import undo
from nettui.services.describe import describe

if TYPE_CHECKING:
    from nettui.tui.app import NettuiApp

__all__ = ["redo_latest", "undo_latest"]


def undo_latest(app: NettuiApp) -> None:
    """Take the latest change back."""
    change = app.perform(undo.undo, quiet=True)
    if change is not None:  # u would take the next change back, and not this undoing
        app.say(_("{what}  (ctrl+r makes it again)").format(what=describe(change)))


def redo_latest(app: NettuiApp) -> None:
    """Make the change that was undone last again."""
    app.perform(undo.redo)
