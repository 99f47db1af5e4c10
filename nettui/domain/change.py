"""What one action changed: the unit of commit, undo, and refresh of every screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from nettui.domain.ids import Id
    from nettui.domain.records import Record

__all__ = ["Change", "Edit", "Nature", "Table"]


class Table(StrEnum):
    """The tables of the file, one for each sort of record."""

    ME = "me"
    GROUPS = "groups"
    PEOPLE = "people"
    ENTRIES = "entries"
    PROMISES = "promises"
    EXCHANGES = "exchanges"
    IMPORTS = "imports"
    SNOOZES = "snoozes"
    REVIEWS = "reviews"


class Nature(StrEnum):
    """Whether a change was made, taken back, or made again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None where it did not, or does no longer, exist."""

    table: Table
    id: Id
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Edits that were committed together.

    ``action`` is the language-free name of what was done (``entry.log``, ``import.linkedin``), ``detail`` a few of the
    user's own words to recognise it by. ``target`` is the change that an undo or redo took back or made again.
    """

    id: str
    at: datetime
    action: str
    detail: str = ""
    nature: Nature = Nature.DO
    target: str | None = None
    edits: tuple[Edit, ...]
