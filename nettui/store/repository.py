"""The repository of the command line and the app: a TinyDB file with a journal beside it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from nettui.domain.change import Change, Edit, Nature, Table
from nettui.domain.records import CIRCLES, ME_ID
from nettui.i18n import _
from nettui.services.ports import Recalled
from nettui.store import codec
from nettui.store.cache import Cache
from nettui.store.engine import Engine
from nettui.store.migrations import CURRENT, META, META_ID, Schema
from nettui.store.planning import Planner
from nettui.store.snapshot import dump
from nettui.store.views import TableView
from nettui.text import one_line, visible

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import (
        Entry,
        Exchange,
        Group,
        ImportRun,
        Me,
        Person,
        Promise,
        Record,
        Review,
        Snooze,
    )
    from nettui.services.ports import Clock, Json
    from nettui.store.backups import Backup
    from nettui.store.checking import Report
    from nettui.store.errors import Notice
    from nettui.store.journal import Row

__all__ = ["TinyRepository", "initial_documents"]


def initial_documents(schema: Schema = CURRENT) -> dict[str, dict[str, bytes]]:
    """Return what a new file holds: its format and the six circles."""
    return {
        META: {META_ID: dump(schema.meta())},
        Table.GROUPS.value: {group.id: dump(codec.encode(group)) for group in CIRCLES},
    }


class TinyRepository:
    """One network file. Implements :class:`nettui.services.ports.Repository`."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self._clock = clock
        self._views: dict[Table, TableView[Record]] = {table: TableView(engine, table, self._report) for table in Table}
        self._known: Mapping[tuple[str, Id], Edit] = {}
        self._cache = Cache(engine.places.cache)
        engine.listeners.append(self)
        if engine.foreign:
            # Somebody edited the file by hand: say at once what cannot be read, not when it is missed.
            for view in self._views.values():
                len(view)

    @classmethod
    def open(
        cls, path: str | os.PathLike[str], clock: Clock, *, read_only: bool = False, schema: Schema = CURRENT
    ) -> TinyRepository:
        """Open the network file ``path``, or begin one with the six circles.

        Raises StoreError when it cannot be read. Where it can be read but not written, ``read_only`` is set and a
        notice says why. A parent folder that is missing is made.
        """
        return cls(Engine(str(path), clock, initial_documents(schema), read_only=read_only, schema=schema), clock)

    # -- the records -----------------------------------------------------------------------------------------------

    @property
    def me(self) -> Me | None:
        """The owner, once known."""
        return cast("Me | None", self._views[Table.ME].get(ME_ID))

    @property
    def groups(self) -> Mapping[Id, Group]:
        """The circles."""
        return cast("Mapping[Id, Group]", self._views[Table.GROUPS])

    @property
    def people(self) -> Mapping[Id, Person]:
        """Everybody, archived ones too."""
        return cast("Mapping[Id, Person]", self._views[Table.PEOPLE])

    @property
    def entries(self) -> Mapping[Id, Entry]:
        """The journal."""
        return cast("Mapping[Id, Entry]", self._views[Table.ENTRIES])

    @property
    def promises(self) -> Mapping[Id, Promise]:
        """Promises, kept and open."""
        return cast("Mapping[Id, Promise]", self._views[Table.PROMISES])

    @property
    def exchanges(self) -> Mapping[Id, Exchange]:
        """The ledger."""
        return cast("Mapping[Id, Exchange]", self._views[Table.EXCHANGES])

    @property
    def imports(self) -> Mapping[Id, ImportRun]:
        """Imports that were applied."""
        return cast("Mapping[Id, ImportRun]", self._views[Table.IMPORTS])

    @property
    def snoozes(self) -> Mapping[Id, Snooze]:
        """Suggestions that were put off."""
        return cast("Mapping[Id, Snooze]", self._views[Table.SNOOZES])

    @property
    def reviews(self) -> Mapping[Id, Review]:
        """Weekly reviews."""
        return cast("Mapping[Id, Review]", self._views[Table.REVIEWS])

    def entries_of(self, people: Iterable[Id]) -> Sequence[Entry]:
        """Return the entries that name one of ``people``: only lines that hold an id are decoded."""
        wanted = set(people)
        view = cast("TableView[Entry]", self._views[Table.ENTRIES])
        found = []
        for key, stored in self.engine.table(Table.ENTRIES.value).search(wanted):
            entry = view.take(key, stored)
            if entry is not None and not (wanted.isdisjoint(entry.people) and wanted.isdisjoint(entry.mentions)):
                found.append(entry)
        return found

    def derived(self, name: str, version: int, tables: Sequence[Table], build: Callable[[], Json]) -> Json:
        """Return ``build()``, remembered on disk for as long as the content of ``tables`` is the same."""
        return self._cache.get(name, version, [self.engine.table(table.value) for table in tables], build)

    def recall(self, name: str, version: int, tables: Sequence[Table]) -> Recalled | None:
        """Return what was remembered under ``name``, with all edits to ``tables`` since; None when not known."""
        found = self._cache.recall(name, version, [self.engine.table(table.value) for table in tables])
        if found is None:
            return None
        value, changed = found
        return Recalled(
            value,
            tuple(
                Edit(table, key, _decode_image(table, key, before), self._views[table].get(key))
                for table, documents in zip(tables, changed, strict=True)
                for key, before in documents.items()
            ),
        )

    def remember(self, name: str, version: int, tables: Sequence[Table], value: Json) -> None:
        """Keep ``value`` for :meth:`recall`."""
        self._cache.put(name, version, [self.engine.table(table.value) for table in tables], value)

    # -- changes ---------------------------------------------------------------------------------------------------

    def commit(
        self,
        edits: Sequence[Edit],
        *,
        action: str,
        detail: str = "",
        nature: Nature = Nature.DO,
        target: str | None = None,
    ) -> Change:
        """Make ``edits`` durable as one change and return it as it was stored.

        Where another process changed a record meanwhile, both changes are kept field by field. When this returns, the
        change survives a crash and a power cut. Raises StoreError, and then nothing has changed.
        """
        at = self._clock.now()
        about = {"action": action, "at": at.isoformat(), "id": self._clock.new_id(), "nature": nature.value}
        if detail:
            about["detail"] = detail
        if target is not None:
            about["target"] = target
        images = self._images(target) if nature is not Nature.DO and target is not None else {}
        planner = Planner(self.engine, edits, adding=nature is Nature.DO, images=images)
        self._known = planner.as_wanted
        try:
            self.engine.commit(planner.operations, about)
        finally:
            self._known = {}
        return Change(
            id=about["id"],
            at=at,
            action=action,
            detail=detail,
            nature=nature,
            target=target,
            edits=tuple(_edits(planner)),
        )

    def _images(self, target: str) -> dict[tuple[str, Id], tuple[object, object]]:
        """Return the documents before and after the change ``target``, as they were stored."""
        for row in self.engine.commits():
            if row.get("c", {}).get("id") == target:
                return {(table, key): (before, after) for table, key, before, after in row["o"]}
        return {}

    def changes(self, limit: int = 50) -> Sequence[Change]:
        """Return the latest ``limit`` changes of this file, oldest first, those of earlier sessions included."""
        found: dict[str, Change] = {}
        if limit > 0:
            for row in self.engine.commits():
                about = row.get("c")
                if about is not None and about["id"] not in found:
                    found[about["id"]] = _change(row)
                    if len(found) >= limit:
                        break
        return list(reversed(found.values()))

    def refresh(self) -> bool:
        """Take over what other processes committed; return whether anything changed since this was last asked.

        A commit takes such changes over, too, and the next call tells of them: a read model learns of all.
        """
        return self.engine.refresh()

    def snapshot(self) -> None:
        """Write everything into the plain file; for idle times. Raises StoreError, and nothing is lost."""
        self.engine.fold()

    def close(self) -> None:
        """Write everything into the plain file and let go of it; a second call does nothing."""
        self.engine.close()

    # -- about the file --------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """The plain file, links resolved."""
        return Path(self.engine.path)

    @property
    def read_only(self) -> bool:
        """Whether every commit is refused; a notice says why."""
        return self.engine.read_only

    @property
    def notices(self) -> list[Notice]:
        """What happened to the file that the user should know, one line each, oldest first."""
        return self.engine.notices

    def backup(self) -> Path:
        """Keep the present state for good, and return where."""
        from nettui.store.rescue import backup

        return backup(self.engine, self._clock)

    def backups(self) -> Sequence[Backup]:
        """Return the earlier states that are kept, newest first."""
        return self.engine.backups.list()

    def restore(self, path: str | os.PathLike[str]) -> None:
        """Go back to the state in ``path``: as one change, after a backup, so that it can be undone itself."""
        from nettui.store.rescue import restore

        restore(self.engine, Path(path), self._clock)

    def check(self) -> Report:
        """Read everything there is and return what is wrong with it."""
        from nettui.store.checking import check

        for view in self._views.values():
            len(view)
        return check(self.engine)

    # -- listening to the engine -----------------------------------------------------------------------------------

    def document_changed(self, table: str, key: str) -> None:
        """One document is another one."""
        if table in _OURS:
            edit = self._known.get((table, key))
            self._views[Table(table)].changed(key, None if edit is None else edit.after)

    def reloaded(self) -> None:
        """Everything may be different."""
        for view in self._views.values():
            view.forget()

    def _report(self, table: Table, key: Id, problem: codec.BadValue) -> None:
        self.engine.notices.tell(
            "broken-record",
            _(
                "{path}: the record {id} in {table} is left out: its field {field} cannot be {value}. "
                "It stays in the file as it is."
            ).format(
                path=visible(self.engine.path),
                id=key,
                table=table.value,
                field=problem.field or "-",
                value=one_line(repr(problem.value), 40),
            ),
        )


