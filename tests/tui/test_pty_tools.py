"""The tests' own terminal: what it shows, answers and notices must be right, or it proves nothing."""

from __future__ import annotations

import sys

import pytest

from tests.tui.pty_tools import Pty

RAW = """
import os, sys, termios, tty
before = termios.tcgetattr(0)
tty.setraw(0)
def write(text): os.write(1, text.encode())
"""


@pytest.fixture
def program(tmp_path):
    """Return a function that runs some Python on a terminal; ``write`` writes to it, ``before`` are its settings."""

    def start(code, **options):
        return Pty([sys.executable, "-c", RAW + code], env={"HOME": str(tmp_path)}, **options)

    return start


def test_what_is_written_is_on_the_screen_in_its_place_and_look(program):
    with program(r"write('\x1b[2;5H\x1b[1;7;38;2;1;2;3mbold\x1b[0m \u6f22\x1b[3bx')") as pty:
        assert pty.wait_exit() == 0
        assert pty.row_of("bold") == 1
        assert pty.lines[1].startswith("    bold")
        cell = pty.cell(4, 1)
        assert (cell.data, cell.bold, cell.reverse, cell.fg) == ("b", True, True, "010203")
        assert not pty.cell(9, 1).bold
        assert pty.lines[1].endswith("漢漢漢漢x")


def test_the_alternate_screen_comes_empty_and_goes(program):
    with program(r"write('shell\x1b[?1049h\x1b[Happ'); os.read(0, 1); write('\x1b[?1049l')") as pty:
        pty.wait_for("app")
        assert "shell" not in pty.text
        pty.press("x")
        pty.wait_exit()
        assert pty.lines[0] == "shell"


def test_scrolling_within_margins(program):
    with program(r"write('\x1b[Ha\r\nb\r\nc\r\nd\x1b[2;3r\x1b[S\x1b[r')") as pty:
        pty.wait_exit()
        assert pty.lines[:4] == ["a", "c", "", "d"]


@pytest.mark.parametrize(
    ("kitty", "query", "answer"),
    [
        (False, r"\x1b[6n", "\x1b[1;3R"),
        (False, r"\x1b[?2026$p", "\x1b[?2026;0$y"),
        (True, r"\x1b[?2026$p", "\x1b[?2026;2$y"),
        (True, r"\x1b[>5u\x1b[?u", "\x1b[?5u"),
    ],
)
def test_queries_are_answered(program, kitty, query, answer):
    code = f"write('ab{query}'); got = os.read(0, 99).decode(); write('\\x1b[3;1H' + repr(got))"
    with program(code, kitty=kitty) as pty:
        assert pty.wait_exit() == 0
        assert pty.lines[2] == repr(answer)
        assert sum(pty.queries.values()) == 1


def test_a_sequence_cut_in_two_is_one(program):
    with program(r"write('\x1b[2;'); os.read(0, 1); write('3Hx')") as pty:
        pty.wait_until(lambda: pty.received, what="the first half")
        pty.press("k")
        pty.wait_exit()
        assert pty.lines[:2] == ["", "  x"]


def test_what_a_program_leaves_behind_is_noticed(program):
    leak = r"write('\x1b[?1049h\x1b[?1003h\x1b[?2004h\x1b[?25l\x1b[>1u')"
    with program(leak, kitty=True) as pty:
        pty.wait_exit()
        assert pty.leftovers() == [
            "alternate screen",
            "bracketed paste",
            "mouse",
            "cursor hidden",
            "kitty keys",
            "line settings",
        ]
    with program("termios.tcsetattr(0, termios.TCSANOW, before)") as pty:
        pty.wait_exit()
        assert pty.leftovers() == []


def test_a_size_is_told_and_keeps_the_corner(program):
    code = r"""
import signal
signal.signal(signal.SIGWINCH, lambda *_: write('\x1b[2;1H%d by %d' % os.get_terminal_size()))
write('corner'); os.read(0, 1)
"""
    with program(code) as pty:
        pty.wait_for("corner")
        pty.resize(60, 10)
        pty.wait_for("60 by 10")
        assert pty.lines[0] == "corner"


def test_waiting_in_vain_shows_the_screen_and_an_end_is_not_waited_for(program):
    with (
        program("write('this is there')") as pty,
        pytest.raises(AssertionError, match=r"(?s)ended with 0 .*this is there"),
    ):
        pty.wait_for("that is not", timeout=60)


def test_a_program_that_does_not_write_is_no_stalled_one(program):
    with (
        program("while True: os.read(0, 1)") as pty,
        pytest.raises(AssertionError, match="does not fill"),
    ):
        pty.stall(patience=0.3)


def test_keys_are_those_of_the_terminal(program):
    code = (
        "write('ready'); got = b''\nwhile not got.endswith(b'!'): got += os.read(0, 9)\nwrite('\\x1b[2;1H' + repr(got))"
    )
    with program(code) as pty:
        pty.wait_for("ready")
        pty.press("down", "ctrl+r", "alt+x", "я", "!")
        pty.wait_exit()
        assert pty.lines[1] == repr("\x1b[B\x12\x1bxя!".encode())
