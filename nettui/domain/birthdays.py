"""Birthdays that are near."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Person

__all__ = ["Birthday", "next_birthday", "upcoming"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Birthday:
    """A birthday on ``on``, in ``days`` days; ``turns`` is the age reached, where the year of birth is known."""

    person: Id
    on: date
    days: int
    turns: int | None


def next_birthday(birthday: PartialDate, today: date) -> date | None:
    """Return the first anniversary on or after ``today``; None when month or day are not known.

    A birthday on 29 February falls on 28 February in common years.
    """
    if birthday.month is None or birthday.day is None:
        return None
    for year in (today.year, today.year + 1):
        if year > date.max.year:
            return None
        day = min(birthday.day, calendar.monthrange(year, birthday.month)[1])
        on = date(year, birthday.month, day)
        if on >= today:
            return on
    return None


def upcoming(people: Iterable[Person], today: date, days: int = 14) -> list[Birthday]:
    """Return the birthdays from ``today`` to ``days`` days on, the nearest first; archived people are left out."""
    found = []
    for person in people:
        if person.archived or person.birthday is None:
            continue
        on = next_birthday(person.birthday, today)
        if on is None or (on - today).days > days:
            continue
        born = person.birthday.year
        turns = on.year - born if born is not None and on.year > born else None
        found.append(Birthday(person=person.id, on=on, days=(on - today).days, turns=turns))
    return sorted(found, key=lambda b: b.on)
