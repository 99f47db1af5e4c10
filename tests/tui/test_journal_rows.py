"""The rows of the journal, and the pieces it is drawn with, without an app."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nettui.tui.views.journal.stream import DayHeading, DayStream, days_of
from nettui.tui.views.journal.year_map import shades, year_of
from nettui.tui.widgets.paragraphs import wrap

DAYS = st.lists(st.integers(min_value=0, max_value=60), max_size=60).map(
    lambda numbers: [date(2026, 1, 1) + timedelta(days=n) for n in sorted(numbers, reverse=True)]
)


def stream_of(days):
    return DayStream([str(number) for number in range(len(days))], days_of(days))


def plainly(days):
    """The same rows, made one after the other."""
    rows: list[object] = []
    last = None
    for number, day in enumerate(days):
        if day != last:
            rows.append(DayHeading(day, last is None or (last.year, last.month) != (day.year, day.month)))
            last = day
        rows.append(str(number))
    return rows


@given(DAYS)
def test_rows_found_by_bisection_are_those_made_in_order(days):
    stream = stream_of(days)
    rows = plainly(days)
    assert list(stream) == rows
    assert [stream[n - len(rows)] for n in range(len(rows))] == rows
    for number, row in enumerate(rows):
        day = stream.day_at(number)
        assert day is not None
        if isinstance(row, DayHeading):
            assert row.day == day
        else:
            assert stream.row_of(row, day) == number
            assert row in stream.entries_of(day)


@given(DAYS, st.integers(min_value=-5, max_value=70))
def test_days_are_found_from_both_sides(days, number):
    stream = stream_of(days)
    day = date(2026, 1, 1) + timedelta(days=number)
    assert stream.count(day) == days.count(day) == len(stream.entries_of(day))
    before = [each for each in days if each <= day]
    row = stream.row_until(day)
    assert (row is None) == (not before)
    if row is not None:
        assert stream.day_at(row) == max(before)
        assert isinstance(stream[row - 1], DayHeading)
    after = [each for each in days if each >= day]
    assert stream.next_day(day) == (min(after) if after else None)


@given(st.integers(min_value=0, max_value=500))
def test_shades_grow(most):
    steps = shades(most)
    assert steps[0] == 1
    assert list(steps) == sorted(set(steps))
    assert most < 4 or steps[-1] <= most


@pytest.mark.parametrize("number", [1, 2024, 2026, 2040, 9999])
def test_a_year_has_all_its_days(number):
    year = year_of(number, lambda _day: 1)
    assert year.entries == (date(number, 12, 31) - date(number, 1, 1)).days + 1
    assert year.start <= year.first


@given(st.text(alphabet=st.sampled_from("ab ж名\n\t\x1b👩"), max_size=80), st.integers(min_value=1, max_value=30))
def test_wrapped_text_fits_and_loses_no_word(text, width):
    lines = wrap(((text, "text"), ("end", "who")), width)
    assert all(sum(cell_len(part) for part, _role in line) <= max(width, 2) for line in lines)
    joined = "".join(part for line in lines for part, _role in line)
    kept = "".join((text + "end").split()).replace("\x1b", "␛")
    assert "".join(joined.split()) == kept
