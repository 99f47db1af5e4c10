"""Text over several lines: wrapping spans to a width, and the few shapes that a page of one record is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from nettui.text import visible
from nettui.tui.widgets.line import Line, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Span, Spans

__all__ = ["MEASURE", "fact", "heading", "paragraph", "section", "signed", "wrap"]

MEASURE = 84
"""The longest line of running text, in cells: a longer one is hard to read, however wide the window."""

_PIECES = re.compile(r"[^\S\n]+|\n|\S+")


def wrap(spans: Spans, width: int) -> list[tuple[Span, ...]]:
    """Return ``spans`` in lines of at most ``width`` cells, broken at blanks; a word that is longer is broken inside.

    A line feed begins a new line, and the blanks after it stay. Never empty: no text is one empty line.
    """
    wrapper = _Wrapper(max(width, 1))
    for text, role in spans:
        for match in _PIECES.finditer(text):
            wrapper.add(match.group(), role)
    return wrapper.finish()


class _Wrapper:
    """Lines in the making: a word may consist of several spans, so it is placed only when a blank follows."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[tuple[Span, ...]] = []
        self._line: list[Span] = []
        self._used = 0
        self._word: list[Span] = []
        self._blank = 0

    def add(self, piece: str, role: str) -> None:
        if piece == "\n":
            self._place()
            self._break()
            self._blank = 0
        elif piece.isspace():
            self._place()
            self._blank = len(piece.expandtabs(4)) if not self._line else 1
        else:
            self._word.append((visible(piece), role))

    def finish(self) -> list[tuple[Span, ...]]:
        self._place()
        self._break()
        return self._lines

    def _place(self) -> None:
        if not self._word:
            return
        wide = sum(cell_len(text) for text, _role in self._word)
        if self._line and self._used + self._blank + wide > self._width:
            self._break()
            self._blank = 0
        blank = min(self._blank, self._width // 2)
        if blank:
            self._line.append((" " * blank, "text"))
            self._used += blank
        for text, role in self._word:
            self._append(text, role)
        self._word = []
        self._blank = 0

    def _append(self, text: str, role: str) -> None:
        while self._used + cell_len(text) > self._width:
            if self._used and self._width - self._used < 2:  # a wide letter needs two cells
                self._break()
                continue
            pieces = chop_cells(text, max(self._width - self._used, 2))
            self._line.append((pieces[0], role))
            text = text[len(pieces[0]) :]
            self._break()
            if not text:
                return
        self._line.append((text, role))
        self._used += cell_len(text)

    def _break(self) -> None:
        self._lines.append(tuple(self._line))
        self._line = []
        self._used = 0


def paragraph(spans: Spans, width: int, indent: int = 2, measure: int = MEASURE) -> Iterator[Line]:
    """Yield running text, ``indent`` cells from the left edge."""
    left = (" " * indent, "text")
    for line in wrap(spans, min(width - indent - 1, measure)):
        yield Line((left, *line))


def fact(label: str, spans: Spans, width: int, column: int = 11, indent: int = 2) -> Iterator[Line]:
    """Yield a quiet label and, beside it in a column of its own, what it says."""
    column = max(column, width_of([(label, "quiet")]) + 1)
    lead = (label + " " * (column - width_of([(label, "quiet")])), "quiet")
    for number, line in enumerate(wrap(spans, min(width - indent - column - 1, MEASURE))):
        head: Sequence[Span] = ((" " * indent, "text"), lead) if not number else ((" " * (indent + column), "text"),)
        yield Line((*head, *line))


def heading(title: str, width: int, glyphs: Glyphs, note: str = "", *, role: str = "quiet", indent: int = 0) -> Line:
    """Return a heading with a rule behind it to the cell before the last; ``note`` stands quietly between them."""
    head: list[Span] = [(" " * indent, "text"), (title, role)]
    if note:
        head += [(f" {glyphs.dot} ", "faint"), (note, "quiet")]
    return Line((*head, (" ", "text"), (glyphs.rule * max(width - width_of(head) - 2, 0), "faint")))


def section(title: str, width: int, glyphs: Glyphs, note: str = "", indent: int = 2) -> Iterable[Line]:
    """Return a blank line and a heading over running text."""
    return Line(), heading(title, min(width, indent + MEASURE), glyphs, note, indent=indent)


def signed(sign: Span, spans: Spans, width: int, indent: int = 2) -> Iterator[Line]:
    """Yield running text that hangs beside a sign."""
    column = width_of([sign])
    for number, line in enumerate(wrap(spans, min(width - indent - column - 1, MEASURE))):
        head = sign if not number else (" " * column, "text")
        yield Line(((" " * indent, "text"), head, *line))
