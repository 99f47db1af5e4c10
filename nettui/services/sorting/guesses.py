"""A guess at the level or the industry of one person, in the words of this network. Only that person is decoded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nettui.domain.current import current_positions
from nettui.domain.guesses import guess_industry, guess_level, other_names
from nettui.domain.variety import industry_key
from nettui.i18n import _
from nettui.services.facts.breadth import BreadthFacts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.domain.guesses import IndustryGuess, LevelGuess
    from nettui.domain.ids import Id
    from nettui.services.index import Index

__all__ = ["Industries", "Industry", "level_guess"]


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
