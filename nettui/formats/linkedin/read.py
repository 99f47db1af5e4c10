"""A LinkedIn archive, folder or single file, read into neutral records with their problems."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from nettui.domain.incoming import FileRead, problem
from nettui.domain.records import Direction
from nettui.errors import InvalidInput
from nettui.formats.archive import file_key, read_source
from nettui.formats.linkedin import dates
from nettui.formats.linkedin.records import (
    Connection,
    Education,
    Endorsement,
    Invitation,
    LinkedInArchive,
    Message,
    Note,
    Position,
    Profile,
    Recommendation,
)
from nettui.formats.linkedin.table import decode, find_header, read_table
from nettui.i18n import _
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from nettui.formats.archive import Source
    from nettui.formats.linkedin.table import Row, Table

__all__ = ["KNOWN", "is_linkedin_csv", "read_archive", "read_linkedin"]


class _Bad(Exception):
    """A cell that cannot be read: its column and what is wrong."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)
        self.where = where
        self.what = what


def _name(row: Row, first: str = "first name", last: str = "last name") -> str:
    return f"{row.line(first)} {row.line(last)}".strip()


def _date(row: Row, where: str, reader: Callable[[str], Any]) -> Any:  # noqa: ANN401 - as the reader returns
    text = row.text(where)
    try:
        return reader(text)
    except ValueError:
        raise _Bad(where, _("Not a date of the form this file has.")) from None


def _needed(row: Row, where: str) -> str:
    text = row.line(where)
    if not text:
        raise _Bad(where, _("This cell must not be empty."))
    return text


def _connection(archive: LinkedInArchive, row: Row) -> None:
    name = _name(row)
    if not any(row.text(c) for c in row.cells if c != "connected on"):
        _date(row, "connected on", dates.connected_on)
        archive.hidden += 1
        return
    if not name:
        raise _Bad("first name", _("This row has no name."))
    person = Connection(
        name=name,
        url=row.text("url"),
        email=row.text("email address"),
        company=row.line("company"),
        position=row.line("position"),
        connected=None,
    )
    try:
        person = replace(person, connected=_date(row, "connected on", dates.connected_on))
    except _Bad:
        if person.url:  # the address says who it is, with or without the day
            archive.connections.append(person)
        raise
    archive.connections.append(person)


def _recommendation(direction: Direction) -> Callable[[LinkedInArchive, Row], None]:
    def read(archive: LinkedInArchive, row: Row) -> None:
        name = _name(row)
        if not name:
            raise _Bad("first name", _("This row has no name."))
        archive.recommendations.append(
            Recommendation(
                direction=direction,
                name=name,
                company=row.line("company"),
                title=row.line("job title"),
                text=row.text("text"),
                created=_date(row, "creation date", dates.recommended_at),
                status=row.line("status").upper(),
            )
        )

    return read


def _endorsement(direction: Direction) -> Callable[[LinkedInArchive, Row], None]:
    who = "endorsee" if direction is Direction.GIVEN else "endorser"

    def read(archive: LinkedInArchive, row: Row) -> None:
        name = _name(row, f"{who} first name", f"{who} last name")
        if not name:
            raise _Bad(f"{who} first name", _("This row has no name."))
        archive.endorsements.append(
            Endorsement(
                direction=direction,
                name=name,
                url=row.text(f"{who} public url"),
                skill=_needed(row, "skill name"),
                created=_date(row, "endorsement date", dates.endorsed_at),
                status=row.line("endorsement status").upper(),
            )
        )

    return read


def _invitation(archive: LinkedInArchive, row: Row) -> None:
    direction = row.line("direction").upper()
    if direction not in {"OUTGOING", "INCOMING"}:
        raise _Bad("direction", _("Neither OUTGOING nor INCOMING."))
    archive.invitations.append(
        Invitation(
            sender=row.line("from"),
            recipient=row.line("to"),
            sender_url=row.text("inviterprofileurl"),
            recipient_url=row.text("inviteeprofileurl"),
            sent=_date(row, "sent at", dates.invited_at),
            message=row.text("message"),
            outgoing=direction == "OUTGOING",
        )
    )


