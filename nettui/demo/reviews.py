"""The sample network's review of the week before, and what was put off in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nettui.demo.kit import evening, id_at
from nettui.domain.change import Table
from nettui.domain.records import Review, ReviewAnswer, ReviewItem, ReviewStep, Snooze, Topic
from nettui.domain.review import begun

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id

__all__ = ["put_off", "reviews"]

_WEEK = date(2026, 11, 16)
_DAY = date(2026, 11, 18)
_PUT_OFF = (
    (Topic.WRITE, "ilcheva", date(2026, 12, 2)),
    (Topic.HELLO, "hike.iskra", None),
)
_ANSWERS = (
    (ReviewStep.MET, "chau", ReviewAnswer.NEVER),
    (ReviewStep.MET, "viktoria", ReviewAnswer.LATER),
    (ReviewStep.DRIFTING, "ilcheva", ReviewAnswer.LATER),
    (ReviewStep.DORMANT, "hike.iskra", ReviewAnswer.NEVER),
)


def put_off(ids: Mapping[str, Id]) -> tuple[Snooze, ...]:
    """Return what was put off, by time of writing."""
    made = []
    for topic, key, until in _PUT_OFF:
        at = evening(_DAY, "snooze", topic, key)
        made.append(
            Snooze(id=id_at(at, "snooze", topic, key), created=at, changed=at, topic=topic, about=ids[key], until=until)
        )
    return tuple(sorted(made, key=lambda snooze: int(snooze.id)))


def reviews(ids: Mapping[str, Id]) -> tuple[Review, ...]:
    """Return the review of the week before."""
    at = evening(_DAY, "review")
    items = tuple(
        ReviewItem(step=step, table=Table.PEOPLE, about=ids[key], answer=answer) for step, key, answer in _ANSWERS
    )
    chosen = begun(_WEEK, items)
    return (Review(id=chosen.id, created=at, changed=at, week=_WEEK, items=items),)
