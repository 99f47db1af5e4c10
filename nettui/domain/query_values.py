"""The values that a filter's fields take: levels, channels, statuses, yes and no, ages, periods, in both languages."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar
from unicodedata import category

from nettui.domain.ledger import COUNTED, OPEN
from nettui.domain.periods import Period, parse_day_bound
from nettui.domain.records import Level, Status
from nettui.errors import InvalidInput
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.domain.query import Term

__all__ = [
    "choice",
    "is_unknown",
    "level_of",
    "parse_age",
    "period_of",
    "plain_value",
    "spellings",
    "statuses_of",
    "word",
    "yes_or_no",
]

_E = TypeVar("_E", bound=StrEnum)

_QUOTES = frozenset('"“”„')

_AGE = re.compile(r"(?P<sign><=|>=|<|>)?\s*(?P<count>\d{1,5})\s*(?P<unit>\w+)\Z")
_UNITS: Mapping[str, float] = {
    **dict.fromkeys(("d", "day", "days", "д", "ден", "дни"), 1),
    **dict.fromkeys(("w", "week", "weeks", "с", "седм", "седмица", "седмици"), 7),
    **dict.fromkeys(("m", "mo", "month", "months", "м", "мес", "месец", "месеца"), 365.25 / 12),
    **dict.fromkeys(("y", "year", "years", "г", "год", "година", "години"), 365.25),
}

_BULGARIAN: Mapping[str, str] = {
    "начало": "earlier",
    "равни": "peer",
    "старши": "senior",
    "извън": "outside",
    "неизвестно": "unknown",
    "никога": "never",
    "няма": "none",
    "мой": "mine",
    "мое": "mine",
    "друг": "other",
    "сам": "self",
    "човек": "person",
    "среща": "met",
    "кафе": "coffee",
    "хранене": "meal",
    "обяд": "meal",
    "хапване": "meal",
    "обаждане": "call",
    "видео": "video",
    "съобщение": "message",
    "имейл": "email",
    "писмо": "letter",
    "събитие": "event",
    "бележка": "note",
    "аз": "me",
    "те": "them",
    "взаимно": "mutual",
    "дадено": "given",
    "получено": "received",
    "препоръка": "recommendation",
    "потвърждение": "endorsement",
    "запознанство": "introduction",
    "насочване": "referral",
    "референция": "reference",
    "съвет": "advice",
    "отзив": "feedback",
    "информация": "information",
    "възможност": "opportunity",
    "помощ": "help",
    "друго": "other",
    "поискано": "asked",
    "предложено": "offered",
    "уговорено": "agreed",
    "готово": "done",
    "благодарено": "thanked",
    "отказано": "declined",
    "изтекло": "lapsed",
    "отворено": "open",
    "отворени": "open",
    "да": "yes",
    "не": "no",
}
"""Bulgarian words for values, folded."""


def word(text: str) -> str:
    """Return a typed word folded, and in English where it is one of the known Bulgarian words."""
    folded = text.casefold()
    return _BULGARIAN.get(folded, folded)


def spellings(value: str) -> list[str]:
    """Return the words under which a value may be typed, in both languages."""
    return [value, *(typed for typed, meant in _BULGARIAN.items() if meant == value)]


def plain_value(text: str) -> str:
    """Return ``text`` without what cannot stand between the quotes of a filter line: quotes, line feeds, control marks.

    Names that were told apart by these marks alone become one; every folding in nettui ignores them anyway.
    """
    return "".join(" " if char in _QUOTES else char for char in text if category(char) != "Cc").strip()


def parse_age(text: str) -> tuple[str, int]:
    """Read ``>180d``, ``<2w``, ``>=6m`` or ``1y`` as a sign and a number of days; no sign means ``>=``.

    A month is 365.25/12 days. Raises InvalidInput.
    """
    match = _AGE.match(text.strip())
    unit = _UNITS.get(match["unit"].casefold()) if match is not None else None
    if match is None or unit is None:
        raise InvalidInput(
            _("Not a length of time: “{text}”.").format(text=text[:40]),
            hint=_("Write >180d, <2w, >6m or >1y."),
        )
    return match["sign"] or ">=", round(int(match["count"]) * unit)


def level_of(term: Term) -> Level | None:
    """Return the level asked for, None for "unknown"; InvalidInput for no level."""
    return None if is_unknown(term) else choice(term, Level, also=("unknown",))


def is_unknown(term: Term) -> bool:
    """Return whether records are asked for in which the field is not known."""
    return word(term.value) in {"unknown", "none", "?"}


def choice(term: Term, kinds: type[_E], also: Sequence[str] = ()) -> _E:
    """Return the member that the value names in full or by an unambiguous beginning; InvalidInput for none.

    ``also`` are values that the caller understands by itself, named in the hint.
    """
    value = word(term.value)
    names = [*(kind.value for kind in kinds), *also]
    starts = [kind for kind in kinds if kind.value.startswith(value)]
    exact = [kind for kind in kinds if kind.value == value]
    found = exact or starts
    if len(found) == 1:
        return found[0]
    from difflib import get_close_matches

    near = get_close_matches(value, names, n=1)
    hint = (
        _("Did you mean “{value}”?").format(value=near[0])
        if near and not starts
        else _("Possible: {values}.").format(values=", ".join(names))
    )
    raise InvalidInput(_("“{value}” is no {field}.").format(value=term.value[:40], field=term.field), hint=hint)


def statuses_of(term: Term) -> frozenset[Status]:
    """Return the statuses asked for: one, or all that are open, or counted; InvalidInput for none."""
    value = word(term.value)
    if value == "open":
        return OPEN
    if value == "counted":
        return COUNTED
    return frozenset({choice(term, Status, also=("open", "counted"))})


def yes_or_no(term: Term) -> bool:
    """Read yes or no; InvalidInput for anything else."""
    value = word(term.value)
    if value in {"yes", "y", "true", "1"}:
        return True
    if value in {"no", "n", "false", "0"}:
        return False
    raise InvalidInput(_("“{value}” is neither yes nor no.").format(value=term.value[:40]))


def period_of(term: Term) -> Period:
    """Return the days that ``from:``, ``to:`` or ``period:`` mean; InvalidInput for what is no date."""
    if term.field == "from":
        return Period.between(parse_day_bound(term.value), None)
    if term.field == "to":
        return Period.between(None, parse_day_bound(term.value))
    return Period.parse(term.value)
