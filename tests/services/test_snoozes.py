"""Putting off: later, never, ask again, and what happens when the thing itself goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from nettui.domain.records import Topic
from nettui.errors import InvalidInput, NotFound
from nettui.services import exchanges, people, promises, snoozes
from nettui.services.clock import FixedClock
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.undo import undo
from nettui.services.views.today import today_view
from tests.conftest import NOW
from tests.services.making import add_exchange, add_person, add_promise, content, log


@pytest.fixture
def maria(network):
    return add_person(network, "Maria", cadence_days=30)


def on(network, days):
    return Index(Network(network.repository, FixedClock(NOW + timedelta(days=days))))


def due(index):
    return [row.name for row in today_view(index).due]


def test_what_is_put_off_comes_back_by_itself(network, maria):
    assert due(on(network, 0)) == ["Maria"]
    change = snoozes.later(network, Topic.WRITE, maria.id, 3)
    assert change is not None
    assert (change.action, change.detail) == ("snooze.later", "Maria")
    assert [due(on(network, days)) for days in (0, 2, 3)] == [[], [], ["Maria"]]


def test_a_newer_one_takes_the_place_of_an_older_one(network, maria):
    snoozes.later(network, Topic.WRITE, maria.id, 14)
    snoozes.later(network, Topic.WRITE, maria.id, 3)
    assert [s.until for s in network.repository.snoozes.values()] == [date(2026, 11, 26)]
    snoozes.never(network, Topic.WRITE, maria.id)
    assert [s.until for s in network.repository.snoozes.values()] == [None]
    assert due(on(network, 4000)) == []


def test_one_topic_of_a_person_leaves_the_other_alone(network, maria):
    snoozes.never(network, Topic.HELLO, maria.id)
    assert due(on(network, 0)) == ["Maria"]
    assert snoozes.put_off(on(network, 0)) == {(Topic.HELLO, maria.id)}


def test_never_is_no_trap(network, maria):
    before = content(network)
    snoozes.never(network, Topic.WRITE, maria.id)
    assert [s.about for s in snoozes.listed(on(network, 100))] == [maria.id]
    snoozes.again(network, Topic.WRITE, maria.id)
    assert content(network) == before
    assert snoozes.again(network, Topic.WRITE, maria.id) is None


def test_it_can_be_undone(network, maria):
    snoozes.later(network, Topic.WRITE, maria.id, 7)
    before = content(network)
    snoozes.never(network, Topic.WRITE, maria.id)
    undo(network)
    assert content(network) == before


def test_it_ends_when_the_thing_is_done(network, maria):
    thanks = add_exchange(network, maria, status="done", on="2026-11-20")
    promise = add_promise(network, "the slides", maria)
    snoozes.never(network, Topic.THANK, thanks.id)
    snoozes.later(network, Topic.PROMISE, promise.id, 14)
    assert [s.topic for s in snoozes.listed(Index(network))] == [Topic.PROMISE, Topic.THANK]
    exchanges.move(network, thanks.id)
    promises.done(network, promise.id)
    assert snoozes.listed(Index(network)) == []


@pytest.mark.parametrize(
    ("direction", "status", "topic", "rows"),
    [
        ("received", "done", Topic.THANK, "to_thank"),
        ("given", "asked", Topic.ANSWER, "asked_of_me"),
        ("given", "agreed", Topic.ANSWER, "asked_of_me"),
        ("given", "offered", Topic.OFFER, "offers_open"),
        ("received", "offered", Topic.OFFER, "offers_open"),
        ("received", "asked", Topic.ASK, "asks_in_the_air"),
    ],
)
def test_every_list_of_today_leaves_out_what_is_put_off(network, direction, status, topic, rows):
    georgi = add_person(network, "Georgi")
    exchange = add_exchange(network, georgi, direction, status, on="2026-10-01")
    assert [row.id for row in getattr(today_view(Index(network)), rows)] == [exchange.id]
    snoozes.later(network, topic, exchange.id, 7)
    assert list(getattr(today_view(Index(network)), rows)) == []
    assert today_view(Index(network)).empty


def test_deleting_takes_it_along_in_the_same_change(network, maria):
    thanks = add_exchange(network, maria, status="done", on="2026-11-20")
    promise = add_promise(network, "the slides", maria)
    for topic, record in ((Topic.THANK, thanks), (Topic.PROMISE, promise), (Topic.WRITE, maria), (Topic.HELLO, maria)):
        snoozes.never(network, topic, record.id)
    before = content(network)
    exchanges.remove(network, thanks.id)
    assert {s.about for s in network.repository.snoozes.values()} == {promise.id, maria.id}
    undo(network)
    promises.remove(network, promise.id)
    assert {s.about for s in network.repository.snoozes.values()} == {thanks.id, maria.id}
    undo(network)
    people.remove(network, maria.id, cascade=True)
    assert dict(network.repository.snoozes) == {}
    undo(network)
    assert content(network) == before


def test_only_what_waits_can_be_put_off(network, maria):
    with pytest.raises(InvalidInput, match="4 days"):
        snoozes.later(network, Topic.WRITE, maria.id, 4)
    with pytest.raises(NotFound):
        snoozes.later(network, Topic.WRITE, "404", 7)
    with pytest.raises(NotFound):
        snoozes.never(network, Topic.PROMISE, maria.id)
    assert dict(network.repository.snoozes) == {}


def test_whom_i_do_not_want_to_greet_is_not_to_be_written_to_either(network):
    dimo = add_person(network, "Dimo", cadence_days=180)
    log(network, "2020-03-01", "one", dimo)
    log(network, "2020-05-01", "two", dimo)
    assert [row.name for row in today_view(Index(network)).dormant] == ["Dimo"]
    snoozes.never(network, Topic.HELLO, dimo.id)
    view = today_view(Index(network))
    assert list(view.dormant) == []
    assert list(view.worth_a_line(network.today).due) == []
