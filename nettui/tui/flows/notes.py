"""Editing the notes on a person in ``$EDITOR``."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.validate import clean_text
from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.services import people
from nettui.tui.flows.kit import attempt, gone

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["edit_notes"]


async def edit_notes(app: NettuiApp, person_id: Id) -> Change | None:
    """Edit the notes on a person in the user's editor; None when nothing was changed."""
    person = app.workspace.index.people.get(person_id)
    if person is None:
        return gone(app)
    editor = getattr(app, "editor", None)
    if editor is None:
        app.say(_("There is no editor to open."), "error")
        return None
    try:
        edited = editor.edit(person.notes)
        if inspect.isawaitable(edited):
            edited = await edited
    except NettuiError as error:
        app.say(str(error), "error")
        return None
    if edited is None:
        return None
    return attempt(app, lambda network: people.edit(network, replace(person, notes=clean_text(edited)))).change
