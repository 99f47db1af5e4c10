"""Flows on groups: add, edit, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext
from nettui.services import groups
from nettui.services.names import group_name
from nettui.text import one_line
from nettui.tui.flows.kit import attempt, confirm, edited_only, fill, gone

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["add_group", "edit_group", "remove_group"]


async def add_group(app: NettuiApp, *, name: str = "") -> Id | None:
    """Ask for a new group; return its id."""
    from nettui.tui.dialogs.group_form import group_form

    group_id = app.workspace.network.clock.new_id()
    spec = group_form(app.workspace, None, new_id=group_id, name=name)
    outcome = await fill(app, spec, lambda group: lambda network: groups.add(network, group))
    return group_id if outcome is not None and outcome.change is not None else None


async def edit_group(app: NettuiApp, group_id: Id) -> Change | None:
    """Edit a group."""
    from nettui.tui.dialogs.group_form import group_form

    group = app.workspace.index.groups.get(group_id)
    if group is None:
        return gone(app)
    spec = group_form(app.workspace, group)
    outcome = await fill(
        app, spec, lambda edited: lambda network: groups.edit(network, edited_only(network, group, edited))
    )
    return outcome.change if outcome is not None else None


async def remove_group(app: NettuiApp, group_id: Id) -> Change | None:
    """Delete a group after asking; its people stay."""
    group = app.workspace.index.groups.get(group_id)
    if group is None:
        return gone(app)
    members = sum(group_id in person.groups for person in app.workspace.index.people.values())
    note = (
        ngettext("{count} person is in it, and stays.", "{count} people are in it, and stay.", members).format(
            count=members
        )
        if members
        else _("Nobody is in it.")
    )
    question = _("Delete the group {name}?").format(name=one_line(group_name(group)))
    if not await confirm(app, question, note=note + "\n" + _("u brings it back."), yes=_("Delete")):
        return None
    return attempt(app, lambda network: groups.remove(network, group_id, cascade=True)).change
