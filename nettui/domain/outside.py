"""The balance between people outside and inside what I belong to: my employer, my industry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.current import current_positions
from nettui.domain.organisations import is_organisation, organisation_key
from nettui.domain.variety import ENOUGH, industry_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Me, Person

__all__ = [
    "OutsideBalance",
    "employers_of",
    "industries_of",
    "outside_balance",
    "outside_industry",
    "outside_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideBalance:
    """People outside and inside what is mine, those of whom it is not known, and the E-I index.

    ``index`` is None when nobody is known or I have no employer (no industry). ``mine`` says whether I have one.
    """

    outside: tuple[Id, ...]
    inside: tuple[Id, ...]
    unknown: int
    index: float | None
    enough: bool
    mine: bool

    @property
    def known(self) -> int:
        """Of how many people it is known."""
        return len(self.outside) + len(self.inside)


def employers_of(who: Person | Me, today: date) -> tuple[str, ...]:
    """Return the keys of all present employers, without repeats."""
    keys = dict.fromkeys(organisation_key(position.organisation) for position in current_positions(who, today))
    return tuple(key for key in keys if is_organisation(key))


def industries_of(who: Person | Me, today: date) -> tuple[str, ...]:
    """Return the keys of the industries of all present positions, without repeats."""
    keys = dict.fromkeys(industry_key(position.industry) for position in current_positions(who, today))
    return tuple(key for key in keys if is_organisation(key))


def outside_balance(people: Iterable[Person], me: Me | None, today: date) -> OutsideBalance:
    """Return who is outside and inside my current employer; archived people are left out. See :func:`outside_of`."""
    theirs = ((person.id, employers_of(person, today)) for person in people if not person.archived)
    return outside_of(theirs, employers_of(me, today) if me is not None else ())


def outside_industry(people: Iterable[Person], me: Me | None, today: date) -> OutsideBalance:
    """Return who is outside and inside the industries of my present positions; as :func:`outside_balance`.

    Somebody who works in several industries is inside when one of them is mine.
    """
    theirs = ((person.id, industries_of(person, today)) for person in people if not person.archived)
    return outside_of(theirs, industries_of(me, today) if me is not None else ())


def outside_of(belonging: Iterable[tuple[Id, tuple[str, ...]]], mine: Iterable[str]) -> OutsideBalance:
    """Return who shares none of ``mine`` (E) and who shares one (I), and the E-I index (E - I)/(E + I).

    From -1, all inside, to +1, all outside. Krackhardt & Stern 1988, Social Psychology Quarterly 51(2), 123-140.
    Caveat: no value of it is known to be good, and the sizes of the organisations distort it.
    """
    own = frozenset(mine)
    outside: list[Id] = []
    inside: list[Id] = []
    unknown = 0
    for person, theirs in belonging:
        if not theirs:
            unknown += 1
        elif own.isdisjoint(theirs):
            outside.append(person)
        else:
            inside.append(person)
    known = len(outside) + len(inside)
    return OutsideBalance(
        outside=tuple(outside),
        inside=tuple(inside),
        unknown=unknown,
        index=(len(outside) - len(inside)) / known if known and own else None,
        enough=known >= ENOUGH and bool(own),
        mine=bool(own),
    )
