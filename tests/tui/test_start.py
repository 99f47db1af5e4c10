"""Starting the app from the command line, on a real pseudo-terminal, and leaving it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nettui.bootstrap import open_network
from nettui.domain.records import Person
from nettui.services import people
from nettui.tui.app import NettuiApp
from nettui.tui.workspace import Workspace
from tests.tui.driving import message, shown
from tests.tui.pty_tools import Pty

ROOT = Path(__file__).parents[2]


class Home:
    """A user's home folder, with settings unless they are taken away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "network.json"
        self.config = folder / ".config" / "nettui" / "config.toml"
        self.environment = {
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "NETTUI_NOW": "2026-11-23T10:00:00+00:00",
            **{name: value for name, value in os.environ.items() if name.startswith("COVERAGE")},
        }
        self.settings("")

    def settings(self, text: str) -> None:
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_text(text, encoding="utf-8")

    def begin(self) -> None:
        """Begin the network with one person."""
        with open_network(self.file) as network:
            people.add(network, Person(id=network.clock.new_id(), name="Ana Newton"))

    def pty(self, *arguments: str, size: tuple[int, int] = (80, 24), **environment: str) -> Pty:
        command = [sys.executable, "-m", "nettui", *arguments]
        return Pty(command, size=size, env=self.environment | environment, cwd=self.folder)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "nettui", *arguments],
            env=self.environment | environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_it_opens_the_file_and_leaves_it_whole(home, size):
    home.begin()
    with home.pty("-f", str(home.file), size=size) as pty:
        pty.wait_for("Today")
        pty.press("2")
        pty.wait_for("Ana Newton")
        pty.press("u")
        pty.wait_for("Undone")
        pty.press("q")
        assert pty.wait_exit() == 0
        assert pty.leftovers() == []
    stored = json.loads(home.file.read_text("utf-8"))
    assert not stored.get("people")


def test_a_file_that_does_not_exist_is_begun_where_there_are_settings(home):
    with home.pty("-f", str(home.file)) as pty:
        pty.wait_for("Today")
        pty.press("q")
        assert pty.wait_exit() == 0
    assert home.file.exists()


def test_without_settings_and_file_it_asks_and_leaving_writes_nothing(home):
    home.config.unlink()
    with home.pty("-f", str(home.file)) as pty:
        pty.wait_for("What is your name?")
        pty.press("escape")
        assert pty.wait_exit() == 0
        assert pty.leftovers() == []
    assert not home.file.exists()
    assert not home.config.exists()


def test_the_demo_opens_the_sample_and_touches_nothing(home):
    home.begin()
    before = home.file.read_bytes()
    with home.pty("demo", size=(120, 36), NETTUI_FILE=str(home.file)) as pty:
        pty.wait_for("sample network")
        pty.press("2")
        pty.wait_for("Circles")
        pty.press("q")
        assert pty.wait_exit() == 0
    assert home.file.read_bytes() == before


def test_the_demo_in_bulgarian(home):
    with home.pty("demo", "--lang", "bg", size=(120, 36)) as pty:
        pty.wait_for("Днес")
        pty.press("q")
        assert pty.wait_exit() == 0


def test_where_no_screen_can_be_shown_one_line_points_to_the_commands(home):
    ran = home.run()
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "nettui today" in ran.stderr
    with home.pty(TERM="dumb") as pty:
        pty.wait_for("nettui today")
        assert pty.wait_exit() == 2
        assert "alternate screen" not in str(pty.leftovers())
    assert not home.file.exists()


def test_the_demo_on_a_dumb_terminal_prints(home):
    with home.pty("demo", TERM="dumb", size=(120, 50)) as pty:
        assert pty.wait_exit() == 0
        assert b"\x1b" not in bytes(pty.log)
        assert "Ledger" in bytes(pty.log).decode()


