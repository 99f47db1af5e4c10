"""The view Today: what waits and why, what was logged today, and whoever the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Horizontal, Vertical

from nettui.domain.change import Table
from nettui.i18n import N_, _, ngettext
from nettui.services.views.ahead import coming_days, entries_of_day, weeks_back
from nettui.services.views.day import TOPICS, DayLine, DaySort, day_lines, how_many, in_words
from nettui.services.views.today import today_view
from nettui.services.views.words import weekday
from nettui.text import one_line
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.messages import OpenRecord
from nettui.tui.views.prose import Said, Title
from nettui.tui.views.record_actions import RecordActions
from nettui.tui.views.today.greeting import Greeting
from nettui.tui.views.today.rows import (
    MORE,
    More,
    TodayRow,
    Weeks,
    key_of,
    paint,
    person_of,
    record_of,
)
from nettui.tui.views.today.sketch import Sketch
from nettui.tui.views.view import SIDE_BY_SIDE, View
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Topic

__all__ = ["TodayView"]

_TALL = 30
"""Lines from which blank ones stand between what is to be given and whom to write to."""
_HEAD = 4
"""The lines of the greeting."""
_LEAST_AROUND = 5
"""Lines under which neither the coming days nor the last weeks say enough."""
_NO_LINE = {
    "advance": N_("No line is selected to take a step on."),
    "step_back": N_("No line is selected to put back."),
    "step": N_("No line is selected to take a step on."),
    "later": N_("No line is selected to put off."),
    "edit": N_("No line is selected to edit."),
    "remove": N_("No line is selected to delete."),
}
"""Why a command on a line cannot work without one."""
_GROUPS = (
    {DaySort.PROMISED, DaySort.THANK, DaySort.ASKED, DaySort.OFFER},
    {DaySort.WRITE, DaySort.HELLO, DaySort.BIRTHDAY},
    {DaySort.ASK},
)
"""Sorts that stand together, where there is room for blank lines between."""


class TodayView(RecordActions, View):
    """At most seven lines with their reasons; ``o`` shows all that waits."""

    NAME = "today"
    SCOPE = Scope.TODAY
    BINDINGS = bindings(Scope.TODAY)
    SHOWS_CAPTURE = True

    DEFAULT_CSS = """
    TodayView {
        Greeting { margin-top: 1; }
        #today-main { width: 1fr; }
        #today-side { width: 36%; max-width: 72; border-left: solid $faint; }
        #today-side:focus-within { border-left: solid $mark; }
        &.-slim #today-side { display: none; }
        &.-slim Greeting { margin-top: 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """Make the greeting, the list and the sketch of a person."""
        self._all = False
        self._begun = not self.workspace.large
        yield Greeting()
        with Horizontal():
            with Vertical(id="today-main"):
                yield VirtualList[TodayRow](self._paint, key_of, empty=self._empty, id="today-list")
            yield Sketch(lambda: self.rows.cursor_row, lambda: self.workspace.index)

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> VirtualList[TodayRow]:
        """The list."""
        return self.query_one("#today-list", VirtualList)

    @property
    def sketch(self) -> Sketch:
        """Whoever the cursor is on."""
        return self.query_one(Sketch)

    @property
    def _slim(self) -> bool:
        return self.has_class("-slim")

    def load(self) -> None:
        """Show everything anew; at the start when there is a size to fill."""
        if self.size and self._begun:
            self._show()
            self.rows.repaint()

    def begin(self) -> None:
        """Show the day: of a large file the frame is drawn before it is read."""
        if not self._begun:
            self._begun = True
            self._show()

    def apply(self, change: Change) -> None:  # noqa: ARG002 - the lines are made from remembered facts
        """Show the lines as they are after ``change``; only those that differ are drawn."""
        self._show()

    def _show(self, *, at: int | None = None) -> None:
        rows = list(self._make())
        if rows and not self._all:
            rows += self._around(self.size.height - _HEAD - len(rows))
        if at is None:
            self.rows.revise(rows)
        else:
            self.rows.set_rows(rows, at=at)
        if not self._slim and self.is_mounted:
            self.sketch.draw(stay=True)

    def _make(self) -> Iterator[TodayRow]:
        index, today = self.workspace.index, self.workspace.today
        view = today_view(index)
        worth = view.worth_a_line(today)
        self._greet(in_words(worth))
        waiting = how_many(view)
        if not index.people and not index.promises and not index.exchanges and not index.entries:
            return
        lines = day_lines(view, today, waiting) if self._all else day_lines(worth, today)
        yield from self._grouped(lines)
        if not lines:
            yield Said(_("Nothing is waiting today."), "text")
            yield Said(_("i logs what happened; f records a favour."))
        left = sum(waiting.values()) - len(lines)
        if left or self._all:
            yield More(left)
        yield from self._logged()

    def _grouped(self, lines: Sequence[DayLine]) -> Iterator[TodayRow]:
        before = None
        for line in lines:
            group = next(number for number, sorts in enumerate(_GROUPS) if line.sort in sorts)
            if before is not None and group != before and self.size.height >= _TALL:
                yield Title()
            before = group
            yield line

    def _logged(self) -> Iterator[TodayRow]:
        entries = entries_of_day(self.workspace.index, self.workspace.today)
        count = len(entries)
        yield Title()
        yield Title(_("today"), ngettext("{n} entry", "{n} entries", count).format(n=count) if count else "")
        yield from entries
        if not entries:
            yield Said(_("Nothing is logged yet today."))

    def _around(self, room: int) -> Iterator[TodayRow]:
        """Yield what fits into the ``room`` lines that are left: the coming days, the last weeks."""
        index = self.workspace.index
        if room < _LEAST_AROUND:
            return
        ahead = coming_days(index)
        shown = ahead[: room - 2]
        if shown:
            yield Title()
            left = len(ahead) - len(shown)
            yield Title(_("the next seven days"), ngettext("{n} more", "{n} more", left).format(n=left) if left else "")
            yield from shown
        if room - len(shown) - 2 < _LEAST_AROUND:
            return
        weeks = tuple(weeks_back(index))
        contacts = sum(week.contacts for week in weeks)
        if contacts:
            yield Title()
            note = ngettext("{n} entry with people", "{n} entries with people", contacts).format(n=contacts)
            yield Title(_("contacts in eight weeks"), note)
            yield Weeks(weeks)
            yield Weeks(weeks, names=True)

    def _greet(self, brings: str) -> None:
        greeting, today, me = self.query_one(Greeting), self.workspace.today, self.workspace.index.me
        greeting.day = _("{weekday}:").format(weekday=weekday(today))
        greeting.brings = f"{brings}." if brings else _("nothing waits.")
        greeting.offers = one_line(", ".join(me.offers), 200) if me is not None else ""

    def _paint(self, row: TodayRow, width: int) -> Line:
        return paint(row, width, self.workspace.today, self.nettui.glyphs)

    def _empty(self) -> Sequence[Line]:
        if not self._begun:
            return ()
        return (
            Line(((_("Your journal is empty. Three ways to begin:"), "strong"),)),
            Line(),
            Line((("i  ", "mark"), (_('log a line: coffee with +"Maria Petrova" about the thesis'), "text"))),
            Line((("a  ", "mark"), (_("add somebody"), "text"))),
            Line((("I  ", "mark"), (_("import your LinkedIn archive, or: nettui import FILE.zip"), "text"))),
        )

    def focus_default(self) -> None:
        """Focus the list."""
        self.rows.focus()

    def show_record(self, record_id: Id) -> bool:
        """Put the cursor on the line of a record."""
        for row in self.rows.rows:
            record, key = record_of(row), key_of(row)
            if record is not None and record[1] == record_id and key is not None:
                return self.rows.go_to(key)
        return False

    def on_resize(self, event: events.Resize) -> None:
        """Show as much as there is room for."""
        self.set_class(event.size.width < SIDE_BY_SIDE, "-slim")
        if self._begun:
            self._show()

    # -- messages --------------------------------------------------------------------------------------------------

    @on(VirtualList.Moved, "#today-list")
    def _moved(self, message: VirtualList.Moved) -> None:
        if not self._slim:
            self.sketch.follow(message.key)

    @on(VirtualList.Chosen, "#today-list")
    def _chosen(self, message: VirtualList.Chosen) -> None:
        message.stop()
        if message.key == MORE:
            self.action_show_all()
            return
        row = self.rows.cursor_row
        record, person = record_of(row), person_of(row)
        if record is not None and record[0] is Table.ENTRIES:
            self.post_message(OpenRecord(*record))
        elif person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, person))
        else:
            self.action_edit()

    # -- commands --------------------------------------------------------------------------------------------------

    @property
    def record(self) -> tuple[Table, Id] | None:
        """The record on the line of the cursor."""
        return record_of(self.rows.cursor_row)

    def refusal(self, action: str) -> str | None:
        """Tell why a command cannot work on the line at the cursor."""
        if action not in {"advance", "step_back", "step", "later", "edit", "remove", "favour"}:
            return None if action != "show_all" else self._refusal_toggle()
        record = self.record
        if action == "favour":
            return None
        if record is None:
            return _(_NO_LINE[action])
        if action == "later":
            return None if self._topic is not None else _("Only what waits can be put off, and no birthday.")
        return self.refusal_on(action, *record)

    def _refusal_toggle(self) -> str | None:
        if self._all or any(isinstance(row, More) for row in self.rows.rows):
            return None
        return _("Everything that waits is shown.")

    def refusal_on(self, action: str, table: Table, record_id: Id) -> str | None:
        """Tell why a command cannot work on a record: people are only edited here."""
        if table is Table.PEOPLE:
            if action in {"step", "step_back"}:
                return _("Only promises and exchanges have a status.")
            if action == "advance":
                return _("Write to them, then press i and log a line: the line here goes by itself.")
            return _("People are deleted on their own screen: Enter goes there.") if action == "remove" else None
        return super().refusal_on(action, table, record_id)

    @property
    def _topic(self) -> Topic | None:
        """As what the line at the cursor can be put off."""
        row = self.rows.cursor_row
        return TOPICS.get(row.sort.value) if isinstance(row, DayLine) else None

    @work
    async def action_later(self) -> None:
        """Put the line off."""
        from nettui.tui.flows.snoozes import put_off

        if self._topic is not None and self.record is not None:
            await put_off(self.nettui, self._topic, self.record[1])

    @work
    async def action_favour(self) -> None:
        """Record a favour with the person of the line."""
        from nettui.tui.flows.exchanges import record_exchange

        await record_exchange(self.nettui, person_of(self.rows.cursor_row))

    @work
    async def action_add(self) -> None:
        """Add somebody and show them."""
        from nettui.tui.flows.people import add_person

        made = await add_person(self.nettui)
        if made is not None:
            self.post_message(OpenRecord(Table.PEOPLE, made))

    def action_show_all(self) -> None:
        """Show everything that waits, or only what is worth a line."""
        self._all = not self._all
        self._show(at=0)
