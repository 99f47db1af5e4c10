from __future__ import annotations

from datetime import date

import pytest

from nettui.domain.dates import PartialDate
from nettui.domain.putting_off import holds, in_force, topic_of, waits
from nettui.domain.records import Direction, Exchange, ExchangeKind, Person, Promise, Snooze, Status, Step, Topic, Whose

TODAY = date(2026, 11, 23)


def snooze(until, topic=Topic.WRITE, number="1"):
    return Snooze(id=number, topic=topic, about="101", until=until)


def exchange(direction, status):
    steps = (Step(status=Status(status), on=PartialDate.of(TODAY)),)
    return Exchange(id="1", kind=ExchangeKind.HELP, direction=Direction(direction), person="101", steps=steps)


def test_it_is_back_on_the_day_itself():
    assert holds(snooze(date(2026, 11, 24)), TODAY)
    assert not holds(snooze(TODAY), TODAY)
    assert holds(snooze(None), TODAY)
    assert in_force([snooze(TODAY), snooze(None, Topic.HELLO)], TODAY) == {(Topic.HELLO, "101")}


@pytest.mark.parametrize(
    ("direction", "status", "topic"),
    [
        ("received", "asked", Topic.ASK),
        ("received", "agreed", Topic.ASK),
        ("received", "done", Topic.THANK),
        ("received", "offered", Topic.OFFER),
        ("received", "thanked", None),
        ("received", "lapsed", None),
        ("given", "asked", Topic.ANSWER),
        ("given", "agreed", Topic.ANSWER),
        ("given", "offered", Topic.OFFER),
        ("given", "done", None),
        ("given", "declined", None),
    ],
)
def test_for_what_an_exchange_waits(direction, status, topic):
    record = exchange(direction, status)
    assert topic_of(record) is topic
    assert [each for each in Topic if waits(each, record)] == ([topic] if topic else [])


def test_what_is_done_or_gone_waits_for_nothing():
    promise = Promise(id="1", text="x", whose=Whose.MINE)
    assert waits(Topic.PROMISE, promise)
    assert not waits(Topic.PROMISE, Promise(id="1", text="x", whose=Whose.MINE, done_on=TODAY))
    assert not waits(Topic.WRITE, Person(id="1", name="A", archived=True))
    assert waits(Topic.HELLO, Person(id="1", name="A"))
    assert not waits(Topic.THANK, None)
