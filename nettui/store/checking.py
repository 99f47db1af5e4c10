"""Everything that is wrong with a file, its journal and their permissions, as data."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext
from nettui.store import filesystem
from nettui.store.errors import Notice
from nettui.store.operations import CONFLICTS
from nettui.text import visible

if TYPE_CHECKING:
    from nettui.store.engine import Engine

__all__ = ["Report", "check"]


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and what is wrong: ``problems`` is empty when all is well."""

    path: Path
    bytes: int
    documents: dict[str, int]
    journal_bytes: int
    backups: int
    problems: tuple[Notice, ...]


def check(engine: Engine) -> Report:
    """Look at the file, the journal and the folders."""
    problems = list(engine.notices)
    status = filesystem.status(engine.path)
    if status is None:
        problems.append(Notice("missing", _("The file has gone: {path}").format(path=visible(engine.path))))
    problems.extend(_private(engine))
    problems.extend(_conflicts(engine))
    problems.extend(_sync_conflicts(engine))
    unreadable = [backup for backup in engine.backups.list() if not backup.readable]
    problems.extend(
        Notice("backup", _("The backup {path} cannot be read.").format(path=visible(str(backup.path))))
        for backup in unreadable
    )
    journal = filesystem.status(engine.places.journal)
    return Report(
        path=Path(engine.path),
        bytes=0 if status is None else status.st_size,
        documents={name: len(engine.table(name)) for name in engine.snapshot.names()},
        journal_bytes=0 if journal is None else journal.st_size,
        backups=len(engine.backups.list()),
        problems=tuple(dict.fromkeys(problems)),
    )


def _private(engine: Engine) -> list[Notice]:
    status = filesystem.status(engine.places.root)
    if status is None or not stat.S_IMODE(status.st_mode) & 0o077:
        return []
    return [
        Notice(
            "permissions",
            _("{path} can be read by other users of this machine; 'chmod 700' makes it private.").format(
                path=visible(engine.places.root)
            ),
        )
    ]


def _conflicts(engine: Engine) -> list[Notice]:
    count = len(engine.table(CONFLICTS))
    if not count:
        return []
    return [
        Notice(
            "conflicts",
            ngettext(
                "{count} value that gave way in a merge is kept in the table _conflicts.",
                "{count} values that gave way in a merge are kept in the table _conflicts.",
                count,
            ).format(count=count),
        )
    ]


def _sync_conflicts(engine: Engine) -> list[Notice]:
    stem = os.path.splitext(os.path.basename(engine.path))[0]
    return [
        Notice(
            "sync-conflict",
            _("A synchroniser left a second version: {path}").format(
                path=visible(os.path.join(engine.places.folder, name))
            ),
        )
        for name in filesystem.list_dir(engine.places.folder)
        if name.startswith(f"{stem}.sync-conflict-")
    ]
