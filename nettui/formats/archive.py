"""Reading known files out of a zip, a folder or a single file, without trusting any of it.

Nothing is ever extracted: members are read into memory, by name, within stated limits. The limits hold for what is
really read, not only for what an archive declares, so that neither a zip bomb nor a lying header gets past them.
"""

from __future__ import annotations

import hashlib
import re
import stat
import struct
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from nettui.errors import InvalidInput
from nettui.i18n import _, system_says
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from zipfile import ZipFile, ZipInfo

__all__ = [
    "MAX_FILE",
    "MAX_MEMBERS",
    "MAX_RATIO",
    "MAX_TOTAL",
    "Member",
    "Source",
    "file_key",
    "is_zip",
    "read_bytes",
    "read_source",
]

MAX_MEMBERS = 2_000
MAX_FILE = 64 * 1024 * 1024
"""Bytes of one file, unpacked."""
MAX_TOTAL = 256 * 1024 * 1024
"""Bytes of everything read, unpacked; also of the archive itself."""
MAX_RATIO = 200
"""Unpacked size to packed size; CSV text stays under 30, a bomb starts in the hundreds."""
_RATIO_FROM = 1024 * 1024
"""Smaller members may have any ratio: a short run of blanks packs very well and harms nobody."""
_MAX_DIRECTORY = 4 * 1024 * 1024
_MAX_DEPTH = 8
_CHUNK = 1024 * 1024

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_END_OF_DIRECTORY = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16
_NUMBER_AT_END = re.compile(r"[\s_-]*(?:\(\d+\)|\d+)$")
_BLANKS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Member:
    """A file that was read: its name as it stood in the source, the key it was found by, and its bytes."""

    name: str
    key: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: the name of the whole, the SHA-256 of its bytes, and the members found, in order of name."""

    name: str
    sha256: str
    members: tuple[Member, ...]


def file_key(path: str) -> str:
    """Return the name of a file without folder, ending, case, blanks, underscores and trailing numbers.

    ``Recommendations Given.csv``, ``Recommendations_Given.csv`` and ``recommendations_given_1.csv`` are one file to us.
    """
    name = PurePosixPath(path.replace("\\", "/")).name
    stem = name[:-4] if name.casefold().endswith(".csv") else name
    return _BLANKS.sub("", _NUMBER_AT_END.sub("", stem.strip())).casefold()


def is_zip(start: bytes) -> bool:
    """Whether these first bytes are those of a zip."""
    return start.startswith(_ZIP_STARTS)


def read_bytes(path: Path, limit: int = MAX_TOTAL) -> bytes:
    """Return the content of one regular file; InvalidInput when there is none, or it is larger than ``limit`` bytes."""
    name = one_line(path.name or str(path))
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise InvalidInput(_("Not a file: {name}").format(name=name))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InvalidInput(_("No such file: {name}").format(name=one_line(str(path), 200))) from None
    except (OSError, ValueError) as error:
        reason = system_says(error) if isinstance(error, OSError) else str(error)
        raise InvalidInput(_("Cannot read {name}: {reason}").format(name=name, reason=reason)) from None
    if len(data) > limit:
        raise InvalidInput(
            _("{name} is larger than {size} MiB, more than is read.").format(name=name, size=limit // 1024**2)
        )
    return data


def read_source(path: Path, wanted: Callable[[str], bool], data: bytes | None = None) -> Source:
    """Read the members whose :func:`file_key` is ``wanted`` from a folder, a zip or a single file.

    With ``data`` the bytes are those and ``path`` only names them. A single file is always returned, wanted or not: its
    content decides what it is. Raises InvalidInput for what is missing, broken, hostile or beyond the limits.
    """
    if data is None and path.is_dir():
        return _read_folder(path, wanted)
    content = read_bytes(path) if data is None else data
    digest = hashlib.sha256(content).hexdigest()
    if is_zip(content[:4]):
        return Source(path.name, digest, tuple(_read_zip(path.name, content, wanted)))
    if len(content) > MAX_FILE:
        raise _too_large(path.name)
    return Source(path.name, digest, (Member(path.name, file_key(path.name), content),))


def _too_large(name: str) -> InvalidInput:
    return InvalidInput(
        _("{name} is larger than {size} MiB, more than is read.").format(name=one_line(name), size=MAX_FILE // 1024**2)
    )


def _too_much(name: str) -> InvalidInput:
    return InvalidInput(
        _("{name} holds more than {size} MiB, more than is read.").format(
            name=one_line(name), size=MAX_TOTAL // 1024**2
        )
    )


def _too_many(name: str) -> InvalidInput:
    return InvalidInput(
        _("{name} holds more than {count} files.").format(name=one_line(name), count=MAX_MEMBERS),
        hint=_("Name the archive itself, or the folder it was unpacked into."),
    )


def _skipped(path: str) -> bool:
    """Whether a member is one of macOS' own files, which carry the names of real ones."""
    parts = path.split("/")
    return "__MACOSX" in parts or parts[-1].startswith("._")


# ---------------------------------------------------------------- folder


