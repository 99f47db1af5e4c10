"""Finding in the ledger as one types: a few thousand records, kept decoded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.filters import exchange_filter
from nettui.domain.query import Query, Target
from nettui.services.finding.people import quick_facts
from nettui.services.finding.terms import read_while_typed

if TYPE_CHECKING:
    from nettui.domain.filters import Facts
    from nettui.domain.ids import Id
    from nettui.domain.query import Term
    from nettui.services.index import Index

__all__ = ["FoundExchanges", "LedgerFinder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundExchanges:
    """As :class:`nettui.services.finding.people.FoundPeople`, of exchanges; ``ids`` in the order of ids."""

    ids: tuple[Id, ...] | None
    words: tuple[str, ...] = ()
    problem: str = ""
    hint: str = ""


class LedgerFinder:
    """Answers filter lines of the ledger."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._revision = -1
        self._facts: Facts | None = None

    def find(self, line: str) -> FoundExchanges:
        """Return which exchanges ``line`` means. Nothing is raised: what makes no sense yet is told and left out."""
        if self._revision != self._index.revision or self._facts is None:
            self._revision = self._index.revision
            self._facts = quick_facts(self._index)
        facts = self._facts

        def check(term: Term) -> object:
            return exchange_filter(Query(Target.LEDGER, (term,)), facts)

        reading = read_while_typed(line, Target.LEDGER, self._index, check)
        ids = None
        if reading.query:
            fits = exchange_filter(reading.query, facts)
            ids = tuple(exchange.id for exchange in self._index.exchanges.values() if fits(exchange))
        return FoundExchanges(ids=ids, words=reading.words, problem=reading.problem, hint=reading.hint)
