"""Editing the notes on a person in ``$EDITOR``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.services import people
from nettui.tui.flows.kit import attempt, edited_only, gone, in_editor

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
    notes = in_editor(app, person.notes)
    if notes is None:
        return None
    return attempt(
        app, lambda network: people.edit(network, edited_only(network, person, replace(person, notes=notes)))
    ).change
