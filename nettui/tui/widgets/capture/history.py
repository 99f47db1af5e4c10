"""The lines of this session, saved or cleared, to be called back."""

from __future__ import annotations

__all__ = ["LineHistory"]


class LineHistory:
    """Lines, the latest last, and a place in them; past the last one is the empty line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._place = 0

    def add(self, line: str) -> None:
        """Remember ``line`` as the latest; one that is there already moves to the end."""
        self._lines = [*(each for each in self._lines if each != line), line]
        self.rewind()

    def rewind(self) -> None:
        """Go behind the latest line."""
        self._place = len(self._lines)

    def walk(self, shown: str, steps: int) -> str | None:
        """Return the line ``steps`` further, None where there is none or ``shown`` is not the line of this place.

        So that a line which is being written is never replaced.
        """
        place = self._place + steps
        if shown != self._at(self._place) or not 0 <= place <= len(self._lines):
            return None
        self._place = place
        return self._at(place)

    def _at(self, place: int) -> str:
        return self._lines[place] if place < len(self._lines) else ""
