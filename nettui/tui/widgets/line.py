"""A line of text as spans with roles: what painters return, and how it becomes what a terminal shows.

This is the edge of the app for user text: every span goes through :func:`nettui.text.visible` here, so that no painter
can forget it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.style import Style

__all__ = ["Line", "Span", "Spans", "cut", "draw", "joined", "text_line", "width_of"]

_SEEN_ON_BLANKS = frozenset({"match"})
"""Roles that underline."""

Span: TypeAlias = tuple[str, str]
"""Text, and its role: a key of :data:`nettui.tui.roles.ROLES`."""
Spans: TypeAlias = "Sequence[Span]"


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line: ``left`` from the left, ``right`` at the right edge, which is cut last."""

    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()


def text_line(text: str, role: str = "text") -> Line:
    """Return a line of one span."""
    return Line(((text, role),))


def width_of(spans: Iterable[Span]) -> int:
    """Return the cells that ``spans`` take."""
    return sum(cell_len(visible(text)) for text, _role in spans)


def cut(spans: Spans, width: int, ellipsis: str = "…") -> list[Span]:
    """Return ``spans`` in exactly ``width`` cells: cut with an ellipsis, or filled with blanks."""
    shown: list[Span] = []
    left = width
    for number, (raw, role) in enumerate(spans):
        text = visible(raw)
        cells = cell_len(text)
        more = any(each for each, _role in spans[number + 1 :])
        if cells > left or (cells == left and more):
            if left > 0:
                shown.append((set_cell_size(text, left - 1) + ellipsis, role))
            return shown
        shown.append((text, role))
        left -= cells
    if left > 0:
        shown.append((" " * left, "text"))
    return shown


def draw(line: Line, width: int, style: Callable[[str], Style], ellipsis: str = "…") -> Strip:
    """Return ``line`` as a strip of exactly ``width`` cells; ``style`` gives the style of a role."""
    right = min(width_of(line.right), width) if line.right else 0
    spans = cut(line.left, width - right, ellipsis)
    if right:
        spans += cut(line.right, right, ellipsis)
    # Roles may share a colour in a theme: pieces that look the same are joined once more.
    return Strip([Segment(text, style(role)) for text, role in joined(spans)], width).simplify()


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return ``spans`` in as few pieces as look the same: each piece costs about forty bytes on the line.

    A blank takes the role before it, where that draws nothing on blanks.
    """
    pieces: list[Span] = []
    for text, role in spans:
        if not text:
            continue
        if pieces:
            before, last = pieces[-1]
            if role == last or (text.isspace() and last not in _SEEN_ON_BLANKS):
                pieces[-1] = (before + text, last)
                continue
            if before.isspace() and role not in _SEEN_ON_BLANKS:
                pieces[-1] = (before + text, role)
                continue
        pieces.append((text, role))
    return pieces
