"""The work of planning an import of people, exchanges, entries and me."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.dates import PartialDate
from nettui.domain.records import ME_ID, Entry, Exchange, ExchangeKind, ForeignId, Me, Person
from nettui.i18n import N_
from nettui.services.importing import match as who
from nettui.services.importing.merge import (
    entry_seen,
    exchange_seen,
    merge_entry,
    merge_exchange,
    merge_me,
    merge_person,
    new_person,
    steps_of,
)
from nettui.services.importing.plan import Plan, PlannedChange
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id
    from nettui.domain.incoming import Incoming, IncomingEntry, IncomingExchange, IncomingPerson
    from nettui.domain.records import Record
    from nettui.services.importing.match import Found
    from nettui.services.importing.merge import FieldChange
    from nettui.services.network import Network

__all__ = ["Planner"]

_UNDECIDED = N_("rows about people who wait for your decision")
_SKIPPED = N_("rows about people who are not in the network")
_MONTHLY = 62
"""Days between two archives up to which a change of job is dated to the month."""


class Planner:
    """Compares one source with the network, table by table."""

    def __init__(self, network: Network, incoming: Incoming, decisions: Mapping[str, str]) -> None:
        self.network = network
        self.repository = network.repository
        self.incoming = incoming
        self.source = incoming.source
        self.before = max(
            (run.on for run in self.repository.imports.values() if run.source == self.source), default=None
        )
        self.decisions = decisions
        self.ids: dict[str, Id] = {}
        self.people: dict[Id, Person] = {}
        self.found: dict[str, Found] = {}
        self.waiting: set[str] = set()
        self.result = Plan(
            incoming=incoming,
            source=incoming.source,
            name=incoming.name,
            sha256=incoming.sha256,
            on=incoming.on or network.today,
            older=self._is_older(),
            files=list(incoming.files),
            left_out=Counter(incoming.left_out),
            problems=list(incoming.problems),
        )

    def plan(self) -> Plan:
        """Return the finished plan."""
        found, asks = who.match(self.incoming, self.repository.people, self.decisions)
        self.found = found
        self._people()
        self._missing({candidate for ask in asks for candidate in ask.candidates})
        self._exchanges()
        self._entries()
        self._me()
        self.result.asks = [ask for ask in asks if ask.key in self.waiting]
        self.result.left_out = +self.result.left_out
        return self.result

    def _is_older(self) -> bool:
        """Whether the data is older than what was imported before, so that it must not set anything back.

        By the day the source itself names; else by the newest connection it lists, since a later archive lists that
        one and all newer ones.
        """
        if self.incoming.dated and self.incoming.on and self.before:
            return self.incoming.on < self.before
        listed = [p.connected for p in self.incoming.people.values() if p.connected]
        if not listed:
            return False
        known = [
            f.seen["connected"]
            for person in self.repository.people.values()
            for f in person.foreign_ids
            if f.source == self.source and "connected" in f.seen
        ]
        return bool(known) and max(listed).isoformat() < max(known)

    def _month(self) -> PartialDate | None:
        """Return since when a change of job is known: the month, or for archives far apart the year, of this one.

        Never later than today: what an archive says is so already, whatever its name or another machine's clock says.
        """
        on = min(self.result.on, self.network.today)
        if self.before is None or (on - self.before).days > _MONTHLY:
            return PartialDate(on.year)
        return PartialDate(on.year, on.month)

    def _change(
        self,
        table: Table,
        before: Record,
        after: Record,
        fields: list[FieldChange],
        evidence: str = "",
    ) -> None:
        """Plan a change; one of which only the memory of what was said differs is written, but is no news."""
        if after != before:
            self.result.put(table, before, after)
        elif not all(change.kept for change in fields):
            fields = []  # two rows about one person, each taking back what the other said
        if fields:
            self.result.changed.append(
                PlannedChange(table=table, before=before, after=after, fields=tuple(fields), evidence=evidence)
            )
        else:
            self.result.same[table] += 1

    # ------------------------------------------------------------ people

    def _people(self) -> None:
        evidence: dict[Id, str] = {}
        fields: dict[Id, list[FieldChange]] = defaultdict(list)
        month = self._month()
        # The list first: what it says about somebody stands, mentions elsewhere only add.
        for incoming in sorted(self.incoming.people.values(), key=lambda p: not p.listed):
            found = self.found[incoming.key]
            if isinstance(found, who.Existing):
                person = self.people.get(found.id) or self.repository.people[found.id]
                self.ids[incoming.key] = found.id
                merged, changes = self._merged(person, incoming, month)
                self.people[found.id] = merged
                fields[found.id] += changes
                if found.evidence not in {"", who.BY_ID}:
                    evidence[found.id] = found.evidence
            elif isinstance(found, who.Made):
                self._make(incoming)
            elif incoming.listed and not isinstance(found, who.Same):
                self._leave_out(found, _SKIPPED)
        for key, found in self.found.items():
            if isinstance(found, who.Same):
                self._same_as(key, found.key)
        for person_id, person in self.people.items():
            before = self.repository.people[person_id]
            reason = evidence.get(person_id, "")
            self._change(Table.PEOPLE, before, person, fields[person_id], reason)
            if reason:
                self.result.joined.append((person, reason))

    def _same_as(self, key: str, other: str) -> None:
        """Let ``key`` be the person made for ``other``, who may learn a profile address from it."""
        self.ids[key] = person_id = self.ids[other]
        incoming = self.incoming.people[key]
        if incoming.id:
            _before, person = self.result.records[Table.PEOPLE, person_id]
            assert isinstance(person, Person)  # noqa: S101 - the table says so
            merged, _fields = merge_person(person, incoming, self.source, self.result.on, None)
            self.result.new[self.result.new.index(person)] = merged
            self.result.put(Table.PEOPLE, None, merged)

    def _merged(
        self, person: Person, incoming: IncomingPerson, month: PartialDate | None
    ) -> tuple[Person, list[FieldChange]]:
        if not incoming.id and not incoming.note:
            return person, []
        known = who.foreign(person, self.source)
        told = any("connected" in f.seen for f in known)
        if self.result.older and told:
            if any(f.id == incoming.id for f in known) or not incoming.id:
                return person, []
            former = ForeignId(source=self.source, id=incoming.id, missing_since=self.before)
            return replace(person, foreign_ids=(*person.foreign_ids, former)), []
        merged, fields = merge_person(person, incoming, self.source, self.result.on, month)
        return (self._gone(merged, incoming) if self.result.older else merged), fields

    def _gone(self, person: Person, incoming: IncomingPerson) -> Person:
        """Mark somebody whom only an older list holds: a later one did not."""
        if not (incoming.listed and self.incoming.complete):
            return person
        ids = tuple(replace(f, missing_since=self.before) if f.id == incoming.id else f for f in person.foreign_ids)
        return replace(person, foreign_ids=ids)

    def _make(self, incoming: IncomingPerson) -> None:
        record_id = self.network.clock.new_id()
        self.ids[incoming.key] = record_id
        foreign_id = incoming.id or f"name:{fold_name(incoming.name)}"
        person = new_person(incoming, self.source, record_id, foreign_id)
        if self.result.older:
            person = self._gone(person, incoming)
        self.result.new.append(person)
        self.result.put(Table.PEOPLE, None, person)

    def _missing(self, waiting: set[Id]) -> None:
        """Mark those whom a complete list no longer holds. They stay: absence is no deletion."""
        if not self.incoming.complete or self.result.older:
            return
        listed = {self.ids[p.key] for p in self.incoming.people.values() if p.listed and p.key in self.ids}
        for person_id, stored in self.repository.people.items():
            if person_id in listed or person_id in waiting:
                continue
            person = self.people.get(person_id, stored)
            ids = tuple(
                replace(f, missing_since=self.result.on)
                if f.source == self.source and "connected" in f.seen and f.missing_since is None
                else f
                for f in person.foreign_ids
            )
            if ids != person.foreign_ids:
                gone = replace(person, foreign_ids=ids)
                self.result.missing.append(gone)
                self.result.put(Table.PEOPLE, stored, gone)

    # ------------------------------------------------------------ exchanges

    def _exchanges(self) -> None:
        by_id: dict[str, Exchange] = {}
        by_mark: dict[tuple[ExchangeKind, str, Id, str], Exchange] = {}
        for exchange in self.repository.exchanges.values():
            for f in exchange.foreign_ids:
                if f.source == self.source:
                    by_id[f.id] = exchange
                    by_mark[exchange.kind, exchange.direction, exchange.person, f.seen.get("mark", "")] = exchange
        for incoming in self.incoming.exchanges:
            known = by_id.get(incoming.id)
            person = self.ids.get(incoming.person)
            if known is None and person is not None:
                known = by_mark.get((incoming.kind, incoming.direction, person, incoming.mark))
            if known is not None:
                self._known_exchange(known, incoming)
            elif person is not None:
                self._new_exchange(incoming, person)
            else:
                self._leave_out(self.found.get(incoming.person), _SKIPPED)

    def _known_exchange(self, known: Exchange, incoming: IncomingExchange) -> None:
        if self.result.older:
            self.result.same[Table.EXCHANGES] += 1
            return
        merged, fields = merge_exchange(known, incoming, self.source, self.network.today)
        self._change(Table.EXCHANGES, known, merged, fields)

    def _new_exchange(self, incoming: IncomingExchange, person: Id) -> None:
        exchange = Exchange(
            id=self.network.clock.new_id(),
            kind=incoming.kind,
            direction=incoming.direction,
            person=person,
            steps=steps_of(incoming),
            subject=incoming.subject,
            text=incoming.text,
            where=incoming.where,
            role=incoming.role,
            foreign_ids=(ForeignId(source=self.source, id=incoming.id, seen=exchange_seen(incoming)),),
        )
        self.result.new.append(exchange)
        self.result.put(Table.EXCHANGES, None, exchange)

    def _leave_out(self, found: Found | None, otherwise: str) -> None:
        if isinstance(found, who.Asked):
            self.waiting.add(found.key)  # what is known already asks nothing again
            self.result.left_out[_UNDECIDED] += 1
        else:
            self.result.left_out[otherwise] += 1

    # ------------------------------------------------------------ entries

    def _entries(self) -> None:
        by_id = {
            f.id: entry
            for entry in self.repository.entries.values()
            for f in entry.foreign_ids
            if f.source == self.source
        }
        for incoming in self.incoming.entries:
            people = tuple(dict.fromkeys(self.ids[key] for key in incoming.people if key in self.ids))
            if not people:
                waiting = next((f for f in map(self.found.get, incoming.people) if isinstance(f, who.Asked)), None)
                self._leave_out(waiting, incoming.unknown)
            elif incoming.skip:
                self.result.left_out[incoming.skip] += 1
            elif incoming.id in by_id:
                self._known_entry(by_id[incoming.id], incoming, people)
            else:
                self._new_entry(incoming, people)

    def _known_entry(self, known: Entry, incoming: IncomingEntry, people: tuple[Id, ...]) -> None:
        if self.result.older:
            self.result.same[Table.ENTRIES] += 1
            return
        merged, fields = merge_entry(known, incoming, people, self.source)
        self._change(Table.ENTRIES, known, merged, fields)

    def _new_entry(self, incoming: IncomingEntry, people: tuple[Id, ...]) -> None:
        entry = Entry(
            id=self.network.clock.new_id(),
            at=incoming.at,
            channel=incoming.channel,
            text=incoming.text,
            people=people,
            initiator=incoming.initiator,
            foreign_ids=(ForeignId(source=self.source, id=incoming.id, seen=entry_seen(incoming, people)),),
        )
        self.result.new.append(entry)
        self.result.put(Table.ENTRIES, None, entry)

    # ------------------------------------------------------------ me

    def _me(self) -> None:
        incoming = self.incoming.me
        if incoming is None:
            return
        before = self.repository.me
        if self.result.older and before is not None and any(f.source == self.source for f in before.foreign_ids):
            return
        merged, fields = merge_me(before or Me(id=ME_ID), incoming, self.source)
        if before is None:
            self.result.new.append(merged)
            self.result.put(Table.ME, None, merged)
        else:
            self._change(Table.ME, before, merged, fields)
