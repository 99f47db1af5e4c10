"""The store itself: documents by table and id, committed to a journal, folded into the plain file.

A commit is: lock, take over what others did, make the operations, append one record, flush, apply, unlock. The plain
file is rewritten when the journal has grown, on request, and on closing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nettui.errors import StoreError
from nettui.i18n import _
from nettui.store import filesystem
from nettui.store.access import Access, is_writable
from nettui.store.core import Core
from nettui.store.errors import no_such_file, refuse_directory, store_error
from nettui.store.journal import Journal, Scan, scan
from nettui.store.migrations import CURRENT, Schema
from nettui.store.notices import damage_text, missing_from_backup, permission_text, reason_of
from nettui.store.operations import kept_conflict
from nettui.store.recovery import Loaded, file_key, is_racy, recover
from nettui.store.sidecar import Sidecar
from nettui.store.snapshot import Snapshot
from nettui.text import visible

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from nettui.services.ports import Clock
    from nettui.store.journal import Row
    from nettui.store.merge import Conflict
    from nettui.store.operations import Operation
    from nettui.store.snapshot import IndexRow, Lines

__all__ = ["Engine"]

FOLD_AT = 4 << 20
"""Bytes of journal at which a commit folds it into the plain file."""

_ATTEMPTS = 8


class Engine:
    """One open file; ``foreign``: somebody else wrote it as it was found. Public calls raise only StoreError."""

    def __init__(
        self,
        path: str,
        clock: Clock,
        initial: Mapping[str, Mapping[str, bytes]],
        *,
        read_only: bool = False,
        schema: Schema = CURRENT,
    ) -> None:
        self.read_only = read_only
        self.foreign = False
        self.places = Sidecar.of(path)
        self._core = Core(self.places, clock, schema.version)
        self.notices = self._core.notices
        self.listeners = self._core.listeners
        self.backups = self._core.backups
        self._clock = clock
        self._initial = initial
        self._schema = schema
        self._access = Access()
        self._closed = False
        self._untold = False  # whether a commit took over what no refresh has told of yet
        self._open()

    # -- reading ---------------------------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """The plain file."""
        return self.places.path

    @property
    def snapshot(self) -> Snapshot:
        """All documents as they are now."""
        return self._core.snapshot

    def table(self, name: str) -> Lines:
        """Return one table's documents as they are now."""
        return self._core.snapshot.table(name)

    def commits(self) -> Iterator[Row]:
        """Return the commit records that are still kept, newest first. Raises StoreError."""
        try:
            with self.locked():
                current = self._read_journal()
            yield from (row for row in reversed(current.records + (current.later or [])) if "o" in row)
            yield from self._core.history.newest_first()
        except OSError as error:
            raise store_error(error, self.places.history) from error

    def new_id(self) -> str:
        """Return an id that no record has."""
        return self._clock.new_id()

    def locked(self) -> AbstractContextManager[None]:
        """Keep other processes out."""
        return self._access.locked()

    # -- opening ---------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        refuse_directory(self.path)
        try:
            exists = self._core.plain.exists()
            if not exists and self.read_only:
                raise no_such_file(self.path)
            self._acquire(exists=exists)
            with self.locked():
                self._load(opening=True, alone=self._access.announce())
        except (OSError, StoreError) as error:
            self._release()
            if isinstance(error, OSError):
                raise store_error(error, self.path) from error
            raise

    def _acquire(self, *, exists: bool) -> None:
        """Get ready to write; fall back to reading only where that cannot be."""
        if self.read_only:
            return
        if exists and not is_writable(self.path):
            self._only_read(_("no permission to write it"))
            return
        try:
            self._access.acquire(self.places)
        except OSError as error:
            if not exists:
                raise
            self._only_read(reason_of(error))

    def _only_read(self, reason: str) -> None:
        self.read_only = True
        self.notices.only_reading(reason)

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

    def _load(self, *, opening: bool = False, alone: bool = False, fold: bool = True) -> None:
        """Read file and journal. Under the lock; when it fails on an open engine, nothing has changed.

        What the plain file lacks is folded into it at once after the death of all who had it open (``alone``), or when
        somebody else wrote it.
        """
        core, found = self._core, self._read_journal()
        if not core.plain.exists():
            self._begin(found)
            return
        raw, status = filesystem.read_all(self.path)
        key, captured = file_key(status), filesystem.wall_ns()
        loaded = recover(raw, key, found, self.path)
        self._judge(loaded, status, opening=opening, followed=bool(found.records))
        migrated = self._migrate(loaded.snapshot)
        core.snapshot, self.foreign = loaded.snapshot, loaded.external
        core.plain.seen(key, loaded.digest, racy=is_racy(key, captured))
        core.sequence, core.unfolded = loaded.sequence, loaded.applied
        core.merged = loaded.external or migrated or bool(loaded.conflicts)
        for table, document_key, conflict in loaded.conflicts:
            operation = self.conflict(table, document_key, conflict)
            self.table(operation.table).put(operation.key, operation.after)
        if not self.read_only:
            must_fold = migrated or bool(loaded.conflicts) or bool(loaded.applied and (loaded.external or alone))
            self._go_on(found, loaded)
            if alone and loaded.applied:
                self.notices.recovered(loaded.applied)
            if fold and must_fold and not self.read_only:
                self._try_fold()
        for listener in self.listeners:
            listener.reloaded()

    def _judge(self, loaded: Loaded, status: os.stat_result, *, opening: bool, followed: bool) -> None:
        """Say what is suspicious about the file; damage lets it be read only."""
        if loaded.damage:
            text = damage_text(self.path, loaded.damage)
            if not opening:
                raise StoreError(text)
            self.read_only = True
            self.notices.tell("damaged", text)
        elif loaded.external and followed:
            missing = missing_from_backup(self.path, loaded.snapshot, self.backups, pin=not self.read_only)
            self.notices.tell("many-missing", missing)
        self.notices.tell("permissions", permission_text(self.path, status))

    def _migrate(self, snapshot: Snapshot) -> bool:
        def pin() -> None:
            if not self.read_only:
                self.backups.pin(self.path, self._clock.now(), "migration")

        outcome = self._schema.apply(snapshot, self.path, pin)
        if outcome.newer:
            self._only_read(_("it comes from a newer nettui"))
        return outcome.migrated

    def _go_on(self, found: Scan, loaded: Loaded) -> None:
        """Go on with the journal that was read, or begin one."""
        core = self._core
        core.drop_journal()
        core.plain.sweep(self.backups, self._clock.now())
        if found.torn:
            self.notices.journal_damaged(self._core.keep_journal("damaged", found.end if found.records else 0))
        if found.records:
            core.journal = Journal.open(self.places.journal, found)
            if loaded.external and not loaded.applied:
                self._rebase(found, self._index(loaded))
            return
        try:
            if loaded.applied:
                self._fold()  # the journal's head is gone: what was saved of it goes to safety first
            else:
                core.rotate(self._index(loaded))
        except OSError as error:
            self._only_read(reason_of(error))

    def _index(self, loaded: Loaded) -> list[IndexRow] | None:
        """Return where in the plain file each table is; None when its layout is not ours."""
        if not loaded.ours:
            return None
        self.snapshot.name_contents()
        return self.snapshot.render()[1]

    def _rebase(self, found: Scan, index: list[IndexRow] | None) -> None:
        """Found the journal on a file that somebody else wrote, so that it is not read as foreign each time."""
        try:
            self._core.rotate(index)
        except OSError:  # only slower the next time
            self._core.drop_journal()
            self._core.journal = Journal.open(self.places.journal, found)

    def _begin(self, found: Scan) -> None:
        """Begin a new file."""
        if self.read_only:
            raise no_such_file(self.path)
        if any("o" in row for row in found.records):
            self.notices.file_vanished(self._core.keep_journal("orphan", 0))
        self._core.begin(Snapshot.of(self._initial), int(found.records[0].get("g", 0)) if found.records else 0)

    def conflict(self, table: str, key: str, conflict: Conflict) -> Operation:
        """Return the operation that keeps a value which lost a merge, and tell the user."""
        self.notices.conflict()
        return kept_conflict(self.new_id(), self._clock.now(), table, key, conflict)

    # -- other processes -------------------------------------------------------------------------------------------

    def refresh(self) -> bool:
        """Take over what others did; return whether anything changed since this was last asked, by a commit too."""
        self._check_open()
        try:
            with self.locked():
                changed = self._look_again() if self._core.journal is None else self._catch_up()
        except OSError as error:
            raise store_error(error, self.path) from error
        untold, self._untold = self._untold, False
        return changed or untold

    def _look_again(self) -> bool:
        """Without a journal of one's own: read everything anew."""
        before = self.snapshot.to_bytes()
        self._load()
        return before != self.snapshot.to_bytes()

    def _catch_up(self) -> bool:
        """Apply what others appended, follow a new journal, take over a file that others wrote. Under the lock."""
        core, changed = self._core, False
        while (journal := core.journal) is not None:
            for row in journal.read_new():
                changed = core.take_over(row) or changed
            status = filesystem.status(self.places.journal)
            if status is not None and status.st_ino == journal.inode:
                break
            if status is None or not core.follow(self._read_journal()):
                self._load()
                return True
        if not core.plain.exists():
            self._fold()
        elif core.plain.was_changed():
            self._take_foreign()
            return True
        return changed

    def _take_foreign(self) -> None:
        try:
            self._load()
        except StoreError as error:
            # Perhaps somebody is in the middle of writing it. Changes go on into the journal meanwhile.
            self.notices.tell("unreadable", str(error))

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
                self._untold = self._catch_up() or self._untold
                self._check_writable()
                if self._core.journal is None or self._core.journal.poisoned:
                    self._renew()
                operations = plan()
                if operations or about is not None:
                    self._core.append(operations, about)
                    if self._core.journal is not None and self._core.journal.position > FOLD_AT:
                        self._try_fold()
        except OSError as error:
            raise store_error(error, self.path, saving=True) from error

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError(_("{path} is closed.").format(path=visible(self.path)))

    def _check_writable(self) -> None:
        if self.read_only:
            raise StoreError(
                _("The change was NOT saved: {path} is open for reading only.").format(path=visible(self.path)),
                hint=self.notices.why_only_reading(),
            )

    def _renew(self) -> None:
        """After a failed flush: read back what the disk has, and go on with fresh files only."""
        self._load(fold=False)
        if self._core.journal is not None:
            self._core.journal.poison()
        self._fold()

    # -- plain file ------------------------------------------------------------------------------------------------

    def fold(self) -> None:
        """Write everything into the plain file. Raises StoreError; every change stays safe in the journal."""
        self._check_open()
        if self.read_only:
            return
        try:
            with self.locked():
                self._untold = self._catch_up() or self._untold
                if self._core.unfolded:
                    self._fold()
        except OSError as error:
            raise store_error(error, self.path) from error

    def _try_fold(self, *, final: bool = False) -> None:
        """Fold, but let no failure of it spoil what is durable already."""
        try:
            self._fold(final=final)
        except (OSError, StoreError) as error:
            self.notices.not_folded(error)

    def _fold(self, *, final: bool = False) -> None:
        core = self._core
        for _attempt in range(_ATTEMPTS):
            if core.plain.exists() and core.plain.was_changed():
                self._load(fold=False)
                self._untold = True
            if core.write_plain(final=final):
                return
            self._load(fold=False)
            self._untold = True
        raise StoreError(
            _("{path} keeps being changed by another program.").format(path=visible(self.path)),
            hint=_("Close the other program."),
        )

    # -- closing ---------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Fold and let go. A second call does nothing."""
        if self._closed:
            return
        try:
            if self._core.journal is not None and not self.read_only:
                with self.locked():
                    self._catch_up()
                    if self._core.unfolded:
                        self._try_fold(final=True)
        except (OSError, StoreError) as error:
            self.notices.not_folded(error)
        finally:
            self._release()

    def _release(self) -> None:
        self._closed = True
        self._core.drop_journal()
        self._access.close()
