"""Keeping a state for good, and going back to one: also when the present file cannot be read at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nettui.errors import StoreError
from nettui.i18n import _
from nettui.store import filesystem
from nettui.store.backups import Backups, read_snapshot
from nettui.store.errors import store_error
from nettui.store.folding import copy_file
from nettui.store.history import History
from nettui.store.lock import Lock
from nettui.store.migrations import META
from nettui.store.operations import Operation
from nettui.store.sidecar import Sidecar
from nettui.text import visible

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from nettui.services.ports import Clock
    from nettui.store.backups import Backup
    from nettui.store.engine import Engine
    from nettui.store.snapshot import Snapshot

__all__ = ["backup", "list_backups", "replace_file", "restore", "restore_path"]


def backup(engine: Engine, clock: Clock) -> Path:
    """Fold, keep a copy of the plain file for good, and return its place. Raises StoreError."""
    engine.fold()
    try:
        with engine.locked():
            return Path(engine.backups.pin(engine.path, clock.now(), "manual"))
    except OSError as error:
        raise store_error(error, engine.path) from error


def restore(engine: Engine, source: Path, clock: Clock) -> None:
    """Commit what leads from the present state to that of ``source``, after a backup. Raises StoreError."""
    wanted = _read(source)
    engine.fold()
    try:
        with engine.locked():
            if not engine.read_only:
                engine.backups.pin(engine.path, clock.now(), "restore")
    except OSError as error:
        raise store_error(error, engine.path) from error
    about = {
        "action": "file.restore",
        "at": clock.now().isoformat(),
        "detail": source.name,
        "id": clock.new_id(),
        "nature": "do",
    }
    engine.commit(lambda: _difference(engine.snapshot, wanted), about)
    engine.fold()


def _read(source: Path) -> Snapshot:
    try:
        return read_snapshot(str(source))
    except OSError as error:
        raise store_error(error, str(source)) from error


def _difference(present: Snapshot, wanted: Snapshot) -> list[Operation]:
    operations: list[Operation] = []
    for name in sorted({*present.names(), *wanted.names()} - {META}):
        here, there = dict(present.table(name).items()), dict(wanted.table(name).items())
        operations += [
            Operation(name, key, here.get(key), there.get(key))
            for key in here.keys() | there.keys()
            if here.get(key) != there.get(key)
        ]
    return operations


def list_backups(path: str | os.PathLike[str]) -> Sequence[Backup]:
    """Return the backups of a file without opening it, newest first."""
    return Backups(Sidecar.of(str(path)).backups).list()


def restore_path(path: str | os.PathLike[str], source: str | os.PathLike[str], clock: Clock) -> None:
    """Go back to ``source`` whatever state ``path`` is in. Raises StoreError.

    A file that can be read completely is changed by a commit, which can be undone; any other is replaced, and kept.
    """
    from nettui.store.repository import TinyRepository

    _read(Path(source))
    try:
        repository = TinyRepository.open(path, clock)
    except StoreError:
        replace_file(path, source, clock)
        return
    try:
        damaged = any(notice.kind == "damaged" for notice in repository.notices)
        if not damaged:
            repository.restore(source)
    finally:
        repository.close()
    if damaged:
        replace_file(path, source, clock)


def replace_file(path: str | os.PathLike[str], source: str | os.PathLike[str], clock: Clock) -> Path:
    """Put the backup ``source`` in the place of a file that cannot be opened; return where that one is kept.

    Its journal, too, is kept aside. Raises StoreError.
    """
    places = Sidecar.of(str(path))
    _read(Path(source))
    try:
        places.prepare()
        lock = Lock(places.lock, places.host)
    except OSError as error:
        raise store_error(error, places.path) from error
    try:
        with lock.held():
            return _swap(places, str(source), clock)
    except OSError as error:
        raise store_error(error, places.path) from error
    finally:
        lock.close()


def _swap(places: Sidecar, source: str, clock: Clock) -> Path:
    if filesystem.status(places.path) is None:
        raise StoreError(_("No such file: {path}").format(path=visible(places.path)))
    kept = Backups(places.backups).pin(places.path, clock.now(), "restore")
    copy_file(source, places.temporary)
    if filesystem.status(places.journal) is not None:
        filesystem.replace(places.journal, History(places.history, places.host).place(0))
    filesystem.replace(places.temporary, places.path)
    filesystem.sync_dir(places.folder)
    return Path(kept)
