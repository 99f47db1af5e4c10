"""What an import would do, worked out without doing it: new, changed field by field, the same, to ask, left out.

Planning is pure but for the ids that new records take from the clock. Applying a plan is one commit
(:mod:`nettui.services.importing.apply`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.incoming import IncomingRecords

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.incoming import FileRead, Incoming, Problem
    from nettui.domain.records import Entry, Exchange, Person, Record
    from nettui.services.importing.match import Ask
    from nettui.services.importing.merge import FieldChange
    from nettui.services.network import Network

__all__ = ["Plan", "PlannedChange", "plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedChange:
    """One record before and after, the fields that differ, and by what evidence it was recognised."""

    table: Table
    before: Record
    after: Record
    fields: tuple[FieldChange, ...]
    evidence: str = ""


@dataclass(slots=True, kw_only=True)
class Plan:
    """An import as a preview; nothing is written yet.

    ``new``, ``changed`` and ``missing`` are what a user wants to see. ``records`` is what will be written: these, and
    records of which only the note of what the source said last is refreshed. ``left_out`` counts by reason (English:
    translate when shown); ``older`` says that the source's data is older than what was imported before, so that it only
    adds and never changes.
    """

    incoming: Incoming | IncomingRecords
    source: str
    name: str
    sha256: str
    on: date
    older: bool = False
    files: list[FileRead] = field(default_factory=list)
    new: list[Record] = field(default_factory=list)
    changed: list[PlannedChange] = field(default_factory=list)
    missing: list[Person] = field(default_factory=list)
    joined: list[tuple[Person, str]] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    same: Counter[Table] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    records: dict[tuple[Table, Id], tuple[Record | None, Record]] = field(default_factory=dict)
    keep_stamps: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.records

    @property
    def new_people(self) -> list[Person]:
        """The people that would be made."""
        from nettui.domain.records import Person

        return [r for r in self.new if isinstance(r, Person)]

    @property
    def new_exchanges(self) -> list[Exchange]:
        """The exchanges that would be made."""
        from nettui.domain.records import Exchange

        return [r for r in self.new if isinstance(r, Exchange)]

    @property
    def new_entries(self) -> list[Entry]:
        """The entries that would be made."""
        from nettui.domain.records import Entry

        return [r for r in self.new if isinstance(r, Entry)]

    def put(self, table: Table, before: Record | None, after: Record) -> None:
        """Plan to write ``after``."""
        self.records[table, after.id] = (before, after)

    def counts(self) -> dict[str, int]:
        """Return how many records of each table are new, changed and no longer listed, without zeroes."""
        from nettui.services.network import table_of

        counted: Counter[str] = Counter(f"new_{table_of(record)}" for record in self.new)
        counted.update(f"changed_{change.table}" for change in self.changed)
        counted["missing"] = len(self.missing)
        return {name: count for name, count in sorted(counted.items()) if count}

    def summary(self) -> dict[str, object]:
        """Return the plan as the JSON of ``nettui import --json``: reasons stay English, names as they are."""
        tables = (Table.PEOPLE, Table.ENTRIES, Table.EXCHANGES)
        counted = self.counts()
        return {
            "source": self.source,
            "files": [{"name": f.name, "rows": f.rows} for f in self.files],
            "new": {t.value: counted.get(f"new_{t}", 0) for t in tables},
            "changed": {t.value: counted.get(f"changed_{t}", 0) for t in tables},
            "same": {t.value: self.same[t] for t in tables},
            "missing": len(self.missing),
            "ask": [
                {"key": a.key, "name": a.name, "candidates": list(a.candidates), "evidence": a.evidence}
                for a in self.asks
            ],
            "left_out": [{"reason": reason, "count": count} for reason, count in sorted(self.left_out.items())],
            "problems": [
                {"file": p.file, "row": p.row, "column": p.column, "value": p.value, "problem": p.problem}
                for p in self.problems
            ],
        }


def plan(network: Network, incoming: Incoming | IncomingRecords, decisions: Mapping[str, str] | None = None) -> Plan:
    """Compare ``incoming`` with the network.

    ``decisions`` answers questions of an earlier plan by their key (:class:`nettui.services.importing.match.Ask`): an
    id, ``NEW`` or ``SKIP``. What stays undecided is left out and counted.
    """
    if isinstance(incoming, IncomingRecords):
        from nettui.services.importing.restore import plan_records

        return plan_records(network, incoming)
    from nettui.services.importing.planner import Planner

    return Planner(network, incoming, decisions or {}).plan()
