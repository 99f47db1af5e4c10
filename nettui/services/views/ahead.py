"""What lies around today: what was logged today, what the coming days bring, and how the last weeks were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.records import Channel
from nettui.i18n import _
from nettui.services.facts.journal import JournalOrder
from nettui.services.facts.ledger import PromiseFacts
from nettui.services.facts.rhythms import Rhythms
from nettui.services.views.journal import entry_row
from nettui.services.views.ledger import promise_row
from nettui.services.views.refs import ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.ids import Id
    from nettui.services.index import Index
    from nettui.services.views.rows import EntryRow

__all__ = ["Ahead", "WeekCount", "coming_days", "entries_of_day", "weeks_back"]

DAYS_AHEAD = 7
WEEKS_BACK = 8
_DUE_PEOPLE = 5
"""So many people due by their rhythm are named among the coming days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Something on one of the coming days: ``sort`` is a key of :data:`nettui.services.views.day.DAY_WORDS`."""

    day: date
    sort: str
    name: str
    person: Id | None
    text: str
    table: Table
    record_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCount:
    """The week that begins on ``monday``: how many contacts were logged, with how many people."""

    monday: date
    contacts: int
    people: int


def entries_of_day(index: Index, day: date) -> list[EntryRow]:
    """Return what was logged for ``day``, earliest first."""
    order = index.shelf(JournalOrder).require()
    return [entry_row(index, index.entries[entry]) for entry in reversed(order.within(day, day))]


def coming_days(index: Index) -> list[Ahead]:
    """Return what the days after today bring, by day: promises, then birthdays, then who is due by a rhythm."""
    today = index.today
    first, last = (today + timedelta(days=days) for days in (1, DAYS_AHEAD))
    found = [*_promises(index, first, last), *_birthdays(index, first, last), *_due(index, first, last)]
    return sorted(found, key=lambda each: each.day)


def _promises(index: Index, first: date, last: date) -> Iterator[Ahead]:
    for promise_id, fact in index.shelf(PromiseFacts).require().rows.items():
        if not first.toordinal() <= fact.due <= last.toordinal():
            continue
        row = promise_row(index, index.promises[promise_id])
        if row.done_on is not None:
            continue
        yield Ahead(
            day=date.fromordinal(fact.due),
            sort="promised" if fact.mine else "awaited",
            name=row.person.name if row.person is not None else "",
            person=row.person.id if row.person is not None else None,
            text=row.text,
            table=Table.PROMISES,
            record_id=promise_id,
        )


def _birthdays(index: Index, first: date, last: date) -> Iterator[Ahead]:
    for each in index.shelf(Rhythms).require().birthdays():
        if first <= each.on <= last:
            turns = _("turns {age}").format(age=each.turns) if each.turns is not None else ""
            yield _person(index, each.on, "birthday", each.person, turns)


def _due(index: Index, first: date, last: date) -> Iterator[Ahead]:
    keys = index.shelf(Rhythms).require().due_between(first, last)
    for key in keys[:_DUE_PEOPLE]:
        text = _("every {n} days").format(n=key.cadence)
        yield _person(index, date.fromordinal(key.due), "write", key.person, text)


def _person(index: Index, day: date, sort: str, person: Id, text: str) -> Ahead:
    name = ref(index, person).name
    return Ahead(day=day, sort=sort, name=name, person=person, text=text, table=Table.PEOPLE, record_id=person)


def weeks_back(index: Index) -> list[WeekCount]:
    """Return the weeks up to this one, oldest first. Contacts are entries that are no notes, up to today."""
    order, today = index.shelf(JournalOrder).require(), index.today
    monday = today - timedelta(days=today.weekday())
    weeks = []
    for back in range(WEEKS_BACK - 1, -1, -1):
        start = monday - timedelta(weeks=back)
        end = min(start + timedelta(days=6), today)
        entries = [index.entries[entry] for entry in order.within(start, end)]
        contacts = [entry for entry in entries if entry.channel is not Channel.NOTE and entry.people]
        people = {person for entry in contacts for person in entry.people}
        weeks.append(WeekCount(monday=start, contacts=len(contacts), people=len(people)))
    return weeks
