"""Today from remembered rhythms: the same as looking at everybody."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain import birthdays, cadence
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.putting_off import in_force
from nettui.domain.records import Channel, Direction, Entry, ExchangeKind, Group, Person, Topic, Whose
from nettui.domain.waiting import agreed_by_me, asked_of_me, asks_in_the_air, offers_open, to_thank
from nettui.services.clock import FixedClock
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.views.ledger import exchange_row, promise_row
from nettui.services.views.rows import BirthdayRow
from nettui.services.views.today import A_RHYTHM, ASK_AFTER, PROMISES_AHEAD, THANK_WITHIN, DueRow, today_view
from tests import strategies
from tests.conftest import NOW
from tests.readside.changing import filled, run_changes


def plainly(index):
    """The lists by name, each with all records looked at."""
    today = index.today
    exchanges, people = list(index.exchanges.values()), list(index.people.values())
    put = in_force(index.repository.snoozes.values(), today)

    def wanted(topic, rows, about=lambda row: row.id):
        return [row for row in rows if (topic, about(row)) not in put]

    def person(due):
        return due.person

    days = cadence.contact_days(index.entries.values(), today)
    last = {person: known[-1] for person, known in days.items()}
    due = cadence.due_people(people, index.groups, last, today)
    awake = [p for p in people if (Topic.HELLO, p.id) not in put]
    dormant = cadence.dormant(awake, days, today)
    asleep = {each.person for each in cadence.dormant(people, days, today)}
    told = {each.person for each in due} | asleep
    due += [each for each in cadence.longer_than_usual(people, days, today) if each.person not in told]
    due = wanted(Topic.WRITE, due, person)
    waiting = wanted(Topic.ANSWER, [*asked_of_me(exchanges), *agreed_by_me(exchanges)])
    mine = [p for p in index.promises.values() if p.whose is Whose.MINE and p.done_on is None]
    mine = wanted(Topic.PROMISE, mine)
    undated = [p for p in mine if p.due is None or p.due.year is None]
    soon = [
        (p.due.last_day(), p)
        for p in mine
        if p.due is not None and p.due.year is not None and p.due.last_day() <= today + timedelta(days=PROMISES_AHEAD)
    ]
    soon.sort(key=lambda pair: (pair[0], pair[1].id))
    return {
        "promises": [promise_row(index, p) for p in (*(p for _day, p in soon), *undated)],
        "to_thank": [exchange_row(index, x) for x in wanted(Topic.THANK, to_thank(exchanges))],
        "asked_of_me": [exchange_row(index, x) for x in waiting],
        "offers_open": [exchange_row(index, x) for x in wanted(Topic.OFFER, offers_open(exchanges))],
        "due": [DueRow(name=index.people[each.person].name, due=each) for each in due],
        "dormant": [DueRow(name=index.people[each.person].name, due=each) for each in dormant],
        "birthdays": [
            BirthdayRow(id=b.person, name=index.people[b.person].name, on=b.on, turns=b.turns)
            for b in birthdays.upcoming(people, today)
        ],
        "asks_in_the_air": [exchange_row(index, x) for x in wanted(Topic.ASK, asks_in_the_air(exchanges))],
        "asleep": sorted(asleep),
    }


def worth_a_line(lists, today):
    asleep = lists["asleep"]
    picks = [row for row in lists["dormant"] if row.due.pick is not None]
    turn = [picks[(today.toordinal() - 1) // 7 % len(picks)]] if picks else []
    old = today - timedelta(days=ASK_AFTER)

    def waited(row):
        return row.on is None or row.on.year is None or row.on.first_day() <= old

    def not_due_yet(row):
        return row.due is not None and row.due.year is not None and row.due.last_day() >= today

    return lists | {
        "to_thank": [
            row
            for row in lists["to_thank"]
            if row.kind is not ExchangeKind.ENDORSEMENT
            and row.on is not None
            and row.on.year is not None
            and row.on.last_day() >= today - timedelta(days=THANK_WITHIN)
        ],
        "offers_open": [row for row in lists["offers_open"] if row.direction is Direction.RECEIVED or waited(row)],
        "due": [
            row
            for row in lists["due"]
            if row.due.person not in asleep and (row.due.usual is None or row.due.usual >= A_RHYTHM)
        ],
        "dormant": turn + [row for row in lists["dormant"] if row not in turn],
        "asks_in_the_air": [row for row in lists["asks_in_the_air"] if waited(row) and not not_due_yet(row)],
    }


def check(index):
    view, expected = today_view(index), plainly(index)
    for name, rows in expected.items():
        found = getattr(view, name)
        assert (sorted(found) if name == "asleep" else list(found)) == rows, name
    short = view.worth_a_line(index.today)
    for name, rows in worth_a_line(expected, index.today).items():
        found = getattr(short, name)
        assert (sorted(found) if name == "asleep" else list(found)) == rows, name
    assert view.empty != any(rows for name, rows in expected.items() if name != "asleep")


@settings(max_examples=40)
@given(st.data(), strategies.networks(max_entries=20))
def test_today_is_what_looking_at_everybody_gives(data, records):
    run_changes(data, filled(records), records, check)


@settings(max_examples=40)
@given(st.data(), strategies.networks(max_entries=20), st.integers(-400, 400), st.integers(-30, 400))
def test_today_is_right_on_another_day(data, records, first, then):
    network = filled(records, now=NOW + timedelta(days=first))
    index = Index(network)
    check(index)
    list(index.remember(all_of_it=True))
    network.clock = FixedClock(NOW + timedelta(days=first + then))
    check(index)
    check(Index(network))


def test_rhythms_dormancy_and_appointments(network):
    today = date(2026, 11, 23)

    def met(number, ago, person):
        return Entry(
            id=str(1000 + number), at=Moment(today - timedelta(days=ago)), channel=Channel.MET, people=(person,)
        )

    network.save(
        [
            Group(id="9", name="Close", cadence_days=10),
            Person(id="101", name="Usual"),
            Person(id="102", name="Asleep", birthday=PartialDate(2000, 2, 29)),
            Person(id="103", name="Soon", groups=("9",), birthday=PartialDate(None, 11, 30)),
            Person(id="104", name="Archived", archived=True, cadence_days=1),
            *(met(n, 100 + 10 * n, "101") for n in range(5)),
            *(met(10 + n, 2000 + n, "102") for n in range(2)),
            met(20, 30, "103"),
            met(21, -2, "103"),
            met(22, 400, "104"),
        ],
        action="t",
    )
    index = Index(network)
    check(index)
    assert [(row.name, row.due.days) for row in today_view(index).due] == [("Soon", 20), ("Usual", 100)]
    list(index.remember(all_of_it=True))
    later = Index(Network(network.repository, FixedClock(NOW + timedelta(days=3))))
    check(later)
    assert [row.name for row in today_view(later).due] == ["Usual"]  # the appointment has taken place
    common = Index(Network(network.repository, FixedClock(NOW.replace(year=2027, month=2, day=20))))
    assert [(row.name, row.on) for row in today_view(common).birthdays] == [("Asleep", date(2027, 2, 28))]
