"""Finding in the journal as one types, in slices: the newest matches are on the screen before the rest is looked at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nettui.domain.filters import entry_filter, members_meant
from nettui.domain.query import Query, Target, Term
from nettui.domain.query_values import choice, is_unknown, period_of, yes_or_no
from nettui.domain.records import Channel, Initiator
from nettui.domain.search import search_fold
from nettui.services.facts.journal import JournalOrder
from nettui.services.facts.remembered import SLICE, Pace
from nettui.services.facts.texts import BREAK, JournalTexts
from nettui.services.finding.people import quick_facts
from nettui.services.finding.terms import read_while_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from typing import TypeAlias

    from nettui.domain.filters import Facts
    from nettui.domain.ids import Id
    from nettui.services.finding.terms import Reading
    from nettui.services.index import Index

    Test: TypeAlias = "Callable[[Iterable[int]], list[int]]"
    """Which of the places in the journal fit; so that the test of many costs one call."""

__all__ = ["JournalFinder", "JournalSearch"]

_STEP = 500


class JournalFinder:
    """Answers filter lines of the journal."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._order = index.shelf(JournalOrder)
        self._texts = index.shelf(JournalTexts)
        self._revision = -1
        self._facts: Facts | None = None
        self._tests: dict[Term, Test] = {}
        self._in_order: tuple[int, list[str]] | None = None

    @property
    def ready(self) -> bool:
        """Whether the first answer costs no more than the others."""
        return self._texts.loaded and self._order.loaded

    def loading(self) -> Iterator[None]:
        """Get ready, in slices. Ten megabytes of text are only worth it once somebody looks for something."""
        yield from self._order.loading()
        yield from self._texts.loading()

    def search(self, line: str) -> JournalSearch:
        """Return the search for ``line``, not yet begun. Nothing is raised: what makes no sense yet is told."""
        if self._revision != self._index.revision or self._facts is None:
            self._revision = self._index.revision
            self._facts = quick_facts(self._index)
            self._tests.clear()
        reading = read_while_typed(line, Target.JOURNAL, self._index, self._test)
        tests = {term: self._test(term) for term in reading.query.terms}
        self._tests = tests
        return JournalSearch(self._index, reading, list(tests.values()))

    def _test(self, term: Term) -> Test:
        test = self._tests.get(term)
        if test is None:
            test = self._tests[term] = self._make(term)
        return test

    def _make(self, term: Term) -> Test:
        facts = self._facts or quick_facts(self._index)
        match term.field:
            case "period" | "from" | "to":
                return self._by_day(term)
            case "with" | "group":
                who = _named(term.value, facts) if term.field == "with" else members_meant(term, facts)
                return self._each(lambda entry: not who.isdisjoint(entry[1].partition(BREAK)[0].split()))
            case "channel" | "initiator" | "starred":
                return self._by_head(term)
            case _:
                return self._by_text(term, facts)

    def _by_head(self, term: Term) -> Test:
        head = self._texts.head
        if term.field == "channel":
            channel = choice(term, Channel).value
            return self._each(lambda entry: head(entry[1]).channel == channel)
        if term.field == "initiator":
            initiator = "" if is_unknown(term) else choice(term, Initiator).value
            return self._each(lambda entry: head(entry[1]).initiator == initiator)
        starred = yes_or_no(term)
        return self._each(lambda entry: entry[1].endswith("*") is starred)

    def _by_text(self, term: Term, facts: Facts) -> Test:
        folded = search_fold(term.value.lstrip("#").casefold() if term.field == "tag" else term.value)
        if not folded:  # of marks alone: the rare case needs no speed
            return self._plainly(term, facts)
        if term.field == "tag":
            return self._each(lambda entry: folded in entry[0] and folded in entry[0].split(BREAK)[1:])
        named = _named(term.value, facts)
        if not named:
            return self._with_text(folded)

        def text_or_name(entry: tuple[str, str]) -> bool:
            if folded in entry[0]:
                return True
            people, mentions, _rest = entry[1].split(BREAK, 2)
            return not (named.isdisjoint(people.split()) and named.isdisjoint(mentions.split()))

        return self._each(text_or_name)

    def _with_text(self, folded: str) -> Test:
        """Return the most frequent test, in the shortest way."""

        def test(places: Iterable[int]) -> list[int]:
            lines = self._lines()
            return [place for place in places if folded in lines[place]]

        return test

    def _lines(self) -> list[str]:
        """Return the texts in the order of the journal."""
        if self._in_order is None or self._in_order[0] != self._index.revision:
            self._in_order = (self._index.revision, [*map(self._texts.texts.__getitem__, self._order.ids)])
        return self._in_order[1]

    def _each(self, fits: Callable[[tuple[str, str]], bool]) -> Test:
        """Return the test of which entries fit, each given by its text and its head."""

        def test(places: Iterable[int]) -> list[int]:
            ids, texts, heads = self._order.ids, self._texts.texts, self._texts.heads
            return [place for place in places if fits((texts[ids[place]], heads[ids[place]]))]

        return test

    def _by_day(self, term: Term) -> Test:
        period = period_of(term)
        known: dict[str, bool] = {}

        def inside(day: str) -> bool:
            found = known.get(day)
            if found is None:
                found = known[day] = date.fromisoformat(day) in period
            return found

        def test(places: Iterable[int]) -> list[int]:
            days = self._order.days
            return [place for place in places if inside(days[place])]

        return test

    def _plainly(self, term: Term, facts: Facts) -> Test:
        fits, entries = entry_filter(Query(Target.JOURNAL, (term,)), facts), self._index.entries

        def test(places: Iterable[int]) -> list[int]:
            found = ((place, entries.get(self._order.ids[place])) for place in places)
            return [place for place, entry in found if entry is not None and fits(entry)]

        return test


def _named(value: str, facts: Facts) -> AbstractSet[Id]:
    return facts.named(value) if facts.named is not None else frozenset()


class JournalSearch:
    """A search to be run in slices. ``reading`` tells what was understood, what was not, and what to highlight."""

    def __init__(self, index: Index, reading: Reading, tests: list[Test]) -> None:
        self._index = index
        self._order = index.shelf(JournalOrder)
        self._texts = index.shelf(JournalTexts)
        self._tests = tests
        self._revision = index.revision
        self.reading = reading

    @property
    def everything(self) -> bool:
        """Whether the line says nothing (yet), so that the whole journal is meant."""
        return not self._tests

    def run(self, seconds: float = SLICE) -> Iterator[list[int]]:
        """Yield the places in the whole journal of what fits, newest first, those found in each slice of work.

        A slice may be empty. It ends early when the journal changes: the places are others then, so search again.
        """
        for _pause in self._order.loading():
            yield []
        for _pause in self._texts.loading():
            yield []
        found: list[int] = []
        pace = Pace(seconds)
        count = len(self._order.ids)
        for start in range(0, count, _STEP):
            places: Iterable[int] = range(start, min(start + _STEP, count))
            for test in self._tests:
                places = test(places)
            found += places
            if pace.due():
                yield found
                if self._revision != self._index.revision:
                    return
                found = []
                pace.resume()
        yield found
