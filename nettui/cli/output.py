"""Writing to standard output: a Rich table on a terminal, plain aligned text in a pipe, JSON for programs.

Every text of the user passes :func:`nettui.text.visible` here, and reaches Rich as ``Text``, never as markup.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import click

from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rich.console import Console
    from rich.text import Text

    from nettui.services.ports import Json

__all__ = [
    "Cell",
    "Column",
    "Line",
    "Style",
    "Table",
    "escape_steering",
    "on_terminal",
    "print_brief",
    "print_json",
    "print_lines",
    "print_table",
    "recording",
    "width",
]

Style = Literal["", "accent", "dim", "strong"]
Cell: TypeAlias = "str | tuple[str, Style]"
"""A text, or a text and the role it plays. Style never says what the words do not say."""

Line: TypeAlias = "str | list[Cell]"
"""A text, or cells that follow each other."""

_recorder: ContextVar[Console | None] = ContextVar("recorder", default=None)
"""The console that takes the place of the terminal while a picture is made."""

_RICH: Mapping[Style, str] = {"": "", "accent": "cyan", "dim": "dim", "strong": "bold"}
_ANSI: Mapping[Style, Mapping[str, Any]] = {
    "": {"reset": False},
    "accent": {"fg": "cyan"},
    "dim": {"dim": True},
    "strong": {"bold": True},
}
_GAP = 2
_NARROWEST = 40
_FALLBACK = (80, 24)

# json escapes C0 only; the rest of what steers a terminal, and lone surrogates, which are no UTF-8, as \uXXXX too.
_STEERING = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: ``least`` is the width it may be cut to (0: never); of the ranks the lowest is left out last."""

    title: str
    right: bool = False
    least: int = 0
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles (unless ``header`` is off); ``empty`` is the line to print when there are none."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    empty: str
    header: bool = True


def on_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return _recorder.get() is not None or sys.stdout.isatty()


@contextmanager
def recording(columns: int) -> Iterator[Console]:
    """Let everything be printed on a console of ``columns`` cells that keeps it, for pictures."""
    import io

    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=columns,
        record=True,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    token = _recorder.set(console)
    try:
        yield console
    finally:
        _recorder.reset(token)


def width() -> int:
    """Return the columns of the terminal."""
    recorder = _recorder.get()
    if recorder is not None:
        return recorder.width
    import shutil

    return max(_NARROWEST, shutil.get_terminal_size(_FALLBACK).columns)


def print_json(value: Json) -> None:
    """Print ``value`` as JSON, indented by two; characters that could steer a terminal are escaped."""
    import json

    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    text = json.dumps(value, ensure_ascii=encoding != "utf8", indent=2)
    click.echo(escape_steering(text))


def escape_steering(json_text: str) -> str:
    """Return JSON with what could steer a terminal as escapes; it reads back as the same."""
    return _STEERING.sub(_escape, json_text)


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def print_lines(lines: Iterable[Line], *, cut: bool = False) -> None:
    """Print lines. On a terminal a long one goes on below, further to the right; with ``cut`` it ends with an ellipsis.

    A pipe gets every line whole.
    """
    if not on_terminal():
        for line in lines:
            click.echo("".join(_text(cell) for cell in _cells(line)).rstrip())
        return
    from rich.text import Text

    console = _console()
    for line in lines:
        text = Text()
        for cell in _cells(line):
            text.append(_text(cell), _RICH[_style(cell)])
        if cut:
            text.truncate(width(), overflow="ellipsis")
        for part in _folded(text, _hang(line), console):
            console.print(part)


def print_brief(lines: Iterable[Line]) -> None:
    """Print lines as :func:`print_lines` does, but without Rich, whose import costs a third of a quick command."""
    recorder = _recorder.get()
    if recorder is not None:
        print_lines(lines)
        return
    plain = not on_terminal() or _is_plain()
    for line in lines:
        cells = [(_text(cell), _style(cell)) for cell in _cells(line)]
        click.echo("".join(text if plain else click.style(text, **_ANSI[style]) for text, style in cells).rstrip())


def _folded(text: Text, hang: int, console: Console) -> list[Text]:
    """Return ``text`` in lines that fit, those after the first set in by ``hang``."""
    from rich.text import Text

    if text.cell_len <= width() or hang >= width() // 2:
        return [text]
    head, *rest = text.wrap(console, width())
    more = text[len(head.plain) :]
    more.plain = more.plain.lstrip()
    return [head, *(Text(" " * hang) + part for part in more.wrap(console, width() - hang))] if rest else [head]


