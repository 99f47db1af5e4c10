"""Circles that compute themselves from dated positions, mine and theirs: colleagues present and past, classmates.

Two people were colleagues where both held a position at the same organisation and the times *may* have overlapped:
only dates that are known can rule it out. A missing ``since`` may be any day, a missing ``until`` means "still there",
and a date known to the year or month may be any day of it. So an archive that tells only somebody's present employer
still finds the former colleagues who stayed; it may also find some who came later, until a date says so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain.current import is_current
from nettui.domain.organisations import is_organisation, organisation_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from nettui.domain.ids import Id
    from nettui.domain.records import Me, Person, Position

__all__ = [
    "ComputedGroup",
    "ComputedKind",
    "Place",
    "computed_groups",
    "grouped",
    "interval",
    "my_places",
    "overlap",
    "shared_places",
]

Place: TypeAlias = "tuple[bool, str]"
"""Whether one studies there, and the key of the organisation's name."""


class ComputedKind(StrEnum):
    """What the members of a computed group share with me."""

    CURRENT_COLLEAGUES = "current-colleagues"
    FORMER_COLLEAGUES = "former-colleagues"
    CLASSMATES = "classmates"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedGroup:
    """People I work or worked with, or studied with, at ``organisation`` (in my own spelling), ordered as given."""

    kind: ComputedKind
    organisation: str
    people: tuple[Id, ...]


def interval(position: Position) -> tuple[date, date]:
    """Return the earliest first and the latest last day that ``position`` may have."""
    since, until = position.since, position.until
    first = date.min if since is None or since.year is None else since.first_day()
    last = date.max if until is None or until.year is None else until.last_day()
    return first, last


def overlap(one: Position, other: Position) -> bool:
    """Return whether two positions may have been held at the same time."""
    first, last = interval(one)
    other_first, other_last = interval(other)
    return first <= other_last and other_first <= last


def computed_groups(
    me: Me | None,
    people: Iterable[Person],
    today: date,
    *,
    key: Callable[[str], str] = organisation_key,
) -> list[ComputedGroup]:
    """Return my computed groups with at least one member: current, former colleagues, classmates; largest first.

    At one organisation somebody is either a current colleague (both there today) or a former one. Archived people are
    left out. ``key`` decides which organisation names are one.
    """
    mine = my_places(me, key)
    if not mine:
        return []
    return grouped(
        (
            (person.id, shared_places(person, mine, today, key))
            for person in people
            if person.positions and not person.archived
        ),
        mine,
    )


def my_places(me: Me | None, key: Callable[[str], str] = organisation_key) -> dict[Place, list[Position]]:
    """Return my positions by place."""
    mine: dict[Place, list[Position]] = defaultdict(list)
    for position in me.positions if me is not None else ():
        organisation = key(position.organisation)
        if is_organisation(organisation):
            mine[position.study, organisation].append(position)
    return dict(mine)


def grouped(
    shared: Iterable[tuple[Id, Mapping[Place, ComputedKind]]], mine: Mapping[Place, list[Position]]
) -> list[ComputedGroup]:
    """Return the groups, ordered as :func:`computed_groups` says, of people with the places they share with me."""
    members: dict[tuple[ComputedKind, str], dict[Id, None]] = defaultdict(dict)
    for person, places in shared:
        for (_study, place), kind in places.items():
            members[kind, place][person] = None
    kinds = list(ComputedKind)
    ordered = sorted(members.items(), key=lambda item: (kinds.index(item[0][0]), -len(item[1]), item[0][1]))
    return [
        ComputedGroup(
            kind=kind,
            organisation=mine[kind is ComputedKind.CLASSMATES, place][0].organisation.strip(),
            people=tuple(found),
        )
        for (kind, place), found in ordered
    ]


def shared_places(
    person: Person,
    mine: Mapping[Place, list[Position]],
    today: date,
    key: Callable[[str], str] = organisation_key,
) -> dict[Place, ComputedKind]:
    """Return what ``person`` and I are to each other at each place where we may have been together."""
    found: dict[Place, ComputedKind] = {}
    for theirs in person.positions:
        place = (theirs.study, key(theirs.organisation))
        for own in mine.get(place, ()):
            if not overlap(own, theirs):
                continue
            if theirs.study:
                found[place] = ComputedKind.CLASSMATES
            elif is_current(own, today) and is_current(theirs, today):
                found[place] = ComputedKind.CURRENT_COLLEAGUES
            else:
                found.setdefault(place, ComputedKind.FORMER_COLLEAGUES)
    return found
