"""The same flow for whatever a mixed list holds, by the record's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.i18n import _
from nettui.tui.flows import entries, exchange_text, exchanges, groups, me, notes, people, promises
from nettui.tui.flows.refusals import (
    refusal_advance,
    refusal_edit,
    refusal_edit_in_editor,
    refusal_remove,
    refusal_step,
    refusal_step_back,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

    Flow = Callable[[NettuiApp, Id], Awaitable[Change | None]]

__all__ = ["advance", "edit", "edit_in_editor", "remove", "step", "step_back"]


async def _edit_me(app: NettuiApp, _record_id: Id) -> Change | None:
    return await me.edit_me(app)


_ADVANCE: Mapping[Table, Flow] = {Table.EXCHANGES: exchanges.move_exchange, Table.PROMISES: promises.keep_promise}
_STEP_BACK: Mapping[Table, Flow] = {Table.EXCHANGES: exchanges.back_exchange, Table.PROMISES: promises.reopen_promise}
_EDIT: Mapping[Table, Flow] = {
    Table.PEOPLE: people.edit_person,
    Table.GROUPS: groups.edit_group,
    Table.ENTRIES: entries.edit_entry,
    Table.PROMISES: promises.edit_promise,
    Table.EXCHANGES: exchanges.edit_exchange,
    Table.ME: _edit_me,
}
_EDIT_OUTSIDE: Mapping[Table, Flow] = {
    Table.PEOPLE: notes.edit_notes,
    Table.ENTRIES: entries.edit_entry_in_editor,
    Table.EXCHANGES: exchange_text.edit_exchange_in_editor,
}
_REMOVE: Mapping[Table, Flow] = {
    Table.PEOPLE: people.remove_person,
    Table.GROUPS: groups.remove_group,
    Table.ENTRIES: entries.remove_entry,
    Table.PROMISES: promises.remove_promise,
    Table.EXCHANGES: exchanges.remove_exchange,
}


async def _run(app: NettuiApp, flow: Flow | None, refusal: str | None, record_id: Id) -> Change | None:
    if refusal is not None or flow is None:
        app.say(refusal or _("Nothing to do here."), "hint")
        return None
    return await flow(app, record_id)


async def advance(app: NettuiApp, table: Table, record_id: Id) -> Change | None:
    """Move an exchange on, or mark a promise as kept."""
    return await _run(app, _ADVANCE.get(table), refusal_advance(app.workspace, table, record_id), record_id)


async def step_back(app: NettuiApp, table: Table, record_id: Id) -> Change | None:
    """Put an exchange back a step, or open a promise again."""
    return await _run(app, _STEP_BACK.get(table), refusal_step_back(app.workspace, table, record_id), record_id)


async def step(app: NettuiApp, table: Table, record_id: Id) -> Change | None:
    """Move an exchange on with a date, a note or another status, or put right a step it took."""
    refusal = refusal_step(app.workspace, table, record_id)
    return await _run(app, exchanges.step_exchange, refusal, record_id)


async def edit(app: NettuiApp, table: Table, record_id: Id) -> Change | None:
    """Edit the record in its form."""
    return await _run(app, _EDIT.get(table), refusal_edit(app.workspace, table, record_id), record_id)


async def edit_in_editor(app: NettuiApp, table: Table, record_id: Id) -> Change | None:
    """Edit the text of an entry or a favour, or the notes on a person, in ``$EDITOR``."""
    refusal = refusal_edit_in_editor(app.workspace, table, record_id)
    return await _run(app, _EDIT_OUTSIDE.get(table), refusal, record_id)


async def remove(app: NettuiApp, table: Table, record_id: Id) -> Change | None:
    """Delete the record after asking."""
    return await _run(app, _REMOVE.get(table), refusal_remove(app.workspace, table, record_id), record_id)
