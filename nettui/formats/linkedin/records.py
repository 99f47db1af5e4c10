"""The rows of a LinkedIn archive, cleaned of blanks and read into types, but not yet interpreted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from nettui.domain.dates import PartialDate
    from nettui.domain.incoming import FileRead, Problem
    from nettui.domain.records import Direction

__all__ = [
    "Connection",
    "Education",
    "Endorsement",
    "Invitation",
    "LinkedInArchive",
    "Message",
    "Note",
    "Position",
    "Profile",
    "Recommendation",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """Somebody in ``Connections.csv``; company and position are those of the day of the export.

    ``connected`` is None where the date could not be read, which is then among the problems.
    """

    name: str
    url: str = ""
    email: str = ""
    company: str = ""
    position: str = ""
    connected: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A recommendation; company and title are those of the time it was written, and there is no address."""

    direction: Direction
    name: str
    company: str = ""
    title: str = ""
    text: str = ""
    created: datetime
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorsement:
    """An endorsement of one skill; no address before mid-2023."""

    direction: Direction
    name: str
    url: str = ""
    skill: str
    created: datetime
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation to connect, of a time without zone; no addresses until late 2023."""

    sender: str
    recipient: str
    sender_url: str = ""
    recipient_url: str = ""
    sent: datetime
    message: str = ""
    outgoing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message; ``sent`` is aware (UTC), except in the layout of 2018, which names no zone."""

    conversation: str = ""
    title: str = ""
    sender: str
    sender_url: str = ""
    recipients: str
    recipient_urls: tuple[str, ...] = ()
    sent: datetime
    subject: str = ""
    text: str = ""
    folder: str = ""
    draft: bool = False
    outgoing: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The account's owner."""

    name: str
    websites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position of the owner."""

    company: str
    title: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """A course of study of the owner."""

    school: str
    degree: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note the owner made about a connection."""

    name: str
    url: str = ""
    text: str


@dataclass(slots=True, kw_only=True)
class LinkedInArchive:
    """Everything that was read. ``exported`` is the day in the archive's name, where it has one."""

    name: str
    sha256: str
    exported: date | None = None
    files: list[FileRead] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    connections: list[Connection] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    endorsements: list[Endorsement] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    educations: list[Education] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    hidden: int = 0
    """Rows of Connections.csv that are only a date: somebody who hid or left."""
    address_book: int = 0
    """Rows of Contacts.csv: an uploaded address book, not connections."""
    complete: bool = False
    """Whether Connections.csv was there and every row of it could be read."""
