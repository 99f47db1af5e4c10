"""What the user should know about the file though it can be used: one line each."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext, system_says
from nettui.store.backups import AUTO
from nettui.store.errors import Notice, is_full, store_error
from nettui.text import visible

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from nettui.errors import StoreError
    from nettui.store.backups import Backups
    from nettui.store.reading import Damage
    from nettui.store.snapshot import Snapshot

__all__ = ["Notices", "damage_text", "missing_from_backup", "permission_text", "reason_of"]

_LOST_SHARE = 0.2
_WORTH_COMPARING = 10


class Notices(list[Notice]):
    """Lines about one file, each once, oldest first."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = visible(path)

    def tell(self, kind: str, text: str) -> None:
        """Add a line; an empty one, or one that is there, is left out."""
        notice = Notice(kind, text)
        if text and notice not in self:
            self.append(notice)

    def only_reading(self, reason: str) -> None:
        """Say why nothing can be written."""
        self.tell("read-only", _("{path} is open for reading only: {reason}.").format(path=self._path, reason=reason))

    def why_only_reading(self) -> str:
        """Return the line that said so."""
        return next((str(notice) for notice in reversed(self) if notice.kind in {"damaged", "read-only"}), "")

    def recovered(self, count: int) -> None:
        """Say that a process ended without folding."""
        self.tell(
            "recovered",
            ngettext(
                "{count} change to a record was recovered from the journal.",
                "{count} changes to records were recovered from the journal.",
                count,
            ).format(count=count),
        )

    def journal_damaged(self, kept: str | None) -> None:
        """Say that a part of the journal cannot be read."""
        self.tell(
            "journal-damaged",
            _("The end of the journal was damaged; what could be read of it is kept, the rest is in {path}.").format(
                path=visible(kept or "-")
            ),
        )

    def file_vanished(self, kept: str | None) -> None:
        """Say that there was a journal but no file."""
        self.tell(
            "file-vanished",
            _("The file had gone; a new one was begun. What its journal still held is in {path}.").format(
                path=visible(kept or "-")
            ),
        )

    def conflict(self) -> None:
        """Say that a merge had to choose."""
        self.tell(
            "conflict",
            _("Two changes to one record met; the value that gave way is kept in the table _conflicts."),
        )

    def not_folded(self, error: OSError | StoreError) -> None:
        """Say that the plain file is behind."""
        problem = store_error(error, self._path) if isinstance(error, OSError) else error
        self.tell(
            "not-folded",
            _("{problem} Your changes are safe in the journal and will be added to the file later.").format(
                problem=problem.message
            ),
        )


def reason_of(error: OSError) -> str:
    """Return in a few words what the system has against writing."""
    return _("the disk is full") if is_full(error) else system_says(error)


def damage_text(path: str, damage: Sequence[Damage]) -> str:
    """Say which lines cannot be read, and what to do."""
    return ngettext(
        "{path}: line {line} cannot be read; the file is open for reading only. "
        "Correct that line, or bring back a backup with 'nettui restore'.",
        "{path}: {count} lines cannot be read, the first is line {line}; the file is open for reading only. "
        "Correct them, or bring back a backup with 'nettui restore'.",
        len(damage),
    ).format(path=visible(path), line=damage[0].line, count=len(damage))


def permission_text(path: str, status: os.stat_result) -> str:
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