@pytest.mark.parametrize("what", ["folder", "damaged", "settings", "keys", "theme"])
def test_what_hinders_the_start_is_one_line_and_nothing_is_drawn(home, what):
    target = home.file
    if what == "folder":
        target.mkdir()
    elif what == "damaged":
        target.write_bytes(b'{"_nettui": {"1": {"format": 99}}}')
    else:
        wrong = {
            "settings": 'langage = "bg"',
            "keys": '[keys]\n"app.quti" = "x"',
            "theme": '[app]\ntheme = "nettui-drak"',
        }
        home.settings(wrong[what])
    before = target.read_bytes() if what == "damaged" else b""
    with home.pty(NETTUI_FILE=str(target), size=(120, 36)) as pty:
        assert pty.wait_exit() == 2
        log = bytes(pty.log).decode()
    assert "\x1b[?1049h" not in log
    assert log.startswith("nettui: ")
    assert log.count("\n") == 1
    assert "Traceback" not in log
    if what == "damaged":
        assert target.read_bytes() == before


def test_notices_of_the_file_are_told_in_the_app(home):
    home.begin()
    stored = json.loads(home.file.read_text("utf-8"))
    (key,) = stored["people"]
    stored["people"][key] = {"name": 7}
    home.file.write_text(json.dumps(stored), "utf-8")
    with home.pty("-f", str(home.file), size=(120, 36)) as pty:
        pty.wait_for("Today")
        pty.wait_for(key)
        pty.press("j")
        pty.wait_gone(key)
        pty.press("q")
        assert pty.wait_exit() == 0


async def test_a_file_for_reading_only_is_shown_and_each_change_refused(home):
    home.begin()
    with open_network(home.file, read_only=True) as network:
        notices = getattr(network.repository, "notices", ())
        app = NettuiApp(Workspace(network, path=str(home.file), notices=notices, read_only=True))
        async with app.run_test(size=(80, 24)) as pilot:
            assert "reading only" in shown(app)
            await pilot.press("2")
            await pilot.pause()
            assert "Ana Newton" in shown(app)
            before = home.file.read_bytes()
            await pilot.press("u")
            await pilot.pause()
            assert "reading" in message(app)
            assert "Ana Newton" in shown(app)
    assert home.file.read_bytes() == before


@pytest.mark.parametrize("arguments", [["--help"], ["demo"], ["-f", "x.json", "today"], ["where"]])
def test_what_shows_no_screen_loads_no_textual(home, arguments):
    code = (
        "import sys; sys.argv[0] = 'nettui'\n"
        "from nettui.cli.main import main\n"
        "try:\n    main()\n"
        "finally:\n    print('textual' in sys.modules, 'nettui.tui.app' in sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=home.environment,
        cwd=home.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr.endswith("False False\n"), ran.stderr


def test_the_first_screen_loads_no_form_and_no_other_view(home):
    """Counted where the app is idle: what is made ready between keys is left out."""
    home.begin()
    code = (
        "import asyncio, pathlib, sys\n"
        "from nettui.bootstrap import open_network\n"
        "from nettui.tui.app import NettuiApp\n"
        "from nettui.tui.workspace import Workspace\n"
        "NettuiApp._watch = lambda self: None\n"
        "async def main():\n"
        "    with open_network(pathlib.Path(sys.argv[1])) as network:\n"
        "        async with NettuiApp(Workspace(network, path=sys.argv[1])).run_test(size=(120, 36)) as pilot:\n"
        "            await pilot.pause()\n"
        "asyncio.run(main())\n"
        "print(*sorted(name for name in sys.modules if name.startswith('nettui.')))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(home.file)],
        env=home.environment,
        cwd=home.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert "nettui.tui.views.today.view" in loaded
    assert not {name for name in loaded if name.startswith("nettui.tui.dialogs.")}
    assert not loaded & {
        "nettui.domain.incoming",
        "nettui.services.review",
        "nettui.services.views.review",
        "nettui.tui.flows.records",
        "nettui.tui.views.journal.view",
        "nettui.tui.views.ledger.view",
        "nettui.tui.views.people.view",
    }
