"""Partial dates and moments."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import Moment, PartialDate


def partial_dates():
    days = st.dates(date(1, 1, 1), date(9999, 12, 31))
    return st.one_of(
        days.map(PartialDate.of),
        days.map(lambda d: PartialDate(d.year, d.month)),
        days.map(lambda d: PartialDate(d.year)),
        st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda d: PartialDate(None, d.month, d.day)),
    )


@given(partial_dates())
def test_written_and_read_back(value):
    assert PartialDate.parse(str(value)) == value


@given(partial_dates(), partial_dates())
def test_order_is_total_and_agrees_with_equality(a, b):
    assert (a < b) + (b < a) + (a == b) == 1


@given(partial_dates().filter(lambda d: d.year is not None))
def test_first_day_is_not_after_last_day(value):
    assert value.first_day() <= value.last_day()
    assert value.complete == (value.first_day() == value.last_day() and value.day is not None)


def test_vaguer_dates_come_first():
    order = ["--12-31", "2018-12-31", "2019", "2019-01", "2019-01-01", "2019-01-02", "2019-02"]
    assert [str(d) for d in sorted(map(PartialDate.parse, reversed(order)))] == order


@pytest.mark.parametrize(
    "text",
    ["", "19", "2019-13", "2019-02-29", "2019-6", "2019-06-14T10", "--02-30", "--2-3", "２０１９", "2019 ", "0000"],
)
def test_no_date(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is made for people
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(None,), (None, 3), (2019, None, 4)])
def test_impossible_precision(parts):
    with pytest.raises(ValueError, match="needs"):
        PartialDate(*parts)


def test_birthday_on_a_leap_day_needs_no_year():
    assert str(PartialDate.parse("--02-29")) == "--02-29"
    with pytest.raises(ValueError, match="no day"):
        PartialDate.parse("--02-29").first_day()


def test_last_day_of_a_month_and_a_year():
    assert PartialDate.parse("2024-02").last_day() == date(2024, 2, 29)
    assert PartialDate.parse("2024").last_day() == date(2024, 12, 31)


@given(st.one_of(st.dates().map(Moment), st.datetimes().map(Moment.of)))
def test_moments_are_written_and_read_back(moment):
    assert Moment.parse(str(moment)) == moment


def test_a_day_comes_before_its_times():
    day, noon = Moment.parse("2026-11-03"), Moment.parse("2026-11-03T12:00")
    assert day < noon < Moment.parse("2026-11-04")
    assert sorted([noon, day]) == [day, noon]


def test_a_moment_keeps_minutes():
    assert str(Moment.of(datetime(2026, 11, 3, 14, 5, 59))) == "2026-11-03T14:05"  # noqa: DTZ001 - the wall clock
