"""SVG pictures of what a Rich console has recorded, that need nothing else: no web fonts, the same bytes every time.

Rich's own frame names web fonts; the frame here is ours, so that a picture shows the same without a network.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

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
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U0001f300-\U0001faff"
_RUNS = re.compile(f"[\u00a0 ]{{2,}}|[{_WIDE}]+|(?:[^{_WIDE}\u00a0 ]|[\u00a0 ](?![\u00a0 ]))+|[\u00a0 ]")
"""Blanks, wide characters, and words with single blanks between them."""
_TEXT = re.compile(
    r'<text class="(?P<style>[\w-]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="(?P<length>[\d.]+)"'
    r"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>"
)


def svg_of(console: Console, *, title: str, name: str, theme: TerminalTheme | None = None) -> str:
    """Return what ``console`` has recorded as an SVG file; ``name`` makes its identifiers, and so must be one."""
    drawn = console.export_svg(title=title, theme=theme, code_format=_FRAME, unique_id=f"nettui-{name}")
    return _TEXT.sub(_in_place, drawn)


def _in_place(match: re.Match[str]) -> str:
    """Return one piece of text as words that each stand where they belong.

    Some viewers drop blanks at the ends of a text, or have a font without wide characters, and draw what follows
    elsewhere: words that two blanks or a wide character part are texts of their own.
    """
    x, drawn = float(match["x"]), []
    for run in _RUNS.findall(html.unescape(match["text"].strip("\n"))):
        cells, word = cell_len(run), run.strip()
        if word:
            at = x + cell_len(run[: run.index(word)]) * _CELL
            text = html.escape(word, quote=False).replace("\u00a0", _BLANK)
            place = f'x="{at:g}" y="{match["y"]}" textLength="{cell_len(word) * _CELL:g}"'
            drawn.append(f'<text class="{match["style"]}" {place}{match["rest"]}>{text}</text>')
        x += cells * _CELL
    return "".join(drawn)
