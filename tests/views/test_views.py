"""The rows that the lists and the screens are made from."""

from __future__ import annotations

import contextlib
import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.cli.commands.today import show
from nettui.domain.cadence import Reason
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Person,
    Position,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.services.index import Index
from nettui.services.views import reasons, words
from nettui.services.views.day import LINES
from nettui.services.views.order import name_key
from nettui.services.views.people import shown_position
from nettui.services.views.person import person_view
from nettui.services.views.today import today_view

TODAY = date(2026, 11, 23)
P = PartialDate.parse


def met(number: int, day: date, *people: str, channel: Channel = Channel.MET) -> Entry:
    return Entry(id=str(1000 + number), at=Moment(day), channel=channel, people=people)


def exchange(number: int, direction: Direction, status: Status, on: str | None = "2026-11-01") -> Exchange:
    return Exchange(
        id=str(2000 + number),
        kind=ExchangeKind.HELP,
        direction=direction,
        person="100",
        steps=(Step(status=status, on=P(on) if on else None),),
    )


def test_today_takes_each_sort_to_its_list(network):
    network.save(
        [
            Person(id="100", name="A", cadence_days=30),
            exchange(1, Direction.RECEIVED, Status.DONE),
            exchange(2, Direction.RECEIVED, Status.THANKED),
            exchange(3, Direction.GIVEN, Status.ASKED),
            exchange(4, Direction.GIVEN, Status.AGREED),
            exchange(5, Direction.GIVEN, Status.DONE),
            Promise(id="3001", text="due", whose=Whose.MINE, due=P("2026-11-30")),
            Promise(id="3002", text="later", whose=Whose.MINE, due=P("2026-12-01")),
            Promise(id="3003", text="theirs", whose=Whose.THEIRS, due=P("2026-11-01")),
            Promise(id="3004", text="kept", whose=Whose.MINE, due=P("2026-11-01"), done_on=TODAY),
            Promise(id="3005", text="past", whose=Whose.MINE, due=P("2026-10")),
            Promise(id="3006", text="some day", whose=Whose.MINE),
        ],
        action="t",
    )
    view = today_view(Index(network))
    assert [row.id for row in view.to_thank] == ["2001"]
    assert [row.id for row in view.asked_of_me] == ["2003", "2004"]
    assert [row.text for row in view.promises] == ["past", "due", "some day"]
    assert [row.due.reason for row in view.due] == [Reason.NEVER]


def test_a_silence_longer_than_usual_is_told_once_and_not_beside_dormant(network):
    often = [met(n, TODAY - timedelta(days=100 + 10 * n), "100") for n in range(5)]
    asleep = [met(10 + n, TODAY - timedelta(days=2000 + 10 * n), "101") for n in range(5)]
    network.save([Person(id="100", name="A"), Person(id="101", name="B"), *often, *asleep], action="t")
    view = today_view(Index(network))
    assert [(row.name, row.due.reason) for row in view.due] == [("A", Reason.LONGER)]
    assert [(row.name, row.due.reason) for row in view.dormant] == [("B", Reason.DORMANT)]
    assert reasons.due_reason(view.due[0].due, TODAY) == "last spoke 3 months ago, usually every 10 days"


@given(st.tuples(*[st.integers(0, 12)] * 3))
def test_the_days_list_never_exceeds_its_lines_and_counts_the_rest(sizes):
    from nettui.services.clock import FixedClock
    from nettui.services.network import Network
    from nettui.store.memory import MemoryRepository
    from tests.conftest import NOW

    clock = FixedClock(NOW)
    network = Network(MemoryRepository(clock), clock)
    thanks, asked, due = sizes
    network.save(
        [
            Person(id="100", name="A"),
            *(exchange(n, Direction.RECEIVED, Status.DONE) for n in range(thanks)),
            *(exchange(100 + n, Direction.GIVEN, Status.ASKED) for n in range(asked)),
            *(Person(id=str(200 + n), name="B", cadence_days=1) for n in range(due)),
        ],
        action="t",
    )
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        show(today_view(Index(network)), TODAY)
    shown = printed.getvalue().splitlines()
    assert 1 <= len(shown) <= LINES
    if "nettui today --all" in shown[-1]:
        assert str(sum(sizes) - len(shown) + 1) in shown[-1]
    else:
        assert len(shown) == max(1, sum(sizes))


def test_a_person_tells_what_changed_since_you_last_spoke(network):
    person = Person(
        id="100",
        name="A",
        positions=(
            Position(organisation="Old", since=P("2020")),
            Position(organisation="New", title="Baker", since=P("2026-10")),
        ),
    )
    spoken_of = Entry(
        id="1009", at=Moment(date(2026, 11, 1)), text="B told about A", people=("101",), mentions=("100",)
    )
    before = Entry(id="1008", at=Moment(date(2026, 5, 1)), text="early", people=("101",), mentions=("100",))
    network.save([person, Person(id="101", name="B"), met(1, date(2026, 9, 1), "100"), spoken_of, before], action="t")
    view = person_view(Index(network), person)
    assert [position.organisation for position in view.started] == ["New"]
    assert [row.text for row in view.mentioned] == ["B told about A"]


def test_a_promise_stands_in_the_register_at_the_day_it_was_made(network):
    person = Person(id="100", name="A")
    network.save(
        [
            person,
            met(1, date(2026, 9, 1), "100"),
            Promise(id="3001", text="p", whose=Whose.MINE, person="100", entry="1001"),
            Promise(id="3002", text="q", whose=Whose.MINE, person="100"),
        ],
        action="t",
    )
    days = {row.text: str(row.on) for row in person_view(Index(network), person).register}
    assert days["p"] == "2026-09-01"
    assert days["q"] == "2026-11-23"


@pytest.mark.parametrize(
    ("positions", "shown"),
    [
        ((), None),
        ((Position(organisation="A", until=P("2020")), Position(organisation="B", until=P("2022"))), "B"),
        ((Position(organisation="A", until=P("2020")), Position(organisation="B")), "B"),
        ((Position(organisation="School", study=True),), None),
    ],
)
def test_the_position_shown_is_the_present_else_the_last(positions, shown):
    found = shown_position(Person(id="1", name="A", positions=positions), TODAY)
    assert (found.organisation if found else None) == shown


@pytest.mark.parametrize(
    ("days", "since", "until"),
    [
        (0, "today", "today"),
        (1, "yesterday", "tomorrow"),
        (2, "2 days ago", "in 2 days"),
        (13, "13 days ago", "in 13 days"),
        (14, "2 weeks ago", "in 2 weeks"),
        (59, "8 weeks ago", "in 8 weeks"),
        (61, "2 months ago", "in 2 months"),
        (729, "23 months ago", "in 23 months"),
        (731, "2 years ago", "in 2 years"),
        (4000, "10 years ago", "in 10 years"),
    ],
)
def test_dates_in_words(days, since, until):
    assert words.since(TODAY - timedelta(days=days), TODAY) == since
    assert words.until(TODAY + timedelta(days=days), TODAY) == until
    assert words.since(TODAY + timedelta(days=days), TODAY) == until
    assert words.until(TODAY - timedelta(days=days), TODAY) == since


def test_names_sort_without_case_and_accents_and_the_own_script_first():
    from nettui.i18n import set_language

    names = ["Яна", "élan", "Zoe", "Борис", "Emil", "ana"]
    assert sorted(names, key=name_key) == ["ana", "élan", "Emil", "Zoe", "Борис", "Яна"]
    set_language("bg")
    assert sorted(names, key=name_key) == ["Борис", "Яна", "ana", "élan", "Emil", "Zoe"]
