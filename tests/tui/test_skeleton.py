"""The frame of the app: views, selection, what is said."""

from __future__ import annotations

import pytest

from nettui.services import people
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.virtual_list import VirtualList
from tests.tui.conftest import SIZES
from tests.tui.driving import message


@pytest.mark.parametrize("size", SIZES)
async def test_the_number_keys_show_the_views(demo_app, size):
    async with demo_app.run_test(size=size) as pilot:
        for number, name in enumerate(["today", "people", "journal", "ledger", "breadth"], start=1):
            await pilot.press(str(number))
            await pilot.pause()
            assert name == demo_app.screen.view.NAME


async def test_hostile_names_are_shown_and_do_no_harm(hostile_app):
    async with hostile_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "G", "g")
        await pilot.pause()
        shown = hostile_app.export_screenshot()
        assert "\x1b" not in shown
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown


async def test_the_selection_stays_with_the_person_through_a_change(demo_app):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "j")
        names = demo_app.screen.query_one("#people-list", VirtualList)
        selected = names.cursor_key
        first = names.rows[0]
        demo_app.perform(lambda network: people.archive(network, first))
        await pilot.pause()
        assert names.cursor_key == selected


async def test_undo_with_nothing_to_undo_says_so(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        assert empty_app.screen.query_one(KeyBar).message
        await pilot.press("j")
        assert not empty_app.screen.query_one(KeyBar).message


async def test_undo_in_the_sample_network_leaves_the_sample(demo_app):
    async with demo_app.run_test() as pilot:
        everybody = len(demo_app.workspace.index.people)
        await pilot.press("u")
        await pilot.pause()
        assert message(demo_app) == "Nothing to undo."
        assert len(demo_app.workspace.index.people) == everybody
        await pilot.press("2", "z")
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        assert "ctrl+r" in message(demo_app)


async def test_before_an_undo_that_takes_long_that_is_said(demo_app, monkeypatch):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        demo_app.perform(lambda network: people.archive(network, next(iter(network.repository.people))))
        demo_app.workspace.latest_size = 20_000
        said: list[str] = []
        monkeypatch.setattr(demo_app, "say", lambda text, _tone="info": said.append(text))
        await pilot.press("u")
        await pilot.pause()
        assert len(said) == 2
        assert said[0].startswith("One moment")
        assert "archive" in said[1].casefold()
