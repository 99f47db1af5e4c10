"""One record and what a source says about it now: which fields change, and which the user's own hand keeps.

A field is changed only when the source says something else than at its last import, and only when the record still has
what that import wrote; otherwise somebody edited it, and what is typed wins over what is imported. An empty cell says
nothing: it never removes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nettui.domain.incoming import NAME_ID, profile_slug
from nettui.domain.records import ForeignId, Me, Person, Position, Status, Step
from nettui.domain.statuses import path, step_back
from nettui.domain.versions import with_text
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.incoming import IncomingEntry, IncomingExchange, IncomingMe, IncomingPerson
    from nettui.domain.records import Entry, Exchange

__all__ = [
    "FieldChange",
    "entry_seen",
    "exchange_seen",
    "merge_entry",
    "merge_exchange",
    "merge_me",
    "merge_person",
    "new_person",
]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; ``kept`` when it stays as it is because it was edited by hand."""

    field: str
    old: str
    new: str
    kept: bool = False


def _said(incoming: IncomingPerson) -> dict[str, str]:
    """Return what the source says about somebody, without what it does not say."""
    fields = {
        "name": incoming.name,
        "company": incoming.organisation,
        "title": incoming.title,
        "email": incoming.email,
        "note": incoming.note,
        "connected": incoming.connected.isoformat() if incoming.connected else "",
    }
    if not incoming.listed:  # a name in an endorsement is no statement about the address book
        fields = {"name": incoming.name, "note": incoming.note}
    return {name: value for name, value in fields.items() if value}


def new_person(incoming: IncomingPerson, source: str, record_id: Id, foreign_id: str) -> Person:
    """Return the person a source tells of for the first time."""
    positions: tuple[Position, ...] = ()
    if incoming.organisation or incoming.title:
        positions = (Position(organisation=incoming.organisation, title=incoming.title),)
    return Person(
        id=record_id,
        name=incoming.name,
        positions=positions,
        emails=(incoming.email,) if incoming.email else (),
        links=(incoming.url,) if incoming.url else (),
        notes=incoming.note,
        foreign_ids=(ForeignId(source=source, id=foreign_id, seen=_said(incoming), first_seen=incoming.connected),),
    )


