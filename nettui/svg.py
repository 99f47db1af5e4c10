"""SVG pictures of what a Rich console has recorded, that need nothing else: no web fonts, the same bytes every time.

Rich's own frame names web fonts; the frame here is ours, so that a picture shows the same without a network.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme

__all__ = ["svg_of"]

_FRAME = """\
<svg class="nettui" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", "Fira Code", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""

_BLANK = "&#160;"
_CELL = 12.2
"""Width of a character in Rich's drawing: its height of 20, times 0.61."""
_TEXT = re.compile(
    r'<text class="(?P<style>[\w-]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="(?P<length>[\d.]+)"'
    r"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>"
)


def svg_of(console: Console, *, title: str, name: str, theme: TerminalTheme | None = None) -> str:
    """Return what ``console`` has recorded as an SVG file; ``name`` makes its identifiers, and so must be one."""
    drawn = console.export_svg(title=title, theme=theme, code_format=_FRAME, unique_id=f"nettui-{name}")
    return _TEXT.sub(_without_blanks, drawn)


def _without_blanks(match: re.Match[str]) -> str:
    """Return one piece of text without the blanks at its ends, which some viewers drop and then draw it elsewhere."""
    pieces = match["text"].strip("\n").split(_BLANK)
    before = next((n for n, piece in enumerate(pieces) if piece), None)
    if before is None:
        return ""
    after = next(n for n, piece in enumerate(reversed(pieces)) if piece)
    inner = _BLANK.join(pieces[before : len(pieces) - after])
    x = float(match["x"]) + before * _CELL
    length = float(match["length"]) - (before + after) * _CELL
    place = f'x="{x:g}" y="{match["y"]}" textLength="{length:g}"'
    return f'<text class="{match["style"]}" {place}{match["rest"]}>{inner}</text>'
