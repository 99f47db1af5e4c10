"""Who is due and why: last contact, cadence, and three lists that say their reason as data.

Contact is an entry on any channel but ``note`` that has the person among its ``people``; a mention is none. Nothing
else resets a clock. An entry later than ``today`` is an appointment, no contact yet. Archived people are never due.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from nettui.domain.hello import Dormant, Pick, picks_first
from nettui.domain.records import Channel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from nettui.domain.dates import Moment
    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Group, Level, Person

__all__ = [
    "DORMANT_CONTACTS",
    "DORMANT_YEARS",
    "LONGER_CONTACTS",
    "LONGER_FACTOR",
    "Due",
    "Reason",
    "cadence_of",
    "contact_days",
    "dormant",
    "dormant_since",
    "due_on",
    "due_people",
    "is_contact",
    "last_contacts",
    "longer_than_usual",
    "usual_gap",
]

LONGER_FACTOR = 2
"""A silence is longer than usual when it exceeds so many times the median of the earlier gaps."""
LONGER_CONTACTS = 4
"""From so many days with contact on there is something usual."""
DORMANT_YEARS = 3
DORMANT_CONTACTS = 2


class Reason(StrEnum):
    """Why somebody is on a list."""

    OVERDUE = "overdue"
    """The cadence has run out; ``days`` ago, 0 is today."""
    SOON = "soon"
    """The cadence runs out within the days asked for; ``days`` is negative."""
    NEVER = "never"
    """A cadence is set and no contact was ever logged. A state of its own, not an overdue one."""
    LONGER = "longer"
    """Longer than usual for you two: ``usual`` is the median gap, ``days`` the present one."""
    DORMANT = "dormant"
    """Silent for years after at least two contacts; ``days`` since the last, ``contacts`` on how many days before.

    ``pick`` where the person is named before the others, ``level`` where it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One person on a list, with the facts its reason is made from. ``days`` as :class:`Reason` tells."""

    person: Id
    reason: Reason
    days: int | None = None
    last: date | None = None
    cadence: int | None = None
    due: date | None = None
    usual: float | None = None
    contacts: int | None = None
    level: Level | None = None
    pick: Pick | None = None


def is_contact(entry: Entry) -> bool:
    """Return whether an entry is contact with its ``people`` (and not only a note)."""
    return entry.channel is not Channel.NOTE


def last_contacts(entries: Iterable[Entry], today: date | None = None) -> dict[Id, Moment]:
    """Return for each person the moment of the latest contact, not after ``today`` when that is given."""
    last: dict[Id, Moment] = {}
    for entry in entries:
        if not is_contact(entry) or (today is not None and entry.at.day > today):
            continue
        for person in entry.people:
            known = last.get(person)
            if known is None or known < entry.at:
                last[person] = entry.at
    return last


def contact_days(entries: Iterable[Entry], today: date | None = None) -> dict[Id, list[date]]:
    """Return for each person the distinct days of contact, ascending, not after ``today`` when that is given."""
    days: dict[Id, set[date]] = {}
    for entry in entries:
        if is_contact(entry) and (today is None or entry.at.day <= today):
            for person in entry.people:
                days.setdefault(person, set()).add(entry.at.day)
    return {person: sorted(found) for person, found in days.items()}


def cadence_of(person: Person, groups: Mapping[Id, Group]) -> int | None:
    """Return after how many days one wants to be in touch: the person's own, else the shortest of their groups'."""
    if person.cadence_days is not None:
        return person.cadence_days
    return min(
        (days for g in person.groups if g in groups and (days := groups[g].cadence_days) is not None), default=None
    )


def due_on(last: date | None, cadence: int | None) -> date | None:
    """Return the day on which contact is due: last contact + cadence; None without either."""
    if last is None or cadence is None:
        return None
    try:
        return last + timedelta(days=cadence)
    except OverflowError:
        return None


def due_people(
    people: Iterable[Person],
    groups: Mapping[Id, Group],
    last: Mapping[Id, date],
    today: date,
    *,
    ahead: int = 0,
) -> list[Due]:
    """Return who is due by ``today`` or within ``ahead`` more days: the longest overdue first, never logged last.

    ``last`` is the day of the last contact. People without a cadence are never due.
    """
    dated: list[Due] = []
    never: list[Due] = []
    for person in people:
        cadence = None if person.archived else cadence_of(person, groups)
        if cadence is None:
            continue
        latest = last.get(person.id)
        if latest is None:
            never.append(Due(person=person.id, reason=Reason.NEVER, cadence=cadence))
            continue
        due = due_on(latest, cadence)
        if due is not None and (days := (today - due).days) >= -ahead:
            reason = Reason.OVERDUE if days >= 0 else Reason.SOON
            dated.append(Due(person=person.id, reason=reason, days=days, last=latest, cadence=cadence, due=due))
    dated.sort(key=lambda d: -(d.days or 0))
    return dated + never


def usual_gap(days: Sequence[date]) -> float | None:
    """Return the median number of days between contacts, from four days with contact on; else None."""
    if len(days) < LONGER_CONTACTS:
        return None
    from statistics import median

    return float(median((later - earlier).days for earlier, later in pairwise(days)))


def longer_than_usual(people: Iterable[Person], days: Mapping[Id, Sequence[date]], today: date) -> list[Due]:
    """Return with whom the silence is longer than usual: more than 2 × the median of the earlier gaps.

    ``days`` as :func:`contact_days` gives them up to ``today``; at least four are needed. Ordered by how many times
    the usual gap has passed. A measure of our own: ties differ in their rhythm, and no general law of decay was found
    (Scientific Reports 2023, "stability of transient relationships"), so each is compared with itself only.
    """
    found: list[tuple[float, Due]] = []
    for person in people:
        own = days.get(person.id, ())
        usual = None if person.archived else usual_gap(own)
        if usual is None:
            continue
        gap = (today - own[-1]).days
        if gap > LONGER_FACTOR * usual:
            found.append(
                (gap / usual, Due(person=person.id, reason=Reason.LONGER, days=gap, last=own[-1], usual=usual))
            )
    found.sort(key=lambda pair: -pair[0])
    return [due for _ratio, due in found]


def dormant(people: Collection[Person], days: Mapping[Id, Sequence[date]], today: date) -> list[Due]:
    """Return who has been silent for three years or more after at least two days of contact.

    The three of :func:`nettui.domain.hello.picks` come first, which see for the sources; then the others, the longest
    silent last.
    """
    since = dormant_since(today)
    known = {person.id: days.get(person.id, ()) for person in people if not person.archived}
    levels = {person.id: person.level for person in people}
    found = [
        Dormant(person, (today - own[-1]).days, len(own), levels[person])
        for person, own in known.items()
        if len(own) >= DORMANT_CONTACTS and own[-1] <= since
    ]
    found.sort(key=lambda each: each.days)
    return [
        Due(
            person=each.person,
            reason=Reason.DORMANT,
            days=each.days,
            last=known[each.person][-1],
            contacts=each.contacts,
            level=each.level,
            pick=pick,
        )
        for each, pick in picks_first(found)
    ]


def dormant_since(today: date) -> date:
    """Return the last day on which a contact is long enough ago for :func:`dormant`."""
    year = max(1, today.year - DORMANT_YEARS)
    return date(year, today.month, min(today.day, calendar.monthrange(year, today.month)[1]))
