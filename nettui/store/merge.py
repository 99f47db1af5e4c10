"""Three-way merge of documents, field by field.

The rules: what only one side changed is taken; lists merge as sets in order; an edit beats a deletion; where both
changed one value, the side with the later ``changed`` wins and the other value is reported as a conflict, never
dropped. ``merge(b, x, b) == merge(b, b, x) == merge(b, x, x) == x``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from nettui.store.snapshot import dump

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Conflict", "Document", "merge"]

Document: TypeAlias = "dict[str, Any]"

_STAMP = "changed"
_ABSENT: Any = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that lost: ``field`` is its path within the document, empty for the whole of it."""

    field: str
    lost: Any


def merge(
    base: Document | None, ours: Document | None, theirs: Document | None, report: Callable[[Conflict], None]
) -> Document | None:
    """Return what both sides made of ``base`` (None: absent), and report every value that had to give way."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if ours is None or theirs is None:
        return theirs if ours is None else ours
    ours_wins = str(ours.get(_STAMP) or "") >= str(theirs.get(_STAMP) or "")
    merged = _fields(base or {}, ours, theirs, ours_wins=ours_wins, path="", report=report)
    stamps = [side[_STAMP] for side in (ours, theirs) if isinstance(side.get(_STAMP), str)]
    if stamps:
        merged[_STAMP] = max(stamps)
    return merged


def _fields(
    base: Document,
    ours: Document,
    theirs: Document,
    *,
    ours_wins: bool,
    path: str,
    report: Callable[[Conflict], None],
) -> Document:
    merged: Document = {}
    for key in sorted(ours.keys() | theirs.keys()):
        where = f"{path}.{key}" if path else key
        value = _value(
            base.get(key, _ABSENT), ours.get(key), theirs.get(key), ours_wins=ours_wins, path=where, report=report
        )
        if value is not None:
            merged[key] = value
    return merged


def _value(base: Any, ours: Any, theirs: Any, *, ours_wins: bool, path: str, report: Callable[[Conflict], None]) -> Any:
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    # An absent list or mapping is an empty one: the file leaves empty values out.
    kinds = {type(side) for side in (ours, theirs) if side is not None}
    if kinds == {list}:
        former = base if isinstance(base, list) else []
        return _lists(former, ours or [], theirs or [], ours_wins=ours_wins, path=path, report=report) or None
    if kinds == {dict} and ours is not None and theirs is not None:
        old = base if isinstance(base, dict) else {}
        return _fields(old, ours, theirs, ours_wins=ours_wins, path=path, report=report)
    if path != _STAMP:
        lost = theirs if ours_wins else ours
        report(Conflict(path, lost))
    return ours if ours_wins else theirs


def _identity(item: Any) -> Any:
    """Return what makes two items of a list the same: source and id of a foreign id, else the whole value."""
    if isinstance(item, dict) and "source" in item and "id" in item:
        return dump([item["source"], item["id"]])
    return item if isinstance(item, str) else dump(item)


def _keyed(items: Sequence[Any]) -> dict[tuple[Any, int], Any]:
    """Return items by what they are and how often that came before, so that a repeated one is not lost."""
    seen: dict[Any, int] = {}
    keyed = {}
    for item in items:
        identity = _identity(item)
        seen[identity] = seen.get(identity, 0) + 1
        keyed[identity, seen[identity]] = item
    return keyed


def _lists(
    base: Sequence[Any],
    ours: Sequence[Any],
    theirs: Sequence[Any],
    *,
    ours_wins: bool,
    path: str,
    report: Callable[[Conflict], None],
) -> list[Any]:
    old, left, right = _keyed(base), _keyed(ours), _keyed(theirs)
    merged = []
    for key, item in left.items():
        if key in right:
            merged.append(_value(old.get(key), item, right[key], ours_wins=ours_wins, path=path, report=report))
        elif key not in old or old[key] != item:
            merged.append(item)
    merged.extend(item for key, item in right.items() if key not in left and (key not in old or old[key] != item))
    return merged
