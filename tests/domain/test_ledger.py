from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nettui.domain import ledger
from nettui.domain.ask_load import AskLoad, ask_load
from nettui.domain.balances import (
    Balance,
    Totals,
    balances,
    communal,
    for_balance,
    total,
    totals_by_group,
    totals_by_kind,
    totals_by_person,
)
from nettui.domain.dates import PartialDate
from nettui.domain.periods import ALL_TIME, Period
from nettui.domain.records import CIRCLES, Direction, Exchange, ExchangeKind, Group, Person, Status, Step
from nettui.domain.waiting import (
    agreed_by_me,
    asked_of_me,
    asks_in_the_air,
    longest_open,
    offers_open,
    open_days,
    to_thank,
)
from tests import strategies

GIVEN, RECEIVED = Direction.GIVEN, Direction.RECEIVED
REC, ADVICE = ExchangeKind.RECOMMENDATION, ExchangeKind.ADVICE
GROUPS = {g.id: g for g in CIRCLES} | {"7": Group(id="7", name="Chess")}
TEACHERS, FRIENDS, COLLEAGUES, FAMILY = "1", "3", "4", "6"

many = st.lists(strategies.exchanges(), max_size=8)


def d(text):
    return PartialDate.parse(text)


def exchange(number, person, direction, *steps, kind=REC, **fields):
    """``steps`` are such as ``asked 2026-01-02`` or only ``asked``."""
    parsed = []
    for step in steps:
        status, _blank, on = step.partition(" ")
        parsed.append(Step(status=Status(status), on=d(on) if on else None))
    return Exchange(id=str(number), person=person, direction=direction, kind=kind, steps=tuple(parsed), **fields)


LEDGER = [
    exchange(1, "102", GIVEN, "asked 2026-01-02", "done 2026-02-01", "thanked 2026-03-01"),
    exchange(2, "101", RECEIVED, "done 2019"),
    exchange(3, "101", RECEIVED, "done 2021-06", "thanked 2021-07"),
    exchange(4, "101", GIVEN, "done 2020"),
    exchange(5, "101", RECEIVED, "asked 2026-11-12"),
    exchange(6, "101", GIVEN, "offered", "agreed 2026-11-20"),
    exchange(7, "101", RECEIVED, "done 2022-02-02", kind=ADVICE),
    exchange(8, "102", RECEIVED, "asked", "declined 2026-05-05", kind=ADVICE),
    exchange(9, "102", GIVEN, "asked 2026-10-01"),
    exchange(10, "103", RECEIVED, "asked", "lapsed"),
]


def test_balances_stand_side_by_side_by_person_and_kind():
    assert balances(LEDGER) == [
        Balance(
            person="101",
            kind=REC,
            given=1,
            received=2,
            open_given=1,
            open_received=1,
            last_given=d("2020"),
            last_received=d("2021-06"),
        ),
        Balance(person="101", kind=ADVICE, received=1, last_received=d("2022-02-02")),
        # Thanked on 1 March, but given on 1 February: the last date is that of the favour.
        Balance(person="102", kind=REC, given=1, open_given=1, last_given=d("2026-02-01")),
        Balance(person="102", kind=ADVICE),
        Balance(person="103", kind=REC),
    ]


def test_balances_do_not_depend_on_the_order_of_the_exchanges():
    assert balances(reversed(LEDGER)) == balances(LEDGER)


def test_an_introduction_counts_for_the_one_who_made_it_only():
    made = exchange(1, "101", RECEIVED, "done", kind=ExchangeKind.INTRODUCTION, others=("102", "103"))
    assert [(b.person, b.received) for b in balances([made])] == [("101", 1)]


def test_a_step_back_uncounts():
    from nettui.domain.statuses import step_back

    back = step_back(LEDGER[0])
    assert total([back]).given == 1
    assert ledger.happened_on(back) == d("2026-02-01")
    again = step_back(back)
    assert total([again]) == Totals(open_given=1)
    assert again.on == d("2026-01-02")


