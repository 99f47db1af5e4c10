"""The records of a network: people, groups, entries, promises, exchanges, me, imports, reviews, what was put off.

All are frozen: a change is a new record with the same id. ``created`` and ``changed`` are UTC. Collections are tuples;
an empty string, an empty tuple and None mean "not known". Links to other records are ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain.vocabulary import (
    Channel,
    Consenting,
    Direction,
    ExchangeKind,
    GroupKind,
    Initiator,
    Level,
    ReviewAnswer,
    ReviewStep,
    Status,
    Topic,
    Whose,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.change import Table
    from nettui.domain.dates import Moment, PartialDate
    from nettui.domain.ids import Id

__all__ = [
    "CIRCLES",
    "ME_ID",
    "NAME_ID",
    "UNSTAMPED",
    "Channel",
    "Consent",
    "Consenting",
    "Direction",
    "Entry",
    "Exchange",
    "ExchangeKind",
    "ForeignId",
    "Group",
    "GroupKind",
    "ImportRun",
    "Initiator",
    "Level",
    "Me",
    "Met",
    "Person",
    "Position",
    "Promise",
    "Record",
    "Review",
    "ReviewAnswer",
    "ReviewItem",
    "ReviewStep",
    "Snooze",
    "Status",
    "Step",
    "Topic",
    "Version",
    "Whose",
]

UNSTAMPED = datetime(1970, 1, 1, tzinfo=UTC)
"""``created`` and ``changed`` of a record that no use-case has stamped yet."""

ME_ID: Id = "1"
"""The id of the one :class:`Me`."""

NAME_ID = "name:"
"""How a foreign id starts that is made of a name, where the source gave no id: weaker than a real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignId:
    """Under which name another program knows a record, and what it last said about it.

    ``seen`` holds, field by field, the values of the latest import from ``source``: a field of the record that differs
    from it was edited by hand and is kept. ``missing_since`` is the day of the first archive that no longer listed it.
    """

    source: str
    id: str
    seen: Mapping[str, str] = field(default_factory=dict, hash=False)
    first_seen: date | None = None
    missing_since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Work, or with ``study`` a course of study, somewhere, for a time. Without ``until`` it is current."""

    organisation: str = ""
    title: str = ""
    industry: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    study: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How we met: when, in what way, and through whom."""

    on: PartialDate | None = None
    how: str = ""
    by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    id: Id
    created: datetime = UNSTAMPED
    changed: datetime = UNSTAMPED


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(_Base):
    """Somebody in the network. ``level`` None is "unknown"; ``needs`` is what would help them."""

    name: str
    also: tuple[str, ...] = ()
    groups: tuple[Id, ...] = ()
    level: Level | None = None
    positions: tuple[Position, ...] = ()
    place: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    birthday: PartialDate | None = None
    met: Met | None = None
    in_common: str = ""
    can_vouch: str = ""
    i_can_vouch: str = ""
    needs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cadence_days: int | None = None
    archived: bool = False
    notes: str = ""
    foreign_ids: tuple[ForeignId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(_Base):
    """A circle. An empty name means the name of its kind in the user's language; a communal one shows no balance."""

    name: str = ""
    kind: GroupKind = GroupKind.OTHER
    communal: bool = False
    cadence_days: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(_Base):
    """Something that happened or was noted. ``people`` took part; ``mentions`` were only spoken of."""

    at: Moment
    channel: Channel = Channel.NOTE
    text: str = ""
    people: tuple[Id, ...] = ()
    mentions: tuple[Id, ...] = ()
    initiator: Initiator | None = None
    tags: tuple[str, ...] = ()
    starred: bool = False
    foreign_ids: tuple[ForeignId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(_Base):
    """What I or they promised. ``done_on`` None is open."""

    text: str
    whose: Whose
    person: Id | None = None
    due: PartialDate | None = None
    done_on: date | None = None
    entry: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One status an exchange had, since when, and a note."""

    status: Status
    on: PartialDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Whether one side of an introduction agreed to it; ``person`` is ``ME_ID`` where the side is me.

    A side that has no consent was not asked.
    """

    person: Id
    answer: Consenting
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier text of a recommendation, and the day on which the next one took its place."""

    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(_Base):
    """A favour between me and ``person``; ``others`` are the two sides of an introduction. ``steps`` is never empty.

    Of a recommendation, ``role`` is the work it speaks of (mine for one I received, theirs for one I wrote), ``text``
    its present text and ``versions`` the earlier ones, oldest first. Of an introduction, ``consents`` is what the sides
    said, ``outcome`` what came of it, ``told_on`` when whoever introduced was told.
    """

    kind: ExchangeKind
    direction: Direction
    person: Id
    others: tuple[Id, ...] = ()
    steps: tuple[Step, ...]
    subject: str = ""
    text: str = ""
    where: str = ""
    url: str = ""
    due: PartialDate | None = None
    in_return_for: Id | None = None
    entry: Id | None = None
    foreign_ids: tuple[ForeignId, ...] = ()
    role: str = ""
    consents: tuple[Consent, ...] = ()
    outcome: str = ""
    told_on: PartialDate | None = None
    versions: tuple[Version, ...] = ()

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("an exchange has at least one step")

    @property
    def status(self) -> Status:
        """The latest status."""
        return self.steps[-1].status

    @property
    def on(self) -> PartialDate | None:
        """The date of the latest status."""
        return self.steps[-1].on


@dataclass(frozen=True, slots=True, kw_only=True)
class Me(_Base):
    """The owner of the file: name, positions and studies, what I can offer, what I look for."""

    name: str = ""
    positions: tuple[Position, ...] = ()
    offers: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    foreign_ids: tuple[ForeignId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRun(_Base):
    """One import that was applied: where from, which bytes, and how many records of each sort it touched."""

    source: str
    name: str
    sha256: str
    on: date
    counts: Mapping[str, int] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze(_Base):
    """A suggestion that was put off until the day ``until``, or for good (None).

    ``about`` is the promise, the exchange, or for :attr:`Topic.WRITE` and :attr:`Topic.HELLO` the person.
    """

    topic: Topic
    about: Id
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One item of a review: the record it is about, and how it was answered; None while it waits."""

    step: ReviewStep
    table: Table
    about: Id
    answer: ReviewAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(_Base):
    """The review of the week that begins on Monday ``week``. Its items are chosen when it is begun, and stay."""

    week: date
    items: tuple[ReviewItem, ...] = ()


Record: TypeAlias = Person | Group | Entry | Promise | Exchange | Me | ImportRun | Snooze | Review

CIRCLES: tuple[Group, ...] = tuple(
    Group(id=str(number), kind=kind, communal=kind in {GroupKind.FRIENDS, GroupKind.FAMILY})
    for number, kind in enumerate(
        (
            GroupKind.TEACHERS,
            GroupKind.CLASSMATES,
            GroupKind.FRIENDS,
            GroupKind.COLLEAGUES,
            GroupKind.CLUBS,
            GroupKind.FAMILY,
        ),
        start=1,
    )
)
"""The six circles that a new file starts with, under reserved ids, so that two files agree on them."""
