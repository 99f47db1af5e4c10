"""Values that follow from the content of tables, remembered under the name of that content.

A file of the cache may vanish or break at any time: the value is then computed again.
"""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

from nettui.store import filesystem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from nettui.services.ports import Json
    from nettui.store.snapshot import Lines

__all__ = ["Cache"]

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}\Z")


class Cache:
    """One folder with a file for each name: its first line is the key, the rest the value as JSON.

    It is written also when the network is only read, where the folder allows it: a list is asked for more often than
    anything is changed, and the key makes every value true or useless.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def get(self, name: str, version: int, tables: Sequence[Lines], build: Callable[[], Json]) -> Json:
        """Return the remembered value, or build and remember it."""
        found = self._read(name)
        if found is not None and found[0] == _head(version, (lines.key() for lines in tables)):
            try:
                return _loads(found[1])
            except ValueError:
                pass  # broken: build it
        value = build()
        self.put(name, version, tables, value)
        return value

    def recall(
        self, name: str, version: int, tables: Sequence[Lines]
    ) -> tuple[Json, list[dict[str, bytes | None]]] | None:
        """Return what was remembered, and for each table the documents that may have changed since, as they were.

        None when there is nothing, or when what has changed since is not known.
        """
        found = self._read(name)
        if found is None:
            return None
        head = found[0].split()
        if len(head) != 1 + len(tables) or head[0] != str(version):
            return None
        changed = [lines.since(key) for lines, key in zip(tables, head[1:], strict=True)]
        if any(each is None for each in changed):
            return None
        try:
            return _loads(found[1]), [each or {} for each in changed]
        except ValueError:
            return None

    def put(self, name: str, version: int, tables: Sequence[Lines], value: Json) -> None:
        """Remember ``value`` for the present content of ``tables``."""
        head = _head(version, (lines.mark() for lines in tables))
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._store(self._path(name), f"{head}\n{text}".encode("utf-8", "surrogatepass"))

    def _path(self, name: str) -> str:
        if not _NAME.match(name):
            raise ValueError(f"no name for a cache: {name!r}")
        return os.path.join(self._folder, name + ".json")

    def _read(self, name: str) -> tuple[str, bytes] | None:
        try:
            content, _status = filesystem.read_all(self._path(name))
        except OSError:
            return None
        head, _newline, value = content.partition(b"\n")
        return head.decode(errors="replace"), value

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


def _head(version: int, keys: Iterable[str]) -> str:
    return " ".join((str(version), *keys))


def _loads(content: bytes) -> Json:
    value: Json = json.loads(content.decode("utf-8", "surrogatepass"))
    return value
