"""Why something cannot be done with a record, by its table: asked at each move of a cursor, for the bottom line.

So it knows records only. The flows themselves import every form there is (measured: 10 ms), and the first screen needs
none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.statuses import STATUS_NAMES, next_statuses, path
from nettui.i18n import _

if TYPE_CHECKING:
    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = [
    "EDITED",
    "EDITED_OUTSIDE",
    "REMOVED",
    "refusal_advance",
    "refusal_edit",
    "refusal_edit_in_editor",
    "refusal_remove",
    "refusal_step",
    "refusal_step_back",
]

REMOVED = frozenset({Table.PEOPLE, Table.GROUPS, Table.ENTRIES, Table.PROMISES, Table.EXCHANGES})
"""What can be deleted."""
EDITED = REMOVED | {Table.ME}
"""What has a form."""
EDITED_OUTSIDE = frozenset({Table.PEOPLE, Table.ENTRIES, Table.EXCHANGES})
"""What has a text for ``$EDITOR``."""


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
    return _missing(workspace, table, record_id) if table in EDITED else _("This cannot be edited.")


def refusal_edit_in_editor(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record's text cannot be edited in ``$EDITOR``, None when it can."""
    if table not in EDITED_OUTSIDE:
        return _("This has no text for the editor; e edits it.")
    return _missing(workspace, table, record_id)


def refusal_remove(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    """Return why the record cannot be deleted, None when it can."""
    return _missing(workspace, table, record_id) if table in REMOVED else _("This cannot be deleted.")


def _missing(workspace: Workspace, table: Table, record_id: Id) -> str | None:
    found = workspace.network.current(table, record_id)
    return None if found is not None else _("It is no longer there.")
