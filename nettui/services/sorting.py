"""Sorting: who has no level or no industry yet, a guess for each, and answering one at a time.

Who is unknown, and which industries there are, comes from what is remembered of everybody, so that no record is decoded
but the one that is looked at. An answer is one commit of one record, which undo takes back.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.domain.change import Nature
from nettui.domain.current import current_position, current_positions
from nettui.domain.guesses import guess_industry, guess_level, other_names
from nettui.domain.validate import check
from nettui.domain.variety import industry_key
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services import undo
from nettui.services.facts.breadth import BreadthFacts
from nettui.services.facts.people import PeopleFacts, Sort
from nettui.services.lookup import existing_person
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from nettui.domain.change import Change
    from nettui.domain.guesses import IndustryGuess, LevelGuess
    from nettui.domain.ids import Id
    from nettui.domain.records import Level
    from nettui.services.facts.breadth import Sketch
    from nettui.services.index import Index
    from nettui.services.network import Network

__all__ = [
    "Answered",
    "Industries",
    "Industry",
    "Question",
    "Tally",
    "Walk",
    "is_unknown",
    "level_guess",
    "set_industry",
    "set_level",
    "take_back",
    "tally",
    "unknown",
    "unknown_industries",
    "unknown_levels",
]


class Question(StrEnum):
    """What is asked of each person."""

    LEVEL = "level"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people have an answer, how many have none yet, and how many can have none.

    Without a company at present there is nothing that an industry could be of.
    """

    known: int
    unknown: int
    beside: int = 0


def unknown_levels(index: Index) -> list[Id]:
    """Return whose level is not known: the latest contact first, then by name. Archived people are left out."""
    return _in_order(index, _no_level)


def unknown_industries(index: Index) -> list[Id]:
    """Return who works at a company in an industry that is not known, in the order of :func:`unknown_levels`."""
    return _in_order(index, _no_industry)


def unknown(index: Index, question: Question) -> list[Id]:
    """Return those without an answer to ``question``."""
    return unknown_levels(index) if question is Question.LEVEL else unknown_industries(index)


def tally(index: Index, question: Question) -> Tally:
    """Count all who are not archived."""
    people = [row for row in index.shelf(BreadthFacts).require().rows.values() if not row.archived]
    if question is Question.LEVEL:
        without = sum(map(_no_level, people))
        return Tally(known=len(people) - without, unknown=without)
    without = sum(map(_no_industry, people))
    known = sum(bool(row.industry) for row in people)
    return Tally(known=known, unknown=without, beside=len(people) - known - without)


def is_unknown(index: Index, question: Question, person_id: Id) -> bool:
    """Return whether somebody is there, and has no answer to ``question``."""
    row = index.shelf(BreadthFacts).require().rows.get(person_id)
    if row is None:
        return False
    return _no_level(row) if question is Question.LEVEL else _no_industry(row)


def _no_level(row: Sketch) -> bool:
    return not row.archived and row.level is None


def _no_industry(row: Sketch) -> bool:
    return not row.archived and bool(row.company) and not row.industry


def _in_order(index: Index, test: Callable[[Sketch], bool]) -> list[Id]:
    rows = index.shelf(BreadthFacts).require().rows
    wanted = {person_id for person_id, row in rows.items() if test(row)}
    return [person_id for person_id in index.shelf(PeopleFacts).order(Sort.LAST) if person_id in wanted]


# -- guesses -----------------------------------------------------------------------------------------------------------


