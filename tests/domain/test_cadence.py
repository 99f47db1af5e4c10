from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nettui.domain import cadence
from nettui.domain.cadence import Due, Reason
from nettui.domain.dates import Moment
from nettui.domain.records import CIRCLES, Channel, Entry, Group, Person
from tests import strategies

TODAY = date(2026, 11, 23)
GROUPS = {
    "7": Group(id="7", name="Monthly", cadence_days=30),
    "8": Group(id="8", name="Yearly", cadence_days=365),
    "9": Group(id="9", name="Never"),
}


def entry(at, *people, channel=Channel.COFFEE, mentions=(), number=1):
    return Entry(id=str(number), at=Moment.parse(at), channel=channel, people=people, mentions=mentions, text="x")


def person(number="101", **fields):
    return Person(id=number, name="A", **fields)


def on(text):
    return date.fromisoformat(text)


def test_last_contact_is_the_latest_with_the_person_and_no_note():
    entries = [
        entry("2026-01-10T14:00", "101", "102"),
        entry("2026-01-10", "101"),
        entry("2026-05-01", "102", channel=Channel.NOTE),
        entry("2026-06-01", "103", mentions=("101", "102")),
        entry("2025-12-31", "101"),
    ]
    assert cadence.last_contacts(entries) == {
        "101": Moment.parse("2026-01-10T14:00"),
        "102": Moment.parse("2026-01-10T14:00"),
        "103": Moment.parse("2026-06-01"),
    }


def test_an_appointment_is_no_contact_yet():
    entries = [entry("2026-11-01", "101"), entry("2026-11-24", "101")]
    assert cadence.last_contacts(entries, TODAY) == {"101": Moment.parse("2026-11-01")}
    assert cadence.contact_days(entries, TODAY) == {"101": [on("2026-11-01")]}
    assert cadence.last_contacts(entries, on("2026-11-24")) == {"101": Moment.parse("2026-11-24")}


def test_the_persons_own_cadence_wins_else_the_shortest_of_the_groups():
    assert cadence.cadence_of(person(cadence_days=90, groups=("7",)), GROUPS) == 90
    assert cadence.cadence_of(person(groups=("8", "7", "9")), GROUPS) == 30
    assert cadence.cadence_of(person(groups=("9", "404")), GROUPS) is None


def test_due_is_last_contact_plus_cadence():
    assert cadence.due_on(on("2026-10-24"), 30) == TODAY
    assert cadence.due_on(None, 30) is None
    assert cadence.due_on(TODAY, None) is None
    assert cadence.due_on(date.max, 1) is None


def test_due_people_longest_overdue_first_and_never_logged_a_state_of_its_own():
    people = [
        person("101", cadence_days=30),
        person("102", cadence_days=7),
        person("103", cadence_days=7),
        person("104", cadence_days=30),
        person("105"),
        person("106", cadence_days=1, archived=True),
    ]
    last = {"101": on("2026-10-24"), "102": on("2026-10-24"), "104": on("2026-10-26"), "105": on("1999-01-01")}
    overdue = [
        Due(person="102", reason=Reason.OVERDUE, days=23, last=on("2026-10-24"), cadence=7, due=on("2026-10-31")),
        Due(person="101", reason=Reason.OVERDUE, days=0, last=on("2026-10-24"), cadence=30, due=TODAY),
    ]
    soon = Due(person="104", reason=Reason.SOON, days=-2, last=on("2026-10-26"), cadence=30, due=on("2026-11-25"))
    never = Due(person="103", reason=Reason.NEVER, cadence=7)
    assert cadence.due_people(people, {}, last, TODAY) == [*overdue, never]
    assert cadence.due_people(people, {}, last, TODAY, ahead=1) == [*overdue, never]
    assert cadence.due_people(people, {}, last, TODAY, ahead=2) == [*overdue, soon, never]


def days_apart(*gaps, since):
    """Days whose neighbours lie ``gaps`` apart, the last of them ``since`` days before today."""
    found = [TODAY - timedelta(days=since)]
    for gap in reversed(gaps):
        found.insert(0, found[0] - timedelta(days=gap))
    return found


