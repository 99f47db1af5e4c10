"""The rows that screens, lists and JSON are made from: plain values, no links to follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.balances import Totals
    from nettui.domain.dates import Moment, PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.introductions import Next
    from nettui.domain.records import (
        Channel,
        Consent,
        Direction,
        ExchangeKind,
        Initiator,
        Level,
        ReviewItem,
        Status,
        Whose,
    )

__all__ = [
    "BalanceRow",
    "BirthdayRow",
    "EntryRow",
    "ExchangeRow",
    "GroupRef",
    "IntroductionRow",
    "PersonRow",
    "PromiseRow",
    "Ref",
    "ReviewLine",
    "SideRow",
    "TotalsRow",
]


@dataclass(frozen=True, slots=True)
class Ref:
    """A person by id and name. The name of somebody who is no longer there is empty."""

    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class GroupRef:
    """A group: ``name`` as shown, ``stable`` as in every language (the user's own name, else the kind)."""

    id: Id
    name: str
    stable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A line of the list of people. The organisation is that of the current position, else of the latest."""

    id: Id
    name: str
    also: tuple[str, ...]
    groups: tuple[GroupRef, ...]
    level: Level | None
    organisation: str
    title: str
    industry: str
    last_contact: date | None
    cadence_days: int | None
    due: date | None
    foreign: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """A line of the journal."""

    id: Id
    at: Moment
    channel: Channel
    text: str
    people: tuple[Ref, ...]
    mentions: tuple[Ref, ...]
    initiator: Initiator | None
    tags: tuple[str, ...]
    starred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A promise; ``done_on`` None is open."""

    id: Id
    text: str
    whose: Whose
    person: Ref | None
    due: PartialDate | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of an introduction; the id is ``ME_ID`` for me. ``consent`` None was not asked."""

    who: Ref
    consent: Consent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionRow:
    """Three parties: who introduces (``ME_ID`` for me), the sides, what came of it, and what to do next."""

    introducer: Ref
    sides: tuple[SideRow, ...]
    status: Status
    outcome: str
    told_on: PartialDate | None
    next: Next | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRow:
    """A line of the ledger; ``introduction`` only for one. ``versions`` counts earlier texts of a recommendation."""

    id: Id
    kind: ExchangeKind
    direction: Direction
    status: Status
    on: PartialDate | None
    due: PartialDate | None
    person: Ref
    others: tuple[Ref, ...]
    subject: str
    text: str
    where: str
    in_return_for: Id | None
    introduction: IntroductionRow | None = None
    role: str = ""
    versions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRow:
    """What went each way between me and a person, of one kind. Never one number alone."""

    person: Ref
    kind: ExchangeKind
    given: int
    received: int
    open_given: int
    open_received: int
    last_given: PartialDate | None
    last_received: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsRow:
    """What went each way with a person, in a group, or of a kind.

    ``key`` is the person's or group's id, or the kind; empty for people in no group. ``name`` is as shown, ``stable``
    as in every language.
    """

    key: str
    name: str
    stable: str
    totals: Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthdayRow:
    """A birthday that is near. ``turns`` is the age on that day, where the year of birth is known."""

    id: Id
    name: str
    on: date
    turns: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One item: whom it is about, why it is asked, and the promise or favour behind it in the user's own words.

    ``elsewhere`` tells that nothing is left to do about it though it was not answered here, ``gone`` that its record
    was deleted meanwhile.
    """

    item: ReviewItem
    person: Ref | None
    reason: str
    subject: str = ""
    late: bool = False
    elsewhere: bool = False
    gone: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.item.step.value}:{self.item.table.value}:{self.item.about}"

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.item.answer is None and not self.elsewhere
