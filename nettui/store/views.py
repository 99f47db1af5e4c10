"""One table as a read-only mapping of records, decoded when first asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from nettui.domain.ids import id_order
from nettui.store import codec

if TYPE_CHECKING:
    from collections.abc import Callable

    from nettui.domain.change import Table
    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.store.codec import BadValue
    from nettui.store.engine import Engine

__all__ = ["TableView"]

R = TypeVar("R", bound="Record")


class TableView(Mapping["Id", R], Generic[R]):
    """The records of ``table``, ordered by id.

    A document that is no such record is left out, kept in the file as it is, and reported to ``problem``. ``decoded``
    counts decodings, for tests.
    """

    def __init__(self, engine: Engine, table: Table, problem: Callable[[Table, Id, BadValue], None]) -> None:
        self._engine = engine
        self._table = table
        self._problem = problem
        self._some: dict[Id, R | None] = {}
        self._all: dict[Id, R] | None = None
        self.decoded = 0

    def __getitem__(self, key: Id) -> R:
        if self._all is not None:
            return self._all[key]
        if key not in self._some:
            stored = self._engine.table(self._table.value).get(key)
            if stored is None:
                raise KeyError(key)
            self._some[key] = self._decode(key, stored)
        record = self._some[key]
        if record is None:
            raise KeyError(key)
        return record

    def __iter__(self) -> Iterator[Id]:
        return iter(self._all) if self._all is not None else self._one_by_one()

    def __len__(self) -> int:
        return len(self._everything())

    def __bool__(self) -> bool:
        """Whether there is a record; decodes no more than the first."""
        return next(iter(self), None) is not None

    def changed(self, key: Id, known: Record | None = None) -> None:
        """Take over that the document of ``key`` is another one; ``known`` is its record, where that is at hand."""
        self._some.pop(key, None)
        record = cast("R | None", known)
        if self._all is None:
            if record is not None:
                self._some[key] = record
            return
        if record is None:
            stored = self._engine.table(self._table.value).get(key)
            record = None if stored is None else self._decode(key, stored)
        if record is None:
            self._all.pop(key, None)
            return
        in_order = key in self._all or not self._all or id_order(key) > id_order(next(reversed(self._all)))
        self._all[key] = record
        if not in_order:
            ordered = sorted(self._all.items(), key=lambda item: id_order(item[0]))
            self._all.clear()
            self._all.update(ordered)

    def forget(self) -> None:
        """Forget everything."""
        self._some.clear()
        self._all = None

    def take(self, key: Id, stored: bytes) -> R | None:
        """Return the record of a document that was found in the table's bytes."""
        if self._all is not None:
            return self._all.get(key)
        if key not in self._some:
            self._some[key] = self._decode(key, stored)
        return self._some[key]

    def _one_by_one(self) -> Iterator[Id]:
        """Decode each record when it is its turn: a reader that pauses stops nobody."""
        lines = self._engine.table(self._table.value)
        revision = lines.revision
        found: dict[Id, R] = {}
        for key, stored in lines.items():
            record = self.take(key, stored)
            if record is not None:
                found[key] = record
                yield key
        if self._all is None and lines is self._engine.table(self._table.value) and revision == lines.revision:
            self._all = found
            self._some.clear()

    def _everything(self) -> dict[Id, R]:
        if self._all is None:
            found: dict[Id, R] = {}
            for key, stored in self._engine.table(self._table.value).items():
                record = self._some[key] if key in self._some else self._decode(key, stored)
                if record is not None:
                    found[key] = record
            self._all = found
            self._some.clear()
        return self._all

    def _decode(self, key: Id, stored: bytes) -> R | None:
        self.decoded += 1
        try:
            return cast("R", codec.decode(self._table, key, json.loads(stored)))
        except codec.BadValue as error:
            self._problem(self._table, key, error)
            return None
