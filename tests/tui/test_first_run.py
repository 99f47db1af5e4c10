"""The first start: three questions, a way to begin, and nothing written before the last answer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from nettui import i18n
from nettui.bootstrap import demo_network, empty_network, open_network
from nettui.errors import StoreError
from nettui.tui.app import NettuiApp
from nettui.tui.first_run.place import shorten, why_not
from nettui.tui.first_run.screen import FirstRun
from nettui.tui.importing.ask import AskArchive
from nettui.tui.main_screen import MainScreen
from nettui.tui.outside import Outside
from nettui.tui.widgets.path_input import PathInput
from nettui.tui.widgets.virtual_list import VirtualList
from nettui.tui.workspace import Workspace
from tests.tui.driving import message, shown

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from nettui.services.network import Network

SIZES = [(80, 24), (120, 36)]


class World:
    """A home folder, the settings saved there, and what the app opened."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.place = home / "data" / "network.json"
        self.saved: dict[str, object] = {}
        self.opened: list[Path] = []
        self.trouble: StoreError | None = None
        self._contexts: list[AbstractContextManager[Network]] = []

    def open_file(self, path: Path) -> Workspace:
        if self.trouble is not None:
            raise self.trouble
        context = open_network(path)
        self._contexts.append(context)
        self.opened.append(path)
        return Workspace(context.__enter__(), path=str(path))

    def close(self) -> None:
        for context in self._contexts:
            context.__exit__(None, None, None)

    def app(self) -> NettuiApp:
        outside = Outside(
            save_settings=self.saved.update, open_file=self.open_file, sample=lambda: Workspace(demo_network())
        )
        return NettuiApp(Workspace(empty_network()), outside=outside, first_run=self.place)

    @property
    def files(self) -> list[Path]:
        return list(self.home.rglob("*"))


@pytest.fixture
def world(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    world = World(home)
    yield world
    world.close()


async def wait_for(pilot, screen):
    """Wait until a screen of this class is shown."""
    for _ in range(200):
        await pilot.pause(0.01)
        if isinstance(pilot.app.screen, screen):
            return
    raise AssertionError(pilot.app.screen)


def question(app):
    return str(app.screen.query_one("#setup-question", Static).content)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_through_all_questions_to_an_empty_network(world, size):
    app = world.app()
    async with app.run_test(size=size) as pilot:
        assert question(app) == "What is your name?"
        await pilot.press(*"Mila", "enter")
        assert question(app) == "Which language shall nettui speak?"
        await pilot.press("enter")
        assert question(app) == "Where shall your network live?"
        assert app.screen.query_one(PathInput).value == "~/data/network.json"
        assert world.files == []
        await pilot.press("enter")
        assert question(app) == "How do you want to begin?"
        assert world.files == []
        await pilot.press("enter")
        await wait_for(pilot, MainScreen)
        assert world.opened == [world.place]
        assert world.saved == {"language": "en"}
        assert app.workspace.path == str(world.place)
        assert app.workspace.network.repository.me.name == "Mila"
        assert "sample" not in shown(app)


async def test_all_its_keys_are_named_at_the_bottom(world):
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("enter",), ("enter",), ("enter",)):
            line = shown(app).splitlines()[-1]
            assert "Enter" in line
            assert "Esc" in line
            await pilot.press(*keys)


@pytest.mark.parametrize("keys", [("escape",), ("ctrl+q",), ("x", "enter", "enter", "ctrl+q")])
async def test_leaving_writes_nothing(world, keys):
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
    assert app.return_code == 0
    assert world.files == []
    assert world.saved == {}


async def test_escape_goes_a_step_back_and_keeps_what_was_typed(world):
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Mila", "enter", "enter", "x", "enter", "escape")
        assert app.screen.query_one(PathInput).value == "~/data/network.jsonx"
        await pilot.press("escape", "escape")
        assert app.screen.query_one(Input).value == "Mila"
        await pilot.press("escape")
    assert world.files == []


async def test_the_language_changes_with_the_cursor(world):
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert app.screen.query_one(VirtualList).cursor_key == "en"
        await pilot.press("j")
        await pilot.pause()
        assert i18n.language() == "bg"
        await pilot.press("k")
        await pilot.pause()
        assert i18n.language() == "en"
        await pilot.press("j", "enter", "enter", "enter")
        await wait_for(pilot, MainScreen)
        assert world.saved == {"language": "bg"}
        assert "Хора" in shown(app)


async def test_the_language_of_the_environment_is_chosen_already(world):
    i18n.set_language("bg")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert app.screen.query_one(VirtualList).cursor_key == "bg"


async def test_another_place_is_kept_in_the_settings(world):
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        app.screen.query_one(Input).value = "~/mine.json"
        await pilot.press("enter", "enter")
        await wait_for(pilot, MainScreen)
    assert world.saved["file"] == str(world.home / "mine.json")
    assert (world.home / "mine.json").exists()


async def test_a_place_that_cannot_be_is_told_and_can_be_corrected(world):
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        line = app.screen.query_one(Input)
        line.value = "~"
        await pilot.press("enter")
        assert question(app) == "Where shall your network live?"
        assert "This is a folder" in shown(app)
        line.value = "~/good.json"
        await pilot.pause()
        assert "This is a folder" not in shown(app)
        await pilot.press("enter")
        assert question(app) == "How do you want to begin?"


async def test_a_file_that_cannot_be_opened_is_told_and_nothing_is_saved(world):
    world.trouble = StoreError("Disk on fire.")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, FirstRun)
        assert "Disk on fire." in shown(app)
        assert world.saved == {}


async def test_settings_that_cannot_be_saved_do_not_stop_the_start(world):
    def refuse(_values):
        raise StoreError("No room for settings.")

    app = world.app()
    app.outside = Outside(save_settings=refuse, open_file=world.open_file)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "enter", "enter")
        await wait_for(pilot, MainScreen)
        assert message(app) == "No room for settings."


async def test_the_sample_writes_nothing(world):
    app = world.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter", "enter", "enter", "j", "j", "enter")
        await wait_for(pilot, MainScreen)
        await pilot.pause()
        assert app.workspace.index.people
        assert "sample network" in shown(app)
    assert world.files == []
    assert world.saved == {}


async def test_the_archive_is_asked_for_over_the_new_network(world):
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "enter", "j")
        await pilot.pause()
        assert "Get a copy of your data" in " ".join(shown(app).split())
        await pilot.press("enter")
        await wait_for(pilot, AskArchive)
        await pilot.press("escape")
        await wait_for(pilot, MainScreen)
        assert app.workspace.path == str(world.place)


@pytest.mark.parametrize(
    ("place", "said"),
    [("{home}", "folder"), ("{home}/file/n.json", "is a file"), ("\0", "no such")],
)
def test_places_that_cannot_be(world, place, said):
    (world.home / "file").write_text("x")
    assert said in why_not(Path(place.format(home=world.home)))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_one_may_not_write_in_is_told(world):
    world.home.chmod(0o500)
    assert "may not write" in why_not(world.home / "n.json")
    world.home.chmod(0o700)


def test_places_that_can_be(world):
    for place in ("n.json", "new/folder/n.json"):
        assert why_not(world.home / place) == ""
    assert shorten(world.home / "n.json") == "~/n.json"
    assert shorten(Path("/elsewhere/n.json")) == "/elsewhere/n.json"