class _PersonMerge:
    """The person as they become, field by field."""

    def __init__(self, person: Person, seen: Mapping[str, str], month: PartialDate | None) -> None:
        self.person = person
        self.seen = seen
        self.month = month
        self.changes: list[FieldChange] = []

    def _differs(self, name: str, value: str) -> bool:
        return bool(value) and self.seen.get(name, "") != value

    def _note(self, name: str, old: str, new: str, *, kept: bool = False) -> None:
        self.changes.append(FieldChange(name, old, new, kept))

    def name(self, value: str) -> None:
        person = self.person
        if not self._differs("name", value) or person.name == value:
            return
        if "name" in self.seen and person.name == self.seen["name"]:
            also = tuple(dict.fromkeys((*person.also, person.name)))
            self.person = replace(person, name=value, also=tuple(n for n in also if n != value))
            self._note("name", person.name, value)
        elif fold_name(value) not in {fold_name(n) for n in (person.name, *person.also)}:
            self.person = replace(person, also=(*person.also, value))
            self._note("name", person.name, value, kept=True)

    def position(self, company: str, title: str) -> None:
        """Take over where somebody works: another company ends the former position, another title renames it."""
        was = (self.seen.get("company", ""), self.seen.get("title", ""))
        says = (company or was[0], title or was[1])
        if says in {was, ("", "")}:
            return
        positions = self.person.positions
        current = [p for p in positions if p.until is None and not p.study]
        if any((p.organisation, p.title) == says for p in current):
            return
        if any(was):
            mine = next((p for p in current if (p.organisation, p.title) == was), None)
            by_hand = mine is None
        else:
            mine = next((p for p in current if not p.title and fold_name(p.organisation) == fold_name(says[0])), None)
            by_hand = mine is None and bool(current)
            if by_hand:
                was = (current[0].organisation, current[0].title)
        if not by_hand:
            self.person = replace(self.person, positions=self._moved(positions, mine, says))
        self._positions_changed(was, says, kept=by_hand)

    def _moved(
        self, positions: tuple[Position, ...], mine: Position | None, says: tuple[str, str]
    ) -> tuple[Position, ...]:
        if mine is None:
            return (*positions, Position(organisation=says[0], title=says[1]))
        if fold_name(mine.organisation) == fold_name(says[0]):
            renamed = replace(mine, organisation=says[0], title=says[1])
            return tuple(renamed if p is mine else p for p in positions)
        ended = replace(mine, until=self.month)
        following = Position(organisation=says[0], title=says[1], industry="", since=self.month)
        return (*(ended if p is mine else p for p in positions), following)

    def _positions_changed(self, was: tuple[str, str], says: tuple[str, str], *, kept: bool = False) -> None:
        for name, old, new in zip(("company", "title"), was, says, strict=True):
            if old != new:
                self._note(name, old, new, kept=kept)

    def email(self, value: str) -> None:
        if self._differs("email", value) and value.casefold() not in {e.casefold() for e in self.person.emails}:
            old = self.seen.get("email", "")
            self.person = replace(self.person, emails=(*self.person.emails, value))
            self._note("email", old, value)

    def link(self, value: str, *, former: set[str]) -> None:
        slug = profile_slug(value)
        links = self.person.links
        if not slug or any(profile_slug(link) == slug for link in links):
            return
        old = next((link for link in links if profile_slug(link) in former), "")
        self.person = replace(self.person, links=(*(link for link in links if link != old), value))
        self._note("url", old, value)

    def note(self, value: str) -> None:
        if not self._differs("note", value) or value in self.person.notes:
            return
        former, notes = self.seen.get("note", ""), self.person.notes
        if former and former not in notes:
            self._note("note", notes, value, kept=True)
            return
        joined = notes.replace(former, value, 1) if former else "\n\n".join(part for part in (notes, value) if part)
        self.person = replace(self.person, notes=joined)
        self._note("note", former, value)


def merge_person(
    person: Person, incoming: IncomingPerson, source: str, on: date | None, month: PartialDate | None
) -> tuple[Person, list[FieldChange]]:
    """Return the person as they become, and the fields that differ.

    ``on`` is the day of the source's data; ``month`` since when a changed position is a former one, as precisely as the
    time between two archives allows. The person is the same object when nothing at all is to be written.
    """
    known = [f for f in person.foreign_ids if f.source == source]
    own = next((f for f in known if f.id == incoming.id), None)
    holder = own if own is not None and own.seen else next((f for f in reversed(known) if f.seen), own)
    seen = holder.seen if holder else {}
    merge = _PersonMerge(person, seen, month)
    says = _said(incoming)
    if incoming.listed or "name" not in seen:
        merge.name(incoming.name)
    else:
        says.pop("name", None)  # a mention under a former name must not undo the list's
    if incoming.listed:
        merge.position(incoming.organisation, incoming.title)
        merge.email(incoming.email)
        merge.link(incoming.url, former={f.id for f in known if f.id != incoming.id})
        if own is not None and own.missing_since is not None and own is holder:
            merge.changes.append(FieldChange("listed", own.missing_since.isoformat(), ""))
    elif own is None and incoming.id:
        merge.link(incoming.url, former=set())
    merge.note(incoming.note)
    ids = _foreign_ids(person.foreign_ids, incoming, source, holder, {**seen, **says}, on)
    if merge.person is person and ids == person.foreign_ids:
        return person, merge.changes
    return replace(merge.person, foreign_ids=ids), merge.changes


