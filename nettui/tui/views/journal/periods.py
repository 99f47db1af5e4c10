"""Going through the journal by months, and by the days and years of the map."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual import on

from nettui.i18n import _
from nettui.tui.views.journal.actions import EntryActions
from nettui.tui.views.journal.year_map import YearMap

if TYPE_CHECKING:
    from nettui.tui.views.journal.stream import DayStream

__all__ = ["PeriodActions"]


class PeriodActions(EntryActions):
    """A view of a stream of days, with a map of a year."""

    _stream: DayStream

    @property
    def _year(self) -> YearMap:
        return self.query_one("#journal-year", YearMap)

    @property
    def _day(self) -> date | None:
        """The day at the cursor."""
        return self._stream.day_at(self.rows.cursor)

    @property
    def _on_map(self) -> bool:
        return self._year.has_focus

    def action_earlier(self) -> None:
        """Go to the month before; on the map to the year before."""
        if self._on_map:
            self._turn(-1)
            return
        day = self._day
        row = self._stream.row_until(_day_before(day.replace(day=1))) if day is not None else None
        if row is None:
            self.nettui.say(_("Nothing earlier is written."), "hint")
        else:
            self._jump(row)

    def action_later(self) -> None:
        """Go to the month after; on the map to the year after."""
        if self._on_map:
            self._turn(1)
            return
        day = self._day
        found = self._stream.next_day(_next_month(day)) if day is not None else None
        row = self._stream.row_until(_day_before(_next_month(found))) if found is not None else None
        if row is None:
            self.nettui.say(_("Nothing later is written."), "hint")
        else:
            self._jump(row)

    def action_today(self) -> None:
        """Go to the latest entry up to today."""
        if self._on_map:
            self._year.move_to(self.workspace.today)
            return
        row = self._stream.row_until(self.workspace.today)
        if row is not None:
            self._jump(row)

    def action_year(self) -> None:
        """Go to the map of the year and back."""
        if self._on_map:
            self.close_page()
            return
        self.add_class("-year")
        self.remove_class("-reading")
        self._year.mark(self._day)
        self._year.focus()
        self.refresh_bindings()

    def _turn(self, years: int) -> None:
        if not self._year.turn(years):
            self.nettui.say(_("Nothing is written in that year."), "hint")

    def _jump(self, row: int) -> None:
        """Put the cursor on a row, with its heading at the top."""
        rows = self.rows
        rows.cursor = row
        rows.scroll_to(y=row - 1, animate=False, immediate=True, force=True)

    @on(YearMap.DayChosen)
    def _day_chosen(self, message: YearMap.DayChosen) -> None:
        message.stop()
        row = self._stream.row_until(message.day)
        if row is None:
            self.nettui.say(_("Nothing was written until then."), "hint")
            return
        self._jump(row)
        self.close_page()
        if self._stream.count(message.day) == 0:
            self.nettui.say(_("Nothing on that day; this is what came before it."), "hint")


def _day_before(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - 1, 1))


def _next_month(day: date) -> date:
    """Return the first of the next month; in the last month of all its last day."""
    if (day.year, day.month) == (date.max.year, date.max.month):
        return date.max
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