_ADDRESS_END = re.compile(r"[,;]\s*(?=(?:https?://|www\.|[a-z]{2}\.linkedin\.|linkedin\.))", re.IGNORECASE)


def _message(archive: LinkedInArchive, row: Row) -> None:
    direction = row.line("direction").upper()
    archive.messages.append(
        Message(
            conversation=row.text("conversation id"),
            title=row.line("conversation title"),
            sender=row.line("from"),
            sender_url=row.text("sender profile url"),
            recipients=row.line("to"),
            recipient_urls=tuple(
                u.strip() for u in _ADDRESS_END.split(row.text("recipient profile urls")) if u.strip()
            ),
            sent=_date(row, "date", dates.message_at),
            subject=row.line("subject"),
            text=row.text("content"),
            folder=row.line("folder").upper(),
            draft="YES" in {row.line("is message draft").upper(), row.line("is conversation draft").upper()},
            outgoing={"OUTGOING": True, "INCOMING": False}.get(direction),
        )
    )


_LISTED = re.compile(r"\[(?:[A-Z_ ]+:)?(https?://[^\]\s]+)\]")


def _profile(archive: LinkedInArchive, row: Row) -> None:
    archive.profiles.append(Profile(name=_name(row), websites=tuple(_LISTED.findall(row.text("websites")))))


def _position(archive: LinkedInArchive, row: Row) -> None:
    archive.positions.append(
        Position(
            company=row.line("company name"),
            title=row.line("title"),
            since=_date(row, "started on", dates.month_or_year),
            until=_date(row, "finished on", dates.month_or_year),
        )
    )


def _education(archive: LinkedInArchive, row: Row) -> None:
    archive.educations.append(
        Education(
            school=row.line("school name"),
            degree=row.line("degree name"),
            since=_date(row, "start date", dates.month_or_year),
            until=_date(row, "end date", dates.month_or_year),
        )
    )


def _email(archive: LinkedInArchive, row: Row) -> None:
    if row.text("email address"):
        archive.emails.append(row.text("email address"))


def _note(archive: LinkedInArchive, row: Row) -> None:
    text = row.text("note")
    if text:
        name = _name(row, "connection first name", "connection last name")
        archive.notes.append(Note(name=name, url=row.text("connection profile url"), text=text))


def _address_book(archive: LinkedInArchive, row: Row) -> None:  # noqa: ARG001 - every row reader takes both
    archive.address_book += 1


@dataclass(frozen=True, slots=True)
class _Kind:
    required: frozenset[str]
    read: Callable[[LinkedInArchive, Row], None]


def _kind(read: Callable[[LinkedInArchive, Row], None], *required: str) -> _Kind:
    return _Kind(frozenset(required), read)


_RECOMMENDATION = ("first name", "last name", "text", "creation date")
_IMPORTED = _kind(_address_book, "source", "firstname", "lastname")

KNOWN: Mapping[str, _Kind] = {
    "connections": _kind(_connection, "first name", "last name", "connected on"),
    "recommendationsgiven": _kind(_recommendation(Direction.GIVEN), *_RECOMMENDATION),
    "recommendationsreceived": _kind(_recommendation(Direction.RECEIVED), *_RECOMMENDATION),
    "endorsementgiveninfo": _kind(
        _endorsement(Direction.GIVEN), "endorsement date", "skill name", "endorsee first name"
    ),
    "endorsementreceivedinfo": _kind(
        _endorsement(Direction.RECEIVED), "endorsement date", "skill name", "endorser first name"
    ),
    "invitations": _kind(_invitation, "from", "to", "sent at", "direction"),
    "messages": _kind(_message, "from", "to", "date", "content"),
    "profile": _kind(_profile, "first name", "last name", "headline"),
    "positions": _kind(_position, "company name", "title", "started on"),
    "education": _kind(_education, "school name", "start date"),
    "emailaddresses": _kind(_email, "email address", "confirmed"),
    "notes": _kind(_note, "connection profile url", "note"),
    "contacts": _IMPORTED,
    "importedcontacts": _IMPORTED,
}
"""The files that are read, by :func:`nettui.formats.archive.file_key`; all others are nobody's business here."""


