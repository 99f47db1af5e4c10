"""What a typed character costs on the capture line among 20,000 people and their journal."""

from __future__ import annotations

import gc
import statistics
import time
from datetime import UTC, datetime

import pytest

from nettui.services.clock import FixedClock
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository
from nettui.tui.widgets.capture.completing import completions
from nettui.tui.widgets.capture.meaning import lay_out, rows_of
from nettui.tui.widgets.capture.reader import Reader
from nettui.tui.workspace import Workspace
from tests.bench.volume import records

LINE = (
    "yesterday: coffee with Мария Петрова-12 and Ivan Щърбелова-55 about Ada #phd. "
    "promised: send her my CV until the 27th. asked: recommendation"
)


@pytest.mark.bench
def test_a_key_on_the_capture_line(capsys):
    clock = FixedClock(datetime(2026, 11, 23, 10, tzinfo=UTC))
    network = Network(MemoryRepository(clock), clock)
    network.save(list(records(120_000)), action="bench")
    reader = Reader(Workspace(network))
    started = time.process_time()
    assert len(reader.index.data["ids"]) == 20_000
    built = time.process_time() - started
    gc.collect()
    gc.freeze()  # as the app does once its network is read
    costs = []
    for end in range(1, len(LINE) + 1):
        started = time.process_time()
        lay_out(rows_of(reader.read(LINE[:end]), network.today), 80, 4)
        costs.append(time.process_time() - started)
    tabs = []
    for line in ("m", "кафе с мар", "call with Мария П", "#pro"):
        started = time.process_time()
        assert completions(reader, line, len(line))
        tabs.append(time.process_time() - started)
    gc.unfreeze()
    with capsys.disabled():
        print(
            f"\ncapture, 20,000 people: index {built * 1000:.0f} ms; a key {statistics.median(costs) * 1000:.1f} ms "
            f"median, {max(costs) * 1000:.1f} ms at most; Tab {', '.join(f'{tab * 1000:.0f}' for tab in tabs)} ms"
        )
