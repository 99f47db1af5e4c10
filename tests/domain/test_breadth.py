from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain import breadth, outside
from nettui.domain.breadth import CircleState
from nettui.domain.connectors import Connector, Thanks, connectors, thanks_for
from nettui.domain.dates import PartialDate
from nettui.domain.records import (
    CIRCLES,
    ME_ID,
    Direction,
    Exchange,
    ExchangeKind,
    Level,
    Me,
    Met,
    Person,
    Position,
    Status,
    Step,
)
from nettui.domain.variety import effective_number, group_variety
from tests import strategies

TODAY = date(2026, 11, 23)
GROUPS = {g.id: g for g in CIRCLES}
crowds = strategies.crowds()


def person(number, organisation="", industry="", **fields):
    positions = (Position(organisation=organisation, industry=industry),) if organisation or industry else ()
    return Person(id=str(number), name="A", positions=positions, **fields)


def test_effective_number_by_hand():
    assert effective_number([]) == 0
    assert effective_number([7]) == 1
    assert effective_number([3, 3, 3]) == pytest.approx(3)
    # Shares 0.6, 0.3, 0.1: 1 / (0.36 + 0.09 + 0.01)
    assert effective_number([6, 3, 1]) == pytest.approx(2.173913)


@given(st.lists(st.floats(0.01, 1000), min_size=1, max_size=30))
def test_effective_number_lies_between_one_and_the_count(sizes):
    assert 1 - 1e-9 <= effective_number(sizes) <= len(sizes) + 1e-9


@given(st.lists(st.integers(1, 50), min_size=1, max_size=10), st.integers(1, 9))
def test_effective_number_sees_shares_only(sizes, times):
    assert effective_number([s * times for s in sizes]) == pytest.approx(effective_number(sizes))


def test_levels_by_group_with_an_unknown_row():
    people = [
        person(101, level=Level.SENIOR, groups=("1", "4")),
        person(102, level=Level.PEER, groups=("4",)),
        person(103, groups=("4",)),
        person(104, level=Level.SENIOR),
        person(105, level=Level.SENIOR, groups=("1", "999")),
        person(106, level=Level.OUTSIDE, archived=True),
    ]
    matrix = breadth.level_matrix(people, GROUPS)
    assert matrix.cells == {
        (Level.SENIOR, "1"): ("101", "105"),
        (Level.SENIOR, "4"): ("101",),
        (Level.PEER, "4"): ("102",),
        (None, "4"): ("103",),
        (Level.SENIOR, None): ("104",),
    }
    assert matrix.rows[Level.SENIOR] == ("101", "104", "105")
    assert list(matrix.rows) == [Level.EARLIER, Level.PEER, Level.SENIOR, Level.OUTSIDE, None]
    assert (matrix.known, matrix.unknown, matrix.enough) == (4, 1, False)
    assert matrix.share(Level.SENIOR) == 0.75
    assert matrix.count(Level.EARLIER, "4") == 0


def test_five_known_are_enough():
    four = [person(n, "Acme", level=Level.PEER) for n in range(101, 105)]
    five = [*four, person(105, "Acme", level=Level.PEER)]
    assert not breadth.level_matrix(four, GROUPS).enough
    assert breadth.level_matrix(five, GROUPS).enough
    assert not breadth.companies(four, TODAY).enough
    assert breadth.companies(five, TODAY).enough


@given(crowds)
def test_somebody_of_unknown_level_changes_no_known_share(people):
    known = breadth.level_matrix(people, GROUPS)
    more = breadth.level_matrix([*people, person(999, groups=("1",))], GROUPS)
    assert [more.share(level) for level in Level] == [known.share(level) for level in Level]
    assert (more.known, more.unknown) == (known.known, known.unknown + 1)


@given(crowds)
def test_known_and_unknown_are_everybody_who_is_not_archived(people):
    active = sum(not p.archived for p in people)
    for measure in (
        breadth.level_matrix(people, GROUPS),
        breadth.companies(people, TODAY),
        breadth.industries(people, TODAY),
        outside.outside_balance(people, None, TODAY),
        outside.outside_industry(people, None, TODAY),
        group_variety((p.groups for p in people if not p.archived), GROUPS),
        breadth.how_met(people),
    ):
        assert measure.known + measure.unknown == active
        assert measure.enough <= (measure.known >= 5)


def test_companies_by_hand():
    people = [
        *(person(n, "Acme Ltd") for n in range(101, 105)),
        person(105, "ACME"),
        person(106, "Acme"),
        *(person(n, "Сирма") for n in range(107, 110)),
        person(110, "INRIA"),
        person(111),
        person(112, "Freelance"),
        person(113, "INRIA", archived=True),
    ]
    found = breadth.companies(people, TODAY)
    assert found.members == {
        "Acme Ltd": ("101", "102", "103", "104", "105", "106"),
        "Сирма": ("107", "108", "109"),
        "INRIA": ("110",),
    }
    assert (found.count, found.largest, found.share) == (3, "Acme Ltd", 0.6)
    assert found.effective == pytest.approx(1 / 0.46)
    assert (found.known, found.unknown, found.enough) == (10, 2, True)


