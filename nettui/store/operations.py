"""What changes: one document before and after, and who wants to hear of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

__all__ = ["CONFLICTS", "Listener", "Operation"]

CONFLICTS = "_conflicts"
"""The table that keeps values which gave way in a merge."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One document before and after, as JSON; None where it is absent."""

    table: str
    key: str
    before: bytes | None
    after: bytes | None


class Listener(Protocol):
    """Who wants to know that documents changed under their hands."""

    def document_changed(self, table: str, key: str) -> None:
        """One document is another one."""

    def reloaded(self) -> None:
        """Everything may be different."""
