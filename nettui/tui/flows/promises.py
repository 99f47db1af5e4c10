"""Flows on promises: add, edit, keep, open again, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import Whose
from nettui.i18n import _
from nettui.services import promises
from nettui.text import one_line
from nettui.tui.flows.kit import attempt, confirm, edited_only, fill, gone

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["add_promise", "edit_promise", "keep_promise", "remove_promise", "reopen_promise"]


async def add_promise(app: NettuiApp, person_id: Id | None = None, whose: Whose = Whose.MINE) -> Id | None:
    """Ask for a new promise; return its id."""
    from nettui.tui.dialogs.promise_form import promise_form

    promise_id = app.workspace.network.clock.new_id()
    spec = promise_form(app.workspace, None, new_id=promise_id, person_id=person_id, whose=whose)
    outcome = await fill(app, spec, lambda promise: lambda network: promises.add(network, promise))
    return promise_id if outcome is not None and outcome.change is not None else None


async def edit_promise(app: NettuiApp, promise_id: Id) -> Change | None:
    """Edit a promise."""
    from nettui.tui.dialogs.promise_form import promise_form

    promise = app.workspace.index.promises.get(promise_id)
    if promise is None:
        return gone(app)
    spec = promise_form(app.workspace, promise)
    outcome = await fill(
        app, spec, lambda edited: lambda network: promises.edit(network, edited_only(network, promise, edited))
    )
    return outcome.change if outcome is not None else None


async def keep_promise(app: NettuiApp, promise_id: Id) -> Change | None:
    """Mark a promise as kept today."""
    return attempt(app, lambda network: promises.done(network, promise_id)).change


async def reopen_promise(app: NettuiApp, promise_id: Id) -> Change | None:
    """Open a kept promise again."""
    return attempt(app, lambda network: promises.undone(network, promise_id)).change


async def remove_promise(app: NettuiApp, promise_id: Id) -> Change | None:
    """Delete a promise after asking."""
    promise = app.workspace.index.promises.get(promise_id)
    if promise is None:
        return gone(app)
    note = one_line(promise.text) + "\n\n" + _("u brings it back.")
    if not await confirm(app, _("Delete this promise?"), note=note, yes=_("Delete")):
        return None
    return attempt(app, lambda network: promises.remove(network, promise_id)).change
