"""Lists of words as they are kept in code: one string, blanks between the words."""

from __future__ import annotations

__all__ = ["wordset"]


def wordset(words: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words.split())