def test_longer_than_usual_is_more_than_twice_the_median_gap_from_four_days_on():
    people = [person(str(n)) for n in range(101, 106)]
    days = {
        "101": days_apart(10, 20, 90, since=41),  # median 20: 41 > 40
        "102": days_apart(10, 20, 90, since=40),  # exactly twice is not longer
        "103": days_apart(10, 20, since=400),  # three days make nothing usual
        "104": days_apart(10, 20, 30, 90, since=51),  # median 25, ratio 2.04
    }
    found = cadence.longer_than_usual(people, days, TODAY)
    assert found == [
        Due(person="101", reason=Reason.LONGER, days=41, last=days["101"][-1], usual=20.0),
        Due(person="104", reason=Reason.LONGER, days=51, last=days["104"][-1], usual=25.0),
    ]
    assert cadence.longer_than_usual([person("101", archived=True)], days, TODAY) == []


def test_several_entries_on_a_day_are_one_day_of_contact():
    entries = [
        entry("2026-01-01", "101"),
        entry("2026-01-01T10:00", "101"),
        entry("2026-01-01T18:00", "101"),
        entry("2026-01-05", "101"),
    ]
    assert cadence.contact_days(entries) == {"101": [on("2026-01-01"), on("2026-01-05")]}


def test_dormant_is_three_years_of_silence_after_two_days_of_contact():
    people = [person(str(n)) for n in range(101, 106)]
    days = {
        "101": [on("2020-01-01"), on("2023-11-23")],
        "102": [on("2020-01-01"), on("2023-11-24")],
        "103": [on("2015-01-01")],
        "104": [on("2010-01-01"), on("2012-01-01")],
    }
    assert [(x.person, x.reason, x.days) for x in cadence.dormant(people, days, TODAY)] == [
        ("101", Reason.DORMANT, 1096),
        ("104", Reason.DORMANT, 5440),
    ]


def test_dormant_on_a_leap_day():
    days = {"101": [on("2020-01-01"), on("2021-02-28")]}
    assert cadence.dormant([person()], days, on("2024-02-29"))
    assert not cadence.dormant([person()], {"101": [on("2020-01-01"), on("2021-03-01")]}, on("2024-02-29"))


@st.composite
def _journal_and_one_more(draw):
    journal = draw(st.lists(strategies.entries(), max_size=8))
    more = draw(strategies.entries(channel=Channel.CALL, people=("101",)))
    return journal, more


@given(_journal_and_one_more(), st.integers(1, 400))
def test_logging_contact_never_makes_anyone_more_overdue(drawn, every):
    journal, more = drawn
    people = [person("101", cadence_days=every)]

    def state(entries):
        last = {i: m.day for i, m in cadence.last_contacts(entries, TODAY).items()}
        found = cadence.due_people(people, {}, last, TODAY)
        return found[0] if found else None

    before, after = state(journal), state([*journal, more])
    if before is None:
        assert after is None
    elif before.reason is Reason.OVERDUE and after is not None:
        assert after.reason is Reason.OVERDUE
        assert after.days is not None
        assert before.days is not None
        assert after.days <= before.days


@given(st.lists(strategies.entries(), max_size=8))
def test_last_contact_is_the_last_day_of_contact(journal):
    days = cadence.contact_days(journal, TODAY)
    assert {i: m.day for i, m in cadence.last_contacts(journal, TODAY).items()} == {i: d[-1] for i, d in days.items()}
    assert all(own == sorted(set(own)) for own in days.values())


@given(st.lists(strategies.entries(channel=Channel.NOTE), max_size=8))
def test_notes_and_mentions_reset_no_clock(journal):
    assert cadence.last_contacts(journal) == {}


@given(strategies.crowds(), st.lists(strategies.entries(), max_size=8))
def test_each_list_names_everybody_at_most_once_and_no_archived_ones(people, journal):
    days = cadence.contact_days(journal, TODAY)
    last = {i: d[-1] for i, d in days.items()}
    groups = {g.id: g for g in CIRCLES}
    archived = {p.id for p in people if p.archived}
    for found in (
        cadence.due_people(people, groups, last, TODAY, ahead=14),
        cadence.longer_than_usual(people, days, TODAY),
        cadence.dormant(people, days, TODAY),
    ):
        named = [x.person for x in found]
        assert len(named) == len(set(named))
        assert archived.isdisjoint(named)
