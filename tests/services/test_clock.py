"""The system's clock knows summers and winters; ids rise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from nettui.services.clock import FixedClock, SystemClock


def test_the_zone_has_summer_and_winter(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Sofia")
    zone = SystemClock().zone
    assert datetime(2026, 1, 15, 12, tzinfo=zone).utcoffset() == timedelta(hours=2)
    assert datetime(2026, 7, 15, 12, tzinfo=zone).utcoffset() == timedelta(hours=3)


@pytest.mark.parametrize("name", ["No/Such", "EET-2EEST,M3.5.0/3,M10.5.0/4", "/etc/localtime", "../x"])
def test_a_zone_that_cannot_be_named_has_todays_offset(monkeypatch, name):
    monkeypatch.setenv("TZ", name)
    clock = SystemClock()
    assert clock.now().replace(tzinfo=clock.zone).utcoffset() is not None


def test_ids_rise_and_have_nineteen_digits():
    for clock in (SystemClock(), FixedClock(datetime(2026, 11, 23, 10, tzinfo=UTC))):
        ids = [clock.new_id() for _ in range(1000)]
        assert ids == sorted(set(ids))
        assert {len(i) for i in ids} == {19}
