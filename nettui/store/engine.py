"""The store itself: documents by table and id, committed to a journal, folded into the plain file.

A commit is: lock, take over what others did, make the operations, append one record, flush, apply, unlock. The plain
file is rewritten when the journal has grown, on request, and on closing.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from nettui.errors import StoreError
from nettui.i18n import _, ngettext
from nettui.store import filesystem
from nettui.store.backups import Backups
from nettui.store.errors import Notice, is_full, store_error
from nettui.store.folding import PlainFile
from nettui.store.history import History
from nettui.store.journal import Journal, JournalPoisoned, Scan, scan
from nettui.store.lock import Lock, Presence
from nettui.store.migrations import CURRENT, Schema
from nettui.store.recovery import Loaded, digest_of, file_key, is_racy, recover
from nettui.store.sidecar import Sidecar
from nettui.store.snapshot import Lines, Snapshot, dump
from nettui.store.warnings import damage_text, missing_from_backup, permission_notice
from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from nettui.services.ports import Clock
    from nettui.store.journal import Row
    from nettui.store.merge import Conflict, Document
    from nettui.store.snapshot import IndexRow

__all__ = ["CONFLICTS", "Engine", "Listener", "Operation"]

CONFLICTS = "_conflicts"
FOLD_AT = 4 << 20
"""Bytes of journal at which a commit folds it into the plain file."""

_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class Operation:
    """One document before and after, as JSON; None where it is absent."""

    table: str
    key: str
    before: bytes | None
    after: bytes | None


class Listener(Protocol):
    """Who wants to know that documents changed under their hands."""

    def document_changed(self, table: str, key: str) -> None:
        """One document is another one."""

    def reloaded(self) -> None:
        """Everything may be different."""


class Engine:
    """One open file. Public calls raise StoreError, and nothing else."""

    def __init__(
        self,
        path: str,
        clock: Clock,
        initial: Mapping[str, Mapping[str, bytes]],
        *,
        read_only: bool = False,
        schema: Schema = CURRENT,
    ) -> None:
        self.places = Sidecar.of(path)
        self.notices: list[Notice] = []
        self.read_only = read_only
        self.listeners: list[Listener] = []
        self.snapshot = Snapshot()
        self.backups = Backups(self.places.backups)
        self.history = History(self.places.history, self.places.host)
        self._clock = clock
        self._initial = initial
        self._schema = schema
        self._plain = PlainFile(self.places.path, self.places.temporary)
        self._lock: Lock | None = None
        self._presence: Presence | None = None
        self._journal: Journal | None = None
        self._sequence = 0
        self._unfolded = 0
        self._closed = False
        self.foreign = False
        self._open()

    # -- reading ---------------------------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """The plain file."""
        return self.places.path

    def table(self, name: str) -> Lines:
        """Return one table's documents as they are now."""
        return self.snapshot.table(name)

    def document(self, table: str, key: str) -> Document | None:
        """Return one document, parsed."""
        stored = self.table(table).get(key)
        return None if stored is None else json.loads(stored)

    def commits(self) -> Iterator[Row]:
        """Return the commit records that are still kept, newest first."""
        with self.locked():
            current = self._read_journal()
        yield from (row for row in reversed(current.records + (current.later or [])) if "o" in row)
        yield from self.history.newest_first()

    def new_id(self) -> str:
        """Return an id that no record has."""
        return self._clock.new_id()

    def notify(self, kind: str, text: str) -> None:
        """Remember one line for the user, once."""
        notice = Notice(kind, text)
        if notice not in self.notices:
            self.notices.append(notice)

    # -- opening ---------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        if os.path.isdir(self.path):
            raise StoreError(
                _("{path} is a directory.").format(path=visible(self.path)), hint=_("Name a file in it instead.")
            )
        try:
            exists = self._plain.exists()
            if self.read_only and not exists:
                raise _no_such_file(self.path)
            self._prepare(exists=exists)
            with self.locked():
                alone = self._presence is None or self._presence.announce()
                self._load(alone=alone)
        except OSError as error:
            self._release()
            raise store_error(error, self.path) from error
        except StoreError:
            self._release()
            raise

    def _prepare(self, *, exists: bool) -> None:
        """Make the sidecar and try the lock; fall back to reading only where that cannot be."""
        if self.read_only:
            return
        if exists and not _writable(self.path):
            self._only_read(_("no permission to write it"))
            return
        try:
            filesystem.make_dir(self.places.folder)
            self.places.prepare()
            self._lock = Lock(self.places.lock, self.places.host)
            with self._lock.held():
                self._presence = Presence(self.places.presence)
        except OSError as error:
            if not exists:
                raise
            if self._lock is not None:
                self._lock.close()
                self._lock = None
            self._only_read_because(error)

    def _only_read(self, reason: str) -> None:
        self.read_only = True
        self.notify(
            "read-only",
            _("{path} is open for reading only: {reason}.").format(path=visible(self.path), reason=reason),
        )

    def _only_read_because(self, error: OSError) -> None:
        self._only_read(_("the disk is full") if is_full(error) else os.strerror(error.errno or 0))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, when there is one."""
        if self._lock is None:
            yield
        else:
            with self._lock.held():
                yield

    def _read_journal(self) -> Scan:
        try:
            content, _status = filesystem.read_all(self.places.journal)
        except (FileNotFoundError, NotADirectoryError):
            return Scan([], 0)
        except PermissionError:
            if not self.read_only:
                raise
            return Scan([], 0)
        return scan(content)

    def _load(self, *, alone: bool = False, opening: bool = True, fold: bool = True) -> None:
        """Read file and journal. Called under the lock; when it fails on an open engine, nothing has changed."""
        found = self._read_journal()
        if not self._plain.exists():
            self._begin(found)
            return
        raw, status = filesystem.read_all(self.path)
        key, captured = file_key(status), filesystem.wall_ns()
        loaded = recover(raw, key, found, self.path)
        self._judge(loaded, status, opening=opening, followed=bool(found.records))
        migrated = self._migrate(loaded.snapshot)
        self.snapshot, self.foreign = loaded.snapshot, loaded.external
        self._plain.seen(key, loaded.digest, racy=is_racy(key, captured))
        self._sequence, self._unfolded = loaded.sequence, loaded.applied
        for table, document_key, conflict in loaded.conflicts:
            operation = self.conflict(table, document_key, conflict)
            self.table(CONFLICTS).put(operation.key, operation.after)
        if not self.read_only:
            must_fold = migrated or bool(loaded.conflicts) or bool(loaded.applied and (loaded.external or alone))
            self._go_on(found, loaded)
            if alone and loaded.applied and opening:
                self._tell_recovered(loaded.applied)
            if fold and must_fold:
                self._try_fold()
        for listener in self.listeners:
            listener.reloaded()

    def _judge(self, loaded: Loaded, status: os.stat_result, *, opening: bool, followed: bool) -> None:
        """Say what is suspicious about the file; damage lets it be read only."""
        if loaded.damage:
            if not opening:
                raise StoreError(damage_text(self.path, loaded.damage))
            self.read_only = True
            self.notify("damaged", damage_text(self.path, loaded.damage))
        elif loaded.external and followed:
            text = missing_from_backup(self.path, loaded.snapshot, self.backups, pin=not self.read_only)
            if text:
                self.notify("many-missing", text)
        text = permission_notice(self.path, status)
        if text:
            self.notify("permissions", text)

    def _tell_recovered(self, count: int) -> None:
        self.notify(
            "recovered",
            ngettext(
                "{count} change to a record was recovered from the journal.",
                "{count} changes to records were recovered from the journal.",
                count,
            ).format(count=count),
        )

    def _go_on(self, found: Scan, loaded: Loaded) -> None:
        """Go on with the journal that was read, or begin one."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        self._sweep(loaded.digest)
        if found.torn:
            self._set_aside(found)
        if found.records:
            self._journal = Journal.open(self.places.journal, found)
            if loaded.external and not loaded.applied:
                self._rebase(ours=loaded.ours)
            return
        try:
            if loaded.applied:
                self._fold()  # the journal's head is gone: what was saved of it goes to safety first
            else:
                self._rotate(self.snapshot.render()[1] if loaded.ours else None)
        except OSError as error:
            self._only_read_because(error)

    def _rebase(self, *, ours: bool) -> None:
        """Found the journal on a file that somebody else wrote, so that it is not read as foreign each time."""
        try:
            self._rotate(self.snapshot.render()[1] if ours else None)
        except OSError:
            return  # only slower the next time

    def _set_aside(self, found: Scan) -> None:
        try:
            content, _status = filesystem.read_all(self.places.journal)
        except OSError:
            return
        path = self.history.set_aside("damaged", content[found.end :] if found.records else content)
        self.notify(
            "journal-damaged",
            _("The end of the journal was damaged; what could be read of it is kept, the rest is in {path}.").format(
                path=visible(path or "-")
            ),
        )

    def _begin(self, found: Scan) -> None:
        """Begin a new file."""
        if self.read_only:
            raise _no_such_file(self.path)
        if any("o" in row for row in found.records):
            content, _status = filesystem.read_all(self.places.journal)
            path = self.history.set_aside("orphan", content)
            self.notify(
                "file-vanished",
                _("The file had gone; a new one was begun. What its journal still held is in {path}.").format(
                    path=visible(path or "-")
                ),
            )
        self.snapshot = Snapshot.of(self._initial)
        chunks, index = self.snapshot.render()
        self._plain.write(chunks, lambda _digest: None)
        self.snapshot = Snapshot.from_index(b"".join(chunks), index)
        self._unfolded = 0
        generation = int(found.records[0].get("g", 0)) if found.records else 0
        self._journal = Journal.create(self.places.journal, self._head(generation, index))

    def _sweep(self, digest: str) -> None:
        """Deal with what an interrupted fold left behind: keep a whole file as a backup, drop half a one."""
        for path in (self.places.temporary, self.places.temporary + ".old"):
            try:
                if filesystem.status(path) is None:
                    continue
                content, _status = filesystem.read_all(path)
                if _is_json(content) and digest_of([content]) != digest:
                    self.backups.adopt(path, self._clock.now())
                else:
                    filesystem.unlink(path)
            except OSError:
                continue

    def _migrate(self, snapshot: Snapshot) -> bool:
        def pin() -> None:
            if not self.read_only:
                self.backups.pin(self.path, self._clock.now(), "migration")

        outcome = self._schema.apply(snapshot, self.path, pin)
        if outcome.newer:
            self._only_read(_("it comes from a newer nettui"))
        return outcome.migrated

    def conflict(self, table: str, key: str, conflict: Conflict) -> Operation:
        """Return the operation that keeps a value which lost a merge, and tell the user."""
        self.notify(
            "conflict",
            _("Two changes to one record met; the value that gave way is kept in the table _conflicts."),
        )
        document = {
            "at": self._clock.now().isoformat(timespec="seconds"),
            "field": conflict.field,
            "id": key,
            "lost": conflict.lost,
            "table": table,
        }
        return Operation(CONFLICTS, self._clock.new_id(), None, dump(document))

    # -- other processes -------------------------------------------------------------------------------------------

    def refresh(self) -> bool:
        """Take over what other processes did; return whether anything changed."""
        self._check_open()
        try:
            with self.locked():
                return self._look_again() if self._journal is None else self._catch_up()
        except OSError as error:
            raise store_error(error, self.path) from error

    def _look_again(self) -> bool:
        """Without a journal of one's own: read everything anew."""
        before = self.snapshot.to_bytes()
        self._load(opening=False)
        return before != self.snapshot.to_bytes()

    def _catch_up(self) -> bool:
        """Apply what others appended, follow a new journal, take over a file that others wrote. Under the lock."""
        changed = False
        while (journal := self._journal) is not None:
            for row in journal.read_new():
                changed = self._take_over(row) or changed
            status = filesystem.status(self.places.journal)
            if status is not None and status.st_ino == journal.inode:
                break
            if status is None or not self._follow(journal):
                self._load(opening=False)
                return True
        if not self._plain.exists():
            self._fold()
        elif self._plain.was_changed():
            try:
                self._load(opening=False)
            except StoreError as error:
                # Perhaps somebody is in the middle of writing it. Changes go on into the journal meanwhile.
                self.notify("unreadable", str(error))
            return True
        return changed

    def _take_over(self, row: Row) -> bool:
        if "ck" in row:
            self._plain.seen(None, str(row["ck"]))
            self._unfolded = 0
        self._sequence = max(self._sequence, int(row.get("s", 0)))
        operations = row.get("o", ())
        for table, key, _before, after in operations:
            self._apply(table, key, None if after is None else dump(after))
        return bool(operations)

    def _follow(self, journal: Journal) -> bool:
        """Open the journal that took the place of ``journal``; False when more than one lies between, or another base.

        A process that slept through two rotations has not seen the records between them.
        """
        found = self._read_journal()
        if not found.records or found.damaged:
            return False
        head = found.records[0]
        expected = (journal.generation + 1, self._plain.digest, self._schema.version)
        if (head.get("g"), head.get("base"), head.get("schema")) != expected or head.get("file") is None:
            return False
        successor = Journal.open(self.places.journal, found)
        journal.close()
        self._journal = successor
        inode, size, mtime, ctime = head["file"]
        self._plain.seen((inode, size, mtime, ctime), head["base"], racy=bool(head.get("racy")))
        for row in found.records[1:]:
            self._take_over(row)
        return True

    def _apply(self, table: str, key: str, after: bytes | None) -> None:
        self.table(table).put(key, after)
        self._unfolded += 1
        for listener in self.listeners:
            listener.document_changed(table, key)

    # -- commit ----------------------------------------------------------------------------------------------------

    def commit(self, plan: Callable[[], Sequence[Operation]], about: Mapping[str, Any] | None = None) -> None:
        """Make what ``plan`` returns durable as one change.

        ``plan`` is called under the lock, when everything that others did is known. Raises StoreError, and then
        nothing has changed.
        """
        self._check_open()
        self._check_writable()
        try:
            with self.locked():
                self._catch_up()
                self._check_writable()
                if self._journal is None or self._journal.poisoned:
                    self._renew()
                operations = plan()
                if operations or about is not None:
                    self._append(operations, about)
        except OSError as error:
            raise store_error(error, self.path, saving=True) from error

    def _append(self, operations: Sequence[Operation], about: Mapping[str, Any] | None) -> None:
        journal = self._journal
        if journal is None:
            raise JournalPoisoned("no journal")
        rows = b",".join(
            b"[%s,%s,%s,%s]" % (dump(op.table), dump(op.key), op.before or b"null", op.after or b"null")
            for op in operations
        )
        head = b'{"c":%s,"o":[' % dump(dict(about)) if about is not None else b'{"o":['
        journal.append(head + rows + b'],"s":%d}' % (self._sequence + 1))
        self._sequence += 1
        for operation in operations:
            self._apply(operation.table, operation.key, operation.after)
        if journal.position > FOLD_AT:
            self._try_fold()

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError(_("{path} is closed.").format(path=visible(self.path)))

    def _check_writable(self) -> None:
        if self.read_only:
            reason = next((str(n) for n in reversed(self.notices) if n.kind in {"damaged", "read-only"}), "")
            raise StoreError(
                _("The change was NOT saved: {path} is open for reading only.").format(path=visible(self.path)),
                hint=reason,
            )

    # -- plain file ------------------------------------------------------------------------------------------------

    def fold(self) -> None:
        """Write everything into the plain file. Raises StoreError; every change stays safe in the journal."""
        self._check_open()
        if self.read_only:
            return
        try:
            with self.locked():
                self._catch_up()
                if self._unfolded:
                    self._fold()
        except OSError as error:
            raise store_error(error, self.path) from error

    def _try_fold(self, *, final: bool = False) -> None:
        """Fold, but let no failure of it spoil what is durable already."""
        try:
            self._fold(final=final)
        except (OSError, StoreError) as error:
            problem = store_error(error, self.path) if isinstance(error, OSError) else error
            self.notify(
                "not-folded",
                _("{problem} Your changes are safe in the journal and will be added to the file later.").format(
                    problem=problem.message
                ),
            )

    def _renew(self) -> None:
        """After a failed flush: read back what the disk has, and go on with fresh files only."""
        self._load(opening=False, fold=False)
        if self._journal is not None:
            self._journal.poison()
        self._fold()

    def _fold(self, *, final: bool = False) -> None:
        for _attempt in range(_ATTEMPTS):
            if self._plain.exists() and self._plain.was_changed():
                self._load(opening=False, fold=False)
            chunks, index = self.snapshot.render()
            done, displaced = self._plain.write(chunks, self._announce)
            if done:
                self._unfolded = 0
                if not final:
                    self.snapshot = Snapshot.from_index(b"".join(chunks), index)
                self._tidy(displaced, index)
                return
            self._load(opening=False, fold=False)
        raise StoreError(
            _("{path} keeps being changed by another program.").format(path=visible(self.path)),
            hint=_("Close the other program."),
        )

    def _announce(self, digest: str) -> None:
        """Say in the journal that a file with ``digest`` holds everything so far."""
        if self._journal is not None and not self._journal.poisoned:
            self._journal.append(b'{"ck":"%s","s":%d}' % (digest.encode(), self._sequence))

    def _tidy(self, displaced: str | None, index: list[IndexRow]) -> None:
        """Keep the old file and the old journal. The plain file holds everything: no failure here loses anything."""
        try:
            if displaced is not None:
                self.backups.adopt(displaced, self._clock.now())
                self.backups.thin_out()
            self._rotate(index)
            self.history.tidy()
        except OSError as error:
            self.notify("untidy", store_error(error, self.path).message)

    def _rotate(self, index: list[IndexRow] | None) -> None:
        old = self._journal
        generation = 0 if old is None else old.generation
        keep = None if old is None else self.history.place(generation)
        self._journal = Journal.create(self.places.journal, self._head(generation, index), keep)
        if old is not None:
            if not old.poisoned:
                old.cut()
            old.close()

    def _head(self, generation: int, index: list[IndexRow] | None) -> Row:
        return {
            **self._plain.identity,
            "g": generation + 1,
            "index": index,
            "s": self._sequence,
            "schema": self._schema.version,
        }

    # -- closing ---------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Fold and let go. A second call does nothing."""
        if self._closed:
            return
        try:
            if self._journal is not None and not self.read_only:
                with self.locked():
                    self._catch_up()
                    if self._unfolded:
                        self._try_fold(final=True)
        except (OSError, StoreError) as error:
            problem = store_error(error, self.path) if isinstance(error, OSError) else error
            self.notify("not-folded", problem.message)
        finally:
            self._release()

    def _release(self) -> None:
        self._closed = True
        for holder in (self._journal, self._presence, self._lock):
            if holder is not None:
                holder.close()
        self._journal = self._presence = self._lock = None


def _no_such_file(path: str) -> StoreError:
    return StoreError(
        _("No such file: {path}").format(path=visible(path)), hint=_("Check the path, or make the file first.")
    )


def _writable(path: str) -> bool:
    status = filesystem.status(path)
    return status is None or (bool(status.st_mode & 0o222) and os.access(path, os.W_OK))


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True
