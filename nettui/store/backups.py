"""Earlier states of the plain file: every one that a newer one displaced, thinned out with age.

Kept are the last ten, then the last of each of 7 days, 5 weeks and 12 months, and for good those that were asked for
or made before something large (a restore, a migration, a file that lost much): their names say why.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from nettui.errors import StoreError
from nettui.store import filesystem
from nettui.store.reading import read_foreign
from nettui.store.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["AUTO", "Backup", "Backups"]

AUTO = "auto"
_NAME = re.compile(r"(\d{8}T\d{6}\.\d{6})Z(?:-(\d+))?-([a-z]+)\.json\Z", re.ASCII)
_STAMP = "%Y%m%dT%H%M%S.%f"
_RECENT, _DAYS, _WEEKS, _MONTHS = 10, 7, 5, 12


@dataclass(frozen=True, slots=True)
class Backup:
    """An earlier state: when it was put aside (UTC), why, and how much it holds. ``readable`` False: it is damaged."""

    path: Path
    at: datetime
    reason: str
    people: int
    entries: int
    documents: int
    readable: bool = True


def read_snapshot(path: str) -> Snapshot:
    """Read a plain file. Raises StoreError or OSError."""
    raw, _status = filesystem.read_all(path)
    try:
        return Snapshot.scan(raw)
    except ValueError:
        reading = read_foreign(raw, path)
        return reading.snapshot


class Backups:
    """The folder of backups."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def adopt(self, path: str, at: datetime, reason: str = AUTO) -> str:
        """Move a file here, and thin out. Nothing is copied."""
        target = self._free_name(at, reason)
        filesystem.replace(path, target)
        return target

    def pin(self, path: str, at: datetime, reason: str) -> str:
        """Keep the file at ``path`` here as well, for good, by a copy that later edits in place cannot reach."""
        from nettui.store.folding import copy_file

        target = self._free_name(at, reason)
        copy_file(path, target)
        filesystem.sync_dir(self._folder)
        return target

    def _free_name(self, at: datetime, reason: str) -> str:
        stamp = at.astimezone(UTC).strftime(_STAMP)
        number = 0
        while True:
            suffix = f"-{number:06d}" if number else ""
            path = os.path.join(self._folder, f"{stamp}Z{suffix}-{reason}.json")
            if filesystem.status(path) is None:
                return path
            number += 1

    def _entries(self) -> list[tuple[str, datetime, str]]:
        found = []
        for name in filesystem.list_dir(self._folder):
            match = _NAME.match(name)
            if match is not None:
                at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append((os.path.join(self._folder, name), at, int(match[2] or 0), match[3]))
        found.sort(key=lambda entry: (entry[1], entry[2]))
        return [(path, at, reason) for path, at, _number, reason in found]

    def newest_readable(self) -> Backup | None:
        """Return the newest backup that is whole."""
        return next((backup for backup in self._described() if backup.readable), None)

    def list(self) -> list[Backup]:
        """Return all backups, newest first, with what they hold."""
        return list(self._described())

    def _described(self) -> Iterator[Backup]:
        for path, at, reason in reversed(self._entries()):
            counts = _count(path)
            people, entries, documents = counts or (0, 0, 0)
            yield Backup(Path(path), at, reason, people, entries, documents, readable=counts is not None)

    def thin_out(self) -> None:
        """Remove what is beyond the numbers kept, but never the newest that can be read."""
        automatic = [(path, at) for path, at, reason in self._entries() if reason == AUTO]
        automatic.reverse()
        keep = {path for path, _ in automatic[:_RECENT]}
        older = automatic[_RECENT:]
        if not older:
            return
        keep |= _last_of_each(older, lambda at: at.date().toordinal(), _DAYS)
        keep |= _last_of_each(older, lambda at: (at - timedelta(days=at.weekday())).date().toordinal(), _WEEKS)
        keep |= _last_of_each(older, lambda at: at.year * 12 + at.month, _MONTHS)
        doomed = [path for path, _ in older if path not in keep]
        if doomed and not any(_looks_whole(path) for path in keep):
            return
        for path in doomed:
            filesystem.unlink(path)


def _last_of_each(items: Iterable[tuple[str, datetime]], period: Callable[[datetime], int], count: int) -> set[str]:
    chosen: dict[int, str] = {}
    for path, at in items:
        number = period(at)
        if number not in chosen:
            if len(chosen) == count:
                break
            chosen[number] = path
    return set(chosen.values())


def _looks_whole(path: str) -> bool:
    status = filesystem.status(path)
    if status is None or status.st_size < 4:
        return False
    fd = filesystem.open_file(path, os.O_RDONLY)
    try:
        return filesystem.read_at(fd, 8, status.st_size - 4).endswith(b"}\n}\n")
    finally:
        filesystem.close(fd)


def _count(path: str) -> tuple[int, int, int] | None:
    try:
        snapshot = read_snapshot(path)
    except (OSError, StoreError):
        return None
    documents = sum(len(lines) for name, lines in snapshot.tables.items() if not name.startswith("_"))
    return len(snapshot.table("people")), len(snapshot.table("entries")), documents
