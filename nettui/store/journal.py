"""The append-only journal: records with a checksum in space that was written beforehand.

A record is one line, ``crc32 length json``: eight hexadecimal digits of the CRC-32 of the JSON's bytes, their number,
and they themselves. Space is reserved by writing zeros, so that a commit overwrites bytes that exist: it changes no
metadata, cannot meet a full disk half way, and is durable after one ``fdatasync``. The first zero byte is the end.

The first record of a file is its head: generation (one more than that of the journal before it), digest and status of
the plain file it builds upon. A record is a commit (``o``, its operations) or a checkpoint (``ck``, the digest of a
plain file that holds everything before it).
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from nettui.store import filesystem
from nettui.store.snapshot import dump

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAGIC", "Journal", "JournalPoisoned", "Scan", "frame", "scan"]

MAGIC = "nettui-journal-1"
Row: TypeAlias = "dict[str, Any]"

RESERVE = 64 << 10
"""Space written at once, in bytes."""


class JournalPoisoned(OSError):
    """A flush failed: nobody knows which bytes the disk has, and a second flush would report success (PostgreSQL)."""


def frame(body: bytes) -> bytes:
    """Return ``body`` (JSON without a line feed) as a record."""
    return b"%08x %d %s\n" % (zlib.crc32(body), len(body), body)


@dataclass(slots=True)
class Scan:
    """What a stretch of journal holds.

    ``records`` is the intact beginning and ``end`` its length; ``later`` are records found intact after damage.
    ``torn`` is the number of bytes after ``end`` that are no zeros.
    """

    records: list[Row]
    end: int
    torn: int = 0
    later: list[Row] | None = None

    @property
    def damaged(self) -> bool:
        """Whether more is wrong than a last record that was not finished."""
        return bool(self.later)


def _parse(line: bytes) -> Row:
    checksum, length, body = line.split(b" ", 2)
    if len(body) != int(length) or int(checksum, 16) != zlib.crc32(body) or len(checksum) != 8:
        raise ValueError("checksum")
    record = json.loads(body)
    if not isinstance(record, dict):
        raise ValueError("no record")
    return record


def _later(data: bytes, position: int) -> Iterator[Row]:
    for line in data[position:].split(b"\n")[:-1]:  # what no line feed ends was not finished
        try:
            yield _parse(line.strip(b"\0"))
        except ValueError:
            continue


def scan(data: bytes, start: int = 0) -> Scan:
    """Read records from ``start`` up to the first that is not intact."""
    records: list[Row] = []
    position, size = start, len(data)
    while position < size and data[position] != 0:
        end = data.find(b"\n", position)
        if end < 0:
            break
        try:
            records.append(_parse(data[position:end]))
        except ValueError:
            break
        position = end + 1
    torn = len(data[position:].strip(b"\0"))
    later = list(_later(data, position)) if torn else None
    return Scan(records, position, torn, later)


class Journal:
    """An open journal. All calls are made under the store's lock."""

    def __init__(self, path: str, fd: int, head: Row, position: int) -> None:
        self.path = path
        self.head = head
        self.position = position
        self._fd = fd
        self.inode = os.fstat(fd).st_ino
        self._poisoned = False

    @property
    def generation(self) -> int:
        """How many journals this file has had."""
        return int(self.head["g"])

    @property
    def poisoned(self) -> bool:
        """Whether a flush failed."""
        return self._poisoned

    def poison(self) -> None:
        """Take nothing more."""
        self._poisoned = True

    @classmethod
    def create(cls, path: str, head: Row, keep_old_as: str | None = None) -> Journal:
        """Put a new journal in the place of the one at ``path``, atomically; ``keep_old_as`` names the old one."""
        temporary = path + ".new"
        head = {"magic": MAGIC, **head}
        first = frame(dump(head))
        fd = filesystem.open_file(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW)
        try:
            filesystem.write_all(fd, [first.ljust(len(first) + RESERVE, b"\0")])
            filesystem.sync(fd)
            if keep_old_as is not None:
                filesystem.link(path, keep_old_as)
            filesystem.replace(temporary, path)
            filesystem.sync_dir(os.path.dirname(path))
        except OSError:
            filesystem.close(fd)
            raise
        return cls(path, fd, head, len(first))

    @classmethod
    def open(cls, path: str, found: Scan) -> Journal:
        """Open the journal that ``found`` was read from, after its last intact record.

        An unfinished record at the end is cut off. A damaged journal stays as it is and takes nothing more.
        """
        fd = filesystem.open_file(path, os.O_RDWR | os.O_NOFOLLOW)
        try:
            journal = cls(path, fd, found.records[0], found.end)
            if found.damaged:
                journal.poison()
            elif found.torn:
                journal.cut()
        except OSError:
            filesystem.close(fd)
            raise
        return journal

    def close(self) -> None:
        """Let go of the file."""
        if self._fd >= 0:
            filesystem.close(self._fd)
            self._fd = -1

    def read_all(self) -> Scan:
        """Read the journal from its beginning."""
        return scan(filesystem.read_at(self._fd, self._size(), 0))

    def read_new(self) -> list[Row]:
        """Return what other processes appended, and step over it."""
        if filesystem.read_at(self._fd, 1, self.position) in {b"", b"\0"}:
            return []
        found = scan(filesystem.read_at(self._fd, self._size() - self.position, self.position))
        self.position += found.end
        if found.torn:  # its writer died: the lock is ours, so nobody is still writing
            self.cut()
        return found.records

    def cut(self) -> None:
        """Remove everything after the last intact record. Needs no space."""
        filesystem.truncate(self._fd, self.position)

    def append(self, body: bytes) -> None:
        """Make one record durable. On OSError it is not in the journal."""
        if self._poisoned:
            raise JournalPoisoned("an earlier flush failed")
        record = frame(body)
        if self.position + len(record) >= self._size():
            self._reserve(len(record))
        try:
            filesystem.write_at(self._fd, record, self.position)
        except OSError:
            self._wipe(len(record))
            raise
        try:
            filesystem.sync_data(self._fd)
        except OSError as error:
            self._poisoned = True
            self._wipe(len(record))
            raise JournalPoisoned(error.errno, error.strerror) from error
        self.position += len(record)

    def _size(self) -> int:
        return os.fstat(self._fd).st_size

    def _wipe(self, size: int) -> None:
        try:
            filesystem.write_at(self._fd, b"\0" * size, self.position)
        except OSError:
            self._poisoned = True

    def _reserve(self, need: int) -> None:
        """Write zeros up to beyond ``need``, so that the record itself meets no full disk."""
        start = self._size()
        size = max(RESERVE, need + 4096)
        try:
            filesystem.write_at(self._fd, b"\0" * size, start)
            filesystem.sync(self._fd)
        except OSError:
            try:
                filesystem.truncate(self._fd, start)
            except OSError:
                self._poisoned = True
            raise
