from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.periods import ALL_TIME, Period
from nettui.errors import InvalidInput
from tests import strategies


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-02-03", "2026-02-03", "2026-02-03"),
        ("2025..2026-03", "2025-01-01", "2026-03-31"),
        ("2026..", "2026-01-01", None),
        ("..2026-06-05", None, "2026-06-05"),
        ("..", None, None),
    ],
)
def test_reading(text, start, end):
    found = Period.parse(text)
    assert (found.start and str(found.start), found.end and str(found.end)) == (start, end)


@pytest.mark.parametrize("text", ["", "soon", "2026-13", "--05-01", "2026-02-30", "2027..2026", "2026...2027"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(InvalidInput):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "steps", "shifted"),
    [
        ("2026", -1, "2025"),
        ("2026-01", -1, "2025-12"),
        ("2026-11", 3, "2027-02"),
        ("2026-01..2026-03", 1, "2026-04..2026-06"),
        ("2026-02-27", 2, "2026-03-01"),
        ("2026-11-16..2026-11-22", 1, "2026-11-23..2026-11-29"),
        ("2026..", 1, "2026.."),
        ("0001", -1, "0001"),
        ("9999", 1, "9999"),
    ],
)
def test_earlier_and_later(text, steps, shifted):
    assert Period.parse(text).shift(steps) == Period.parse(shifted)


def test_a_vague_date_touches_where_it_may_lie():
    may = Period.parse("2026-05")
    assert may.touches(PartialDate(2026))
    assert may.touches(PartialDate(2026, 5, 31))
    assert not may.touches(PartialDate(2026, 6))
    assert not may.touches(None)
    assert ALL_TIME.touches(None)


@given(strategies.partial_dates(), strategies.partial_dates(), strategies.days)
def test_a_day_lies_between_its_bounds(one, other, day):
    try:
        period = Period.between(one, other)
    except InvalidInput:
        assert other.last_day() < one.first_day()
        return
    assert (day in period) == (one.first_day() <= day <= other.last_day())
    assert (day in period) == period.touches(PartialDate.of(day))


@given(strategies.days, st.integers(0, 800), st.integers(-20, 20))
def test_shifted_periods_of_days_are_as_long_and_come_back(start, length, steps):
    period = Period(start, start + timedelta(days=length))
    there = period.shift(steps)
    assert there.shift(-steps) == period
    assert there.start is not None
    assert (there.start > start) == (steps > 0) or steps == 0


def test_the_next_month_begins_after_the_last():
    month = Period.parse("2024-01")
    for _count in range(24):
        following = month.shift(1)
        assert month.end is not None
        assert following.start == month.end + timedelta(days=1)
        month = following
    assert month.start == date(2026, 1, 1)
