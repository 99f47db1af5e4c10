"""Where in a text the words stand that found it, across case, accents and scripts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from nettui.domain.search import fold_letters, search_fold
from nettui.domain.transliteration import to_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["match_spans"]

_FINAL_IYA = re.compile(r"ия(?!\w)")


def match_spans(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return start and end of every place in ``text`` where one of ``words`` stands, in order, never overlapping.

    The words are compared as filters compare them (:func:`nettui.domain.search.search_fold`). A letter that folds to
    several is marked as a whole. Only for what is on the screen: the cost grows with the text.
    """
    wanted = [folded for each in words if (folded := search_fold(each))]
    if not wanted or not text:
        return []
    folded, places = _folded_with_places(text)
    found = sorted(
        (places[at], _end(places, at + len(each) - 1, len(text))) for each in wanted for at in _all_of(each, folded)
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _all_of(wanted: str, folded: str) -> Iterator[int]:
    at = folded.find(wanted)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + 1)


def _end(places: list[int], last: int, size: int) -> int:
    """Return where the cluster of letters ends from which the character ``last`` of the folded text came."""
    start = places[last]
    return next((place for place in places[last + 1 :] if place > start), size)


@lru_cache(maxsize=1024)  # the same few rows are on the screen at each key
def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return ``text`` folded, and for each character of that the place in ``text`` it came from."""
    if text.isascii() and not re.search(r"\s\s|[\t-\r\x1c-\x1f]|\A\s", text):
        return text.lower(), list(range(len(text)))
    letters: list[tuple[str, int]] = []
    for start, cluster in _clusters(text):
        if cluster.isspace():
            if letters and letters[-1][0] != " ":
                letters.append((" ", start))
            continue
        letters += [(char, start) for char in fold_letters(cluster)]
    plain = "".join(char for char, _start in letters)
    final = {match.start() + 1 for match in _FINAL_IYA.finditer(plain)}
    folded: list[str] = []
    places: list[int] = []
    for number, (char, start) in enumerate(letters):
        piece = "a" if number in final else to_latin(char)
        folded.append(piece)
        places += [start] * len(piece)
    return "".join(folded), places


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character with the combining marks that follow it; two Greek letters that make one sound as one."""
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and (unicodedata.combining(text[at]) or text[start:at].lower() + text[at].lower() == "ου"):
            continue
        yield start, text[start:at]
        start = at
