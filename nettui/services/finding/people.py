"""Finding people as one types: a keystroke costs milliseconds among tens of thousands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.filters import last_contact_test, members_meant, person_filter
from nettui.domain.query import Query, Target, Term
from nettui.domain.query_values import is_unknown, level_of, word
from nettui.domain.records import ME_ID
from nettui.domain.search import search_fold
from nettui.services.facts.people import PeopleFacts
from nettui.services.facts.texts import BREAK, SECTIONS, PeopleTexts
from nettui.services.finding.terms import read_while_typed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from collections.abc import Set as AbstractSet
    from datetime import date

    from nettui.domain.filters import Facts
    from nettui.domain.ids import Id
    from nettui.services.facts.texts import PersonText
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
        facts = self._facts or quick_facts(self._index)
        rows = self._texts.rows
        match term.field:
            case "group":
                return members_meant(term, facts)
            case "level":
                level = level_of(term)
                wanted = level.value if level is not None else ""
                people = self._index.shelf(PeopleFacts).require().rows
                return {i for i, row in people.items() if row.level == wanted}
            case "last":
                fits = last_contact_test(term, facts)
                return {i for i in rows if fits(i)}
            case "met" if is_unknown(term):
                return {i for i, row in rows.items() if not row.met}
        folded = search_fold(term.value.lstrip("#").casefold() if term.field == "tag" else term.value)
        if not folded:  # of marks alone: the rare case needs no speed
            fits_plainly = person_filter(Query(Target.PEOPLE, (term,)), facts)
            return {person.id for person in self._index.people.values() if fits_plainly(person)}
        if term.field == "met":
            return self._met(term, folded, facts)
        within = self._narrowest(term, folded)
        if not term.field:
            groups = {g for g, name in facts.group_names.items() if folded in facts.fold(name)}
            inside = facts.members(groups) if groups and facts.members is not None else frozenset()
            return {i for i, row in within if folded in row.text or i in inside}
        return set(_in_section(within, term.field, folded))

    def _narrowest(self, term: Term, folded: str) -> Collection[tuple[Id, PersonText]]:
        """Return those among whom to look: all, or those who had the beginning of what is typed on."""
        rows = self._texts.rows
        if term.field != "tag":
            for known, found in self._known.items():
                if known.field == term.field and (shorter := search_fold(known.value)) and shorter in folded:
                    return [(i, rows[i]) for i in found if i in rows]
        return rows.items()

    def _met(self, term: Term, folded: str, facts: Facts) -> set[Id]:
        rows = self._texts.rows
        introducers = facts.named(term.value) if facts.named is not None else frozenset()
        found = {i for i, row in rows.items() if row.met and (row.met_by in introducers)}
        found |= {i for i, row in rows.items() if row.met and row.met_on and row.met_on.startswith(term.value)}
        if word(term.value) == "me":
            found |= {i for i, row in rows.items() if row.met and row.met_by == ME_ID}
        return found | set(_in_section(rows.items(), "met", folded))


def _in_section(rows: Collection[tuple[Id, PersonText]], section: str, folded: str) -> Iterator[Id]:
    """Yield who has ``folded`` in a section; a tag must be it as a whole."""
    number = SECTIONS.index(section)
    for person, row in rows:
        if folded in row.text:
            text = row.text.split(BREAK, number + 1)[number]
            if folded in (text.split("\n") if section == "tag" else text):
                yield person


def quick_facts(index: Index) -> Facts:
    """Return what filters need, answered from folded texts: nobody is decoded."""
    from dataclasses import replace

    texts, people = index.shelf(PeopleTexts), index.shelf(PeopleFacts)

    def named(value: str) -> set[Id]:
        folded = search_fold(value)
        if folded:
            return set(_in_section(texts.require().rows.items(), "name", folded))
        casefolded = value.casefold()
        return {p.id for p in index.people.values() if any(casefolded in n.casefold() for n in (p.name, *p.also))}

    def members(groups: AbstractSet[Id]) -> set[Id]:
        return {i for i, row in people.require().rows.items() if not groups.isdisjoint(row.groups)}

    facts = index.facts(search_fold, with_last=False)
    return replace(facts, last=_LastContacts(index), named=named, members=members)


class _LastContacts(Mapping["Id", "date"]):
    """The days of the last contacts, looked at only when a term asks for them."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._found: dict[Id, date] | None = None

    @property
    def _all(self) -> dict[Id, date]:
        if self._found is None:
            self._found = self._index.last_contacts()
        return self._found

    def __getitem__(self, person: Id) -> date:
        return self._all[person]

    def __contains__(self, person: object) -> bool:
        return person in self._all

    def __iter__(self) -> Iterator[Id]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
