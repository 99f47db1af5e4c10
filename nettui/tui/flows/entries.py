"""Flows on journal entries: edit in a form or in the user's editor, star, remove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services import entries
from nettui.services.views.words import day_of_week_and_date
from nettui.text import one_line
from nettui.tui.flows.kit import attempt, confirm, edited_only, fill, gone, in_editor

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["edit_entry", "edit_entry_in_editor", "remove_entry", "star_entry"]


async def edit_entry(app: NettuiApp, entry_id: Id) -> Change | None:
    """Edit an entry in a form."""
    from nettui.tui.dialogs.entry_form import entry_form

    entry = app.workspace.index.entries.get(entry_id)
    if entry is None:
        return gone(app)
    spec = entry_form(app.workspace, entry)
    outcome = await fill(
        app, spec, lambda edited: lambda network: entries.edit(network, edited_only(network, entry, edited))
    )
    return outcome.change if outcome is not None else None


async def edit_entry_in_editor(app: NettuiApp, entry_id: Id) -> Change | None:
    """Edit the text of an entry in ``$EDITOR``."""
    entry = app.workspace.index.entries.get(entry_id)
    if entry is None:
        return gone(app)
    text = in_editor(app, entry.text)
    if text is None:
        return None
    return attempt(
        app, lambda network: entries.edit(network, edited_only(network, entry, replace(entry, text=text)))
    ).change


async def star_entry(app: NettuiApp, entry_id: Id) -> Change | None:
    """Star an entry; take the star off one that has it."""
    entry = app.workspace.index.entries.get(entry_id)
    if entry is None:
        return gone(app)
    return attempt(app, lambda network: entries.star(network, entry_id, not entry.starred)).change


async def remove_entry(app: NettuiApp, entry_id: Id) -> Change | None:
    """Delete an entry after asking; promises and exchanges that came from it stay."""
    entry = app.workspace.index.entries.get(entry_id)
    if entry is None:
        return gone(app)
    index = app.workspace.index
    came = any(p.entry == entry_id for p in index.promises.values())
    came = came or any(e.entry == entry_id for e in index.exchanges.values())
    note = _("The promises and exchanges that came from it stay.") + "\n" if came else ""
    question = _("Delete the entry of {day}?").format(day=day_of_week_and_date(entry.at.day))
    what = one_line(entry.text)
    note = (f"{what}\n\n" if what else "") + note + _("u brings it back.")
    if not await confirm(app, question, note=note, yes=_("Delete")):
        return None
    return attempt(app, lambda network: entries.remove(network, entry_id)).change
