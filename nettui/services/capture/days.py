"""The table that reads a day from its words; :mod:`nettui.services.capture.when` says what each phrase means."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain.dates import PartialDate
from nettui.services.capture.phrases import MODIFIERS, MONTHS, NAMED_DAYS, NUMBERS, UNITS, WEEKDAYS
from nettui.services.capture.wordlist import wordset

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Day", "read_day"]

Day: TypeAlias = date | PartialDate
Words: TypeAlias = tuple[str, ...]

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_DOTTED = re.compile(r"(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d\d))?(?:г|г\.)?\Z")
_ORDINAL = re.compile(r"(\d{1,2})(?:-?(?:ви|ри|ти|и|ми|то|о|ия|ият|ти|st|nd|rd|th))\Z")
_YEAR = re.compile(r"((?:19|20)\d\d)г?\Z")
_NOISE = wordset("of the г година year число")
_SEARCHED_YEARS = 8  # between 29 February and the next there are at most eight years


def read_day(words: Words, today: date, *, ahead: bool) -> Day | None:
    """Return the day that lower-case ``words`` name, looking back from ``today`` or, with ``ahead``, forward.

    A month or a year alone is a partial date. The result may lie on the wrong side of ``today`` where the words leave
    no choice. Raises ValueError or OverflowError for a date that does not exist.
    """
    if not words:
        return None
    phrase = " ".join(words)
    if phrase in NAMED_DAYS:
        return today + timedelta(days=NAMED_DAYS[phrase])
    for reader in (_weekday, _distance, _period, _end_of, _numeric, _with_month, _ordinal):
        day = reader(words, today, ahead=ahead)
        if day is not None:
            return day
    if len(words) > 1:  # a weekday or a named day beside the full date only repeats it
        if words[0] in WEEKDAYS:
            return read_day(words[2:] if words[1] in {"на", "the"} else words[1:], today, ahead=ahead)
        if words[-1] in WEEKDAYS:
            return read_day(words[:-1], today, ahead=ahead)
    return None


def _weekday(words: Words, today: date, *, ahead: bool) -> date | None:
    if words[-1] not in WEEKDAYS or len(words) > 2:
        return None
    index = WEEKDAYS[words[-1]]
    modifier = MODIFIERS.get(words[0]) if len(words) == 2 else None
    if len(words) == 2 and modifier is None:
        return None
    monday = today - timedelta(days=today.weekday())
    if modifier == 1:
        return monday + timedelta(days=7 + index)
    if modifier == 0 and (not ahead or monday + timedelta(days=index) >= today):
        return monday + timedelta(days=index)
    if ahead and modifier != -1:
        return today + timedelta(days=(index - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - index - 1) % 7 + 1)


def _distance(words: Words, today: date, *, ahead: bool) -> date | None:  # noqa: ARG001 - one signature for all readers
    """``3 days ago``, ``преди две седмици``, ``in a week``, ``след месец``."""
    if words[-1] == "ago":
        sign, rest = -1, words[:-1]
    elif words[0] in {"преди", "in", "след", "within"}:
        sign, rest = (-1 if words[0] == "преди" else 1), words[1:]
    else:
        return None
    rest = tuple(word for word in rest if word != "of")
    if rest[:2] == ("a", "couple"):
        rest = rest[1:]
    if not 1 <= len(rest) <= 2 or rest[-1] not in UNITS:
        return None
    count = 1 if len(rest) == 1 else _count(rest[0])
    return None if count is None else _moved(today, sign * count, UNITS[rest[-1]])


def _count(word: str) -> int | None:
    if word in NUMBERS:
        return NUMBERS[word]
    return int(word) if re.fullmatch(r"\d{1,4}", word) else None


def _moved(day: date, count: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1), 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _period(words: Words, today: date, *, ahead: bool) -> Day | None:
    """``last week``, ``next month``, ``тази година``."""
    if len(words) != 2 or words[0] not in MODIFIERS or words[1] not in UNITS:
        return None
    moved = _moved(today, MODIFIERS[words[0]], UNITS[words[1]])
    return _end(moved, UNITS[words[1]]) if ahead else moved


def _end(day: date, unit: str) -> Day:
    if unit == "week":
        return day + timedelta(days=6 - day.weekday())
    if unit == "month":
        return PartialDate(day.year, day.month)
    return PartialDate(day.year) if unit == "year" else day


def _end_of(words: Words, today: date, *, ahead: bool) -> Day | None:
    """``end of month``, ``края на следващата седмица``, ``end of december``: its last day."""
    if not ahead or len(words) < 3 or words[0] not in {"end", "края", "край"} or words[1] not in {"of", "на"}:
        return None
    rest = tuple(word for word in words[2:] if word != "the")
    if len(rest) == 1 and rest[0] in UNITS:
        rest = ("this", rest[0])
    day = _period(rest, today, ahead=True) or _with_month(rest, today, ahead=True)
    return day.last_day() if isinstance(day, PartialDate) else day


def _numeric(words: Words, today: date, *, ahead: bool) -> Day | None:
    rest = [word for word in words if word not in _NOISE]
    if len(rest) != 1:
        return None
    if ahead and (year := _YEAR.match(rest[0])):
        return PartialDate(int(year[1]))
    if match := _ISO.match(rest[0]):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTTED.match(rest[0]):
        day, month, written = int(match[1]), int(match[3]), match[4]
        if written is None and match[2] == "-":
            return None  # "3-4" is a range or a score, not a date
        year_of = None if written is None else int(written) + (2000 if len(written) == 2 else 0)
        return _dated(day, month, year_of, today, ahead=ahead)
    return None


def _with_month(words: Words, today: date, *, ahead: bool) -> Day | None:
    """``12 март``, ``3 nov 2025``, ``March 12th``; without a day a partial date."""
    rest = [word for word in words if word not in _NOISE and word not in {"in", "през"}]
    months = [word for word in rest if word in MONTHS]
    if len(months) != 1 or len(rest) > 3:
        return None
    at = rest.index(months[0])
    others = rest[:at] + rest[at + 1 :]
    year = None
    if others and at < 2 and (match := _YEAR.match(others[-1])) and rest[-1] == others[-1]:
        year = int(match[1])
        others.pop()
    month = MONTHS[months[0]]
    if not others:
        return PartialDate(year, month) if year else _month_alone(month, today, ahead=ahead)
    day = _day_number(others[0]) if len(others) == 1 else None
    return None if day is None else _dated(day, month, year, today, ahead=ahead)


def _month_alone(month: int, today: date, *, ahead: bool) -> PartialDate:
    if ahead:
        return PartialDate(today.year + (month < today.month), month)
    return PartialDate(today.year - (month > today.month), month)


def _day_number(word: str) -> int | None:
    match = _ORDINAL.match(word) or re.fullmatch(r"(\d{1,2})", word)
    return int(match[1]) if match else None


def _dated(day: int, month: int, year: int | None, today: date, *, ahead: bool) -> date:
    if year is not None:
        return date(year, month, day)
    step = 1 if ahead else -1
    first = int(_wrong_side(day, month, today, ahead=ahead))
    return _first_real((day, month, today.year + step * n) for n in range(first, _SEARCHED_YEARS + 1))


def _wrong_side(day: int, month: int, today: date, *, ahead: bool) -> bool:
    return (month, day) < (today.month, today.day) if ahead else (month, day) > (today.month, today.day)


def _first_real(dates: Iterator[tuple[int, int, int]]) -> date:
    for day, month, year in dates:
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            return date(year, month, day)
    raise ValueError("no such date")


def _ordinal(words: Words, today: date, *, ahead: bool) -> date | None:
    """``на 12-и``, ``the 12th``: of this month, or of the nearest one that has it on the right side of today."""
    rest = [word for word in words if word not in _NOISE]
    match = _ORDINAL.match(rest[0]) if len(rest) == 1 else None
    if match is None:
        return None
    day, first = int(match[1]), today.replace(day=1)
    start = int(day < today.day if ahead else day > today.day)
    for count in range(start, 13):
        month = _moved(first, count if ahead else -count, "month")
        if 1 <= day <= calendar.monthrange(month.year, month.month)[1]:
            return month.replace(day=day)
    return None