def _foreign_ids(
    ids: tuple[ForeignId, ...],
    incoming: IncomingPerson,
    source: str,
    holder: ForeignId | None,
    seen: Mapping[str, str],
    on: date | None,
) -> tuple[ForeignId, ...]:
    """Return ``ids`` with what the source said kept at the id its list uses; the id that this replaces is marked gone.

    A mention elsewhere does not move it, nor does a list without addresses when an address is known.
    """
    moves = incoming.listed and not (
        incoming.id.startswith(NAME_ID) and holder is not None and not holder.id.startswith(NAME_ID)
    )
    place = incoming.id if moves or holder is None else holder.id
    result = []
    for f in ids:
        changed = f
        if f.source == source and f.id == place:
            changed = replace(
                f,
                seen=dict(seen),
                first_seen=f.first_seen or incoming.connected,
                missing_since=None if incoming.listed else f.missing_since,
            )
        elif f is holder and moves:
            changed = replace(f, seen={}, missing_since=f.missing_since or on)
        result.append(changed)
    if incoming.id and all(f.id != incoming.id for f in ids if f.source == source):
        fresh = dict(seen) if incoming.id == place else {}
        result.append(ForeignId(source=source, id=incoming.id, seen=fresh, first_seen=incoming.connected))
    return tuple(result)


# ---------------------------------------------------------------- exchanges and entries


def exchange_seen(incoming: IncomingExchange) -> dict[str, str]:
    """Return what the source says about an exchange."""
    fields = {
        "mark": incoming.mark,
        "status": incoming.status.value,
        "text": incoming.text,
        "visibility": incoming.visibility,
        "role": incoming.role,
    }
    return {name: value for name, value in fields.items() if value}


def steps_of(incoming: IncomingExchange) -> tuple[Step, ...]:
    """Return the steps that a source's one status stands for: what was declined had been offered."""
    step = Step(status=incoming.status, on=incoming.on)
    return (Step(status=Status.OFFERED, on=incoming.on), step) if step.status is Status.DECLINED else (step,)


def merge_exchange(
    exchange: Exchange, incoming: IncomingExchange, source: str, today: date
) -> tuple[Exchange, list[FieldChange]]:
    """Return the exchange as it becomes: a pending one may become done, never the other way round.

    A text that another one replaces becomes a version of ``today``.
    """
    own = next((f for f in exchange.foreign_ids if f.source == source), None)
    seen = own.seen if own else {}
    merged, changes = exchange, []
    if incoming.status.value != seen.get("status") and incoming.status is Status.DONE:
        old = exchange.status
        if old in {Status.OFFERED, Status.DECLINED} and old.value == seen.get("status"):
            # A refusal that did not last stays in the history, with its date and note.
            opened = step_back(merged) if old is Status.DECLINED and len(path(merged)) > 1 else merged
            merged = replace(opened, steps=(*opened.steps, Step(status=Status.DONE, on=incoming.on)))
            changes.append(FieldChange("status", old.value, Status.DONE.value))
        elif old not in {Status.DONE, Status.THANKED}:
            changes.append(FieldChange("status", old.value, Status.DONE.value, kept=True))
    if incoming.text and incoming.text not in {seen.get("text", ""), exchange.text}:
        kept = exchange.text != seen.get("text", "")
        merged = merged if kept else with_text(merged, incoming.text, today)
        changes.append(FieldChange("text", exchange.text, incoming.text, kept))
    if incoming.role and incoming.role not in {seen.get("role", ""), exchange.role}:
        kept = exchange.role != seen.get("role", "")
        merged = merged if kept else replace(merged, role=incoming.role)
        changes.append(FieldChange("role", exchange.role, incoming.role, kept))
    says = exchange_seen(incoming)
    if seen.get("status") == Status.DONE.value:
        says["status"] = Status.DONE.value
    ids = _reseen(exchange.foreign_ids, source, {**seen, **says})
    return (merged if ids == exchange.foreign_ids else replace(merged, foreign_ids=ids)), changes


def _reseen(ids: tuple[ForeignId, ...], source: str, seen: Mapping[str, str]) -> tuple[ForeignId, ...]:
    return tuple(replace(f, seen=dict(seen)) if f.source == source and f.seen != seen else f for f in ids)


def entry_seen(incoming: IncomingEntry, people: tuple[Id, ...]) -> dict[str, str]:
    """Return what the source says about an entry."""
    fields = {"text": incoming.text, "people": " ".join(people)}
    return {name: value for name, value in fields.items() if value}


