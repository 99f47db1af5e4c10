"""The app on a real pseudo-terminal with 20,000 people and 100,000 entries, beside an empty Textual app.

Prints; never judges. Run with ``pytest -m bench -s tests/bench/test_app.py``. The bars it is held against: first paint
at most 1.5 times that of the empty app; a cursor move at most 600 bytes at 120x36 and 400 at 80x24; a typed filter
character within 50 ms; another view within 100 ms; nothing written when idle.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

import pytest

from nettui.bootstrap import open_network
from nettui.services.clock import SystemClock
from tests.bench.volume import records
from tests.tui.pty_tools import Pty

pytestmark = pytest.mark.bench

SIZES = [(120, 36), (80, 24)]
STARTS = 5
MOVES = 50
QUIET = 0.06
"""Seconds without output that end the burst after a key; what is drawn at rest comes later, and is told apart."""
SILENT = 0.3


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    """A file of 20,833 people, 101,667 entries and 2,500 exchanges, opened and left once."""
    home = tmp_path_factory.mktemp("home")
    path = home / "network.json"
    with open_network(path, clock=SystemClock()) as network:
        network.save(list(records(125_000)), action="bench.fill")
    with Pty([sys.executable, "-m", "nettui", "-f", str(path)], env=environment(home)) as pty:
        pty.wait_for("Today", 60)
        for key in "2345":
            pty.press(key)
            pty.settle(0.5)
        pty.settle(4)
        pty.press("q")
        pty.wait_exit()
    return path


def environment(home):
    keep = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "PYTHONPATH") if name in os.environ}
    return {**keep, "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def started(command, size, home):
    """Return the seconds until something was drawn, and until nothing more came, with the bytes until then."""
    begin = time.perf_counter()
    with Pty(command, size=size, env=environment(home)) as pty:
        pty.wait_until(lambda: bool(pty.text.strip()), what="a first paint")
        painted = time.perf_counter() - begin
        pty.settle(0.3)
        settled = time.perf_counter() - begin - 0.3
        received = pty.received
        pty.press("ctrl+q")
        pty.wait_exit()
    return painted, settled, received


def test_start(big, capsys):
    nettui = [sys.executable, "-m", "nettui", "-f", str(big)]
    empty = [sys.executable, "-m", "tests.bench.apps"]
    results: dict[str, list[tuple[float, float, int]]] = {"nettui": [], "empty": []}
    for _ in range(STARTS):
        for name, command in (("nettui", nettui), ("empty", empty)):
            results[name].append(started(command, (120, 36), big.parent))
    with capsys.disabled():
        print()
        medians = {}
        for name, runs in results.items():
            painted, settled, received = (statistics.median(column) for column in zip(*runs, strict=True))
            medians[name] = painted, settled
            print(f"{name:<8} first paint {painted * 1e3:5.0f} ms, settled {settled * 1e3:5.0f} ms, {received:6.0f} B")
        ratios = [one / other for one, other in zip(medians["nettui"], medians["empty"], strict=True)]
        print(f"ratio    first paint {ratios[0]:.2f}, settled {ratios[1]:.2f}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_keys(big, size, capsys):
    command = [sys.executable, "-m", "nettui", "-f", str(big)]
    with Pty(command, size=size, env=environment(big.parent)) as pty, capsys.disabled():
        pty.wait_for("Today")
        pty.settle(1.0)
        print()
        for number, view in enumerate(["today", "people", "journal", "ledger", "breadth"], start=1):
            first = measured(pty, str(number))
            pty.settle(0.5)
            print(f"{view:<8} shown for the first time: {first[0] * 1e3:.0f} ms, {first[1]} B")
        for number, view in enumerate(["today", "people", "journal", "ledger", "breadth"], start=1):
            shown = measured(pty, str(number))
            pty.settle(0.5)
            moves = [measured(pty, "jjjjkkkk"[step % 8]) for step in range(MOVES)]  # short lists end soon
            pty.settle(0.5)
            before = pty.received
            pty.press("j")
            pty.settle(0.6)
            at_rest = pty.received - before
            times, sizes = zip(*moves, strict=True)
            print(
                f"{view:<8} shown again {shown[0] * 1e3:4.0f} ms, {shown[1]:6} B; "
                f"a move {statistics.median(times) * 1e3:3.0f} ms, {statistics.median(sizes):5.0f} B; "
                f"with what follows at rest {at_rest} B"
            )
        for view, word in (("2", "petrova"), ("3", "harbour"), ("4", "advice")):
            pty.press(view)
            pty.settle(0.5)
            pty.press("/")
            pty.settle(0.5)
            typed = [measured(pty, letter) for letter in word]
            slowest = max(seconds for seconds, _size in typed)
            median = statistics.median(seconds for seconds, _size in typed)
            print(f"filter {word!r} in {view}: a key {median * 1e3:.0f} ms, the slowest {slowest * 1e3:.0f} ms")
            pty.press("escape")
            pty.settle(0.5)
        before, wakes, cpu = pty.received, pty.wake_ups(), pty.cpu_seconds()
        pty.pump(5)
        print(
            f"idle for 5 s: {pty.received - before} B, {pty.wake_ups() - wakes} wake-ups, "
            f"{(pty.cpu_seconds() - cpu) * 1e3:.0f} ms of processor time"
        )
        pty.press("q")
        pty.wait_exit()


def measured(pty, key):
    """Return the seconds until the burst of output after ``key`` was over, and its bytes."""
    before, begin = pty.received, time.perf_counter()
    last = begin
    pty.press(key)
    while True:
        if pty.pump(QUIET):
            last = time.perf_counter()
        elif last > begin or time.perf_counter() - begin > SILENT:
            return last - begin, pty.received - before
