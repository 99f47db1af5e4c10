"""Use-cases of the weekly review: what it asks this week, and answering, each answer with its deed as one change.

A review is stored with its first answer; until then looking at it changes nothing, and nothing is there to undo.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from nettui.domain.cadence import is_contact
from nettui.domain.change import Table
from nettui.domain.dates import PartialDate
from nettui.domain.putting_off import LATER_DAYS, waits
from nettui.domain.records import Exchange, Promise, ReviewAnswer, ReviewStep, Status, Topic
from nettui.domain.review import ANSWERS, MOST, begun, choose, marked, person_of, settled, topic_of, week_of
from nettui.domain.statuses import advance
from nettui.errors import InvalidInput, NotFound
from nettui.i18n import _
from nettui.services.facts.journal import JournalOrder
from nettui.services.facts.ledger import ExchangeFacts
from nettui.services.snoozes import put_off, snoozed, until_in
from nettui.services.views.today import today_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Record, Review, ReviewItem, Snooze
    from nettui.services.index import Index
    from nettui.services.network import Network

__all__ = ["answer", "followed_up", "meetings", "name_of", "present", "recorded_with", "stored"]

MET_WITHIN = 7
"""Days, today among them, in which somebody was met."""
LEFT_WITHIN = 28
"""Days: whoever was left for the next review is not asked about when that comes more than so many days later."""


# -- what it asks ------------------------------------------------------------------------------------------------------


def present(index: Index) -> Review:
    """Return this week's review: the stored one, else one with what would be chosen now, which is stored nowhere."""
    return stored(index) or begun(week_of(index.today), choose(_candidates(index)))


def stored(index: Index) -> Review | None:
    """Return this week's review as it was begun, here or in another session; None until something was answered."""
    found = index.repository.reviews.get(begun(week_of(index.today), ()).id)
    return None if found is None else replace(found, items=settled(found.items))


def _candidates(index: Index) -> dict[ReviewStep, Sequence[tuple[Table, Id]]]:
    """Return what each step could ask, the most urgent first; nothing that is put off."""
    view = today_view(index).worth_a_line(index.today)
    agreed = (i for i in index.shelf(ExchangeFacts).require().waiting("agreed"))
    put = put_off(index)
    return {
        ReviewStep.MET: [(Table.PEOPLE, i) for i in islice(_met(index), MOST)],
        ReviewStep.THANK: [(Table.EXCHANGES, i) for i, _fact in view.to_thank.keys],
        ReviewStep.PROMISED: [
            *((Table.PROMISES, row.id) for row in view.promises[:MOST]),
            *((Table.EXCHANGES, i) for i in agreed if (Topic.ANSWER, i) not in put),
        ],
        ReviewStep.DRIFTING: [(Table.PEOPLE, key.person) for key in view.due.keys],
        ReviewStep.DORMANT: [(Table.PEOPLE, key.person) for key in view.dormant.keys[:1]],
    }


def _met(index: Index) -> Iterator[Id]:
    """Yield whom I met in the last days and about whom nothing was noted since, and who was left for this review."""
    seen: set[Id] = set()
    for person in (*_left_over(index), *(person for entry in meetings(index) for person in entry.people)):
        known = index.people.get(person)
        if person in seen or known is None or known.archived:
            continue
        seen.add(person)
        if not followed_up(index, person):
            yield person


def _left_over(index: Index) -> list[Id]:
    """Return whom I met and answered "later" about in the review before, unless that was long ago."""
    week = week_of(index.today)
    before = max((r for r in index.repository.reviews.values() if r.week < week), key=lambda r: r.week, default=None)
    if before is None or (week - before.week).days > LEFT_WITHIN:
        return []
    items = settled(before.items)
    return [i.about for i in items if i.step is ReviewStep.MET and i.answer is ReviewAnswer.LATER]


def meetings(index: Index) -> Iterator[Entry]:
    """Yield the contacts of the last days, the latest first."""
    order, today = index.shelf(JournalOrder).require(), index.today
    for entry_id in order.within(_days_back(today, MET_WITHIN - 1), today):
        entry = index.entries[entry_id]
        if is_contact(entry):
            yield entry


def followed_up(index: Index, person: Id) -> bool:
    """Return whether a promise or a favour with somebody was noted since the week in question began."""
    since = _days_back(week_of(index.today), MET_WITHIN - 1)
    records: list[Promise | Exchange] = [*index.promises_of(person), *index.exchanges_of(person)]
    return any(index.day_of(record.created) >= since for record in records)


def _days_back(day: date, days: int) -> date:
    return day - timedelta(days=min(days, day.toordinal() - 1))


# -- answering ---------------------------------------------------------------------------------------------------------


def answer(
    network: Network, review: Review, item: ReviewItem, given: ReviewAnswer, *, days: int = LATER_DAYS[0]
) -> Change | None:
    """Answer an item: do what the answer says and mark it, as one change.

    ``thanked`` and ``kept`` move the favour on or close the promise, today; ``later`` puts it off for ``days`` days,
    ``never`` for good. Who was met is only marked. That somebody was logged is :func:`recorded_with` an entry.
    Raises InvalidInput for an answer that the step does not have, NotFound when nothing is left to do, StoreError.
    """
    if given not in ANSWERS[item.step] or given is ReviewAnswer.LOGGED:
        raise InvalidInput(_("That is no answer to this line."))
    saved, removed = _deed(network, item, given, days)
    done = given.value
    if given is ReviewAnswer.KEPT and item.table is Table.EXCHANGES:
        done = "done"
    elif given is ReviewAnswer.NEVER and item.step is ReviewStep.MET:
        done = "nothing"
    return network.save(
        [*saved, _marked(network, review, item, given)],
        removed=removed,
        action=f"review.{done}",
        detail=name_of(network, item),
    )


def recorded_with(network: Network, review: Review, item: ReviewItem, entry: Entry) -> list[Record]:
    """Return what is to be saved with ``entry``: the review with ``item`` answered, if the entry is with its person."""
    person = person_of(item, network.current(item.table, item.about))
    if person is None or person not in entry.people:
        return []
    return [_marked(network, review, item, ReviewAnswer.LOGGED)]


def name_of(network: Network, item: ReviewItem) -> str:
    """Return the name of whom an item is about, else the promise's text."""
    record = network.current(item.table, item.about)
    person = network.repository.people.get(person_of(item, record) or "")
    if isinstance(record, Promise) and (person is None or item.step is ReviewStep.PROMISED):
        return record.text
    return person.name if person is not None else ""


def _deed(network: Network, item: ReviewItem, given: ReviewAnswer, days: int) -> tuple[list[Record], Sequence[Snooze]]:
    record = network.current(item.table, item.about)
    about = topic_of(item, record)
    if given in {ReviewAnswer.LATER, ReviewAnswer.NEVER}:
        until = until_in(network, days) if given is ReviewAnswer.LATER else None
        if about is None:
            return [], ()
        made, former = snoozed(network, about, item.about, until)
        return [made], former
    if about is None or not waits(about, record):
        raise NotFound(_("There is nothing left to do about it."))
    if isinstance(record, Promise):
        return [replace(record, done_on=network.today)], ()
    if isinstance(record, Exchange):
        status = Status.THANKED if given is ReviewAnswer.THANKED else Status.DONE
        return [advance(record, status, PartialDate.of(network.today))], ()
    raise NotFound(_("It is no longer there."))


def _marked(network: Network, review: Review, item: ReviewItem, given: ReviewAnswer) -> Review:
    """Return the review as it is stored now, another session may have gone on with it, with ``item`` answered."""
    return marked(network.repository.reviews.get(review.id, review), item, given)