def test_totals_by_group_leave_communal_groups_out():
    people = {
        "101": Person(id="101", name="A", groups=(FRIENDS, COLLEAGUES)),
        "102": Person(id="102", name="B", groups=(FAMILY,)),
        "103": Person(id="103", name="C"),
    }
    totals = totals_by_group(LEDGER, people, GROUPS)
    assert list(totals) == [COLLEAGUES, None]
    assert (totals[COLLEAGUES].given, totals[COLLEAGUES].received) == (1, 3)
    assert totals[None] == Totals()


def test_somebody_in_two_exchange_groups_counts_in_both():
    people = {"101": Person(id="101", name="A", groups=(TEACHERS, "7", TEACHERS))}
    totals = totals_by_group(LEDGER[1:4], people, GROUPS)
    assert {group: (t.given, t.received) for group, t in totals.items()} == {TEACHERS: (1, 2), "7": (1, 2)}


def test_communal_is_who_is_in_communal_groups_only():
    def person(*groups):
        return Person(id="101", name="A", groups=groups)

    assert communal(person(FRIENDS), GROUPS)
    assert communal(person(FRIENDS, FAMILY), GROUPS)
    assert not communal(person(FRIENDS, COLLEAGUES), GROUPS)
    assert not communal(person(COLLEAGUES), GROUPS)
    assert not communal(person(), GROUPS)
    assert not communal(person("999"), GROUPS)
    assert communal(person("999", FAMILY), GROUPS)


def test_no_balance_is_drawn_with_communal_people():
    people = {"101": Person(id="101", name="A", groups=(FAMILY,)), "102": Person(id="102", name="B")}
    assert {e.person for e in for_balance(LEDGER, people, GROUPS)} == {"102", "103"}


def test_the_register_runs_from_the_oldest_and_shows_the_newest_first():
    lines = ledger.register(LEDGER)
    assert [(line.exchange.id, str(line.on), line.given, line.received) for line in lines] == [
        ("6", "2026-11-20", 2, 3),
        ("5", "2026-11-12", 2, 3),
        ("9", "2026-10-01", 2, 3),
        ("8", "2026-05-05", 2, 3),
        ("1", "2026-02-01", 2, 3),
        ("7", "2022-02-02", 1, 3),
        ("3", "2021-06", 1, 2),
        ("4", "2020", 1, 1),
        ("2", "2019", 0, 1),
        ("10", "None", 0, 0),
    ]


def test_the_register_of_a_period_begins_at_its_opening_counts():
    """Before 2021: 2 and 4, in 2021 only 3, behind it 7 and 1. As ``hledger register --historical -b 2021 -e 2022``."""
    lines = ledger.register(LEDGER, Period.parse("2021"))
    assert [(line.exchange.id, line.given, line.received) for line in lines] == [("3", 1, 2)]
    later = ledger.register(LEDGER, Period.parse("2022.."))
    assert [(line.exchange.id, line.given, line.received) for line in later][-1] == ("7", 1, 3)


def test_undated_favours_are_in_the_opening_counts_of_every_period():
    undated = exchange(1, "101", GIVEN, "done")
    dated = exchange(2, "101", GIVEN, "done 2020")
    for bounds in ("2020", "..2020", "2019.."):
        lines = ledger.register([undated, dated], Period.parse(bounds))
        assert [(line.exchange.id, line.given) for line in lines] == [("2", 2)]
    assert [line.exchange.id for line in ledger.register([undated, dated])] == ["2", "1"]


def test_communal_people_have_lines_and_no_counts():
    lines = ledger.register(LEDGER, uncounted={"101"})
    assert len(lines) == len(LEDGER)
    assert (lines[0].given, lines[0].received) == (1, 0)


@given(many, st.lists(strategies.days, min_size=1, max_size=3, unique=True))
def test_periods_that_follow_on_each_other_part_the_totals(exchanges, bounds):
    """What has no date belongs to no period: with it, the totals of the periods add up to those of all time."""
    from datetime import timedelta

    firsts = sorted(bounds)
    starts, ends = [None, *firsts], [*(day - timedelta(days=1) for day in firsts), None]
    parts = [
        [e for e in exchanges if ledger.happened_in(e, Period(start, end))]
        for start, end in zip(starts, ends, strict=True)
    ]
    undated = [e for e in exchanges if (on := ledger.happened_on(e)) is None or on.year is None]
    assert sum(len(part) for part in parts) + len(undated) == len(exchanges)
    sums = [_sums([total(part)]) for part in (*parts, undated)]
    assert tuple(map(sum, zip(*sums, strict=True))) == _sums([total(exchanges)])
    assert all(ledger.happened_in(e, ALL_TIME) for e in exchanges)


