"""The app beside its screens: another day, another nettui, drafts, copying, the editor."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta

import pytest

from nettui.bootstrap import drafts_of, open_network, watched_paths
from nettui.domain.records import Person
from nettui.errors import StoreError
from nettui.services import people
from nettui.services.clock import FixedClock, SystemClock
from nettui.services.facts.people import PeopleFacts
from nettui.services.network import Network
from nettui.services.undo import undo
from nettui.store.memory import MemoryRepository
from nettui.tui.app import NettuiApp
from nettui.tui.outside import Outside
from nettui.tui.workspace import Workspace
from tests.conftest import NOW
from tests.tui.pty_tools import Pty

ENOUGH = 10.0


class Movable(FixedClock):
    """A clock that can be set."""

    def set(self, at):
        self._at = at


async def until(true):
    """Wait for what another thread brings about."""
    async with asyncio.timeout(ENOUGH):
        while not true():  # noqa: ASYNC110 - what is waited for knows no event
            await asyncio.sleep(0.01)


@pytest.fixture
def said(monkeypatch):
    """What the app said, in its order."""
    lines = []
    monkeypatch.setattr(NettuiApp, "say", lambda self, text, tone="info": lines.append(text))
    return lines


async def watching(app):
    """Wait until the app watches its file."""
    await until(lambda: app._file is not None)


def published(app):
    heard: list[object] = []
    app.changed.subscribe(app.screen, heard.append)
    return heard


@pytest.mark.parametrize("tells", ["key", "focus"])
async def test_another_day_is_noticed_when_somebody_is_there_again(tells):
    clock = Movable(NOW)
    app = NettuiApp(Workspace(Network(MemoryRepository(clock), clock)))
    async with app.run_test() as pilot:
        await pilot.pause()
        heard = published(app)
        clock.set(NOW + timedelta(days=1))
        if tells == "key":
            await pilot.press("f12")
        else:
            from textual.events import AppFocus

            app.post_message(AppFocus())
        await pilot.pause()
        assert heard == [None]
        assert app.workspace.today == (NOW + timedelta(days=1)).date()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "network.json"


def workspace(network, file):
    return Workspace(network, path=str(file), drafts=drafts_of(file), watched=watched_paths(file))


def add(network, name):
    return people.add(network, Person(id=network.clock.new_id(), name=name))


async def test_what_another_nettui_commits_appears(file, said):
    with open_network(file, clock=SystemClock()) as network:
        app = NettuiApp(workspace(network, file))
        async with app.run_test():
            await watching(app)
            heard = published(app)
            with open_network(file, clock=SystemClock()) as theirs:
                add(theirs, "Ани Георгиева")
            await until(lambda: heard)
            assert heard[0] is None
            assert [person.name for person in app.workspace.index.people.values()] == ["Ани Георгиева"]
            assert any("another program" in line for line in said)


async def test_ones_own_commit_is_no_news(file, said):
    with open_network(file, clock=SystemClock()) as network:
        app = NettuiApp(workspace(network, file))
        async with app.run_test() as pilot:
            await watching(app)
            heard = published(app)
            app.perform(lambda network: add(network, "Ани Георгиева"))
            await pilot.press("f12")  # it is looked at the file before a key, too
            await pilot.pause()
            assert None not in heard
            assert not any("another program" in line for line in said)


@pytest.mark.parametrize("own", ["change", "undo"])
async def test_what_another_nettui_committed_just_before_appears_too(file, said, own):
    with open_network(file, clock=SystemClock()) as network:
        app = NettuiApp(workspace(network, file))
        async with app.run_test():
            await watching(app)
            with open_network(file, clock=SystemClock()) as theirs:
                add(theirs, "Ани Георгиева")
                add(theirs, "Борис Петров")
            if own == "undo":
                app.perform(undo)
            else:
                app.perform(lambda network: add(network, "Вера Иванова"))
            expected = {"Ани Георгиева"} if own == "undo" else {"Ани Георгиева", "Борис Петров", "Вера Иванова"}
            await until(lambda: any("another program" in line for line in said))
            assert {row.name for row in app.workspace.index.shelf(PeopleFacts).require().rows.values()} == expected


async def test_a_file_that_cannot_be_taken_over_is_told(file, said, monkeypatch):
    with open_network(file, clock=SystemClock()) as network:
        app = NettuiApp(workspace(network, file))

        def refuse():
            raise StoreError("it is no network any more")

        async with app.run_test() as pilot:
            await watching(app)
            monkeypatch.setattr(app.workspace, "refresh", refuse)
            file.write_text("[]")
            await pilot.press("f12")
            await until(lambda: said)
            assert said[0] == "it is no network any more"


async def test_a_draft_outlives_the_app(file):
    with open_network(file, clock=SystemClock()) as network:
        app = NettuiApp(workspace(network, file))
        async with app.run_test():
            app.drafts.put("capture", "coffee with Ani")
        again = NettuiApp(workspace(network, file))
        assert again.drafts.load("capture") == "coffee with Ani"


async def test_another_network_brings_its_own_drafts_and_its_own_file(tmp_path, network, said):
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    with (
        open_network(first, clock=SystemClock()) as one,
        open_network(second, clock=SystemClock()) as two,
    ):
        app = NettuiApp(workspace(one, first))
        async with app.run_test():
            await watching(app)
            app.drafts.put("capture", "for the first")
            app.use(workspace(two, second))
            assert app.drafts.load("capture") == ""
            kept = drafts_of(first).load("capture")
            assert kept is not None
            assert kept.text == "for the first"
            with open_network(second, clock=SystemClock()) as theirs:
                add(theirs, "Ани Георгиева")
            await until(lambda: app.workspace.index.people)


async def test_a_copy_says_its_way(network, tmp_path, said, monkeypatch):
    monkeypatch.delenv("TMUX", raising=False)
    app = NettuiApp(Workspace(network), outside=Outside(state_folder=tmp_path))
    async with app.run_test():
        await app.copy("text")
    assert (tmp_path / "copied").read_text() == "text"
    assert str(tmp_path / "copied") in said[0]
    assert app.clipboard == "text"


async def test_there_is_an_editor_only_where_something_may_be_written(network, tmp_path):
    assert NettuiApp(Workspace(network)).editor is None
    assert NettuiApp(Workspace(network), outside=Outside(state_folder=tmp_path)).editor is not None


# -- the whole program on a terminal -----------------------------------------------------------------------------------


@pytest.fixture
def nettui(tmp_path):
    """Return a function that starts nettui on a pseudo-terminal, in an empty home."""
    from tests.tui.apps import ROOT

    def start(*words, **options):
        env = {"HOME": str(tmp_path), **options.pop("env", {})}
        return Pty([sys.executable, "-m", "nettui", *words], cwd=ROOT, env=env, **options)

    return start


@pytest.mark.parametrize("term", ["dumb", None])
def test_without_a_screen_it_is_refused_in_one_sentence(nettui, term):
    with nettui(env={"TERM": term}, size=(200, 10)) as app:
        assert app.wait_exit() == 2
        [line] = [line for line in app.lines if line]
        assert "nettui today" in line
        assert app.leftovers() == []


def test_in_a_pipe_it_is_refused_too(nettui, tmp_path):
    import subprocess

    from tests.tui.apps import ROOT

    done = subprocess.run(
        [sys.executable, "-m", "nettui"],
        cwd=ROOT,
        env={"HOME": str(tmp_path), "TERM": "xterm", "PATH": "/bin"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


def test_terminated_it_leaves_the_terminal_as_it_was(nettui):
    import signal

    with nettui("demo", size=(120, 36), kitty=True) as app:
        app.wait_for("People")
        app.settle()
        app.signal(signal.SIGTERM)
        assert app.wait_exit() == 143
        assert app.leftovers() == []


def test_with_no_color_there_is_none_and_the_cursor_shows(nettui):
    with nettui("demo", size=(120, 36), env={"NO_COLOR": "1"}) as app:
        app.wait_for("People")
        app.press("2")
        app.wait_for("Name")
        app.settle()
        for colour in (b"38;", b"48;"):
            assert colour not in app.log
        assert any(app.cell(x, y).reverse for y in range(2, 34) for x in range(120))


def is_quiet(app):
    """Whether the program slept through half a second."""
    wakes = app.wake_ups()
    app.settle(0.5)
    return app.wake_ups() == wakes


def test_an_idle_app_does_nothing(nettui):
    with nettui("demo") as app:
        app.wait_for("People")
        app.wait_until(lambda: is_quiet(app), what="an end of what is done between keys")
        received, wakes = app.received, app.wake_ups()
        app.settle(1.5)
        assert app.received == received
        assert app.wake_ups() - wakes <= 1


def test_a_storm_of_resizes_ends_with_a_whole_screen(nettui):
    with nettui("demo") as app:
        app.wait_for("People")
        for step in range(200):
            app.resize(30 + step % 120, 5 + step % 40)
        app.resize(120, 36)
        app.press("3", "4", "2")
        app.wait_until(lambda: app.lines[0].endswith("2026") and "Name" in app.text, what="the last size")
        app.press("q")
        assert app.wait_exit() == 0
        assert app.leftovers() == []


def test_a_change_of_the_command_line_appears_in_the_open_app_and_the_file_is_whole_after_a_hang_up(nettui, tmp_path):
    import json

    file = tmp_path / "network.json"
    with nettui("-f", str(file), "add", 'coffee with +"Ани Георгиева"') as command:
        assert command.wait_exit() == 0
    with nettui("-f", str(file), size=(120, 36)) as app:
        app.wait_for("People")
        app.press("2")
        app.wait_for("Ани Георгиева")
        with nettui("-f", str(file), "add", 'call with +"Maria Petrova"') as command:
            assert command.wait_exit() == 0
        app.wait_for("Maria Petrova")
        app.hang_up()
        assert app.wait_exit() == 129
    names = {person["name"] for person in json.loads(file.read_text())["people"].values()}
    assert names == {"Ани Георгиева", "Maria Petrova"}


def test_the_console_of_linux_is_sent_no_sign_that_it_lacks(nettui):
    with nettui("demo", env={"TERM": "linux", "COLORTERM": None}) as app:
        app.wait_for("People")
        for view in "12345":
            app.press(view)
            app.settle()
        app.press("?")
        app.wait_for("+---")
        signs = {sign for sign in app.log.decode() if not sign.isascii() and not sign.isalpha()}
        assert signs == set()
