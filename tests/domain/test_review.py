"""The review as data: what is chosen, what holds after a merge, and answering."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.change import Table
from nettui.domain.records import Review, ReviewAnswer, ReviewItem, ReviewStep
from nettui.domain.review import MOST, begun, choose, marked, next_week, same, settled, week_of
from nettui.store.codec import decode, encode
from nettui.store.merge import merge
from tests import strategies

PEOPLE = Table.PEOPLE


def people(step, *ids):
    return {step: [(PEOPLE, str(i)) for i in ids]}


def item(step, about, answer=None):
    return ReviewItem(step=ReviewStep(step), table=PEOPLE, about=str(about), answer=answer)


def test_a_week_begins_on_monday():
    assert week_of(date(2026, 11, 23)) == date(2026, 11, 23)
    assert week_of(date(2026, 11, 29)) == date(2026, 11, 23)
    assert week_of(date(2026, 11, 30)) == date(2026, 11, 30)
    assert week_of(date(1, 1, 1)) == date(1, 1, 1)
    assert next_week(date(2026, 11, 23)) == date(2026, 11, 30)
    assert next_week(week_of(date.max)) is None


def test_each_step_has_its_turn():
    many = {step: [(PEOPLE, f"{n}{i}") for i in range(9)] for n, step in enumerate(ReviewStep, start=1)}
    chosen = [each.about for each in choose(many)]
    assert chosen == ["10", "11", "20", "21", "30", "40", "50"]
    assert [each.about for each in choose(people(ReviewStep.DRIFTING, *range(9)))] == [str(n) for n in range(7)]
    assert [each.about for each in choose(people(ReviewStep.DORMANT, 1, 2))] == ["1"]
    assert choose({}) == ()


_sizes = st.fixed_dictionaries({step: st.integers(0, 9) for step in ReviewStep})


@given(_sizes)
def test_at_most_seven_and_no_step_is_left_out_for_another(sizes):
    chosen = choose({step: [(PEOPLE, f"{step}{n}") for n in range(size)] for step, size in sizes.items()})
    assert len(chosen) <= MOST
    assert {each.step for each in chosen} == {step for step, size in sizes.items() if size}
    assert [each.step for each in chosen] == sorted((e.step for e in chosen), key=list(ReviewStep).index)
    most = {**sizes, ReviewStep.DORMANT: min(sizes[ReviewStep.DORMANT], 1)}
    assert len(chosen) == min(MOST, sum(most.values()))


def test_two_sessions_begin_the_same_review():
    week = date(2026, 11, 23)
    assert begun(week, ()).id == begun(week, [item("met", 1)]).id == "20261123"
    assert begun(date(2026, 11, 30), ()).id != begun(week, ()).id


def test_of_an_item_that_is_there_twice_the_answered_one_wins():
    waiting, done = item("thank", 1), item("thank", 1, ReviewAnswer.THANKED)
    assert settled([waiting, done]) == settled([done, waiting]) == (done,)
    later = item("thank", 1, ReviewAnswer.LATER)
    assert settled([done, later]) == (later,)


def test_a_three_way_merge_keeps_the_answers_of_both_sides():
    base = begun(date(2026, 11, 23), [item("met", 1), item("thank", 2), item("drifting", 3)])
    ours = marked(base, base.items[1], ReviewAnswer.THANKED)
    theirs = marked(base, base.items[2], ReviewAnswer.LATER)
    first, left, right = (encode(each) for each in (base, ours, theirs))
    conflicts: list[object] = []
    merged = decode(Table.REVIEWS, base.id, merge(first, left, right, conflicts.append))
    assert isinstance(merged, Review)
    assert settled(merged.items) == (ours.items[0], ours.items[1], theirs.items[2])


@given(strategies.reviews(), strategies.reviews())
def test_what_is_answered_stays_and_what_waits_fits_in(one, other):
    together = settled((*one.items, *other.items))
    answered = [each for each in together if each.answer is not None]
    assert len(together) <= max(MOST, len(answered))
    for each in (*one.items, *other.items):
        if each.answer is not None:
            assert any(same(each, found) and found.answer is not None for found in together)
    assert len({(i.step, i.table, i.about) for i in together}) == len(together)
    assert settled(together) == together


@given(strategies.reviews(), st.sampled_from(ReviewAnswer), st.data())
def test_answering_changes_that_item_only(review, given_answer, data):
    shown = settled(review.items)
    if not shown:
        return
    chosen = data.draw(st.sampled_from(shown))
    after = marked(review, chosen, given_answer)
    assert [each.answer for each in after.items if same(each, chosen)] == [given_answer]
    rest = [each for each in after.items if not same(each, chosen)]
    assert [each for each in shown if not same(each, chosen)] == rest or chosen.answer is None
