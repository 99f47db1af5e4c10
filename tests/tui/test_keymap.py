"""The user's own keys."""

from __future__ import annotations

import pytest

from nettui.config import App, Settings
from nettui.errors import InvalidInput
from nettui.tui.app import NettuiApp
from nettui.tui.keymap import keymap_of
from nettui.tui.main_screen import MainScreen
from nettui.tui.outside import Outside
from nettui.tui.workspace import Workspace


def shown_view(app):
    assert isinstance(app.screen, MainScreen)
    return app.screen.view.NAME


def test_keys_are_written_as_typed_or_by_name():
    keymap = keymap_of({"app.help": ("/", "f5"), "app.quit": ("ctrl+k",), "capture.open": (",",)})
    assert keymap == {"app.help": "slash,f5", "app.quit": "ctrl+k", "capture.open": "comma"}


def test_two_commands_may_change_places():
    assert keymap_of({"app.quit": ("u",), "change.undo": ("q",)}) == {"app.quit": "u", "change.undo": "q"}


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ({"app.hlp": ("f5",)}, ["app.hlp", "app.help"]),
        ({"": ("f5",)}, ["no command"]),
        ({"app.quit": ("u",)}, ["u", "app.quit", "change.undo"]),
        ({"app.quit": ("f9",), "app.help": ("f9",)}, ["f9", "app.quit", "app.help"]),
        ({"app.help": ("a,b",)}, ["a,b", "list"]),
    ],
)
def test_what_cannot_be_is_told_in_one_line(keys, parts):
    with pytest.raises(InvalidInput) as caught:
        keymap_of(keys, "config.toml")
    told = str(caught.value)
    assert "\n" not in told
    for part in parts:
        assert part in told


async def test_a_key_of_the_settings_works_and_the_former_does_not(network):
    settings = Settings(keys={"go.people": ("f9",)})
    app = NettuiApp(Workspace(network, path="network.json"), outside=Outside(settings=settings))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert shown_view(app) == "today"
        await pilot.press("f9")
        assert shown_view(app) == "people"


def test_wrong_keys_and_themes_are_told_before_anything_is_drawn(network):
    for settings in (Settings(keys={"no.such": ("x",)}), Settings(app=App(theme="nettui-drak"))):
        with pytest.raises(InvalidInput, match="nearest"):
            NettuiApp(Workspace(network), outside=Outside(settings=settings))


async def test_a_theme_that_is_chosen_is_kept_and_trouble_is_told(network):
    saved: dict[str, str | bool] = {}
    app = NettuiApp(Workspace(network, path="x"), outside=Outside(save_settings=saved.update))
    async with app.run_test(size=(80, 24)):
        app.action_use_theme("nettui-light")
        assert app.theme == "nettui-light"
        assert saved == {"app.theme": "nettui-light"}


def test_the_ansi_theme_takes_the_terminals_colours(network):
    app = NettuiApp(Workspace(network), theme="ansi")
    assert app.current_theme.ansi