def level_guess(index: Index, person_id: Id) -> LevelGuess | None:
    """Return the level that the present titles of somebody tell, beside mine; None when they tell none."""
    person, me = index.people.get(person_id), index.me
    if person is None:
        return None
    mine = [position.title for position in current_positions(me, index.today)] if me is not None else []
    guesses = (guess_level(position.title, mine) for position in current_positions(person, index.today))
    return next((guess for guess in guesses if guess is not None), None)


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry in its usual spelling, and how many people work in it."""

    name: str
    people: int


class Industries:
    """The industries of a network as they are at the moment when this is made: by frequency, and by company."""

    def __init__(self, index: Index) -> None:
        self._index = index
        spellings: dict[str, Counter[str]] = {}
        self._at: dict[str, Counter[str]] = {}
        for row in index.shelf(BreadthFacts).require().rows.values():
            if not row.industry:
                continue
            spellings.setdefault(row.industry_key, Counter())[row.industry] += 1
            self._at.setdefault(row.company_key, Counter())[row.industry_key] += 1
        # Of two spellings that are as usual the one first in the alphabet, in whatever order people were entered.
        self._usual = {key: min(found, key=lambda name: (-found[name], name)) for key, found in spellings.items()}
        self.all: Sequence[Industry] = sorted(
            (Industry(name, spellings[key].total()) for key, name in self._usual.items()),
            key=lambda each: (-each.people, each.name),
        )
        """Every industry, the most frequent first."""

    def usual(self, name: str) -> str:
        """Return the usual spelling of an industry, or ``name`` where nobody works in it."""
        return self._usual.get(industry_key(name), name.strip())

    def guess(self, person_id: Id) -> IndustryGuess | None:
        """Return a guess at somebody's industry, in the network's own spelling of it; None when nothing tells."""
        person = self._index.people.get(person_id)
        if person is None:
            return None
        guess = guess_industry(person, self._index.today, self._known, lambda key: self._usual.get(key, key))
        if guess is None or not guess.words:
            return guess
        own = next((self._usual[key] for key in other_names(guess.value) if key in self._usual), None)
        return replace(guess, value=own or _(guess.value))

    def _known(self, company_key: str) -> Mapping[str, int]:
        return self._at.get(company_key, {})


# -- answers -----------------------------------------------------------------------------------------------------------


def set_level(network: Network, person_id: Id, level: Level | None) -> Change | None:
    """Save somebody's level; None is unknown. Returns None when it is the same. Raises NotFound, StoreError."""
    person = existing_person(network, person_id)
    return network.save([replace(person, level=level)], action="person.level", detail=person.name)


def set_industry(network: Network, person_id: Id, industry: str) -> Change | None:
    """Save the industry of somebody's present position begun last; empty is unknown.

    Returns None when it is the same. Without a present position none is invented: raises InvalidInput. Raises
    NotFound, StoreError.
    """
    person = existing_person(network, person_id)
    position = current_position(person, network.today)
    if position is None:
        raise InvalidInput(
            _("{name} has no present position that could have an industry.").format(name=one_line(person.name)),
            hint=_("Edit the person and add the position first."),
        )
    at = next(n for n, each in enumerate(person.positions) if each is position)
    changed = replace(position, industry=" ".join(industry.split()))
    person = replace(person, positions=(*person.positions[:at], changed, *person.positions[at + 1 :]))
    check(person)
    return network.save([person], action="person.industry", detail=person.name)


def take_back(network: Network, change: Change) -> Change | None:
    """Take an answer back: by undo where it is the latest change, else by a change that makes it unknown again.

    Another process may have saved meanwhile, and undo would take that back. Returns None when the answer was changed
    elsewhere since, as far as the repository was refreshed. Raises NotFound when the person is gone, StoreError.
    """
    latest = undo.latest(network.repository)
    if latest is not None and latest.nature is Nature.DO and latest.id == change.id:
        return undo.undo(network)
    (edit,) = change.edits
    current = network.current(edit.table, edit.id)
    if current is None:
        existing_person(network, edit.id)
    if edit.before is None or edit.after is None or current != edit.after:
        return None
    return network.save([edit.before], action=change.action, detail=change.detail)


# -- one at a time -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody was answered by ``change``, or left for later where it is None."""

    person: Id
    change: Change | None


class Walk:
    """The people to be sorted, one at a time, with a way back. Who is left for later comes again in the next walk."""

    def __init__(self, people: Sequence[Id]) -> None:
        self._waiting = list(reversed(people))
        self._past: list[Answered] = []

    @property
    def current(self) -> Id | None:
        """Who is asked about; None at the end."""
        return self._waiting[-1] if self._waiting else None

    @property
    def left(self) -> int:
        """How many are still to come, the current one among them."""
        return len(self._waiting)

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self._waiting) + len(self._past)

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(each.change is not None for each in self._past)

    @property
    def later(self) -> int:
        """How many were left for later."""
        return len(self._past) - self.answered

    @property
    def latest(self) -> Answered | None:
        """What :meth:`back` would go back to."""
        return self._past[-1] if self._past else None

    def go_on(self, change: Change | None) -> None:
        """Go to the next person; ``change`` is the answer, None leaves the current one for later."""
        if self._waiting:
            self._past.append(Answered(self._waiting.pop(), change))

    def back(self) -> Answered | None:
        """Return to the person before; None at the beginning."""
        if not self._past:
            return None
        before = self._past.pop()
        self._waiting.append(before.person)
        return before

    def drop(self) -> None:
        """Leave the current person out: deleted, or answered elsewhere."""
        if self._waiting:
            self._waiting.pop()
