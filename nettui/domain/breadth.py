"""How broad the network is: levels by group, companies and industries, how people were met.

Every figure tells how many people were known and how many unknown, and which people stand behind it. ``enough`` says
whether five or more were known: below that a figure says nothing and the views show none. No figure has a target.
Archived people are left out everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from nettui.domain.current import current_position, current_positions
from nettui.domain.organisations import organisation_key
from nettui.domain.records import ME_ID, Level
from nettui.domain.variety import ENOUGH, Variety, industry_key, variety

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Group, Met, Person

__all__ = [
    "LEVELS",
    "STALE_DAYS",
    "CircleState",
    "HowMet",
    "LevelMatrix",
    "Member",
    "MetWays",
    "circle_states",
    "companies",
    "company_of",
    "how_met",
    "industries",
    "industry_of",
    "level_matrix",
    "way_we_met",
]

STALE_DAYS = 365
"""A circle is stale when nobody in it was met for longer than this."""

LEVELS: tuple[Level | None, ...] = (*Level, None)
"""The rows of the level matrix; None is "unknown"."""


M = TypeVar("M", bound="Member")


class MetWays(StrEnum):
    """How I met somebody: on my own, through a person, otherwise (a circumstance), or nobody knows."""

    SELF = "self"
    PERSON = "person"
    OTHER = "other"
    NONE = "none"


class Member(Protocol):
    """What the measures look at of a person."""

    @property
    def id(self) -> Id: ...  # noqa: D102
    @property
    def archived(self) -> bool: ...  # noqa: D102
    @property
    def level(self) -> Level | None: ...  # noqa: D102
    @property
    def groups(self) -> tuple[Id, ...]: ...  # noqa: D102
    @property
    def met(self) -> Met | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMatrix:
    """People by level (None: unknown, a row of its own) and group (None: in no group).

    ``cells`` has each combination that occurs. Somebody in several groups stands in each of their columns, and once in
    ``rows``.
    """

    rows: Mapping[Level | None, tuple[Id, ...]]
    cells: Mapping[tuple[Level | None, Id | None], tuple[Id, ...]]
    known: int
    unknown: int
    enough: bool

    def count(self, level: Level | None, group: Id | None) -> int:
        """Return how many people of ``level`` are in ``group``."""
        return len(self.cells.get((level, group), ()))

    def share(self, level: Level) -> float:
        """Return the share of ``level`` among those whose level is known; 0.0 when none is."""
        return len(self.rows[level]) / self.known if self.known else 0.0

    @property
    def reached(self) -> int:
        """At how many of the four levels I know somebody.

        The position generator's "extensity". Its highest and lowest level reached say nothing here, since ``outside``
        lies beside the other three and not above or below them.
        """
        return sum(1 for level in Level if self.rows[level])


@dataclass(frozen=True, slots=True, kw_only=True)
class HowMet:
    """How I met people: on my own, through somebody, or by circumstance (a group, an event); the rest is unknown.

    ``share`` is the self-introduced share, None when nothing is known.
    """

    on_my_own: tuple[Id, ...]
    through_people: tuple[Id, ...]
    otherwise: tuple[Id, ...]
    unknown: int
    share: float | None
    enough: bool

    @property
    def known(self) -> int:
        """Of how many people the way we met is known."""
        return len(self.on_my_own) + len(self.through_people) + len(self.otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleState:
    """A group, its people, the last contact with any of them; ``stale`` only when it is not empty."""

    group: Id
    people: tuple[Id, ...]
    last: date | None
    stale: bool

    @property
    def empty(self) -> bool:
        """Whether nobody is in the circle."""
        return not self.people


def level_matrix(people: Iterable[Member], groups: Mapping[Id, Group]) -> LevelMatrix:
    """Return the people by level and group.

    After the position generator (Lin & Dumin 1986, Social Networks 8(4), 365-385), with levels relative to me in the
    place of occupations. Caveat: a level is the user's own label, and no prestige is read into it.
    """
    rows: dict[Level | None, list[Id]] = {level: [] for level in LEVELS}
    columns: dict[Level | None, dict[Id | None, list[Id]]] = {level: {} for level in LEVELS}
    # By identity: hashing a member of an enumeration costs more than all the rest.
    lines = {id(level): (rows[level], columns[level]) for level in LEVELS}
    for person in _active(people):
        row, column = lines[id(person.level)]
        row.append(person.id)
        for group in _known_groups(person, groups) or (None,):
            column.setdefault(group, []).append(person.id)
    cells = {(level, group): found for level, column in columns.items() for group, found in column.items()}
    unknown = len(rows[None])
    known_count = sum(len(found) for found in rows.values()) - unknown
    return LevelMatrix(
        rows={level: tuple(found) for level, found in rows.items()},
        cells={cell: tuple(found) for cell, found in cells.items()},
        known=known_count,
        unknown=unknown,
        enough=known_count >= ENOUGH,
    )


def companies(people: Iterable[Person], today: date) -> Variety:
    """Return how people spread over their current employers; see :func:`nettui.domain.variety.effective_number`.

    Each counts once, by the present position begun last. The self-employed and people of unknown employer are unknown.
    """
    names = ((person.id, company_of(person, today)) for person in _active(people))
    return variety((i, name, organisation_key(name)) for i, name in names)


def industries(people: Iterable[Person], today: date) -> Variety:
    """Return how people spread over the industries of their present positions, as :func:`companies` over employers.

    Each counts once, by the latest present position that names one.
    """
    names = ((person.id, industry_of(person, today)) for person in _active(people))
    return variety((i, name, industry_key(name)) for i, name in names)


def company_of(person: Person, today: date) -> str:
    """Return the employer of the present position begun last, empty when there is none."""
    position = current_position(person, today)
    return position.organisation.strip() if position is not None else ""


def industry_of(person: Person, today: date) -> str:
    """Return the industry of the latest present position that names one, empty when none does."""
    return next((p.industry.strip() for p in current_positions(person, today) if p.industry.strip()), "")


def way_we_met(met: Met | None) -> MetWays:
    """Return how we met; with only ``met.how`` it was a circumstance."""
    if met is None or (met.by is None and not met.how.strip()):
        return MetWays.NONE
    if met.by is None:
        return MetWays.OTHER
    return MetWays.SELF if met.by == ME_ID else MetWays.PERSON


def how_met(people: Iterable[Member]) -> HowMet:
    """Return how I met people; ``share`` = introduced by myself / of known origin.

    ``met.by`` names who brought us together, ``ME_ID`` myself; see :func:`way_we_met`. After the worksheet of Uzzi &
    Dunlap 2005, Harvard Business Review 83(12), 53-60, who call more than 65 % on one's own a sign of a closed network.
    Caveat: a rule of thumb, disputed, since most ties come from shared circles.
    """
    found: dict[MetWays, list[Id]] = {way: [] for way in MetWays}
    for person in _active(people):
        found[way_we_met(person.met)].append(person.id)
    alone, unknown = found[MetWays.SELF], len(found[MetWays.NONE])
    known = sum(map(len, found.values())) - unknown
    return HowMet(
        on_my_own=tuple(alone),
        through_people=tuple(found[MetWays.PERSON]),
        otherwise=tuple(found[MetWays.OTHER]),
        unknown=unknown,
        share=len(alone) / known if known else None,
        enough=known >= ENOUGH,
    )


def circle_states(
    people: Iterable[Member],
    groups: Mapping[Id, Group],
    last: Mapping[Id, date],
    today: date,
    *,
    stale_after: int = STALE_DAYS,
) -> list[CircleState]:
    """Return each group in its order, whether it is empty, or stale: no contact with anyone for ``stale_after`` days.

    A circle in which no contact was ever logged is stale too (``last`` is None). Caveat: it sees logged contact only.
    """
    members: dict[Id, list[Id]] = {group: [] for group in groups}
    for person in _active(people):
        for group in _known_groups(person, members):
            members[group].append(person.id)
    states = []
    for group, ids in members.items():
        latest = max((last[i] for i in ids if i in last), default=None)
        stale = bool(ids) and (latest is None or (today - latest).days > stale_after)
        states.append(CircleState(group=group, people=tuple(ids), last=latest, stale=stale))
    return states


def _known_groups(person: Member, groups: Collection[Id]) -> Sequence[Id]:
    own = person.groups
    return [g for g in (own if len(own) < 2 else dict.fromkeys(own)) if g in groups]


def _active(people: Iterable[M]) -> Iterable[M]:
    return (person for person in people if not person.archived)
