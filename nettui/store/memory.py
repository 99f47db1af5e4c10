"""The repository in memory: for the sample network, for previews, and as the twin that the store's tests run on too."""

from __future__ import annotations

import json
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from nettui.domain.change import Change, Edit, Nature, Table
from nettui.domain.records import (
    CIRCLES,
    ME_ID,
    Entry,
    Exchange,
    Group,
    ImportRun,
    Me,
    Person,
    Promise,
    Review,
    Snooze,
)
from nettui.services.ports import Recalled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.services.ports import Clock, Json

__all__ = ["MemoryRepository"]


class MemoryRepository:
    """Keeps everything in dictionaries; nothing survives the process."""

    def __init__(self, clock: Clock, initial: Iterable[Group] = CIRCLES) -> None:
        self._clock = clock
        self._tables: dict[Table, dict[Id, Record]] = {table: {} for table in Table}
        self._changes: list[Change] = []
        self._remembered: dict[str, tuple[int, tuple[Table, ...], str, int]] = {}
        for group in initial:
            self._tables[Table.GROUPS][group.id] = group

    def begin_here(self) -> None:
        """Take what is there for the beginning: no undo goes behind it."""
        self._changes.clear()

    @property
    def me(self) -> Me | None:
        """The owner, once known."""
        return cast("Me | None", self._tables[Table.ME].get(ME_ID))

    @property
    def groups(self) -> Mapping[Id, Group]:
        """The circles."""
        return cast("Mapping[Id, Group]", MappingProxyType(self._tables[Table.GROUPS]))

    @property
    def people(self) -> Mapping[Id, Person]:
        """Everybody, archived ones too."""
        return cast("Mapping[Id, Person]", MappingProxyType(self._tables[Table.PEOPLE]))

    @property
    def entries(self) -> Mapping[Id, Entry]:
        """The journal."""
        return cast("Mapping[Id, Entry]", MappingProxyType(self._tables[Table.ENTRIES]))

    @property
    def promises(self) -> Mapping[Id, Promise]:
        """Promises, kept and open."""
        return cast("Mapping[Id, Promise]", MappingProxyType(self._tables[Table.PROMISES]))

    @property
    def exchanges(self) -> Mapping[Id, Exchange]:
        """The ledger."""
        return cast("Mapping[Id, Exchange]", MappingProxyType(self._tables[Table.EXCHANGES]))

    @property
    def imports(self) -> Mapping[Id, ImportRun]:
        """Imports that were applied."""
        return cast("Mapping[Id, ImportRun]", MappingProxyType(self._tables[Table.IMPORTS]))

    @property
    def snoozes(self) -> Mapping[Id, Snooze]:
        """Suggestions that were put off."""
        return cast("Mapping[Id, Snooze]", MappingProxyType(self._tables[Table.SNOOZES]))

    @property
    def reviews(self) -> Mapping[Id, Review]:
        """Weekly reviews."""
        return cast("Mapping[Id, Review]", MappingProxyType(self._tables[Table.REVIEWS]))

    def entries_of(self, people: Iterable[Id]) -> Sequence[Entry]:
        """Return the entries that name one of ``people``."""
        wanted = set(people)
        return [
            e for e in self.entries.values() if not wanted.isdisjoint(e.people) or not wanted.isdisjoint(e.mentions)
        ]

    def derived(self, name: str, version: int, tables: Sequence[Table], build: Callable[[], Json]) -> Json:  # noqa: ARG002
        """Return ``build()``: in memory nothing is worth remembering."""
        return build()

    def recall(self, name: str, version: int, tables: Sequence[Table]) -> Recalled | None:
        """Return what was remembered under ``name``, with all edits to ``tables`` since."""
        known, of, text, at = self._remembered.get(name, (None, (), "", 0))
        if known != version or of != tuple(tables):
            return None
        before: dict[tuple[Table, Id], Record | None] = {}
        for change in self._changes[at:]:
            for edit in change.edits:
                if edit.table in of:
                    before.setdefault((edit.table, edit.id), edit.before)
        edits = (Edit(table, key, record, self._tables[table].get(key)) for (table, key), record in before.items())
        return Recalled(json.loads(text), tuple(edits))

    def remember(self, name: str, version: int, tables: Sequence[Table], value: Json) -> None:
        """Keep ``value`` for as long as the process lives, as JSON keeps it."""
        self._remembered[name] = (version, tuple(tables), json.dumps(value), len(self._changes))

    def commit(
        self,
        edits: Sequence[Edit],
        *,
        action: str,
        detail: str = "",
        nature: Nature = Nature.DO,
        target: str | None = None,
    ) -> Change:
        """Apply ``edits`` together."""
        change = Change(
            id=self._clock.new_id(),
            at=self._clock.now(),
            action=action,
            detail=detail,
            nature=nature,
            target=target,
            edits=tuple(edits),
        )
        for edit in change.edits:
            table = self._tables[edit.table]
            if edit.after is None:
                table.pop(edit.id, None)
            else:
                table[edit.id] = edit.after
        for name in {edit.table for edit in change.edits}:
            self._keep_order(name)
        self._changes.append(change)
        return change

    def _keep_order(self, name: Table) -> None:
        """Restore the order of ids, which most commits leave as it was."""
        table = self._tables[name]
        ids = [int(record_id) for record_id in table]
        if any(later < earlier for earlier, later in pairwise(ids)):
            ordered = sorted(table.items(), key=lambda item: int(item[0]))
            table.clear()
            table.update(ordered)

    def changes(self, limit: int = 50) -> Sequence[Change]:
        """Return the latest changes, oldest first."""
        return self._changes[-limit:]

    def refresh(self) -> bool:
        """Return False: nobody else writes here."""
        return False

    def close(self) -> None:
        """Do nothing."""
