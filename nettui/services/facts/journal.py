"""The order of the journal: its ids, newest first, and the day of each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from nettui.domain.change import Table
from nettui.domain.records import Entry
from nettui.services.facts.remembered import Pace, Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import Any

    from nettui.domain.change import Edit
    from nettui.domain.dates import Moment
    from nettui.domain.ids import Id
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["JournalOrder", "entry_key", "first_below"]

_FEW = 200


def entry_key(entry: Entry) -> tuple[Moment, int, Id]:
    """Return what the journal is sorted by, oldest first."""
    return entry.at, len(entry.id), entry.id


class JournalOrder(Remembered):
    """``ids`` and ``days`` (ISO) go together, newest first."""

    name: ClassVar[str] = "journal-order"
    tables: ClassVar[tuple[Table, ...]] = (Table.ENTRIES,)

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._packed = ""
        self._unpacked: list[Id] = []
        self._days: list[str] = []

    @property
    def ids(self) -> Sequence[Id]:
        """All entries, newest first."""
        return self._ids

    @property
    def days(self) -> Sequence[str]:
        """The day of each of :attr:`ids`."""
        return self._days

    @property
    def packed(self) -> bool:
        """Whether :attr:`ids` are still to be unpacked, which takes whoever asks for them first some milliseconds."""
        return bool(self._packed)

    @property
    def _ids(self) -> list[Id]:
        if self._packed:
            self._ids = self._packed.split()
        return self._unpacked

    @_ids.setter
    def _ids(self, ids: list[Id]) -> None:
        self._packed, self._unpacked = "", ids

    def within(self, first: date, last: date) -> Sequence[Id]:
        """Return the entries of the days from ``first`` to ``last``, newest first.

        Of what was recalled only those are unpacked, and the newer ones: Today asks for some weeks, and a hundred
        thousand ids take as long as all else that it shows of the journal (measured: 7 ms).
        """
        start = first_below(self._days, last.isoformat(), or_at=True)
        end = first_below(self._days, first.isoformat(), or_at=False)
        return (self._packed.split(maxsplit=end) if self._packed else self._unpacked)[start:end]

    def find(self, entry: Entry) -> int:
        """Return where ``entry`` stands, or belongs. Only its neighbours of the same day are decoded."""
        day = entry.at.day.isoformat()
        first, last = (first_below(self._days, day, or_at=or_at) for or_at in (True, False))
        entries, key = self.index.entries, entry_key(entry)
        while first < last:
            middle = (first + last) // 2
            other = entries.get(self._ids[middle])
            if other is not None and entry_key(other) > key:
                first = middle + 1
            else:
                last = middle
        return first

    def _build(self, today: date) -> Iterator[None]:  # noqa: ARG002
        keys: list[tuple[str, int, Id]] = []
        pace = Pace()
        for entry in self.index.entries.values():
            time = entry.at.time
            at = entry.at.day.isoformat() + (time.isoformat("microseconds") if time is not None else "")
            keys.append((at, len(entry.id), entry.id))  # as entry_key, but compared as text
            if pace.due():
                yield
                pace.resume()
        keys.sort(reverse=True)
        self._ids = [entry_id for _at, _size, entry_id in keys]
        self._days = [at[:10] for at, _size, _id in keys]

    def _restore(self, value: Json, today: date) -> None:  # noqa: ARG002
        found: Any = value
        packed: str = found["ids"]
        days: list[str] = []
        for day, count in found["days"]:
            days += [day] * count
        if len(days) != (packed.count(" ") + 1 if packed else 0):
            raise ValueError(len(days))
        self._ids, self._days = [], days
        self._packed = packed

    def _dump(self) -> Json:
        days: list[Json] = [[day, sum(1 for _each in group)] for day, group in groupby(self._days)]
        return {"ids": " ".join(self._ids), "days": days}

    def _apply(self, edits: Sequence[Edit]) -> None:
        touched = {edit.id: edit.after for edit in edits}
        if any(edit.before is not None for edit in edits):
            kept = [(i, day) for i, day in zip(self._ids, self._days, strict=True) if i not in touched]
            self._ids, self._days = [i for i, _day in kept], [day for _i, day in kept]
        added = [record for record in touched.values() if isinstance(record, Entry)]
        if len(added) > _FEW:
            self._merge(added)
            return
        for entry in sorted(added, key=entry_key):
            at = self.find(entry)
            self._ids.insert(at, entry.id)
            self._days.insert(at, entry.at.day.isoformat())

    def _merge(self, added: Sequence[Entry]) -> None:
        """Sort many entries in among those of their days."""
        entries = self.index.entries
        days = {entry.at.day.isoformat() for entry in added}
        near = [i for i, day in zip(self._ids, self._days, strict=True) if day in days]
        mixed = [*added, *(entry for i in near if (entry := entries.get(i)) is not None)]
        moved = {entry.id for entry in mixed}
        rest = [(day, i) for i, day in zip(self._ids, self._days, strict=True) if i not in moved]
        rest += [(entry.at.day.isoformat(), entry.id) for entry in sorted(mixed, key=entry_key, reverse=True)]
        rest.sort(key=lambda pair: pair[0], reverse=True)  # stable: within a day the order is right already
        self._ids, self._days = [i for _day, i in rest], [day for day, _i in rest]


def first_below(days: Sequence[str], day: str, *, or_at: bool) -> int:
    """Return the first place in descending ``days`` that is earlier than ``day``; with ``or_at``, or the same."""
    low, high = 0, len(days)
    while low < high:
        middle = (low + high) // 2
        if days[middle] > day or (days[middle] == day and not or_at):
            low = middle + 1
        else:
            high = middle
    return low
