"""Short ways to put records into a network for the tests of use-cases."""

from __future__ import annotations

from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Person,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.services import entries, exchanges, people, promises


def add_person(network, name, **fields):
    person = Person(id=network.clock.new_id(), name=name, **fields)
    people.add(network, person)
    return network.repository.people[person.id]


def log(network, at, text, *named, channel=Channel.COFFEE, **fields):
    entry = Entry(
        id=network.clock.new_id(),
        at=Moment.parse(at),
        channel=channel,
        text=text,
        people=tuple(p.id for p in named),
        **fields,
    )
    entries.log(network, entry)
    return network.repository.entries[entry.id]


def make_exchange(network, person, direction="received", status="asked", on=None, **fields):
    step = Step(status=Status(status), on=PartialDate.parse(on) if on else None)
    fields = {"kind": ExchangeKind.RECOMMENDATION, "steps": (step,), **fields}
    return Exchange(id=network.clock.new_id(), direction=Direction(direction), person=person.id, **fields)


def add_exchange(network, person, direction="received", status="asked", on=None, **fields):
    exchange = make_exchange(network, person, direction, status, on, **fields)
    exchanges.record(network, exchange)
    return network.repository.exchanges[exchange.id]


def add_promise(network, text, person=None, whose=Whose.MINE, **fields):
    promise = Promise(id=network.clock.new_id(), text=text, whose=whose, person=person.id if person else None, **fields)
    promises.add(network, promise)
    return network.repository.promises[promise.id]


def content(network):
    """Everything that is stored, to compare before and after."""
    repository = network.repository
    tables = {table: dict(getattr(repository, table.value)) for table in Table if table is not Table.ME}
    return {**tables, Table.ME: repository.me}
