"""The driver on a real pseudo-terminal: broken input, a terminal that vanishes, and what is left behind."""

from __future__ import annotations

import os
import termios

import pytest

from nettui.tui.output import TerminalOutput
from nettui.tui.plain import PLAIN
from tests.tui.apps import Tiny

WITH_PIXELS = {"TEXTUAL_SMOOTH_SCROLL": "1"}


def test_bytes_that_are_no_utf8_are_no_end(tmp_path):
    with Tiny(tmp_path) as app:
        app.send(b"\xe9z")  # é in Latin-1, and then a key
        app.wait_for("key 2: z")
        app.send(b"\x1b[M \xff\xfe")  # a mouse report of the old form, beyond column 95
        app.press("k")
        app.wait_for(": k")
        app.press("q")
        assert app.wait_exit() == 0


def test_keys_in_any_script_arrive_whole(tmp_path):
    with Tiny(tmp_path) as app:
        for byte in "я".encode():
            app.send(bytes([byte]))
        app.wait_for("key 1: я")


KITTY_KEYS = {
    "a": "a", "A": "A", "?": "question_mark", "я": "я", "space": "space", "enter": "enter", "escape": "escape",
    "shift+tab": "shift+tab", "ctrl+r": "ctrl+r", "down": "down",
}  # fmt: skip


def test_keys_of_the_kitty_protocol(tmp_path):
    with Tiny(tmp_path, kitty=True) as app:
        for number, (key, name) in enumerate(KITTY_KEYS.items(), start=1):
            app.press(key)
            app.wait_for(f"key {number}: {name}")


def test_a_lone_escape_is_a_key(tmp_path):
    """It is known for one only when nothing follows, and the input thread otherwise sleeps without a limit."""
    with Tiny(tmp_path) as app:
        app.press("escape")
        app.wait_for("key 1: escape")


@pytest.mark.parametrize("kitty", [False, True])
def test_leaving_leaves_nothing_behind(tmp_path, kitty):
    with Tiny(tmp_path, "mouse", kitty=kitty, env=WITH_PIXELS) as app:
        expected = {1000, 1003, 1004, 1049, 2004} | ({1016, 2048} if kitty else set())
        assert expected <= app.modes
        assert app.kitty_modes == ([25] if kitty else [])
        assert app.attributes_changed()
        app.press("q")
        assert app.wait_exit() == 0
        assert app.leftovers() == []
        assert app.report == "closed by main"


def test_the_mouse_is_not_asked_for_unless_configured(tmp_path):
    with Tiny(tmp_path, kitty=True, env=WITH_PIXELS) as app:
        assert not app.modes & {1000, 1002, 1003, 1006, 1015, 1016}


def test_nothing_is_written_or_computed_when_idle(tmp_path):
    with Tiny(tmp_path) as app:
        app.settle(0.5)
        received, wakes = app.received, app.wake_ups()
        app.settle(1.0)
        assert app.received == received
        assert app.wake_ups() - wakes <= 1  # the stock driver: ten


def test_the_end_of_the_terminal_is_the_end_of_the_app(tmp_path):
    """SIGHUP is ignored, as under nohup: only the end of the input tells."""
    with Tiny(tmp_path, "nohup") as app:
        app.hang_up()
        assert app.wait_exit(5) == 129
        assert app.report == "closed by main"


def test_a_storm_of_resizes_ends_with_the_last_size(tmp_path):
    with Tiny(tmp_path) as app:
        for step in range(200):
            app.resize(40 + step % 60, 10 + step % 30)
        app.resize(100, 30)
        app.wait_for("100 by 30")
        app.press("x")
        app.wait_for("key 1: x")


def test_the_size_is_the_terminals_and_not_an_exported_one(tmp_path):
    with Tiny(tmp_path, size=(90, 20), env={"COLUMNS": "40", "LINES": "10"}) as app:
        app.resize(91, 21)
        app.wait_for("91 by 21")


@pytest.fixture
def line():
    master, slave = os.openpty()
    yield master, slave
    os.close(master)
    os.close(slave)


def test_a_waiting_write_is_let_go_when_the_terminal_is_given_up(line):
    import threading

    _master, slave = line
    output = TerminalOutput(slave, on_lost=lambda: pytest.fail("it is not lost"), encoding="utf-8")
    output.write("x" * 1000)
    writer = threading.Thread(target=lambda: output.write("x" * (1 << 20)))
    writer.start()
    writer.join(0.2)
    assert writer.is_alive()  # nobody reads
    output.give_up()
    writer.join(5)
    assert not writer.is_alive()
    output.write("and no more")
    output.flush()


def test_the_shells_terminal_stays_blocking(line):
    """Whoever shares it, as an editor does, must not meet a write that fails because the line is slow."""
    _master, slave = line
    output = TerminalOutput(slave, on_lost=lambda: None, encoding="utf-8")
    assert os.get_blocking(slave)
    assert not os.get_blocking(output.fileno())
    assert output.isatty()


def test_a_vanished_terminal_is_told_once():
    master, slave = os.openpty()
    lost = []
    output = TerminalOutput(slave, on_lost=lambda: lost.append(1), encoding="utf-8")
    os.close(master)
    for _ in range(3):
        output.write("x")
        output.flush()
    os.close(slave)
    assert lost == [1]


def test_drawing_signs_become_ascii_and_letters_stay(line):
    master, slave = line
    output = TerminalOutput(slave, on_lost=lambda: None, encoding="utf-8", plain=True)
    output.write("\x1b[1m┌─┐│▄▃ „Ани“ – é…\x1b[0m")
    output.flush()
    assert os.read(master, 100).decode() == '\x1b[1m+-+|#_ "Ани" - é~\x1b[0m'


def test_each_plain_sign_takes_the_cell_of_what_it_replaces():
    from rich.cells import cell_len

    assert {cell_len(chr(code)) for code in PLAIN} == {1}
    assert all(len(sign) == 1 and sign.isascii() for sign in PLAIN.values())


def test_what_the_encoding_lacks_is_one_question_mark(line):
    master, slave = line
    attributes = termios.tcgetattr(slave)
    attributes[1] &= ~termios.OPOST
    termios.tcsetattr(slave, termios.TCSANOW, attributes)
    output = TerminalOutput(slave, on_lost=lambda: None, encoding="iso-8859-1")
    output.write("é Я")
    output.flush()
    assert os.read(master, 100) == b"\xe9 ?"
