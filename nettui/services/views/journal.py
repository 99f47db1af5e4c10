"""The journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.services.views.refs import refs
from nettui.services.views.rows import EntryRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.records import Entry
    from nettui.services.index import Index

__all__ = ["entry_row", "journal_rows"]


def journal_rows(index: Index, entries: Iterable[Entry]) -> list[EntryRow]:
    """Return a row for each of ``entries``, in their order."""
    return [entry_row(index, entry) for entry in entries]


def entry_row(index: Index, entry: Entry) -> EntryRow:
    """Return the row of ``entry``."""
    return EntryRow(
        id=entry.id,
        at=entry.at,
        channel=entry.channel,
        text=entry.text,
        people=refs(index, entry.people),
        mentions=refs(index, entry.mentions),
        initiator=entry.initiator,
        tags=entry.tags,
        starred=entry.starred,
    )
