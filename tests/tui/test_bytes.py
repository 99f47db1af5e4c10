"""What a cursor move writes to a real terminal, in every view: counted, not timed."""

from __future__ import annotations

import statistics
import sys

import pytest

from tests.tui.pty_tools import Pty

MOVES = 8
QUIET = 0.04
"""Seconds without output after which a move is drawn; the page beside a list waits longer, for the cursor to rest."""


@pytest.mark.parametrize(("size", "limit"), [((120, 36), 600), ((80, 24), 400)], ids=["120x36", "80x24"])
def test_a_move_is_cheap_in_every_view(size, limit):
    with Pty([sys.executable, "-m", "nettui", "demo"], size=size) as pty:
        pty.wait_for("Today")
        pty.settle(0.3)
        found = {}
        for number, view in enumerate(["today", "people", "journal", "ledger", "breadth"], start=1):
            pty.press(str(number))
            pty.settle(0.3)
            sizes = []
            for key in "j" * MOVES + "k" * MOVES:
                before = pty.received
                pty.press(key)
                pty.settle(QUIET)
                sizes.append(pty.received - before)
            found[view] = statistics.median(size for size in sizes if size)
        pty.press("q")
        pty.wait_exit()
    assert found.keys() == {"today", "people", "journal", "ledger", "breadth"}
    assert all(0 < median <= limit for median in found.values()), found
