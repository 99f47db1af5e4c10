"""Sorting in a terminal: an answer is there although the process was killed right after it."""

from __future__ import annotations

import signal

import pytest

from tests.e2e.test_app_life import Desk


@pytest.fixture
def desk(shell):
    desk = Desk(shell)
    desk.begin("Ana Newton", "Boris Quill", "Мария Петрова")
    return desk


def test_killed_in_the_middle_every_answer_is_kept(desk):
    with desk.open(size=(80, 24)) as app:
        app.wait_for("Breadth")
        app.settle()
        app.press("5")
        app.wait_for("unknown")
        app.settle()
        app.press("s")
        app.wait_for("3 of 3 left")
        app.press("e", "s")
        app.wait_for("1 of 3 left")
        assert "Мария Петрова" in app.text
        app.signal(signal.SIGKILL)
        app.wait_exit()
    levels = {person["name"]: person["level"] for person in desk.ask("people")}
    assert levels == {"Ana Newton": "earlier", "Boris Quill": "senior", "Мария Петрова": None}
