"""Schema versions: what this nettui writes, what it can read, and the steps from one to the next.

A step is a pure function of one document. ``schema`` in the file's ``_meta`` says which version wrote it and
``min_reader`` the oldest version that may still read it: such a version may look, but not write.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from nettui.errors import StoreError
from nettui.i18n import _
from nettui.store.snapshot import dump
from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nettui.store.merge import Document
    from nettui.store.snapshot import Snapshot

__all__ = ["APP", "CURRENT", "META", "Outcome", "Schema", "Step"]

META, META_ID, APP = "_meta", "1", "nettui"
KNOWN = {"me", "groups", "people", "entries", "promises", "exchanges", "imports", "snoozes", "reviews"}

Step: TypeAlias = "Callable[[str, Document], Document | None]"
"""Takes table and document of one version and returns the document of the next; None drops it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``newer``: a newer nettui wrote the file. ``migrated``: it was brought up to this version."""

    newer: bool = False
    migrated: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """A version and the way to it. ``steps[n]`` leads from version n to n + 1."""

    version: int
    min_reader: int
    steps: Mapping[int, Step]

    def meta(self) -> Document:
        """Return the document that says so in a file."""
        return {"app": APP, "min_reader": self.min_reader, "schema": self.version}

    def apply(self, snapshot: Snapshot, path: str, pin: Callable[[], None]) -> Outcome:
        """Bring ``snapshot`` up to this version. ``pin`` keeps a copy of the file first.

        Raises StoreError for a file of another program, and for one that this version must not read.
        """
        stored = snapshot.table(META).get(META_ID)
        meta: Document = json.loads(stored) if stored is not None else {}
        if stored is None and (not snapshot.names() or KNOWN & set(snapshot.names())):
            snapshot.table(META).put(META_ID, dump(self.meta()))
            return Outcome()
        version, reader = _versions(meta, path)
        if reader > self.version:
            raise StoreError(
                _("{path} was written by a newer nettui (format {version}, this one reads {ours}).").format(
                    path=visible(path), version=version, ours=self.version
                ),
                hint=_("Install the newer nettui; nothing was changed."),
            )
        if version > self.version:
            return Outcome(newer=True)
        if version == self.version:
            return Outcome()
        pin()
        for number in range(version, self.version):
            _step(snapshot, self.steps[number])
        snapshot.table(META).put(META_ID, dump({**meta, **self.meta()}))
        return Outcome(migrated=True)


def _versions(meta: object, path: str) -> tuple[int, int]:
    if isinstance(meta, dict) and meta.get("app") == APP:
        version, reader = meta.get("schema"), meta.get("min_reader", meta.get("schema"))
        if isinstance(version, int) and isinstance(reader, int) and version >= 1:
            return version, reader
    raise StoreError(
        _("{path} is a TinyDB file of another program; nothing was changed.").format(path=visible(path)),
        hint=_("Name another file."),
    )


def _step(snapshot: Snapshot, step: Step) -> None:
    for name in snapshot.names():
        if name.startswith("_"):
            continue
        lines = snapshot.table(name)
        for key, stored in list(lines.items()):
            document = json.loads(stored)
            if not isinstance(document, dict):
                continue
            after = step(name, document)
            if after != document:
                lines.put(key, None if after is None else dump(after))


CURRENT = Schema(version=1, min_reader=1, steps={})
