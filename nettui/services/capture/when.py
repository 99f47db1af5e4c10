"""Dates and times in both languages: when something happened (past), and when something is due (future).

The everyday phrases are read by a table of our own. Measured: importing dateparser takes 100 ms and its first parse
110 ms, against about 90 ms for a whole command; it does not read ``миналия петък``, ``преди две седмици``, ``на 12-и``
or ``в понеделник``, and takes ``12.03`` for a time. So it is imported only for a phrase that the table cannot read
and that consists of nothing but date words and numbers; "note: call the bank" never costs it.

How a phrase is understood, with day before month throughout:

* A weekday (``mon``, ``last friday``, ``миналия петък``) is, looking back, the latest such day before today; looking
  ahead (``by friday``) the first one after today. Today counts only when it is called today.
* ``this friday`` is in this week, ``next friday`` (``следващия``, ``другия петък``) in the next. Weeks start on Monday.
* A date without its year is the latest one not after today; when due, the first one not before today. The same holds
  for a day of the month (``на 12-и``).
* ``last week`` is seven days ago, ``last month`` the same day a month ago, or the last of a shorter month. When due,
  a week means its Sunday, a month and a year are partial dates.
* Of a stretch of time (``14:00-15:30``, ``от 14 до 15 ч``) the beginning counts.
* A time alone is today's, or yesterday's if it is yet to come.
* Nothing that happened lies in the future: such a reading is refused. Dates that do not exist are no dates.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from nettui.domain.dates import Moment, PartialDate
from nettui.services.capture.days import Day, read_day
from nettui.services.capture.phrases import ANCHORS, DAY_PARTS, HOUR_UNITS, LEADS, MODIFIERS, NUMBERS, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Past", "due_in", "read_due", "read_past"]

_LONGEST = 60
_MOST_WORDS = 8

_ISO_T = re.compile(r"(\d{4}-\d\d-\d\d)t(?=\d)")
_TIME = re.compile(
    r"(?<!\S)(?:(?P<at>at|@|в|във|от|около|към|from|around)\s?)?(?P<h>\d{1,2})"
    r"(?:(?P<sep>[:.])(?P<m>\d\d)(?::\d\d(?:\.\d+)?)?)?\s?(?P<unit>ч|часа|h|am|pm|a\.m|p\.m|o'clock)?(?!\S)"
)
_UNTIL = re.compile(
    r"(?P<from>\d{1,2}:\d\d)\s?[-–—]\s?\d{1,2}:\d\d(?!\S)"
    r"|(?:от|from)(?P<at>\s\d{1,2}(?::\d\d)?\s?(?:ч|часа|h|am|pm)?)\s(?:до|to|till|until)\s"
    r"\d{1,2}(?::\d\d)?\s?(?:am|pm)?(?!\S)"
)
_AGO = re.compile(r"(?:преди (?P<bg>.{1,20})|(?P<en>.{1,20}) ago)\Z")


@dataclass(frozen=True, slots=True)
class Past:
    """A reading of a phrase as something that happened. ``moment`` None: it lies in the future and is refused."""

    moment: Moment | None


def read_past(text: str, now: datetime) -> Past | None:
    """Return when ``text`` says something happened, seen from ``now``; None when it is no date."""
    phrase = _normal(text)
    if not phrase:
        return None
    try:
        return _ago(phrase, now) or _past(phrase, now)
    except (ValueError, OverflowError):
        return None


def read_due(text: str, now: datetime) -> PartialDate | None:
    """Return the day, month or year that ``text`` says something is due; None when it is no date."""
    phrase = _normal(text)
    if not phrase:
        return None
    try:
        _time, words = _take_time(phrase)
        day = read_day(_bare(words), now.date(), ahead=True)
        if day is None:
            slow = _slow(phrase, now, ahead=True)
            return PartialDate.of(slow) if slow else None
    except (ValueError, OverflowError):
        return None
    return PartialDate.of(day) if isinstance(day, date) else day


_BY = re.compile(r"(?<!\w)(?:by|due|until|till|до|най-късно до|не по-късно от|срок)(?:[ \t]{1,3}|$)", re.IGNORECASE)
_SOME_WORDS = re.compile(r"[^\s;!?()]+(?:[ \t]{1,3}[^\s;!?()]+){0,5}")
_WORD_ENDS = re.compile(r"[^\s]+")


def due_in(text: str, now: datetime) -> tuple[int, int, PartialDate] | None:
    """Return where ``text`` says ``by DATE`` or ``до DATE``, start and end, and the date: the last one it says.

    The longest run of words that reads as a date counts.
    """
    for match in reversed(list(_BY.finditer(text))[-_MOST_WORDS:]):
        run = _SOME_WORDS.match(text, match.end())
        if run is None:
            continue
        ends = [word.end() for word in _WORD_ENDS.finditer(text, run.start(), run.end())]
        for end in reversed(ends):
            phrase = text[run.start() : end].rstrip(".,:")
            due = read_due(phrase, now)
            if due is not None:
                return match.start(), run.start() + len(phrase), due
    return None


def _normal(text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    words = (word.strip(",;").rstrip(".,") for word in text.casefold().split())
    return _ISO_T.sub(r"\1 ", " ".join(word for word in words if word))


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """Drop what says nothing about the day: leading prepositions, a part of the day after it."""
    kept = list(words)
    while len(kept) > 1 and kept[0] in LEADS:
        kept.pop(0)
    named = len(kept) == 2 and kept[0] in MODIFIERS  # "this morning" is a name of its own
    if len(kept) > 1 and kept[-1] in DAY_PARTS and not named:
        kept.pop()
        if len(kept) > 1 and kept[-1] in ("in", "през", "на", "по", "преди", "след", "the"):
            kept.pop()
    return tuple(kept)


def _ago(phrase: str, now: datetime) -> Past | None:
    """Hours and minutes ago, counted on the real time line: a clock change in between moves the hands."""
    match = _AGO.match(phrase)
    words = (match["bg"] or match["en"]).split() if match else []
    if not words or words[-1] not in HOUR_UNITS or len(words) > 2:
        return None
    count = _number(words[0]) if len(words) == 2 else 1
    if count is None:
        return None
    then = now.astimezone(UTC) - timedelta(minutes=count * HOUR_UNITS[words[-1]])
    return Past(Moment.of(then.astimezone(now.tzinfo)))


def _number(word: str) -> int | None:
    if word in NUMBERS:
        return NUMBERS[word]
    return int(word) if re.fullmatch(r"\d{1,4}", word) else None


def _past(phrase: str, now: datetime) -> Past | None:
    time, words = _take_time(_UNTIL.sub(lambda range_: range_["from"] or f"в{range_['at']}", phrase))
    bare = _bare(words)
    if not bare:
        return _time_alone(time, now)
    day: Day | None = read_day(bare, now.date(), ahead=False)
    if day is None:
        day = _slow(phrase, now, ahead=False)
    if day is None:
        return None
    if isinstance(day, PartialDate):
        return None
    if day > now.date() or (time and day == now.date() and time > now.time()):
        return Past(None)
    return Past(Moment(day, time))


def _time_alone(time: dt.time | None, now: datetime) -> Past | None:
    if time is None:
        return None
    return Past(Moment(now.date() - timedelta(days=time > now.time()), time))


def _take_time(phrase: str) -> tuple[dt.time | None, list[str]]:
    """Split a time of day off ``phrase``; a bare number or ``12.03`` is none without a word that says so."""
    for match in _TIME.finditer(phrase):
        hour, minute, unit = int(match["h"]), int(match["m"] or 0), match["unit"] or ""
        if not (match["sep"] == ":" or unit or (match["at"] and match["sep"] is None)):
            continue
        if unit[:1] in ("a", "p"):
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if unit[0] == "p" else 0)
        if hour < 24 and minute < 60:
            rest = phrase[: match.start()] + " " + phrase[match.end() :]
            return dt.time(hour, minute), rest.split()
    return None, phrase.split()


def _slow(phrase: str, now: datetime, *, ahead: bool) -> date | None:
    """Ask dateparser, if the phrase holds several words and nothing but the vocabulary of dates.

    There must be something to hold on to: to dateparser "3 days" is three days ago.
    """
    words = re.findall(r"[^\W\d_]+", phrase)
    pieces = phrase.split()
    known = all(word in VOCABULARY for word in words) and not ANCHORS.isdisjoint(words)
    if not known or not 2 <= len(pieces) <= _MOST_WORDS:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own deprecations are not the user's business
        import dateparser

        read = dateparser.parse(
            phrase,
            languages=["en", "bg"],
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_DATES_FROM": "future" if ahead else "past",
                "RELATIVE_BASE": now.replace(tzinfo=None),
                "REQUIRE_PARTS": ["day"],
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    return read.date() if read else None
