"""From the edits that a use-case wants to the operations on what the file holds at that moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from nettui.errors import StoreError
from nettui.i18n import _
from nettui.store import codec
from nettui.store.merge import merge
from nettui.store.operations import Operation
from nettui.store.snapshot import dump
from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.domain.change import Edit
    from nettui.domain.ids import Id
    from nettui.store.engine import Engine
    from nettui.store.merge import Conflict, Document

__all__ = ["Planner"]

_RESERVED_DIGITS = 15
"""Shorter ids are reserved ones: the same in every file, so that two additions are one record."""


class Planner:
    """Plans one commit: :meth:`operations` is called under the store's lock.

    ``done`` is what it returned last, ``as_wanted`` the edits that needed no merging, so that their records are known.
    ``images`` are the documents before and after the change that an undo or redo is about: written back verbatim, with
    all that a record does not know.
    """

    def __init__(
        self,
        engine: Engine,
        edits: Sequence[Edit],
        *,
        adding: bool,
        images: Mapping[tuple[str, Id], tuple[object, object]],
    ) -> None:
        self._engine = engine
        self._edits = edits
        self._adding = adding
        self._images = images
        self.done: list[Operation] = []
        self.as_wanted: dict[tuple[str, Id], Edit] = {}

    def operations(self) -> list[Operation]:
        """Return what to do, merged with what others did since the records were read."""
        rows: list[tuple[str, Id, bytes | None, Document | None]] = []
        conflicts: list[Operation] = []
        self.as_wanted.clear()
        renamed: dict[Id, Id] = {}
        for edit in self._edits:
            table, key = edit.table.value, edit.id
            stored = self._engine.table(table).get(key)
            current = None if stored is None else json.loads(stored)
            after = self._document(edit, current)
            if not self._is_current(edit, current):
                if self._adding and edit.before is None and len(key) > _RESERVED_DIGITS and current != after:
                    # Two terminals made two records under one id: they are two, and links of this commit follow.
                    key = renamed[edit.id] = self._free_id(table)
                    stored = None
                else:
                    after = self._merged(edit, current, after, conflicts)
            elif not renamed:
                self.as_wanted[table, key] = edit
            rows.append((table, key, stored, after))
        operations = []
        for table, key, stored, document in rows:
            if renamed and document is not None:
                self.as_wanted.pop((table, key), None)
                document = _relink(document, renamed)  # noqa: PLW2901
            after_bytes = None if document is None else dump(document)
            if after_bytes != stored:
                operations.append(Operation(table, key, stored, after_bytes))
        self.done = operations + conflicts
        return self.done

    def _is_current(self, edit: Edit, current: Any) -> bool:
        """Whether the file holds what the use-case saw."""
        if current is None:
            return edit.before is None
        try:
            return codec.decode(edit.table, edit.id, current) == edit.before
        except codec.BadValue as problem:
            raise StoreError(
                _("The change was NOT saved: the record {id} in {table} of {path} cannot be read.").format(
                    id=edit.id, table=edit.table.value, path=visible(self._engine.path)
                ),
                hint=_("Correct its field {field} in the file first.").format(field=problem.field or "-"),
            ) from None

    def _document(self, edit: Edit, current: Any) -> Document | None:
        if edit.after is None:
            return None
        for image in self._images.get((edit.table.value, edit.id), ()):
            if isinstance(image, dict) and _decodes_to(edit, image):
                return image
        document = codec.encode(edit.after)
        return codec.preserve(edit.table, document, current) if isinstance(current, dict) else document

    def _merged(self, edit: Edit, current: Any, after: Document | None, conflicts: list[Operation]) -> Document | None:
        base = None if edit.before is None else codec.encode(edit.before)
        if base is not None and isinstance(current, dict):
            base = codec.preserve(edit.table, base, current)
        found: list[Conflict] = []
        merged = merge(base, after, current, found.append)
        if merged is not None:
            try:
                codec.decode(edit.table, edit.id, merged)
            except codec.BadValue:  # each side is a record, their mixture is none
                merged = after if after is not None else current
        conflicts.extend(self._engine.conflict(edit.table.value, edit.id, conflict) for conflict in found)
        return merged

    def _free_id(self, table: str) -> Id:
        while True:
            key = self._engine.new_id()
            if self._engine.table(table).get(key) is None:
                return key


def _decodes_to(edit: Edit, image: Document) -> bool:
    try:
        return codec.decode(edit.table, edit.id, image) == edit.after
    except codec.BadValue:
        return False


def _relink(value: Any, renamed: Mapping[Id, Id]) -> Any:
    if isinstance(value, dict):
        return {key: _relink(member, renamed) for key, member in value.items()}
    if isinstance(value, list):
        return [_relink(item, renamed) for item in value]
    return renamed.get(value, value) if isinstance(value, str) else value
