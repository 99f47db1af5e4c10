"""What was put off, until when, and when there is nothing left to put off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.records import Direction, Exchange, Person, Promise, Snooze, Status, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Record

__all__ = ["LATER_DAYS", "TABLE_OF_TOPIC", "holds", "in_force", "topic_of", "waits"]

LATER_DAYS = (7, 3, 14)
"""For how many days something may be put off, the usual one first."""

TABLE_OF_TOPIC: Mapping[Topic, Table] = {
    Topic.PROMISE: Table.PROMISES,
    Topic.THANK: Table.EXCHANGES,
    Topic.ANSWER: Table.EXCHANGES,
    Topic.OFFER: Table.EXCHANGES,
    Topic.ASK: Table.EXCHANGES,
    Topic.WRITE: Table.PEOPLE,
    Topic.HELLO: Table.PEOPLE,
}
"""What a topic is about."""


def holds(snooze: Snooze, today: date) -> bool:
    """Return whether something is put off today: for good, or until a later day. On that day it is back."""
    return snooze.until is None or today < snooze.until


def in_force(snoozes: Iterable[Snooze], today: date) -> set[tuple[Topic, Id]]:
    """Return what is put off today."""
    return {(snooze.topic, snooze.about) for snooze in snoozes if holds(snooze, today)}


def topic_of(exchange: Exchange) -> Topic | None:
    """Return for what an exchange waits; None when it waits for nothing."""
    match exchange.direction, exchange.status:
        case _, Status.OFFERED:
            return Topic.OFFER
        case Direction.RECEIVED, Status.DONE:
            return Topic.THANK
        case Direction.RECEIVED, Status.ASKED | Status.AGREED:
            return Topic.ASK
        case Direction.GIVEN, Status.ASKED | Status.AGREED:
            return Topic.ANSWER
    return None


def waits(topic: Topic, record: Record | None) -> bool:
    """Return whether there is still something to do about ``record``: else putting it off has ended."""
    match record:
        case Promise():
            return topic is Topic.PROMISE and record.done_on is None
        case Exchange():
            return topic_of(record) is topic
        case Person():
            return topic in {Topic.WRITE, Topic.HELLO} and not record.archived
    return False
