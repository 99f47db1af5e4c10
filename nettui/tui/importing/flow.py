"""The way of an import through the app: a path, a plan, a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.importing.ask import AskArchive
from nettui.tui.importing.plan_screen import PlanScreen

if TYPE_CHECKING:
    from nettui.tui.app import NettuiApp

__all__ = ["import_archive"]


async def import_archive(app: NettuiApp, start: str = "") -> bool:
    """Ask for an archive, show what it would bring, import it; return whether anything was imported.

    ``start`` stands in the line for the path. To be called from a worker, as it waits for dialogs.
    """
    if app.workspace.read_only:
        app.say(_("The file is open for reading only: nothing can be imported."), "error")
        return False
    plan = await app.push_screen_wait(AskArchive(app, start or app.archive_folder))
    if plan is None:
        return False
    done = await app.push_screen_wait(PlanScreen(app, plan))
    if done is None:
        app.say(_("Nothing was imported."), "hint")
        return False
    app.workspace.take(done.change)
    app.publish(done.change)
    if app.workspace.refresh():  # what came from others meanwhile had to wait
        app.publish(None)
    app.say(_("Imported: {what}  (u takes it back)").format(what=done.what))
    return True
