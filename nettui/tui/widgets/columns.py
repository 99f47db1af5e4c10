"""Columns of a list: which fit, how wide each is, and the lines they make.

Widths follow from the columns' wishes and the room alone, never from the content: a list of 100,000 rows is not looked
through to draw 30 of them, and nothing jumps while scrolling.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from nettui.tui.widgets.line import Line, Span, cut, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Cell", "Column", "Columns", "room_for", "spans_of"]

Cell: TypeAlias = "str | Span | Sequence[Span]"
"""A text, a text with a role, or several of them."""

_GAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column is at least ``least`` cells wide and takes ``share`` parts of what is left, up to ``most`` cells.

    Where the room is short, columns with the highest ``rank`` go first; rank 0 always stays.
    """

    name: str
    title: str = ""
    least: int
    most: int = 1000
    share: int = 0
    rank: int = 0
    right: bool = False


class Columns:
    """The columns of one list."""

    def __init__(self, *columns: Column) -> None:
        self._columns = columns
        self._widths: dict[int, dict[str, int]] = {}

    def widths(self, room: int) -> Mapping[str, int]:
        """Return the width of each column that is shown in ``room`` cells, by name."""
        if room not in self._widths:
            self._widths[room] = self._fit(room)
        return self._widths[room]

    def line(self, cells: Mapping[str, Cell], room: int) -> Line:
        """Return a row; ``cells`` by column name, those of columns without room are left out."""
        return Line(tuple(self._spans(cells, room)))

    def header(self, room: int, sorted_by: str = "", sign: str = "") -> Line:
        """Return the titles, the sorted column with ``sign`` after it."""
        cells: dict[str, Cell] = {
            column.name: (f"{column.title} {sign}".rstrip(), "mark")
            if column.name == sorted_by
            else (column.title, "quiet")
            for column in self._columns
        }
        return self.line(cells, room)

    def _fit(self, room: int) -> dict[str, int]:
        shown = list(self._columns)
        while _least(shown) > room and any(column.rank for column in shown):
            shown.remove(max(reversed(shown), key=lambda column: column.rank))
        widths = {column.name: column.least for column in shown}
        left = room - _least(shown)
        growing = [column for column in shown if column.share]
        while left > 0 and growing:
            parts = sum(column.share for column in growing)
            more = {c.name: min(left * c.share // parts, c.most - widths[c.name]) for c in growing}
            if not any(more.values()):
                more[growing[0].name] = min(left, growing[0].most - widths[growing[0].name])  # what rounding left over
            for name, cells in more.items():
                widths[name] += cells
            left -= sum(more.values())
            growing = [column for column in growing if widths[column.name] < column.most]
        return widths

    def _spans(self, cells: Mapping[str, Cell], room: int) -> list[Span]:
        spans: list[Span] = []
        for column in self._columns:
            width = self.widths(room).get(column.name)
            if width is None:
                continue
            if spans:
                spans.append((" " * _GAP, "text"))
            cell = spans_of(cells.get(column.name, ""))
            if column.right and (blank := width - width_of(cell)) > 0:
                spans.append((" " * blank, "text"))
                width -= blank
            spans.extend(cut(cell, width))
        return spans


def room_for(texts: Iterable[str], least: int = 0) -> int:
    """Return the cells that the longest of ``texts`` takes, ``least`` at least.

    For a column of words of ours, which have another length in each language.
    """
    return max(least, *(width_of([(text, "")]) for text in texts))


def _least(columns: Sequence[Column]) -> int:
    return sum(column.least for column in columns) + _GAP * max(len(columns) - 1, 0)


def spans_of(cell: Cell) -> Sequence[Span]:
    """Return a cell as spans."""
    if isinstance(cell, str):
        return ((cell, "text"),)
    if not cell:
        return ()
    first = cell[0]
    return (cast("Span", cell),) if isinstance(first, str) else cast("Sequence[Span]", cell)
