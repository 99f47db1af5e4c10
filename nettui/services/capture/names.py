r"""Finding people in prose, without marks where nothing else could be meant.

The longest match wins: full name, first name, family name or nickname, in either script, inflected too. Of several
who fit, one whose whole name or nickname it is goes before one of whom it is a part, a first or last name before
a middle one, and archived people come last.
One word counts when it begins with a capital (or its script has none) and is not a common word at the start of a
sentence; in lower case only after *with*, *с*, *със*, or after *and*, *и* or a comma behind another person, and never
when it is a common word. Two and more words of one name count in any case. ``@name`` and ``+name`` force a match,
``\Name`` prevents one, ``+"New Person"`` makes one. ``@`` with an id is that person, and no prose: behind a name that
several people have it says which of them. Takes time in proportion to the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain.search import fold_letters
from nettui.domain.transliteration import has_cyrillic
from nettui.services.capture import common_words as common
from nettui.services.capture.index import WORD, NameIndex, Posting, build_index, words_of
from nettui.services.capture.inflection import base_forms, possessive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["ESCAPE", "QUOTED", "Found", "NameFinder"]

_OPEN = r"(?<![^\s(\[{\"'„“,;–—-])"
ESCAPE = re.compile(_OPEN + r"\\(?=[^\W_]|[#@+])")
"""A backslash that keeps the word after it from meaning anything; elsewhere it is only a backslash."""
QUOTED = re.compile(_OPEN + r"([@+])[\"“„]([^\"“”„\n]{1,200})[\"“”]")
_BY_ID = re.compile(r"[ \t]{0,3}" + _OPEN + r"[@+](\d{10,20})(?!\w)")
_SENTENCE_END = re.compile(r"[.!?;\n]\s|[.!?;\n]\Z|\n")
_BETWEEN_WORDS = re.compile(r"[ \t]{1,3}|\.[ \t]{0,2}")
_COMMA = re.compile(r"[ \t]{0,3},[ \t]{1,3}")
_BLANK = re.compile(r"[ \t]{1,3}")
_MOST_WORDS = 8
_MOST_QUOTED = 50

Hit: TypeAlias = tuple[NameIndex, Posting]


@dataclass(frozen=True, slots=True)
class Found:
    """A name at ``start`` to ``end`` of the line (marks included), the ids it fits, and how it stands there.

    ``dropped`` are the stretches (sigil, quotes) that are no prose. Without ``ids`` a forced name is nobody's.
    """

    start: int
    end: int
    name: str
    ids: tuple[str, ...]
    forced: bool = False
    spoken_of: bool = False
    dropped: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Scan:
    """Where the reading of one stretch stands."""

    words: Sequence[re.Match[str]]
    line: str
    start: int
    at: int = 0
    spoken_of: bool = False
    last_end: int = -1  # where the latest person ended
    found: list[Found] = field(default_factory=list)


class NameFinder:
    """Finds the names of one line; ``made`` are the people it makes with ``+"New Person"``."""

    def __init__(self, index: NameIndex, line: str, blocked: Sequence[tuple[int, int]] = ()) -> None:
        self._indexes = [index]
        self._line = line
        self.made: list[str] = []
        quoted = islice(QUOTED.finditer(line), _MOST_QUOTED)
        self._quoted = {match.start(): match for match in quoted if not _inside(match.start(), blocked)}
        numbered = islice(_BY_ID.finditer(line), _MOST_QUOTED) if "@" in line or "+" in line else ()
        self._numbered = {match.start(): match for match in numbered if index.holds(match[1])}
        self._looked_up: dict[tuple[str, bool], list[Hit]] = {}
        marked_spans = (match.span() for match in (*self._quoted.values(), *self._numbered.values()))
        self._holes = sorted({*blocked, *marked_spans})
        for match in self._quoted.values():
            name = " ".join(match[2].split())
            if match[1] == "+" and WORD.search(name) and not self._whole(name) and name not in self.made:
                self.made.append(name)
        if self.made:
            self._indexes.append(NameIndex(build_index((f"+{name}", [name], False) for name in self.made)))
            self._looked_up.clear()

    def find(self, start: int, end: int) -> list[Found]:
        """Return the names between ``start`` and ``end``, in order."""
        words = list(self._words(start, end))
        scan = _Scan(words, self._line, start)
        marked = sorted(at for at in (*self._quoted, *self._numbered) if start <= at < end)
        while scan.at < len(words) or marked:
            if marked and (scan.at >= len(words) or marked[0] < words[scan.at].start()):
                self._take_marked(scan, marked.pop(0))
                continue
            self._context(scan)
            scan.at += self._take_word(scan)
        return scan.found

    def _words(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the words that may be names: none inside addresses, dates, tags and quoted names."""
        holes = self._holes
        hole = max(0, bisect_left(holes, (start, 0)) - 1)
        for match in WORD.finditer(self._line, start, end):
            while hole < len(holes) and holes[hole][1] <= match.start():
                hole += 1
            if hole == len(holes) or match.end() <= holes[hole][0]:
                yield match

    def _context(self, scan: _Scan) -> None:
        """Keep track of whether the words before here make the next person one who is only spoken of."""
        word = scan.words[scan.at]
        before = scan.words[scan.at - 1].end() if scan.at else scan.start
        if _SENTENCE_END.search(self._line, before, word.start() + 1):
            scan.spoken_of = False
        lower = word.group().lower()
        if lower in common.SPOKEN_OF:
            scan.spoken_of = True
        elif lower in common.TAKING_PART:
            scan.spoken_of = False

    def _take_marked(self, scan: _Scan, at: int) -> None:
        match = self._numbered.get(at)
        if match is None:
            self._take_quoted(scan, self._quoted[at])
            return
        start, end = match.span()
        scan.found.append(Found(start, end, match[1], (match[1],), True, scan.spoken_of, ((start, end),)))
        scan.last_end = end

    def _take_quoted(self, scan: _Scan, match: re.Match[str]) -> None:
        name = " ".join(match[2].split())
        ids = self._whole(name)
        if not ids and match[1] == "@":
            ids = self._by_words(name, whole=False)
        drop = ((match.start(), match.start(2)), (match.end(2), match.end()))
        scan.found.append(Found(match.start(), match.end(), name, ids, True, scan.spoken_of, drop if ids else ()))
        scan.last_end = match.end()

    def _whole(self, name: str) -> tuple[str, ...]:
        """Return whose whole name or nickname ``name`` is."""
        return self._by_words(name, whole=True)

    def _by_words(self, name: str, *, whole: bool) -> tuple[str, ...]:
        """Return whose names hold all the words of ``name``, whatever stands between them."""
        text = " ".join(words_of(name))
        words = list(WORD.finditer(text))
        count, hits = self._longest(words, 0, text, after=False, most=len(words)) if words else (0, [])
        if whole:
            hits = [hit for hit in hits if hit[1].length == count]
        return _ids(hits, count) if hits and count == len(words) else ()

    def _take_word(self, scan: _Scan) -> int:
        """Read the word at hand; return how many words that took."""
        word = scan.words[scan.at]
        mark = self._mark_before(word.start())
        if mark == "#":
            return 1
        after = self._previous(scan) in common.PREPOSITIONS | common.JOINING
        count, hits = self._longest(scan.words, scan.at, self._line, after=after)
        if mark == "\\":
            return max(count, 1)
        if mark:
            return self._take_forced(scan, count, hits)
        if not hits or not self._counts(scan, count):
            return 1
        self._add(scan, count, _ids(hits, count), forced=False)
        return count

    def _take_forced(self, scan: _Scan, count: int, hits: list[Hit]) -> int:
        ids = _ids(hits, count) if hits else ()
        self._add(scan, max(count, 1), ids, forced=True)
        return max(count, 1)

    def _add(self, scan: _Scan, count: int, ids: tuple[str, ...], *, forced: bool) -> None:
        first, last = scan.words[scan.at], scan.words[scan.at + count - 1]
        owner = 0 if has_cyrillic(last.group()) else possessive(last.group())
        end = last.end() - owner
        start = first.start() - forced
        name = self._line[first.start() : end]
        lead = self._line[max(0, start - 16) : start].lower()
        spoken = scan.spoken_of or owner > 0 or any(lead.endswith(phrase + " ") for phrase in common.APART)
        dropped = ((start, start + 1),) if forced and ids else ()
        scan.found.append(Found(start, end, name, ids, forced, spoken, dropped))
        scan.last_end = last.end()

    def _mark_before(self, start: int) -> str:
        """Return the sigil right before ``start``, where it is one and not the end of another word."""
        mark = self._line[start - 1] if start else ""
        if mark == "#" or (mark == "\\" and ESCAPE.match(self._line, start - 1)):
            return mark
        if mark in ("@", "+") and start and not self._line[start].isdigit():
            if start > 1 and self._line[start - 2] == "\\" and ESCAPE.match(self._line, start - 2):
                return "\\"
            before = self._line[start - 2] if start > 1 else " "
            return mark if before.isspace() or before in "([{\"'„“,;–—-" else ""
        return ""

    def _previous(self, scan: _Scan) -> str:
        """Return the word before the one at hand, where only a blank is between them."""
        if not scan.at:
            return ""
        previous, word = scan.words[scan.at - 1], scan.words[scan.at]
        return previous.group().lower() if _BLANK.fullmatch(self._line, previous.end(), word.start()) else ""

    def _counts(self, scan: _Scan, count: int) -> bool:
        """Whether unmarked words may be a name here."""
        words = [match.group() for match in scan.words[scan.at : scan.at + count]]
        folded = [fold_letters(word) for word in words]
        if count > 1:
            return any(word not in common.ALSO_WORDS and word not in common.PARTICLES for word in folded)
        if folded[0] in common.PARTICLES or (len(words[0]) == 1 and words[0].isascii()):
            return False
        if not words[0][0].islower():
            return folded[0] not in common.ALSO_WORDS or not self._starts_sentence(scan)
        return folded[0] not in common.ALSO_WORDS and self._in_company(scan)

    def _starts_sentence(self, scan: _Scan) -> bool:
        word = scan.words[scan.at]
        before = self._line[max(scan.start, word.start() - 4) : word.start()].rstrip(" \t\"'„“(")
        return word.start() - len(before) <= scan.start or not before or before[-1] in ".!?:;\n"

    def _in_company(self, scan: _Scan) -> bool:
        """Whether the word at hand follows *with*, or continues a list of people."""
        word = scan.words[scan.at]
        previous = self._previous(scan)
        if previous in common.TAKING_PART:
            return True
        if previous in common.JOINING:
            joint = scan.words[scan.at - 1]
            return scan.last_end >= 0 and _BLANK.fullmatch(self._line, scan.last_end, joint.start()) is not None
        return scan.last_end >= 0 and _COMMA.fullmatch(self._line, scan.last_end, word.start()) is not None

    def _longest(
        self, words: Sequence[re.Match[str]], at: int, text: str, *, after: bool, most: int = _MOST_WORDS
    ) -> tuple[int, list[Hit]]:
        """Return how many words from ``at`` on belong to one name, and where those names are."""
        hits = self._lookup(words[at].group(), after=after)
        count, used = (1, [{hit[1].place} for hit in hits]) if hits else (0, [])
        while hits and count < most and at + count < len(words):
            word, previous = words[at + count], words[at + count - 1]
            if not _BETWEEN_WORDS.fullmatch(text, previous.end(), word.start()):
                break
            places: dict[tuple[int, int, int], list[int]] = {}
            for index, one in self._lookup(word.group(), after=after):
                places.setdefault((id(index), one.person, one.name), []).append(one.place)
            longer = []
            for hit, taken in zip(hits, used, strict=True):
                there = places.get((id(hit[0]), hit[1].person, hit[1].name), ())
                free = next((place for place in there if place not in taken), None)  # a name may say a word twice
                if free is not None:
                    longer.append((hit, taken | {free}))
            if not longer:
                break
            hits, used, count = [hit for hit, _ in longer], [taken for _, taken in longer], count + 1
        return count, hits

    def _lookup(self, word: str, *, after: bool) -> list[Hit]:
        """Return the names that hold ``word``, as typed or, failing that, in the form it is inflected from."""
        hits = self._looked_up.get((word, after))
        if hits is None:
            hits = self._looked_up[word, after] = self._inflected(word, after=after)
        return hits

    def _inflected(self, word: str, *, after: bool) -> list[Hit]:
        folded = fold_letters(word)
        hits = self._find(folded)
        if hits:
            return hits
        if not has_cyrillic(folded):
            owner = possessive(word)
            return self._find(folded[:-owner]) if owner else []
        for forms in base_forms(folded, after_preposition=after):
            hits = [hit for form in forms for hit in self._find(form)]
            if hits:
                return hits
        return []

    def _find(self, folded: str) -> list[Hit]:
        return [(index, posting) for index in self._indexes for posting in index.find(folded)]


def _ids(hits: Sequence[Hit], count: int) -> tuple[str, ...]:
    """Return whom ``hits`` of ``count`` words mean: the present before the archived, whole names before parts.

    One word is a first or a last name before it is a middle one.
    """
    present = [hit for hit in hits if not hit[0].is_archived(hit[1].person)] or list(hits)
    best = [hit for hit in present if hit[1].length == count] or present
    if count == 1:
        best = [hit for hit in best if hit[1].place in {0, hit[1].length - 1}] or best
    return tuple(dict.fromkeys(index.id_of(posting.person) for index, posting in best))


def _inside(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in stretches)
