"""How an exchange, a promise and a balance look on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.ledger import RegisterLine
from nettui.domain.records import Direction, Promise, Status
from nettui.domain.statuses import STATUS_NAMES
from nettui.i18n import _, ngettext
from nettui.services.names import KIND_NAMES
from nettui.services.views.words import short_date, since, until
from nettui.tui.views.ledger import desk
from nettui.tui.views.ledger.model import BALANCES, Which
from nettui.tui.widgets.columns import Column, Columns, room_for, spans_of
from nettui.tui.widgets.matches import marked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Exchange
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.views.ledger.model import BalanceLine, LedgerRow
    from nettui.tui.widgets.columns import Cell
    from nettui.tui.widgets.line import Span

_MARKED = {"who", "subject", "name"}
"""Columns in which what was found is marked."""

__all__ = ["cells", "columns_of", "date_cell", "direction_sign", "direction_word", "status_role", "who"]


def columns_of(which: Which, glyphs: Glyphs) -> Columns:
    """Return the columns of a list, their titles in the user's language."""
    if which is Which.PROMISED:
        return Columns(
            Column(name="what", title=_("Promise"), least=20, most=80, share=3),
            Column(name="who", title=_("To"), least=12, most=30, share=1),
            Column(
                name="due",
                title=_("Due"),
                least=room_for([ngettext("{n} month ago", "{n} months ago", 20).format(n=20)], 14),
                right=True,
            ),
        )
    if which is Which.RECOMMENDATIONS:
        return desk.columns()
    if which in BALANCES:
        return Columns(
            Column(name="name", title=_("Name"), least=14, most=44, share=1),
            Column(name="given", title=_("Given"), least=room_for([_("Given") + " ↓"]), right=True),
            Column(name="received", title=_("Received"), least=room_for([_("Received") + " ↓"]), right=True),
            Column(name="open", title=_("Open"), least=room_for([_("Open") + " ↓"], 9), right=True),
            Column(name="last_given", title=_("Last given"), least=room_for([_("Last given")], 11), right=True, rank=1),
            Column(
                name="last_received",
                title=_("Last received"),
                least=room_for([_("Last received")], 13),
                right=True,
                rank=2,
            ),
        )
    return Columns(
        Column(name="on", title=_("When"), least=8),
        Column(name="what", title=_("Favour"), least=2 + room_for(map(_, KIND_NAMES.values()))),
        Column(
            name="way", title=_("Way"), least=room_for((_("to give"), _("to come"), _("given"), _("received"))), rank=3
        ),
        Column(name="who", title=_("Who"), least=11, most=30, share=2),
        Column(name="subject", title=_("About"), least=16, most=70, share=3, rank=4),
        Column(name="status", title=_("Status"), least=room_for(map(_, STATUS_NAMES.values())), rank=1),
        *(
            (
                Column(name="given", title=glyphs.given, least=3, right=True, rank=2),
                Column(name="received", title=glyphs.received, least=3, right=True, rank=2),
            )
            if which is Which.REGISTER
            else (Column(name="age", title=_("Waits"), least=10, right=True, rank=2),)
        ),
    )


def cells(row: LedgerRow, index: Index, glyphs: Glyphs, words: Sequence[str] = ()) -> dict[str, Cell]:
    """Return the cells of a row, whichever it is; ``words`` are marked in it."""
    if isinstance(row, desk.DeskLine):
        found = desk.cells(row, index.today)
    elif isinstance(row, RegisterLine):
        found = _exchange(row, index, glyphs)
    elif isinstance(row, Promise):
        found = _promise(row, index, glyphs)
    else:
        found = _balance(row, index.today, glyphs)
    if words:
        for name in _MARKED & found.keys():
            found[name] = marked(spans_of(found[name]), words)
    return found


def direction_sign(direction: Direction, glyphs: Glyphs) -> str:
    """Return the arrow: away from me for what I give."""
    return glyphs.given if direction is Direction.GIVEN else glyphs.received


