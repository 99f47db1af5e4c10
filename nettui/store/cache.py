"""Values that follow from the content of tables, remembered under the digest of that content.

A file of the cache may vanish or break at any time: the value is then computed again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from typing import TYPE_CHECKING

from nettui.store import filesystem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nettui.services.ports import Json
    from nettui.store.snapshot import Lines

__all__ = ["Cache"]

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}\Z")


def _digest(lines: Lines) -> str:
    if lines.changed:
        return _hash(lines)
    if not lines.digest:
        lines.digest = _hash(lines)
    return lines.digest


def _hash(lines: Lines) -> str:
    digest = hashlib.sha256()
    for number, run in enumerate(lines.runs()):
        if number:
            digest.update(b"\n,")
        digest.update(run)
    return digest.hexdigest()


class Cache:
    """One folder with a file for each name: its first line is the key, the rest the value as JSON.

    It is written also when the network is only read, where the folder allows it: a list is asked for more often than
    anything is changed, and the key makes every value true or useless.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def get(self, name: str, version: int, tables: Sequence[Lines], build: Callable[[], Json]) -> Json:
        """Return the remembered value, or build and remember it."""
        if not _NAME.match(name):
            raise ValueError(f"no name for a cache: {name!r}")
        key = f"{version} {' '.join(_digest(lines) for lines in tables)}\n".encode()
        path = os.path.join(self._folder, name + ".json")
        try:
            content, _status = filesystem.read_all(path)
            if content.startswith(key):
                value: Json = json.loads(content[len(key) :])
                return value
        except (OSError, ValueError):
            pass  # absent or broken: build it
        value = build()
        self._store(path, key + json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode())
        return value

    def _store(self, path: str, content: bytes) -> None:
        temporary = f"{path}.{os.getpid()}.tmp"
        try:
            fd = filesystem.open_file(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            try:
                filesystem.write_all(fd, [content])
            finally:
                filesystem.close(fd)
            filesystem.replace(temporary, path)
        except OSError:
            try:
                filesystem.unlink(temporary)
            except OSError:
                return
