"""What people need, from remembered facts: true after every change, and nobody is decoded for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.ask_load import AskLoad
from nettui.domain.records import CIRCLES, Person
from nettui.services import people
from nettui.services.facts.needs import Needs
from nettui.services.index import Index
from nettui.services.undo import undo
from nettui.services.views.needs import needs
from nettui.services.views.reasons import ask_load_words

FRIENDS, COLLEAGUES, FAMILY = "3", "4", "6"


@pytest.fixture
def index(network):
    network.save(
        [
            *CIRCLES,
            Person(id="101", name="Жана", groups=(FRIENDS, FAMILY), needs=("a room", "a designer")),
            Person(id="102", name="Ana", groups=(FRIENDS,)),
            Person(id="103", name="Boris", groups=(COLLEAGUES,), needs=("an editor",)),
            Person(id="104", name="Vera", groups=(FAMILY,), needs=("a doctor",), archived=True),
        ],
        action="test",
    )
    return Index(network)


def told(index):
    view = needs(index)
    return (
        [(row.person.name, *row.needs) for row in view.everybody],
        {each.group.stable: [row.person.name for row in each.rows] for each in view.communal},
    )


def test_needs_of_everybody_and_by_communal_circle(index):
    everybody, communal = told(index)
    assert everybody == [("Boris", "an editor"), ("Жана", "a room", "a designer")]
    assert communal == {"friends": ["Жана"], "family": ["Жана"]}


def test_changes_and_undo_are_followed(index, network):
    before = told(index)
    change = people.edit(network, replace(network.repository.people["102"], needs=("a lift",)))
    index.apply(change)
    assert told(index)[1]["friends"] == ["Ana", "Жана"]
    assert told(index) == told(Index(network))
    index.apply(undo(network))
    assert told(index) == before


def test_a_later_session_recalls_them_and_decodes_nobody(index, network, monkeypatch):
    before = told(index)
    list(index.remember(all_of_it=True))
    monkeypatch.setattr(Needs, "_build", lambda *_args: pytest.fail("everybody is decoded"))
    assert told(Index(network)) == before


@pytest.mark.parametrize(
    ("load", "words"),
    [
        (AskLoad(1, 1), ""),
        (AskLoad(0, 3), "Maria already dealt with 3 requests of yours in the last 90 days."),
        (AskLoad(3, 0), "Maria already carries 3 open requests of yours."),
        (AskLoad(2, 1), "Maria already carries 2 open requests of yours, and 1 of the last 90 days."),
    ],
)
def test_what_somebody_carries_is_said_only_when_it_is_much(load, words):
    assert ask_load_words(load, "Maria") == words
