"""Dates of both languages, seen back from an entry and ahead to a due date."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import Moment
from nettui.services.capture.when import Past, due_in, read_due, read_past
from tests.capture.invented import NOW, SOFIA


def at(text, zone=SOFIA):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


PAST = [
    ("today", "2026-11-23"),
    ("днес", "2026-11-23"),
    ("yesterday", "2026-11-22"),
    ("Вчера", "2026-11-22"),
    ("the day before yesterday", "2026-11-21"),
    ("онзи ден", "2026-11-21"),
    ("завчера", "2026-11-21"),
    ("mon", "2026-11-16"),
    ("Monday", "2026-11-16"),
    ("в понеделник", "2026-11-16"),
    ("понеделник сутринта", "2026-11-16"),
    ("on friday", "2026-11-20"),
    ("last friday", "2026-11-20"),
    ("миналия петък", "2026-11-20"),
    ("миналата сряда", "2026-11-18"),
    ("миналата неделя вечерта", "2026-11-22"),
    ("last week", "2026-11-16"),
    ("миналия месец", "2026-10-23"),
    ("миналата година", "2025-11-23"),
    ("3 days ago", "2026-11-20"),
    ("a week ago", "2026-11-16"),
    ("a couple of weeks ago", "2026-11-09"),
    ("three months ago", "2026-08-23"),
    ("преди 3 дни", "2026-11-20"),
    ("преди ден", "2026-11-22"),
    ("преди седмица", "2026-11-16"),
    ("преди две седмици", "2026-11-09"),
    ("преди 1 месец", "2026-10-23"),
    ("2026-11-03", "2026-11-03"),
    ("2026-11-03 14:00", "2026-11-03T14:00"),
    ("2026-11-03T14:00", "2026-11-03T14:00"),
    ("12.03.2026", "2026-03-12"),
    ("12.03.2026 г.", "2026-03-12"),
    ("12.03", "2026-03-12"),
    ("12/3", "2026-03-12"),
    ("1/12", "2025-12-01"),
    ("3.11.25", "2025-11-03"),
    ("12 март", "2026-03-12"),
    ("12-ти март 2024", "2024-03-12"),
    ("3 nov", "2026-11-03"),
    ("Nov 3, 2025", "2025-11-03"),
    ("march 12th", "2026-03-12"),
    ("24 ноември", "2025-11-24"),
    ("23 ноември", "2026-11-23"),
    ("на 12-и", "2026-11-12"),
    ("the 12th", "2026-11-12"),
    ("на 24-ти", "2026-10-24"),
    ("Tue, 3 Nov", "2026-11-03"),
    ("снощи", "2026-11-22"),
    ("last night", "2026-11-22"),
    ("тази сутрин", "2026-11-23"),
    ("this morning", "2026-11-23"),
    ("9:30", "2026-11-23T09:30"),
    ("14:00", "2026-11-22T14:00"),
    ("от 14 ч.", "2026-11-22T14:00"),
    ("в 14.30 ч.", "2026-11-22T14:30"),
    ("at 2pm", "2026-11-22T14:00"),
    ("12 am", "2026-11-23T00:00"),
    ("вчера в 14:30", "2026-11-22T14:30"),
    ("вчера в 9", "2026-11-22T09:00"),
    ("friday at 7:15 pm", "2026-11-20T19:15"),
    ("преди 2 часа", "2026-11-23T08:00"),
    ("an hour ago", "2026-11-23T09:00"),
    ("1 week and 2 days ago", "2026-11-14"),
]


@pytest.mark.parametrize(("phrase", "expected"), PAST, ids=lambda value: value)
def test_a_phrase_says_when_it_happened(phrase, expected):
    assert read_past(phrase, NOW) == Past(Moment.parse(expected))


@pytest.mark.parametrize(
    "phrase",
    ["tomorrow", "утре", "next friday", "другия петък", "тази неделя", "2027-01-01", "today at 18:00", "след седмица"],
)
def test_what_lies_in_the_future_is_refused(phrase):
    assert read_past(phrase, NOW) == Past(None)


@pytest.mark.parametrize(
    "phrase",
    ["", "note", "may", "март", "november 2025", "31.02", "31.02.2025", "30 февруари", "2026-02-30", "13.13", "0.5",
     "25:00", "2.0", "3-4", "12", "Maria", "todo", "1 2 3", "в", "on", "the", "преди 99999999 дни", "9999 years ago",
     "sat down with the team", "x" * 100, "3 days", "٣ дни", "на 32-и"],
)  # fmt: skip
def test_what_is_no_date_is_none(phrase):
    assert read_past(phrase, NOW) is None


DUE = [
    ("friday", "2026-11-27"),
    ("петък", "2026-11-27"),
    ("monday", "2026-11-30"),
    ("today", "2026-11-23"),
    ("утре", "2026-11-24"),
    ("вдругиден", "2026-11-25"),
    ("this friday", "2026-11-27"),
    ("next friday", "2026-12-04"),
    ("следващия петък", "2026-12-04"),
    ("другата сряда", "2026-12-02"),
    ("1 dec", "2026-12-01"),
    ("1.12", "2026-12-01"),
    ("22.11", "2027-11-22"),
    ("23.11", "2026-11-23"),
    ("15 декември", "2026-12-15"),
    ("12-и", "2026-12-12"),
    ("30-и", "2026-11-30"),
    ("31-ви", "2026-12-31"),
    ("end of month", "2026-11-30"),
    ("the end of the week", "2026-11-29"),
    ("края на месеца", "2026-11-30"),
    ("края на следващия месец", "2026-12-31"),
    ("края на февруари", "2027-02-28"),
    ("края на годината", "2026-12-31"),
    ("next week", "2026-12-06"),
    ("следващата седмица", "2026-12-06"),
    ("next month", "2026-12"),
    ("декември", "2026-12"),
    ("март", "2027-03"),
    ("2027", "2027"),
    ("след две седмици", "2026-12-07"),
    ("in 3 days", "2026-11-26"),
    ("29 февруари", "2028-02-29"),
]


@pytest.mark.parametrize(("phrase", "expected"), DUE, ids=lambda value: value)
def test_a_phrase_says_when_it_is_due(phrase, expected):
    assert str(read_due(phrase, NOW)) == expected


@pytest.mark.parametrize("phrase", ["Иван", "car", "31.02", "last friday maybe", "5", ""])
def test_what_is_no_due_date_is_none(phrase):
    assert read_due(phrase, NOW) is None


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("send it by friday", "by friday", "2026-11-27"),
        ("go by car by 1 dec, please", "by 1 dec", "2026-12-01"),
        ("да го пратя до Иван до края на месеца", "до края на месеца", "2026-11-30"),
        ("до петък да звънна", "до петък", "2026-11-27"),
        ("By Friday.", "By Friday", "2026-11-27"),
    ],
)
def test_a_section_says_where_its_due_date_is(text, said, expected):
    found = due_in(text, NOW)

    assert found
    start, end, due = found
    assert (text[start:end], str(due)) == (said, expected)


@pytest.mark.parametrize(
    ("now", "phrase", "expected"),
    [
        ("2027-01-01 00:30", "вчера", "2026-12-31"),
        ("2027-01-01 00:30", "31.12", "2026-12-31"),
        ("2027-01-01 00:30", "31 дек", "2026-12-31"),
        ("2027-01-01 00:30", "friday", "2026-12-25"),  # 1 January 2027 is a Friday
        ("2027-01-01 00:30", "23:00", "2026-12-31T23:00"),
        ("2027-01-01 00:30", "преди 2 часа", "2026-12-31T22:30"),
        ("2027-01-01 00:30", "на 31-и", "2026-12-31"),
        ("2027-03-31 12:00", "last month", "2027-02-28"),
        ("2027-03-01 12:00", "преди 1 ден", "2027-02-28"),
        ("2028-03-01 12:00", "вчера", "2028-02-29"),
        ("2028-02-29 12:00", "преди година", "2027-02-28"),
        ("2026-12-31 12:00", "на 30-и", "2026-12-30"),
        ("2027-03-15 12:00", "на 30-и", "2027-01-30"),  # February has none
        ("2027-01-31 12:00", "1.02", "2026-02-01"),
    ],
)
def test_phrases_across_month_and_year_borders(now, phrase, expected):
    assert read_past(phrase, at(now)) == Past(Moment.parse(expected))


@pytest.mark.parametrize(
    ("now", "phrase", "expected"),
    [
        ("2026-12-31 12:00", "утре", "2027-01-01"),
        ("2026-12-30 12:00", "friday", "2027-01-01"),
        ("2026-12-31 12:00", "края на месеца", "2026-12-31"),
        ("2026-12-31 12:00", "next month", "2027-01"),
        ("2027-01-31 12:00", "след месец", "2027-02-28"),
        ("2026-12-30 12:00", "end of week", "2027-01-03"),
        ("2027-01-30 12:00", "29-и", "2027-03-29"),
    ],
)
def test_due_dates_across_month_and_year_borders(now, phrase, expected):
    assert str(read_due(phrase, at(now))) == expected


@pytest.mark.parametrize(
    ("now", "phrase", "expected"),
    [
        # Bulgaria: on 29 March 2026 at 3:00 the clock went to 4:00, on 25 October 2026 at 4:00 back to 3:00.
        ("2026-03-29 05:30", "преди 2 часа", "2026-03-29T02:30"),
        ("2026-03-29 05:30", "1 day ago", "2026-03-28"),
        ("2026-03-29 03:59", "вчера в 3:30", "2026-03-28T03:30"),
        ("2026-10-25 05:30", "преди 2 часа", "2026-10-25T03:30"),  # the second 3:30 of that night
        ("2026-10-25 05:30", "преди 3 часа", "2026-10-25T03:30"),  # and the first
        ("2026-10-26 00:15", "вчера", "2026-10-25"),
        ("2026-10-26 00:15", "преди седмица", "2026-10-19"),
    ],
)
def test_phrases_when_the_clock_changes(now, phrase, expected):
    assert read_past(phrase, at(now)) == Past(Moment.parse(expected))


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1))


@given(
    st.text(max_size=70),
    st.builds(datetime.combine, DAYS, st.times(), st.just(SOFIA)),
)
def test_any_phrase_is_read_or_not_and_never_lies_ahead(phrase, now):
    past = read_past(phrase, now)

    assert past is None or past.moment is None or past.moment <= Moment.of(now)
    read_due(phrase, now)


WORDS = (
    "mon понеделник 12 12.03 31.02 на преди две седмици ago 3 days last миналия next 29 февруари 14:00 ч от в 2pm and"
)


@given(
    st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=5).map(" ".join),
    DAYS,
)
def test_any_mixture_of_date_words_is_read_or_not(phrase, day):
    now = datetime(day.year, day.month, day.day, 12, tzinfo=SOFIA)
    past = read_past(phrase, now)

    assert past is None or past.moment is None or past.moment <= Moment.of(now)
    read_due(phrase, now)
