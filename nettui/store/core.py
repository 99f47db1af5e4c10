"""The documents as they are now, and the mechanics of journal and plain file that keep them so. Policy is the engine's.

Everything here happens under the lock and raises OSError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nettui.store import filesystem
from nettui.store.backups import Backups
from nettui.store.errors import store_error
from nettui.store.folding import PlainFile
from nettui.store.history import History
from nettui.store.journal import Journal, JournalPoisoned
from nettui.store.notices import Notices
from nettui.store.snapshot import Snapshot, dump

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.services.ports import Clock
    from nettui.store.journal import Row, Scan
    from nettui.store.operations import Listener, Operation
    from nettui.store.sidecar import Sidecar
    from nettui.store.snapshot import IndexRow

__all__ = ["Core"]


class Core:
    """What is in memory and what is open.

    ``unfolded`` counts the operations that the plain file lacks. ``merged`` says that more is in memory than the file
    last seen and the journal make up, for another program's edits were merged: who only reads the journal misses them.
    """

    def __init__(self, places: Sidecar, clock: Clock, schema_version: int) -> None:
        self.places = places
        self.notices = Notices(places.path)
        self.listeners: list[Listener] = []
        self.snapshot = Snapshot()
        self.plain = PlainFile(places.path, places.temporary)
        self.journal: Journal | None = None
        self.sequence = 0
        self.unfolded = 0
        self.merged = False
        self.backups = Backups(places.backups)
        self.history = History(places.history, places.host)
        self._clock = clock
        self._schema_version = schema_version

    def apply(self, table: str, key: str, after: bytes | None) -> None:
        """Change one document in memory."""
        self.snapshot.table(table).put(key, after)
        self.unfolded += 1
        for listener in self.listeners:
            listener.document_changed(table, key)

    # -- journal ---------------------------------------------------------------------------------------------------

    def append(self, operations: Sequence[Operation], about: Mapping[str, Any] | None) -> None:
        """Make ``operations`` durable as one record, then apply them."""
        if self.journal is None:
            raise JournalPoisoned("no journal")
        rows = b",".join(
            b"[%s,%s,%s,%s]" % (dump(op.table), dump(op.key), op.before or b"null", op.after or b"null")
            for op in operations
        )
        head = b'{"c":%s,"o":[' % dump(dict(about)) if about is not None else b'{"o":['
        self.journal.append(head + rows + b'],"s":%d}' % (self.sequence + 1))
        self.sequence += 1
        for operation in operations:
            self.apply(operation.table, operation.key, operation.after)

    def take_over(self, row: Row) -> bool:
        """Apply a record that another process appended; return whether a document changed."""
        if "ck" in row:
            self.plain.seen(None, str(row["ck"]))
            self.unfolded = 0
        self.sequence = max(self.sequence, int(row.get("s", 0)))
        operations = row.get("o", ())
        for table, key, _before, after in operations:
            self.apply(table, key, None if after is None else dump(after))
        for table in {operation[0] for operation in operations}:
            self.snapshot.table(table).mark_commit()
        return bool(operations)

    def follow(self, found: Scan) -> bool:
        """Go over to the journal that took the place of ours.

        False when more than one lies between, or it builds upon another file: a process that slept through two
        rotations has not seen the records between them.
        """
        if self.journal is None or not found.records or found.damaged:
            return False
        head = found.records[0]
        expected = (self.journal.generation + 1, self.plain.digest, self._schema_version)
        if head.get("merged"):
            return False
        if (head.get("g"), head.get("base"), head.get("schema")) != expected or head.get("file") is None:
            return False
        successor = Journal.open(self.places.journal, found)
        self.journal.close()
        self.journal = successor
        inode, size, mtime, ctime = head["file"]
        self.plain.seen((inode, size, mtime, ctime), head["base"], racy=bool(head.get("racy")))
        for row in found.records[1:]:
            self.take_over(row)
        return True

    def rotate(self, index: list[IndexRow] | None) -> None:
        """Begin a new journal upon the plain file as it is, and keep the old one for undo."""
        old = self.journal
        generation = 0 if old is None else old.generation
        keep = None if old is None else self.history.place(generation)
        self.journal = Journal.create(self.places.journal, self.head(generation, index), keep)
        self.merged = False
        if old is not None:
            if not old.poisoned:
                old.cut()
            old.close()

    def head(self, generation: int, index: list[IndexRow] | None) -> Row:
        """Return the head of the journal that follows the one of ``generation``."""
        return {
            **self.plain.identity,
            "g": generation + 1,
            "index": index,
            "merged": self.merged,
            "s": self.sequence,
            "schema": self._schema_version,
        }

    def drop_journal(self) -> None:
        """Let go of the journal."""
        if self.journal is not None:
            self.journal.close()
            self.journal = None

    def keep_journal(self, name: str, start: int) -> str | None:
        """Set the journal's bytes from ``start`` on aside under ``name`` and return where; None when that fails."""
        try:
            content, _status = filesystem.read_all(self.places.journal)
        except OSError:
            return None
        return self.history.set_aside(name, content[start:])

    # -- plain file ------------------------------------------------------------------------------------------------

    def begin(self, initial: Snapshot, generation: int) -> None:
        """Write a new file and its first journal."""
        initial.name_contents()
        chunks, index = initial.render()
        self.plain.write(chunks, lambda _digest: None)
        self.snapshot = Snapshot.from_index(b"".join(chunks), index)
        self.unfolded = 0
        self.journal = Journal.create(self.places.journal, self.head(generation, index))

    def write_plain(self, *, final: bool) -> bool:
        """Fold; False when somebody else wrote the file in the same instant, and it must be merged first."""
        self.snapshot.name_contents()
        chunks, index = self.snapshot.render()
        done, displaced = self.plain.write(chunks, self._announce)
        if not done:
            return False
        self.unfolded = 0
        if not final:
            self.snapshot = Snapshot.from_index(b"".join(chunks), index)
        self._tidy(displaced, index)
        return True

    def _announce(self, digest: str) -> None:
        """Say in the journal that a file with ``digest`` holds everything so far."""
        if self.journal is not None and not self.journal.poisoned:
            self.journal.append(b'{"ck":"%s","s":%d}' % (digest.encode(), self.sequence))

    def _tidy(self, displaced: str | None, index: list[IndexRow]) -> None:
        """Keep the old file and the old journal. The plain file holds everything: no failure here loses anything."""
        try:
            if displaced is not None:
                self.backups.adopt(displaced, self._clock.now())
                self.backups.thin_out()
            self.rotate(index)
            self.history.tidy()
        except OSError as error:
            self.notices.tell("untidy", store_error(error, self.places.path).message)
