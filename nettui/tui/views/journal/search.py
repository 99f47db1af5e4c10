"""Finding entries as one types: the first matches at once, the others in slices between two keys."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from nettui.services.facts.journal import JournalOrder
from nettui.services.finding.journal import JournalFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nettui.domain.ids import Id
    from nettui.services.finding.journal import JournalSearch
    from nettui.services.index import Index

__all__ = ["EntrySearch", "FoundEntries"]

AT_ONCE = 0.03
"""Seconds that a key may wait for the first matches."""


class FoundEntries:
    """What a line found so far. ``places`` are those in the whole journal, ascending; see :meth:`go_on`."""

    def __init__(self, line: str, search: JournalSearch, index: Index) -> None:
        self.line = line
        self.problem = search.reading.problem
        self.hint = search.reading.hint
        self.words: Sequence[str] = search.reading.words
        self.everything = search.everything
        self.revision = index.revision
        self.places: list[int] = []
        self._order = index.shelf(JournalOrder)
        self._run: Iterator[list[int]] | None = None if search.everything else search.run()

    @property
    def ids(self) -> list[Id] | None:
        """The entries found; None for a line that says nothing."""
        if self.everything:
            return None
        order = self._order.ids
        return [order[place] for place in self.places if place < len(order)]

    @property
    def complete(self) -> bool:
        """Whether the whole journal was looked through."""
        return self._run is None

    def go_on(self, seconds: float = AT_ONCE) -> None:
        """Look further for so long."""
        until = perf_counter() + seconds
        while self._run is not None and perf_counter() < until:
            found = next(self._run, None)
            if found is None:
                self._run = None
            else:
                self.places += found


class EntrySearch:
    """Answers the filter line of the journal."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._finder = JournalFinder(index)
        self._last: FoundEntries | None = None

    def find(self, text: str) -> FoundEntries:
        """Return what is found at once; the host goes on with :meth:`FoundEntries.go_on`."""
        last = self._last
        if last is not None and last.line == text and last.revision == self._index.revision:
            return last
        found = self._last = FoundEntries(text, self._finder.search(text), self._index)
        found.go_on()
        return found
