"""A change as JSON, for ``undo`` and ``redo``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.services.ports import Json

__all__ = ["change_json"]


def change_json(change: Change) -> Json:
    """Return what was done: the language-free action, the user's own words, how many records of each sort."""
    records: dict[str, Json] = {}
    for edit in change.edits:
        count = records.get(edit.table.value, 0)
        records[edit.table.value] = (count if isinstance(count, int) else 0) + 1
    return {
        "id": change.id,
        "at": change.at.isoformat(),
        "nature": change.nature.value,
        "action": change.action,
        "detail": change.detail or None,
        "records": records,
    }
