"""Periods: from a day to a day, either side open, written with partial dates."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nettui.domain.dates import PartialDate
from nettui.errors import InvalidInput
from nettui.i18n import _

if TYPE_CHECKING:
    from typing import Self

__all__ = ["ALL_TIME", "Period", "parse_day_bound"]


def parse_day_bound(text: str) -> PartialDate:
    """Read ``2026``, ``2026-11`` or ``2026-11-23``; InvalidInput for anything else, a date without a year too."""
    try:
        found = PartialDate.parse(text.strip())
    except ValueError:
        found = None
    if found is None or found.year is None:
        raise InvalidInput(
            _("Not a date: “{text}”.").format(text=text[:40]),
            hint=_("Write 2026, 2026-11 or 2026-11-23."),
        )
    return found


@dataclass(frozen=True, slots=True)
class Period:
    """All days from ``start`` to ``end``, both included; None is open."""

    start: date | None = None
    end: date | None = None

    @classmethod
    def between(cls, since: PartialDate | None, until: PartialDate | None) -> Self:
        """Return the days from the first that ``since`` may mean to the last that ``until`` may mean.

        Raises InvalidInput when it would end before it starts.
        """
        start = since.first_day() if since is not None else None
        end = until.last_day() if until is not None else None
        if start is not None and end is not None and end < start:
            raise InvalidInput(_("The period ends before it starts: {start} to {end}.").format(start=since, end=until))
        return cls(start, end)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2026``, ``2026-11``, ``2026-11-23``, or two of them with ``..`` between; either side may be empty.

        Raises InvalidInput for anything else.
        """
        since, dots, until = text.partition("..")
        if not dots:
            day = parse_day_bound(text)
            return cls.between(day, day)
        return cls.between(
            parse_day_bound(since) if since.strip() else None, parse_day_bound(until) if until.strip() else None
        )

    @classmethod
    def month(cls, day: date) -> Self:
        """Return the month that ``day`` lies in."""
        first = day.replace(day=1)
        return cls(first, date(day.year, day.month, monthrange(day.year, day.month)[1]))

    @classmethod
    def year(cls, day: date) -> Self:
        """Return the year that ``day`` lies in."""
        return cls(date(day.year, 1, 1), date(day.year, 12, 31))

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def touches(self, when: PartialDate | None) -> bool:
        """Return whether ``when`` may lie in the period; a date that is not known does so only if all time is meant."""
        if self.start is None and self.end is None:
            return True
        if when is None or when.year is None:
            return False
        return (self.start is None or self.start <= when.last_day()) and (
            self.end is None or when.first_day() <= self.end
        )

    def within(self, other: Period) -> Period:
        """Return the days that lie in both; where there are none, a period that holds no day."""
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and end < start:
            return Period(date.max, date.min)
        return Period(start, end)

    def shift(self, steps: int) -> Period:
        """Return the period of the same length ``steps`` later (earlier when negative); an open one does not move.

        Whole years and whole months move by years and months.
        """
        if self.start is None or self.end is None:
            return self
        months = _whole_months(self.start, self.end)
        try:
            if months:
                start = _add_months(self.start, steps * months)
                return Period(start, _add_months(start, months) - timedelta(days=1))
            length = timedelta(days=(self.end - self.start).days + 1)
            return Period(self.start + steps * length, self.end + steps * length)
        except (OverflowError, ValueError):
            return self


ALL_TIME = Period()
"""No limit on either side."""


def _add_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, day.day)


def _whole_months(start: date, end: date) -> int:
    """Return how many calendar months the days make, 0 when they are not whole ones."""
    if end == date.max:
        return 0
    after = end + timedelta(days=1)
    if start.day != 1 or after.day != 1:
        return 0
    return (after.year - start.year) * 12 + after.month - start.month
