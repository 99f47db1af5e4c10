"""Text at the edges: what may reach a terminal, and how text is folded for finding and for comparing.

Names and notes come from archives and from strangers. The file keeps them as they were; :func:`visible` is the one
function that prepares them for a screen. The two foldings serve two different questions and must not be mixed:
:func:`fold_name` asks "is this the same spelling?" and keeps scripts apart, because a look-alike letter is a
different letter; searching across scripts is ``nettui.domain.search``.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold_name", "one_line", "visible"]

_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SEPARATORS = "\u2028\u2029"
_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI_CONTROLS}{_SEPARATORS}\ud800-\udfff]")
_UNSAFE_BUT_NEWLINE = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{_BIDI_CONTROLS}{_SEPARATORS}\ud800-\udfff]")


def _mark(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode has a picture of each C0 control
    if code == 0x7F:
        return "\u2421"
    return f"<U+{code:04X}>"


def visible(text: str, *, newlines: bool = False) -> str:
    """Return ``text`` with every character that could steer a terminal shown as a mark instead.

    Covers C0, DEL, C1, the bidirectional controls (UAX #9), the line and paragraph separators and lone surrogates.
    With ``newlines`` a line feed stays a line feed. The result never holds an escape sequence.
    """
    return (_UNSAFE_BUT_NEWLINE if newlines else _UNSAFE).sub(_mark, text)


def one_line(text: str, limit: int = 60) -> str:
    """Return ``text`` on one line, safe to show, blanks collapsed and cut at ``limit`` characters with an ellipsis."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def fold_name(name: str) -> str:
    """Return the key under which two spellings count as the same name.

    NFKD without marks, case-folded, without symbols and emoji, cut at the first comma (credentials follow it), blanks
    collapsed. Scripts stay apart: ``Maria`` and ``Мария`` differ here.
    """
    head = name.split(",", 1)[0]
    kept = []
    # й decomposes into и and a breve; without it two different letters, and names, would fall together.
    for char in unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFC", head).replace("й", "\ue000").replace("Й", "\ue000")
    ):
        category = unicodedata.category(char)
        if category[0] in "LN" or category == "Co":
            kept.append(char)
        elif category[0] in "ZPC":
            kept.append(" " if category not in {"Cf", "Cc"} else "")
    return " ".join("".join(kept).replace("\ue000", "й").casefold().split())