_OURS = frozenset(table.value for table in Table)


def _decode_image(table: Table, key: Id, image: bytes | None) -> Record | None:
    return None if image is None else _decode_or_none(table, key, json.loads(image))


def _decode_or_none(table: Table, key: Id, document: object) -> Record | None:
    try:
        return codec.decode(table, key, document)
    except codec.BadValue:
        return None


def _edits(planner: Planner) -> Iterable[Edit]:
    """Return what was done; only what had to be merged is decoded."""
    for operation in planner.done:
        if operation.table not in _OURS:
            continue
        known = planner.as_wanted.get((operation.table, operation.key))
        if known is not None:
            yield known
            continue
        table = Table(operation.table)
        before, after = (_decode_image(table, operation.key, image) for image in (operation.before, operation.after))
        yield Edit(table, operation.key, before, after)


def _change(row: Row) -> Change:
    about = row["c"]
    edits = []
    for name, key, before, after in row["o"]:
        if name not in _OURS:
            continue
        table = Table(name)
        images = (None if image is None else _decode_or_none(table, key, image) for image in (before, after))
        edits.append(Edit(table, key, *images))
    return Change(
        id=about["id"],
        at=datetime.fromisoformat(about["at"]),
        action=about["action"],
        detail=about.get("detail", ""),
        nature=Nature(about["nature"]),
        target=about.get("target"),
        edits=tuple(edits),
    )
