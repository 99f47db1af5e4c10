"""The rows of the journal: days as headings, entries under them, made when they are looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, overload

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.ids import Id

__all__ = ["DayHeading", "DayStream", "StreamRow", "days_of"]


@dataclass(frozen=True, slots=True)
class DayHeading:
    """The line over the entries of one day; ``opens`` when it is the first in the list of its month."""

    day: date
    opens: bool


StreamRow: TypeAlias = "DayHeading | Id"
"""A heading, or the id of an entry."""


def days_of(days: Iterable[date]) -> list[tuple[date, int]]:
    """Return each day once, with the place of its first entry, for the days of entries in their order."""
    found: list[tuple[date, int]] = []
    last: date | None = None
    for place, day in enumerate(days):
        if day != last:
            found.append((day, place))
            last = day
    return found


class DayStream(Sequence["StreamRow"]):
    """Entries newest first, a heading before each day.

    ``ids`` are the entries, ``days`` each day with the place in ``ids`` at which it begins. A row is found by bisection
    among the days: 100,000 entries cost a few numbers a day.
    """

    def __init__(self, ids: Sequence[Id], days: Sequence[tuple[date, int]]) -> None:
        self.ids = ids
        self._days = [day for day, _start in days]
        self._starts = [start for _day, start in days]
        self._headings = [start + number for number, start in enumerate(self._starts)]
        self._ages = [-day.toordinal() for day in self._days]

    def __len__(self) -> int:
        return len(self.ids) + len(self._days)

    @overload
    def __getitem__(self, row: int) -> StreamRow: ...
    @overload
    def __getitem__(self, row: slice) -> list[StreamRow]: ...
    def __getitem__(self, row: int | slice) -> StreamRow | list[StreamRow]:
        if isinstance(row, slice):
            return [self[number] for number in range(*row.indices(len(self)))]
        if row < 0:
            row += len(self)
        if not 0 <= row < len(self):
            raise IndexError(row)
        number = bisect_right(self._headings, row) - 1
        if row == self._headings[number]:
            day = self._days[number]
            above = self._days[number - 1] if number else None
            return DayHeading(day, above is None or (above.year, above.month) != (day.year, day.month))
        return self.ids[row - number - 1]

    @property
    def days(self) -> Sequence[date]:
        """The days with entries, newest first."""
        return self._days

    def day_at(self, row: int) -> date | None:
        """Return the day that ``row`` belongs to; None outside."""
        return self._days[bisect_right(self._headings, row) - 1] if 0 <= row < len(self) else None

    def count(self, day: date) -> int:
        """Return the number of entries of ``day``."""
        number = bisect_left(self._ages, -day.toordinal())
        return self._size(number) if number < len(self._days) and self._days[number] == day else 0

    def entries_of(self, day: date) -> Sequence[Id]:
        """Return the entries of ``day``, newest first."""
        number = bisect_left(self._ages, -day.toordinal())
        if number == len(self._days) or self._days[number] != day:
            return ()
        return self.ids[self._starts[number] : self._starts[number] + self._size(number)]

    def row_of(self, entry: Id, day: date) -> int | None:
        """Return the row of an entry of ``day``, if it is here."""
        number = bisect_left(self._ages, -day.toordinal())
        if number == len(self._days) or self._days[number] != day:
            return None
        start = self._starts[number]
        for place in range(start, start + self._size(number)):
            if self.ids[place] == entry:
                return place + number + 1
        return None

    def row_until(self, day: date) -> int | None:
        """Return the row of the newest entry on ``day`` or before it."""
        number = bisect_left(self._ages, -day.toordinal())
        return self._headings[number] + 1 if number < len(self._days) else None

    def next_day(self, day: date) -> date | None:
        """Return the earliest day with entries that is ``day`` or later."""
        number = bisect_right(self._ages, -day.toordinal()) - 1
        return self._days[number] if number >= 0 else None

    def _size(self, number: int) -> int:
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.ids)
        return end - self._starts[number]
