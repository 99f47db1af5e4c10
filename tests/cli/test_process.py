"""The command line as its users start it: a process of its own, in a pipe and on a terminal."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pyte
import pytest

from tests.cli import shapes
from tests.cli.shapes import check

ROOT = Path(__file__).parents[2]
NOW = "2026-11-23T10:00:00+00:00"
LINE = 'yesterday: coffee with +"Ana Newton" about the thesis'


class Shell:
    """Starts nettui in an empty home folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "NETTUI_NOW": NOW,
            **{name: value for name, value in os.environ.items() if name.startswith("COVERAGE")},
        }

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "nettui", *arguments]

    def __call__(self, *arguments: str, code: int = 0, text: str = "", **environment: str):
        ran = subprocess.run(
            self.command(*arguments),
            env=self.environment | environment,
            input=text.encode(),
            capture_output=True,
            check=False,
            cwd=self.home,
        )
        out, err = ran.stdout.decode(errors="replace"), ran.stderr.decode()
        assert ran.returncode == code, (out, err)
        return out, err

    def on_terminal(self, *arguments: str, columns: int = 80, **environment: str) -> tuple[bytes, list[str]]:
        """Return the bytes that a terminal received, and its screen."""
        process, master = self._fork(arguments, {"TERM": "xterm-256color", **environment}, columns)
        received = b""
        with suppress(OSError):  # Linux tells the end of a terminal as EIO
            while chunk := os.read(master, 65536):
                received += chunk
        os.close(master)
        os.waitpid(process, 0)
        screen = pyte.Screen(columns, 50)
        pyte.ByteStream(screen).feed(received)
        return received, [line.rstrip() for line in screen.display]

    def _fork(self, arguments, environment, columns):
        import fcntl
        import struct
        import termios

        process, master = pty.fork()
        if process == 0:  # pragma: no cover - the child becomes nettui
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
            os.chdir(self.home)
            os.execve(sys.executable, self.command(*arguments), self.environment | environment)
        return process, master


@pytest.fixture
def shell(tmp_path):
    home = tmp_path / "shell-home"
    home.mkdir()
    return Shell(home)


@pytest.fixture(scope="session")
def written_sample(tmp_path_factory):
    """The sample network as ``demo --write`` makes it, once for all tests."""
    home = tmp_path_factory.mktemp("sample")
    Shell(home)("demo", "--write", str(home / "network.json"))
    return home / "network.json"


@pytest.fixture
def sample(shell, written_sample):
    """A shell whose default file holds the sample network."""
    path = shell.home / "network.json"
    shutil.copy(written_sample, path)
    shell.environment["NETTUI_FILE"] = str(path)
    return shell


@pytest.mark.parametrize("language", ["C", "C.UTF-8", "bg_BG.UTF-8"])
def test_a_first_day_in_an_empty_home(shell, language):
    shell.environment["LANG"] = language
    assert json.loads(shell("people", "--json")[0]) == []
    value = json.loads(shell("add", LINE, "--json")[0])
    assert value["saved"] is True
    (entry,) = json.loads(shell("journal", "--json")[0])
    check(entry, shapes.ENTRY)
    assert entry["at"] == "2026-11-22"
    assert [person["name"] for person in entry["people"]] == ["Ana Newton"]
    shell("undo")
    assert json.loads(shell("journal", "--json")[0]) == []
    shell("redo")
    assert len(json.loads(shell("journal", "--json")[0])) == 1
    path = Path(json.loads(shell("where", "--json")[0])["network"])
    assert path.stat().st_mode & 0o777 == 0o600


def test_reading_makes_no_file(shell):
    for name in ("people", "today", "journal", "ledger", "recommendations", "breadth"):
        shell(name)
    shell("add", "-n", "hello")
    assert list(shell.home.rglob("*.json")) == []


def test_cyrillic_goes_through_a_latin_environment(shell):
    shell.environment["LANG"] = "C"
    shell("add", 'кафе с +"Мария Петрова"')
    assert "Мария Петрова" in shell("people", "--json", PYTHONIOENCODING="utf-8")[0]
    assert json.loads(shell("people", "--json", PYTHONIOENCODING="cp1252")[0])[0]["name"] == "Мария Петрова"
    out, _err = shell("people", PYTHONIOENCODING="cp1252")
    assert "\\u041c" in out


