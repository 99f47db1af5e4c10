"""How the lines of Breadth look: numbers to the right, and a cell's weight after its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.text import one_line
from nettui.tui.views.breadth.rows import Figure, Heads, Matrix, Why
from nettui.tui.views.prose import Said, Title
from nettui.tui.widgets.columns import Column, Columns
from nettui.tui.widgets.line import Line, cut, width_of
from nettui.tui.widgets.paragraphs import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.tui.glyphs import Glyphs
    from nettui.tui.views.breadth.rows import BreadthRow
    from nettui.tui.widgets.line import Span

__all__ = ["head_lines", "paint", "window"]

_LEVEL = 13
_CELL, _WIDE_CELL = 7, 12
_BAR = 12
_HEADS = 3
_FINE_FROM = 90
_FIGURES = Columns(
    Column(name="count", least=5, right=True),
    Column(name="name", least=20, most=44, share=2),
    Column(name="note", least=_BAR + 6, share=1, rank=1),
)
_NOTED = Columns(
    Column(name="count", least=5, right=True),
    Column(name="name", least=14, most=30, share=1),
    Column(name="note", least=16, share=1),
)
_NAMED = Columns(
    Column(name="count", least=5, right=True),
    Column(name="name", least=20, share=1),
)


def window(columns: int, width: int, selected: int) -> tuple[range, int]:
    """Return which columns stand beside the level, with ``selected`` among them, and the width of each.

    The last one, of all people, is always there.
    """
    room = max(width - _LEVEL, _CELL)
    fitting = max(min(columns, room // _CELL), 1)
    cell = max(min(room // fitting, _WIDE_CELL), _CELL)
    groups = fitting - 1
    first = max(min(selected - groups + 1, columns - 1 - groups), 0) if selected < columns - 1 else columns - 1 - groups
    return range(max(first, 0), max(first, 0) + groups), cell


def paint(row: BreadthRow, width: int, glyphs: Glyphs, *, column: int, selected: bool) -> Line:
    """Return the line of a row; of the row with the cursor, the cell ``column`` is marked."""
    match row:
        case Title():
            return heading(row.text, width, glyphs, row.note, role="strong") if row.text else Line()
        case Said():
            return Line(((row.text, row.role),))
        case Heads():
            return _heads(row, width, column, glyphs)
        case Matrix():
            return _cells(row, width, column, glyphs, selected=selected)
        case Figure():
            return _figure(row, width, glyphs)
        case Why():  # never shown as such: it becomes sentences
            return Line()


def head_lines(names: Sequence[str], width: int) -> int:
    """Return on how many lines the heads take turns, so that each has room for its name: three are the most.

    On two lines a name reaches over the column before, whose own name stands on the other line.
    """
    _shown, cell = window(len(names), width, 0)
    longest = max((width_of([(one_line(name), "text")]) for name in names), default=0)
    return next((lines for lines in (1, 2) if longest < lines * cell), _HEADS)


def _heads(row: Heads, width: int, column: int, glyphs: Glyphs) -> Line:
    shown, cell = window(len(row.names), width, column)
    spans: list[Span] = []
    used = 0
    for place, number in enumerate((*shown, len(row.names) - 1)):
        total = number == len(row.names) - 1
        if (row.lines - 1 if total else place % row.lines) != row.line:
            continue
        right = _LEVEL + (place + 1) * cell
        name: list[Span] = [(one_line(row.names[number]), "text" if number == column else "quiet")]
        room = min(right - used - 1, (cell if total else row.lines * cell) - 1)
        name = cut(name, min(width_of(name), room), glyphs.ellipsis)
        spans += [(" " * (right - used - width_of(name)), "quiet"), *name]
        used = right
    return Line(tuple(spans))


def _cells(row: Matrix, width: int, column: int, glyphs: Glyphs, *, selected: bool) -> Line:
    last = len(row.counts) - 1
    shown, cell = window(len(row.counts), width, column)
    spans: list[Span] = list(cut([(row.name, "text")], _LEVEL, glyphs.ellipsis))
    for number in (*shown, last):
        count = row.counts[number]
        text = str(count) if count else glyphs.dot
        spans.append((" " * max(cell - len(text), 0), "text"))
        role = "strong" if number == last else _weight(count, row.most, fine=width >= _FINE_FROM)
        spans.append((text, "match" if selected and number == column else role))
    return Line(tuple(spans))


def _weight(count: int, most: int, *, fine: bool) -> str:
    """Return the role of a cell: the more people, the stronger; a total has the weight of text.

    Without ``fine`` only the strongest differ: each piece of another look costs forty bytes at a move of the cursor.
    """
    if not fine:
        return "strong" if most and count / most > 2 / 3 else "text"
    if not count:
        return "quiet"
    if not most:
        return "text"
    share = count / most
    return "strong" if share > 2 / 3 else "text" if share > 1 / 5 else "quiet"


def _figure(row: Figure, width: int, glyphs: Glyphs) -> Line:
    note: list[Span] = [(row.note, row.role)]
    if row.whole:
        filled = round(row.count / max(row.largest, 1) * _BAR)
        percent = f"{round(row.count / row.whole * 100)} %"
        note = [(f"{percent:>5} ", "quiet"), (glyphs.bar * filled, "mark")]
    columns = _FIGURES if row.whole else _NOTED if row.note else _NAMED
    return columns.line(
        {
            "count": (str(row.count) if row.count else glyphs.dash, "quiet" if row.quiet else "text"),
            "name": (one_line(row.name), "quiet" if row.quiet else "text"),
            "note": note,
        },
        width,
    )
