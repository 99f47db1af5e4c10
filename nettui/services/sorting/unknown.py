"""Who has no level or no industry yet: from what is remembered of everybody, so that no record is decoded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.services.facts.breadth import BreadthFacts
from nettui.services.facts.people import PeopleFacts, Sort

if TYPE_CHECKING:
    from collections.abc import Callable

    from nettui.domain.ids import Id
    from nettui.services.facts.breadth import Sketch
    from nettui.services.index import Index

__all__ = ["Question", "Tally", "is_unknown", "tally", "unknown", "unknown_industries", "unknown_levels"]


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
