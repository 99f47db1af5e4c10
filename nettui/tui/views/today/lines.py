"""Today as rows: what waits, how much more there is, and what was written down today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.i18n import _, ngettext
from nettui.services.views.day import DaySort, day_lines, how_many
from nettui.services.views.words import CHANNELS, word
from nettui.tui.widgets.columns import Column, Columns
from nettui.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.services.views.day import DayLine
    from nettui.services.views.rows import EntryRow
    from nettui.services.views.today import TodayView
    from nettui.tui.glyphs import Glyphs

__all__ = ["MORE", "Row", "today_rows", "waiting_rows"]

MORE = "more"
"""The key of the line that says how much more there is."""

_WAITING = Columns(
    Column(name="what", least=14, most=18, share=1),
    Column(name="who", least=16, most=30, share=2),
    Column(name="why", least=20, share=5),
)
_LOGGED = Columns(
    Column(name="what", least=14, most=18, share=1),
    Column(name="who", least=16, most=30, share=2),
    Column(name="why", least=20, share=5),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. ``key`` is empty where the cursor passes over; then ``heading`` is what stands there, or nothing."""

    key: str = ""
    heading: str = ""
    waiting: DayLine | None = None
    entry: EntryRow | None = None
    more: str = ""

    @property
    def record(self) -> tuple[Table, Id] | None:
        """The record that the row is about."""
        if self.waiting is not None:
            return self.waiting.table, self.waiting.record_id
        return (Table.ENTRIES, self.entry.id) if self.entry is not None else None

    @property
    def person(self) -> Id | None:
        """The person that the row is about, if it is about one."""
        if self.waiting is not None:
            return self.waiting.person
        named = (*self.entry.people, *self.entry.mentions) if self.entry is not None else ()
        return named[0].id if named else None

    def line(self, width: int, glyphs: Glyphs) -> Line:
        """Return the row drawn in ``width`` cells."""
        if self.waiting is not None:
            return _WAITING.line(_waiting_cells(self.waiting, glyphs), width)
        if self.entry is not None:
            return _LOGGED.line(_entry_cells(self.entry), width)
        if self.more:
            return Line(((self.more, "quiet"),))
        if self.heading:
            rule = glyphs.rule * max(width - len(self.heading) - 1, 0)
            return Line(((self.heading, "quiet"), (f" {rule}", "faint")))
        return Line()


def waiting_rows(view: TodayView, today: date, *, everything: bool) -> list[Row]:
    """Return what waits: a few lines and how many more there are, or all of it under headings of its own."""
    counts = how_many(view)
    if everything:
        return list(_all_rows(view, today, counts))
    lines = day_lines(view.worth_a_line(today), today)
    rows = [_row(line) for line in lines]
    left = sum(counts.values()) - len(rows)
    if left:
        text = ngettext("and {n} more: o shows everything", "and {n} more: o shows everything", left).format(n=left)
        rows.append(Row(key=MORE, more=text))
    return rows


def today_rows(entries: Sequence[EntryRow]) -> list[Row]:
    """Return what was written down today, under its heading; nothing when nothing was."""
    if not entries:
        return []
    heading = ngettext("written down today: {n}", "written down today: {n}", len(entries)).format(n=len(entries))
    return [Row(), Row(heading=heading), *(Row(key=f"entry:{entry.id}", entry=entry) for entry in entries)]


def _all_rows(view: TodayView, today: date, counts: dict[DaySort, int]) -> Iterator[Row]:
    headings = {
        DaySort.PROMISED: _("promised by you"),
        DaySort.THANK: _("to thank"),
        DaySort.ASKED: _("asked of you"),
        DaySort.WRITE: _("to write to"),
        DaySort.HELLO: _("silent for long, worth a hello"),
        DaySort.BIRTHDAY: _("birthdays"),
    }
    begun = False
    for sort, heading in headings.items():
        if not counts[sort]:
            continue
        if begun:
            yield Row()
        begun = True
        yield Row(heading=f"{heading}: {counts[sort]}")
        yield from (_row(line) for line in day_lines(view, today, {**dict.fromkeys(DaySort, 0), sort: counts[sort]}))


def _row(line: DayLine) -> Row:
    return Row(key=f"{line.sort.value}:{line.record_id}", waiting=line)


def _waiting_cells(line: DayLine, glyphs: Glyphs) -> dict[str, Sequence[tuple[str, str]]]:
    sign = {
        DaySort.PROMISED: glyphs.promise,
        DaySort.THANK: glyphs.thanks,
        DaySort.ASKED: glyphs.given,
        DaySort.WRITE: glyphs.hello,
        DaySort.HELLO: glyphs.hello,
        DaySort.BIRTHDAY: glyphs.birthday,
    }[line.sort]
    why: list[tuple[str, str]] = [(line.reason, "due" if line.late else "quiet")]
    if line.subject:
        why = [(line.subject, "text"), ("  ", "text"), *why]
    return {"what": [(f"{sign} ", "mark"), (line.word, "mark")], "who": [(line.name, "strong")], "why": why}


def _entry_cells(entry: EntryRow) -> dict[str, Sequence[tuple[str, str]]]:
    time = f"{entry.at.time:%H:%M}  " if entry.at.time is not None else ""
    return {
        "what": [(time, "quiet"), (word(CHANNELS, entry.channel.value), "how")],
        "who": [(", ".join(ref.name for ref in entry.people), "text")],
        "why": [(entry.text, "quiet")],
    }
