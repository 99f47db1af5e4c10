"""Today: what waits with its reason, the next step of a line, what was logged, and whoever the cursor is on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

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
from nettui.services import entries
from nettui.services.views.ahead import coming_days, entries_of_day, weeks_back
from nettui.tui.app import NettuiApp
from nettui.tui.views.today.rows import More, key_of
from nettui.tui.workspace import Workspace
from tests.tui.conftest import SIZES
from tests.tui.driving import message, shown


@pytest.fixture
def made(network, clock):
    """Maria, to whom something is promised and who is to be thanked, and Georgi, to whom something is due tomorrow."""
    today = network.today
    maria = Person(id=clock.new_id(), name="Мария Петрова", needs=("a designer",))
    georgi = Person(id=clock.new_id(), name="Georgi Ivanov")
    late = Promise(
        id=clock.new_id(),
        text="send her my CV",
        whose=Whose.MINE,
        person=maria.id,
        due=PartialDate.of(today - timedelta(days=3)),
    )
    soon = Promise(
        id=clock.new_id(),
        text="the slides",
        whose=Whose.THEIRS,
        person=georgi.id,
        due=PartialDate.of(today + timedelta(days=1)),
    )
    thanks = Exchange(
        id=clock.new_id(),
        kind=ExchangeKind.ADVICE,
        direction=Direction.RECEIVED,
        person=maria.id,
        subject="the offer",
        steps=(Step(status=Status.DONE, on=PartialDate.of(today - timedelta(days=5))),),
    )
    entry = Entry(
        id=clock.new_id(),
        at=Moment.parse(f"{today.isoformat()} 10:30"),
        channel=Channel.COFFEE,
        text="thesis plans",
        people=(georgi.id,),
    )
    network.save([maria, georgi, late, soon, thanks, entry], action="demo.sample")
    return {"maria": maria, "georgi": georgi, "late": late, "soon": soon, "thanks": thanks, "entry": entry}


@pytest.fixture
def app(network, made):
    return NettuiApp(Workspace(network, path="network.json"))


async def test_it_says_what_waits_and_why_and_what_was_logged(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = shown(app)
    assert "Monday: 1 promise, 1 thank-you" in seen
    assert "promised" in seen
    assert "was due 3 days ago" in seen
    assert "send her my CV" in seen
    assert "10:30" in seen
    assert "thesis plans" in seen


async def test_s_keeps_a_promise_and_u_opens_it_again(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = app.screen.view
        assert view.show_record(made["late"].id)
        await pilot.press("s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.workspace.index.promises[made["late"].id].done_on == app.workspace.today
        assert not view.show_record(made["late"].id)
        await pilot.press("u")
        await pilot.pause()
        assert app.workspace.index.promises[made["late"].id].done_on is None
        assert view.show_record(made["late"].id)


async def test_s_thanks(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.view.show_record(made["thanks"].id)
        await pilot.press("s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.workspace.index.exchanges[made["thanks"].id].status is Status.THANKED
        assert not app.screen.view.show_record(made["thanks"].id)


async def test_enter_goes_to_the_person_and_on_an_entry_to_the_journal(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        app.screen.view.show_record(made["late"].id)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.view.NAME == "people"
        assert app.screen.view.selected == made["maria"].id
        await pilot.press("1")
        app.screen.view.show_record(made["entry"].id)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.view.NAME == "journal"


async def test_a_line_on_a_person_says_how_its_next_step_is_made(demo_app):
    app = demo_app
    async with app.run_test(size=(120, 36)) as pilot:
        view = app.screen.view
        person = next(row for row in view.rows.rows if getattr(row, "sort", "") == "write")
        view.rows.go_to(key_of(person))
        await pilot.pause()
        assert view.check_action("advance", ()) is None
        await pilot.press("s")
        await pilot.pause()
        assert "press i" in message(app)


async def test_o_shows_all_that_waits_and_few_again(demo_app):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        rows = demo_app.screen.view.rows
        few = len(rows.rows)
        more = next(row for row in rows.rows if isinstance(row, More))
        await pilot.press("o")
        await pilot.pause()
        assert sum(getattr(row, "reason", None) is not None for row in rows.rows) >= more.count
        await pilot.press("o")
        await pilot.pause()
        assert len(rows.rows) == few


async def test_the_cursor_stays_on_its_line_when_another_comes(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.screen.view
        view.show_record(made["thanks"].id)
        key = view.rows.cursor_key
        promise = replace(made["late"], id=app.workspace.network.clock.new_id(), text="another")
        app.perform(lambda network: network.save([promise], action="promise.add"))
        await pilot.pause()
        assert view.rows.cursor_key == key
        assert "another" in shown(app)


async def test_the_side_shows_whom_the_line_is_about(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        app.screen.view.show_record(made["late"].id)
        await pilot.pause()
        await app.settled()
        await pilot.pause()
        assert "a designer" in shown(app)
    narrow = NettuiApp(app.workspace)
    async with narrow.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "a designer" not in shown(narrow)


async def test_an_empty_file_says_how_to_begin(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = shown(empty_app)
        assert "log a line" in seen
        assert "nettui import" in seen
        assert "add somebody" in seen


async def test_with_nothing_waiting_it_says_so(network, clock):
    network.save([Person(id=clock.new_id(), name="Ana")], action="person.add")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Nothing is waiting today." in shown(app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_hostile_names_are_shown_and_nothing_more(hostile_app, size):
    index = hostile_app.workspace.index
    network = hostile_app.workspace.network
    promises = [
        Promise(id=network.clock.new_id(), text=person.name, whose=Whose.MINE, person=person.id)
        for person in index.people.values()
    ]
    hostile_app.workspace.perform(lambda open_one: open_one.save(promises, action="promise.add"))
    async with hostile_app.run_test(size=size) as pilot:
        await pilot.press("o")
        await hostile_app.settled()
        await pilot.pause()
        seen = shown(hostile_app)
        assert "\x1b" not in seen
        assert "\u202e" not in seen
        assert "[/] <x>" in seen


def test_the_coming_days_hold_what_is_open_from_tomorrow(app, made):
    ahead = coming_days(app.workspace.index)
    assert [(each.record_id, each.sort) for each in ahead] == [(made["soon"].id, "awaited")]
    assert ahead[0].day == app.workspace.today + timedelta(days=1)


def test_a_kept_promise_is_not_ahead(app, made):
    kept = replace(made["soon"], done_on=app.workspace.today)
    app.workspace.perform(lambda network: network.save([kept], action="promise.done"))
    assert coming_days(app.workspace.index) == []


def test_weeks_count_entries_with_people_and_no_notes(app, made):
    index, today = app.workspace.index, app.workspace.today
    assert [row.id for row in entries_of_day(index, today)] == [made["entry"].id]
    assert (weeks_back(index)[-1].contacts, weeks_back(index)[-1].people) == (1, 1)
    note = replace(made["entry"], id=app.workspace.network.clock.new_id(), channel=Channel.NOTE)
    app.workspace.perform(lambda network: network.save([note], action="entry.add"))
    assert weeks_back(index)[-1].contacts == 1
    app.workspace.perform(lambda network: entries.remove(network, made["entry"].id))
    assert weeks_back(index)[-1].contacts == 0
