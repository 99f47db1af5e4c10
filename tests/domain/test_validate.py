from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    ME_ID,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    ForeignId,
    Group,
    GroupKind,
    Me,
    Met,
    Person,
    Position,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.domain.validate import check, clean_text
from nettui.errors import InvalidInput
from tests import strategies

NAN: Any = float("nan")
PERSON = Person(id="101", name="Maria")
EXCHANGE = Exchange(
    id="1", kind=ExchangeKind.HELP, direction=Direction.GIVEN, person="101", steps=(Step(status=Status.DONE),)
)


@given(strategies.records())
def test_valid_records_pass(record):
    check(record)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (replace(PERSON, name=" \t"), "a person, field “name”: is empty."),
        (replace(PERSON, name="a\x00b"), "a person, field “name”: holds a character that cannot be stored"),
        (replace(PERSON, notes="\ud83d"), "a person, field “notes”: holds a character"),
        (replace(PERSON, tags=("ok", "\udc00")), "a person, field “tags”: holds a character"),
        (replace(PERSON, positions=(Position(title="\x00"),)), "a person, field “positions”: holds a character"),
        (
            replace(PERSON, foreign_ids=(ForeignId(source="x", id="1", seen={"a": "\ud800"}),)),
            "a person, field “foreign_ids”: holds a character",
        ),
        (replace(PERSON, cadence_days=0), "a person, field “cadence_days”: must be 1 to 36525 days."),
        (replace(PERSON, cadence_days=NAN), "a person, field “cadence_days”: is not a number."),
        (
            replace(PERSON, positions=(Position(since=PartialDate(2020), until=PartialDate(2019, 12)),)),
            "a person, field “positions”: ends before it begins: 2020 to 2019-12.",
        ),
        (
            replace(PERSON, positions=(Position(since=PartialDate(None, 2, 3)),)),
            "a person, field “positions”: holds a date without a year: --02-03.",
        ),
        (replace(PERSON, met=Met(by="101")), "a person, field “met”: names the person as their own introducer."),
        (Group(id="7"), "a group, field “name”: is empty."),
        (Group(id="1", kind=GroupKind.FAMILY, cadence_days=-1), "a group, field “cadence_days”"),
        (
            Entry(id="1", at=Moment.parse("2026-01-01"), text=" "),
            "an entry, field “text”: is empty, and nobody is named.",
        ),
        (Promise(id="1", text="", whose=Whose.MINE), "a promise, field “text”: is empty."),
        (replace(EXCHANGE, person=""), "an exchange, field “person”: is empty."),
        (replace(EXCHANGE, in_return_for="1"), "an exchange, field “in_return_for”: points to itself."),
        (replace(EXCHANGE, others=("101", "102")), "an exchange, field “others”: names the same person twice."),
        (replace(EXCHANGE, steps=(Step(status=Status.DONE, note="\x00"),)), "an exchange, field “steps”: holds"),
        (
            Me(id=ME_ID, positions=(Position(since=PartialDate(2020), until=PartialDate(2019)),)),
            "my own record, field “positions”: ends before it begins",
        ),
    ],
)
def test_what_is_wrong_is_named(record, message):
    with pytest.raises(InvalidInput) as caught:
        check(record)
    assert str(caught.value).startswith(message)


def test_what_looks_odd_but_is_storable_passes():
    for name in ("[/]", "=1+1", "a\x1b[31mb", "\u202eeno", "x" * 300, "日本語", "\U0001f600"):
        check(replace(PERSON, name=name))
    check(Entry(id="1", at=Moment.parse("2026-01-01"), people=("101",)))
    check(Group(id="1", kind=GroupKind.FAMILY))


@given(st.text(st.characters(), max_size=30))
def test_cleaned_text_can_be_stored_and_loses_nothing_else(text):
    cleaned = clean_text(text)
    check(replace(PERSON, notes=cleaned))
    cleaned.encode()
    assert len(cleaned) == len(text)
    assert all(new in (old, "\ufffd") for old, new in zip(text, cleaned, strict=True))
