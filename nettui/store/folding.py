"""The plain file: putting a snapshot in its place, so that there is one complete file at every instant."""

from __future__ import annotations

import errno
import json
import os
import stat
import threading
from typing import TYPE_CHECKING

from nettui.store import filesystem
from nettui.store.recovery import FileKey, digest_of, file_key, is_racy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from nettui.store.backups import Backups

__all__ = ["PlainFile", "copy_file"]

_WORTH_A_THREAD = 1 << 20
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
_PRIVATE = 0o600
_ASIDE = ".old"


class PlainFile:
    """What is known of the file at ``path``: the digest of its bytes, and by which status it is recognised."""

    def __init__(self, path: str, temporary: str) -> None:
        self.path = path
        self.digest = ""
        self._temporary = temporary
        self._key: FileKey | None = None
        self._racy = True

    def seen(self, key: FileKey | None, digest: str, *, racy: bool | None = None) -> None:
        """Remember that the file with the status ``key`` has the bytes with ``digest``."""
        self._key, self.digest = key, digest
        self._racy = key is None or (is_racy(key, filesystem.wall_ns()) if racy is None else racy)

    @property
    def identity(self) -> dict[str, object]:
        """What a journal's head says of the file."""
        return {"base": self.digest, "file": None if self._key is None else list(self._key), "racy": self._racy}

    def exists(self) -> bool:
        """Whether there is a file at all."""
        return filesystem.status(self.path) is not None

    def was_changed(self) -> bool:
        """Whether there is another file than the one last seen, or none."""
        status = filesystem.status(self.path)
        return status is None or file_key(status) != self._key

    def write(self, chunks: Sequence[bytes | memoryview], announce: Callable[[str], None]) -> tuple[bool, str | None]:
        """Replace the file by ``chunks``, durably; ``announce`` is told the digest just before.

        Return whether it was done, and where the displaced file is. It is not done when the displaced file is not the
        one last seen, for somebody wrote it in that very instant: it is then back in its place, to be merged first.
        """
        status = filesystem.status(self.path)
        mode = _PRIVATE if status is None else stat.S_IMODE(status.st_mode)
        try:
            digest = _write_snapshot(self._temporary, chunks, mode)
            written = filesystem.status(self._temporary)
            announce(digest)
            displaced = _put_in_place(self._temporary, self.path)
        except OSError:
            self._drop_temporary()
            raise
        if displaced is not None and not self._is_expected(displaced):
            filesystem.replace(displaced, self.path)
            filesystem.sync_dir(os.path.dirname(self.path))
            return False, None
        filesystem.sync_dir(os.path.dirname(self.path))
        after = filesystem.status(self.path)
        if after is None or written is None or file_key(after)[:3] != file_key(written)[:3]:
            self.seen(None, digest)  # replaced already: to be looked at when next asked
        else:
            self.seen(file_key(after), digest)
        return True, displaced

    def sweep(self, backups: Backups, at: datetime) -> None:
        """Deal with what an interrupted :meth:`write` left: keep a whole file as a backup, drop half a one."""
        for path in (self._temporary, self._temporary + _ASIDE):
            try:
                if filesystem.status(path) is None:
                    continue
                content, _ = filesystem.read_all(path)
                if _is_json(content) and digest_of([content]) != self.digest:
                    backups.adopt(path, at)
                else:
                    filesystem.unlink(path)
            except OSError:
                continue

    def _is_expected(self, displaced: str) -> bool:
        status = filesystem.status(displaced)
        if status is None:
            return True
        # The exchange has changed the ctime.
        if self._key is not None and file_key(status)[:3] == self._key[:3] and not self._racy:
            return True
        content, _ = filesystem.read_all(displaced)
        return digest_of([content]) == self.digest

    def _drop_temporary(self) -> None:
        try:
            filesystem.unlink(self._temporary)
        except OSError:
            return  # the next open sweeps it away


def _write_snapshot(path: str, chunks: Sequence[bytes | memoryview], mode: int) -> str:
    """Write ``chunks`` durably to ``path`` and return their digest."""
    digest: list[str] = []
    thread = None
    if sum(map(len, chunks)) > _WORTH_A_THREAD:
        # Hashing frees the interpreter and needs as long as the disk does.
        thread = threading.Thread(target=lambda: digest.append(digest_of(chunks)))
        thread.start()
    try:
        fd = filesystem.open_file(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, mode)
        try:
            if stat.S_IMODE(os.fstat(fd).st_mode) != mode:
                filesystem.change_mode(fd, mode)
            filesystem.write_all(fd, chunks)
            filesystem.sync(fd)
        finally:
            filesystem.close(fd)
    finally:
        if thread is not None:
            thread.join()
    return digest[0] if digest else digest_of(chunks)


def _put_in_place(temporary: str, path: str) -> str | None:
    """Put the file at ``temporary`` at ``path`` and return where the displaced file is; None when there was none.

    Without an atomic exchange (see :func:`filesystem.exchange`) the old file first gets a second name.
    """
    if filesystem.status(path) is None:
        filesystem.replace(temporary, path)
        return None
    try:
        filesystem.exchange(temporary, path)
    except OSError as error:
        if error.errno not in _NO_EXCHANGE:
            raise
    else:
        return temporary
    aside = temporary + _ASIDE
    if filesystem.status(aside) is not None:
        filesystem.unlink(aside)
    try:
        filesystem.link(path, aside)
    except OSError as error:
        if error.errno not in _NO_EXCHANGE | {errno.EMLINK}:
            raise
        copy_file(path, aside)
    filesystem.replace(temporary, path)
    return aside


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True


def copy_file(source: str, target: str) -> None:
    """Copy a file durably; for file systems without links."""
    content, _ = filesystem.read_all(source)
    fd = filesystem.open_file(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW)
    try:
        filesystem.write_all(fd, [content])
        filesystem.sync(fd)
    finally:
        filesystem.close(fd)