@given(st.lists(strategies.exchanges(), max_size=8, unique_by=lambda e: e.id), strategies.days, strategies.days)
def test_a_register_of_a_period_is_a_piece_of_the_register(exchanges, first, last):
    period = Period(min(first, last), max(first, last))
    whole = ledger.register(exchanges)
    assert ledger.register(exchanges, period) == [e for e in whole if ledger.happened_in(e.exchange, period)]


def test_the_lists_that_close_the_loop():
    def ids(found):
        return [e.id for e in found]

    offers = [exchange(20, "101", GIVEN, "offered 2026-11-01"), exchange(21, "102", RECEIVED, "offered 2026-10-01")]
    agreed = exchange(22, "101", RECEIVED, "asked 2026-01-01", "agreed 2026-01-05")
    everything = [*LEDGER, *offers, agreed]
    assert ids(to_thank(everything)) == ["2", "7"]
    assert ids(asked_of_me(everything)) == ["9"]
    assert ids(agreed_by_me(everything)) == ["6"]
    assert ids(asks_in_the_air(everything)) == ["22", "5"]


def test_open_offers_are_those_of_both_sides_that_nobody_took_up():
    """Mine and theirs in one list, oldest first, undated at the end; taken up, declined or lapsed they leave it."""
    offers = [
        exchange(1, "101", GIVEN, "offered 2026-11-01"),
        exchange(2, "102", RECEIVED, "offered 2026-10-01"),
        exchange(3, "102", RECEIVED, "offered"),
        exchange(4, "101", GIVEN, "offered 2026-01-01", "agreed 2026-01-02"),
        exchange(5, "101", GIVEN, "offered 2026-01-01", "declined 2026-01-02"),
        exchange(6, "101", RECEIVED, "asked 2026-01-01"),
        exchange(7, "101", GIVEN, "offered 2026-02-01", "lapsed", "offered 2026-02-01"),
    ]
    assert [e.id for e in offers_open(iter(offers))] == ["7", "2", "1", "3"]


def test_what_waits_longest_stands_first_however_recently_it_was_agreed_to():
    agreed = exchange(1, "101", RECEIVED, "asked 2026-01-01", "agreed 2026-11-20")
    asked, undated = exchange(2, "101", RECEIVED, "asked 2026-05-05"), exchange(3, "101", GIVEN, "offered")
    done = exchange(4, "101", RECEIVED, "done 2020")
    assert [e.id for e in longest_open([undated, asked, done, agreed])] == ["1", "2", "3"]
    assert [e.id for e in asks_in_the_air([asked, agreed])] == ["1", "2"]


TODAY = date(2026, 11, 23)


def test_what_somebody_carries_of_my_requests():
    """Open however old, answered within 90 days: 25 August 2026 is the first such day, seen from 23 November."""
    asks = [
        exchange(1, "101", RECEIVED, "asked 2020-01-01"),
        exchange(2, "101", RECEIVED, "asked", "agreed 2026-11-01"),
        exchange(3, "101", RECEIVED, "asked 2026-08-01", "done 2026-08-25"),
        exchange(4, "101", RECEIVED, "asked 2026-08-01", "declined 2026-08-24"),
        exchange(5, "101", RECEIVED, "asked 2026-01-01", "done 2026-02-01", "thanked 2026-11-20"),
        exchange(6, "101", RECEIVED, "offered 2026-11-01"),
        exchange(7, "101", GIVEN, "asked 2026-11-01"),
        exchange(8, "102", RECEIVED, "asked 2026-11-01"),
    ]
    assert ask_load(asks, "101", TODAY) == AskLoad(open=2, recent=1)
    assert ask_load(asks, "101", TODAY).heavy
    assert ask_load(asks, "102", TODAY) == AskLoad(open=1, recent=0)
    assert not ask_load(asks, "102", TODAY).heavy


