"""Filters for exactly the people whom a figure of breadth counted, such as ``company:="Acme"`` and ``employer:other``.

A text field such as ``company:acme`` finds parts of names in all present positions. A figure counts each person once,
by one company. So these terms ask what the measures of :mod:`nettui.domain.breadth` asked, of the same few facts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from nettui.domain.breadth import MetWays, company_of, industry_of, way_we_met
from nettui.domain.organisations import is_organisation, organisation_key
from nettui.domain.outside import employers_of, industries_of
from nettui.domain.query_values import choice, is_unknown, word
from nettui.domain.variety import industry_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.query import Term
    from nettui.domain.records import Me, Met, Person

__all__ = ["Counted", "Side", "asks_for_none", "counted_of", "counted_test"]


class Counted(Protocol):
    """What the measures know of a person."""

    @property
    def company_key(self) -> str: ...  # noqa: D102
    @property
    def industry_key(self) -> str: ...  # noqa: D102
    @property
    def employers(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def trades(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def met(self) -> Met | None: ...  # noqa: D102


class Side(StrEnum):
    """Where somebody works, seen from me: at my employer or in my industry, elsewhere, or nobody knows."""

    MINE = "mine"
    OTHER = "other"
    NONE = "none"


class _Facts(NamedTuple):
    company_key: str
    industry_key: str
    employers: tuple[str, ...]
    trades: tuple[str, ...]
    met: Met | None


def counted_of(person: Person, today: date) -> Counted:
    """Return what the measures know of ``person``."""
    return _Facts(
        organisation_key(company_of(person, today)),
        industry_key(industry_of(person, today)),
        employers_of(person, today),
        industries_of(person, today),
        person.met,
    )


def asks_for_none(term: Term) -> bool:
    """Return whether a term on company, industry or how we met asks for those of whom it is not known."""
    if term.field == "met":
        return is_unknown(term)
    return term.field in {"company", "industry"} and word(term.value) in {"none", "unknown"}


def counted_test(
    term: Term, me: Me | None, today: date, called: Callable[[str], AbstractSet[Id]]
) -> Callable[[Counted], bool] | None:
    """Return the predicate that ``term`` means, None for a term that asks for no figure.

    ``called`` gives the people who have a name. Raises InvalidInput for a value that the field cannot have.
    """
    match term.field:
        case "company" if asks_for_none(term):
            return lambda c: not is_organisation(c.company_key)
        case "company" if term.exact:
            company = organisation_key(term.value)
            return lambda c: c.company_key == company
        case "industry" if asks_for_none(term):
            return lambda c: not is_organisation(c.industry_key)
        case "industry" if term.exact:
            industry = industry_key(term.value)
            return lambda c: c.industry_key == industry
        case "employer":
            side = _side(term)
            mine = frozenset(employers_of(me, today)) if me is not None else frozenset()
            return lambda c: _stands(c.employers, mine) is side
        case "trade":
            side = _side(term)
            own = frozenset(industries_of(me, today)) if me is not None else frozenset()
            return lambda c: _stands(c.trades, own) is side
        case "met":
            return _met(term, called)
    return None


def _met(term: Term, called: Callable[[str], AbstractSet[Id]]) -> Callable[[Counted], bool] | None:
    meant = word(term.value)
    if is_unknown(term) or meant in frozenset(MetWays):
        way = MetWays.NONE if is_unknown(term) else MetWays(meant)
        return lambda c: way_we_met(c.met) is way
    if not term.exact:
        return None
    introducers = called(term.value) | {term.value}
    return lambda c: c.met is not None and c.met.by in introducers


def _side(term: Term) -> Side:
    return Side.NONE if is_unknown(term) else choice(term, Side)


def _stands(theirs: tuple[str, ...], mine: frozenset[str]) -> Side:
    if not theirs:
        return Side.NONE
    return Side.OTHER if mine.isdisjoint(theirs) else Side.MINE
