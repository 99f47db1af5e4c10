"""Pasted text is text: an escape sequence inside it presses no keys.

Most terminals take escapes out of what they paste, tmux and others do not, and Textual 8.2.8 reads those of a bracketed
paste (XTerm Control Sequences, "Bracketed Paste Mode") as keys: a copied log with colours in it would be commands.
"""

from __future__ import annotations

__all__ = ["PastedText"]

_BEGIN = "\x1b[200~"
_END = "\x1b[201~"
_MARK = "\N{SYMBOL FOR ESCAPE}"


class PastedText:
    """A filter for what a terminal sends, in pieces as they come."""

    def __init__(self) -> None:
        self._inside = False
        self._before = ""
        """Outside: the end of what was passed on, for a beginning that comes in two pieces."""
        self._held = ""
        """Inside: what may be the first part of the end."""

    def feed(self, text: str) -> str:
        """Return ``text`` with a mark for each escape inside a paste; a begun end mark comes with the next piece."""
        passed: list[str] = []
        text, self._held = self._held + text, ""
        while text:
            inside, text = (self._within if self._inside else self._without)(text)
            passed.append(inside)
        return "".join(passed)

    def _without(self, text: str) -> tuple[str, str]:
        """Return what is passed on up to the beginning of a paste, and the rest."""
        known = len(self._before)
        at = (self._before + text).find(_BEGIN)
        if at < 0:
            self._before = (self._before + text)[-len(_BEGIN) + 1 :]
            return text, ""
        self._inside, self._before = True, ""
        cut = at + len(_BEGIN) - known
        return text[:cut], text[cut:]

    def _within(self, text: str) -> tuple[str, str]:
        """Return what is passed on up to the end of the paste, and the rest."""
        at = text.find(_END)
        if at >= 0:
            self._inside = False
            return text[:at].replace("\x1b", _MARK) + _END, text[at + len(_END) :]
        begun = max((size for size in range(1, len(_END)) if text.endswith(_END[:size])), default=0)
        self._held = text[len(text) - begun :]
        return text[: len(text) - begun].replace("\x1b", _MARK), ""
