from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain import query
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.filters import Facts, entry_filter, exchange_filter, fold_text, person_filter
from nettui.domain.query import Query, Target, Term, parse
from nettui.domain.query_values import parse_age
from nettui.domain.records import (
    ME_ID,
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Initiator,
    Level,
    Met,
    Person,
    Position,
    Status,
    Step,
)
from nettui.errors import InvalidInput
from nettui.text import fold_name
from tests import strategies

TODAY = date(2026, 11, 23)
MARIA = Person(
    id="101",
    name="Мария Петрова",
    also=("Мими",),
    groups=("4", "7"),
    level=Level.SENIOR,
    positions=(
        Position(organisation="Acme Data Ltd", title="Lead engineer", industry="Software"),
        Position(organisation="Old Corp", until=PartialDate(2019)),
    ),
    place="Sofia",
    met=Met(on=PartialDate(2019, 5), how="PyCon", by="102"),
    tags=("Thesis",),
    needs=("a designer",),
)
GEORGI = Person(id="102", name="Georgi O'Brien", groups=("3",), notes="plays [chess]", met=Met(by=ME_ID))
NOBODY = Person(id="103", name="Zoë")
PEOPLE = {p.id: p for p in (MARIA, GEORGI, NOBODY)}
FACTS = Facts(
    today=TODAY,
    people=PEOPLE,
    group_names={"3": "Friends", "4": "Colleagues", "7": "Chess club", "8": "Chess"},
    last={"101": date(2026, 11, 3), "102": date(2026, 1, 1)},
)


def who(text, facts=FACTS):
    test = person_filter(parse(text), facts)
    return [p.id for p in PEOPLE.values() if test(p)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("   ", []),
        ("maria data", [("", "maria"), ("", "data")]),
        ("company:Acme", [("company", "Acme")]),
        ('company:"Acme Data" x', [("company", "Acme Data"), ("", "x")]),
        ("company:„Сирма АД“", [("company", "Сирма АД")]),
        ('"data team"', [("", "data team")]),
        ('"left open', [("", "left open")]),
        ("O'Brien", [("", "O'Brien")]),
        ("COMPANY:x", [("company", "x")]),
        ("last:>180d", [("last", ">180d")]),
        ("фирма:Сирма", [("company", "Сирма")]),
        ("https://example.org/x 10:30 :x", [("", "https://example.org/x"), ("", "10:30"), ("", ":x")]),
        ("tag:a:b", [("tag", "a:b")]),
    ],
)
def test_reading_a_filter_line(text, terms):
    assert parse(text) == Query(Target.PEOPLE, tuple(Term(*term) for term in terms))


def test_an_empty_query_is_false_and_lets_everybody_through():
    assert not parse(" ")
    assert who("") == ["101", "102", "103"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("петрова", ["101"]),
        ("мими", ["101"]),
        ("ZOE", ["103"]),
        ("chess", ["101", "102"]),
        ("company:acme", ["101"]),
        ('company:"ACME data"', ["101"]),
        ("company:old", []),
        ("old", ["101"]),
        ("title:engineer", ["101"]),
        ("industry:soft", ["101"]),
        ("place:sofia", ["101"]),
        ("need:design", ["101"]),
        ("tag:thesis", ["101"]),
        ("tag:thes", []),
        ("group:friends", ["102"]),
        ("group:chess", []),
        ('group:"chess club"', ["101"]),
        ("group:7", ["101"]),
        ("group:coll", ["101"]),
        ("level:senior", ["101"]),
        ("level:unknown", ["102", "103"]),
        ("ниво:старши", ["101"]),
        ("met:2019", ["101"]),
        ("met:2019-05", ["101"]),
        ("met:2018", []),
        ("met:pycon", ["101"]),
        ("met:georgi", ["101"]),
        ("met:me", ["102"]),
        ("met:unknown", ["103"]),
        ("last:never", ["103"]),
        ("last:никога", ["103"]),
        ("last:>180d", ["102"]),
        ("last:<4w", ["101"]),
        ("last:20d", ["101", "102"]),
        ("last:>20d", ["102"]),
        ("last:<=20d", ["101"]),
        ("last:2026-11", ["101"]),
        ("last:2026", ["101", "102"]),
        ("last:..2026-06", ["102"]),
        ("level:senior last:>180d", []),
        ("name:o'brien", ["102"]),
        ("[chess]", ["101", "102"]),
        ("]", ["102"]),
    ],
)
def test_people(text, found):
    assert who(text) == found


def test_the_caller_says_what_is_the_same_text():
    latin = str.maketrans("петрова", "petrova")

    def fold(text):
        return text.casefold().translate(latin)

    facts = Facts(today=TODAY, people=PEOPLE, fold=fold)
    assert who("petrova", facts) == ["101"]
    assert who("petrova") == []


ENTRIES = [
    Entry(
        id="1",
        at=Moment.parse("2026-11-03T14:00"),
        channel=Channel.COFFEE,
        text="Thesis, data team",
        people=("101",),
        mentions=("102",),
        tags=("phd",),
        initiator=Initiator.ME,
    ),
    Entry(id="2", at=Moment.parse("2026-10-31"), text="Alone", starred=True),
    Entry(id="3", at=Moment.parse("2025-12-31"), channel=Channel.CALL, text="hello", people=("102",)),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("data", ["1"]),
        ("georgi", ["1", "3"]),
        ("with:georgi", ["3"]),
        ("с:мария", ["1"]),
        ("channel:coffee", ["1"]),
        ("канал:кафе", ["1"]),
        ("channel:note", ["2"]),
        ("group:friends", ["3"]),
        ("tag:phd", ["1"]),
        ("period:2026", ["1", "2"]),
        ("period:2026-11", ["1"]),
        ("from:2026-10-31 to:2026-10", ["2"]),
        ("to:2025", ["3"]),
        ("initiator:me", ["1"]),
        ("initiator:unknown", ["2", "3"]),
        ("starred:yes", ["2"]),
        ("starred:не", ["1", "3"]),
    ],
)
def test_journal(text, found):
    test = entry_filter(parse(text, Target.JOURNAL), FACTS)
    assert [e.id for e in ENTRIES if test(e)] == found


