"""Lines of a plan that the user leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from nettui.domain.records import Person
from nettui.formats.detect import read_incoming
from nettui.services import undo
from nettui.services.importing.apply import apply
from nettui.services.importing.plan import plan
from nettui.services.importing.select import line_key, without

FIRST = Path(__file__).parents[1] / "data" / "linkedin" / "Basic_LinkedInDataExport_11-03-2026.zip"
SECOND = FIRST.with_name("Basic_LinkedInDataExport_12-05-2026.zip")


@pytest.fixture
def incoming():
    return read_incoming(FIRST, zone=None)


def test_a_person_left_out_takes_along_what_is_only_about_them(network, incoming):
    made = plan(network, incoming)
    exchange = made.new_exchanges[0]
    (person,) = (each for each in made.new_people if each.id == exchange.person)
    rest = without(made, {line_key(person, new=True)})
    assert person not in rest.new_people
    assert len(rest.new_people) == len(made.new_people) - 1
    assert all(each.person != person.id for each in rest.new_exchanges)
    assert all(person.id not in entry.people for entry in rest.new_entries)
    assert sum(rest.left_out.values()) > sum(made.left_out.values())


def test_applying_without_a_line_names_nobody_who_is_not_there(network, incoming):
    made = plan(network, incoming)
    excluded = {line_key(person, new=True) for person in made.new_people[::3]}
    change = apply(network, made, excluded=excluded)
    assert change is not None
    people = network.repository.people
    assert len(people) == len(made.new_people) - len(excluded)
    assert {i for entry in network.repository.entries.values() for i in entry.people} <= set(people)
    assert {exchange.person for exchange in network.repository.exchanges.values()} <= set(people)
    undo.undo(network)
    assert not network.repository.people


def test_a_line_keeps_its_name_in_another_plan_of_the_same_source(network, incoming):
    first, second = plan(network, incoming), plan(network, incoming)
    assert [line_key(r, new=True) for r in first.new] == [line_key(r, new=True) for r in second.new]
    assert len({line_key(r, new=True) for r in first.new}) == len(first.new)


def test_a_change_left_out_comes_again_with_the_next_plan(network, incoming):
    apply(network, plan(network, incoming))
    made = plan(network, read_incoming(SECOND, zone=None))
    change = next(each for each in made.changed if isinstance(each.after, Person))
    apply(network, made, excluded={line_key(change.after, new=False)})
    assert network.repository.people[change.after.id] == change.before
    again = plan(network, read_incoming(SECOND, zone=None))
    assert [each.after.id for each in again.changed] == [change.after.id]


def test_leaving_everything_out_writes_nothing(network, incoming):
    made = plan(network, incoming)
    assert apply(network, made, excluded={line_key(record, new=True) for record in made.new}) is None
    assert not network.repository.people
