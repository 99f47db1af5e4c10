"""Putting off on Today, and the list that brings it back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from nettui.domain.records import Person, Topic
from nettui.services.views.day import DayLine, DaySort
from nettui.tui.app import NettuiApp
from nettui.tui.workspace import Workspace
from tests.services.making import add_exchange, add_person, add_promise
from tests.tui.driving import message, shown


@pytest.fixture
def made(network):
    maria = add_person(network, "Maria", cadence_days=30)
    promise = add_promise(network, "the slides", maria)
    asked = add_exchange(network, maria, status="asked", on="2026-10-20", subject="for the conference")
    offer = add_exchange(network, maria, "received", "offered", on="2026-11-20")
    return {"maria": maria, "promise": promise, "asked": asked, "offer": offer}


@pytest.fixture
def app(network, made):
    return NettuiApp(Workspace(network, path="network.json"))


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


async def test_offers_and_requests_stand_on_today_giving_first(app):
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        seen = shown(app)
        assert "1 promise, 1 open offer, 1 person to write to, 1 open request" in seen
        reasons = {row.sort: row.reason for row in app.screen.view.rows.rows if isinstance(row, DayLine)}
        assert list(reasons) == [DaySort.PROMISED, DaySort.OFFER, DaySort.WRITE, DaySort.ASK]
        assert reasons[DaySort.OFFER] == "recommendation, offered 3 days ago; take it up, or decline with thanks"
        assert reasons[DaySort.ASK] == "recommendation, asked 4 weeks ago; ask again, or let it go"


async def test_d_and_enter_put_it_off_for_a_week_and_u_takes_it_back(app, made, network):
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.screen.view
        assert view.show_record(made["promise"].id)
        await press(pilot, "d", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert message(app) == "Put off until Mon 30 Nov: Maria  (u takes it back)"
        assert not view.show_record(made["promise"].id)
        (snooze,) = network.repository.snoozes.values()
        assert (snooze.topic, snooze.until) == (Topic.PROMISE, network.today + timedelta(days=7))
        await press(pilot, "u")
        assert view.show_record(made["promise"].id)


@pytest.mark.parametrize(("record", "topic"), [("asked", Topic.ASK), ("offer", Topic.OFFER), ("maria", Topic.WRITE)])
async def test_never_takes_it_off_and_the_list_brings_it_back(app, made, network, record, topic):
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.screen.view
        assert view.show_record(made[record].id)
        await press(pilot, "d", "down", "down", "down", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not view.show_record(made[record].id)
        assert [(s.topic, s.until) for s in network.repository.snoozes.values()] == [(topic, None)]
        await press(pilot, "ctrl+p", *"put", "space", *"off", "enter")
        assert "What I put off" in shown(app)
        assert "Maria" in shown(app)
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert message(app).startswith("Will be asked again: Maria")
        assert dict(network.repository.snoozes) == {}
        assert view.show_record(made[record].id)


async def test_esc_puts_nothing_off(app, made, network):
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.view.show_record(made["promise"].id)
        await press(pilot, "d", "escape")
        await app.workers.wait_for_complete()
        assert dict(network.repository.snoozes) == {}


async def test_with_nothing_put_off_it_says_so(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *"put", "space", *"off", "enter")
        await app.workers.wait_for_complete()
        assert message(app) == "Nothing is put off."


async def test_a_birthday_cannot_be_put_off(network):
    from nettui.domain.dates import PartialDate

    network.save(
        [Person(id=network.clock.new_id(), name="Ana", birthday=PartialDate(None, 11, 24))], action="person.add"
    )
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        assert "no birthday" in message(app)


async def test_t_lets_a_request_go_with_a_status_of_ones_choice(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = app.screen.view
        assert view.show_record(made["asked"].id)
        await press(pilot, "t")
        assert app.screen.is_modal
        await press(pilot, "escape")
        await app.workers.wait_for_complete()
        assert view.show_record(made["maria"].id)
        await press(pilot, "t")
        assert message(app) == "Only promises and exchanges have a status."
