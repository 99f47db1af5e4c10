"""Finding people as one types: a keystroke costs milliseconds among tens of thousands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from nettui.domain.counted import asks_for_none
from nettui.domain.filters import last_contact_test, members_meant, person_filter
from nettui.domain.query import Query, Target, Term
from nettui.domain.query_values import level_of, word
from nettui.domain.records import ME_ID
from nettui.domain.search import search_fold
from nettui.services.facts.breadth import BreadthFacts
from nettui.services.facts.people import PeopleFacts
from nettui.services.facts.texts import BREAK, LINE, SECTIONS, TAIL, PeopleTexts, met_of
from nettui.services.finding.terms import read_while_typed
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from nettui.domain.filters import Facts
    from nettui.domain.ids import Id
    from nettui.services.index import Index

__all__ = ["FoundPeople", "PeopleFinder", "quick_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeople:
    """The answer to a line. ``ids`` None is everybody: the line says nothing (yet).

    ``problem`` and ``hint`` are for the part of the line that makes no sense, ``words`` are to be highlighted.
    """

    ids: AbstractSet[Id] | None
    words: tuple[str, ...] = ()
    problem: str = ""
    hint: str = ""


class PeopleFinder:
    """Answers filter lines of the list of people. Archived people are found too; the list's scope leaves them out."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._texts = index.shelf(PeopleTexts)
        self._revision = -1
        self._facts: Facts | None = None
        self._known: dict[Term, AbstractSet[Id]] = {}

    @property
    def ready(self) -> bool:
        """Whether the first answer costs no more than the others."""
        return self._texts.loaded

    def loading(self) -> Iterator[None]:
        """Get ready, in slices."""
        yield from self._texts.loading()
        yield from self._index.shelf(PeopleFacts).loading()

    def find(self, line: str) -> FoundPeople:
        """Return whom ``line`` means. Nothing is raised: what makes no sense yet is told and left out."""
        self._refresh()
        reading = read_while_typed(line, Target.PEOPLE, self._index, self._people_of)
        found: AbstractSet[Id] | None = None
        for term in reading.query.terms:
            own = self._people_of(term)
            found = own if found is None else found & own
        # What is no longer asked for is forgotten; a word that grows looks only among those who had its beginning.
        self._known = {term: self._known[term] for term in reading.query.terms}
        return FoundPeople(ids=found, words=reading.words, problem=reading.problem, hint=reading.hint)

    def _refresh(self) -> None:
        self._texts.require()
        if self._revision != self._index.revision or self._facts is None:
            self._revision = self._index.revision
            self._facts = quick_facts(self._index)
            self._known.clear()

    def _people_of(self, term: Term) -> AbstractSet[Id]:
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = self._look_for(term)
        return found

    def _look_for(self, term: Term) -> AbstractSet[Id]:
        facts, rows = self._facts or quick_facts(self._index), self._texts.rows
        counted = facts.counted(term)
        if counted is not None:
            return {i for i, sketch in self._index.shelf(BreadthFacts).require().rows.items() if counted(sketch)}
        match term.field:
            case "group":
                return members_meant(term, facts)
            case "level":
                level = level_of(term)
                wanted = level.value if level is not None else ""
                people = self._index.shelf(PeopleFacts).require().rows
                return {i for i, row in people.items() if row.level == wanted}
            case "last":
                fits = last_contact_test(term, replace(facts, last=self._index.last_contacts()))
                return {i for i in rows if fits(i)}
            case "met":
                return self._met(term, facts)
        folded = search_fold(term.value.lstrip("#").casefold() if term.field == "tag" else term.value)
        if not folded:  # of marks alone: the rare case needs no speed
            return self._plainly(term, facts)
        within = {i for i in self._narrowest(term, folded) if folded in rows[i]}
        if term.field:
            return _in_section(rows, within, term.field, folded)
        if _LIKE_THE_TAIL.fullmatch(folded):
            within = {i for i in within if folded in rows[i].partition(TAIL)[0]}
        groups = {g for g, name in facts.group_names.items() if folded in facts.fold(name)}
        return within | facts.members(groups) if groups and facts.members is not None else within

    def _narrowest(self, term: Term, folded: str) -> Iterable[Id]:
        """Return those among whom to look: all, or those who had a part of what is typed on."""
        if term.field != "tag":
            for known, found in self._known.items():
                # One that asks for a figure says nothing of those whose company has its letters in the name.
                if known.exact or asks_for_none(known):
                    continue
                if known.field == term.field and (shorter := search_fold(known.value)) and shorter in folded:
                    # Who was found by the name of a group alone is found by that again.
                    return found
        return self._texts.rows

    def _met(self, term: Term, facts: Facts) -> AbstractSet[Id]:
        if not search_fold(term.value):
            return self._plainly(term, facts)
        rows = self._texts.rows
        met = {i: known for i, row in rows.items() if (known := met_of(row)) is not None}
        by = set(facts.named(term.value)) if facts.named is not None else set()
        if word(term.value) == "me":
            by.add(ME_ID)
        found = {i for i, (when, whom) in met.items() if whom in by or (when and when.startswith(term.value))}
        return found | _in_section(rows, met, "met", search_fold(term.value))

    def _plainly(self, term: Term, facts: Facts) -> set[Id]:
        fits = person_filter(Query(Target.PEOPLE, (term,)), facts)
        return {person.id for person in self._index.people.values() if fits(person)}


_LIKE_THE_TAIL = re.compile(r"[\d-]+")


def _in_section(rows: Mapping[Id, str], within: Iterable[Id], section: str, folded: str) -> set[Id]:
    """Return who has ``folded`` in a section; a tag must be it as a whole."""
    number = SECTIONS.index(section)
    found: set[Id] = set()
    for person in within:
        text = rows[person].partition(TAIL)[0].split(BREAK, number + 1)[number]
        if folded in (text.split(LINE) if section == "tag" else text):
            found.add(person)
    return found


def quick_facts(index: Index) -> Facts:
    """Return what filters need, but the last contacts, answered from folded texts: nobody is decoded."""
    texts, people = index.shelf(PeopleTexts), index.shelf(PeopleFacts)

    @lru_cache(maxsize=4)  # a line is read, checked and filtered by: three times the same word
    def named(value: str) -> set[Id]:
        folded = search_fold(value)
        if folded:
            rows = texts.require().rows
            return _in_section(rows, (i for i, text in rows.items() if folded in text), "name", folded)
        casefolded = value.casefold()
        return {p.id for p in index.people.values() if any(casefolded in n.casefold() for n in (p.name, *p.also))}

    def called(name: str) -> set[Id]:
        wanted = fold_name(name)
        return {i for i, row in people.require().rows.items() if wanted and row.key == wanted}

    def members(groups: AbstractSet[Id]) -> set[Id]:
        return {i for i, row in people.require().rows.items() if not groups.isdisjoint(row.groups)}

    return replace(index.facts(search_fold, with_last=False), named=named, members=members, called=called)