def test_vague_and_missing_days_of_an_answer_count_as_recent_when_they_may_be():
    def recent(*steps):
        return ask_load([exchange(1, "101", RECEIVED, *steps)], "101", TODAY).recent

    assert [recent("asked", f"done {on}") for on in ("2026", "2026-11", "2026-08", "2025", "2026-07")] == [
        1,
        1,
        1,
        0,
        0,
    ]
    assert recent("asked 2026-11-01", "declined") == 1, "not answered before it was asked"
    assert recent("asked", "done") == 0


def test_a_request_put_back_a_step_is_open_again():
    declined = exchange(1, "101", RECEIVED, "asked 2026-01-01", "declined 2026-11-01", "asked 2026-01-01")
    assert ask_load([declined], "101", TODAY) == AskLoad(open=1, recent=0)


def test_undated_ones_wait_at_the_end_of_a_list():
    undated, dated = exchange(1, "101", RECEIVED, "done"), exchange(2, "101", RECEIVED, "done 2020")
    assert [e.id for e in to_thank([undated, dated])] == ["2", "1"]


def test_open_days_run_from_the_first_dated_step():
    today = date(2026, 11, 23)
    assert open_days(exchange(1, "101", RECEIVED, "asked 2026-11-01", "agreed 2026-11-20"), today) == 22
    assert open_days(exchange(1, "101", RECEIVED, "asked", "agreed 2026-11-20"), today) == 3
    assert open_days(exchange(1, "101", RECEIVED, "asked"), today) is None


def _sums(totals):
    return tuple(sum(getattr(t, name) for t in totals) for name in ("given", "received", "open_given", "open_received"))


@given(many)
def test_sums_over_persons_kinds_and_balances_equal_the_totals(exchanges):
    whole = _sums([total(exchanges)])
    assert _sums(totals_by_person(exchanges).values()) == whole
    assert _sums(totals_by_kind(exchanges).values()) == whole
    assert _sums(balances(exchanges)) == whole


@given(many)
def test_every_exchange_is_counted_open_or_closed_exactly_once(exchanges):
    given_, received, open_given, open_received = _sums([total(exchanges)])
    closed = sum(e.status in ledger.CLOSED for e in exchanges)
    assert given_ + received + open_given + open_received + closed == len(exchanges)


@given(many)
def test_the_other_direction_mirrors_the_balance(exchanges):
    from dataclasses import replace

    turned = [replace(e, direction=GIVEN if e.direction is RECEIVED else RECEIVED) for e in exchanges]
    for one, other in zip(balances(exchanges), balances(turned), strict=True):
        assert (one.person, one.kind) == (other.person, other.kind)
        assert (one.given, one.open_given, one.last_given) == (
            other.received,
            other.open_received,
            other.last_received,
        )


@given(many, st.data())
def test_groups_of_one_each_add_up_to_the_total(exchanges, data):
    groups = {g: Group(id=g, name=g) for g in ("7", "8")}
    people = {
        i: Person(id=i, name=i, groups=tuple(data.draw(st.lists(st.sampled_from(["7", "8"]), max_size=1))))
        for i in strategies.PERSON_IDS
    }
    assert _sums(totals_by_group(exchanges, people, groups).values()) == _sums([total(exchanges)])


@given(st.lists(strategies.exchanges(), max_size=8, unique_by=lambda e: e.id))
def test_the_register_ends_at_the_totals_and_never_counts_backwards(exchanges):
    lines = ledger.register(exchanges)
    assert sorted(line.exchange.id for line in lines) == sorted(e.id for e in exchanges)
    running = [(line.given, line.received) for line in reversed(lines)]
    assert running == sorted(running)
    whole = total(exchanges)
    assert (running[-1] if running else (0, 0)) == (whole.given, whole.received)


@given(many)
def test_the_last_date_is_one_of_the_dates_and_none_is_later(exchanges):
    for person, totals in totals_by_person(exchanges).items():
        dates = [
            ledger.happened_on(e)
            for e in exchanges
            if e.person == person and e.direction is GIVEN and e.status in ledger.COUNTED
        ]
        known = [on for on in dates if on is not None]
        assert totals.last_given == (max(known) if known else None)
