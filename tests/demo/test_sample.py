"""The sample network: the same everywhere, whole in itself, and with something for every list."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from nettui.demo.sample import SAMPLE_TODAY, sample_records
from nettui.domain import introductions
from nettui.domain.dates import PartialDate
from nettui.domain.introductions import Todo
from nettui.domain.records import (
    CIRCLES,
    ME_ID,
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Group,
    GroupKind,
    Initiator,
    Level,
    Me,
    Person,
    Promise,
    Review,
    Status,
    Whose,
)
from nettui.domain.validate import check
from nettui.services.network import table_of
from nettui.text import fold_name, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = sample_records()
ME = next(record for record in RECORDS if isinstance(record, Me))
GROUPS = {record.id: record for record in RECORDS if isinstance(record, Group)}
PEOPLE = {record.id: record for record in RECORDS if isinstance(record, Person)}
ENTRIES = {record.id: record for record in RECORDS if isinstance(record, Entry)}
PROMISES = {record.id: record for record in RECORDS if isinstance(record, Promise)}
EXCHANGES = {record.id: record for record in RECORDS if isinstance(record, Exchange)}

LEGAL = {
    Status.ASKED: {Status.AGREED, Status.DONE, Status.DECLINED, Status.LAPSED},
    Status.OFFERED: {Status.AGREED, Status.DONE, Status.DECLINED, Status.LAPSED},
    Status.AGREED: {Status.DONE, Status.LAPSED, Status.DECLINED},
    Status.DONE: {Status.THANKED},
    Status.THANKED: set(),
    Status.DECLINED: set(),
    Status.LAPSED: set(),
}


def texts(value: object) -> Iterator[str]:
    """Every string anywhere inside a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def contacts() -> dict[str, list[date]]:
    """The days on which each person took part in something that is more than a note, in order."""
    days: dict[str, list[date]] = {person: [] for person in PEOPLE}
    for entry in sorted(ENTRIES.values(), key=lambda entry: entry.at):
        if entry.channel is not Channel.NOTE:
            for person in entry.people:
                days[person].append(entry.at.day)
    return days


CONTACTS = contacts()


def in_circle(kind: GroupKind) -> list[Person]:
    return [person for person in PEOPLE.values() if any(GROUPS[group].kind is kind for group in person.groups)]


def since_last(person: Person) -> int | None:
    return (SAMPLE_TODAY - CONTACTS[person.id][-1]).days if CONTACTS[person.id] else None


