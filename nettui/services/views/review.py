"""The weekly review in rows: five steps, what each asks and why, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.cadence import Due, Reason, is_contact
from nettui.domain.change import Table
from nettui.domain.putting_off import waits
from nettui.domain.records import Exchange, Person, Promise, ReviewAnswer, ReviewStep
from nettui.domain.review import next_week, person_of, topic_of
from nettui.i18n import N_, _
from nettui.services.review import followed_up, meetings, present
from nettui.services.snoozes import put_off
from nettui.services.views import reasons
from nettui.services.views.ledger import exchange_row, promise_row
from nettui.services.views.refs import ref
from nettui.services.views.rows import ReviewLine
from nettui.services.views.today import today_view
from nettui.services.views.words import CHANNELS, since, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Review, ReviewItem
    from nettui.services.index import Index
    from nettui.services.views.today import TodayView

__all__ = ["ANSWER_WORDS", "STEP_WORDS", "ReviewView", "answer_word", "last_entry", "review_view"]

STEP_WORDS: Mapping[ReviewStep, str] = {
    ReviewStep.MET: N_("Whom you met"),
    ReviewStep.THANK: N_("Whom to thank"),
    ReviewStep.PROMISED: N_("What you promised"),
    ReviewStep.DRIFTING: N_("Who drifts away"),
    ReviewStep.DORMANT: N_("One whom you have not seen for years"),
}
"""The headings of the steps, to be translated where they are shown."""

ANSWER_WORDS: Mapping[ReviewAnswer, str] = {
    ReviewAnswer.LOGGED: N_("logged"),
    ReviewAnswer.THANKED: N_("thanked"),
    ReviewAnswer.KEPT: N_("kept"),
    ReviewAnswer.LATER: N_("later"),
    ReviewAnswer.NEVER: N_("never"),
}
"""How an item was answered, in a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """A review as it stands; ``upcoming`` is the Monday of the next one."""

    review: Review
    lines: tuple[ReviewLine, ...]
    upcoming: date | None

    def of(self, step: ReviewStep) -> Sequence[ReviewLine]:
        """Return the lines of a step."""
        return [line for line in self.lines if line.item.step is step]

    @property
    def open(self) -> Sequence[ReviewLine]:
        """The lines that wait for an answer."""
        return [line for line in self.lines if line.open]


def review_view(index: Index, review: Review | None = None) -> ReviewView:
    """Return the view of ``review``, by default this week's."""
    shown = review or present(index)
    made = _Lines(index, today_view(index))
    lines = tuple(made.line(item) for item in shown.items)
    return ReviewView(review=shown, lines=lines, upcoming=next_week(shown.week))


def answer_word(line: ReviewLine) -> str:
    """Return how a line was answered; empty while it waits."""
    if line.gone:
        # Translators: of a line in the weekly review whose person, promise or favour was deleted
        return _("no longer there")
    if line.item.answer is None:
        return _("settled elsewhere") if line.elsewhere else ""
    if line.item.step is ReviewStep.MET and line.item.answer is ReviewAnswer.NEVER:
        return _("nothing to note")
    if line.item.table is Table.EXCHANGES and line.item.answer is ReviewAnswer.KEPT:
        return _("done")
    return _(ANSWER_WORDS[line.item.answer])


def last_entry(index: Index, person: Id) -> Entry | None:
    """Return the latest contact with somebody."""
    for entry in reversed(index.entries_of(person)):
        if person in entry.people and is_contact(entry) and entry.at.day <= index.today:
            return entry
    return None


class _Lines:
    """Makes the lines of one review."""

    def __init__(self, index: Index, day: TodayView) -> None:
        self._index = index
        self._due = {key.person: key for key in day.due.keys}
        self._dormant = {key.person: key for key in day.dormant.keys}
        self._put_off = put_off(index)
        self._met: dict[Id, Entry] = {}
        for entry in meetings(index):
            for person in entry.people:
                self._met.setdefault(person, entry)

    def line(self, item: ReviewItem) -> ReviewLine:
        index, today, record = self._index, self._index.today, self._record(item)
        reason, subject, late = _("It is no longer there."), "", False
        match record:
            case Promise():
                reason, subject = reasons.promise_reason(promise_row(index, record), today), record.text
                late = record.due is not None and record.due.is_over(today)
            case Exchange():
                why = reasons.thanks_reason if item.step is ReviewStep.THANK else reasons.exchange_reason
                reason, subject = why(exchange_row(index, record), today), record.subject
            case Person():
                reason = self._why(item)
        person = person_of(item, record)
        return ReviewLine(
            item=item,
            person=ref(index, person) if person is not None and person in index.people else None,
            reason=reason,
            subject=subject,
            late=late,
            elsewhere=item.answer is None and not self._waits(item, record),
            gone=record is None,
        )

    def _record(self, item: ReviewItem) -> Person | Promise | Exchange | None:
        match item.table:
            case Table.PEOPLE:
                return self._index.people.get(item.about)
            case Table.PROMISES:
                return self._index.promises.get(item.about)
            case Table.EXCHANGES:
                return self._index.exchanges.get(item.about)
        return None

    def _why(self, item: ReviewItem) -> str:
        today = self._index.today
        if item.step is ReviewStep.MET:
            entry = self._met.get(item.about) or last_entry(self._index, item.about)
            if entry is None:
                return _("a promise, a thank-you?")
            return _("{how} {when}: a promise, a thank-you?").format(
                how=word(CHANNELS, entry.channel.value), when=since(entry.at.day, today)
            )
        keys = self._dormant if item.step is ReviewStep.DORMANT else self._due
        if item.about in keys:
            return reasons.due_reason(keys[item.about].record(), today)
        last = self._index.last_contact(item.about)
        if last is None:
            return reasons.due_reason(Due(person=item.about, reason=Reason.NEVER), today)
        return _("last spoke {when}").format(when=since(last, today))

    def _waits(self, item: ReviewItem, record: Person | Promise | Exchange | None) -> bool:
        """Return whether there is something left to do about an item."""
        about = topic_of(item, record)
        if about is None:
            return isinstance(record, Person) and not record.archived and not followed_up(self._index, item.about)
        if (about, item.about) in self._put_off or not waits(about, record):
            return False
        if item.step is ReviewStep.DRIFTING:
            return item.about in self._due
        return item.step is not ReviewStep.DORMANT or item.about in self._dormant
