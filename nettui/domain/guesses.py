"""Guesses at what the user has not said yet: somebody's level from a title, an industry from who else works there.

A guess is shown as a guess, with what it was made from; nothing applies it by itself. Where nothing is known there is
none. A level is relative to me (see :class:`nettui.domain.records.Level`), so both titles count: ranks are compared on
a ladder of six rungs, from learning (0) through a plain title (2) to leading the whole (5), and a title that names no
rank gives no guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.breadth import company_of
from nettui.domain.organisations import is_organisation, organisation_key
from nettui.domain.records import Level
from nettui.domain.search import fold_letters
from nettui.domain.title_words import (
    ADJECTIVES,
    CUTS,
    FORMER,
    NAMED,
    NOT_BEFORE,
    NOUN_FOLLOWS,
    OUTSIDE,
    PLAIN,
    RUNGS,
    WHOLE,
    WHOSE,
)
from nettui.domain.variety import industry_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from nettui.domain.records import Person
    from nettui.domain.title_words import Words

__all__ = ["IndustryGuess", "LevelGuess", "guess_industry", "guess_level", "named_industry", "other_names"]


@dataclass(frozen=True, slots=True)
class LevelGuess:
    """A level somebody may have, and the words of the title that say so, as they are written there."""

    value: Level
    words: str


@dataclass(frozen=True, slots=True)
class IndustryGuess:
    """An industry somebody may work in, and why.

    ``company`` is where ``people`` others of the ``known`` ones work in it; it is an ``earlier`` employer, or the
    present one. Or, with ``people`` 0, ``words`` of the company's name say it.
    """

    value: str
    company: str
    people: int = 0
    known: int = 0
    earlier: bool = False
    words: str = ""


# -- levels ------------------------------------------------------------------------------------------------------------

_LETTER = r"[\w\u0300-\u036f]"  # a mark that joins no letter, such as the stress of "ш̀", belongs to the word too
_SEGMENTS = re.compile(rf"[,;:|/·•&+()\[\]\n]|\s[-–—]\s|(?<!{_LETTER})(?:and|und|et|и)(?!{_LETTER})", re.IGNORECASE)
_WORD = re.compile(rf"{_LETTER}+(?:['’ʼ]{_LETTER}+)*")
_JUNIOR, _TOP = 1, 5
_LONGEST = max(map(len, (*RUNGS, *OUTSIDE)))


@dataclass(frozen=True, slots=True)
class _Found:
    rung: int | None
    """None is outside working life."""
    words: str


def guess_level(title: str, my_titles: Iterable[str] = ()) -> LevelGuess | None:
    """Return what ``title`` says about where somebody stands beside me; None when it says nothing.

    ``my_titles`` are my own present titles; the highest rank among them counts, and without one I stand on the plain
    rung. Case and accents make no difference. Words of a former post, of another person's (*assistant to the director*)
    and inside longer words (*internal*) say nothing.
    """
    theirs = _rank(title)
    if theirs is None:
        return None
    if theirs.rung is None:
        return LevelGuess(Level.OUTSIDE, theirs.words)
    mine = max((rung for each in my_titles if (rung := _rung(each)) is not None), default=PLAIN)
    if theirs.rung == mine:
        return LevelGuess(Level.PEER, theirs.words)
    return LevelGuess(Level.EARLIER if theirs.rung < mine else Level.SENIOR, theirs.words)


def _rung(title: str) -> int | None:
    found = _rank(title)
    return found.rung if found is not None else None


def _rank(title: str) -> _Found | None:
    """Return the highest rank among the parts of a title; outside working life only where no part has a rank."""
    text = unicodedata.normalize("NFC", title)
    found = [each for part in _SEGMENTS.split(text) if (each := _rank_of_part(part)) is not None]
    ranked = [each for each in found if each.rung is not None]
    if ranked:
        return max(ranked, key=lambda each: each.rung or 0)
    return found[0] if found else None


def _rank_of_part(part: str) -> _Found | None:
    matches = list(_WORD.finditer(part))
    words = [fold_letters(match.group()) for match in matches]
    if not words:
        return None
    outside = _outside(words)
    if outside is not None:
        return _Found(None, _slice(part, matches, *outside))
    if FORMER & set(words):
        return None
    cut = next((at for at, word in enumerate(words) if word in CUTS), len(words))
    if tuple(words[:cut]) in WHOLE and not WHOSE & set(words[cut : cut + 1]):
        return _Found(WHOLE[tuple(words[:cut])], _slice(part, matches, 0, cut))
    found = [(rung, _slice(part, matches, at, end)) for at, end, rung in _phrases(words, cut)]
    if not found:
        return None
    lowest, highest = min(found, key=lambda each: each[0]), max(found, key=lambda each: each[0])
    # A trainee is one whatever else the title says, and a junior one too: "junior team lead", "trainee manager".
    return _Found(*(lowest if lowest[0] <= _JUNIOR else highest))


def _outside(words: Sequence[str]) -> tuple[int, int] | None:
    for at in range(len(words)):
        for end in range(min(at + _LONGEST, len(words)), at, -1):
            if tuple(words[at:end]) in OUTSIDE:
                return at, end
    return None


def _phrases(words: Sequence[str], cut: int) -> Iterable[tuple[int, int, int]]:
    """Yield the phrases of rank that begin before ``cut``, the longest first at each place, as begin, end and rung."""
    at = 0
    while at < cut:
        ends = range(min(at + _LONGEST, len(words)), at, -1)
        end = next((end for end in ends if tuple(words[at:end]) in RUNGS), None)
        if end is None:
            at += 1
            continue
        rung = RUNGS[tuple(words[at:end])]
        if words[at:end] == ["chief"] and "officer" in words[end:cut]:
            end, rung = words.index("officer", end) + 1, _TOP
        if rung is not None and _is_rank(words, at, end):
            yield at, end, rung
        at = end


def _is_rank(words: Sequence[str], at: int, end: int) -> bool:
    """Return whether the phrase is a rank before what follows it, and does not only say whose something is."""
    phrase: Words = tuple(words[at:end])
    if phrase in NOUN_FOLLOWS:
        return end < len(words)
    return phrase in ADJECTIVES or end == len(words) or words[end] not in NOT_BEFORE


def _slice(part: str, matches: Sequence[re.Match[str]], at: int, end: int) -> str:
    return part[matches[at].start() : matches[end - 1].end()]


# -- industries --------------------------------------------------------------------------------------------------------


def guess_industry(
    person: Person, today: date, known: Callable[[str], Mapping[str, int]], spelling: Callable[[str], str]
) -> IndustryGuess | None:
    """Return the industry somebody may work in; None when nothing tells.

    ``known`` gives, for the key of an organisation (:func:`nettui.domain.organisations.organisation_key`), how many
    people there work in which industry, by :func:`nettui.domain.variety.industry_key`; ``spelling`` gives the usual
    spelling of such a key. The present employer's comes first, where more than half agree; then what the name of it
    says; then the earlier employers, the latest first.
    """
    company = company_of(person, today)
    guess = _by_others(company, known, spelling) or named_industry(company)
    if guess is not None:
        return guess
    work = [position for position in person.positions if not position.study]
    for position in sorted(work, key=lambda p: str(p.until or p.since or ""), reverse=True):
        if organisation_key(position.organisation) == organisation_key(company):
            continue
        guess = _by_others(position.organisation.strip(), known, spelling, earlier=True)
        if guess is not None:
            return guess
    return None


def _by_others(
    company: str, known: Callable[[str], Mapping[str, int]], spelling: Callable[[str], str], *, earlier: bool = False
) -> IndustryGuess | None:
    key = organisation_key(company)
    if not is_organisation(key):
        return None
    counts = Counter(known(key))
    if not counts:
        return None
    (best, people), total = counts.most_common(1)[0], counts.total()
    if 2 * people <= total:
        return None
    return IndustryGuess(spelling(best), company, people=people, known=total, earlier=earlier)


_BANK = re.compile(r"\w{2,}(?:bank|банк|банка)")
_NO_BANK = re.compile(r"(?:river|data|power|em|land|snow)bank|дата?банка?")
_OTHER_BANKS = frozenset({"food", "blood", "power", "data", "left", "right", "west", "south", "хранителна", "кръвна"})


def named_industry(company: str) -> IndustryGuess | None:
    """Return the industry that a company's name tells, by the usual English name of it; None when it tells none.

    Two that contradict each other tell none, save that a university hospital is a hospital.
    """
    text = unicodedata.normalize("NFC", company)
    matches = list(_WORD.finditer(text))
    words = [fold_letters(match.group()) for match in matches]
    if _OTHER_BANKS & set(words):
        return None
    found: dict[str, str] = {}
    for industry, phrases, _also in NAMED:
        for at in range(len(words)):
            hit = next((p for p in phrases if words[at : at + len(p.split())] == p.split()), None)
            if hit is None and "bank" in phrases and _BANK.fullmatch(words[at]) and not _NO_BANK.fullmatch(words[at]):
                hit = words[at]
            if hit is not None:
                found.setdefault(industry, _slice(text, matches, at, at + len(hit.split())))
    if len(found) > 1 and "Healthcare" not in found:
        return None
    return next((IndustryGuess(value, company, words=said) for value, said in found.items()), None)


def other_names(industry: str) -> tuple[str, ...]:
    """Return the keys of the names by which an industry of :func:`named_industry` may go in somebody's network."""
    also = next((also for name, _words, also in NAMED if name == industry), ())
    return tuple(industry_key(name) for name in (industry, *also))
