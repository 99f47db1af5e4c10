"""One open network: the repository, the clock, and the one way in which use-cases save."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from nettui.domain import records
from nettui.domain.change import Change, Edit, Nature, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from nettui.domain.ids import Id
    from nettui.services.ports import Clock, Repository

__all__ = ["Network", "table_of"]

_TABLE_OF: Mapping[type, Table] = {
    records.Me: Table.ME,
    records.Group: Table.GROUPS,
    records.Person: Table.PEOPLE,
    records.Entry: Table.ENTRIES,
    records.Promise: Table.PROMISES,
    records.Exchange: Table.EXCHANGES,
    records.ImportRun: Table.IMPORTS,
    records.Snooze: Table.SNOOZES,
    records.Review: Table.REVIEWS,
}


def table_of(record: records.Record) -> Table:
    """Return the table that ``record`` belongs to."""
    return _TABLE_OF[type(record)]


class Network:
    """The open file as the use-cases see it."""

    def __init__(self, repository: Repository, clock: Clock) -> None:
        self.repository = repository
        self.clock = clock

    @property
    def today(self) -> date:
        """The user's day."""
        return self.clock.now().date()

    def day_of(self, at: datetime) -> date:
        """Return the day of ``at`` where the user is."""
        return at.astimezone(self.clock.now().tzinfo).date()

    def now_utc(self) -> datetime:
        """Return the time for ``created`` and ``changed``, in UTC, whole seconds."""
        return self.clock.now().astimezone(UTC).replace(microsecond=0)

    def current(self, table: Table, record_id: Id) -> records.Record | None:
        """Return the record as it is stored now."""
        if table is Table.ME:
            return self.repository.me
        mapping: Mapping[Id, records.Record] = getattr(self.repository, table.value)
        return mapping.get(record_id)

    def save(
        self,
        saved: Iterable[records.Record],
        *,
        removed: Iterable[records.Record] = (),
        action: str,
        detail: str = "",
    ) -> Change | None:
        """Commit new or changed records, and removals, as one change; None when nothing differs from what is stored.

        ``created`` and ``changed`` are set here. Raises StoreError, and then nothing has changed.
        """
        now = self.now_utc()
        edits: list[Edit] = []
        for record in saved:
            table = table_of(record)
            before = self.current(table, record.id)
            if before == record:
                continue
            created = now if record.created == records.UNSTAMPED else record.created
            edits.append(Edit(table, record.id, before, replace(record, created=created, changed=now)))
        for record in removed:
            table = table_of(record)
            before = self.current(table, record.id)
            if before is not None:
                edits.append(Edit(table, record.id, before, None))
        if not edits:
            return None
        return self.repository.commit(edits, action=action, detail=detail, nature=Nature.DO)
