"""What Tab makes of a half-typed filter line: names of fields, and values that occur in this network."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from nettui.domain.breadth import MetWays
from nettui.domain.counted import Side
from nettui.domain.current import current_positions
from nettui.domain.query import Target, field_called, field_names
from nettui.domain.query_values import spellings
from nettui.domain.records import Channel, Direction, ExchangeKind, Initiator, Level, Status
from nettui.domain.search import search_fold
from nettui.services.names import computed_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from nettui.domain.records import Person
    from nettui.services.index import Index

__all__ = ["FilterCompletion"]

_LAST = re.compile(r"""(?:(?P<field>[^\W\d_]+):(?P<exact>=)?)?(?P<value>["“„][^"”“]*|\S*)\Z""")
_LEAST = 2
"""Letters of a field's name to be typed before it is offered: a name being looked for is not interrupted at once."""
_OFFERED = 12

_WORDS: Mapping[str, Sequence[str]] = {
    "level": (*Level, "unknown"),
    "employer": tuple(Side),
    "trade": tuple(Side),
    "met": tuple(MetWays),
    "last": (">30d", ">90d", ">180d", ">1y", "<30d", "never"),
    "channel": tuple(Channel),
    "initiator": (*Initiator, "unknown"),
    "starred": ("yes", "no"),
    "kind": tuple(ExchangeKind),
    "status": ("open", *Status),
    "direction": tuple(Direction),
}


class FilterCompletion:
    """Call it with a line: it gives the whole lines that the line may become, the likeliest first.

    Values are collected when first asked for; :meth:`forget` after a change.
    """

    def __init__(self, index: Index, target: Target) -> None:
        self._index = index
        self._target = target
        self._values: dict[str, list[tuple[str, str]]] = {}

    def forget(self) -> None:
        """Collect the values anew when they are next asked for."""
        self._values.clear()

    def __call__(self, line: str) -> list[str]:
        """Return lines that continue ``line``; nothing where it ends with a blank."""
        match = _last_of(line)
        if match is None:
            return []
        before = line[: match.start()]
        if match["field"] is None:
            return [f"{before}{name}:" for name in self._fields(match["value"])]
        field = field_called(match["field"], self._target)
        if field is None:
            return []
        typed = match["value"].lstrip('"“„')
        head = f"{before}{match['field']}:{match['exact'] or ''}"
        return [f"{head}{_quoted(value)}" for value in self._fitting(field, typed)]

    def _fields(self, typed: str) -> list[str]:
        folded = typed.casefold()
        if len(folded) < _LEAST:
            return []
        return [name for name in field_names(self._target) if name.startswith(folded)]

    def _fitting(self, field: str, typed: str) -> list[str]:
        wanted = search_fold(typed)
        if field not in self._values:
            self._values[field] = [(search_fold(value), value) for value in self._collect(field)]
        known = self._values[field]
        first = [value for folded, value in known if folded.startswith(wanted)]
        later = [value for folded, value in known if f" {wanted}" in folded] if wanted else []
        return list(dict.fromkeys((*first, *later)))[:_OFFERED]

    def _collect(self, field: str) -> Iterable[str]:
        if field in {"period", "from", "to"}:
            today = self._index.today
            return (f"{today:%Y-%m}", f"{today:%Y}", str(today.year - 1))
        if field in _WORDS:
            return [typed for value in _WORDS[field] for typed in spellings(value)]
        if field == "group":
            computed = (computed_name(group) for group in self._index.computed_groups())
            return (*self._index.group_names.values(), *computed)
        if field == "tag" and self._target is Target.JOURNAL:
            return _frequent(entry.tags for entry in self._index.entries.values())
        texts = _TEXTS.get(field)
        if texts is None:
            return ()
        found = _frequent(texts(person, self._index) for person in self._index.people.values())
        return [*found, "none"] if field in {"company", "industry"} else found


_TEXTS: Mapping[str, Callable[[Person, Index], Iterable[str]]] = {
    "name": lambda person, _index: (person.name,),
    "with": lambda person, _index: (person.name,),
    "company": lambda person, index: (each.organisation for each in current_positions(person, index.today)),
    "title": lambda person, index: (each.title for each in current_positions(person, index.today)),
    "industry": lambda person, index: (each.industry for each in current_positions(person, index.today)),
    "place": lambda person, _index: (person.place,),
    "tag": lambda person, _index: person.tags,
    "need": lambda person, _index: person.needs,
}


def _frequent(found: Iterable[Iterable[str]]) -> list[str]:
    counts = Counter(text for texts in found for text in texts if text.strip())
    return [text for text, _count in counts.most_common()]


def _last_of(line: str) -> re.Match[str] | None:
    """Return the piece at the end of the line, which may be a value in quotes that are still open."""
    start = 0
    for found in re.finditer(r"""[^\s"“„]*["“„][^"”“]*(?:["”“]|\Z)|\S+""", line):
        start = found.start()
    if not line or (line[-1:].isspace() and not _open_quote(line[start:])):
        return None
    piece = _LAST.match(line, start)
    return piece if piece is not None and piece.end() == len(line) else None


def _open_quote(piece: str) -> bool:
    return len(re.findall('["“”„]', piece)) % 2 == 1


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value
