"""Breadth from remembered sketches: the same as measuring everybody."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain import breadth, outside
from nettui.domain.circles import computed_groups
from nettui.domain.connectors import connectors
from nettui.domain.filters import person_filter
from nettui.domain.query import Target
from nettui.domain.records import ME_ID, Group, Level, Met, Person, Position
from nettui.services.clock import FixedClock
from nettui.services.finding.people import PeopleFinder
from nettui.services.finding.terms import query_of
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.views.breadth import breadth_view
from nettui.services.views.breadth_lists import exact_term
from nettui.tui.views.breadth.rows import Figure, Matrix, people_rows, shape_rows
from tests import strategies
from tests.conftest import NOW
from tests.readside.changing import filled, run_changes

OTHERS = tuple(str(number) for number in range(151, 161))


def by_id(person):
    return person.id


def check(index):
    view, people = breadth_view(index), list(index.people.values())
    present = [person for person in people if not person.archived]
    assert view.people == len(present)
    assert view.levels == breadth.level_matrix(people, index.groups)
    assert view.companies == breadth.companies(people, index.today)
    assert list(view.companies.members) == list(breadth.companies(people, index.today).members)
    assert view.industries == breadth.industries(people, index.today)
    assert view.outside == outside.outside_balance(people, index.me, index.today)
    assert view.outside_industry == outside.outside_industry(people, index.me, index.today)
    assert view.met == breadth.how_met(people)
    assert list(view.computed) == computed_groups(index.me, people, index.today)
    states = breadth.circle_states(people, index.groups, index.last_contacts(), index.today)
    assert [(row.group.id, row.people, row.last_contact, row.stale) for row in view.circles] == [
        (state.group, len(state.people), state.last, state.stale) for state in states
    ]
    assert [(row.person.id, row.introduced) for row in view.connectors] == [
        (each.person, len(each.introduced)) for each in connectors(people)
    ]


@settings(max_examples=30)
@given(st.data(), strategies.networks(), st.integers(-3000, 0))
def test_breadth_is_what_measuring_everybody_gives(data, records, days):
    network = filled(records, now=NOW + timedelta(days=days))
    run_changes(data, network, records, check, most=4)
    check(Index(Network(network.repository, FixedClock(NOW))))


def figures(index):
    """Every figure of the view with its filter line."""
    view = breadth_view(index)
    for row in (*shape_rows(view), *people_rows(view, index)):
        if isinstance(row, Figure):
            yield row.query, row.count
        elif isinstance(row, Matrix):
            yield from zip(row.queries, row.counts, strict=True)
    for field, found in (("company", view.companies), ("industry", view.industries)):
        yield from ((exact_term(field, name), len(people)) for name, people in found.members.items())


def check_figures(index):
    finder, everybody = PeopleFinder(index), {p.id for p in index.people.values() if not p.archived}
    for line, count in figures(index):
        found = finder.find(line)
        assert not found.problem, (line, found.problem)
        assert len(everybody if found.ids is None else everybody & set(found.ids)) == count, line
        plainly = person_filter(query_of(line, Target.PEOPLE, index), index.facts())
        assert {p.id for p in index.people.values() if not p.archived and plainly(p)} == (
            everybody if found.ids is None else everybody & set(found.ids)
        ), line


@settings(max_examples=25)
@given(st.data(), strategies.networks(), st.lists(strategies.plain_people(ids=OTHERS), max_size=9, unique_by=by_id))
def test_every_figure_is_the_size_of_the_list_behind_it(data, records, others):
    network = filled(records)
    network.save(others, action="import.json")
    run_changes(data, network, records, check_figures, most=2)


def test_names_that_look_alike_open_only_their_own_people(network):
    group = [Group(id=str(n), name=name) for n, name in ((7, "Teachers"), (8, "none"), (9, "1"), (10, 'The "A"'))]
    people = [
        Person(id="101", name="Ani", groups=("7",), positions=(Position(organisation="Acme"),)),
        Person(id="102", name="Ani", groups=("1",), positions=(Position(organisation="Acme Data"),), met=Met(by="101")),
        Person(
            id="103", name="Bo", groups=("8",), positions=(Position(organisation='"Acme" Ltd.'),), met=Met(by="102")
        ),
        Person(id="104", name="Cy", groups=("9",), positions=(Position(organisation="Nonesuch"),), met=Met(by=ME_ID)),
        Person(id="105", name="Di", groups=("10",), positions=(Position(organisation="Freelance"),)),
        Person(id="106", name="Ed", met=Met(how="met by myself, at an other event")),
        *(Person(id=str(n), name=f"P{n}", level=Level.PEER, met=Met(how="x")) for n in range(107, 113)),
    ]
    network.save([*group, *people], action="import.json")
    check_figures(Index(network))
