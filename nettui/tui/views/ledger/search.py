"""Finding in the lists of the ledger as one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.search import matches
from nettui.services.finding.ledger import LedgerFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Promise
    from nettui.services.index import Index

__all__ = ["FoundRecords", "RecordSearch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecords:
    """What a line found among the records of the list that is shown; ``ids`` None is all of them."""

    ids: frozenset[Id] | None
    words: Sequence[str] = ()
    problem: str = ""
    hint: str = ""


class RecordSearch:
    """Answers the filter line of the ledger; ``listed`` gives the records of the list that is shown."""

    def __init__(self, index: Index, listed: Callable[[], frozenset[Id]]) -> None:
        self._index = index
        self._finder = LedgerFinder(index)
        self._listed = listed

    def find(self, text: str) -> FoundRecords:
        """Return what ``text`` finds: exchanges by all fields, promises by their text and the person."""
        found = self._finder.find(text)
        ids = None
        if found.ids is not None:
            listed = self._listed()
            promises = self._index.promises
            ids = listed.intersection(found.ids).union(
                i for i in listed if i in promises and self._fits(promises[i], found.words)
            )
        return FoundRecords(ids=ids, words=found.words, problem=found.problem, hint=found.hint)

    def _fits(self, promise: Promise, words: Sequence[str]) -> bool:
        name = self._index.person_name(promise.person) if promise.person is not None else ""
        return all(matches(word, f"{promise.text} {name}") for word in words)
