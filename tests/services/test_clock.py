"""Ids rise, whatever the clock says."""

from __future__ import annotations

from datetime import UTC, datetime

from nettui.services.clock import FixedClock, SystemClock


def test_ids_rise_and_have_nineteen_digits():
    for clock in (SystemClock(), FixedClock(datetime(2026, 11, 23, 10, tzinfo=UTC))):
        ids = [clock.new_id() for _ in range(1000)]
        assert ids == sorted(set(ids))
        assert {len(i) for i in ids} == {19}
