"""Today: whom to keep a promise to, to thank, to answer, to write to, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from nettui.domain import birthdays, cadence, ledger
from nettui.domain.records import ExchangeKind, Whose
from nettui.services.views.ledger import exchange_row, promise_row
from nettui.services.views.refs import ref
from nettui.services.views.rows import BirthdayRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.cadence import Due
    from nettui.domain.records import Exchange, Promise
    from nettui.services.index import Index
    from nettui.services.views.rows import ExchangeRow, PromiseRow

__all__ = ["A_RHYTHM", "PROMISES_AHEAD", "THANK_WITHIN", "DueRow", "TodayView", "today_view"]

PROMISES_AHEAD = 7
"""My promises are shown from so many days before they are due."""
A_RHYTHM = 7
"""Days: a shorter usual gap is that of one conversation."""
THANK_WITHIN = 365
"""A favour received longer ago, in days, has no line of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Somebody to write to. ``due`` says why: see :class:`nettui.domain.cadence.Due`."""

    name: str
    due: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """All lists in full, each in the order of urgency; archived people are in none of the last three."""

    promises: tuple[PromiseRow, ...]
    to_thank: tuple[ExchangeRow, ...]
    asked_of_me: tuple[ExchangeRow, ...]
    due: tuple[DueRow, ...]
    dormant: tuple[DueRow, ...]
    birthdays: tuple[BirthdayRow, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.promises or self.to_thank or self.asked_of_me or self.due or self.dormant or self.birthdays)

    def worth_a_line(self, today: date) -> TodayView:
        """Return what deserves one of the few lines of a day.

        Left to the full lists: thanks for what is long past and for a click (an archive brings years of both at once),
        those among the due who are dormant and so have a line of their own, and silences after a conversation of a few
        days, which is no rhythm.
        """
        dormant = {row.due.person for row in self.dormant}
        return replace(
            self,
            to_thank=tuple(row for row in self.to_thank if _is_recent(row, today)),
            due=tuple(
                row
                for row in self.due
                if row.due.person not in dormant and (row.due.usual is None or row.due.usual >= A_RHYTHM)
            ),
        )


def today_view(index: Index) -> TodayView:
    """Return the view.

    ``asked_of_me`` holds what was asked and not answered, then what I agreed to and have not done. ``due`` holds who is
    due by cadence, then with whom the silence is longer than usual.
    """
    exchanges = list(index.exchanges.values())
    people = list(index.people.values())
    due = cadence.due_people(people, index.groups, index.last_contacts(), index.today)
    known = {each.person for each in due}
    days = index.all_contact_days()
    longer = [each for each in cadence.longer_than_usual(people, days, index.today) if each.person not in known]
    dormant = cadence.dormant(people, days, index.today)
    silent = {each.person for each in dormant}
    return TodayView(
        promises=_promises(index),
        to_thank=_rows(index, ledger.to_thank(exchanges)),
        asked_of_me=_rows(index, [*ledger.asked_of_me(exchanges), *ledger.agreed_by_me(exchanges)]),
        due=_due_rows(index, [*due, *(each for each in longer if each.person not in silent)]),
        dormant=_due_rows(index, dormant),
        birthdays=tuple(
            BirthdayRow(id=b.person, name=ref(index, b.person).name, on=b.on, turns=b.turns)
            for b in birthdays.upcoming(people, index.today)
        ),
    )


def _is_recent(row: ExchangeRow, today: date) -> bool:
    if row.kind is ExchangeKind.ENDORSEMENT or row.on is None or row.on.year is None:
        return False
    return row.on.last_day() >= today - timedelta(days=THANK_WITHIN)


def _rows(index: Index, exchanges: Iterable[Exchange]) -> tuple[ExchangeRow, ...]:
    return tuple(exchange_row(index, exchange) for exchange in exchanges)


def _due_rows(index: Index, due: Iterable[Due]) -> tuple[DueRow, ...]:
    return tuple(DueRow(name=ref(index, each.person).name, due=each) for each in due)


def _promises(index: Index) -> tuple[PromiseRow, ...]:
    """Return my open promises that are due soon or were due, then those for which no day was named, oldest first."""
    horizon = index.today + timedelta(days=PROMISES_AHEAD)
    dated: list[tuple[date, Promise]] = []
    undated: list[Promise] = []
    for promise in index.promises.values():
        if promise.whose is not Whose.MINE or promise.done_on is not None:
            continue
        if promise.due is None or promise.due.year is None:
            undated.append(promise)
        elif promise.due.last_day() <= horizon:
            dated.append((promise.due.last_day(), promise))
    dated.sort(key=lambda pair: (pair[0], pair[1].id))
    return tuple(promise_row(index, promise) for promise in (*(promise for _due, promise in dated), *undated))
