"""Reading a plain file that somebody else wrote or edited: strictly, and keeping what cannot be understood."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from nettui.errors import StoreError
from nettui.i18n import _
from nettui.store.merge import Conflict, merge
from nettui.store.snapshot import Snapshot, dump, is_document_id
from nettui.text import one_line, visible

__all__ = ["Damage", "Reading", "read_foreign"]

_HEADER = re.compile(rb'^,? ?"([^"\\]{1,80})": ?\{$')
_LINE = re.compile(rb'^[ ,]*"(\d{1,40})": ?(.+?),?$')
_FRAME = {b"{", b"}", b"},", b""}


@dataclass(frozen=True, slots=True)
class Damage:
    """A line, counted from 1, that could not be read."""

    line: int
    text: str


@dataclass(slots=True)
class Reading:
    """What was read: the tables, duplicates that were merged, lines that could not be read."""

    snapshot: Snapshot
    conflicts: list[tuple[str, str, Conflict]] = field(default_factory=list)
    damage: list[Damage] = field(default_factory=list)


class _Pairs(list[tuple[str, Any]]):
    """The members of one JSON object, duplicates included."""


def _plain(value: Any) -> Any:
    if isinstance(value, _Pairs):
        return {key: _plain(member) for key, member in value}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def read_foreign(raw: bytes, path: str) -> Reading:
    """Read TinyDB JSON in any layout.

    Two documents under one id, which a merge of two copies can leave behind, become one that keeps both sides' fields.
    Raises StoreError for what is no TinyDB file. A text that is nearly one is read line by line; ``damage`` then names
    the lines that were left out.
    """
    name = visible(path)
    if not raw.strip(b" \t\r\n\0"):
        raise StoreError(
            _("{path} is empty ({size} bytes).").format(path=name, size=len(raw)),
            hint=_("Bring back a backup with 'nettui restore', or delete the file to start a new one."),
        )
    try:
        top = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_Pairs)
    except (ValueError, RecursionError) as error:
        reading = _by_line(raw)
        if reading is not None and reading.damage:
            return reading
        at = error if isinstance(error, json.JSONDecodeError) else None
        where = " (" + _("line {line}, column {column}").format(line=at.lineno, column=at.colno) + ")" if at else ""
        raise StoreError(
            _("{path} is not JSON{where}; nothing was changed.").format(path=name, where=where),
            hint=_("Bring back a backup with 'nettui restore', or name another file."),
        ) from None
    return _tables(top, name)


def _tables(top: Any, name: str) -> Reading:
    reading = Reading(Snapshot())
    if not isinstance(top, _Pairs):
        raise _not_tinydb(name, _("it holds no tables"))
    tables: dict[str, dict[str, bytes]] = {}
    for table, documents in top:
        if not isinstance(documents, _Pairs):
            raise _not_tinydb(name, _("{table} is no table").format(table=one_line(table)))
        found = tables.setdefault(table, {})
        for key, value in documents:
            if not is_document_id(key):
                raise _not_tinydb(
                    name, _("table {table} has the id {id}").format(table=one_line(table), id=one_line(key))
                )
            _add(found, table, key, _plain(value), reading)
    reading.snapshot = Snapshot.of(tables)
    return reading


def _add(found: dict[str, bytes], table: str, key: str, value: Any, reading: Reading) -> None:
    if key in found:
        first = json.loads(found[key])
        if isinstance(first, dict) and isinstance(value, dict):
            value = merge(None, value, first, lambda conflict: reading.conflicts.append((table, key, conflict)))
        elif first != value:
            reading.conflicts.append((table, key, Conflict("", first)))
    found[key] = dump(value)


def _not_tinydb(name: str, reason: str) -> StoreError:
    return StoreError(
        _("{path} is not a TinyDB file: {reason}; nothing was changed.").format(path=name, reason=reason),
        hint=_("Name another file, or bring back a backup with 'nettui restore'."),
    )


def _by_line(raw: bytes) -> Reading | None:
    """Read what is left of our own layout; None when it is none of it."""
    reading = Reading(Snapshot())
    tables: dict[str, dict[str, bytes]] = {}
    current: dict[str, bytes] | None = None
    table = ""
    for number, line in enumerate(raw.split(b"\n"), start=1):
        header = _HEADER.match(line)
        if header is not None:
            table = header[1].decode(errors="replace")
            current = tables.setdefault(table, {})
            continue
        match = _LINE.match(line)
        if match is not None and current is not None:
            try:
                _add(current, table, match[1].decode(), json.loads(match[2]), reading)
            except ValueError:
                reading.damage.append(Damage(number, one_line(line[:400].decode(errors="replace"))))
            continue
        if line.strip() not in _FRAME:
            reading.damage.append(Damage(number, one_line(line[:400].decode(errors="replace"))))
    if not tables:
        return None
    if not reading.damage:  # only the frame is broken: brackets at the end are missing
        reading.damage.append(Damage(raw.count(b"\n") + 1, ""))
    reading.snapshot = Snapshot.of(tables)
    return reading
