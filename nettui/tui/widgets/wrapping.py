"""Long text in lines of a given width, counted in cells."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from nettui.text import visible

__all__ = ["wrapped"]


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` cells, safe to show; its own line breaks stay.

    Broken at blanks; a word wider than the line, such as an address, is broken anywhere.
    """
    width = max(width, 1)
    lines: list[str] = []
    for paragraph in visible(text, newlines=True).rstrip("\n").split("\n"):
        line, cells = "", 0
        for word in paragraph.split():
            size = cell_len(word)
            if line and cells + 1 + size <= width:
                line, cells = f"{line} {word}", cells + 1 + size
                continue
            if line:
                lines.append(line)
            *full, last = chop_cells(word, width) if size > width else [word]
            lines += full
            line, cells = last, cell_len(last)
        lines.append(line)
    return lines
