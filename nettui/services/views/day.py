"""The lines of a day: what Today shows, in the app and on the command line, each with its reason.

A line is made when it is looked at; which lines there are, and in which order, costs no record.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.records import Direction, Status, Topic
from nettui.domain.turns import in_turn
from nettui.i18n import N_, _, ngettext
from nettui.services.views import reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.services.views.rows import BirthdayRow, ExchangeRow, PromiseRow
    from nettui.services.views.today import DueRow, TodayView

__all__ = [
    "DAY_WORDS",
    "LINES",
    "TOPICS",
    "DayLine",
    "DaySort",
    "day_lines",
    "how_many",
    "in_words",
]

LINES = 7
"""As many lines as a day shows of itself; everything is one key away."""

TOPICS: Mapping[str, Topic] = {
    "promised": Topic.PROMISE,
    "thank": Topic.THANK,
    "asked": Topic.ANSWER,
    "offer": Topic.OFFER,
    "write": Topic.WRITE,
    "hello": Topic.HELLO,
    "ask": Topic.ASK,
}
"""As what a line of each sort is put off; a birthday cannot be."""


class DaySort(StrEnum):
    """Why something is on the day's list, in the order of the list: what I give comes before what I ask."""

    PROMISED = "promised"
    THANK = "thank"
    ASKED = "asked"
    OFFER = "offer"
    WRITE = "write"
    HELLO = "hello"
    BIRTHDAY = "birthday"
    ASK = "ask"


DAY_WORDS: Mapping[str, str] = {
    "promised": N_("promised"),
    "thank": N_("thank"),
    "answer": N_("answer"),
    "give": N_("give"),
    "write": N_("write to"),
    "hello": N_("say hello to"),
    "birthday": N_("birthday"),
    "mine": N_("you offered"),
    "theirs": N_("offers you"),
    "ask": N_("waiting for"),
    "awaited": N_("awaited from"),
}
"""What to do, a word or two, to be translated where it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One line: what to do (``word``), with whom, and why.

    ``table`` and ``record_id`` name the promise or exchange behind it; a person to write to has those of the person.
    ``late`` tells that it was due before today.
    """

    sort: DaySort
    word: str
    name: str
    person: Id | None
    reason: str
    subject: str
    table: Table
    record_id: Id
    late: bool


def how_many(view: TodayView) -> dict[DaySort, int]:
    """Return how many lines of each sort there are."""
    return {sort: len(rows) for sort, (rows, _make) in _sorts(view).items()}


def day_lines(view: TodayView, today: date, shares: Mapping[DaySort, int] | None = None) -> list[DayLine]:
    """Return the lines: at most :data:`LINES`, the most urgent of each sort in turn; with ``shares`` those many."""
    sorts = _sorts(view)
    wanted = shares if shares is not None else _shares(how_many(view), _birthday_is_near(view, today))
    return [make(row, today) for sort, (rows, make) in sorts.items() for row in rows[: wanted[sort]]]


def in_words(view: TodayView) -> str:
    """Return the day in one sentence: what waits, in the order of the list; empty when nothing does."""
    counts = how_many(view)
    people = counts[DaySort.WRITE] + min(counts[DaySort.HELLO], 1)
    parts = [
        _counted(counts[DaySort.PROMISED], lambda n: ngettext("{n} promise", "{n} promises", n)),
        _counted(counts[DaySort.THANK], lambda n: ngettext("{n} thank-you", "{n} thank-yous", n)),
        _counted(counts[DaySort.ASKED], lambda n: ngettext("{n} answer", "{n} answers", n)),
        _counted(counts[DaySort.OFFER], lambda n: ngettext("{n} open offer", "{n} open offers", n)),
        _counted(people, lambda n: ngettext("{n} person to write to", "{n} people to write to", n)),
        _counted(counts[DaySort.BIRTHDAY], lambda n: ngettext("{n} birthday", "{n} birthdays", n)),
        _counted(
            counts[DaySort.ASK],
            lambda n: ngettext("{n} open request", "{n} open requests", n),
        ),
    ]
    return ", ".join(filter(None, parts))


def _counted(count: int, message: Callable[[int], str]) -> str:
    return message(count).format(n=count) if count else ""


