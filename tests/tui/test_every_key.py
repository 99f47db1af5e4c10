"""Every key that is advertised, pressed on every screen: nothing crashes, and each does something or says why not."""

from __future__ import annotations

import pytest

from nettui.tui.commands.command import Group, Scope
from nettui.tui.commands.registry import by_id
from nettui.tui.widgets.key_bar import KeyBar
from tests.tui.frames import frame

pytestmark = pytest.mark.no_cover

VIEWS = ["today", "people", "journal", "ledger", "breadth"]
SILENT = {Group.MOVE}
"""Groups whose commands may change nothing: a cursor at the end of its list stays there."""
HERE = {"go.today", "go.people", "go.journal", "go.ledger", "go.breadth", "app.quit"}
"""Commands that need not change what is seen: the view may be shown already; leaving ends the test."""


async def back_to_the_main_screen(pilot):
    for _ in range(4):
        if not pilot.app.screen.is_modal and len(pilot.app.screen_stack) == 1:
            break
        await pilot.press("escape")
        await pilot.pause()
        if pilot.app.screen.is_modal and "onfirm" in type(pilot.app.screen).__name__:
            await pilot.press("n")


LONG = pytest.mark.long
"""What the short form leaves out: the larger size on the files that differ from the sample in their content only."""


@pytest.mark.parametrize(
    ("size", "kind"),
    [
        pytest.param((80, 24), "empty", id="80x24-empty"),
        pytest.param((80, 24), "demo", id="80x24-demo"),
        pytest.param((80, 24), "hostile", id="80x24-hostile"),
        pytest.param((120, 36), "demo", id="120x36-demo"),
        pytest.param((120, 36), "empty", id="120x36-empty", marks=LONG),
        pytest.param((120, 36), "hostile", id="120x36-hostile", marks=LONG),
    ],
)
@pytest.mark.parametrize("view", VIEWS)
async def test_every_key_on_every_screen(view, size, kind, request):
    app = request.getfixturevalue(f"{kind}_app")
    silent = []
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.screen.go(view)
        await pilot.pause()
        found = {}
        for key, active in app.screen.active_bindings.items():
            command = by_id(active.binding.id)
            if command is None or command.id in HERE:
                continue
            if kind != "demo" and view != "people" and command.scope is Scope.EVERYWHERE:
                continue  # what works everywhere is shown on all views of the sample, and once on the other files
            if command.id not in found:
                found[command.id] = key
        assert found
        for name, key in found.items():
            await app.screen.go(view)
            await pilot.pause()
            await app.settled()
            for bar in app.screen.query(KeyBar):
                bar.clear()  # else a key that is refused for the same reason as the last one would seem silent
            await pilot.pause()
            before = frame(app)
            await pilot.press(key)
            await pilot.pause()
            await app.settled()
            await pilot.pause()
            assert app._exception is None, name
            command = by_id(name)
            if frame(app) == before and command is not None and command.group not in SILENT:
                silent.append((name, key))
            await back_to_the_main_screen(pilot)
    assert silent == []