def _hang(line: Line) -> int:
    """Return where a long line goes on: below what follows its labels, else a little further to the right."""
    cells = [_text(cell) for cell in _cells(line)]
    labels = 0
    while labels < len(cells) - 1 and cells[labels].endswith(" " * _GAP):
        labels += 1
    if labels:
        return sum(map(_measure(), cells[:labels]))
    return len(cells[0]) - len(cells[0].lstrip(" ")) + _GAP


def print_table(table: Table, *, indent: int = 0) -> None:
    """Print ``table``, or the line that says what to do when it is empty."""
    if not table.rows:
        print_lines([" " * indent + table.empty])
    elif on_terminal():
        _print_rich(table, indent)
    else:
        _print_plain(table, indent)


def _cells(line: Line) -> list[Cell]:
    return line if isinstance(line, list) else [line]


def _text(cell: Cell) -> str:
    return visible(" ".join(_raw(cell).split("\n")))


def _raw(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell[0]


def _style(cell: Cell) -> Style:
    return "" if isinstance(cell, str) else cell[1]


def _print_plain(table: Table, indent: int) -> None:
    measure = _measure()
    grid = [[column.title for column in table.columns], *([_text(cell) for cell in row] for row in table.rows)]
    widths = [max(measure(row[number]) for row in grid) for number in range(len(table.columns))]
    for row in grid if table.header else grid[1:]:
        parts = []
        for column, text, wide in zip(table.columns, row, widths, strict=True):
            blank = " " * (wide - measure(text))
            parts.append(blank + text if column.right else text + blank)
        click.echo((" " * indent + (" " * _GAP).join(parts)).rstrip())


def _print_rich(table: Table, indent: int) -> None:
    from rich.padding import Padding
    from rich.table import Table as RichTable
    from rich.text import Text

    room = width() - indent
    texts = [[_text(cell) for cell in row] for row in table.rows]
    kept, widths = _fit(table.columns, texts, room)
    drawn = RichTable(
        box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim", show_header=table.header, expand=False
    )
    for number in kept:
        column = table.columns[number]
        drawn.add_column(
            Text(column.title, end=""),
            justify="right" if column.right else "left",
            no_wrap=True,
            overflow="ellipsis",
            width=widths[number],
        )
    for row, line in zip(table.rows, texts, strict=True):
        drawn.add_row(*(Text(line[number], _RICH[_style(row[number])]) for number in kept))
    _console().print(Padding(drawn, (0, 0, 0, indent), expand=False) if indent else drawn)


def _fit(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> tuple[list[int], dict[int, int]]:
    """Return which columns fit into ``room`` cells, and how wide each is.

    Columns that may be cut are cut to their least width first; then the columns of the highest rank are left out.
    """
    measure = _measure()
    natural = [
        max([measure(column.title), *(measure(row[number]) for row in rows)]) for number, column in enumerate(columns)
    ]
    least = [min(wide, column.least or wide) for column, wide in zip(columns, natural, strict=True)]
    kept = list(range(len(columns)))
    while len(kept) > 1 and sum(least[n] for n in kept) + _GAP * (len(kept) - 1) > room:
        kept.remove(max(kept, key=lambda n: (columns[n].rank, n)))
    spare = room - sum(least[n] for n in kept) - _GAP * (len(kept) - 1)
    widths = {n: min(least[n], room) for n in kept}
    while spare > 0 and (short := [n for n in kept if widths[n] < natural[n]]):
        for number in sorted(short, key=lambda n: columns[n].rank)[:spare]:
            widths[number] += 1
            spare -= 1
    return kept, widths


def _measure() -> Callable[[str], int]:
    from rich.cells import cell_len

    return cell_len


def _console() -> Console:
    from rich.console import Console

    recorder = _recorder.get()
    if recorder is not None:
        return recorder
    plain = _is_plain()
    return Console(
        file=sys.stdout,
        width=width(),
        highlight=False,
        markup=False,
        emoji=False,
        no_color=plain,
        color_system=None if plain else "auto",
    )


def _is_plain() -> bool:
    """Return whether nothing but text may be sent: NO_COLOR (no-color.org), a dumb terminal, or the settings."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM", "") in {"dumb", ""} or not _color_wanted()


def _color_wanted() -> bool:
    from nettui.cli.session import Session

    context = click.get_current_context(silent=True)
    session = context.find_object(Session) if context else None
    return session is None or session.colored()
