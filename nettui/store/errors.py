"""What the system's errors mean to the user: one line, and what to do."""

from __future__ import annotations

import errno
import os

from nettui.errors import StoreError
from nettui.i18n import _
from nettui.text import visible

__all__ = ["Notice", "is_denied", "is_full", "no_such_file", "refuse_directory", "store_error"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Notice(str):
    """One line for the user about something that happened to the file; ``kind`` is its language-free name."""

    __slots__ = ("kind",)

    kind: str

    def __new__(cls, kind: str, text: str) -> Notice:
        """Return ``text`` as a notice."""
        notice = super().__new__(cls, text)
        notice.kind = kind
        return notice


def is_full(error: OSError) -> bool:
    """Whether there is no room: disk, quota or the limit on a file's size."""
    return error.errno in _FULL


def is_denied(error: OSError) -> bool:
    """Whether writing is not allowed."""
    return error.errno in _DENIED


def store_error(error: OSError, path: str, *, saving: bool = False) -> StoreError:
    """Return the error to raise for ``error``; ``saving`` when a change could not be made durable."""
    name = visible(path)
    if saving and is_full(error):
        return StoreError(
            _("The change was NOT saved: no space left for {path}.").format(path=name),
            hint=_("Free some space and do it again; everything saved before is safe."),
        )
    if is_full(error):
        return StoreError(
            _("No space left on the disk for {path}.").format(path=name), hint=_("Free some space and try again.")
        )
    if saving and is_denied(error):
        return StoreError(
            _("The change was NOT saved: no permission to write {path}.").format(path=name),
            hint=_("Check the permissions of the file and its folder."),
        )
    if is_denied(error):
        return StoreError(
            _("No permission for {path}.").format(path=name),
            hint=_("Check the permissions of the file and its folder."),
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    if saving:
        return StoreError(
            _("The change was NOT saved: {path}: {reason}.").format(path=name, reason=reason),
            hint=_("Everything saved before is safe; do it again, and check the disk if this repeats."),
        )
    return StoreError(
        _("Cannot use {path}: {reason}.").format(path=name, reason=reason), hint=_("Check the disk and the path.")
    )


def no_such_file(path: str) -> StoreError:
    """Return the error for a file that was to be read only and is not there."""
    return StoreError(
        _("No such file: {path}").format(path=visible(path)), hint=_("Check the path, or make the file first.")
    )


def refuse_directory(path: str) -> None:
    """Raise StoreError when ``path`` is a directory."""
    if os.path.isdir(path):
        raise StoreError(_("{path} is a directory.").format(path=visible(path)), hint=_("Name a file in it instead."))