def exchange(number, kind, direction, status, on=None, **fields):
    step = Step(status=status, on=PartialDate.parse(on) if on else None)
    return Exchange(id=str(number), kind=kind, direction=direction, steps=(step,), **fields)


EXCHANGES = [
    exchange(
        1,
        ExchangeKind.RECOMMENDATION,
        Direction.RECEIVED,
        Status.ASKED,
        "2026-11-12",
        person="101",
        subject="For INRIA",
    ),
    exchange(2, ExchangeKind.INTRODUCTION, Direction.GIVEN, Status.DONE, "2025", person="102", others=("101", "103")),
    exchange(3, ExchangeKind.ADVICE, Direction.GIVEN, Status.LAPSED, person="103"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("inria", ["1"]),
        ("with:мария", ["1", "2"]),
        ("zoë", ["2", "3"]),
        ("kind:intro", ["2"]),
        ("вид:съвет", ["3"]),
        ("status:open", ["1"]),
        ("status:counted", ["2"]),
        ("status:lapsed", ["3"]),
        ("direction:given", ["2", "3"]),
        ("group:colleagues", ["1"]),
        ("period:2025", ["2"]),
        ("period:2025-06", []),
        ("from:2026", ["1"]),
        ("kind:advice direction:received", []),
    ],
)
def test_ledger(text, found):
    test = exchange_filter(parse(text, Target.LEDGER), FACTS)
    assert [e.id for e in EXCHANGES if test(e)] == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("compny:x", "No such field: “compny:”. Did you mean “company:”?"),
        ("xyzzy:x", "No such field: “xyzzy:”. There are: name:, company:,"),
        ("channel:coffee", "No such field: “channel:”."),
        ("company:", "“company:” needs a value. For instance company:"),
        ('company:""', "“company:” needs a value."),
        ("level:seniorr", "“seniorr” is no level. Did you mean “senior”?"),
        ("level:x", "“x” is no level. Possible: earlier, peer, senior, outside, unknown."),
        ("group:nobody", "No group is called “nobody”. There are: Friends, Colleagues, Chess club, Chess."),
        ("last:soon", "Not a length of time: “soon”. Write >180d"),
        ("last:>180", "Not a length of time"),
        ("last:2026-13", "Not a date: “2026-13”. Write 2026, 2026-11 or 2026-11-23."),
        ("last:2026..2025", "The period ends before it starts: 2026 to 2025."),
    ],
)
def test_what_is_wrong_is_named(text, message):
    with pytest.raises(InvalidInput) as caught:
        who(text)
    assert str(caught.value).startswith(message)


def test_an_ambiguous_beginning_lists_what_is_possible():
    with pytest.raises(InvalidInput, match=r"“re” is no kind\. Possible: recommendation"):
        exchange_filter(parse("kind:re", Target.LEDGER), FACTS)
    exchange_filter(parse("kind:refere", Target.LEDGER), FACTS)


def test_every_field_has_an_example_that_works():
    filters = {Target.PEOPLE: person_filter, Target.JOURNAL: entry_filter, Target.LEDGER: exchange_filter}
    for target, fields in query.FIELDS.items():
        for field in fields:
            parsed = parse(query.EXAMPLES[field], target)
            assert [term.field for term in parsed.terms] == [field]
            assert callable(filters[target](parsed, FACTS))


@pytest.mark.parametrize(
    ("text", "age"),
    [(">180d", (">", 180)), ("<2w", ("<", 14)), ("6m", (">=", 183)), (">=1y", (">=", 365)), (">2г", (">", 730))],
)
def test_ages(text, age):
    assert parse_age(text) == age


@given(st.text(max_size=40), st.sampled_from(Target))
def test_any_text_is_read_or_refused(text, target):
    with suppress(InvalidInput):
        for term in parse(text, target).terms:
            assert term.value.strip() == term.value != ""


@given(st.text(max_size=30), st.sampled_from(sorted({f for fields in query.FIELDS.values() for f in fields})))
def test_any_value_is_understood_or_refused(value, field):
    targets: dict[Target, Any] = {
        Target.PEOPLE: (person_filter, list(PEOPLE.values())),
        Target.JOURNAL: (entry_filter, ENTRIES),
        Target.LEDGER: (exchange_filter, EXCHANGES),
    }
    for target, (make, records) in targets.items():
        if field in query.FIELDS[target]:
            with suppress(InvalidInput):
                test = make(Query(target, (Term(field, value),)), FACTS)
                assert {test(record) for record in records} <= {True, False}


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_the_short_cut_for_ascii_folds_as_the_long_way_does(text):
    assert fold_text(text) == fold_name(" ".join(text.replace(",", " ").split()))


@given(strategies.people(), st.lists(strategies.words, max_size=3))
def test_more_words_never_find_more(person, words):
    facts = Facts(today=TODAY, people={person.id: person})
    few, many = parse(" ".join(words[:1])), parse(" ".join(words))
    if person_filter(many, facts)(person):
        assert person_filter(few, facts)(person)


@given(strategies.people())
def test_everybody_is_found_by_their_own_name(person):
    facts = Facts(today=TODAY, people={person.id: person})
    assert person_filter(Query(Target.PEOPLE, (Term("name", person.name),)), facts)(person)
