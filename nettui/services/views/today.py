"""Today: whom to keep a promise to, to thank, to answer, to write to, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from nettui.domain.ids import id_order
from nettui.domain.records import Topic
from nettui.services.facts.ledger import ExchangeFacts, PromiseFacts
from nettui.services.facts.rhythms import Rhythms
from nettui.services.snoozes import put_off
from nettui.services.views.ledger import exchange_row, promise_row
from nettui.services.views.made_on_sight import Rows
from nettui.services.views.refs import ref
from nettui.services.views.rows import BirthdayRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from nettui.domain.cadence import Due
    from nettui.domain.ids import Id
    from nettui.services.facts.ledger import ExchangeFact
    from nettui.services.facts.rhythms import DueKey
    from nettui.services.index import Index
    from nettui.services.views.rows import ExchangeRow, PromiseRow

__all__ = ["ASK_AFTER", "A_RHYTHM", "PROMISES_AHEAD", "THANK_WITHIN", "DueRow", "TodayView", "today_view"]

PROMISES_AHEAD = 7
"""My promises are shown from so many days before they are due."""
A_RHYTHM = 7
"""Days: a shorter usual gap is that of one conversation."""
ASK_AFTER = 14
"""Days from which a request of mine, or an offer, that got no answer has a line of the day."""
THANK_WITHIN = 365
"""A favour received longer ago, in days, has no line of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Somebody to write to. ``due`` says why: see :class:`nettui.domain.cadence.Due`."""

    name: str
    due: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """All lists in full, each in the order of urgency; archived people are in none of the three on people.

    What is put off is in none. A row is made when it is looked at: a day's list shows seven of perhaps thousands.
    """

    promises: Sequence[PromiseRow]
    to_thank: Rows[tuple[Id, ExchangeFact], ExchangeRow]
    asked_of_me: Sequence[ExchangeRow]
    offers_open: Rows[tuple[Id, ExchangeFact], ExchangeRow]
    due: Rows[DueKey, DueRow]
    dormant: Rows[DueKey, DueRow]
    birthdays: Sequence[BirthdayRow]
    asks_in_the_air: Rows[tuple[Id, ExchangeFact], ExchangeRow]
    asleep: frozenset[Id]
    """Who is dormant, put off or not: somebody one does not want to greet is not to be written to either."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        exchanges = (self.to_thank, self.asked_of_me, self.offers_open, self.asks_in_the_air)
        return not (self.promises or any(exchanges) or self.due or self.dormant or self.birthdays)

    def worth_a_line(self, today: date) -> TodayView:
        """Return what deserves one of the few lines of a day.

        Left to the full lists: thanks for what is long past and for a click (an archive brings years of both at once),
        those among the due who are dormant and so have lines of their own, and silences after a conversation of a few
        days, which is no rhythm; requests and offers of mine of the last two weeks, and requests that are not due yet.
        The three picks among the dormant take turns, a week each.
        """
        day = today.toordinal()
        picks = sum(key.pick is not None for key in self.dormant.keys)
        return replace(
            self,
            to_thank=self.to_thank.only(lambda key: key[1].worth_thanks_until >= day - THANK_WITHIN),
            offers_open=self.offers_open.only(
                lambda key: key[1].waits == "their offer" or key[1].since <= day - ASK_AFTER
            ),
            due=self.due.only(
                lambda key: key.person not in self.asleep and (key.usual is None or key.usual >= A_RHYTHM)
            ),
            dormant=self.dormant.beginning_with((day - 1) // 7 % picks) if picks else self.dormant,
            asks_in_the_air=self.asks_in_the_air.only(lambda key: key[1].since <= day - ASK_AFTER and key[1].due < day),
        )


def today_view(index: Index) -> TodayView:
    """Return the view.

    ``asked_of_me`` holds what was asked and not answered, then what I agreed to and have not done. ``due`` holds who is
    due by cadence, then with whom the silence is longer than usual. ``dormant`` begins with the three picks.
    """
    rhythms = index.shelf(Rhythms).require()
    exchanges = index.shelf(ExchangeFacts).require()
    put = put_off(index)
    due = rhythms.due()
    asleep = rhythms.asleep()
    dormant = rhythms.dormant(asleep - {person for topic, person in put if topic is Topic.HELLO})
    told = {key.person for key in due} | asleep
    longer = [key for key in rhythms.longer_than_usual() if key.person not in told]

    def exchange(exchange_id: Id) -> ExchangeRow:
        return exchange_row(index, index.exchanges[exchange_id])

    def waiting(topic: Topic, *for_what: str) -> list[Id]:
        found = exchanges.waiting(*for_what)
        return [i for i in found if (topic, i) not in put] if put else found

    def rows(topic: Topic, *for_what: str) -> Rows[tuple[Id, ExchangeFact], ExchangeRow]:
        return Rows([(i, exchanges.rows[i]) for i in waiting(topic, *for_what)], lambda key: exchange(key[0]))

    def due_row(key: DueKey) -> DueRow:
        return DueRow(name=ref(index, key.person).name, due=key.record())

    return TodayView(
        promises=_promises(index, {about for topic, about in put if topic is Topic.PROMISE}),
        to_thank=rows(Topic.THANK, "thank"),
        asked_of_me=Rows([*waiting(Topic.ANSWER, "asked"), *waiting(Topic.ANSWER, "agreed")], exchange),
        offers_open=rows(Topic.OFFER, "my offer", "their offer"),
        due=Rows([key for key in (*due, *longer) if not put or (Topic.WRITE, key.person) not in put], due_row),
        dormant=Rows(dormant, due_row),
        birthdays=tuple(
            BirthdayRow(id=b.person, name=ref(index, b.person).name, on=b.on, turns=b.turns)
            for b in rhythms.birthdays()
        ),
        asks_in_the_air=rows(Topic.ASK, "air"),
        asleep=frozenset(asleep),
    )


def _promises(index: Index, without: Collection[Id]) -> Sequence[PromiseRow]:
    """Return my open promises that are due soon or were due, then those for which no day was named, oldest first."""
    horizon = (index.today + timedelta(days=PROMISES_AHEAD)).toordinal()
    facts = index.shelf(PromiseFacts).require().rows
    mine = [(row.due, i) for i, row in facts.items() if row.mine and i not in without]
    dated = sorted((due, i) for due, i in mine if 0 < due <= horizon)
    undated = sorted((i for due, i in mine if not due), key=id_order)
    return Rows([*(i for _due, i in dated), *undated], lambda i: promise_row(index, index.promises[i]))
