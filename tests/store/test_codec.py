"""Records to documents and back."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import Entry, Exchange, Person
from nettui.store import codec
from nettui.store.snapshot import dump

texts = st.text(st.characters(), max_size=12)
partial_dates = st.one_of(
    st.dates().map(PartialDate.of),
    st.integers(1, 9999).map(PartialDate),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.just(PartialDate(None, 2, 29)),
)
LEAVES = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    PartialDate: partial_dates,
    Moment: st.builds(Moment, st.dates(), st.none() | st.times().map(lambda at: at.replace(microsecond=0, fold=0))),
}


def strategy(hint):
    """Return values of any type that a record's field has."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return st.none() | strategy(next(one for one in arguments if one is not types.NoneType))
    if origin is tuple:
        return st.lists(strategy(arguments[0]), max_size=2).map(tuple)
    if origin is Mapping:
        return st.dictionaries(texts, strategy(arguments[1]), max_size=2)
    if hint in LEAVES:
        return LEAVES[hint]
    return records(hint) if is_dataclass(hint) else st.sampled_from(list(hint))


def records(cls):
    hints = typing.get_type_hints(cls, localns=codec._NAMES)
    members = {field.name: strategy(hints[field.name]) for field in fields(cls) if field.name != "steps"}
    if cls is Exchange:
        members["steps"] = st.lists(strategy(typing.get_args(hints["steps"])[0]), min_size=1, max_size=3).map(tuple)
    return st.builds(cls, **members)


@pytest.mark.parametrize("table", list(Table))
def test_a_record_comes_back_the_same(table):
    @given(records(codec.RECORD_OF[table]))
    def check(record):
        document = json.loads(dump(codec.encode(record)))
        assert "id" not in document
        assert codec.decode(table, record.id, document) == record
        assert codec.encode(codec.decode(table, record.id, document)) == document

    check()


def test_what_is_empty_is_left_out():
    assert codec.encode(Person(id="1", name="Maria")) == {"name": "Maria"}
    assert codec.encode(Entry(id="1", at=Moment.parse("2026-11-03T14:00"))) == {"at": "2026-11-03T14:00"}


def test_unknown_fields_are_carried_along():
    stored = {
        "name": "Maria",
        "hat": "red",
        "met": {"how": "PyCon", "weather": "rain"},
        "positions": [{"organisation": "A", "floor": 3}, {"organisation": "B"}],
    }
    person = codec.decode(Table.PEOPLE, "1", stored)
    assert codec.preserve(Table.PEOPLE, codec.encode(person), stored) == stored


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({}, "name"),
        ({"name": None}, "name"),
        ({"name": ["x"]}, "name"),
        ({"name": "x", "groups": "1"}, "groups"),
        ({"name": "x", "groups": [1]}, "groups[0]"),
        ({"name": "x", "positions": [{}, {"until": "soon"}]}, "positions[1].until"),
        ({"name": "x", "met": 3}, "met"),
        ({"name": "x", "met": {"on": 2019}}, "met.on"),
        ({"name": "x", "archived": 1}, "archived"),
        ({"name": "x", "cadence_days": 1.5}, "cadence_days"),
        ({"name": "x", "created": "yesterday"}, "created"),
        ({"name": "x", "foreign_ids": [{"source": "s", "id": "1", "seen": {"a": 1}}]}, "foreign_ids[0].seen"),
        (["x"], ""),
        (None, ""),
    ],
)
def test_a_bad_value_is_one_clear_problem(document, field):
    with pytest.raises(codec.BadValue) as caught:
        codec.decode(Table.PEOPLE, "1", document)
    assert caught.value.field == field


def test_an_exchange_without_steps_is_none():
    document = {"kind": "help", "direction": "given", "person": "1", "steps": []}
    with pytest.raises(codec.BadValue):
        codec.decode(Table.EXCHANGES, "1", document)
