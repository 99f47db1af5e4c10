"""ASCII in place of drawing signs and typographic marks, for terminals whose font or encoding lacks them.

Our own signs come from :mod:`nettui.tui.glyphs`; this catches at the way out what Textual draws (borders, scroll bars)
and what sentences hold (quotation marks, ellipses). Each sign takes one cell before and after. Letters stay.
"""

from __future__ import annotations

__all__ = ["PLAIN"]

_HORIZONTAL = "─━┄┅┈┉╌╍═╴╶╸╺╼╾"
_VERTICAL = "│┃┆┇┊┋╎╏║╵╷╹╻╽╿"
_SIGNS = {
    "-": "–—‐‑‒−·‧",
    '"': "“”„‟«»",
    "'": "‘’‚‛",
    "~": "…",
    ">": "→›▶▸►⇒",
    "<": "←‹◀◂◄⇐",
    "^": "↑▲▴△",
    "v": "↓▼▾▽",
    "*": "•●★◆■",
    "o": "○◦◷◯□☆",
    "x": "✓✔✗✘×",
    "|": "▏▎▍▌▐▕",
    "_": "▁▂▃",
    ".": "░",
    ":": "▒",
    " ": "\u00a0\u2007\u2009\u202f",
}

PLAIN: dict[int, str] = {
    **dict.fromkeys(range(0x2500, 0x2580), "+"),  # box drawing
    **dict.fromkeys(range(0x2580, 0x25A0), "#"),  # blocks
    **dict.fromkeys(range(0x2801, 0x2900), "*"),  # braille patterns
    0x2800: " ",
    **dict.fromkeys(map(ord, _HORIZONTAL), "-"),
    **dict.fromkeys(map(ord, _VERTICAL), "|"),
    **{ord(sign): ascii_sign for ascii_sign, signs in _SIGNS.items() for sign in signs},
}
"""A table for ``str.translate``."""