def test_every_list_of_the_sample_has_the_shape_of_the_contract(sample):
    for arguments, shape in (
        (["people", "--archived"], [shapes.PERSON_ROW]),
        (["journal"], [shapes.ENTRY]),
        (["ledger"], shapes.LEDGER),
        (["recommendations"], {"written": [shapes.RECOMMENDATION], "held": [shapes.RECOMMENDATION]}),
        (["today"], shapes.TODAY),
    ):
        value = json.loads(sample(*arguments, "--json")[0])
        check(value, shape)
        assert value
    today = json.loads(sample("today", "--json")[0])
    assert all(today.values()), "the sample has something on every list of the day"
    breadth = json.loads(sample("breadth", "--json")[0])
    check(breadth["companies"], shapes.VARIETY)
    assert breadth["companies"]["count"] > 5


def test_demo_shows_three_views_and_keeps_nothing(shell):
    out, err = shell("demo")
    assert err == ""
    for title in ("Today", "Ledger", "Breadth"):
        assert f"\n{title}\n" in out
    assert list(shell.home.rglob("*")) == []


def test_demo_writes_no_file_over_another(sample):
    _out, err = sample("demo", "--write", str(sample.home / "network.json"), code=2)
    assert err.count("\n") == 1


def test_check_backup_and_restore(sample):
    assert "All is well" in sample("check")[0]
    made = json.loads(sample("backup", "--json")[0])["path"]
    before = json.loads(sample("journal", "--json")[0])
    sample("add", "something else happened")
    assert len(json.loads(sample("journal", "--json")[0])) == len(before) + 1
    sample("restore", made)
    assert json.loads(sample("journal", "--json")[0]) == before
    assert made in {each["path"] for each in json.loads(sample("backup", "--list", "--json")[0])}
    sample("undo")
    assert len(json.loads(sample("journal", "--json")[0])) == len(before) + 1


def test_a_file_that_cannot_be_read_is_one_line_and_restore_replaces_it(sample):
    backup = json.loads(sample("backup", "--json")[0])["path"]
    path = sample.home / "network.json"
    path.write_bytes(b"\x00" * 100)
    _out, err = sample("people", code=2)
    assert err.count("\n") == 1
    assert "Traceback" not in err
    sample("restore", backup)
    assert len(json.loads(sample("people", "--json")[0])) > 100


def test_check_finds_what_is_wrong_and_ends_with_1(sample):
    sample("backup")
    next(sample.home.glob(".*nettui*")).chmod(0o755)
    out, _err = sample("check", code=1)
    assert "chmod" in out


@pytest.mark.parametrize("name", ["check", "backup"])
def test_without_a_file_there_is_nothing_to_look_after(shell, name):
    _out, err = shell(name, code=2)
    assert err.count("\n") == 1


