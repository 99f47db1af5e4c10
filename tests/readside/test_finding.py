"""Finding as one types: the same as the filters of the command line, and never an error."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain.filters import entry_filter, exchange_filter, person_filter
from nettui.domain.query import FIELDS, Query, Target, Term, pieces, term_of
from nettui.domain.records import Channel, ExchangeKind, Group, Level, Met, Person, Position
from nettui.domain.search import search_fold
from nettui.errors import InvalidInput
from nettui.services.finding.journal import JournalFinder
from nettui.services.finding.ledger import LedgerFinder
from nettui.services.finding.people import PeopleFinder
from nettui.services.finding.spans import match_spans
from nettui.services.finding.terms import in_this_network
from nettui.services.index import Index
from nettui.services.views.lists import JournalList
from tests import strategies
from tests.readside.changing import filled, run_changes
from tests.services.making import add_exchange, add_person, log

FILTERS: dict[Target, Any] = {
    Target.PEOPLE: person_filter,
    Target.JOURNAL: entry_filter,
    Target.LEDGER: exchange_filter,
}
VALUES = [
    *("a", "А", "е", "Acme", "сирма", "sirma", "energy", "Sofia", "2019", "1", "-", "\u0301", "!", "yes", "no", "me"),
    *("friends", "Приятели", "1", "colleagues", "unknown", "senior", "sen", "e", ">180d", "<2y", ">1", "never"),
    *("none", "nonesuch", "mine", "other", "self", "person"),
    *("2020..2024", "2021-05", "coffee", "кафе", "open", "given", "recommendation", "x", "engineer", "oil gas"),
]


def understood(line, target, index):
    """The terms that make sense each by itself, and whether all do."""
    facts = index.facts(search_fold)
    terms: list[Term] = []
    problem = False
    for piece in pieces(line):
        try:
            term = term_of(piece, target)
            query = in_this_network(Query(target, (term,) if term else ()), index)
            FILTERS[target](query, facts)
            terms += query.terms
        except InvalidInput:
            problem = True
    return Query(target, tuple(terms)), problem


def plainly(line, target, index, records):
    query, problem = understood(line, target, index)
    fits = FILTERS[target](query, index.facts(search_fold))
    return {record.id for record in records.values() if fits(record)}, problem, bool(query)


def lines(target, records):
    """Filter lines as people type them, words out of the records among them."""
    texts = [p.name for p in records.people.values()] + [e.text for e in records.entries.values()]
    texts += [tag for e in records.entries.values() for tag in e.tags]
    texts += [tag for p in records.people.values() for tag in (*p.tags, *p.also, *p.needs)]
    parts = st.sampled_from([*texts, "a"]).flatmap(lambda t: st.sampled_from([t[:1], t[:2], t[1:3], t, t.upper()]))
    value = st.sampled_from(VALUES) | parts.map(lambda t: t.replace('"', "")).map('"{}"'.format)
    field = st.sampled_from([*(f"{name}:" for name in FIELDS[target]), "", "", "", "nosuch:"])
    exactly = st.sampled_from(["", "", ""] + (["="] if target is Target.PEOPLE else []))
    return st.lists(st.builds("{}{}{}".format, field, exactly, value), max_size=3).map(" ".join)


@settings(max_examples=40)
@given(st.data(), strategies.networks())
def test_people_are_found_as_the_filters_say_while_the_line_grows_and_the_network_changes(data, records):
    finders: dict[Index, PeopleFinder] = {}

    def check(index):
        finder = finders.setdefault(index, PeopleFinder(index))
        line = data.draw(lines(Target.PEOPLE, records))
        for end in {0, len(line) // 2, max(0, len(line) - 1), len(line)}:
            found = finder.find(line[:end])
            expected, problem, asked = plainly(line[:end], Target.PEOPLE, index, index.people)
            assert (found.ids is not None) == asked
            assert found.ids is None or found.ids == expected, line[:end]
            assert bool(found.problem) == problem

    run_changes(data, filled(records), records, check, most=4)


def run(search):
    return [place for places in search.run(0) for place in places]


@settings(max_examples=40)
@given(st.data(), strategies.networks())
def test_entries_are_found_as_the_filters_say_the_newest_first(data, records):
    finders: dict[Index, JournalFinder] = {}

    def check(index):
        finder = finders.setdefault(index, JournalFinder(index))
        line = data.draw(lines(Target.JOURNAL, records))
        search = finder.search(line)
        expected, problem, asked = plainly(line, Target.JOURNAL, index, index.entries)
        assert search.everything != asked
        assert bool(search.reading.problem) == problem
        journal = JournalList(index)
        everything = list(journal)
        journal.narrow(run(search))
        assert list(journal) == [entry for entry in everything if entry in expected], line

    run_changes(data, filled(records), records, check, most=4)


@settings(max_examples=40)
@given(st.data(), strategies.networks())
def test_exchanges_are_found_as_the_filters_say(data, records):
    def check(index):
        line = data.draw(lines(Target.LEDGER, records))
        found = LedgerFinder(index).find(line)
        expected, problem, asked = plainly(line, Target.LEDGER, index, index.exchanges)
        assert (found.ids is not None) == asked
        assert found.ids is None or set(found.ids) == expected
        assert bool(found.problem) == problem

    run_changes(data, filled(records), records, check, most=3)


@pytest.mark.parametrize(
    ("line", "found", "problem", "hint"),
    [
        ("петров", "M", "", ""),
        ("PETROV сирма", "M", "", ""),
        ("company:", "MGO", "“company:” needs a value.", 'company:"Acme Data"'),
        ("company:sir", "M", "", ""),
        ('company:"si', "M", "", ""),
        ("level:s", "M", "", ""),
        ("level:sex georgi", "G", "“sex” is no level.", "senior"),
        ("group:fr", "G", "", ""),
        ("group:приятели", "G", "", ""),
        ("group:xyz", "MGO", "No group is called “xyz”.", "Friends"),
        ("last:>1", "MGO", "Not a length of time: “>1”.", ">180d"),
        ("last:>1d", "M", "", ""),
        ("foo:bar", "MGO", "No such field: “foo:”.", "name:"),
        ("tag:ph", "", "", ""),
        ("tag:#PhD", "M", "", ""),
        ("met:2019", "G", "", ""),
        ("met:maria", "O", "", ""),
        ("met:unknown", "M", "", ""),
        ("2019", "", "", ""),
        ("friends", "G", "", ""),
        ("", "MGO", "", ""),
    ],
)
def test_a_half_typed_line_tells_and_keeps_what_makes_sense(network, line, found, problem, hint):
    from nettui.domain.dates import PartialDate

    maria = add_person(
        network,
        "Мария Петрова",
        level=Level.SENIOR,
        tags=("phd",),
        positions=(Position(organisation="Сирма"), Position(organisation="Old", until=PartialDate(2015))),
    )
    georgi = add_person(network, "Georgi", groups=("3",), met=Met(on=PartialDate(2019, 6), how="at a fair"))
    ola = add_person(network, "Ola", met=Met(by=maria.id), positions=(Position(organisation="INRIA"),))
    log(network, "2026-11-01", "coffee", maria)
    answer = PeopleFinder(Index(network)).find(line)
    letters = {maria.id: "M", georgi.id: "G", ola.id: "O"}
    ids = letters if answer.ids is None else answer.ids
    assert "".join(letters[i] for i in letters if i in ids) == found
    assert answer.problem == problem
    assert hint in answer.hint


def test_words_to_highlight_are_those_that_are_text(network):
    add_person(network, "Maria")
    answer = PeopleFinder(Index(network)).find('maria company:"a b" last:>1d level:senior')
    assert answer.words == ("maria", "a b")


def test_a_search_ends_when_the_journal_changes(network):
    maria = add_person(network, "Maria")
    for number in range(1200):
        log(network, "2026-11-01", f"about {number}", maria)
    index = Index(network)
    finder = JournalFinder(index)
    list(finder.loading())
    assert finder.ready
    search = finder.search("about")
    slices = search.run(0)
    assert len(next(slices)) > 0
    change = network.save([Person(id="7", name="A")], action="t")
    index.apply(change)
    assert list(slices) == []
    assert len(run(finder.search("about"))) == 1200


def test_names_of_groups_and_people_find_what_is_theirs(network):
    maria = add_person(network, "Мария")
    network.save([Group(id="9", name="Hiking")], action="t")
    ivan = add_person(network, "Ivan", groups=("9",))
    walk = log(network, "2026-11-01", "a walk", ivan, mentions=(maria.id,), channel=Channel.MET)
    add_exchange(network, maria, kind=ExchangeKind.ADVICE)
    index = Index(network)
    assert PeopleFinder(index).find("hik").ids == {ivan.id}
    journal = JournalList(index)
    for line, count in (("maria", 1), ("with:maria", 0), ("with:иван", 1), ("group:hiking channel:met", 1)):
        journal.narrow(run(JournalFinder(index).search(line)))
        assert len(journal) == count, line
    assert journal[0] == walk.id
    assert len(LedgerFinder(index).find("maria").ids or ()) == 1


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Petrova, Мария", ["мария", "PETR"], ["Petr", "Мария"]),
        ("Говорихме за проект 7", ["proekt"], ["проект"]),
        ("Щърбелова", ["sht"], ["Щ"]),
        ("Мария Юлия", ["ia"], ["ия", "ия"]),
        ("И\u0306он e\u0301lan élan", ["yon", "elan"], ["И\u0306он", "e\u0301lan", "élan"]),
        ("a  b\tc", ["a b c"], ["a  b\tc"]),
        ("banana", ["ana"], ["anana"]),
        ("Strauß", ["ss"], ["ß"]),
        ("Νίκου", ["ou", "nik"], ["Νίκου"]),
        ("", ["a"], []),
        ("abc", ["", "\u0301", "x"], []),
    ],
)
def test_where_the_words_stand(text, words, marked):
    assert [text[start:end] for start, end in match_spans(text, words)] == marked


@given(strategies.texts, st.integers(0, 20), st.integers(1, 6))
def test_what_finds_a_text_is_marked_in_it(text, start, size):
    word = text[start : start + size]
    spans = match_spans(text, [word])
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    folded = search_fold(word)
    if text.isascii() and folded:
        assert bool(spans) == (folded in search_fold(text))


@given(st.text())
def test_folded_text_has_no_capitals_so_they_may_stand_between(text):
    assert not re.search("[A-Z]", search_fold(text))