def test_the_same_in_every_process_and_at_every_call():
    program = (
        "import hashlib; from nettui.demo.sample import sample_records;"
        "print(hashlib.sha256(ascii(sample_records()).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(digests) == 1
    assert sample_records() == RECORDS


def test_as_many_as_a_reader_is_promised():
    assert len(PEOPLE) == 120
    assert 700 <= len(ENTRIES) <= 900
    assert 35 <= len(PROMISES) <= 45
    assert 100 <= len(EXCHANGES) <= 120
    sizes = {kind: len(in_circle(kind)) for kind in GroupKind}
    assert sizes == {
        GroupKind.TEACHERS: 8,
        GroupKind.CLASSMATES: 20,
        GroupKind.FRIENDS: 14,
        GroupKind.COLLEAGUES: 48,
        GroupKind.CLUBS: 14,
        GroupKind.FAMILY: 8,
        GroupKind.OTHER: 13,
    }


def test_ids_are_unique_rise_within_a_table_and_tell_when_the_record_was_made():
    assert len({(table_of(record), record.id) for record in RECORDS}) == len(RECORDS)
    stamped = [record for record in RECORDS if len(record.id) > 1 and not isinstance(record, Review)]
    assert len({record.id for record in stamped}) == len(stamped)
    for record in stamped:
        assert re.fullmatch(r"\d{19}", record.id)
        assert datetime.fromtimestamp(int(record.id[:13]) / 1000, UTC) == record.created
    for table in (GROUPS, PEOPLE, ENTRIES, PROMISES, EXCHANGES):
        assert list(table) == sorted(table, key=int)
    assert ME.id == ME_ID


def test_the_reserved_circles_keep_id_kind_and_empty_name():
    for circle in CIRCLES:
        mine = GROUPS[circle.id]
        assert (mine.kind, mine.communal, mine.name) == (circle.kind, circle.communal, "")
        assert mine.cadence_days


def test_nothing_was_written_before_the_journal_began_or_after_today():
    latest = datetime(2026, 11, 23, 10, tzinfo=UTC)
    for record in RECORDS:
        assert datetime(2023, 12, 1, tzinfo=UTC) <= record.created <= record.changed <= latest, record


def test_every_link_leads_somewhere():
    for person in PEOPLE.values():
        assert person.groups
        assert set(person.groups) <= GROUPS.keys()
        if person.met and person.met.by:
            assert person.met.by in PEOPLE.keys() - {person.id}
    for entry in ENTRIES.values():
        assert {*entry.people, *entry.mentions} <= PEOPLE.keys()
        assert len(set(entry.people)) == len(entry.people)
        assert not set(entry.people) & set(entry.mentions)
    for promise in PROMISES.values():
        assert promise.person in PEOPLE
        assert promise.entry is None or promise.person in ENTRIES[promise.entry].people
    for exchange in EXCHANGES.values():
        assert {exchange.person, *exchange.others} <= PEOPLE.keys()
        assert exchange.entry is None or exchange.person in ENTRIES[exchange.entry].people
        assert exchange.in_return_for is None or exchange.in_return_for in EXCHANGES.keys() - {exchange.id}


def test_every_kind_of_everything_is_there():
    assert {entry.channel for entry in ENTRIES.values()} == set(Channel)
    assert {entry.initiator for entry in ENTRIES.values()} == {*Initiator, None}
    assert {person.level for person in PEOPLE.values()} == {*Level, None}
    assert {group.kind for group in GROUPS.values()} == set(GroupKind)
    assert {promise.whose for promise in PROMISES.values()} == set(Whose)
    assert {exchange.status for exchange in EXCHANGES.values()} == set(Status)
    kinds = {(exchange.kind, exchange.direction) for exchange in EXCHANGES.values()}
    assert kinds == {(kind, direction) for kind in ExchangeKind for direction in Direction}
    assert any(entry.starred for entry in ENTRIES.values())
    assert any(entry.mentions for entry in ENTRIES.values())
    assert any(len(entry.people) > 2 for entry in ENTRIES.values())


def test_statuses_follow_the_life_of_an_exchange_in_time():
    for exchange in EXCHANGES.values():
        assert exchange.steps[0].status in {Status.ASKED, Status.OFFERED, Status.DONE}
        for before, after in pairwise(exchange.steps):
            assert after.status in LEGAL[before.status], exchange
            assert before.on is not None
            assert after.on is not None
            assert before.on.first_day() <= after.on.first_day(), exchange
        assert exchange.on is not None
        assert exchange.on.first_day() <= SAMPLE_TODAY


def test_nobody_was_seen_or_helped_before_we_met():
    known = {}
    for person in PEOPLE.values():
        if person.met and person.met.on:
            known[person.id] = person.met.on.first_day()
            if person.met.by and (other := PEOPLE[person.met.by].met) and other.on:
                assert other.on.first_day() <= person.met.on.last_day(), person.name
    for person_id, days in CONTACTS.items():
        assert not days or known.get(person_id, days[0]) <= days[0], PEOPLE[person_id].name
    for exchange in EXCHANGES.values():
        first = exchange.steps[0].on
        assert first is not None
        assert known.get(exchange.person, date.min) <= first.last_day(), exchange


def test_entries_are_of_the_past_and_reach_today():
    days = {entry.at.day for entry in ENTRIES.values()}
    assert max(days) == SAMPLE_TODAY
    assert SAMPLE_TODAY - timedelta(days=1) in days
    assert min(days).year == 2021


def test_the_journal_is_no_lorem_ipsum():
    seen = Counter(entry.text for entry in ENTRIES.values())
    assert len(seen) > 600
    assert max(seen.values()) <= 4
    assert not any(re.search(r"[{}]|\s{2}|@\w|\|", text) for text in seen)
    cyrillic = sum(bool(re.search("[а-я]", entry.text)) for entry in ENTRIES.values())
    assert 0.15 < 1 - cyrillic / len(ENTRIES) < 0.4


def test_no_text_needs_a_mark_to_be_shown():
    for record in RECORDS:
        for text in texts(record):
            assert visible(text) == text
            assert text == text.strip()


def test_addresses_are_those_kept_for_examples():
    domain = re.compile(r"(?:[\w-]+\.)*example\.(?:com|org|net)")
    for record in RECORDS:
        for text in texts(record):
            for host in re.findall(r"(?:https?://|(?<=\w)@)([^\s/]+)", text):
                assert domain.fullmatch(host), text
            assert not re.search(r"\b[\w-]+\.(?:bg|eu|io|dev|co\.uk)\b", text), text
    for person in PEOPLE.values():
        assert all(re.fullmatch(r"\+44 7700 900\d{3}", phone) for phone in person.phones)


def test_names_repeat_as_in_life():
    names = Counter(fold_name(person.name) for person in PEOPLE.values())
    assert [name for name, count in names.items() if count > 1] == [fold_name("Димитър Илиев")]
    first = Counter(person.name.split()[0] for person in PEOPLE.values())
    assert first["Мария"] == 3
    assert first["Иван"] == 2
    assert first["Георги"] + first["Georgi"] == 3


def test_promises_are_kept_open_overdue_this_week_and_without_a_date():
    for promise in PROMISES.values():
        assert promise.done_on is None or promise.created.date() <= promise.done_on <= SAMPLE_TODAY
    still_open = [promise for promise in PROMISES.values() if promise.done_on is None]
    mine = [promise.due for promise in still_open if promise.whose is Whose.MINE and promise.due]
    week = PartialDate.of(SAMPLE_TODAY), PartialDate.of(SAMPLE_TODAY + timedelta(days=6))
    assert sum(due < week[0] for due in mine) == 1
    assert sum(week[0] <= due <= week[1] for due in mine) == 3
    assert any(promise.due is None for promise in still_open)
    assert any(promise.entry for promise in still_open)


def test_today_has_someone_to_thank_to_answer_to_greet_and_to_write_to():
    def latest(status: Status, direction: Direction) -> list[Exchange]:
        return [e for e in EXCHANGES.values() if e.status is status and e.direction is direction]

    to_thank = latest(Status.DONE, Direction.RECEIVED)
    assert len(to_thank) == 4
    assert all(e.on and (SAMPLE_TODAY - e.on.first_day()).days < 30 for e in to_thank)
    assert len(latest(Status.ASKED, Direction.GIVEN)) >= 3
    in_the_air = [e.on for e in latest(Status.ASKED, Direction.RECEIVED)]
    assert len(set(in_the_air)) == len(in_the_air) >= 2
    coming = [(SAMPLE_TODAY + timedelta(days=ahead)) for ahead in range(8)]
    greeted = [p for p in PEOPLE.values() if p.birthday and (p.birthday.month, p.birthday.day) in
               {(day.month, day.day) for day in coming}]  # fmt: skip
    assert [person.name for person in greeted] == ["Георги Тошков"]


def test_relations_are_alive_drifting_dormant_and_never_logged():
    ages = [since_last(person) for person in PEOPLE.values()]
    assert sum(age is None for age in ages) >= 6
    assert sum(age is not None and age > 3 * 365 for age in ages) >= 6
    assert sum(age is not None and age < 30 for age in ages) >= 25
    drifting = 0
    for days in CONTACTS.values():
        gaps = [(b - a).days for a, b in pairwise(days)]
        drifting += len(days) >= 4 and (SAMPLE_TODAY - days[-1]).days > 2 * median(gaps)
    assert drifting >= 10
    teachers = [since_last(person) for person in in_circle(GroupKind.TEACHERS)]
    assert all(age is None or age > 365 for age in teachers)


def test_breadth_has_something_to_say():
    current = [
        position
        for person in PEOPLE.values()
        for position in person.positions
        if not position.until and not position.study
    ]
    companies = Counter(position.organisation for position in current)
    (largest, count), (_, second) = companies.most_common(2)
    assert largest == "Harbour Finch"
    assert count > 2 * second
    assert len(companies) > 20
    industries = {position.industry for position in current} - {""}
    assert len(industries) == 14
    assert "Healthcare" not in industries
    assert sum(person.met is not None and person.met.by is not None for person in PEOPLE.values()) > 30


def test_there_is_something_to_sort_out():
    active = [person for person in PEOPLE.values() if not person.archived]
    assert 8 <= sum(person.level is None for person in active) <= 15
    assert (
        8
        <= sum(any(not p.until and not p.study and not p.industry for p in person.positions) for person in active)
        <= 15
    )


def test_recommendations_are_written_out():
    texts = [exchange for exchange in EXCHANGES.values() if exchange.text]
    written = [exchange for exchange in texts if exchange.status is not Status.AGREED]
    assert len(written) >= 15
    (draft,) = (exchange for exchange in texts if exchange not in written)
    assert draft.versions
    assert not draft.where
    for exchange in written:
        assert exchange.kind is ExchangeKind.RECOMMENDATION
        assert exchange.status in {Status.DONE, Status.THANKED}
        assert 3 <= len(re.findall(r"[.!?](?:\s|$)", exchange.text)) <= 6
        assert exchange.where
    assert any(exchange.in_return_for for exchange in written)


def test_introductions_stand_at_different_points_of_their_way():
    found = [exchange for exchange in EXCHANGES.values() if exchange.kind is ExchangeKind.INTRODUCTION]
    for exchange in found:
        check(exchange)
        assert {consent.person for consent in exchange.consents} <= set(introductions.sides(exchange))
    nexts = [introductions.next_thing(exchange) for exchange in found]
    assert None in nexts
    assert {Todo.NAME, Todo.ANSWER, Todo.OUTCOME, Todo.TELL} <= {todo.todo for todo in nexts if todo is not None}
    assert any(introductions.both_agreed(exchange) and exchange.outcome for exchange in found)
