"""What looks wrong with a file that can be used all the same, each in one line."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext
from nettui.store.backups import AUTO
from nettui.text import visible

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from nettui.store.backups import Backups
    from nettui.store.reading import Damage
    from nettui.store.snapshot import Snapshot

__all__ = ["damage_text", "missing_from_backup", "permission_notice"]

_LOST_SHARE = 0.2
_WORTH_COMPARING = 10


def damage_text(path: str, damage: Sequence[Damage]) -> str:
    """Say which lines cannot be read, and what to do."""
    return ngettext(
        "{path}: line {line} cannot be read; the file is open for reading only. "
        "Correct that line, or bring back a backup with 'nettui restore'.",
        "{path}: {count} lines cannot be read, the first is line {line}; the file is open for reading only. "
        "Correct them, or bring back a backup with 'nettui restore'.",
        len(damage),
    ).format(path=visible(path), line=damage[0].line, count=len(damage))


def permission_notice(path: str, status: os.stat_result) -> str:
    """Say that others can read the file; empty when they cannot."""
    if not stat.S_IMODE(status.st_mode) & 0o077:
        return ""
    return _("{path} can be read by other users of this machine; 'chmod 600' makes it private.").format(
        path=visible(path)
    )


def missing_from_backup(path: str, snapshot: Snapshot, backups: Backups, *, pin: bool) -> str:
    """Say that a file somebody else wrote lacks much of what there was; empty when it does not.

    Synchronisers are known to hand over half a file. With ``pin`` the newest backup is kept for good.
    """
    newest = backups.newest_readable()
    if newest is None:
        return ""
    present = sum(len(lines) for name, lines in snapshot.tables.items() if not name.startswith("_"))
    if newest.documents < _WORTH_COMPARING or present >= newest.documents * (1 - _LOST_SHARE):
        return ""
    if pin and newest.reason == AUTO:
        backups.pin(str(newest.path), newest.at, "shrunk")
    return _(
        "{missing} of {count} records are gone from {path} since the last backup. 'nettui restore' brings them back."
    ).format(missing=newest.documents - present, count=newest.documents, path=visible(path))
