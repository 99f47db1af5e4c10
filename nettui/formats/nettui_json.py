"""nettui's own JSON: the whole network, lossless, in one documented document.

Form, version 1::

    {"format": "nettui", "version": 1,
     "me": [...], "groups": [...], "people": [...], "entries": [...], "promises": [...], "exchanges": [...],
     "imports": [...], "snoozes": [...], "reviews": [...]}

Each table is a list of records in order of id. A record is an object of the fields of :mod:`nettui.domain.records`;
fields that have their default value are not written. Dates and times are ISO 8601, times in UTC; partial dates are
``2019``, ``2019-06``, ``2019-06-14`` or ``--06-14``; ids are strings of digits. Keys are sorted, the encoding is UTF-8,
and the same network gives the same bytes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from nettui.domain import records
from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.incoming import FileRead, IncomingRecords
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.text import one_line

if typing.TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.records import Record

__all__ = ["FORMAT", "SOURCE", "VERSION", "export", "is_nettui_json", "read"]

SOURCE = "nettui"
FORMAT = "nettui"
VERSION = 1

_TYPES: Mapping[Table, type[Any]] = {
    Table.ME: records.Me,
    Table.GROUPS: records.Group,
    Table.PEOPLE: records.Person,
    Table.ENTRIES: records.Entry,
    Table.PROMISES: records.Promise,
    Table.EXCHANGES: records.Exchange,
    Table.IMPORTS: records.ImportRun,
    Table.SNOOZES: records.Snooze,
    Table.REVIEWS: records.Review,
}
_SURROGATE = re.compile("[\ud800-\udfff]")


# ---------------------------------------------------------------- writing


def export(network: Iterable[Record]) -> bytes:
    """Return all these records as one document."""
    tables: dict[str, list[Any]] = {table.value: [] for table in Table}
    names = {kind: table.value for table, kind in _TYPES.items()}
    for record in sorted(network, key=lambda r: int(r.id)):
        tables[names[type(record)]].append(_plain(record))
    document = {"format": FORMAT, "version": VERSION, **tables}
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)
    # A lone surrogate is no UTF-8; as an escape it survives, and outside of strings JSON has no such letters.
    return (_SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", text) + "\n").encode()


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of a record
    if dataclasses.is_dataclass(value) and not isinstance(value, PartialDate | Moment | type):
        return {
            f.name: _plain(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if not _is_default(f, getattr(value, f.name))
        }
    if isinstance(value, PartialDate | Moment):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _is_default(field: dataclasses.Field[Any], value: object) -> bool:
    return field.default is not dataclasses.MISSING and bool(value == field.default)


# ---------------------------------------------------------------- reading


class _Invalid(ValueError):
    """A value that does not fit; the message says what was expected."""


def is_nettui_json(data: bytes) -> bool:
    """Whether this looks like a document of ours: an object that names the format near its start."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"format": "nettui"' in data.replace(
        b'"format":"nettui"', b'"format": "nettui"', 1
    )


def read(name: str, data: bytes) -> IncomingRecords:
    """Read a document back. Raises InvalidInput, with the place, when any of it is not as described above."""
    shown = one_line(name)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InvalidInput(_("{name} is broken: not complete JSON.").format(name=shown)) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidInput(_("{name} is not a nettui export.").format(name=shown))
    version = document.get("version")
    if version != VERSION or isinstance(version, bool):
        raise InvalidInput(
            _("{name} has version {version} of nettui's format; this program reads version {known}.").format(
                name=shown, version=one_line(str(version)), known=VERSION
            ),
            hint=_("Update nettui."),
        )
    result = IncomingRecords(source=SOURCE, name=name, sha256=hashlib.sha256(data).hexdigest())
    unknown = set(document) - {t.value for t in Table} - {"format", "version"}
    if unknown:
        raise _at(shown, min(unknown), _("this table is not known"))
    for table, kind in _TYPES.items():
        rows = document.get(table.value, [])
        if not isinstance(rows, list):
            raise _at(shown, table.value, _("a list was expected"))
        for number, row in enumerate(rows):
            _read_record(result, shown, table, kind, number, row)
        result.files.append(FileRead(table.value, len(rows)))
    return result


def _at(name: str, place: str, what: str) -> InvalidInput:
    return InvalidInput(_("{name}: {place}: {what}").format(name=name, place=one_line(place), what=what))


def _read_record(result: IncomingRecords, shown: str, table: Table, kind: type[Any], number: int, row: object) -> None:
    try:
        record = _value(kind, row, "")
        if not (record.id.isascii() and record.id.isdigit() and len(record.id) <= 19):
            raise _Invalid(_("an id is a string of up to 19 digits"))
        if (table.value, record.id) in result.records:
            raise _Invalid(_("this id occurs twice"))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        what = str(error) if isinstance(error, _Invalid) else _("not a value this field can have")
        raise _at(shown, f"{table}[{number}]", what) from None
    result.records[table.value, record.id] = record


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    names = {"Id": str, "PartialDate": PartialDate, "Moment": Moment, "Mapping": Mapping, "Table": Table}
    return typing.get_type_hints(kind, localns=names)


def _value(hint: Any, value: Any, where: str) -> Any:  # noqa: ANN401 - JSON in, a field's value out
    origin = typing.get_origin(hint)
    if origin in {types.UnionType, typing.Union}:
        if value is None:
            return None
        return _value(next(a for a in typing.get_args(hint) if a is not type(None)), value, where)
    if origin is tuple:
        items = _expect(value, list, where)
        return tuple(_value(typing.get_args(hint)[0], item, where) for item in items)
    if origin is Mapping:
        inner = typing.get_args(hint)[1]
        return {key: _value(inner, item, where) for key, item in _expect(value, dict, where).items()}
    if hint in _SCALARS:
        return _SCALARS[hint](value, where)
    if issubclass(hint, StrEnum):
        return hint(_expect(value, str, where))
    return _record(hint, value, where)


def _record(kind: type[Any], value: object, where: str) -> Any:  # noqa: ANN401 - an instance of ``kind``
    row = _expect(value, dict, where)
    hints = _hints(kind)  # type: ignore[arg-type] # mypy 1.x takes type[Any] for unhashable
    for name in row:
        if name not in hints:
            raise _Invalid(_("there is no field {name}").format(name=one_line(name)))
    return kind(**{name: _value(hints[name], item, name) for name, item in row.items()})


def _expect(value: Any, kind: type[Any], where: str) -> Any:  # noqa: ANN401 - an instance of ``kind``
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise _Invalid(_("{field} has another form than expected").format(field=where or "record"))
    return value


def _time(value: object, where: str) -> datetime:
    at = datetime.fromisoformat(_expect(value, str, where))
    if at.tzinfo is None:
        raise _Invalid(_("{field} names no time zone").format(field=where))
    return at.astimezone(UTC)


_SCALARS: Mapping[Any, Any] = {
    str: lambda value, where: _expect(value, str, where),
    int: lambda value, where: _expect(value, int, where),
    bool: lambda value, where: _expect(value, bool, where),
    date: lambda value, where: date.fromisoformat(_expect(value, str, where)),
    datetime: _time,
    PartialDate: lambda value, where: PartialDate.parse(_expect(value, str, where)),
    Moment: lambda value, where: Moment.parse(_expect(value, str, where)),
}
