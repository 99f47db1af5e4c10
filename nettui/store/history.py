"""Earlier journals, kept for undo: one file for each, a few gathered into one, old ones dropped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from nettui.store import filesystem
from nettui.store.journal import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.store.journal import Row

__all__ = ["KEEP_BYTES", "KEEP_CHANGES", "KEEP_DAYS", "History"]

KEEP_CHANGES = 50
KEEP_DAYS = 180
KEEP_BYTES = 50 << 20
GATHER = 48
"""So many small files are gathered into one."""

_SMALL = 256 << 10
_DAY_MS = 86_400_000


class History:
    """The folder of earlier journals. File names sort by time: ``<unix ms>-<host>-<generation>.journal``."""

    def __init__(self, folder: str, host: str) -> None:
        self._folder = folder
        self._host = host

    def place(self, generation: int) -> str:
        """Return the path at which the journal of ``generation`` is to be kept."""
        stamp = f"{filesystem.wall_ns() // 1_000_000:013d}"
        return os.path.join(self._folder, f"{stamp}-{self._host}-{generation:08d}.journal")

    def set_aside(self, name: str, content: bytes) -> str | None:
        """Keep ``content`` that cannot be used, for somebody to look at; None when there is no room even for that."""
        path = os.path.join(self._folder, f"{filesystem.wall_ns() // 1_000_000:013d}-{name}")
        try:
            fd = filesystem.open_file(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            try:
                filesystem.write_all(fd, [content])
                filesystem.sync(fd)
            finally:
                filesystem.close(fd)
        except OSError:
            return None
        return path

    def files(self) -> list[str]:
        """Return the journals, oldest first."""
        return [
            os.path.join(self._folder, name) for name in filesystem.list_dir(self._folder) if name.endswith(".journal")
        ]

    def newest_first(self) -> Iterator[Row]:
        """Return the commit records of all kept journals, newest first; a file at a time is read."""
        for path in reversed(self.files()):
            found = _read(path)
            yield from (row for row in reversed(found) if "o" in row)

    def tidy(self) -> None:
        """Gather small files and drop old ones; never one of the last :data:`KEEP_CHANGES` changes."""
        files = self.files()
        if len(files) >= GATHER:
            self._gather(files)
            files = self.files()
        self._prune(files)

    def _gather(self, files: list[str]) -> None:
        small = []
        for path in files:
            status = filesystem.status(path)
            if status is not None and status.st_size < _SMALL:
                small.append(path)
            elif small:
                break  # only neighbours, so that names still sort by time
        if len(small) < 2:
            return
        content = b"".join(_intact(path) for path in small)
        temporary = small[-1] + ".tmp"
        fd = filesystem.open_file(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            filesystem.write_all(fd, [content])
            filesystem.sync(fd)
        finally:
            filesystem.close(fd)
        filesystem.replace(temporary, small[-1])
        for path in small[:-1]:
            filesystem.unlink(path)

    def _prune(self, files: list[str]) -> None:
        oldest = filesystem.wall_ns() // 1_000_000 - KEEP_DAYS * _DAY_MS
        sizes = {path: _size(path) for path in files}
        total = sum(sizes.values())
        stale = [path for path in files if _stamp(path) < oldest]
        if not stale and total <= KEEP_BYTES:
            return
        changes = 0
        keep = set()
        for path in reversed(files):
            if changes >= KEEP_CHANGES:
                break
            keep.add(path)
            changes += sum(1 for row in _read(path) if "c" in row)
        for path in files:
            if path in keep:
                continue
            if _stamp(path) < oldest or total > KEEP_BYTES:
                filesystem.unlink(path)
                total -= sizes[path]


def _size(path: str) -> int:
    status = filesystem.status(path)
    return 0 if status is None else status.st_size


def _stamp(path: str) -> int:
    head = os.path.basename(path).split("-")[0]
    return int(head) if head.isdigit() else 0


def _intact(path: str) -> bytes:
    content, _ = filesystem.read_all(path)
    return content[: scan(content).end]


def _read(path: str) -> list[Row]:
    try:
        content, _ = filesystem.read_all(path)
    except FileNotFoundError:
        return []
    found = scan(content)
    return found.records + (found.later or [])
