"""The rows of Today, and how each looks on its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain.change import Table
from nettui.i18n import _, language
from nettui.services.views.ahead import Ahead, WeekCount
from nettui.services.views.day import DAY_WORDS, DayLine, DaySort
from nettui.services.views.rows import EntryRow, ReviewLine
from nettui.services.views.words import CHANNELS, day_and_month, weekday_and_date, word
from nettui.text import one_line
from nettui.tui.views.prose import Said, Title
from nettui.tui.widgets.columns import Column, Columns, room_for
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.paragraphs import heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Span

__all__ = ["MORE", "More", "TodayRow", "Weeks", "key_of", "paint", "person_of", "record_of"]

MORE = "more"
"""The key of the line that opens everything, or closes it again."""

_MARKS: Mapping[DaySort, str] = {
    DaySort.PROMISED: "promise",
    DaySort.THANK: "thanks",
    DaySort.ASKED: "given",
    DaySort.OFFER: "given",
    DaySort.WRITE: "hello",
    DaySort.HELLO: "hello",
    DaySort.BIRTHDAY: "birthday",
    DaySort.ASK: "received",
}
_ROOMY = 90
"""Cells of a line in which what it is about stands out from its reason."""
_LINES = Columns(
    Column(name="what", least=14),
    Column(name="name", least=18, most=28, share=1),
    Column(name="why", least=20, share=5),
)
_AHEAD = Columns(
    Column(name="day", least=14),
    Column(name="name", least=18, most=28, share=1),
    Column(name="why", least=20, share=5),
)


@dataclass(frozen=True, slots=True)
class More:
    """How many lines there are beside those shown; 0 when all are."""

    count: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """The last weeks side by side; ``names`` is the line under the figures."""

    weeks: tuple[WeekCount, ...]
    names: bool = False


TodayRow: TypeAlias = "DayLine | EntryRow | Ahead | Title | Said | More | Weeks"


def key_of(row: TodayRow | ReviewLine) -> str | None:
    """Return what a row is known by; None for what is only read."""
    match row:
        case DayLine():
            return f"{row.sort.value}:{row.record_id}"
        case ReviewLine():
            return row.key
        case EntryRow():
            return f"entry:{row.id}"
        case Ahead():
            return f"ahead:{row.sort}:{row.record_id}"
        case More():
            return MORE
    return None


def record_of(row: TodayRow | None) -> tuple[Table, Id] | None:
    """Return the record behind a row."""
    match row:
        case DayLine() | Ahead():
            return (row.table, row.record_id)
        case EntryRow():
            return (Table.ENTRIES, row.id)
    return None


def person_of(row: TodayRow | ReviewLine | None) -> Id | None:
    """Return whom a row is about."""
    match row:
        case DayLine() | Ahead():
            return row.person
        case ReviewLine():
            return row.person.id if row.person is not None else None
        case EntryRow():
            people = (*row.people, *row.mentions)
            return people[0].id if people else None
    return None


def paint(row: TodayRow, width: int, today: date, glyphs: Glyphs) -> Line:
    """Return the line of a row in ``width`` cells."""
    match row:
        case DayLine():
            return _LINES.line(_day_cells(row, width, glyphs), width)
        case EntryRow():
            return _entries(language()).line(_entry_cells(row), width)
        case Ahead():
            return _AHEAD.line(_ahead_cells(row, today), width)
        case Title():
            return heading(row.text, width, glyphs, row.note) if row.text else Line()
        case More():
            text = _("and {n} more").format(n=row.count) if row.count else _("show only what is worth a line")
            return Line(((f"{glyphs.ellipsis} ", "quiet"), (text, "quiet")))
        case Weeks():
            return _weeks(row, width, glyphs)
        case Said():
            return Line(((row.text, row.role),))


@cache
def _entries(_language: str) -> Columns:
    """Return the columns of an entry; the words in one of them are as long as the language makes them."""
    return Columns(
        Column(name="time", least=5),
        Column(name="how", least=room_for(map(_, CHANNELS.values()), 7)),
        Column(name="name", least=18, most=28, share=1),
        Column(name="why", least=20, share=5),
    )


def _day_cells(row: DayLine, width: int, glyphs: Glyphs) -> dict[str, Sequence[Span]]:
    mark: str = getattr(glyphs, _MARKS[row.sort])
    # Each piece of another colour costs forty bytes on the line at every move of the cursor.
    why: list[Span] = [(row.reason, "due" if row.late else "quiet")]
    if row.subject.strip():
        role = "text" if width >= _ROOMY else why[0][1]
        why += [(f" {glyphs.dot} ", why[0][1]), (one_line(row.subject), role)]
    what = "mark" if row.sort in _GIVING else "quiet"
    return {
        "what": ((f"{mark} {row.word}", what),),
        "name": ((one_line(row.name), "strong"),),
        "why": why,
    }


_GIVING = frozenset({DaySort.PROMISED, DaySort.THANK, DaySort.ASKED, DaySort.OFFER})


def _entry_cells(row: EntryRow) -> dict[str, Sequence[Span]]:
    people = ", ".join(one_line(person.name) for person in row.people)
    return {
        "time": ((row.at.time.strftime("%H:%M") if row.at.time else "", "quiet"),),
        "how": ((word(CHANNELS, row.channel.value), "how"),),
        "name": ((people, "text"),),
        "why": ((one_line(row.text), "text"),),
    }


def _ahead_cells(row: Ahead, today: date) -> dict[str, Sequence[Span]]:
    why: list[Span] = [(_(DAY_WORDS[row.sort]), "quiet")]
    if row.text.strip():
        why += [("  ", "text"), (one_line(row.text), "text" if row.sort in {"promised", "awaited"} else "quiet")]
    return {
        "day": ((weekday_and_date(row.day, today), "when"),),
        "name": ((one_line(row.name), "text"),),
        "why": why,
    }


def _weeks(row: Weeks, width: int, glyphs: Glyphs) -> Line:
    cell = max(min(width // max(len(row.weeks), 1), 10), 7)
    if row.names:
        return Line(tuple((f"{day_and_month(week.monday):>{cell - 1}} ", "quiet") for week in row.weeks))
    most = max((week.contacts for week in row.weeks), default=0)
    spans: list[Span] = []
    for week in row.weeks:
        heat = glyphs.heat[-(-week.contacts * (len(glyphs.heat) - 1) // most)] if most else glyphs.heat[0]
        spans += [
            (f"{heat if week.contacts else ' '} ".rjust(cell - 3), "mark"),
            (f"{week.contacts or glyphs.dot:>2} ", "text" if week.contacts else "faint"),
        ]
    return Line(tuple(spans))
