"""What the terminal can do is decided from the environment and the settings, before Textual is there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from nettui.config import Terminal
from nettui.errors import NettuiError
from nettui.tui.terminal import NoTerminal, TerminalProfile
from tests.tui.apps import ROOT, Tiny

XTERM = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def decide(environment=None, *, is_tty=True, encoding="UTF-8", **settings):
    return TerminalProfile.decide(
        Terminal(**settings), {**XTERM, **(environment or {})}, is_tty=is_tty, encoding=encoding
    )


def test_a_good_terminal_has_everything_but_the_mouse():
    profile = decide()
    assert (profile.dumb, profile.colorless, profile.ansi, profile.mouse) == (False, False, False, False)
    assert (profile.colors, profile.glyphs, profile.kitty_keys) == ("auto", "unicode", True)
    profile.require_screen()


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": ""}, {"TERM": "unknown"}])
def test_a_dumb_terminal_is_refused_in_one_line_that_names_the_commands(environment):
    profile = decide(environment)
    assert profile.dumb
    with pytest.raises(NoTerminal) as raised:
        profile.require_screen()
    assert isinstance(raised.value, NettuiError)
    assert raised.value.exit_code == 2
    message = str(raised.value)
    assert "nettui today" in message
    assert "nettui add" in message
    assert "\n" not in message


def test_a_pipe_is_no_terminal():
    assert decide(is_tty=False).dumb


@pytest.mark.parametrize(
    ("environment", "setting", "colorless"),
    [
        ({"NO_COLOR": "1"}, "auto", True),
        ({"NO_COLOR": "no"}, "auto", True),
        ({"NO_COLOR": ""}, "auto", False),
        ({}, "never", True),
        ({"TERM": "vt220"}, "auto", True),
    ],
)
def test_no_color(environment, setting, colorless):
    profile = decide(environment, color=setting)
    assert profile.colorless is colorless
    assert profile.ansi is colorless
    environ = {name: value for name, value in environment.items() if name == "NO_COLOR"}
    profile.apply_environment(environ)
    assert bool(environ.get("NO_COLOR")) is colorless
    assert ("NO_COLOR" in environ) is colorless


@pytest.mark.parametrize(
    ("environment", "encoding", "setting", "glyphs"),
    [
        ({"TERM": "linux"}, "UTF-8", "auto", "ascii"),
        ({"TERM": "linux"}, "UTF-8", "unicode", "unicode"),
        ({}, "ISO-8859-1", "auto", "ascii"),
        ({}, "utf8", "auto", "unicode"),
        ({}, "UTF-8", "ascii", "ascii"),
    ],
)
def test_glyphs(environment, encoding, setting, glyphs):
    assert decide(environment, encoding=encoding, glyphs=setting).glyphs == glyphs


@pytest.mark.parametrize(
    ("term", "colorterm", "colors"),
    [
        ("linux", "", "standard"),
        ("xterm", "", "standard"),
        ("xterm-16color", "", "standard"),
        ("xterm", "truecolor", "auto"),
        ("xterm-256color", "", "auto"),
        ("tmux-256color", "", "auto"),
        ("xterm-kitty", "", "auto"),
    ],
)
def test_sixteen_colours_are_the_terminals_own(term, colorterm, colors):
    profile = decide({"TERM": term, "COLORTERM": colorterm})
    assert profile.colors == colors
    assert profile.ansi is (colors == "standard")


def test_what_textual_reads_is_set_but_not_against_the_user():
    environ = {"TEXTUAL_ANIMATIONS": "full", "TEXTUAL_COLOR_SYSTEM": "truecolor"}
    decide({"TERM": "linux", "COLORTERM": ""}, kitty_keys=False).apply_environment(environ)
    assert environ == {
        "TEXTUAL_ANIMATIONS": "full",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
        "TEXTUAL_SMOOTH_SCROLL": "0",
    }


def test_it_runs_before_textual():
    code = (
        "import sys; from nettui.config import Terminal; from nettui.tui.terminal import TerminalProfile;"
        "TerminalProfile.decide(Terminal()).apply_environment();"
        "print(sorted({'textual', 'rich', 'asyncio', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_colour_no_colour_is_sent_and_the_cursor_row_shows(tmp_path):
    with Tiny(tmp_path, env={"NO_COLOR": "1"}) as app:
        app.press("x")
        app.wait_for("key 1")
        log = bytes(app.log)
        for colour in (b"38;", b"48;"):
            assert colour not in log
        row = app.row_of("80 by 24")
        assert app.cell(0, row).reverse
        assert not app.cell(0, 0).reverse


def test_with_colour_colour_is_sent(tmp_path):
    """The other test would pass for an app that never draws."""
    with Tiny(tmp_path) as app:
        assert b"48;2;" in app.log


def test_the_linux_console_gets_sixteen_colours(tmp_path):
    with Tiny(tmp_path, env={"TERM": "linux", "COLORTERM": None}) as app:
        assert b"\x1b[" in app.log
        assert b"48;2;" not in app.log
        assert b"48;5;" not in app.log
