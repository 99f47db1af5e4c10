"""Everything that was exported comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain import records as r
from nettui.domain.dates import Moment, PartialDate
from nettui.errors import InvalidInput
from nettui.formats.detect import read_incoming
from nettui.formats.nettui_json import export, read
from nettui.services.clock import FixedClock
from nettui.services.importing.apply import apply
from nettui.services.importing.plan import plan
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository
from tests.importing.conftest import DECEMBER, NOVEMBER

texts = st.text(max_size=20)
some = st.lists(texts, max_size=3).map(tuple)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
partials = st.one_of(
    st.none(),
    days.map(PartialDate.of),
    days.map(lambda d: PartialDate(d.year, d.month)),
    days.map(lambda d: PartialDate(d.year)),
)
birthdays = st.one_of(partials, days.map(lambda d: PartialDate(None, d.month, d.day)))
stamps = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
moments = st.builds(Moment, days, st.none() | st.times().map(lambda t: time(t.hour, t.minute)))
foreign = st.lists(
    st.builds(
        r.ForeignId,
        source=texts,
        id=texts,
        seen=st.dictionaries(texts, texts, max_size=2),
        first_seen=st.none() | days,
        missing_since=st.none() | days,
    ),
    max_size=2,
).map(tuple)
positions = st.lists(
    st.builds(r.Position, organisation=texts, title=texts, since=partials, until=partials, study=st.booleans()),
    max_size=2,
).map(tuple)
steps = st.lists(st.builds(r.Step, status=st.sampled_from(r.Status), on=partials, note=texts), min_size=1, max_size=3)


@st.composite
def networks(draw):
    """A consistent set of records: links lead to people who are there."""
    base = 1_700_000_000_000_000_000
    people_ids = [str(base + i) for i in range(draw(st.integers(1, 3)))]
    who = st.sampled_from(people_ids)
    several = st.lists(who, max_size=2).map(tuple)
    common = {"created": stamps, "changed": stamps}
    made = [
        draw(
            st.builds(
                r.Person,
                id=st.just(i),
                name=texts,
                also=some,
                groups=some,
                level=st.none() | st.sampled_from(r.Level),
                positions=positions,
                emails=some,
                birthday=birthdays,
                met=st.none() | st.builds(r.Met, on=partials, how=texts, by=st.none() | who),
                cadence_days=st.none() | st.integers(1, 999),
                archived=st.booleans(),
                notes=texts,
                foreign_ids=foreign,
                **common,
            )
        )
        for i in people_ids
    ]
    made.append(draw(st.builds(r.Me, id=st.just(r.ME_ID), name=texts, positions=positions, offers=some, **common)))
    kinds = [
        st.builds(
            r.Entry,
            at=moments,
            channel=st.sampled_from(r.Channel),
            text=texts,
            people=several,
            mentions=several,
            initiator=st.none() | st.sampled_from(r.Initiator),
            starred=st.booleans(),
            foreign_ids=foreign,
            id=st.just(""),
            **common,
        ),
        st.builds(
            r.Promise,
            text=texts,
            whose=st.sampled_from(r.Whose),
            person=st.none() | who,
            due=partials,
            done_on=st.none() | days,
            id=st.just(""),
            **common,
        ),
        st.builds(
            r.Exchange,
            kind=st.sampled_from(r.ExchangeKind),
            direction=st.sampled_from(r.Direction),
            person=who,
            others=several,
            steps=steps.map(tuple),
            text=texts,
            due=partials,
            foreign_ids=foreign,
            id=st.just(""),
            **common,
        ),
        st.builds(r.Group, name=texts, kind=st.sampled_from(r.GroupKind), note=texts, id=st.just(""), **common),
        st.builds(
            r.ImportRun,
            source=texts,
            name=texts,
            sha256=texts,
            on=days,
            counts=st.dictionaries(texts, st.integers(0, 9), max_size=2),
            id=st.just(""),
            **common,
        ),
    ]
    for number, kind in enumerate(kinds, start=10):
        made.append(replace(draw(kind), id=str(base + number)))
    return made


def fresh():
    clock = FixedClock(datetime(2026, 11, 23, 10, tzinfo=UTC))
    return Network(MemoryRepository(clock), clock)


def records_of(network):
    repository = network.repository
    tables = (
        repository.groups,
        repository.people,
        repository.entries,
        repository.promises,
        repository.exchanges,
        repository.imports,
    )
    return [record for table in tables for record in table.values()] + ([repository.me] if repository.me else [])


def bring(network, data):
    incoming = read_incoming(Path("export.json"), zone=UTC, data=data)
    planned = plan(network, incoming)
    return planned, apply(network, planned)


@given(networks())
@settings(max_examples=60)
def test_what_is_written_is_read_back(made):
    found = read("export.json", export(made)).records.values()
    assert sorted(found, key=lambda x: (type(x).__name__, x.id)) == sorted(made, key=lambda x: (type(x).__name__, x.id))


@given(networks())
@settings(max_examples=30)
def test_an_export_imported_into_an_empty_file_is_the_same_network(made):
    data = export(made)
    network = fresh()
    bring(network, data)
    circles = {g.id for g in r.CIRCLES}
    assert export(x for x in records_of(network) if not (isinstance(x, r.Group) and x.id in circles)) == data
    assert bring(network, data)[1] is None


@given(networks())
@settings(max_examples=20)
def test_order_does_not_matter_and_bytes_are_the_same(made):
    assert export(made) == export(made[::-1])


def test_a_whole_archive_survives(network, everything):
    from nettui.formats.linkedin.incoming import to_incoming
    from nettui.formats.linkedin.read import read_linkedin

    for path in (NOVEMBER, DECEMBER):
        apply(network, plan(network, to_incoming(read_linkedin(path), UTC, network.repository.me)))
    copy = fresh()
    bring(copy, export(records_of(network)))
    assert records_of(copy) == records_of(network)
    again = plan(copy, to_incoming(read_linkedin(DECEMBER), UTC, copy.repository.me))
    assert again.empty


EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


def test_of_two_versions_the_later_wins(network):
    network.repository.commit([], action="none")
    old = r.Person(id="1700000000000000001", name="Ana", created=EARLY, changed=EARLY)
    new = replace(old, name="Ana Petkova", changed=LATE)
    bring(network, export([old]))
    planned, _change = bring(network, export([new]))
    assert [[f.field for f in c.fields] for c in planned.changed] == [["name"]]
    assert network.repository.people[old.id] == new
    planned, change = bring(network, export([old]))
    assert change is None
    assert sum(planned.left_out.values()) == 1
    assert network.repository.people[old.id] == new


def test_a_link_that_leads_nowhere_is_told(network):
    lost = r.Entry(id="1700000000000000002", at=Moment(date(2026, 1, 1)), people=("1700000000000000009",))
    planned, change = bring(network, export([lost]))
    assert change is None
    assert len(planned.problems) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(version=2),
        lambda d: d.update(format="other"),
        lambda d: d.update(surprise=[]),
        lambda d: d.update(people={}),
        lambda d: d["people"].append(5),
        lambda d: d["people"].append({"id": "1"}),
        lambda d: d["people"].append({"id": "x", "name": "a"}),
        lambda d: d["people"].append({"id": "5", "name": 7}),
        lambda d: d["people"].append({"id": "5", "name": "a", "shoe": 1}),
        lambda d: d["people"].append({"id": "5", "name": "a", "birthday": "2026-02-30"}),
        lambda d: d["people"].append({"id": "5", "name": "a", "created": "2026-02-03T00:00:00"}),
        lambda d: d["people"].append({"id": "5", "name": "a", "archived": 1}),
        lambda d: d["people"].append({"id": "5", "name": "a", "cadence_days": True}),
        lambda d: d["people"].extend([{"id": "5", "name": "a"}] * 2),
        lambda d: d["exchanges"].append(
            {"id": "5", "kind": "advice", "direction": "given", "person": "5", "steps": []}
        ),
        lambda d: d["exchanges"].append({"id": "5", "kind": "money"}),
    ],
)
def test_what_is_not_as_described_is_refused_in_one_line(change):
    document = json.loads(export([]))
    change(document)
    with pytest.raises(InvalidInput) as caught:
        read("x.json", json.dumps(document).encode())
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=40), st.integers(0, 400), st.integers(0, 20))
def test_mutated_documents_raise_nothing_but_invalid_input(noise, at, length):
    data = bytearray(export([r.Person(id="5", name="Ana", birthday=PartialDate(2000, 2))]))
    data[at : at + length] = noise
    try:
        read("x.json", bytes(data))
    except InvalidInput:
        return


def test_deep_nesting_is_refused():
    with pytest.raises(InvalidInput):
        read("x.json", b"[" * 100_000)


def test_a_lone_surrogate_survives():
    person = r.Person(id="5", name="broken \ud800 name")
    assert list(read("x.json", export([person])).records.values()) == [person]
