"""Text for an editing field: what could steer a terminal is shown as a mark, one for one, and comes back on saving.

:func:`nettui.text.visible` may write several characters for one; an editing field needs the same number of characters
in what is shown as in what is kept, or its cursor would stand beside the letter it means.
"""

from __future__ import annotations

from nettui.text import visible

__all__ = ["Veil", "harmless"]

_STAND_INS = "\ufffd\u2426\u2370\u25a1\u25a2\u25a3\u25a4\u25a5\u25a6\u25a7\u25a8\u25a9\u2b1a\u2b1c\u25ab\u2395"
"""For the controls that Unicode has no picture of; a text seldom holds more than one sort of them."""


def harmless(text: str, *, newlines: bool = False) -> str:
    """Return ``text`` with each character that could steer a terminal as one mark."""
    return Veil("", newlines=newlines).show(text)


class Veil:
    """How one text is shown while it is edited. Each of its unsafe characters gets a mark the text does not hold."""

    def __init__(self, text: str, *, newlines: bool = False) -> None:
        self._newlines = newlines
        self._marks: dict[str, str] = {}
        used = set(text)
        for char in dict.fromkeys(text):
            if self._safe(char):
                continue
            for mark in (visible(char), *_STAND_INS):
                if len(mark) == 1 and mark not in used:
                    self._marks[char] = mark
                    used.add(mark)
                    break
        self._back = {mark: char for char, mark in self._marks.items()}

    def _safe(self, char: str) -> bool:
        return visible(char, newlines=self._newlines) == char

    def show(self, text: str) -> str:
        """Return ``text`` as it is shown, with as many characters."""
        return "".join(char if self._safe(char) else self._marks.get(char) or _one(char) for char in text)

    def keep(self, shown: str) -> str:
        """Return what is to be kept for an edited text: the controls that were in it are there again."""
        return "".join(self._back.get(char, char) for char in shown)


def _one(char: str) -> str:
    mark = visible(char)
    return mark if len(mark) == 1 else _STAND_INS[0]