def direction_word(exchange: Exchange) -> str:
    """Return which way it went or will go; nothing for what came to nothing."""
    given = exchange.direction is Direction.GIVEN
    if exchange.status in ledger.OPEN:
        return _("to give") if given else _("to come")
    if exchange.status in ledger.CLOSED:
        return ""
    return _("given") if given else _("received")


def status_role(status: Status) -> str:
    """Return the role of a status: what waits, what is thanked, what came to nothing."""
    if status in ledger.OPEN:
        return "due"
    if status in ledger.CLOSED:
        return "quiet"
    return "good" if status is Status.THANKED else "text"


def who(index: Index, person: str | None) -> Span:
    """Return a person's name."""
    name = index.person_name(person) if person is not None and person in index.people else ""
    return (name, "text") if name else (_("somebody") if person else "", "quiet")


def _exchange(row: RegisterLine, index: Index, glyphs: Glyphs) -> dict[str, Cell]:
    exchange = row.exchange
    quiet = exchange.status in ledger.CLOSED
    counted = exchange.status in ledger.COUNTED
    given = exchange.direction is Direction.GIVEN
    return {
        "on": (date_cell(row.on, index.today, glyphs)[0], "quiet" if quiet else "text"),
        # The arrow in the kind's own role: a colour of its own would cost a tenth of a cursor move on the line.
        "what": (
            f"{direction_sign(exchange.direction, glyphs)} {_(KIND_NAMES[exchange.kind])}",
            "quiet" if quiet else "text",
        ),
        "way": (direction_word(exchange), "quiet" if quiet else "text"),
        "who": who(index, exchange.person),
        "subject": (" ".join((exchange.subject or exchange.text).split()), "quiet"),
        "status": (_(STATUS_NAMES[exchange.status]), status_role(exchange.status)),
        "given": str(row.given) if counted and given else "",
        "received": str(row.received) if counted and not given else "",
        "age": _age(exchange, row, index.today),
    }


def _age(exchange: Exchange, row: RegisterLine, today: date) -> Cell:
    if exchange.status in ledger.OPEN:
        days = ledger.open_days(exchange, today)
    elif row.on is not None and row.on.year is not None:
        days = (today - row.on.first_day()).days
    else:
        days = None
    return (ngettext("{n} day", "{n} days", days).format(n=days), "quiet") if days is not None else ""


def _promise(promise: Promise, index: Index, glyphs: Glyphs) -> dict[str, Cell]:
    kept = promise.done_on is not None
    sign = (f"{glyphs.done} ", "good") if kept else (f"{glyphs.promise} ", "due")
    return {
        "what": (sign, (" ".join(promise.text.split()), "quiet" if kept else "text")),
        "who": who(index, promise.person),
        "due": _due(promise, index.today, glyphs),
    }


def _due(promise: Promise, today: date, glyphs: Glyphs) -> Cell:
    if promise.done_on is not None:
        return (since(promise.done_on, today), "good")
    if promise.due is None or promise.due.year is None:
        return (glyphs.dash, "faint")
    day = promise.due.last_day()
    return (until(day, today), "due" if day <= today else "text")


def _balance(line: BalanceLine, today: date, glyphs: Glyphs) -> dict[str, Cell]:
    totals = line.totals
    waiting = [
        f"{sign} {count}"
        for sign, count in ((glyphs.given, totals.open_given), (glyphs.received, totals.open_received))
        if count
    ]
    return {
        "name": (line.name, "text"),
        "given": _count(totals.given, glyphs),
        "received": _count(totals.received, glyphs),
        "open": ("  ".join(waiting), "due") if waiting else (glyphs.dash, "faint"),
        "last_given": date_cell(totals.last_given, today, glyphs),
        "last_received": date_cell(totals.last_received, today, glyphs),
    }


def _count(count: int, glyphs: Glyphs) -> Cell:
    return (str(count), "text") if count else (glyphs.dash, "faint")


def date_cell(when: PartialDate | None, today: date, glyphs: Glyphs) -> Span:
    """Return a date: the day in this year, else the month, the whole date stands on the page."""
    if when is None or when.year is None:
        return (glyphs.dash, "faint")
    shown = when if when.year == today.year or when.day is None else type(when)(when.year, when.month)
    return (short_date(shown, today), "when")
