"""What other programs say, before it is compared with the network: the words between formats and the import.

A format turns bytes into an :class:`Incoming`, or for nettui's own files :class:`IncomingRecords`; the import service
knows no format. Nothing here has an id of ours: people are named by a ``key`` that holds within one import.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from nettui.domain.records import NAME_ID
from nettui.text import one_line

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.dates import Moment, PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Channel, Direction, ExchangeKind, Initiator, Position, Record, Status

__all__ = [
    "NAME_ID",
    "FileRead",
    "Incoming",
    "IncomingEntry",
    "IncomingExchange",
    "IncomingMe",
    "IncomingPerson",
    "IncomingRecords",
    "Problem",
    "problem",
    "profile_slug",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that was left out of an import, and where it stands.

    ``row`` counts from 1 as a spreadsheet does, and is 0 where the whole file is meant. ``value`` is safe to print and
    at most 60 characters long. ``problem`` is in the user's language.
    """

    file: str
    row: int = 0
    column: str = ""
    value: str = ""
    problem: str


def problem(file: str, text: str, *, row: int = 0, column: str = "", value: str = "") -> Problem:
    """Return a :class:`Problem` with every part made safe to show."""
    return Problem(file=one_line(file), row=row, column=one_line(column), value=one_line(value[:1000]), problem=text)


def profile_slug(address: str) -> str:
    """Return the last part of a LinkedIn profile address: percent-decoded, NFC, case-folded; "" for other addresses.

    Host, scheme, query and what follows do not matter: ``http://bg.linkedin.com/in/Ana-1/?trk=x`` and
    ``www.linkedin.com/in/ana-1`` are one person.
    """
    head, found, tail = address.strip().partition("/in/")
    if not found or "linkedin." not in head.casefold():
        return ""
    part = tail.split("?", 1)[0].split("#", 1)[0].split("/", 1)[0]
    return unicodedata.normalize("NFC", unquote(part)).strip().casefold()


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file of a source and how many rows below its header it has."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPerson:
    """Somebody a source names.

    ``id`` is the source's own, or one made of the name (:data:`NAME_ID`), or "" for a mere mention by name, which is
    looked up among the people known by then. ``listed`` says that the source's address book holds them;
    ``make`` that they become a person when nobody fits.
    """

    key: str
    id: str = ""
    name: str
    organisation: str = ""
    title: str = ""
    email: str = ""
    url: str = ""
    note: str = ""
    connected: date | None = None
    listed: bool = False
    make: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingExchange:
    """A favour that a source knows of. ``mark`` tells those of one kind, direction and person apart.

    ``role`` is the work that a recommendation speaks of, see :class:`~nettui.domain.records.Exchange`.
    """

    id: str
    mark: str
    kind: ExchangeKind
    direction: Direction
    person: str
    status: Status
    on: PartialDate
    subject: str = ""
    text: str = ""
    where: str = ""
    visibility: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingEntry:
    """Something that happened.

    ``unknown`` is the reason to give when none of ``people`` is in the network; a ``skip`` reason says that it is
    counted and not kept.
    """

    id: str
    at: Moment
    channel: Channel
    text: str = ""
    people: tuple[str, ...]
    initiator: Initiator | None = None
    unknown: str
    skip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMe:
    """The owner, as the source describes them."""

    id: str
    name: str = ""
    positions: tuple[Position, ...] = ()
    emails: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Incoming:
    """Everything one source says.

    ``on`` is the day of the data, as near as it is known; ``dated`` says that the source itself names that day rather
    than that it is the newest date within. ``complete`` says that ``people`` holds the source's whole address book, so
    that somebody absent is no longer listed. ``left_out`` counts by reason (English; translate when shown).
    """

    source: str
    name: str
    sha256: str
    on: date | None = None
    dated: bool = False
    complete: bool = False
    files: list[FileRead] = field(default_factory=list)
    people: dict[str, IncomingPerson] = field(default_factory=dict)
    exchanges: list[IncomingExchange] = field(default_factory=list)
    entries: list[IncomingEntry] = field(default_factory=list)
    me: IncomingMe | None = None
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class IncomingRecords:
    """Records of another nettui file, under their own ids."""

    source: str
    name: str
    sha256: str
    records: dict[tuple[str, Id], Record] = field(default_factory=dict)
    files: list[FileRead] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
