"""Every call to the operating system that the store makes on its files: the one seam where tests inject faults.

The other modules call these as ``filesystem.name(...)``, so that replacing an attribute of this module replaces the
call everywhere. All raise OSError and nothing else.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    Buffer = bytes | bytearray | memoryview

__all__ = [
    "CALLS",
    "change_mode",
    "close",
    "exchange",
    "link",
    "list_dir",
    "make_dir",
    "open_file",
    "read_all",
    "read_at",
    "replace",
    "share_lock",
    "status",
    "sync",
    "sync_data",
    "sync_dir",
    "truncate",
    "try_lock",
    "unlink",
    "unlock",
    "wall_ns",
    "write_all",
    "write_at",
]

CALLS = (
    "change_mode",
    "close",
    "exchange",
    "link",
    "list_dir",
    "make_dir",
    "open_file",
    "read_all",
    "read_at",
    "replace",
    "share_lock",
    "status",
    "sync",
    "sync_data",
    "sync_dir",
    "truncate",
    "try_lock",
    "unlink",
    "write_all",
    "write_at",
)
"""The functions that reach the file system, for tests that let each of them fail in turn."""

_COALESCE = 256 << 10
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def open_file(path: str, flags: int, mode: int = 0o600) -> int:
    """Open ``path``; the descriptor is not inherited by children."""
    return os.open(path, flags | os.O_CLOEXEC, mode)


def close(fd: int) -> None:
    """Close a descriptor."""
    os.close(fd)


def read_all(path: str) -> tuple[bytes, os.stat_result]:
    """Return the content of ``path``, and what ``stat`` said of that very file before it was read."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        status_before = os.fstat(fd)
        first = os.read(fd, status_before.st_size + 1)
        rest = []
        while block := os.read(fd, 1 << 20):
            rest.append(block)
        return (b"".join((first, *rest)) if rest else first), status_before
    finally:
        os.close(fd)


def read_at(fd: int, size: int, offset: int) -> bytes:
    """Return up to ``size`` bytes from ``offset``."""
    return os.pread(fd, size, offset)


def write_all(fd: int, chunks: Iterable[Buffer]) -> None:
    """Write all of ``chunks`` in order, small ones gathered into few calls."""
    gathered = bytearray()
    for chunk in chunks:
        if len(chunk) < _COALESCE:
            gathered += chunk
            if len(gathered) < _COALESCE:
                continue
            chunk = gathered  # noqa: PLW2901 - the gathered ones take its place
            gathered = bytearray()
        elif gathered:
            _write(fd, gathered)
            gathered = bytearray()
        _write(fd, chunk)
    if gathered:
        _write(fd, gathered)


def _write(fd: int, data: Buffer) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def write_at(fd: int, data: Buffer, offset: int) -> None:
    """Write all of ``data`` at ``offset``."""
    view = memoryview(data)
    while view:
        written = os.pwrite(fd, view, offset)
        view, offset = view[written:], offset + written


def change_mode(fd: int, mode: int) -> None:
    """Set the permissions of an open file, whatever the umask is."""
    os.fchmod(fd, mode)


def truncate(fd: int, size: int) -> None:
    """Cut or extend a file to ``size`` bytes."""
    os.ftruncate(fd, size)


def _full_sync(fd: int) -> None:
    # On macOS fsync only reaches the drive's cache; F_FULLFSYNC is what other systems call fsync.
    fcntl.fcntl(fd, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined, unused-ignore]


def sync(fd: int) -> None:
    """Return when data and metadata of the file are on the disk."""
    if sys.platform == "darwin":
        _full_sync(fd)
    else:
        os.fsync(fd)


def sync_data(fd: int) -> None:
    """Return when the data of the file is on the disk, and of the metadata what reading it back needs."""
    if sys.platform == "darwin":
        _full_sync(fd)
    else:
        os.fdatasync(fd)


def sync_dir(path: str) -> None:
    """Return when the entries of the directory are on the disk, where its file system can promise that."""
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(fd)


def exchange(one: str, other: str) -> None:
    """Swap two files atomically (Linux ``renameat2``, macOS ``renamex_np``).

    Raises OSError with ENOSYS where the system, or with EINVAL where the file system, cannot.
    """
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    a, b = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        function = getattr(library, "renamex_np", None)
        arguments: tuple[object, ...] = (a, b, ctypes.c_uint(_RENAME_SWAP))
    else:
        function = getattr(library, "renameat2", None)
        arguments = (_AT_FDCWD, a, _AT_FDCWD, b, ctypes.c_uint(_RENAME_EXCHANGE))
    if function is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if function(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), one)


def replace(source: str, target: str) -> None:
    """Rename atomically over what is there."""
    os.replace(source, target)


def link(source: str, target: str) -> None:
    """Give a file a second name; FileExistsError when that name is taken."""
    os.link(source, target)


def unlink(path: str) -> None:
    """Remove a name."""
    os.unlink(path)


def make_dir(path: str, mode: int = 0o700) -> None:
    """Make a directory and its missing parents, all with ``mode``; it is no error when it is there already."""
    if os.path.isdir(path):
        return
    parent = os.path.dirname(path)
    if parent and not os.path.isdir(parent):
        make_dir(parent, mode)
    try:
        os.mkdir(path, mode)
    except FileExistsError:
        if not os.path.isdir(path):
            raise


def list_dir(path: str) -> list[str]:
    """Return the names in a directory, sorted; none when there is no such directory."""
    try:
        return sorted(os.listdir(path))
    except FileNotFoundError:
        return []


def status(path: str) -> os.stat_result | None:
    """Return what ``stat`` says of a path; None when nothing is there."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def try_lock(fd: int) -> bool:
    """Take an exclusive ``flock``; False when somebody else holds it."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def share_lock(fd: int) -> None:
    """Take a shared ``flock``, or turn the exclusive one that is held into it."""
    fcntl.flock(fd, fcntl.LOCK_SH)


def unlock(fd: int) -> None:
    """Give the lock back."""
    fcntl.flock(fd, fcntl.LOCK_UN)


def wall_ns() -> int:
    """Return the system's time in nanoseconds, to compare with the time stamps of files."""
    return time.time_ns()
