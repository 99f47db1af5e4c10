"""Breadth from remembered sketches: the same as measuring everybody."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain import breadth
from nettui.domain.circles import computed_groups
from nettui.services.clock import FixedClock
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.views.breadth import breadth_view
from tests import strategies
from tests.conftest import NOW
from tests.readside.changing import filled, run_changes


def check(index):
    view, people = breadth_view(index), list(index.people.values())
    present = [person for person in people if not person.archived]
    assert view.people == len(present)
    assert view.levels == breadth.level_matrix(people, index.groups)
    assert view.companies == breadth.companies(people, index.today)
    assert list(view.companies.members) == list(breadth.companies(people, index.today).members)
    assert view.industries == breadth.industries(people, index.today)
    assert view.outside == breadth.outside_balance(people, index.me, index.today)
    assert view.met == breadth.how_met(people)
    assert list(view.computed) == computed_groups(index.me, people, index.today)
    states = breadth.circle_states(people, index.groups, index.last_contacts(), index.today)
    assert [(row.group.id, row.people, row.last_contact, row.stale) for row in view.circles] == [
        (state.group, len(state.people), state.last, state.stale) for state in states
    ]
    assert [(row.person.id, row.introduced) for row in view.connectors] == [
        (each.person, len(each.introduced)) for each in breadth.connectors(people)
    ]


@settings(max_examples=30)
@given(st.data(), strategies.networks(), st.integers(-3000, 0))
def test_breadth_is_what_measuring_everybody_gives(data, records, days):
    network = filled(records, now=NOW + timedelta(days=days))
    run_changes(data, network, records, check, most=4)
    check(Index(Network(network.repository, FixedClock(NOW))))