def read_linkedin(path: Path, data: bytes | None = None) -> LinkedInArchive:
    """Read a LinkedIn zip, its unpacked folder, or one of its CSV files.

    With ``data`` the bytes are those and ``path`` only names them. Raises InvalidInput when nothing of it can be read;
    single rows and files that cannot are in ``problems``.
    """
    return read_archive(read_source(path, KNOWN.__contains__, data))


def read_archive(source: Source) -> LinkedInArchive:
    """Read what :func:`nettui.formats.archive.read_source` found."""
    archive = LinkedInArchive(name=source.name, sha256=source.sha256, exported=_day_in(source.name))
    if not source.members:
        raise InvalidInput(
            _("No file of a LinkedIn archive in {name}.").format(name=one_line(source.name)),
            hint=_("Expected Connections.csv, messages.csv, Recommendations_Given.csv or another of its files."),
        )
    alone = len(source.members) == 1
    for member in source.members:
        kind = KNOWN.get(member.key)
        if kind is None or (alone and not _has_header(member.data, kind.required)):
            key = _key_by_header(member.name, member.data)
            kind = KNOWN[key]
            member_key = key
        else:
            member_key = member.key
        table = read_table(member.name, member.data, kind.required)
        _read_rows(archive, table, kind)
        if member_key == "connections":
            archive.complete = bool(archive.connections) and not table.problems
    return archive


def _read_rows(archive: LinkedInArchive, table: Table, kind: _Kind) -> None:
    for row in table.rows:
        try:
            kind.read(archive, row)
        except _Bad as bad:
            table.problems.append(
                problem(table.name, bad.what, row=row.number, column=bad.where, value=row.text(bad.where))
            )
    archive.files.append(FileRead(one_line(table.name), len(table.rows)))
    archive.problems += table.problems


def _day_in(name: str) -> date | None:
    """Return the day of the export that LinkedIn writes into an archive's name: ``…_MM-DD-YYYY``."""
    match = re.search(r"LinkedInDataExport_(\d\d)-(\d\d)-(\d{4})", name, re.ASCII)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[1]), int(match[2]))
    except ValueError:
        return None


def _has_header(data: bytes, required: frozenset[str]) -> bool:
    lines = list(io.StringIO(decode(data[:65_536]), newline=""))
    return find_header(lines, required) is not None


def is_linkedin_csv(name: str, data: bytes) -> bool:
    """Whether these bytes are one of the CSV files of a LinkedIn archive, by their header alone."""
    try:
        _key_by_header(name, data)
    except InvalidInput:
        return False
    return True


def _key_by_header(name: str, data: bytes) -> str:
    """Return which file of an archive this is, whatever it is called."""
    keys = [key for key, kind in KNOWN.items() if _has_header(data, kind.required)]
    if not keys:
        raise InvalidInput(
            _("{name} is not a file of a LinkedIn archive: no header of one was found.").format(name=one_line(name)),
            hint=_("Expected a header such as “First Name,Last Name,…,Connected On”."),
        )
    if keys[0].startswith("recommendations"):
        called = file_key(name)
        for key, word in (("recommendationsgiven", "given"), ("recommendationsreceived", "received")):
            if word in called:
                return key
        raise InvalidInput(
            _("{name} holds recommendations, but does not say whether they were given or received.").format(
                name=one_line(name)
            ),
            hint=_("Name it Recommendations_Given.csv or Recommendations_Received.csv, as LinkedIn does."),
        )
    return keys[0]
