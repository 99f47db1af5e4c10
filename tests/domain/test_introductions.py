"""Who introduces whom, whether both agreed, and what comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.introductions import (
    Next,
    Todo,
    both_agreed,
    consent_of,
    introducer,
    met_through,
    next_thing,
    parties,
    sides,
    sides_only,
    unasked,
    without_sides,
)
from nettui.domain.records import (
    ME_ID,
    Consent,
    Consenting,
    Direction,
    Exchange,
    ExchangeKind,
    Status,
    Step,
)
from tests import strategies

MARIA, GEORGI, ANI, ELENA = "101", "102", "103", "104"
PEOPLE = (MARIA, GEORGI, ANI, ELENA)
DAY = PartialDate(2026, 11, 12)
ASKED, AGREED, DECLINED = Consenting.ASKED, Consenting.AGREED, Consenting.DECLINED


def introduction(direction, person, *others, status="offered", **fields):
    steps = [Step(status=Status(each), on=DAY) for each in status.split()]
    return Exchange(
        id="1001",
        kind=ExchangeKind.INTRODUCTION,
        direction=Direction(direction),
        person=person,
        others=others,
        steps=tuple(steps),
        **fields,
    )


def answered(exchange, **answers):
    ids = {"me": ME_ID, "maria": MARIA, "georgi": GEORGI, "ani": ANI}
    return replace(
        exchange, consents=tuple(Consent(person=ids[who], answer=answer, on=DAY) for who, answer in answers.items())
    )


@pytest.mark.parametrize(
    ("exchange", "who", "both"),
    [
        pytest.param(introduction("given", MARIA, GEORGI), ME_ID, (MARIA, GEORGI), id="I introduce two"),
        pytest.param(introduction("given", MARIA, GEORGI, ANI), ME_ID, (MARIA, GEORGI, ANI), id="I introduce three"),
        pytest.param(introduction("given", MARIA, MARIA, GEORGI), ME_ID, (MARIA, GEORGI), id="named twice"),
        pytest.param(introduction("given", MARIA), ME_ID, (MARIA,), id="to somebody without a name yet"),
        pytest.param(introduction("received", ANI, GEORGI), ANI, (ME_ID, GEORGI), id="Ani introduces me"),
        pytest.param(introduction("received", ANI), ANI, (ME_ID,), id="me to somebody without a name yet"),
        pytest.param(introduction("received", ANI, MARIA, GEORGI), ANI, (MARIA, GEORGI), id="Ani introduces two"),
        pytest.param(introduction("received", ANI, ANI, GEORGI), ANI, (ME_ID, GEORGI), id="Ani is no side"),
    ],
)
def test_who_the_three_are(exchange, who, both):
    assert introducer(exchange) == who
    assert sides(exchange) == both


@given(strategies.exchanges(people=PEOPLE, kind=ExchangeKind.INTRODUCTION))
def test_the_introducer_is_no_side_and_nobody_is_one_twice(exchange):
    both = sides(exchange)
    assert len(set(both)) == len(both) >= 1
    assert introducer(exchange) not in both
    assert {introducer(exchange), *both} - {ME_ID} == {exchange.person, *exchange.others}


@given(st.sampled_from((ME_ID, *PEOPLE)), st.lists(st.sampled_from((ME_ID, *PEOPLE)), max_size=4))
def test_parties_say_what_the_sides_read_or_refuse(who, both):
    different = bool(both) and len({who, *both}) == len(both) + 1
    possible = who == ME_ID or (len(both) < 3 if ME_ID in both else len(both) > 1)
    if not (different and possible):
        with pytest.raises(ValueError, match=r"introduc|brings together"):
            parties(who, both)
        return
    direction, person, others = parties(who, both)
    exchange = introduction(direction, person, *others)
    assert introducer(exchange) == who
    assert set(sides(exchange)) == set(both)


def test_who_asked_for_it_has_agreed_by_asking():
    asked_me = introduction("given", MARIA, GEORGI, status="asked agreed")
    assert consent_of(asked_me, MARIA) == Consent(person=MARIA, answer=AGREED, on=DAY)
    assert consent_of(asked_me, GEORGI) is None
    i_asked = introduction("received", ANI, GEORGI, status="asked")
    assert consent_of(i_asked, ME_ID) == Consent(person=ME_ID, answer=AGREED, on=DAY)
    offered = introduction("received", ANI, GEORGI, status="offered")
    assert consent_of(offered, ME_ID) is None
    assert consent_of(answered(asked_me, maria=DECLINED), MARIA) == Consent(person=MARIA, answer=DECLINED, on=DAY)


def test_both_agreed_needs_every_side():
    two = introduction("given", MARIA, GEORGI)
    assert not both_agreed(two)
    assert unasked(two) == (MARIA, GEORGI)
    assert not both_agreed(answered(two, maria=AGREED))
    assert not both_agreed(answered(two, maria=AGREED, georgi=ASKED))
    assert both_agreed(answered(two, maria=AGREED, georgi=AGREED))
    assert unasked(answered(two, maria=AGREED, georgi=ASKED)) == ()
    assert not both_agreed(answered(introduction("given", MARIA), maria=AGREED))


OFFERED = introduction("given", MARIA, GEORGI)
WALK = [
    (introduction("given", MARIA), Next(Todo.NAME)),
    (OFFERED, Next(Todo.ASK, MARIA)),
    (answered(OFFERED, maria=ASKED), Next(Todo.ASK, GEORGI)),
    (answered(OFFERED, maria=ASKED, georgi=ASKED), Next(Todo.ANSWER, MARIA)),
    (answered(OFFERED, maria=AGREED, georgi=ASKED), Next(Todo.ANSWER, GEORGI)),
    (answered(OFFERED, maria=AGREED, georgi=AGREED), Next(Todo.INTRODUCE, ME_ID)),
    (answered(OFFERED, maria=AGREED, georgi=DECLINED), Next(Todo.CLOSE, GEORGI)),
    (introduction("given", MARIA, GEORGI, status="done"), Next(Todo.OUTCOME, MARIA)),
    (introduction("given", MARIA, GEORGI, status="done", outcome="they meet weekly"), None),
    (introduction("given", MARIA, GEORGI, status="asked declined"), None),
    (introduction("received", ANI, GEORGI, status="asked"), Next(Todo.ASK, GEORGI)),
    (introduction("received", ANI, GEORGI), Next(Todo.ASK, ME_ID)),
    (answered(introduction("received", ANI, GEORGI), me=AGREED, georgi=AGREED), Next(Todo.INTRODUCE, ANI)),
    (introduction("received", ANI, GEORGI, status="done"), Next(Todo.OUTCOME, ME_ID)),
    (introduction("received", ANI, GEORGI, status="done", outcome="lunch"), Next(Todo.TELL, ANI)),
    (introduction("received", ANI, GEORGI, status="done", outcome="lunch", told_on=DAY), Next(Todo.THANK, ANI)),
    (introduction("received", ANI, GEORGI, status="done thanked", outcome="lunch", told_on=DAY), None),
    (introduction("received", ANI, MARIA, GEORGI, status="done"), Next(Todo.OUTCOME, MARIA)),
]


@pytest.mark.parametrize(("exchange", "expected"), WALK)
def test_what_an_attentive_person_does_next(exchange, expected):
    assert next_thing(exchange) == expected


def follow(exchange, todo):
    """Do what is to be done next, as the use-cases would."""
    match todo.todo:
        case Todo.NAME:
            return replace(exchange, others=(*exchange.others, next(p for p in PEOPLE if p != exchange.person)))
        case Todo.ASK | Todo.ANSWER:
            answer = ASKED if todo.todo is Todo.ASK else AGREED
            others = tuple(each for each in exchange.consents if each.person != todo.who)
            return replace(exchange, consents=(*others, Consent(person=todo.who, answer=answer)))
        case Todo.OUTCOME:
            return replace(exchange, outcome="good")
        case Todo.TELL:
            return replace(exchange, told_on=DAY)
        case Todo.INTRODUCE | Todo.CLOSE | Todo.THANK:
            status = {Todo.INTRODUCE: Status.DONE, Todo.CLOSE: Status.DECLINED, Todo.THANK: Status.THANKED}
            return replace(exchange, steps=(*exchange.steps, Step(status=status[todo.todo])))


@given(strategies.exchanges(people=PEOPLE, kind=ExchangeKind.INTRODUCTION))
def test_doing_always_the_next_thing_ends_and_introduces_only_who_agreed(exchange):
    exchange = sides_only(exchange)
    order = [Todo.NAME, Todo.ASK, Todo.ANSWER, Todo.INTRODUCE, Todo.CLOSE, Todo.OUTCOME, Todo.TELL, Todo.THANK]
    done = []
    while (todo := next_thing(exchange)) is not None:
        if todo.todo is Todo.INTRODUCE:
            assert both_agreed(exchange)
        if todo.who is not None:
            assert todo.who in {introducer(exchange), *sides(exchange)}
        exchange = follow(exchange, todo)
        done.append(todo.todo)
        assert len(done) < 12
    assert done == sorted(done, key=order.index)


@given(strategies.exchanges(people=PEOPLE, kind=ExchangeKind.INTRODUCTION))
def test_only_answers_of_the_sides_are_kept(exchange):
    kept = sides_only(exchange)
    assert replace(kept, consents=exchange.consents) == exchange
    assert {consent.person for consent in kept.consents} <= set(sides(exchange))
    assert [c for c in exchange.consents if c.person in sides(exchange)] == list(kept.consents)


def test_whom_i_met_through_it():
    assert met_through(introduction("received", ANI, GEORGI, status="done")) == GEORGI
    assert met_through(introduction("received", ANI, GEORGI, status="asked")) is None
    assert met_through(introduction("received", ANI, MARIA, GEORGI, status="done")) is None
    assert met_through(introduction("given", ANI, GEORGI, status="done")) is None
    assert met_through(replace(introduction("received", ANI, GEORGI, status="done"), kind=ExchangeKind.HELP)) is None


@given(strategies.exchanges(people=PEOPLE), st.sets(st.sampled_from(PEOPLE)))
def test_who_is_gone_is_in_nothing_and_nobody_new_is_a_side(exchange, gone):
    exchange = sides_only(exchange) if exchange.kind is ExchangeKind.INTRODUCTION else exchange
    kept = without_sides(exchange, gone - {exchange.person})
    assert not (gone - {exchange.person}) & {*kept.others, *(consent.person for consent in kept.consents)}
    if kept.kind is ExchangeKind.INTRODUCTION:
        assert set(sides(kept)) <= set(sides(exchange))
    assert (kept.person, kept.direction, kept.steps) == (exchange.person, exchange.direction, exchange.steps)