def _read_folder(folder: Path, wanted: Callable[[str], bool]) -> Source:
    members = []
    total = 0
    digest = hashlib.sha256()
    for name, file in sorted(_files(folder)):
        if _skipped(name) or not name.casefold().endswith(".csv") or not wanted(file_key(name)):
            continue
        data = read_bytes(file, MAX_FILE)
        total += len(data)
        if total > MAX_TOTAL:
            raise _too_much(folder.name)
        members.append(Member(name, file_key(name), data))
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return Source(folder.resolve().name, digest.hexdigest(), tuple(members))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the regular files under ``folder``, links left alone: an unpacked archive must not point elsewhere."""
    seen = 0
    waiting = [(folder, "", 0)]
    while waiting:
        directory, prefix, depth = waiting.pop()
        try:
            children = sorted(directory.iterdir())
        except OSError as error:
            raise InvalidInput(
                _("Cannot read {name}: {reason}").format(name=one_line(directory.name), reason=system_says(error))
            ) from None
        for child in children:
            seen += 1
            if seen > MAX_MEMBERS:
                raise _too_many(folder.name)
            if child.is_symlink():
                continue
            if child.is_dir() and depth < _MAX_DEPTH:
                waiting.append((child, f"{prefix}{child.name}/", depth + 1))
            elif child.is_file():
                yield prefix + child.name, child


# ---------------------------------------------------------------- zip


def _read_zip(name: str, content: bytes, wanted: Callable[[str], bool]) -> Iterator[Member]:
    import io
    import zipfile

    _check_directory(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_MEMBERS:
                raise _too_many(name)
            for info in infos:
                _check_path(name, info)
            chosen = [i for i in infos if not i.is_dir() and not _skipped(i.filename) and _is_csv(i.filename)]
            chosen = [i for i in chosen if wanted(file_key(i.filename))]
            if not chosen:
                _refuse_nested(name, infos)
            yield from _read_members(name, archive, sorted(chosen, key=lambda i: i.filename))
    except (zipfile.BadZipFile, struct.error, ValueError, LookupError, OverflowError, RuntimeError, EOFError, OSError):
        # NotImplementedError, a RuntimeError, stands for a version of the format that zipfile does not read.
        raise _broken(name) from None


def _is_csv(path: str) -> bool:
    return path.casefold().endswith(".csv")


def _broken(name: str) -> InvalidInput:
    return InvalidInput(
        _("{name} is a broken or incomplete zip archive.").format(name=one_line(name)),
        hint=_("Download it again."),
    )


def _check_directory(name: str, content: bytes) -> None:
    """Refuse an enormous directory before zipfile makes an object of each of its entries."""
    start = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_536 - _END_OF_DIRECTORY.size))
    if start < 0 or len(content) - start < _END_OF_DIRECTORY.size:
        raise _broken(name)
    _sig, _disk, _first, _here, count, size, _offset, _comment = _END_OF_DIRECTORY.unpack_from(content, start)
    if count > MAX_MEMBERS or size > _MAX_DIRECTORY:
        raise _too_many(name)


def _check_path(name: str, info: ZipInfo) -> None:
    path = info.filename
    parts = path.replace("\\", "/").split("/")
    if path.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", path):
        raise InvalidInput(
            _("{name} holds a file that points outside of it: {path}").format(name=one_line(name), path=one_line(path)),
            hint=_("Do not trust this archive."),
        )


def _refuse_nested(name: str, infos: list[ZipInfo]) -> None:
    for info in infos:
        if info.filename.casefold().endswith(".zip") and not _skipped(info.filename):
            raise InvalidInput(
                _("{name} holds another archive, {inner}.").format(name=one_line(name), inner=one_line(info.filename)),
                hint=_("Unpack it and import the inner one."),
            )


def _read_members(name: str, archive: ZipFile, infos: list[ZipInfo]) -> Iterator[Member]:
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise _too_much(name)
    for info in infos:
        if stat.S_ISLNK(info.external_attr >> 16):
            continue
        yield Member(info.filename, file_key(info.filename), _read_member(archive, info))


def _read_member(archive: ZipFile, info: ZipInfo) -> bytes:
    import zlib
    from lzma import LZMAError
    from zipfile import BadZipFile

    shown = one_line(info.filename)
    if info.flag_bits & 0x1:
        raise InvalidInput(
            _("{name} is encrypted.").format(name=shown), hint=_("Unpack it and import the folder instead.")
        )
    if info.file_size > MAX_FILE:
        raise _too_large(info.filename)
    if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        raise _bomb(shown)
    try:
        with archive.open(info) as stream:
            return _bounded(stream, info, shown)  # type: ignore[arg-type]
    except (BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError, NotImplementedError):
        raise InvalidInput(
            _("{name} cannot be unpacked: the archive is broken there.").format(name=shown),
            hint=_("Download it again."),
        ) from None


def _bounded(stream: BinaryIO, info: ZipInfo, shown: str) -> bytes:
    chunks = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > MAX_FILE:
            raise _too_large(info.filename)
        if size > _RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1):
            raise _bomb(shown)
        chunks.append(chunk)
    if size != info.file_size:
        raise InvalidInput(
            _("{name} is not as long as the archive says.").format(name=shown), hint=_("Download it again.")
        )
    return b"".join(chunks)


def _bomb(shown: str) -> InvalidInput:
    return InvalidInput(
        _("{name} is packed more than {ratio} times, as no text is.").format(name=shown, ratio=MAX_RATIO),
        hint=_("Do not trust this archive."),
    )
