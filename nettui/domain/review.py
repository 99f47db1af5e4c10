"""The weekly review: at most seven items over five steps, chosen once a week, answered one by one.

A week begins on Monday. Each step has its turn, round by round, so that no long list hides a short one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nettui.domain.putting_off import topic_of as topic_of_exchange
from nettui.domain.records import Exchange, Promise, Review, ReviewAnswer, ReviewItem, ReviewStep, Topic
from nettui.domain.turns import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nettui.domain.change import Table
    from nettui.domain.ids import Id
    from nettui.domain.records import Record

__all__ = [
    "ANSWERS",
    "MOST",
    "begun",
    "choose",
    "marked",
    "next_week",
    "person_of",
    "same",
    "settled",
    "topic_of",
    "unanswered",
    "week_of",
]

MOST = 7
"""So many items has a review: what can be looked at in one sitting."""

_TOPICS: Mapping[ReviewStep, Topic] = {
    ReviewStep.THANK: Topic.THANK,
    ReviewStep.PROMISED: Topic.PROMISE,
    ReviewStep.DRIFTING: Topic.WRITE,
    ReviewStep.DORMANT: Topic.HELLO,
}
_ALWAYS = frozenset({ReviewAnswer.LOGGED, ReviewAnswer.LATER, ReviewAnswer.NEVER})
ANSWERS: Mapping[ReviewStep, frozenset[ReviewAnswer]] = {
    ReviewStep.MET: _ALWAYS,
    ReviewStep.THANK: _ALWAYS | {ReviewAnswer.THANKED},
    ReviewStep.PROMISED: _ALWAYS | {ReviewAnswer.KEPT},
    ReviewStep.DRIFTING: _ALWAYS,
    ReviewStep.DORMANT: _ALWAYS,
}
"""How the items of a step can be answered."""


def week_of(day: date) -> date:
    """Return the Monday of the week in which ``day`` lies."""
    return day - timedelta(days=day.weekday())


def next_week(week: date) -> date | None:
    """Return the Monday after ``week``; None where the calendar ends."""
    try:
        return week + timedelta(weeks=1)
    except OverflowError:
        return None


def choose(candidates: Mapping[ReviewStep, Sequence[tuple[Table, Id]]]) -> tuple[ReviewItem, ...]:
    """Return the items: of each step the first ones, at most :data:`MOST` in all, and at most one dormant person."""
    sizes = {step: len(candidates.get(step, ())) for step in ReviewStep}
    sizes[ReviewStep.DORMANT] = min(sizes[ReviewStep.DORMANT], 1)
    shares = in_turn(sizes, MOST)
    return tuple(
        ReviewItem(step=step, table=table, about=about)
        for step in ReviewStep
        for table, about in candidates.get(step, ())[: shares[step]]
    )


def begun(week: date, items: Sequence[ReviewItem]) -> Review:
    """Return the review of the week that begins on ``week``.

    Its id follows from the week, in the range of the reserved ones: two terminals, or two copies of a file, that begin
    the same week begin the same review.
    """
    return Review(id=f"{week:%Y%m%d}".lstrip("0"), week=week, items=tuple(items))


def same(one: ReviewItem, other: ReviewItem) -> bool:
    """Return whether two items are one, whatever was answered."""
    return (one.step, one.table, one.about) == (other.step, other.table, other.about)


def settled(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    """Return the items as they stand after a merge, which puts two versions of a list together as sets.

    Of an item that is there twice the answered one wins, of two answers the later in the list. Where two choices came
    together, what is answered stays, and so many others that there are at most :data:`MOST`; in the order of the steps.
    """
    found: dict[tuple[ReviewStep, Table, Id], ReviewItem] = {}
    for item in items:
        key = (item.step, item.table, item.about)
        if key not in found or item.answer is not None:
            found[key] = item
    answered = [item for item in found.values() if item.answer is not None]
    waiting = [item for item in found.values() if item.answer is None]
    by_step = {step: [item for item in waiting if item.step is step] for step in ReviewStep}
    shares = in_turn({step: len(each) for step, each in by_step.items()}, max(MOST - len(answered), 0))
    kept = {id(item) for item in answered}
    kept.update(id(item) for step, each in by_step.items() for item in each[: shares[step]])
    order = list(ReviewStep)
    return tuple(sorted((i for i in found.values() if id(i) in kept), key=lambda item: order.index(item.step)))


def marked(review: Review, item: ReviewItem, answer: ReviewAnswer) -> Review:
    """Return ``review`` with ``item`` answered; an item that it does not have comes to it."""
    answered = replace(item, answer=answer)
    others = [answered if same(each, item) else each for each in settled(review.items)]
    if not any(same(each, item) for each in others):
        others.append(answered)
    return replace(review, items=settled(others))


def unanswered(review: Review) -> Review:
    """Return ``review`` as it was when it was begun."""
    return replace(review, items=tuple(replace(item, answer=None) for item in review.items))


def topic_of(item: ReviewItem, record: Record | None) -> Topic | None:
    """Return as what an item about ``record`` is put off.

    None for who was met: nothing waits there, so "later" asks once more in the next review, and "never" does not.
    """
    if item.step is ReviewStep.PROMISED and isinstance(record, Exchange):
        return topic_of_exchange(record) or Topic.ANSWER
    return _TOPICS.get(item.step)


def person_of(item: ReviewItem, record: Record | None) -> Id | None:
    """Return whom an item about ``record`` is about; None for a promise to nobody."""
    return record.person if isinstance(record, Promise | Exchange) else item.about
