"""Time and memory of whole commands at three sizes, beside a bare Python. Prints; never judges.

Run with ``pytest -m bench -s tests/bench``. Figures are medians of several runs of the whole process.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys

import pytest

from nettui.bootstrap import open_network
from nettui.services.clock import SystemClock
from tests.bench.volume import linkedin_archive, person, records

pytestmark = pytest.mark.bench
RUNS = 5


LAUNCHER = """
import json, os, sys, time
runs, *arguments = sys.argv[1:]
out = os.open(os.devnull, os.O_WRONLY)
results = []
for _ in range(int(runs)):
    start = time.perf_counter()
    pid = os.posix_spawn(sys.executable, [sys.executable, *arguments], os.environ,
                         file_actions=[(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)])
    _, status, usage = os.wait4(pid, 0)
    results.append((time.perf_counter() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)))
print(json.dumps(results))
"""
"""Linux counts a new process's peak memory from that of its parent on, so a small one must start what is measured."""


def measure(arguments, environment, runs=RUNS):
    """Return (median seconds, peak MiB) of whole processes."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, str(runs), *arguments], env=environment, capture_output=True, check=True
    )
    results = json.loads(done.stdout)
    assert {status for _, _, status in results} <= {0, 1}, arguments
    return statistics.median(r[0] for r in results), max(r[1] for r in results)


@pytest.fixture
def environment(tmp_path):
    keep = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "PYTHONPATH") if name in os.environ}
    return {**keep, "HOME": str(tmp_path), "LANG": "C.UTF-8"}


def row(what, size, measured, bare):
    seconds, memory = measured
    print(f"{what:<28}{size:>9}{seconds * 1000:>10.0f} ms{memory:>8.0f} MiB{seconds / bare:>8.1f} x bare python")


@pytest.mark.parametrize("size", [0, 1_000, 10_000, 100_000])
def test_commands(size, tmp_path, environment, capsys):
    path = tmp_path / "network.json"
    with open_network(path, clock=SystemClock()) as network:
        if size:
            network.save(records(size), action="bench.fill")
    archive = linkedin_archive(tmp_path / "archive.zip", max(size // 5, 100))
    nettui = ["-m", "nettui", "-f", str(path)]
    commands = {
        "start (where)": [*nettui, "where"],
        "add (a note)": [*nettui, "add", "a note to myself"],
        "add (with a name)": [*nettui, "add", f"yesterday: coffee with {person(16).name} about the harbour"],
        "add (Bulgarian)": [*nettui, "add", f"вчера: кафе с {person(0).name} за проекта. обещах: да пратя CV до петък"],
        "people": [*nettui, "people", "--json"],
        "people (a query)": [*nettui, "people", "petrova", "-n", "20"],
        "ledger --balance": [*nettui, "ledger", "--balance", "--json"],
        "today": [*nettui, "today", "--json"],
    }
    with capsys.disabled():
        bare, _ = measure(["-c", "pass"], environment)
        print()
        for what, arguments in commands.items():
            measure(arguments, environment, 1)
            row(what, size, measure(arguments, environment), bare)
        fresh = tmp_path / "copy"
        shutil.copytree(tmp_path, fresh, ignore=shutil.ignore_patterns("copy"))
        nettui[3] = str(fresh / "network.json")
        rows = max(size // 5, 100)
        row(f"import ({rows} rows)", size, measure([*nettui, "import", str(archive)], environment, 1), bare)
        row("undo (that import)", size, measure([*nettui, "undo"], environment, 1), bare)


def test_twenty_thousand_connections(tmp_path, environment, capsys):
    archive = linkedin_archive(tmp_path / "archive.zip", 20_000)
    nettui = ["-m", "nettui", "-f", str(tmp_path / "network.json")]
    with capsys.disabled():
        bare, _ = measure(["-c", "pass"], environment)
        print()
        row("import into an empty file", 20_000, measure([*nettui, "import", str(archive)], environment, 1), bare)
        row("the same archive again", 20_000, measure([*nettui, "import", str(archive)], environment, 1), bare)
        row("undo", 20_000, measure([*nettui, "undo"], environment, 1), bare)


def test_add_to_ten_thousand_people_and_fifty_thousand_entries(tmp_path, environment, capsys):
    big, empty = tmp_path / "big.json", tmp_path / "empty.json"
    for path, size in ((empty, 0), (big, 61_224)):
        with open_network(path, clock=SystemClock()) as network:
            network.save(records(size) if size else [], action="bench.fill")
    line = "yesterday: coffee with Hélène about the harbour. promised: send the map by friday"
    with capsys.disabled():
        bare, _ = measure(["-c", "pass"], environment)
        figures = {}
        for path in (empty, big):
            arguments = ["-m", "nettui", "-f", str(path), "add", line.replace("Hélène", person(16).name)]
            if path is empty:
                arguments = ["-m", "nettui", "-f", str(path), "add", line]
            measure(arguments, environment, 2)
            figures[path] = measure(arguments, environment, 11)
            row(f"add, {path.stem} file", path.stat().st_size // 1000, figures[path], bare)
        print(f"ratio {figures[big][0] / figures[empty][0]:.2f}")
