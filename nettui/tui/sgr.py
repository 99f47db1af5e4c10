"""The same screen in fewer bytes: colours and cursor moves that a terminal need not be told.

Textual writes each piece of a line with all its colours before it and a reset after it. A terminal keeps its colours,
so only what differs from the piece before needs to be said (ECMA-48, 8.3.117 SGR); and of cursor moves with nothing
between them only the last one counts. What is shown is equal cell by cell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

__all__ = ["compact"]

_SGR = re.compile(r"\x1b\[([\d;:]*)m")
_MOVES = re.compile(r"(?:\n|\x1b\[\d+;\d+H)*\x1b\[\d+;\d+H")
"""Nothing but moves, a place last; Textual ends a line with a line feed and then goes to the next one all the same."""

Pens: TypeAlias = "tuple[frozenset[str], str, str]"
"""Attributes that are on, foreground, background; colours as the parameters that set them, empty for the default."""

_PLAIN: Pens = (frozenset(), "", "")
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""What ends an attribute. Where 22 ends bold and faint together, the one that stays is said again."""


def compact(data: str) -> str:
    """Return output that shows the same as ``data`` from a terminal's default colours on, and ends in them.

    Escape sequences other than SGR and CUP, and the text, stay as they are.
    """
    if "\x1b[0m" not in data:
        return data
    pieces = _SGR.split(data)
    if any(_pens("", code) is None for code in set(pieces[1::2])):
        return data  # attributes that are not known here
    out: list[str] = []
    shown = wanted = ""
    for number, piece in enumerate(pieces):
        if number % 2:
            wanted = _after(wanted, piece)
        elif piece:
            if _MOVES.fullmatch(piece):
                out.append(piece[piece.rindex("\x1b") :])
                continue
            if wanted != shown:
                out.append(_change(shown, wanted))
                shown = wanted
            out.append(piece)
    if wanted != shown:
        out.append(_change(shown, wanted))
    return "".join(out)


@lru_cache(maxsize=4096)
def _after(before: str, code: str) -> str:
    """Return the state after ``before`` and then ``code``, as the parameters that lead to it from the default."""
    return _full(_known(before, code))


@lru_cache(maxsize=4096)
def _change(before: str, after: str) -> str:
    """Return the shortest SGR from one state to another; a state is written as the parameters that lead to it."""
    old, new = _known("", before), _known("", after)
    reset = ";".join(filter(None, ("0" if old != _PLAIN else "", _full(new))))
    steps = [_OFF[attribute] for attribute in sorted(old[0] - new[0])]
    kept = old[0] & new[0] if "22" not in steps else (old[0] & new[0]) - {"1", "2"}
    steps = [*dict.fromkeys(steps), *sorted(new[0] - kept)]
    for was, color, default in ((old[1], new[1], "39"), (old[2], new[2], "49")):
        if was != color:
            steps.append(color or default)
    if old == new:
        return ""
    return f"\x1b[{min(';'.join(steps), reset, key=len)}m"


def _full(pens: Pens) -> str:
    return ";".join(filter(None, (*sorted(pens[0]), pens[1], pens[2])))


def _known(before: str, code: str) -> Pens:
    pens = _pens(before, code)
    assert pens is not None  # noqa: S101 - compact() has looked at every code
    return pens


@lru_cache(maxsize=4096)
def _pens(before: str, code: str) -> Pens | None:
    """Return the state after ``before`` and then ``code``; None when one says what is not known here."""
    numbers = [number or "0" for number in (f"{before};{code}" if before else code).split(";")]
    on: set[str] = set()
    colors = {"38": "", "48": ""}
    while numbers:
        first = numbers.pop(0)
        if first == "0":
            on, colors = set(), {"38": "", "48": ""}
        elif first in _OFF:
            on.add(first)
        elif first in colors and numbers and numbers[0] in {"2", "5"}:
            size = 4 if numbers[0] == "2" else 2
            colors[first] = ";".join((first, *numbers[:size]))
            del numbers[:size]
        elif first in {"39", "49"}:
            colors["38" if first == "39" else "48"] = ""
        elif first.isdecimal() and (30 <= int(first) <= 37 or 90 <= int(first) <= 97):
            colors["38"] = first
        elif first.isdecimal() and (40 <= int(first) <= 47 or 100 <= int(first) <= 107):
            colors["48"] = first
        else:
            return None
    return frozenset(on), colors["38"], colors["48"]