def test_a_company_counts_by_the_present_position():
    past = Position(organisation="Acme", until=PartialDate(2020))
    found = breadth.companies([replace(person(101), positions=(past,))], TODAY)
    assert (found.known, found.unknown, found.count, found.largest, found.share, found.effective) == (0, 1, 0, "", 0, 0)


def test_industries_by_hand():
    people = [
        person(101, "A", "Oil, gas"),
        person(102, "B", "oil, Gas "),
        person(103, "C", "Oil, paint"),
        person(104, "D"),
        replace(
            person(105),
            positions=(
                Position(organisation="E", since=PartialDate(2024)),
                Position(organisation="F", since=PartialDate(2020), industry="Music"),
            ),
        ),
    ]
    found = breadth.industries(people, TODAY)
    assert found.members == {"Oil, gas": ("101", "102"), "Music": ("105",), "Oil, paint": ("103",)}
    assert (found.known, found.unknown) == (4, 1)
    assert found.effective == pytest.approx(1 / (0.25 + 0.0625 + 0.0625))


@given(crowds)
def test_variety_is_consistent(people):
    found = breadth.companies(people, TODAY)
    assert sum(len(ids) for ids in found.members.values()) == found.known
    assert found.effective <= found.count + 1e-9
    if found.count:
        assert found.effective >= 1 - 1e-9
        assert found.share == pytest.approx(len(found.members[found.largest]) / found.known)
        assert found.share >= 1 / found.count - 1e-9


def test_outside_my_employer_by_hand():
    me = Me(id=ME_ID, positions=(Position(organisation="Acme Ltd"),))
    people = [
        *(person(n, "ACME") for n in (101, 102)),
        *(person(n, "Сирма") for n in (103, 104, 105, 106, 107, 108)),
        person(109),
    ]
    found = outside.outside_balance(people, me, TODAY)
    assert (found.inside, found.unknown, found.known, found.enough) == (("101", "102"), 1, 8, True)
    assert found.index == pytest.approx((6 - 2) / (6 + 2))


def test_without_an_employer_of_mine_there_is_no_index():
    people = [person(n, "Сирма") for n in range(101, 107)]
    for me in (None, Me(id=ME_ID), Me(id=ME_ID, positions=(Position(organisation="Freelance"),))):
        found = outside.outside_balance(people, me, TODAY)
        assert (found.index, found.enough) == (None, False)


@given(crowds, st.none() | strategies.mes())
def test_the_index_lies_between_its_ends(people, me):
    index = outside.outside_balance(people, me, TODAY).index
    assert index is None or -1 <= index <= 1


def test_how_met_and_connectors_by_hand():
    people = [
        person(101, met=Met(by=ME_ID, how="at a fair")),
        person(102, met=Met(by="101")),
        person(103, met=Met(by="101", how="over lunch")),
        person(104, met=Met(by="105")),
        person(105, met=Met(how="PyCon")),
        person(106, met=Met(on=PartialDate(2019))),
        person(107),
    ]
    found = breadth.how_met(people)
    assert (found.on_my_own, found.through_people, found.otherwise) == (("101",), ("102", "103", "104"), ("105",))
    assert (found.known, found.unknown, found.share, found.enough) == (5, 2, 0.2, True)
    assert connectors(people) == [
        Connector(person="101", introduced=("102", "103")),
        Connector(person="105", introduced=("104",)),
    ]
    assert breadth.how_met([person(101)]).share is None


@given(crowds)
def test_connectors_introduced_exactly_those_met_through_people(people):
    introduced = [i for connector in connectors(people) for i in connector.introduced]
    assert sorted(introduced) == sorted(breadth.how_met(people).through_people)


def test_circles_empty_and_stale_by_hand():
    people = [
        person(101, groups=("1",)),
        person(102, groups=("1", "2")),
        person(103, groups=("3",)),
        person(104, groups=("5",), archived=True),
    ]
    last = {"101": date(2024, 1, 1), "102": date(2025, 11, 23), "104": TODAY}
    groups = {i: GROUPS[i] for i in ("1", "2", "3", "5")}
    assert breadth.circle_states(people, groups, last, TODAY) == [
        CircleState(group="1", people=("101", "102"), last=date(2025, 11, 23), stale=False),
        CircleState(group="2", people=("102",), last=date(2025, 11, 23), stale=False),
        CircleState(group="3", people=("103",), last=None, stale=True),
        CircleState(group="5", people=(), last=None, stale=False),
    ]
    stale = breadth.circle_states(people, groups, last, TODAY, stale_after=364)
    assert [state.stale for state in stale] == [True, True, True, False]
    assert [state.empty for state in stale] == [False, False, False, True]


