"""Many rows: dictionaries, not scans."""

from __future__ import annotations

import resource
import time
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest

from nettui.formats.detect import read_incoming
from nettui.services.importing.apply import apply
from nettui.services.importing.plan import plan

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def many(count):
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    for i in range(count):
        day = date(2010, 1, 1) + timedelta(i % 5000)
        lines.append(
            f"First{i % 900},Last{i % 1700},https://www.linkedin.com/in/zz-{i},,Company {i % 500},Engineer,"
            f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        )
    return "\n".join(lines).encode()


def bring(network, data):
    planned = plan(network, read_incoming(Path("Connections.csv"), zone=UTC, data=data))
    return planned, apply(network, planned)


def test_two_thousand_connections_with_namesakes_are_two_thousand_people(network):
    data = many(2000)
    bring(network, data)
    assert len(network.repository.people) == 2000
    planned, change = bring(network, data)
    assert change is None
    assert planned.asks == []


@pytest.mark.bench
def test_bench_twenty_thousand_connections(network):
    data = many(20_000)
    start = time.perf_counter()
    bring(network, data)
    first = time.perf_counter() - start
    bring(network, data)
    second = time.perf_counter() - start - first
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n20,000 connections in memory: first {first:.2f} s, again {second:.2f} s, peak {peak:.0f} MiB")
    assert len(network.repository.people) == 20_000
