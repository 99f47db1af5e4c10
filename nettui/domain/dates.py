"""Dates as people know them: a day, only a month, only a year, or a birthday without its year; and moments."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import total_ordering

__all__ = ["Moment", "PartialDate"]

_PARTIAL = re.compile(r"(?:(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?|--(?P<bm>\d\d)-(?P<bd>\d\d))\Z", re.ASCII)
_LEAP_YEAR = 2000


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day; or a month and day without a year (``--03-12``, as in RFC 6350).

    Raises ValueError for a date that does not exist. Ordered by the earliest day it may mean; at the same first day the
    vaguer date comes first, so ``2019 < 2019-01 < 2019-01-01``. Dates without a year come before all others.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year is None and (self.month is None or self.day is None):
            raise ValueError("a date without a year needs month and day")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year if self.year is not None else _LEAP_YEAR, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2019``, ``2019-06``, ``2019-06-14`` or ``--06-14``; ValueError for anything else."""
        match = _PARTIAL.match(text)
        if match is None:
            raise ValueError(f"not a date: {text[:40]!r}")
        if match["bm"]:
            return cls(None, int(match["bm"]), int(match["bd"]))
        return cls(int(match["y"]), int(match["m"]) if match["m"] else None, int(match["d"]) if match["d"] else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return ``day`` as a complete date."""
        return cls(day.year, day.month, day.day)

    @property
    def complete(self) -> bool:
        """Whether year, month and day are all known."""
        return self.year is not None and self.day is not None

    def first_day(self) -> date:
        """Return the earliest day this may mean; ValueError without a year."""
        if self.year is None:
            raise ValueError("a date without a year is no day")
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the latest day this may mean; ValueError without a year."""
        if self.year is None:
            raise ValueError("a date without a year is no day")
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def is_over(self, today: date) -> bool:
        """Return whether the last day it may mean lies before ``today``; never without a year."""
        return self.year is not None and self.last_day() < today

    def __str__(self) -> str:
        if self.year is None:
            return f"--{self.month:02}-{self.day:02}"
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int, int, int]:
        return (self.year or 0, self.month or 1, self.day or 1, self.month or 0, self.day or 0)


@total_ordering
@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: a day, or a day and a time of that day, as the user's wall clock showed it.

    Written ``2026-11-03`` or ``2026-11-03T14:00``. A day without a time comes before all times of that day.
    """

    day: date
    time: dt.time | None = None

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read the ISO form; ValueError for anything else."""
        if len(text) == 10:
            return cls(date.fromisoformat(text))
        at = datetime.fromisoformat(text)
        return cls(at.date(), at.time().replace(tzinfo=None))

    @classmethod
    def of(cls, at: datetime) -> Moment:
        """Return the minute of ``at``; seconds are noise in a journal."""
        return cls(at.date(), at.time().replace(second=0, microsecond=0, tzinfo=None))

    def __str__(self) -> str:
        if self.time is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.time.isoformat('seconds' if self.time.second else 'minutes')}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Moment):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[date, int, dt.time]:
        return (self.day, 0 if self.time is None else 1, self.time or dt.time.min)
