"""Finding among many texts while one types: each is folded once, not at every key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nettui.domain.search import fold_letters, same_word, search_fold

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Finder"]

_WORD = re.compile(r"\w+")
_SPELLED_FROM = 2
"""Letters from which informal spellings across the scripts are looked for, where nothing is found otherwise."""


class Finder:
    """Finds what :func:`nettui.domain.search.matches` finds, in 20,000 texts within the time of a key.

    Of the informal spellings across scripts (``qna`` for Яна) it thinks only where the official one finds nothing.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._folded: list[str] | None = None
        self._words: dict[str, list[int]] | None = None

    def find(self, typed: str) -> list[int]:
        """Return the places of the texts that fit; those that begin with ``typed`` first, then those with such a word.

        Otherwise they stand in their own order.
        """
        if self._folded is None:
            self._folded = [search_fold(text) for text in self._texts]
        folded = self._folded
        wanted = search_fold(typed)
        parts = wanted.split()
        if not parts:
            return list(range(len(folded)))
        if len(parts) == 1:
            found = [place for place, text in enumerate(folded) if wanted in text]
        else:
            found = [place for place, text in enumerate(folded) if all(part in text for part in parts)]
        if not found and len(wanted) >= _SPELLED_FROM:
            return self._spelled(typed)
        inside = f" {wanted}"

        def rank(place: int) -> int:
            text = folded[place]
            return 0 if text.startswith(wanted) else 1 if inside in text else 2

        return sorted(found, key=rank)

    def _spelled(self, typed: str) -> list[int]:
        if self._words is None:
            self._words = {}
            for place, text in enumerate(self._texts):
                for word in _WORD.findall(fold_letters(text)):
                    self._words.setdefault(word, []).append(place)
        left: set[int] | None = None
        for part in fold_letters(typed).split():
            fits = {
                place for word, places in self._words.items() if same_word(part, word, prefix=True) for place in places
            }
            left = fits if left is None else left & fits
        return sorted(left or ())
