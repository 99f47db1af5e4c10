"""The filter line: ``company:Acme group:friends last:>180d "data team"`` as a predicate on people, journal or ledger.

Terms are separated by blanks and must all hold. ``field:value`` narrows by a field, a bare word is looked for in all
text of the record. A value with blanks stands in double quotes. ``field:=value`` means the one that is called so, where
``field:value`` is content with a part of the name. Which fields there are depends on the list (:class:`Target`); some
also have a Bulgarian name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.errors import InvalidInput
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "EXACT",
    "EXAMPLES",
    "FIELDS",
    "Piece",
    "Query",
    "Target",
    "Term",
    "field_called",
    "field_names",
    "parse",
    "pieces",
    "term_of",
]


class Target(StrEnum):
    """What a query selects from."""

    PEOPLE = "people"
    JOURNAL = "journal"
    LEDGER = "ledger"


FIELDS: Mapping[Target, tuple[str, ...]] = {
    Target.PEOPLE: (
        *("name", "company", "title", "group", "level", "industry", "place", "tag", "met", "need", "last"),
        *("employer", "trade"),
    ),
    Target.JOURNAL: ("with", "channel", "group", "tag", "period", "from", "to", "initiator", "starred"),
    Target.LEDGER: ("with", "kind", "status", "direction", "group", "period", "from", "to"),
}
"""The fields of each list, in the order in which help names them."""

EXACT = frozenset({"company", "industry", "group", "level", "met", "employer", "trade"})
"""Fields that take ``:=``; of the others the sign is a part of the value."""

_ALIASES: Mapping[str, str] = {
    "organisation": "company",
    "organization": "company",
    "circle": "group",
    "until": "to",
    "since": "from",
    "person": "with",
    "име": "name",
    "фирма": "company",
    "компания": "company",
    "длъжност": "title",
    "група": "group",
    "кръг": "group",
    "ниво": "level",
    "бранш": "industry",
    "индустрия": "industry",
    "място": "place",
    "град": "place",
    "таг": "tag",
    "етикет": "tag",
    "запознати": "met",
    "нужда": "need",
    "последно": "last",
    "работодател": "employer",
    "отрасъл": "trade",
    "с": "with",
    "със": "with",
    "канал": "channel",
    "период": "period",
    "от": "from",
    "до": "to",
    "вид": "kind",
    "статус": "status",
    "посока": "direction",
    "звезда": "starred",
}

_TERM = re.compile(
    r"""
    (?:(?P<field>[^\W\d_]+):(?!//)(?P<exact>=)?)?      # a field's name; https:// is a word
    (?:["“„](?P<quoted>[^"”“]*)(?:["”“]|\Z)|(?P<plain>\S*))
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: ``field`` empty means any text of the record. ``value`` is as typed, without its quotes.

    ``exact`` asks for the one that is called so, not for all whose name has it as a part.
    """

    field: str
    value: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed filter line; all ``terms`` must hold, none means everything."""

    target: Target
    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def values(self, field: str) -> list[str]:
        """Return the values asked for in ``field``; "" gives the bare words."""
        return [term.value for term in self.terms if term.field == field]


@dataclass(frozen=True, slots=True)
class Piece:
    """One blank-separated part of a filter line: ``field`` as typed (empty for a bare word), ``value`` unquoted."""

    field: str
    value: str
    exact: bool = False


def pieces(text: str) -> list[Piece]:
    """Split a filter line. A quote left open ends with the line."""
    found: list[Piece] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = _TERM.match(text, position)
        if match is None or match.end() == position:  # pragma: no cover - every text that is no blank is a word
            break
        position = match.end()
        value = (match["quoted"] if match["quoted"] is not None else match["plain"]).strip()
        found.append(Piece(match["field"] or "", value, exact=match["exact"] is not None))
    return found


def parse(text: str, target: Target = Target.PEOPLE) -> Query:
    """Read a filter line. A quote left open ends with the line.

    Raises InvalidInput for a field that ``target`` does not have, naming the nearest it has, and for a field without a
    value.
    """
    terms = (term_of(piece, target) for piece in pieces(text))
    return Query(target, tuple(term for term in terms if term is not None))


def term_of(piece: Piece, target: Target) -> Term | None:
    """Return what a part of a filter line means, None for empty quotes; InvalidInput as :func:`parse`."""
    field = _field(piece.field, target) if piece.field else ""
    if piece.exact and field not in EXACT:
        piece = Piece(piece.field, f"={piece.value}")
    if field and not piece.value:
        raise InvalidInput(
            _("“{field}:” needs a value.").format(field=piece.field),
            hint=_("For instance {example}.").format(example=EXAMPLES[field]),
        )
    return Term(field, piece.value, exact=piece.exact) if piece.value else None


EXAMPLES: Mapping[str, str] = {
    "name": "name:maria",
    "company": 'company:"Acme Data"',
    "title": "title:engineer",
    "group": "group:friends",
    "level": "level:senior",
    "industry": "industry:energy",
    "place": "place:sofia",
    "tag": "tag:thesis",
    "met": "met:2019",
    "need": "need:designer",
    "last": "last:>180d",
    "employer": "employer:mine",
    "trade": "trade:mine",
    "with": "with:maria",
    "channel": "channel:coffee",
    "period": "period:2026-11",
    "from": "from:2026-01",
    "to": "to:2026-03-31",
    "initiator": "initiator:me",
    "starred": "starred:yes",
    "kind": "kind:recommendation",
    "status": "status:open",
    "direction": "direction:given",
}


def _field(typed: str, target: Target) -> str:
    known = FIELDS[target]
    folded = typed.casefold()
    field = _ALIASES.get(folded, folded)
    if field in known:
        return field
    from difflib import get_close_matches

    near = get_close_matches(folded, field_names(target), n=1, cutoff=0.5)
    if near:
        hint = _("Did you mean “{field}:”?").format(field=near[0])
    else:
        hint = _("There are: {fields}.").format(fields=", ".join(f"{name}:" for name in known))
    raise InvalidInput(_("No such field: “{field}:”.").format(field=typed), hint=hint)


def field_names(target: Target) -> list[str]:
    """Return every name under which ``target`` knows a field, in both languages, for completing what is typed."""
    known = FIELDS[target]
    return [*known, *(alias for alias, name in _ALIASES.items() if name in known)]


def field_called(typed: str, target: Target) -> str | None:
    """Return the field that ``typed`` names in full; None for none."""
    folded = typed.casefold()
    field = _ALIASES.get(folded, folded)
    return field if field in FIELDS[target] else None
