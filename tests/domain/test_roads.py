"""Roads in: a hand-made example, and that every reason is backed by a record."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Met,
    Person,
    Position,
    Status,
    Step,
)
from nettui.domain.roads import PlaceKind, Tie, TieKind, place_key, roads_in
from tests import strategies

TODAY = date(2026, 11, 23)
ACME = Position(organisation="Acme Ltd", industry="Oil, gas", since=PartialDate(2020))


def roads(people, entries=(), exchanges=(), kind=PlaceKind.COMPANY, name="ACME"):
    def entries_of(there):
        return [e for e in entries if not there.isdisjoint((*e.people, *e.mentions))]

    def exchanges_of(there):
        return [x for x in exchanges if not there.isdisjoint((x.person, *x.others))]

    return roads_in(kind, place_key(kind, name), people, entries_of, exchanges_of, TODAY)


def entry(number, day, *people, channel=Channel.COFFEE, mentions=()):
    return Entry(id=str(number), at=Moment.parse(day), channel=channel, people=people, mentions=mentions)


def introduction(number, status, *people):
    steps = (Step(status=status, on=PartialDate(2024, 5)),)
    return Exchange(
        id=str(number),
        kind=ExchangeKind.INTRODUCTION,
        direction=Direction.RECEIVED,
        person=people[0],
        others=people[1:],
        steps=steps,
    )


def test_roads_by_hand():
    people = [
        Person(id="101", name="Here", positions=(ACME,), met=Met(on=PartialDate(2019), by="103")),
        Person(id="102", name="Was", positions=(Position(organisation="acme", until=PartialDate(2022, 3)),)),
        Person(id="103", name="Introduced her to me"),
        Person(id="104", name="I met through her", met=Met(by="101")),
        Person(id="105", name="In the ledger"),
        Person(id="106", name="At a table with both"),
        Person(id="107", name="Only mentioned with her"),
        Person(id="108", name="Only asked to introduce"),
        Person(id="109", name="Once a colleague elsewhere", positions=(Position(organisation="Sirma"),)),
        Person(id="110", name="Begins later", positions=(Position(organisation="Acme", since=PartialDate(2027)),)),
        Person(id="111", name="Archived", positions=(ACME,), archived=True),
        Person(id="112", name="Knows who was there"),
    ]
    entries = [
        entry(201, "2025-01-02", "106", "101"),
        entry(202, "2026-03-04", "101", "106", "102"),
        entry(203, "2026-05-05", "107", mentions=("101",)),
        entry(204, "2026-05-06", "107", "101", channel=Channel.NOTE),
        entry(205, "2026-12-24", "107", "101"),
        entry(206, "2020-02-02", "112", "102"),
    ]
    exchanges = [introduction(401, Status.DONE, "105", "101"), introduction(402, Status.ASKED, "108", "101")]
    found = roads(people, entries, exchanges)
    assert [stay.person for stay in found.here] == ["101"]
    assert [(stay.person, stay.position.until) for stay in found.were] == [("102", PartialDate(2022, 3))]
    met_her, met_through = (Table.PEOPLE, "101"), (Table.PEOPLE, "104")
    both = ((Table.ENTRIES, "201"), (Table.ENTRIES, "202"))
    assert [(bridge.person, bridge.ties) for bridge in found.bridges] == [
        ("103", (Tie(kind=TieKind.INTRODUCED_TO_ME, to="101", on=PartialDate(2019), records=(met_her,)),)),
        ("104", (Tie(kind=TieKind.MET_THROUGH, to="101", on=None, records=(met_through,)),)),
        (
            "105",
            (
                Tie(
                    kind=TieKind.INTRODUCTION,
                    to="101",
                    on=PartialDate(2024, 5),
                    records=((Table.EXCHANGES, "401"),),
                ),
            ),
        ),
        (
            "106",
            (
                Tie(kind=TieKind.TOGETHER, to="101", on=PartialDate(2026, 3, 4), records=both),
                Tie(kind=TieKind.TOGETHER, to="102", on=PartialDate(2026, 3, 4), records=both[1:]),
            ),
        ),
        (
            "112",
            (
                Tie(
                    kind=TieKind.TOGETHER,
                    to="102",
                    on=PartialDate(2020, 2, 2),
                    records=((Table.ENTRIES, "206"),),
                ),
            ),
        ),
    ]


def test_an_industry_is_a_place_too():
    found = roads([Person(id="101", name="Here", positions=(ACME,))], kind=PlaceKind.INDUSTRY, name="oil gas")
    assert [stay.person for stay in found.here] == ["101"]


@settings(max_examples=80)
@given(strategies.networks(), st.data())
def test_nobody_is_in_two_parts_and_every_reason_is_backed_by_a_record(records, data):
    people = list(records.people.values())
    names = [(kind, text) for p in people for x in p.positions for kind, text in zip(PlaceKind, named(x), strict=True)]
    kind, name = data.draw(st.sampled_from(names)) if names else (PlaceKind.COMPANY, "Acme")
    found = roads(people, records.entries.values(), records.exchanges.values(), kind, name)
    parts = [[s.person for s in found.here], [s.person for s in found.were], [b.person for b in found.bridges]]
    everybody = [person for part in parts for person in part]
    assert len(everybody) == len(set(everybody))
    assert not any(records.people[person].archived for person in everybody)
    there = {*parts[0], *parts[1]}
    for bridge in found.bridges:
        assert bridge.ties
        for tie in bridge.ties:
            assert tie.to in there
            assert tie.times
            for table, record_id in tie.records:
                assert says(records, table, record_id, bridge.person, tie.to)


def named(position):
    return position.organisation, position.industry


def says(records, table, record_id, one, other):
    match table:
        case Table.PEOPLE:
            person = records.people[record_id]
            return {person.id, person.met.by} == {one, other}
        case Table.EXCHANGES:
            exchange = records.exchanges[record_id]
            return {one, other} <= {exchange.person, *exchange.others}
        case _:
            taken = records.entries[record_id]
            return {one, other} <= set(taken.people) and taken.channel is not Channel.NOTE
