"""A year as a map: weeks from left to right, weekdays from top to bottom, five shades for how much was written.

The shades are signs of growing weight, and words beside the map say the same, so that it reads without colour.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message

from nettui.i18n import _, ngettext
from nettui.services.views.words import day_and_month, short_month, short_weekday
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.line import Line, cut
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["Year", "YearMap", "shades", "year_of"]

_DAYS_A_WEEK = 7
_WEEKS = 53
"""The weeks of most years; a leap year that begins on a Sunday, as 2040, touches 54."""
_LABELS = 6
_TITLE, _MONTHS, _GRID, _LEGEND = 0, 1, 2, 9


@dataclass(frozen=True, slots=True)
class Year:
    """How much was written on each day of a year; days without anything are left out."""

    number: int
    counts: Mapping[date, int]

    @property
    def first(self) -> date:
        """The first of January."""
        return date(self.number, 1, 1)

    @property
    def start(self) -> date:
        """The Monday of the week that the first of January lies in; that day where it would precede all days."""
        first = self.first
        return first if first == date.min else first - timedelta(days=first.weekday())

    @property
    def entries(self) -> int:
        """How much was written in all."""
        return sum(self.counts.values())


def year_of(number: int, count: Callable[[date], int]) -> Year:
    """Return a year; ``count`` gives the number of entries of a day."""
    first = date(number, 1, 1)
    days = (first + timedelta(days=n) for n in range(366 if isleap(number) else 365))
    return Year(number, {day: found for day in days if (found := count(day))})


def shades(most: int) -> tuple[int, int, int, int]:
    """Return from how many entries on each of the four filled shades begins, where the fullest day has ``most``."""
    one, two, three = (max(number + 1, round(number * most / 4)) for number in (1, 2, 3))
    return (1, one, two, three)


class YearMap(Commanded, Painted, can_focus=True):
    """The map, with one day marked: that of the list's cursor, or, with the focus, its own."""

    SCOPE = Scope.YEAR
    BINDINGS = bindings(Scope.YEAR)

    DEFAULT_CSS = """
    YearMap { height: 10; width: 1fr; }
    """

    class DayChosen(Message):
        """Somebody wants to see the entries of a day."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    class DayMarked(Message):
        """The map's own mark is on another day."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._count: Callable[[date], int] = lambda _day: 0
        self._year = Year(1, {})
        self._range = (date.min, date.max)
        self._today = date.min
        self._day: date | None = None

    @property
    def day(self) -> date | None:
        """The marked day."""
        return self._day

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._year.number

    def show(self, count: Callable[[date], int], first: date, today: date, day: date | None) -> None:
        """Show the year of ``day``, else of ``today``; one can go from the year of ``first`` to that of ``today``."""
        self._count = count
        self._today = today
        self._range = (date(min(first.year, today.year), 1, 1), max(today, first))
        self._day = day
        self._year = year_of((day or today).year, count)
        self.refresh()

    def mark(self, day: date | None) -> None:
        """Mark ``day``, in its year."""
        if day == self._day:
            return
        before, self._day = self._day, day
        if day is not None and day.year != self._year.number:
            self._year = year_of(day.year, self._count)
            self.refresh()
            return
        for each in (before, day):
            if each is not None and each.year == self._year.number:
                self._refresh_row(_GRID + each.weekday())
        self._refresh_row(_LEGEND)

    def turn(self, years: int) -> bool:
        """Show a year ``years`` later, marked on the same day; return whether there is one."""
        number = self._year.number + years
        first, last = self._range
        if not first.year <= number <= last.year:
            return False
        day = self._day or self._today
        leap = (day.month, day.day) == (2, 29)
        self.move_to(date(number, day.month, 28 if leap else day.day))
        return True

    def move_to(self, day: date) -> None:
        """Mark ``day``, or the nearest one that the map has, and tell."""
        first, last = self._range
        self.mark(max(first, min(day, last)))
        self.post_message(self.DayMarked())

    def action_move_day(self, days: int) -> None:
        """Mark another day."""
        ordinal = (self._day or self._today).toordinal() + days
        self.move_to(date.fromordinal(max(1, min(ordinal, date.max.toordinal()))))

    def action_choose_day(self) -> None:
        """Tell that the marked day was chosen."""
        self.post_message(self.DayChosen(self._day or self._today))

    def on_focus(self) -> None:
        """Show that the keys move the mark."""
        self._refresh_row(_TITLE)

    def on_blur(self) -> None:
        """Show that they no longer do."""
        self._refresh_row(_TITLE)

    def _refresh_row(self, y: int) -> None:
        self.refresh(Region(0, y, self.size.width, 1))

    # -- drawing ---------------------------------------------------------------------------------------------------

    @property
    def _step(self) -> int:
        """The cells of a week: two where there is room, which makes a day nearly square."""
        return 2 if self.size.width >= _LABELS + 2 * _WEEKS else 1

    @property
    def _weeks(self) -> int:
        """The weeks that the year touches."""
        return (date(self._year.number, 12, 31) - self._year.start).days // _DAYS_A_WEEK + 1

    def render_line(self, y: int) -> Strip:
        """Return the line ``y``."""
        if y == _TITLE:
            line = self._title()
        elif y == _MONTHS:
            line = self._months()
        elif y < _LEGEND:
            line = self._weekday(y - _GRID)
        else:
            line = self._legend()
        return self.strip_of(line, self.size.width)

    def _title(self) -> Line:
        year = self._year
        entries = ngettext("{n} entry", "{n} entries", year.entries).format(n=year.entries)
        days = ngettext("on {n} day", "on {n} days", len(year.counts)).format(n=len(year.counts))
        spans: list[Span] = [
            ("  ", "text"),
            (str(year.number), "mark" if self.has_focus else "quiet"),
            (f" {self.glyphs.dot} ", "faint"),
            (f"{entries} {days}", "quiet"),
        ]
        months = [0] * 12
        for day, count in year.counts.items():
            months[day.month - 1] += count
        if year.counts:
            most = max(range(12), key=months.__getitem__)
            words = _("most in {month}, {n}").format(month=short_month(most + 1), n=months[most])
            spans += [(f" {self.glyphs.dot} ", "faint"), (words, "quiet")]
        return Line(tuple(spans))

    def _months(self) -> Line:
        cells: list[Span] = [(" " * _LABELS, "text")]
        place = 0
        for month in range(1, 13):
            week = (date(self._year.number, month, 1) - self._year.start).days // _DAYS_A_WEEK
            until = self._weeks
            if month < 12:
                until = (date(self._year.number, month + 1, 1) - self._year.start).days // _DAYS_A_WEEK
            room = (until - week) * self._step
            if week * self._step > place:
                cells.append((" " * (week * self._step - place), "text"))
            cells += [*cut(((short_month(month), "quiet"),), room - 1, ""), (" ", "text")]
            place = until * self._step
        return Line(tuple(cells))

    def _weekday(self, number: int) -> Line:
        label = short_weekday(number) if number % 2 == 0 else ""
        cells: list[Span] = [("  ", "text"), *cut(((label, "quiet"),), _LABELS - 3, ""), (" ", "text")]
        steps = shades(max(self._year.counts.values(), default=0))
        for week in range(self._weeks):
            ordinal = self._year.start.toordinal() + week * _DAYS_A_WEEK + number
            if ordinal <= date.max.toordinal():
                cells.append(self._cell(date.fromordinal(ordinal), steps))
        return Line(tuple(cells))

    def _cell(self, day: date, steps: tuple[int, ...]) -> Span:
        if day.year != self._year.number:
            return (" " * self._step, "text")
        if day == self._day:
            return (self.glyphs.checked + " " * (self._step - 1), "strong")
        count = self._year.counts.get(day, 0)
        if count:
            return (self.glyphs.heat[sum(count >= step for step in steps)] * self._step, "mark")
        sign = self.glyphs.dot if day <= self._today else " "
        return (sign + " " * (self._step - 1), "faint")

    def _legend(self) -> Line:
        cells: list[Span] = [(" " * _LABELS, "text")]
        steps = shades(max(self._year.counts.values(), default=0))
        for number, step in enumerate(steps):
            last = steps[number + 1] - 1 if number < 3 else 0
            text = f"{step}{self.glyphs.dash}{last}" if last > step else str(step) if last else f"{step}+"
            cells += [(self.glyphs.heat[number + 1], "mark"), (f" {text}  ", "quiet")]
        right: tuple[Span, ...] = ()
        if self._day is not None:
            count = self._year.counts.get(self._day, 0)
            entries = ngettext("{n} entry", "{n} entries", count).format(n=count) if count else _("nothing")
            right = (
                (f"{self.glyphs.checked} ", "strong"),
                (f"{short_weekday(self._day.weekday())} {day_and_month(self._day)}: ", "text"),
                (entries, "quiet"),
                (" ", "text"),
            )
        return Line(tuple(cells), right)