def merge_entry(
    entry: Entry, incoming: IncomingEntry, people: tuple[Id, ...], source: str
) -> tuple[Entry, list[FieldChange]]:
    """Return the entry as it becomes: a conversation that went on that day, or more people recognised."""
    own = next((f for f in entry.foreign_ids if f.source == source), None)
    seen = own.seen if own else {}
    merged, changes = entry, []
    if incoming.text and incoming.text not in {seen.get("text", ""), entry.text}:
        kept = entry.text != seen.get("text", "")
        merged = merged if kept else replace(merged, text=incoming.text)
        changes.append(FieldChange("text", entry.text, incoming.text, kept))
    before = seen.get("people", "").split()
    more = tuple(p for p in people if p not in before and p not in entry.people)
    if more:
        merged = replace(merged, people=(*merged.people, *more))
        changes.append(FieldChange("people", " ".join(entry.people), " ".join(merged.people)))
    together = tuple(dict.fromkeys((*before, *people)))
    ids = _reseen(entry.foreign_ids, source, {**seen, **entry_seen(incoming, together)})
    return (merged if ids == entry.foreign_ids else replace(merged, foreign_ids=ids)), changes


# ---------------------------------------------------------------- me


def _position_key(position: Position) -> str:
    return "\t".join((position.organisation, position.title, str(position.since or ""), str(position.until or "")))


def merge_me(me: Me, incoming: IncomingMe, source: str) -> tuple[Me, list[FieldChange]]:
    """Return the owner as they become. What was removed by hand does not come back."""
    own = next((f for f in me.foreign_ids if f.source == source), None)
    seen = own.seen if own else {}
    merged, changes = me, []
    if incoming.name and incoming.name not in {seen.get("name", ""), me.name}:
        kept = bool(me.name) and me.name != seen.get("name", "")
        merged = merged if kept else replace(merged, name=incoming.name)
        changes.append(FieldChange("name", me.name, incoming.name, kept))
    positions = _merge_positions(me.positions, incoming.positions, seen.get("positions", "").splitlines())
    if positions != me.positions:
        merged = replace(merged, positions=positions)
        changes.append(FieldChange("positions", str(len(me.positions)), str(len(positions))))
    for name, new, old in (("emails", incoming.emails, me.emails), ("links", incoming.links, me.links)):
        had = {v.casefold() for v in (*old, *seen.get(name, "").split())}
        added = tuple(v for v in dict.fromkeys(new) if v.casefold() not in had)
        if added:
            merged = (
                replace(merged, emails=(*old, *added)) if name == "emails" else replace(merged, links=(*old, *added))
            )
            changes.append(FieldChange(name, " ".join(old), " ".join((*old, *added))))
    fields = {
        "name": incoming.name,
        "positions": "\n".join(_position_key(p) for p in incoming.positions),
        "emails": " ".join(incoming.emails),
        "links": " ".join(incoming.links),
    }
    says = {**seen, **{name: value for name, value in fields.items() if value}}
    if own is None:
        ids = (*me.foreign_ids, ForeignId(source=source, id=incoming.id, seen=says))
    else:
        better = incoming.id if own.id == "me" else own.id
        ids = tuple(replace(f, id=better, seen=says) if f is own else f for f in me.foreign_ids)
    return (merged if ids == me.foreign_ids else replace(merged, foreign_ids=ids)), changes


def _merge_positions(
    have: tuple[Position, ...], incoming: tuple[Position, ...], seen: list[str]
) -> tuple[Position, ...]:
    result = list(have)
    known = {_position_key(p) for p in have} | set(seen)
    for position in incoming:
        key = _position_key(position)
        if key in known:
            continue
        open_key = _position_key(replace(position, until=None))
        index = next((i for i, p in enumerate(result) if _position_key(p) == open_key), None)
        if index is None:
            result.append(position)
        else:
            result[index] = position
        known.add(key)
    return tuple(result)
