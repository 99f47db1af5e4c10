from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.birthdays import Birthday, next_birthday, upcoming
from nettui.domain.dates import PartialDate
from nettui.domain.records import Person
from tests import strategies

TODAY = date(2026, 12, 20)


def born(number, text, **fields):
    return Person(id=str(number), name="A", birthday=PartialDate.parse(text) if text else None, **fields)


def test_the_nearest_first_with_the_age_where_it_is_known():
    people = [
        born(101, "1990-01-03"),
        born(102, "--12-20"),
        born(103, "1985-12-19"),
        born(104, "1999-12"),
        born(105, "1999"),
        born(106, None),
        born(107, "1990-12-21", archived=True),
        born(108, "2030-12-25"),
    ]
    assert upcoming(people, TODAY) == [
        Birthday(person="102", on=TODAY, days=0, turns=None),
        Birthday(person="108", on=date(2026, 12, 25), days=5, turns=None),
        Birthday(person="101", on=date(2027, 1, 3), days=14, turns=37),
    ]
    assert [b.person for b in upcoming(people, TODAY, days=4)] == ["102"]


def test_29_february_falls_on_the_28th_in_common_years():
    leap = PartialDate(2000, 2, 29)
    assert next_birthday(leap, date(2026, 2, 1)) == date(2026, 2, 28)
    assert next_birthday(leap, date(2026, 3, 1)) == date(2027, 2, 28)
    assert next_birthday(leap, date(2027, 3, 1)) == date(2028, 2, 29)
    assert next_birthday(leap, date(2028, 2, 28)) == date(2028, 2, 29)
    assert next_birthday(leap, date(2028, 2, 29)) == date(2028, 2, 29)


def test_the_end_of_the_calendar():
    assert next_birthday(PartialDate(None, 1, 1), date.max) is None


@given(strategies.partial_dates(yearless=True), st.dates(max_value=date(9000, 1, 1)))
def test_the_next_birthday_is_within_a_year_and_not_past(birthday, today):
    on = next_birthday(birthday, today)
    if birthday.month is None or birthday.day is None:
        assert on is None
    else:
        assert on is not None
        assert today <= on <= today + timedelta(days=366)
        assert on.month == birthday.month
