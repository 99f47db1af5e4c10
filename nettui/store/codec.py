"""Records to documents and back, from the types of the dataclasses alone.

A value equal to its field's default is left out. Dates are ISO 8601 strings, moments of time end in ``Z``. The id is
the document's key and not repeated in it. What a document holds beyond the known fields is somebody else's, or a newer
nettui's, and is carried along when the record is written again.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from nettui.domain import records
from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate

if TYPE_CHECKING:
    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.store.merge import Document

__all__ = ["RECORD_OF", "BadValue", "decode", "encode", "preserve"]

RECORD_OF: Mapping[Table, type[Any]] = {
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

_NAMES = {"Id": str, "Mapping": Mapping, "Moment": Moment, "PartialDate": PartialDate, "Table": Table}
"""Names that the records' annotations use but their module imports only for type checkers."""

_MISSING: Any = dataclasses.MISSING
Function: TypeAlias = "Callable[[Any], Any]"


class BadValue(ValueError):
    """A value that its field cannot have. ``field`` is the path within the document, ``value`` what stands there."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(field, value)
        self.field = field
        self.value = value


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    name: str
    required: bool
    default: Any
    encode: Function
    decode: Function
    nested: _Plan | None
    many: bool


@dataclasses.dataclass(frozen=True, slots=True)
class _Plan:
    type: type[Any]
    fields: tuple[_Field, ...]
    by_name: Mapping[str, _Field]
    required: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the fields."""
        return frozenset(self.by_name)


_plans: dict[type[Any], _Plan] = {}


def _plan(cls: type[Any]) -> _Plan:
    plan = _plans.get(cls)
    if plan is None:
        hints = typing.get_type_hints(cls, localns=_NAMES)
        fields = tuple(
            _field(f, hints[f.name]) for f in dataclasses.fields(cls) if f.name != "id" or not _is_record(cls)
        )
        required = tuple(f.name for f in fields if f.required)
        plan = _plans[cls] = _Plan(cls, fields, {f.name: f for f in fields}, required)
    return plan


def _is_record(cls: type[Any]) -> bool:
    return cls in RECORD_OF.values()


def _field(field: dataclasses.Field[Any], hint: Any) -> _Field:
    made = field.default_factory
    default = field.default if made is dataclasses.MISSING else made()
    encode, decode, nested, many = _functions(hint)
    return _Field(field.name, default is _MISSING, default, encode, decode, nested, many)


