"""What is typed right behind a command reaches what the command opens, and is no command itself."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.widgets import Input

from nettui.tui.dialogs.form import Form
from nettui.tui.main_screen import MainScreen
from tests.tui.driving import shown


def type_at_once(app, text):
    """Type as a slow link delivers it: all keys in one packet, and nobody waits in between."""
    names = {"/": "slash", ":": "colon", " ": "space", "\r": "enter", "\x1b": "escape"}
    for char in text:
        app.post_message(events.Key(names.get(char, char), char if char.isprintable() else None))


async def rested(pilot):
    """Wait until all that was typed has arrived, and what it reached has handled it."""
    app = pilot.app
    await taken(app)
    while app._type_ahead.waiting:
        await pilot.pause()
    for pump in (app, app.screen, app.focused):
        await taken(pump)
    await pilot.pause()


async def taken(pump):
    """Wait until ``pump`` has handled what stood in its queue."""
    handled = asyncio.Event()
    if pump is not None and pump.call_later(handled.set):
        await asyncio.wait_for(handled.wait(), 30)


@pytest.mark.parametrize(("view", "command"), [("2", "a"), ("1", "a")])
async def test_a_form_gets_what_is_typed_behind_its_key(demo_app, view, command):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        before = len(demo_app.workspace.index.people)
        type_at_once(demo_app, f"{view}{command}Vera Quick, zealous")
        await rested(pilot)
        assert isinstance(demo_app.screen, Form)
        assert demo_app.screen.raw["name"] == "Vera Quick, zealous"
        assert len(demo_app.workspace.index.people) == before


@pytest.mark.parametrize("view", ["2", "3", "4"])
async def test_a_filter_gets_what_is_typed_behind_its_key(demo_app, view):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        type_at_once(demo_app, f"{view}/maria zx")
        await rested(pilot)
        assert isinstance(demo_app.focused, Input)
        assert demo_app.focused.value == "maria zx"
        assert isinstance(demo_app.screen, MainScreen)


async def test_a_line_a_choice_and_a_question_in_one_packet(demo_app):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        type_at_once(demo_app, ":people\r")
        await rested(pilot)
        assert "Circles" in shown(demo_app)
        before = len(demo_app.workspace.index.people)
        type_at_once(demo_app, "jjxy")
        await rested(pilot)
        assert len(demo_app.workspace.index.people) == before - 1
        type_at_once(demo_app, "iwalked by the river\ru")
        await rested(pilot)
        assert "Undone" in shown(demo_app)


async def test_a_paste_waits_as_keys_do(demo_app):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        type_at_once(demo_app, "2/")
        demo_app.post_message(events.Paste("ma\x1b[31mria"))
        type_at_once(demo_app, "x")
        await rested(pilot)
        assert isinstance(demo_app.focused, Input)
        assert demo_app.focused.value.startswith("ma")
        assert demo_app.focused.value.endswith("riax")
        assert "\x1b" not in demo_app.focused.value
