"""Finding in the lists of the ledger as one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.search import matches
from nettui.services.finding.ledger import LedgerFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from nettui.services.index import Index

__all__ = ["FoundRecords", "RecordSearch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecords:
    """What a line found among the rows of the list that is shown, by their keys; ``ids`` None is all of them."""

    ids: frozenset[str] | None
    words: Sequence[str] = ()
    problem: str = ""
    hint: str = ""


class RecordSearch:
    """Answers the filter line of the ledger.

    ``listed`` gives the keys of the list that is shown, ``texts`` what those of them are found by that are no
    exchanges.
    """

    def __init__(
        self, index: Index, listed: Callable[[], frozenset[str]], texts: Callable[[], Mapping[str, str]]
    ) -> None:
        self._finder = LedgerFinder(index)
        self._listed = listed
        self._texts = texts

    def find(self, text: str) -> FoundRecords:
        """Return what ``text`` finds: exchanges by all fields, other rows by the words of theirs."""
        found = self._finder.find(text)
        ids = None
        if found.ids is not None:
            others = (key for key, words in self._texts().items() if all(matches(word, words) for word in found.words))
            ids = self._listed().intersection(found.ids).union(others)
        return FoundRecords(ids=ids, words=found.words, problem=found.problem, hint=found.hint)
