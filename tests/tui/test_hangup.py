"""A dropped connection and a signal: the terminal is given back, the network closed, and the process is gone."""

from __future__ import annotations

import signal
import time

import pytest

from tests.tui.apps import Tiny

GONE_WITHIN = 3.0
"""Seconds: what the app promises. With STALLED and PATIENCE of the policy it needs 0.7 or 2.5."""


def gone(app, *, reading=True):
    """Wait for the end, no longer than promised, and return the exit status."""
    return app.wait_exit(GONE_WITHIN, reading=reading)


@pytest.mark.parametrize("kitty", [False, True])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_restores_the_terminal_and_closes_the_network(tmp_path, number, kitty):
    with Tiny(tmp_path, "mouse", kitty=kitty, env={"TEXTUAL_SMOOTH_SCROLL": "1"}) as app:
        app.signal(number)
        assert gone(app) == 128 + number
        assert app.leftovers() == []
        assert app.report == "closed by main"
        assert "Traceback" not in app.text


def test_a_hung_up_terminal(tmp_path):
    with Tiny(tmp_path) as app:
        app.hang_up()
        assert gone(app) == 129
        assert app.report == "closed by main"


@pytest.mark.parametrize("hang_up", [False, True])
def test_a_link_that_stands_still(tmp_path, hang_up):
    """The event loop waits for a queue that waits for the terminal: asked to exit, it would never hear of it."""
    with Tiny(tmp_path) as app:
        app.stall()
        if hang_up:
            app.hang_up()
        else:
            app.signal(signal.SIGHUP)
        assert gone(app, reading=False) == 129
        assert app.report == "closed by main"


def test_an_app_that_hangs_is_ended_from_outside_its_loop(tmp_path):
    with Tiny(tmp_path, "mouse", kitty=True, env={"TEXTUAL_SMOOTH_SCROLL": "1"}) as app:
        app.hang()
        app.signal(signal.SIGTERM)
        assert gone(app) == 143
        assert app.leftovers() == []
        assert app.report == "closed by watchdog"


def test_closing_that_hangs_is_not_waited_for(tmp_path):
    with Tiny(tmp_path, "slow") as app:
        app.hang_up()
        assert gone(app) == 129
        assert app.report == ""


def test_a_second_signal_is_impatience(tmp_path):
    with Tiny(tmp_path, "slow", "mouse") as app:
        app.hang()
        app.signal(signal.SIGTERM)
        time.sleep(0.6)  # longer than SAME_EVENT, which is what is tested
        app.signal(signal.SIGTERM)
        assert app.wait_exit(1.2) == 143
        assert app.leftovers() == []


def test_two_signals_at_once_are_one_event(tmp_path):
    """A terminal that closes sends SIGHUP twice, by the kernel and by the shell; the network is still closed."""
    with Tiny(tmp_path) as app:
        app.signal(signal.SIGTERM)
        app.signal(signal.SIGHUP)
        assert gone(app) in {129, 143}  # two pending signals are delivered in any order
        assert app.report == "closed by main"


def test_nohup_is_respected(tmp_path):
    with Tiny(tmp_path, "nohup") as app:
        app.signal(signal.SIGHUP)
        app.press("x")
        app.wait_for("key 1: x")
