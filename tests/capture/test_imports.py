"""What understanding a line must not load: it would cost more than the whole command."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from tests.capture.invented import invented_network
from nettui.services.capture.parse import understand
from nettui.services.log import log
network = invented_network()
print(log(network, understand(network, sys.argv[1])).entry.at)
print(sorted({"dateparser", "asyncio", "textual", "regex", "rich", "click"} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("yesterday: coffee with Maria. promised: send her my CV by friday", "2026-11-22"),
        ("миналия петък: кафе с Мария. обещах: да пратя CV до края на месеца", "2026-11-20"),
        ("note: call the bank", "2026-11-23T10:00"),
        ("this may be: a long way to go by car and by friday at the latest", "2026-11-23T10:00"),
    ],
)
def test_an_everyday_line_loads_nothing_slow(line, at):
    done = subprocess.run([sys.executable, "-c", PROGRAM, line], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == [at, "[]"]
