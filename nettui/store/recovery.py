"""From the bytes of the plain file and of the journal to the documents: replay, or merge when somebody else wrote."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from nettui.store.journal import MAGIC
from nettui.store.merge import Conflict, Document, merge
from nettui.store.reading import Damage, read_foreign
from nettui.store.snapshot import Snapshot, dump

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from nettui.store.journal import Row, Scan

__all__ = ["FileKey", "Loaded", "digest_of", "file_key", "is_racy", "recover"]

FileKey: TypeAlias = "tuple[int, int, int, int]"
Where: TypeAlias = "tuple[str, str]"

_GRANULARITY_NS = 12_000_000
_COARSE_GRANULARITY_NS = 2_100_000_000


def file_key(status: os.stat_result) -> FileKey:
    """Return what tells two states of a file apart: inode, size, times of change of content and of metadata."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def is_racy(key: FileKey, captured_ns: int) -> bool:
    """Whether the content may have changed after ``captured_ns`` without a change of ``key``.

    A file's time comes from a coarse clock. Written within one tick of the capture, it can be written again in that
    tick with the same size and time; git calls such an entry racy. Whole seconds come from file systems that keep
    nothing finer.
    """
    tick = _COARSE_GRANULARITY_NS if key[2] % 1_000_000_000 == 0 else _GRANULARITY_NS
    return key[2] + tick >= captured_ns


def digest_of(chunks: Iterable[bytes | memoryview]) -> str:
    """Return the SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


@dataclass(slots=True)
class Loaded:
    """The documents, and how they were come by.

    ``digest`` is that of the plain file as it is. ``ours`` says that its layout is ours, ``external`` that somebody
    else wrote it, ``applied`` how many operations of the journal it lacked.
    """

    snapshot: Snapshot
    digest: str
    ours: bool = True
    external: bool = False
    applied: int = 0
    sequence: int = 0
    conflicts: list[tuple[str, str, Conflict]] = field(default_factory=list)
    damage: list[Damage] = field(default_factory=list)


def recover(raw: bytes, key: FileKey, found: Scan, path: str) -> Loaded:
    """Build the present state. Raises StoreError when ``raw`` is no TinyDB file."""
    records = found.records
    head: Row | None = records[0] if records and records[0].get("magic") == MAGIC else None
    if head is not None and not head.get("racy") and head.get("file") == list(key) and head.get("index") is not None:
        digest = str(head["base"])
    else:
        digest = digest_of([raw])
    start = _start(records, head, digest)
    loaded = _plain(raw, digest, head, path, known=start is not None)
    later = found.later or []
    loaded.sequence = max((int(row.get("s", 0)) for row in (*records, *later)), default=0)
    if start is not None:
        loaded.applied = _replay(loaded.snapshot, records[start:])
    else:
        loaded.external = True
        loaded.applied = _merge(loaded, records)
    if later:
        loaded.applied += _merge(loaded, later)
    return loaded


def _start(records: list[Row], head: Row | None, digest: str) -> int | None:
    """Return the place of the first record that the plain file with ``digest`` lacks; None when it is not ours."""
    if head is None:
        return None
    start = 1 if head.get("base") == digest else None
    for number, row in enumerate(records):
        if row.get("ck") == digest:
            start = number + 1
    return start


def _plain(raw: bytes, digest: str, head: Row | None, path: str, *, known: bool) -> Loaded:
    if head is not None and head.get("base") == digest and head.get("index") is not None:
        return Loaded(Snapshot.from_index(raw, head["index"]), digest)
    if known:
        try:
            return Loaded(Snapshot.scan(raw), digest)
        except ValueError:
            pass  # it was taken over as it was, in a layout of its own
    reading = read_foreign(raw, path)
    loaded = Loaded(reading.snapshot, digest, conflicts=reading.conflicts, damage=reading.damage)
    loaded.ours = not reading.damage and reading.snapshot.to_bytes() == raw
    return loaded


def _operations(records: Iterable[Row]) -> Iterable[tuple[str, str, Any, Any]]:
    for row in records:
        yield from row.get("o", ())


def _replay(snapshot: Snapshot, records: list[Row]) -> int:
    count = 0
    for row in records:
        operations = row.get("o", ())
        for table, key, _before, after in operations:
            snapshot.table(table).put(key, None if after is None else dump(after))
            count += 1
        for table in {operation[0] for operation in operations}:
            snapshot.table(table).mark_commit()
    return count


def _merge(loaded: Loaded, records: list[Row]) -> int:
    """Merge what the journal did with a file that somebody else wrote.

    Their common base need not be kept: it is our state with the journal's first before-images put back.
    """
    base: dict[Where, Document | None] = {}
    ours: dict[Where, Document | None] = {}
    count = 0
    for table, key, before, after in _operations(records):
        base.setdefault((table, key), before)
        ours[table, key] = after
        count += 1
    for (table, key), document in ours.items():
        lines = loaded.snapshot.table(table)
        stored = lines.get(key)
        theirs = None if stored is None else _loads(stored)
        merged = merge(
            base[table, key],
            document,
            theirs,
            lambda conflict, where=(table, key): loaded.conflicts.append((*where, conflict)),  # type: ignore[misc]
        )
        if merged != theirs:
            lines.put(key, None if merged is None else dump(merged))
    return count


def _loads(stored: bytes) -> Document:
    import json

    document = json.loads(stored)
    return document if isinstance(document, dict) else {}
