from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, Exchange, ExchangeKind, Status, Step
from nettui.domain.statuses import STARTS, advance, next_status, next_statuses, path, step_back
from nettui.errors import InvalidInput
from tests import strategies


def start(status, on=None, note=""):
    return Exchange(
        id="1",
        kind=ExchangeKind.ADVICE,
        direction=Direction.RECEIVED,
        person="101",
        steps=(Step(status=status, on=on, note=note),),
    )


def day(number):
    return PartialDate(2026, 1, number)


ALLOWED = {
    ("asked", "agreed"),
    ("asked", "done"),
    ("asked", "declined"),
    ("asked", "lapsed"),
    ("offered", "agreed"),
    ("offered", "done"),
    ("offered", "declined"),
    ("offered", "lapsed"),
    ("agreed", "done"),
    ("agreed", "declined"),
    ("agreed", "lapsed"),
    ("done", "thanked"),
}


def test_the_usual_way_takes_one_key_a_step():
    exchange = start(Status.ASKED, day(1))
    for number in (2, 3, 4):
        exchange = advance(exchange, None, day(number))
    assert [(s.status.value, str(s.on)) for s in exchange.steps] == [
        ("asked", "2026-01-01"),
        ("agreed", "2026-01-02"),
        ("done", "2026-01-03"),
        ("thanked", "2026-01-04"),
    ]
    assert next_status(exchange) is None
    with pytest.raises(InvalidInput, match="It is thanked: nothing comes after that"):
        advance(exchange)


BACK = None
"""The move that is a step back."""


def check_move(before, move, number):
    """Return the exchange after ``move``, or None when it is refused, as it must be by the table above."""
    allowed = len(path(before)) > 1 if move is BACK else (before.status, move) in ALLOWED
    if not allowed:
        with pytest.raises(InvalidInput):
            step_back(before) if move is BACK else advance(before, move, day(number))
        return None
    after = step_back(before) if move is BACK else advance(before, move, day(number), str(number))
    assert after.steps[: len(before.steps)] == before.steps, "a date or a note was lost"
    way = path(after)
    assert (way[-1].status, way[-1].on) == (after.status, after.on)
    if move is BACK:
        assert way == path(before)[:-1]
    else:
        assert way == (*path(before), Step(status=move, on=day(number), note=str(number)))
    return after


@pytest.mark.parametrize("first", STARTS)
def test_all_sequences_up_to_five_moves(first):
    reached = [start(first, day(1), "0")]
    for number in range(2, 7):
        tried = [check_move(exchange, move, number) for exchange in reached for move in (*Status, BACK)]
        reached = [exchange for exchange in tried if exchange is not None]
        assert reached, "somewhere to go there always is: forwards or back"


@given(strategies.exchanges(), st.data())
def test_back_and_forth_ends_where_it_began(exchange, data):
    ahead = next_statuses(exchange)
    if not ahead:
        return
    moved = advance(exchange, data.draw(st.sampled_from(ahead)), None, "x")
    back = step_back(moved)
    assert (back.status, back.on, path(back)) == (exchange.status, exchange.on, path(exchange))


def test_what_was_declined_opens_again_by_a_step_back():
    declined = advance(start(Status.ASKED, day(1)), Status.DECLINED, day(9), "no time")
    opened = step_back(declined)
    assert (opened.status, opened.on) == (Status.ASKED, day(1))
    assert "no time" in [s.note for s in opened.steps]
    again = advance(opened, Status.AGREED, day(10))
    assert [s.status for s in path(again)] == [Status.ASKED, Status.AGREED]


def test_a_move_that_cannot_be_says_what_can():
    with pytest.raises(InvalidInput, match=r"What is done cannot become agreed\. Possible: thanked"):
        advance(start(Status.DONE), Status.AGREED)
    with pytest.raises(InvalidInput, match="It began as asked"):
        step_back(start(Status.ASKED))


def test_a_date_before_the_step_it_follows_is_refused():
    asked = start(Status.ASKED, PartialDate(2026, 5, 10))
    with pytest.raises(InvalidInput, match="2026-05-09 is before the step it follows, of 2026-05-10"):
        advance(asked, None, PartialDate(2026, 5, 9))
    for possible in (PartialDate(2026, 5, 10), PartialDate(2026, 5), PartialDate(2026), None):
        assert advance(asked, None, possible).on == possible


@given(strategies.partial_dates(), strategies.partial_dates())
def test_dates_of_any_precision_either_follow_or_are_refused(first, second):
    asked = start(Status.ASKED, first)
    if second.last_day() < first.first_day():
        with pytest.raises(InvalidInput):
            advance(asked, None, second)
    else:
        assert advance(asked, None, second).on == second
