"""Going through the journal by months, and by the days and years of the map."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on

from nettui.domain.periods import Period
from nettui.i18n import _
from nettui.tui.views.journal.actions import EntryActions
from nettui.tui.views.journal.year_map import YearMap
from nettui.tui.views.time_keys import TimeKeys

if TYPE_CHECKING:
    from nettui.tui.views.journal.stream import DayStream

__all__ = ["PeriodActions"]


class PeriodActions(TimeKeys, EntryActions):
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

    def go_earlier(self) -> bool:
        """Go to the month before; on the map to the year before."""
        if self._on_map:
            return self._turn(-1)
        day = self._day
        return day is not None and self._jump_to(self._stream.row_until(_day_before(day.replace(day=1))))

    def go_later(self) -> bool:
        """Go to the month after; on the map to the year after."""
        if self._on_map:
            return self._turn(1)
        day = self._day
        found = self._stream.next_day(_day_after(Period.month(day).end)) if day is not None else None
        return found is not None and self._jump_to(self._stream.row_until(Period.month(found).end or found))

    def go_today(self) -> None:
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

    def _turn(self, years: int) -> bool:
        if not self._year.turn(years):
            self.nettui.say(_("Nothing is written in that year."), "hint")
        return True

    def _jump_to(self, row: int | None) -> bool:
        if row is not None:
            self._jump(row)
        return row is not None

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


def _day_after(day: date | None) -> date:
    return date.max if day is None or day == date.max else date.fromordinal(day.toordinal() + 1)
