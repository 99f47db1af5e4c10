"""What all tests share."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from nettui import i18n
from nettui.locale.build_hook import compile_catalogues
from nettui.services.clock import FixedClock
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A check of a submission asks the same questions each time; at a desk every run asks new ones.
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday."""


@pytest.fixture(scope="session", autouse=True)
def _catalogues():
    """The catalogues of a bare checkout are compiled; those of an install are as fresh as their sources."""
    sources = list(i18n.LOCALE_DIR.glob("*/LC_MESSAGES/*.po"))
    compiled = [source.with_suffix(".mo") for source in sources]
    if any(
        not target.exists() or target.stat().st_mtime < source.stat().st_mtime
        for source, target in zip(sources, compiled, strict=True)
    ):
        compile_catalogues(i18n.LOCALE_DIR)


@pytest.fixture(autouse=True)
def _english():
    """Each test starts in English, whatever the machine speaks."""
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def network(clock):
    """An empty network in memory, on Monday 23 November 2026."""
    return Network(MemoryRepository(clock), clock)
