"""What changes: one document before and after, and who wants to hear of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from nettui.store.snapshot import dump

if TYPE_CHECKING:
    from datetime import datetime

    from nettui.store.merge import Conflict

__all__ = ["CONFLICTS", "Listener", "Operation", "kept_conflict"]

CONFLICTS = "_conflicts"
"""The table that keeps values which gave way in a merge."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One document before and after, as JSON; None where it is absent."""

    table: str
    key: str
    before: bytes | None
    after: bytes | None


def kept_conflict(own_key: str, at: datetime, table: str, key: str, conflict: Conflict) -> Operation:
    """Return the operation that keeps, under ``own_key``, a value of ``key`` in ``table`` that lost a merge."""
    document = {
        "at": at.isoformat(timespec="seconds"),
        "field": conflict.field,
        "id": key,
        "lost": conflict.lost,
        "table": table,
    }
    return Operation(CONFLICTS, own_key, None, dump(document))


class Listener(Protocol):
    """Who wants to know that documents changed under their hands."""

    def document_changed(self, table: str, key: str) -> None:
        """One document is another one."""

    def reloaded(self) -> None:
        """Everything may be different."""