def test_a_reader_that_leaves_early_is_no_failure(sample):
    script = f"{sys.executable} -m nettui export json | head -c 10; echo ${{PIPESTATUS[0]}} >&2"
    ran = subprocess.run(["bash", "-c", script], env=sample.environment, capture_output=True, check=True)
    assert len(ran.stdout) == 10
    assert ran.stderr == b"0\n"


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("arguments", "code"), [(["people"], 2), (["people", "--json"], 2), (["export", "json"], 2), (["add", "hello"], 1)]
)
def test_a_full_disk_behind_standard_output_is_one_line(sample, arguments, code, unbuffered):
    """Status 2 says that nothing was done, which is not so of an entry that is saved."""
    before = len(json.loads(sample("journal", "--json")[0]))
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            sample.command(*arguments),
            env=sample.environment | {"PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == code
    assert ran.stderr.decode() == "nettui: The output could not be written: No space left on device.\n"
    assert len(json.loads(sample("journal", "--json")[0])) == before + (arguments[0] == "add")


def test_closed_streams_are_no_failure_and_get_no_file_of_ours(sample):
    script = f"{sys.executable} -m nettui add hello <&- >&- 2>&-; echo $?"
    assert (
        subprocess.run(["bash", "-c", script], env=sample.environment, capture_output=True, check=True).stdout == b"0\n"
    )
    assert "hello" in json.loads(sample("journal", "-n", "1", "--json")[0])[0]["text"]
    assert sample("check")[0].endswith("All is well.\n")
    script = f"{sys.executable} -m nettui add - <&-"
    ran = subprocess.run(["bash", "-c", script], env=sample.environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr.count(b"\n")) == (2, 1)
    assert b"nothing to log" in ran.stderr


@pytest.mark.parametrize(
    "arguments", [["person"], ["people"], ["people", "--with"], ["people", "--group"], ["ledger"], []]
)
def test_arguments_that_are_no_text_are_no_traceback(sample, arguments):
    ran = subprocess.run(
        [*sample.command(*arguments), b"caf\xe9"], env=sample.environment, capture_output=True, check=False
    )
    assert b"inside nettui" not in ran.stderr
    assert ran.stderr.count(b"\n") <= 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_command_with_the_file_closed(shell, number):
    program = (
        "import os, nettui.services.log as log, nettui.cli.main as main\n"
        "real = log.log\n"
        f"def late(*a, **k):\n    done = real(*a, **k)\n    os.kill(os.getpid(), {int(number)})\n    return done\n"
        "log.log = late\nmain.main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "add", "hello"], env=shell.environment, capture_output=True, check=False
    )
    assert ran.returncode == 128 + number, ran.stderr
    assert b"Traceback" not in ran.stderr
    plain = json.loads((shell.home / ".local/share/nettui/network.json").read_text())
    assert [entry["text"] for entry in plain["entries"].values()] == ["hello"]


def test_add_loads_nothing_heavy(shell):
    program = (
        "import sys\nfrom nettui.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(' '.join(sorted(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "add", "coffee with +Ana yesterday"],
        env={name: value for name, value in shell.environment.items() if not name.startswith("COVERAGE")},
        capture_output=True,
        check=True,
    )
    loaded = set(ran.stderr.decode().split())
    assert "nettui.services.log" in loaded
    heavy = {
        "asyncio", "textual", "rich", "dateparser", "csv", "zipfile", "platformdirs", "tinydb", "tomllib", "logging",
        "nettui.formats", "nettui.config", "shutil", "nettui.cli.filters", "urllib.request", "email",
    }  # fmt: skip
    assert not heavy & loaded


def test_other_commands_are_not_imported(shell):
    program = (
        "import sys\nfrom nettui.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(' '.join(sorted(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "where"], env=shell.environment, capture_output=True, check=True
    )
    commands = {name for name in ran.stderr.decode().split() if name.startswith("nettui.cli.commands.")}
    assert commands == {"nettui.cli.commands.where"}


def test_hostile_names_send_a_terminal_nothing_of_theirs(shell):
    name = "Evil\x1b]0;owned\x07\x1b[31m \u202eabc\x9b1m [bold red]x[/]"
    rows = shell.home / "Connections.csv"
    rows.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"{name},Zzov,https://www.linkedin.com/in/zz-evil,,A\x1b[2J,B\x1b[5m,12 Mar 2021\n"
    )
    shell.on_terminal("import", str(rows))
    shell("add", "coffee with Zzov")
    for arguments in (["people"], ["journal"], ["person", "Zzov"], ["people", "--json"], ["export", "json"], ["today"]):
        received, screen = shell.on_terminal(*arguments, NO_COLOR="1", columns=120)
        text = received.decode()
        assert not set("\x1b\x07\x9b\u202e") & set(text), arguments
        assert any(line for line in screen)
    assert any("[bold red]x[/]" in line for line in shell.on_terminal("people", columns=120)[1])


def test_a_terminal_gets_colour_unless_it_is_not_wanted(sample):
    assert b"\x1b[" in sample.on_terminal("people", "-n", "3")[0]
    assert b"\x1b" not in sample.on_terminal("people", "-n", "3", NO_COLOR="1")[0]
    assert b"\x1b" not in sample.on_terminal("people", "-n", "3", TERM="dumb")[0]
    settings = sample.home / ".config/nettui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[terminal]\ncolor = "never"\n')
    assert b"\x1b" not in sample.on_terminal("people", "-n", "3")[0]


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("arguments", [["people", "-n", "20"], ["journal", "-n", "20"], ["ledger", "-n", "20"]])
def test_no_line_of_a_table_wraps(sample, columns, arguments):
    received, screen = sample.on_terminal(*arguments, columns=columns, NO_COLOR="1")
    lines = received.decode().replace("\r\n", "\n").rstrip("\n").split("\n")
    assert len(lines) == 21
    assert [line.rstrip() for line in lines] == screen[:21] or any(not line.isascii() for line in lines)
    assert sum(1 for line in screen if line) == 21


def test_today_fits_a_small_terminal(sample):
    _received, screen = sample.on_terminal("today", columns=60)
    assert 0 < len([line for line in screen if line]) <= 7
