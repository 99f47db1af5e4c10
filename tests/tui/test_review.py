"""The weekly review on the screen: one key an answer, left and gone on with, and the capture line in it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from nettui.bootstrap import open_network
from nettui.domain.records import Level, ReviewAnswer, ReviewStep, Status
from nettui.services import exchanges
from nettui.services.clock import FixedClock
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository
from nettui.tui.app import NettuiApp
from nettui.tui.main_screen import MainScreen
from nettui.tui.review.screen import ReviewScreen
from nettui.tui.widgets.virtual_list import VirtualList
from nettui.tui.workspace import Workspace
from tests.conftest import NOW
from tests.services.making import add_exchange, add_person, add_promise, content, log
from tests.tui.conftest import SIZES
from tests.tui.driving import message, shown
from tests.tui.test_living import Movable


def fill(network):
    """Something for each of the five steps."""
    ana, boris, vera = (add_person(network, name) for name in ("Ana", "Boris", "Vera"))
    gergana = add_person(network, "Gergana", cadence_days=30)
    dimo = add_person(network, "Dimo", level=Level.SENIOR)
    log(network, "2026-11-20", "the thesis", ana)
    log(network, "2026-09-01", "lunch by the river", gergana)
    log(network, "2020-03-01", "one", dimo)
    log(network, "2020-05-01", "two", dimo)
    thanks = add_exchange(network, boris, status="done", on="2026-11-01", subject="for the conference")
    promise = add_promise(network, "the slides", vera)
    return {"ana": ana, "boris": boris, "thanks": thanks, "promise": promise, "gergana": gergana, "dimo": dimo}


@pytest.fixture
def made(network):
    return fill(network)


@pytest.fixture
def app(network, made):
    return NettuiApp(Workspace(network, path="network.json"))


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        if isinstance(pilot.app.screen, ReviewScreen):
            await pilot.app.settled()
            await pilot.pause()


def answers(app):
    """The answers given so far, in the order of the steps."""
    return [line.item.answer for line in app.screen._view.lines]


def at_cursor(app):
    return app.screen.line_at_cursor.item.step.value


async def test_w_shows_the_five_steps_and_the_first_line_that_waits(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "w")
        assert isinstance(app.screen, ReviewScreen)
        seen = shown(app)
        for heading in ("Whom you met", "Whom to thank", "What you promised", "Who drifts away", "not seen for years"):
            assert heading in seen
        assert "5 lines wait" in seen
        assert "coffee 3 days ago: a promise, a thank-you?" in seen
        assert at_cursor(app) == "met"
        await press(pilot, "j")
        assert at_cursor(app) == "thank"
        assert "for the conference" in shown(app)


async def test_five_keys_answer_the_week_and_undo_brings_each_back(app, made, network):
    before = content(network)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "w", "x", "s", "s", "d", "x")
        assert answers(app) == [
            ReviewAnswer.NEVER,
            ReviewAnswer.THANKED,
            ReviewAnswer.KEPT,
            ReviewAnswer.LATER,
            ReviewAnswer.NEVER,
        ]
        assert network.repository.exchanges[made["thanks"].id].status is Status.THANKED
        assert network.repository.promises[made["promise"].id].done_on == network.today
        seen = shown(app)
        assert "That was the week. The next review is on Mon 30 Nov." in seen
        assert "nothing to note" in seen
        for step in ("dormant", "drifting", "promised", "thank", "met"):
            await press(pilot, "u")
            assert at_cursor(app) == step
        assert content(network) == before
        assert "5 lines wait" in shown(app)


async def test_d_says_until_when_and_big_d_asks_for_how_long(app, made, network):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "j", "d")
        assert message(app).startswith("Put off until Mon 30 Nov: Boris")
        assert at_cursor(app) == "promised"
        await press(pilot, "D")
        await pilot.press("down", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        untils = {s.until for s in network.repository.snoozes.values()}
        assert untils == {network.today + timedelta(days=7), network.today + timedelta(days=3)}


async def test_a_key_that_does_not_fit_says_why(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "s")
        assert "i notes a promise" in message(app)
        await press(pilot, "D")
        assert "next review" in message(app)
        await press(pilot, "x", "k", "x")
        assert "is answered" in message(app)
        assert answers(app).count(ReviewAnswer.NEVER) == 1


async def test_i_begins_with_the_name_and_the_log_answers(app, made, network):
    before = content(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "j", "j", "j", "i")
        await app.workers.wait_for_complete()
        await pilot.pause()
        panel = app.screen.query_one("#review-capture")
        assert panel.line.text == "message to Gergana "
        await pilot.press(*"about")
        await pilot.press("enter")
        await pilot.pause()
        assert answers(app) == [None, None, None, ReviewAnswer.LOGGED, None]
        assert at_cursor(app) == "dormant"
        assert app.focused is app.screen.rows
        await press(pilot, "u")
        assert content(network) == before
        assert at_cursor(app) == "drifting"


async def test_a_line_about_somebody_else_answers_nothing(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "i")
        await app.workers.wait_for_complete()
        panel = app.screen.query_one("#review-capture")
        assert panel.line.text == "Ana. "
        panel.write("coffee with Vera")
        await pilot.press("enter")
        await pilot.pause()
        assert answers(app) == [None] * 5


async def test_a_half_written_line_waits_with_its_item_and_a_bare_name_does_not(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "i")
        await app.workers.wait_for_complete()
        panel = app.screen.query_one("#review-capture")
        await pilot.press("escape")
        await pilot.pause()
        assert message(app) == ""
        await press(pilot, "i")
        await app.workers.wait_for_complete()
        await pilot.press(*"promised")
        await pilot.press("escape")
        await pilot.pause()
        assert "waits" in message(app)
        await press(pilot, "j", "i")
        await app.workers.wait_for_complete()
        assert panel.line.text == "message to Boris "
        await pilot.press("escape")
        await press(pilot, "k", "i")
        await app.workers.wait_for_complete()
        assert panel.line.text == "Ana. promised"
        await pilot.press("escape")
        await press(pilot, "escape")
        await press(pilot, "i")
        assert app.screen.query_one("#capture").line.text == ""  # that of the main screen has its own


async def test_enter_opens_the_person_and_w_goes_on(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "w", "x", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)
        assert app.screen.view.NAME == "people"
        assert app.screen.view.query_one("#people-list", VirtualList).cursor_key == made["boris"].id
        await press(pilot, "w")
        assert answers(app) == [ReviewAnswer.NEVER, None, None, None, None]
        assert at_cursor(app) == "thank"


async def test_it_goes_on_in_a_second_app_on_the_same_file(tmp_path):
    path = tmp_path / "network.json"
    with open_network(path, clock=FixedClock(NOW)) as network:
        fill(network)
        app = NettuiApp(Workspace(network, path=str(path)))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "w", "x", "s", "escape")
            assert isinstance(app.screen, MainScreen)
    with open_network(path, clock=FixedClock(NOW + timedelta(days=3))) as network:
        app = NettuiApp(Workspace(network, path=str(path)))
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "w")
            assert answers(app) == [ReviewAnswer.NEVER, ReviewAnswer.THANKED, None, None, None]
            assert at_cursor(app) == "promised"
            await press(pilot, "u")
            assert at_cursor(app) == "thank"


async def test_an_answer_of_another_session_is_taken_over(app, made, network):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w")
        exchanges.move(network, made["thanks"].id)
        app.workspace.index.reload()
        app.publish(None)
        await pilot.pause()
        assert "settled elsewhere" in shown(app)
        assert "4 lines wait" in shown(app)


async def test_on_monday_morning_the_next_one_stands_there():
    clock = Movable(NOW + timedelta(days=6))
    network = Network(MemoryRepository(clock), clock)
    fill(network)
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w")
        assert "the week of Mon 23 Nov" in shown(app)
        await press(pilot, "x")
        clock.set(NOW + timedelta(days=7))
        await press(pilot, "f12")
        assert "the week of Mon 30 Nov" in shown(app)
        assert set(answers(app)) == {None}


async def test_an_empty_network_says_what_it_is_for(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w")
        seen = shown(empty_app)
        assert "The review looks back on a week:" in seen
        assert "i logs a line" in seen
        await press(pilot, "s", "i", "enter", "d")
        assert message(empty_app) == "Nothing waits here."
        await press(pilot, "escape")
        assert isinstance(empty_app.screen, MainScreen)


async def test_with_nothing_to_ask_it_says_when_the_next_one_is(network):
    add_person(network, "Ana")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w")
        assert "Nothing waits this week. The next review is on Mon 30 Nov." in shown(app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_hostile_names_are_shown_and_nothing_more(hostile_app, size):
    network = hostile_app.workspace.network
    for person in list(network.repository.people.values()):
        change = network.save([add_exchange_of(network, person)], action="t")
        hostile_app.workspace.take(change)
    async with hostile_app.run_test(size=size) as pilot:
        await press(pilot, "w")
        seen = shown(hostile_app)
        assert "\x1b" not in seen
        assert "\u202e" not in seen
        await press(pilot, "j", "j", "d")
        assert hostile_app._exception is None


def add_exchange_of(network, person):
    from tests.services.making import make_exchange

    return make_exchange(network, person, status="done", on="2026-11-20", subject=person.name)


async def test_every_key_of_the_review_does_something_or_says_why(demo_app):
    from nettui.tui.commands.command import Scope
    from nettui.tui.commands.registry import in_scope

    async with demo_app.run_test(size=(80, 24)) as pilot:
        for command in in_scope(Scope.REVIEW):
            for key in command.keys:
                await press(pilot, "w")
                assert isinstance(demo_app.screen, ReviewScreen), (command.id, key)
                before = shown(demo_app)
                await press(pilot, key)
                assert demo_app._exception is None
                assert shown(demo_app) != before, (command.id, key)
                for _step in range(3):
                    if not isinstance(demo_app.screen, MainScreen):
                        await press(pilot, "escape")
                assert isinstance(demo_app.screen, MainScreen), (command.id, key)


def test_the_steps_have_headings():
    from nettui.services.views.review import ANSWER_WORDS, STEP_WORDS

    assert set(STEP_WORDS) == set(ReviewStep)
    assert set(ANSWER_WORDS) == set(ReviewAnswer)
