"""The way into sorting and out of it: what the views are told, and what is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services.sorting.unknown import Question
from nettui.tui.commands.registry import by_id
from nettui.tui.dialogs.palette import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.domain.change import Change, Edit
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["sort_out", "sorting_hits"]


async def sort_out(app: NettuiApp) -> None:
    """Go through those whose level or industry is unknown. To be called from a worker, as it waits for a screen."""
    from nettui.tui.sorting.closing import breadth_words, sorted_words
    from nettui.tui.sorting.screen import SortingScreen

    if app.workspace.read_only:
        app.say(_("The file is open for reading only: nothing can be sorted out."), "error")
        return
    if not app.workspace.index.people:
        app.say(_("Nobody is here yet, so there is nobody to sort out."), "hint")
        return
    done = await app.push_screen_wait(SortingScreen(app))
    app.screen.refresh_bindings()  # Textual shows the bindings of the closed screen otherwise (its issue 5153)
    if done.changes:
        app.publish(_as_one(done.changes))
    answered = done.answered
    if not any(answered.values()):
        return
    question = Question.LEVEL if answered[Question.LEVEL] else Question.INDUSTRY
    app.say(
        _("{sorted}. {breadth}").format(
            sorted=sorted_words(answered), breadth=breadth_words(app.workspace.index, question)
        )
    )


def _as_one(changes: Sequence[Change]) -> Change:
    """Return what several commits did to each record, as one change for the views."""
    edits: dict[Id, Edit] = {}
    for edit in (edit for change in changes for edit in change.edits):
        first = edits.get(edit.id, edit)
        edits[edit.id] = replace(edit, before=first.before)
    return replace(changes[-1], edits=tuple(edits.values()))


def sorting_hits(commands: Sequence[Hit]) -> list[Hit]:
    """Return the palette's way into sorting for the places that have no key for it."""
    command = by_id("breadth.sort")
    if command is None or any(hit.action == command.action for hit in commands):
        return []
    return [Hit(name=_("sort out levels and industries"), about=_(command.help), action="screen.sort_out")]
