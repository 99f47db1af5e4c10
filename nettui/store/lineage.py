"""Names for the content of a table at moments worth remembering, and what was done to it since.

What somebody worked out from a table stays useful after a change, if one can tell exactly what has changed: so the
name under which a value was remembered (:meth:`Lines.key`) is kept as a mark in a short log of the changes that
followed, within the session and, by way of the journal's head, into the next ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Lineage"]

MOST_STEPS = 512
MOST_BYTES = 256 << 10
MOST_MARKS = 16


class Lineage:
    """A bounded log of documents as they were before each change, with named places in it.

    The oldest steps, and the marks before them, are forgotten first: a value remembered there is made anew.
    """

    __slots__ = ("_bytes", "_first", "_marks", "_steps")

    def __init__(self) -> None:
        self._marks: dict[str, int] = {}
        self._steps: list[tuple[str, bytes | None]] = []
        self._first = 0  # number of the oldest step that is kept
        self._bytes = 0

    def __bool__(self) -> bool:
        return bool(self._marks)

    def mark(self, name: str) -> None:
        """Name the present content."""
        self._marks.pop(name, None)
        self._marks[name] = self._first + len(self._steps)
        if len(self._marks) > MOST_MARKS:
            del self._marks[next(iter(self._marks))]

    def step(self, key: str, before: bytes | None) -> None:
        """Note that the document ``key``, which was ``before``, changes."""
        self._steps.append((key, before))
        self._bytes += len(before or b"")
        while len(self._steps) > MOST_STEPS or self._bytes > MOST_BYTES:
            self._forget(max(1, len(self._steps) // 4))

    def since(self, name: str) -> dict[str, bytes | None] | None:
        """Return the documents touched since the content had ``name``, as they were then; None when not known."""
        at = self._marks.get(name)
        if at is None:
            return None
        found: dict[str, bytes | None] = {}
        for key, before in self._steps[at - self._first :]:
            found.setdefault(key, before)
        return found

    def rows(self) -> list[Any]:
        """Return everything as JSON can hold it; see :meth:`of`."""
        self._forget(min(self._marks.values(), default=self._first + len(self._steps)) - self._first)
        return [
            self._first,
            self._marks,
            [(key, None if before is None else before.decode("utf-8", "surrogatepass")) for key, before in self._steps],
        ]

    @classmethod
    def of(cls, rows: Sequence[Any]) -> Lineage:
        """Return what :meth:`rows` wrote."""
        lineage = cls()
        lineage._first, lineage._marks = int(rows[0]), dict(rows[1])
        lineage._steps = [
            (key, None if text is None else text.encode("utf-8", "surrogatepass")) for key, text in rows[2]
        ]
        lineage._bytes = sum(len(before or b"") for _key, before in lineage._steps)
        return lineage

    def _forget(self, count: int) -> None:
        if count <= 0:
            return
        self._bytes -= sum(len(before or b"") for _key, before in self._steps[:count])
        del self._steps[:count]
        self._first += count
        self._marks = {name: at for name, at in self._marks.items() if at >= self._first}
