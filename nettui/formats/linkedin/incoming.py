"""What the rows of an archive mean: people, favours, conversations, and the owner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain import records
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.incoming import (
    NAME_ID,
    Incoming,
    IncomingEntry,
    IncomingExchange,
    IncomingMe,
    IncomingPerson,
    profile_slug,
)
from nettui.domain.records import Channel, Direction, ExchangeKind, Initiator, Status
from nettui.formats.linkedin.messages import Participant, conversations
from nettui.formats.linkedin.owner import find_owner
from nettui.i18n import N_
from nettui.text import fold_name

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from nettui.domain.records import Me
    from nettui.formats.linkedin.owner import Owner
    from nettui.formats.linkedin.records import Connection, LinkedInArchive, Recommendation

__all__ = ["SOURCE", "to_incoming"]

SOURCE = "linkedin"

_HIDDEN = N_("connections that are only a date: somebody who hid or left")
_ADDRESS_BOOK = N_("people of an uploaded address book, who are not connections")
_REPEATED = N_("rows that repeat another")
_NOT_CONNECTED = N_("invitations to or from people who are not connected")
_NO_MESSAGE = N_("invitations without a message")
_OWN = N_("rows about the owner of the archive")
_UNKNOWN_MESSAGE = N_("messages with people who have no profile address")
_UNKNOWN_NOTE = N_("notes about people who are not in the network")


def to_incoming(archive: LinkedInArchive, zone: tzinfo | None, me: Me | None = None) -> Incoming:
    """Interpret ``archive``; times in UTC become days and hours of ``zone``. ``me`` helps to tell the owner apart.

    Everything but PENDING counts as done: in one real archive all recommendations given had an empty status, and a
    HIDDEN one was written all the same. An endorsement is a click; HIDDEN is the answer of who received it: declined.
    """
    return _Reading(archive, zone, find_owner(archive, me)).all()


def _role(row: Recommendation) -> str:
    """Return the work a recommendation speaks of: theirs, for one I wrote; of one I hold it names only who wrote it."""
    if row.direction is not Direction.GIVEN:
        return ""
    return ", ".join(part for part in (row.title, row.company) if part)


class _Reading:
    """One archive on its way to an :class:`Incoming`."""

    def __init__(self, archive: LinkedInArchive, zone: tzinfo | None, owner: Owner) -> None:
        self.archive = archive
        self.zone = zone
        self.owner = owner
        self.result = Incoming(
            source=SOURCE,
            name=archive.name,
            sha256=archive.sha256,
            complete=archive.complete,
            files=archive.files,
            problems=archive.problems,
        )
        self.newest: date | None = None

    def all(self) -> Incoming:
        self._connections()
        self._notes()
        self._recommendations()
        self._endorsements()
        self._invitations()
        self._messages()
        self._me()
        result = self.result
        result.left_out[_HIDDEN] += self.archive.hidden
        result.left_out[_ADDRESS_BOOK] += self.archive.address_book
        result.left_out = +result.left_out
        result.dated = self.archive.exported is not None
        result.on = self.archive.exported or self.newest
        return result

    def _date_seen(self, day: date) -> None:
        if self.newest is None or day > self.newest:
            self.newest = day

    def _local(self, at: datetime) -> datetime:
        return at if at.tzinfo is None else at.astimezone(self.zone)

    # ------------------------------------------------------------ people

    def _person(self, name: str, url: str, *, company: str = "", title: str = "", make: bool = True) -> str | None:
        """Return the key of somebody, adding them to the people when they are new; None for the owner."""
        slug = profile_slug(url)
        if self.owner.is_owner(slug, name):
            self.result.left_out[_OWN] += 1
            return None
        key = slug or f"{NAME_ID}{fold_name(name)}|{fold_name(company)}|{fold_name(title)}"
        known = self.result.people.get(key)
        if known is not None:
            if make and not known.make:
                self.result.people[key] = replace(known, make=True)
        else:
            self.result.people[key] = IncomingPerson(
                key=key, id=slug, name=name, organisation=company, title=title, url=url if slug else "", make=make
            )
        return key

    def _connections(self) -> None:
        seen: set[Connection] = set()
        for row in sorted(self.archive.connections, key=lambda c: str(c.connected or "")):
            if row.connected:
                self._date_seen(row.connected)
            slug = profile_slug(row.url)
            if row in seen:
                self.result.left_out[_REPEATED] += 1
                continue
            seen.add(row)
            if slug and slug in self.owner.slugs:
                self.result.left_out[_OWN] += 1
                continue
            key = slug or self._free_key(f"{NAME_ID}{fold_name(row.name)}|{row.connected}")
            if key in self.result.people:
                self.result.left_out[_REPEATED] += 1
            self.result.people[key] = IncomingPerson(
                key=key,
                id=key,
                name=row.name,
                organisation=row.company,
                title=row.position,
                email=row.email,
                url=row.url if slug else "",
                connected=row.connected,
                listed=True,
            )

    def _free_key(self, key: str) -> str:
        """Return ``key``, numbered when a namesake of the same day has it already."""
        number, free = 1, key
        while free in self.result.people:
            number += 1
            free = f"{key}#{number}"
        return free

    def _notes(self) -> None:
        people = self.result.people
        for row in self.archive.notes:
            key = self._person(row.name, row.url, make=False)
            if key is not None:
                note = "\n".join(part for part in (people[key].note, row.text) if part)
                people[key] = replace(people[key], note=note)

    # ------------------------------------------------------------ favours

    def _recommendations(self) -> None:
        seen = set()
        used: dict[str, int] = {}
        for row in sorted(self.archive.recommendations, key=lambda r: r.created):
            self._date_seen(row.created.date())
            if row in seen:
                self.result.left_out[_REPEATED] += 1
                continue
            seen.add(row)
            person = self._person(row.name, "", company=row.company, title=row.title)
            if person is None:
                continue
            mark = row.created.isoformat(timespec="minutes")
            key = f"recommendation/{row.direction}/{fold_name(row.name)}/{mark}"
            used[key] = used.get(key, 0) + 1
            if used[key] > 1:
                key, mark = f"{key}#{used[key]}", f"{mark}#{used[key]}"
            self.result.exchanges.append(
                IncomingExchange(
                    id=key,
                    mark=mark,
                    kind=ExchangeKind.RECOMMENDATION,
                    direction=row.direction,
                    person=person,
                    status=_status(row.status),
                    on=PartialDate.of(row.created.date()),
                    text=row.text,
                    where="LinkedIn",
                    visibility=row.status,
                    role=_role(row),
                )
            )

    def _endorsements(self) -> None:
        seen = set()
        for row in sorted(self.archive.endorsements, key=lambda e: e.created):
            self._date_seen(row.created.date())
            person = self._person(row.name, row.url)
            if person is None:
                continue
            who = profile_slug(row.url) or NAME_ID + fold_name(row.name)
            key = f"endorsement/{row.direction}/{who}/{row.skill.casefold()}"
            if key in seen:
                self.result.left_out[_REPEATED] += 1
                continue
            seen.add(key)
            self.result.exchanges.append(
                IncomingExchange(
                    id=key,
                    mark=row.skill.casefold(),
                    kind=ExchangeKind.ENDORSEMENT,
                    direction=row.direction,
                    person=person,
                    status=Status.DECLINED if row.status == "HIDDEN" else _status(row.status),
                    on=PartialDate.of(self._local(row.created).date()),
                    subject=row.skill,
                    where="LinkedIn",
                    visibility=row.status,
                )
            )

    # ------------------------------------------------------------ entries

    def _invitations(self) -> None:
        seen: set[str] = set()
        for row in sorted(self.archive.invitations, key=lambda i: i.sent):
            self._date_seen(row.sent.date())
            name, url = (row.recipient, row.recipient_url) if row.outgoing else (row.sender, row.sender_url)
            person = self._person(name, url, make=False)
            if person is None:
                continue
            way = "out" if row.outgoing else "in"
            key = f"invitation/{way}/{profile_slug(url) or NAME_ID + fold_name(name)}/{row.sent.date()}"
            if key in seen:
                self.result.left_out[_REPEATED] += 1
                continue
            seen.add(key)
            self.result.entries.append(
                IncomingEntry(
                    id=key,
                    at=Moment.of(row.sent),
                    channel=Channel.MESSAGE,
                    text=row.message,
                    people=(person,),
                    initiator=Initiator.ME if row.outgoing else Initiator.THEM,
                    unknown=_NOT_CONNECTED,
                    skip="" if row.message else _NO_MESSAGE,
                )
            )

    def _messages(self) -> None:
        for conversation in conversations(self.archive.messages, self.owner, self.result.left_out):
            keys = []
            for who in conversation.others:
                alone = len(conversation.others) == 1
                person = self._person(who.name, who.url, make=alone and self._may_make(who))
                if person is not None and person not in keys:
                    keys.append(person)
            self._date_seen(conversation.started.date())
            self.result.entries.append(
                IncomingEntry(
                    id=conversation.key,
                    at=Moment.of(self._local(conversation.started)),
                    channel=Channel.MESSAGE,
                    text=conversation.text,
                    people=tuple(keys),
                    initiator=Initiator.ME if conversation.mine else Initiator.THEM,
                    unknown=_UNKNOWN_MESSAGE,
                )
            )

    @staticmethod
    def _may_make(who: Participant) -> bool:
        return bool(profile_slug(who.url) and who.name)

    # ------------------------------------------------------------ owner

    def _me(self) -> None:
        archive = self.archive
        positions = [
            records.Position(organisation=p.company, title=p.title, since=p.since, until=p.until)
            for p in archive.positions
        ] + [
            records.Position(organisation=e.school, title=e.degree, since=e.since, until=e.until, study=True)
            for e in archive.educations
        ]
        links = [link for profile in archive.profiles for link in profile.websites]
        if not (archive.profiles or positions or archive.emails):
            return
        slug = self.owner.slug
        self.result.me = IncomingMe(
            id=slug or "me",
            name=next((p.name for p in archive.profiles if p.name), ""),
            positions=tuple(positions),
            emails=tuple(archive.emails),
            links=tuple(links),
        )


def _status(text: str) -> Status:
    return Status.OFFERED if text == "PENDING" else Status.DONE