def _functions(hint: Any) -> tuple[Function, Function, _Plan | None, bool]:
    """Return how a value of type ``hint`` is written and read; and for dataclasses their plan, and whether many."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        inner = next(argument for argument in arguments if argument is not types.NoneType)
        return _functions(inner)
    if origin is tuple:
        encode, decode, nested, _many = _functions(arguments[0])
        return (lambda values: [encode(value) for value in values]), _tuple_reader(decode), nested, True
    if origin is Mapping:
        _encode, decode, _nested, _many = _functions(arguments[1])
        return dict, _mapping_reader(decode), None, False
    if dataclasses.is_dataclass(hint) and hint not in {Moment, PartialDate}:
        plan = _plan(cast("type[Any]", hint))
        return (lambda value: _write(plan, value)), (lambda value: _read(plan, value)), plan, False
    encode, decode = _scalar(hint)
    return encode, decode, None, False


def _same(value: Any) -> Any:
    return value


def _scalar(hint: Any) -> tuple[Function, Function]:
    if hint is Moment:
        return str, lambda value: Moment.parse(_text(value))
    if hint is PartialDate:
        return str, lambda value: PartialDate.parse(_text(value))
    if hint is datetime:
        return _write_time, _read_time
    if hint is date:
        return date.isoformat, lambda value: date.fromisoformat(_text(value))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda value: value.value), _member_reader(hint)
    if hint is str:
        return _same, _text
    if hint is bool:
        return _same, _typed(bool)
    if hint is int:
        return _same, _integer
    raise TypeError(f"no rule for {hint!r}")


def _member_reader(kind: type[Enum]) -> Function:
    members = {member.value: member for member in kind}

    def read(value: Any) -> Enum:
        try:
            return members[value]
        except KeyError:
            raise ValueError("no such word") from None

    return read


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _typed(kind: type) -> Function:
    def read(value: Any) -> Any:
        if not isinstance(value, kind):
            raise ValueError("wrong type")
        return value

    return read


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("not a whole number")
    return value


def _write_time(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read_time(value: Any) -> datetime:
    at = datetime.fromisoformat(_text(value))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _tuple_reader(decode: Function) -> Function:
    def read(values: Any) -> tuple[Any, ...]:
        if not isinstance(values, list):
            raise ValueError("not a list")
        if decode is _text and all(type(value) is str for value in values):
            return tuple(values)
        out = []
        for number, value in enumerate(values):
            try:
                out.append(decode(value))
            except BadValue as error:
                raise BadValue(f"[{number}].{error.field}", error.value) from None
            except (ValueError, TypeError):
                raise BadValue(f"[{number}]", value) from None
        return tuple(out)

    return read


def _mapping_reader(decode: Function) -> Function:
    def read(value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise ValueError("not a mapping")
        return types.MappingProxyType({key: decode(member) for key, member in value.items()})

    return read


def _write(plan: _Plan, value: Any) -> Document:
    document = {}
    for field in plan.fields:
        member = getattr(value, field.name)
        if field.required or member != field.default:
            document[field.name] = field.encode(member)
    return document


def _arguments(plan: _Plan, document: Any) -> dict[str, Any]:
    if not isinstance(document, dict):
        raise BadValue("", document)
    arguments = {}
    fields = plan.by_name
    for name, value in document.items():  # few of the fields stand in a document, and most documents are read in bulk
        if value is None or name not in fields:
            continue
        try:
            arguments[name] = fields[name].decode(value)
        except BadValue as error:
            dot = "" if error.field.startswith("[") or not error.field else "."
            raise BadValue(f"{name}{dot}{error.field}", error.value) from None
        except (ValueError, TypeError):
            raise BadValue(name, value) from None
    for name in plan.required:
        if name not in arguments:
            raise BadValue(name, None)
    return arguments


def _read(plan: _Plan, document: Any) -> Any:
    try:
        return plan.type(**_arguments(plan, document))
    except BadValue:
        raise
    except ValueError:
        raise BadValue("", document) from None


def encode(record: Record) -> Document:
    """Return the document of ``record``."""
    return _write(_plan(type(record)), record)


def decode(table: Table, key: Id, document: object) -> Record:
    """Return the record of a document. Raises BadValue."""
    plan = _plan(RECORD_OF[table])
    arguments = _arguments(plan, document)
    try:
        return cast("Record", plan.type(id=key, **arguments))
    except ValueError as error:
        raise BadValue("", str(error)) from None


def preserve(table: Table, document: Document, stored: Document) -> Document:
    """Return ``document`` with what ``stored`` holds beyond the fields that this version knows."""
    return _preserve(_plan(RECORD_OF[table]), document, stored)


def _preserve(plan: _Plan, document: Document, stored: Document) -> Document:
    kept = {key: value for key, value in stored.items() if key not in plan.names}
    out = {**kept, **document}
    for field in plan.fields:
        if field.nested is None or field.name not in document or field.name not in stored:
            continue
        here, there = document[field.name], stored[field.name]
        if field.many and isinstance(there, list):
            out[field.name] = [_same_item(field, item, there) for item in here]
        elif isinstance(there, dict):
            out[field.name] = _preserve(field.nested, here, there)
    return out


def _same_item(field: _Field, item: Document, stored: list[Any]) -> Document:
    """Return the stored item that means the same as ``item``, with all that it carries; else ``item``."""
    names = cast("_Plan", field.nested).names
    for other in stored:
        if isinstance(other, dict) and {key: other[key] for key in other.keys() & names} == item:
            return other
    return item
