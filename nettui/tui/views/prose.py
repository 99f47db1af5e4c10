"""Rows of a list that are only read: headings and sentences. The cursor passes over them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Said", "Title"]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading with a rule behind it, and quietly what it was counted from; without words a blank line."""

    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, ``indent`` cells from the left."""

    text: str
    role: str = "quiet"
    indent: int = 0
