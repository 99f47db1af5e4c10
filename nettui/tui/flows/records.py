"""The same flow for whatever a mixed list holds, and why it may not work, by the record's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.statuses import STATUS_NAMES, next_statuses, path
from nettui.i18n import _
from nettui.tui.flows import entries, exchange_text, exchanges, groups, me, notes, people, promises

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp
    from nettui.tui.workspace import Workspace

    Flow = Callable[[NettuiApp, Id], Awaitable[Change | None]]

__all__ = [
    "advance",
    "edit",
    "edit_in_editor",
    "refusal_advance",
    "refusal_edit",
    "refusal_edit_in_editor",
    "refusal_remove",
    "refusal_step",
    "refusal_step_back",
    "remove",
    "step",
    "step_back",
]


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


# -- why not -----------------------------------------------------------------------------------------------------------


def refusal_advance(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record cannot be moved on, None when it can."""
    if (missing := _missing(workspace, table, record_id)) is not None:
        return missing
    if table is Table.EXCHANGES:
        exchange = workspace.index.exchanges[record_id]
        if next_statuses(exchange):
            return None
        return _("This exchange is {status} already: nothing comes after that. S takes a step back.").format(
            status=_(STATUS_NAMES[exchange.status])
        )
    if table is Table.PROMISES:
        return _("This promise is kept already.") if workspace.index.promises[record_id].done_on else None
    return _("Only promises and exchanges have a next status.")


def refusal_step_back(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record cannot be put back a step, None when it can."""
    if (missing := _missing(workspace, table, record_id)) is not None:
        return missing
    if table is Table.EXCHANGES:
        way = path(workspace.index.exchanges[record_id])
        if len(way) > 1:
            return None
        return _("It began as {status}: there is no step before.").format(status=_(STATUS_NAMES[way[-1].status]))
    if table is Table.PROMISES:
        return None if workspace.index.promises[record_id].done_on else _("This promise is open.")
    return _("Only promises and exchanges have a status.")


def refusal_step(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record has no form for its steps, None when it has one."""
    if table is not Table.EXCHANGES:
        return _("Only a favour has steps with dates and notes; e edits this.")
    return _missing(workspace, table, record_id)


def refusal_edit(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record cannot be edited, None when it can."""
    if table is Table.ME:
        return None
    return _missing(workspace, table, record_id) if table in _EDIT else _("This cannot be edited.")


def refusal_edit_in_editor(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record's text cannot be edited in ``$EDITOR``, None when it can."""
    if table not in _EDIT_OUTSIDE:
        return _("This has no text for the editor; e edits it.")
    return _missing(workspace, table, record_id)


def refusal_remove(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record cannot be deleted, None when it can."""
    return _missing(workspace, table, record_id) if table in _REMOVE else _("This cannot be deleted.")


def _missing(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    found = workspace.network.current(table, record_id)
    return None if found is not None else _("It is no longer there.")
