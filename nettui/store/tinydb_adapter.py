"""TinyDB on our storage: its whole interface, at the cost of the documents touched instead of the whole file.

For scripts of the user's own that write while nettui is open: stock TinyDB writes in place and knows no lock. nettui
itself reads and commits records (``repository``); both stand on the same engine.

Stock TinyDB rebuilds every table and writes the whole file at each change (``Table._update_table``). Here the updater
sees a mapping that copies a document when it is touched; what was touched becomes one commit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from nettui.store.engine import Engine
from nettui.store.merge import merge
from nettui.store.operations import Operation
from nettui.store.repository import initial_documents
from nettui.store.snapshot import dump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tinydb.queries import QueryLike

    from nettui.services.ports import Clock
    from nettui.store.merge import Conflict, Document

__all__ = ["NetworkDB", "NetworkStorage", "NetworkTable"]


class _Documents(Mapping[str, "Document"]):
    """One table by the ids as stored; each access parses its document anew, so that results never share structure."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def __getitem__(self, key: str) -> Document:
        stored = self._engine.table(self._name).get(key)
        if stored is None:
            raise KeyError(key)
        return cast("Document", json.loads(stored))

    def __iter__(self) -> Iterator[str]:
        return iter(self._engine.table(self._name).ids())

    def __len__(self) -> int:
        return len(self._engine.table(self._name))


class NetworkStorage(Storage):
    """A TinyDB storage with a journal, a lock and backups."""

    def __init__(self, path: str, clock: Clock, *, read_only: bool = False) -> None:
        self.engine = Engine(str(path), clock, initial_documents(), read_only=read_only)

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the tables; their documents are read when they are asked for."""
        engine = self.engine
        engine.refresh()
        tables = {name: _Documents(engine, name) for name in engine.snapshot.names() if not name.startswith("_")}
        return cast("dict[str, dict[str, Any]]", tables)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the tables what ``data`` says, as one change (TinyDB calls this to drop tables)."""

        def plan() -> list[Operation]:
            operations = []
            for name in {*self.engine.snapshot.names(), *data}:
                if name.startswith("_"):
                    continue
                there = {str(key): dump(dict(document)) for key, document in data.get(name, {}).items()}
                here = dict(self.engine.table(name).items())
                operations += [
                    Operation(name, key, here.get(key), there.get(key))
                    for key in here.keys() | there.keys()
                    if here.get(key) != there.get(key)
                ]
            return operations

        self.engine.commit(plan)

    def commit(self, changes: Iterable[tuple[str, str, Document | None, Document | None]]) -> None:
        """Make documents of any tables durable together: (table, id, as it was read, as it is to be).

        Where another process changed one meanwhile, both changes are kept field by field.
        """

        def plan() -> list[Operation]:
            operations: list[Operation] = []
            for table, key, before, after in changes:
                stored = self.engine.table(table).get(key)
                current = None if stored is None else json.loads(stored)
                found: list[Conflict] = []
                merged = after if current == before else merge(before, after, current, found.append)
                wanted = None if merged is None else dump(merged)
                if wanted != stored:
                    operations.append(Operation(table, key, stored, wanted))
                operations += [self.engine.conflict(table, key, conflict) for conflict in found]
            return operations

        self.engine.commit(plan)

    def close(self) -> None:
        """Fold and let go."""
        self.engine.close()


class _Touched(MutableMapping[int, Any]):
    """What an updater of TinyDB works on: the table as it is, with copies of the documents that were touched."""

    def __init__(self, stored: Mapping[str, Document]) -> None:
        self._stored = stored
        self.before: dict[str, Document | None] = {}
        self.after: dict[str, Document | None] = {}

    def _touch(self, key: str) -> None:
        if key not in self.after:
            self.before[key] = self._stored.get(key)
            self.after[key] = self._stored.get(key)

    def __contains__(self, key: object) -> bool:
        text = str(key)
        return self.after[text] is not None if text in self.after else text in self._stored

    def __getitem__(self, key: int) -> Document:
        self._touch(str(key))
        document = self.after[str(key)]
        if document is None:
            raise KeyError(key)
        return document

    def __setitem__(self, key: int, document: Mapping[str, Any]) -> None:
        self._touch(str(key))
        self.after[str(key)] = json.loads(dump(dict(document)))

    def __delitem__(self, key: int) -> None:
        self[key]  # raises KeyError
        self.after[str(key)] = None

    def __iter__(self) -> Iterator[int]:
        for key in self._stored:
            if self.after.get(key, True) is not None:
                yield int(key)
        for key, document in self.after.items():
            if document is not None and key not in self._stored:
                yield int(key)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove all."""
        for key in list(self):
            del self[key]


class NetworkTable(Table):
    """A table whose changes cost what they touch, and whose ids are never given twice."""

    default_query_cache_capacity = 0  # another process may change the answer at any time

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size, persist_empty)

    def _engine(self) -> Engine:
        return cast("NetworkStorage", self._storage).engine

    def _get_next_id(self) -> int:
        return int(self._engine().new_id())

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        touched = _Touched(_Documents(self._engine(), self.name))
        updater(touched)
        changes = [
            (self.name, key, touched.before[key], after)
            for key, after in touched.after.items()
            if touched.before[key] != after
        ]
        if changes:
            cast("NetworkStorage", self._storage).commit(changes)
        self.clear_cache()

    def _matching(self, condition: QueryLike) -> list[int]:
        return [int(key) for key, document in self._read_table().items() if condition(document)]

    def update(
        self,
        fields: Mapping[Any, Any] | Callable[[MutableMapping[Any, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change the documents that match; others are only looked at."""
        if doc_ids is None and cond is not None:
            doc_ids, cond = self._matching(cond), None
        return super().update(fields, cond, doc_ids)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove the documents that match; others are only looked at."""
        if doc_ids is None and cond is not None:
            doc_ids, cond = self._matching(cond), None
        return super().remove(cond, doc_ids)


class NetworkDB(TinyDB):
    """``TinyDB(path, clock)`` on a network file; ``bootstrap.open_tinydb`` makes one."""

    table_class = NetworkTable
    default_storage_class = NetworkStorage  # type: ignore[assignment]  # its stub allows only JSONStorage

    def commit(self, changes: Sequence[tuple[str, str, Document | None, Document | None]]) -> None:
        """Make changes of several tables durable together; see :meth:`NetworkStorage.commit`."""
        cast("NetworkStorage", self.storage).commit(changes)
