from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from nettui.domain.circles import ComputedGroup, ComputedKind, computed_groups, overlap
from nettui.domain.current import current_position, current_positions, is_current
from nettui.domain.dates import PartialDate
from nettui.domain.organisations import is_organisation, organisation_key
from nettui.domain.records import ME_ID, Me, Person, Position
from tests import strategies

TODAY = date(2026, 11, 23)
CURRENT, FORMER, CLASS = ComputedKind.CURRENT_COLLEAGUES, ComputedKind.FORMER_COLLEAGUES, ComputedKind.CLASSMATES


def job(organisation, since=None, until=None, **fields):
    return Position(
        organisation=organisation,
        since=PartialDate.parse(since) if since else None,
        until=PartialDate.parse(until) if until else None,
        **fields,
    )


def school(*arguments):
    return job(*arguments, study=True)


def person(number, *positions, **fields):
    return Person(id=str(number), name="A", positions=positions, **fields)


ME = Me(
    id=ME_ID,
    positions=(
        job("Сирма АД", "2014", "2018-06"),
        job("Walltopia", "2018-07"),
        job("Freelance", "2010"),
        school("Sofia University", "2008", "2012"),
        school("School 7", None, "2008"),
    ),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "ACME  Ltd."),
        ("Acme, Inc.", "acme"),
        ("Сирма", "„Сирма“ АД"),
        ("Сирма", "СИРМА ЕООД"),
        ("Сирма", "Сирма О.О.Д."),
        ("Muster GmbH & Co. KG", "Muster"),
        ("Nestlé S.A.", "nestle"),
        ("Mærsk A/S", "Mærsk"),
        ("ЕТ Иван Иванов", "Иван Иванов"),
        ("Škoda a.s.", "Skoda"),
        ("Crème s.r.o.", "Creme"),
    ],
)
def test_names_of_one_organisation(one, other):
    assert organisation_key(one) == organisation_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Acme Labs"),
        ("AG", "SE"),
        ("Adlib", "Adlib Adventures"),
        ("Smith, Jones & Co", "Smith, Wesson & Co"),
        ("Сирма", "Sirma"),
        ("Сирма", "Сирма Груп"),
        ("ООД", "АД"),
    ],
)
def test_names_of_two_organisations(one, other):
    assert organisation_key(one) != organisation_key(other)
    assert organisation_key(one)
    assert organisation_key(other)


@given(strategies.texts)
def test_a_key_is_its_own_key(name):
    key = organisation_key(name)
    assert organisation_key(key) == key


def test_working_alone_is_no_organisation():
    for name in ("", "Self-employed", "Freelance", "FREELANCER", "N/A", "Свободна практика"):
        assert not is_organisation(organisation_key(name)), name
    assert is_organisation(organisation_key("Freelance Bureau"))


def test_current_former_and_classmates():
    people = [
        person(101, job("Walltopia", "2020")),
        person(102, job("Walltopia", "2019", "2021")),
        person(103, job("Сирма", "2016", "2017")),
        person(104, job("СИРМА АД", "2018-06")),
        person(105, job("Сирма", "2018-07")),
        person(106, job("Сирма", "2005", "2013")),
        person(107, school("Sofia  university", "2012", "2016")),
        person(108, school("Sofia University", "2013", "2016")),
        person(109, job("Freelance", "2010")),
        person(110, job("Walltopia", "2020"), archived=True),
        person(111, job("Sofia University", "2009")),
    ]
    assert computed_groups(ME, people, TODAY) == [
        ComputedGroup(kind=CURRENT, organisation="Walltopia", people=("101",)),
        ComputedGroup(kind=FORMER, organisation="Сирма АД", people=("103", "104")),
        ComputedGroup(kind=FORMER, organisation="Walltopia", people=("102",)),
        ComputedGroup(kind=CLASS, organisation="Sofia University", people=("107",)),
    ]


def test_only_dates_that_are_known_rule_a_shared_time_out():
    people = [
        person(101, job("Сирма")),  # an archive tells the present employer and no dates
        person(102, job("Сирма", None, "2013")),
        person(103, job("Сирма", None, "2014")),
        person(104, job("Сирма", "2018")),
        person(105, job("Сирма", "2018-06-30")),
        person(106, job("Сирма", "2018-07-01")),
        person(107, school("School 7", "2008", "2010")),
        person(108, school("School 7", "2009", "2010")),
    ]
    groups = {(g.kind, g.organisation): g.people for g in computed_groups(ME, people, TODAY)}
    assert groups == {(FORMER, "Сирма АД"): ("101", "103", "104", "105"), (CLASS, "School 7"): ("107",)}


def test_who_is_a_current_colleague_is_no_former_one_of_the_same_place():
    me = Me(id=ME_ID, positions=(job("Acme", "2010", "2012"), job("Acme", "2020")))
    together_twice = person(101, job("Acme", "2011", "2012"), job("Acme", "2021"))
    for one in (together_twice, person(101, *reversed(together_twice.positions))):
        assert [(g.kind, g.people) for g in computed_groups(me, [one], TODAY)] == [(CURRENT, ("101",))]


def test_without_me_there_are_none():
    assert computed_groups(None, [person(101, job("Acme"))], TODAY) == []


def test_the_caller_may_say_which_names_are_one():
    people = [person(101, job("Sirma", "2015"))]
    same = {"Sirma": "s", "Сирма АД": "s"}
    groups = computed_groups(ME, people, TODAY, key=lambda name: same.get(name, name.casefold()))
    assert [(g.kind, g.organisation) for g in groups] == [(FORMER, "Сирма АД")]


def test_current_is_begun_and_not_over():
    assert is_current(job("A"), TODAY)
    assert is_current(job("A", "2026", "2026"), TODAY)
    assert is_current(job("A", None, "2026-11-23"), TODAY)
    assert not is_current(job("A", None, "2026-11-22"), TODAY)
    assert not is_current(job("A", "2026-12"), TODAY)


def test_the_current_position_is_the_one_begun_last_and_no_study():
    somebody = person(
        101, job("Undated"), job("Old", "2010"), job("Past", "2021", "2022"), job("New", "2020-05"), school("U", "2025")
    )
    assert [p.organisation for p in current_positions(somebody, TODAY)] == ["New", "Old", "Undated"]
    assert current_position(somebody, TODAY) == somebody.positions[3]
    assert current_position(person(102, job("Past", "2021", "2022")), TODAY) is None


@given(strategies.positions(), strategies.positions())
def test_overlap_is_mutual(one, other):
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, one)


@given(strategies.mes(), strategies.crowds())
def test_groups_hold_known_people_once_and_are_not_empty(me, people):
    found = computed_groups(me, people, TODAY)
    assert len({(g.kind, organisation_key(g.organisation)) for g in found}) == len(found)
    for group in found:
        assert group.people
        assert len(set(group.people)) == len(group.people)
        assert set(group.people) <= {p.id for p in people if not p.archived}


@given(strategies.mes(), strategies.crowds())
def test_nobody_is_both_a_current_and_a_former_colleague_of_one_place(me, people):
    seen: dict[tuple[str, str], ComputedKind] = {}
    for group in computed_groups(me, people, TODAY):
        if group.kind is CLASS:
            continue
        for member in group.people:
            key = (member, organisation_key(group.organisation))
            assert seen.setdefault(key, group.kind) is group.kind