def test_levels_reached_and_the_share_of_each_by_hand():
    people = [
        *(person(n, level=Level.PEER) for n in range(101, 104)),
        person(104, level=Level.OUTSIDE),
        person(105, level=Level.EARLIER, archived=True),
        person(106),
    ]
    matrix = breadth.level_matrix(people, GROUPS)
    assert matrix.reached == 2
    assert [matrix.share(level) for level in Level] == [0, 0.75, 0, 0.25]


@given(crowds)
def test_rows_and_columns_of_the_matrix_add_up_as_documented(people):
    matrix = breadth.level_matrix(people, GROUPS)
    active = [p for p in people if not p.archived]
    for group in (*GROUPS, None):
        inside = [p for p in active if (group in p.groups if group else not any(g in GROUPS for g in p.groups))]
        assert sum(matrix.count(level, group) for level in breadth.LEVELS) == len(inside)
    assert sum(len(row) for row in matrix.rows.values()) == len(active)
    for level in breadth.LEVELS:
        in_columns = sum(matrix.count(level, group) for group in (*GROUPS, None))
        twice = sum(max(len({g for g in p.groups if g in GROUPS}) - 1, 0) for p in active if p.level is level)
        assert in_columns == len(matrix.rows[level]) + twice


def test_the_effective_number_of_groups_by_hand():
    # Weights: group 1 has 1 + 1/2, group 4 has 1/2 + 1 + 1; shares 0.375 and 0.625 of 4 people.
    found = group_variety([("1",), ("1", "4"), ("4",), ("4", "999"), (), ("999",)], GROUPS)
    assert found.weights == {"4": 2.5, "1": 1.5}
    assert found.effective == pytest.approx(1 / (0.375**2 + 0.625**2))
    assert (found.largest, found.share, found.known, found.unknown, found.enough) == ("4", 0.625, 4, 2, False)


@given(crowds)
def test_the_effective_number_of_groups_lies_between_one_and_their_number(people):
    found = group_variety((p.groups for p in people), GROUPS)
    assert sum(found.weights.values()) == pytest.approx(found.known)
    assert found.effective <= found.count + 1e-9
    assert not found.count or found.effective >= 1 - 1e-9


def test_outside_my_industry_by_hand():
    me = Me(id=ME_ID, positions=(Position(organisation="Acme", industry="Oil, gas"), Position(industry="Music")))
    people = [
        person(101, "A", "oil gas"),
        person(102, "B", "Energy"),
        *(person(n, "C", "Energy") for n in (103, 104, 105)),
        replace(person(106), positions=(Position(industry="Energy"), Position(industry="music"))),
        person(107, "D"),
        person(108, "A", "Oil, gas", archived=True),
    ]
    found = outside.outside_industry(people, me, TODAY)
    assert (found.inside, found.outside) == (("101", "106"), ("102", "103", "104", "105"))
    assert (found.unknown, found.known, found.enough) == (1, 6, True)
    assert found.index == pytest.approx((4 - 2) / 6)


@given(crowds, st.none() | strategies.mes())
def test_somebody_of_unknown_company_and_industry_changes_no_known_share(people, me):
    more = [*people, person(999, groups=("1",))]
    for measure in (breadth.companies, breadth.industries):
        few, many = measure(people, TODAY), measure(more, TODAY)
        assert (many.share, many.effective, many.members) == (few.share, few.effective, few.members)
        assert (many.known, many.unknown) == (few.known, few.unknown + 1)
    for balance in (outside.outside_balance, outside.outside_industry):
        assert balance(more, me, TODAY).index == balance(people, me, TODAY).index


def introduction(number, person_id, *steps, direction=Direction.RECEIVED, kind=ExchangeKind.INTRODUCTION):
    walked = tuple(Step(status=status, on=on and PartialDate.of(on)) for status, on in steps)
    return Exchange(id=str(number), kind=kind, direction=direction, person=person_id, steps=walked)


def test_thanks_for_introductions_by_hand():
    done, thanked, asked = Status.DONE, Status.THANKED, Status.ASKED
    march, may, june = date(2025, 3, 1), date(2025, 5, 1), date(2025, 6, 1)
    exchanges = [
        introduction(401, "101", (done, may)),
        introduction(402, "101", (done, march)),
        introduction(403, "101", (done, march), (thanked, may)),
        introduction(404, "101", (done, march), (thanked, june)),
        introduction(405, "101", (asked, june)),
        introduction(406, "101", (done, march), direction=Direction.GIVEN),
        introduction(407, "101", (done, march), kind=ExchangeKind.ADVICE),
        introduction(408, "102", (done, march)),
    ]
    assert thanks_for(exchanges, "101") == Thanks(waiting=("402", "401"), thanked=2, last=PartialDate.of(june))
    assert thanks_for(exchanges, "103") == Thanks()
