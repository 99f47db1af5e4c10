"""Today: whom to keep a promise to, to thank, to answer, to write to, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from nettui.services.facts.ledger import ExchangeFacts, PromiseFacts, id_order
from nettui.services.facts.rhythms import Rhythms
from nettui.services.views.ledger import exchange_row, promise_row
from nettui.services.views.made_on_sight import Rows
from nettui.services.views.refs import ref
from nettui.services.views.rows import BirthdayRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nettui.domain.cadence import Due
    from nettui.domain.ids import Id
    from nettui.services.facts.rhythms import DueKey
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
    """All lists in full, each in the order of urgency; archived people are in none of the last three.

    A row is made when it is looked at: a day's list shows seven of perhaps thousands.
    """

    promises: Sequence[PromiseRow]
    to_thank: Rows[tuple[Id, int], ExchangeRow]
    asked_of_me: Sequence[ExchangeRow]
    due: Rows[DueKey, DueRow]
    dormant: Rows[DueKey, DueRow]
    birthdays: Sequence[BirthdayRow]

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
        dormant = {key.person for key in self.dormant.keys}
        since = (today - timedelta(days=THANK_WITHIN)).toordinal()
        return replace(
            self,
            to_thank=self.to_thank.only(lambda key: key[1] >= since),
            due=self.due.only(lambda key: key.person not in dormant and (key.usual is None or key.usual >= A_RHYTHM)),
        )


def today_view(index: Index) -> TodayView:
    """Return the view.

    ``asked_of_me`` holds what was asked and not answered, then what I agreed to and have not done. ``due`` holds who is
    due by cadence, then with whom the silence is longer than usual.
    """
    rhythms = index.shelf(Rhythms).require()
    exchanges = index.shelf(ExchangeFacts).require()
    due = rhythms.due()
    dormant = rhythms.dormant()
    told = {key.person for key in (*due, *dormant)}
    longer = [key for key in rhythms.longer_than_usual() if key.person not in told]

    def exchange(exchange_id: Id) -> ExchangeRow:
        return exchange_row(index, index.exchanges[exchange_id])

    def due_row(key: DueKey) -> DueRow:
        return DueRow(name=ref(index, key.person).name, due=key.record())

    return TodayView(
        promises=_promises(index),
        to_thank=Rows(
            [(i, exchanges.rows[i].worth_thanks_until) for i in exchanges.waiting("thank")],
            lambda key: exchange(key[0]),
        ),
        asked_of_me=Rows([*exchanges.waiting("asked"), *exchanges.waiting("agreed")], exchange),
        due=Rows([*due, *longer], due_row),
        dormant=Rows(dormant, due_row),
        birthdays=tuple(
            BirthdayRow(id=b.person, name=ref(index, b.person).name, on=b.on, turns=b.turns)
            for b in rhythms.birthdays()
        ),
    )


def _promises(index: Index) -> Sequence[PromiseRow]:
    """Return my open promises that are due soon or were due, then those for which no day was named, oldest first."""
    horizon = (index.today + timedelta(days=PROMISES_AHEAD)).toordinal()
    mine = [(row.due, i) for i, row in index.shelf(PromiseFacts).require().rows.items() if row.mine]
    dated = sorted((due, i) for due, i in mine if 0 < due <= horizon)
    undated = sorted((i for due, i in mine if not due), key=id_order)
    return Rows([*(i for _due, i in dated), *undated], lambda i: promise_row(index, index.promises[i]))