_TURNS = (
    DaySort.PROMISED,
    DaySort.THANK,
    DaySort.ASKED,
    DaySort.WRITE,
    DaySort.OFFER,
    DaySort.ASK,
    DaySort.BIRTHDAY,
    DaySort.HELLO,
)
"""Whose turn it is to have a line. Birthdays are among the coming days too, the long silent in the weekly review."""


def _shares(sizes: Mapping[DaySort, int], birthday_first: bool) -> dict[DaySort, int]:
    """Return how many of each sort to show, one of each in turn, and one dormant person at most."""
    most = {**sizes, DaySort.HELLO: min(sizes[DaySort.HELLO], 1)}
    first = (DaySort.BIRTHDAY,) if birthday_first else ()
    room = LINES if sum(sizes.values()) <= LINES else LINES - 1
    return in_turn({sort: most[sort] for sort in dict.fromkeys((*first, *_TURNS))}, room)


def _birthday_is_near(view: TodayView, today: date) -> bool:
    """Return whether there is a birthday today or tomorrow, which cannot wait for its turn."""
    return any((row.on - today).days <= 1 for row in view.birthdays[:1])


def _sorts(view: TodayView) -> dict[DaySort, tuple[Sequence[object], Callable[..., DayLine]]]:
    return {
        DaySort.PROMISED: (view.promises, _promised),
        DaySort.THANK: (view.to_thank, _thank),
        DaySort.ASKED: (view.asked_of_me, _asked),
        DaySort.OFFER: (view.offers_open, _offer),
        DaySort.WRITE: (view.due, _write),
        DaySort.HELLO: (view.dormant, _hello),
        DaySort.BIRTHDAY: (view.birthdays, _birthday),
        DaySort.ASK: (view.asks_in_the_air, _ask),
    }


def _promised(row: PromiseRow, today: date) -> DayLine:
    return DayLine(
        sort=DaySort.PROMISED,
        word=_(DAY_WORDS["promised"]),
        name=row.person.name if row.person else "",
        person=row.person.id if row.person else None,
        reason=reasons.promise_reason(row, today),
        subject=row.text,
        table=Table.PROMISES,
        record_id=row.id,
        late=_late(row.due, today),
    )


def _exchange(row: ExchangeRow, sort: DaySort, word: str, reason: str, today: date) -> DayLine:
    return DayLine(
        sort=sort,
        word=_(DAY_WORDS[word]),
        name=row.person.name,
        person=row.person.id,
        reason=reason,
        subject=row.subject,
        table=Table.EXCHANGES,
        record_id=row.id,
        late=_late(row.due, today),
    )


def _thank(row: ExchangeRow, today: date) -> DayLine:
    return _exchange(row, DaySort.THANK, "thank", reasons.thanks_reason(row, today), today)


def _asked(row: ExchangeRow, today: date) -> DayLine:
    word = "answer" if row.status is Status.ASKED else "give"
    return _exchange(row, DaySort.ASKED, word, reasons.exchange_reason(row, today), today)


def _offer(row: ExchangeRow, today: date) -> DayLine:
    word = "mine" if row.direction is Direction.GIVEN else "theirs"
    return _exchange(row, DaySort.OFFER, word, reasons.offer_reason(row, today), today)


def _ask(row: ExchangeRow, today: date) -> DayLine:
    return _exchange(row, DaySort.ASK, "ask", reasons.ask_reason(row, today), today)


def _person(sort: DaySort, person: Id, name: str, reason: str) -> DayLine:
    return DayLine(
        sort=sort,
        word=_(DAY_WORDS[sort.value]),
        name=name,
        person=person,
        reason=reason,
        subject="",
        table=Table.PEOPLE,
        record_id=person,
        late=False,
    )


def _write(row: DueRow, today: date) -> DayLine:
    return _person(DaySort.WRITE, row.due.person, row.name, reasons.due_reason(row.due, today))


def _hello(row: DueRow, today: date) -> DayLine:
    return _person(DaySort.HELLO, row.due.person, row.name, reasons.due_reason(row.due, today))


def _birthday(row: BirthdayRow, today: date) -> DayLine:
    return _person(DaySort.BIRTHDAY, row.id, row.name, reasons.birthday_reason(row, today))


def _late(due: PartialDate | None, today: date) -> bool:
    return due is not None and due.is_over(today)
