"""How an exchange, a promise and a balance look on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.ledger import RegisterLine
from nettui.domain.records import Direction, Promise, Status
from nettui.i18n import _, ngettext, pgettext
from nettui.services.names import KIND_NAMES
from nettui.services.views.words import short_date, short_since, since, until
from nettui.tui.views.ledger import desk
from nettui.tui.views.ledger.balances import BalanceLine
from nettui.tui.views.ledger.model import BALANCES, Which
from nettui.tui.views.ledger.needs import NeedRow, need_line
from nettui.tui.views.prose import Title
from nettui.tui.views.record_words import (
    age_role,
    direction_sign,
    promise_sign,
    short_age,
    status_role,
    status_word,
    way_word,
    way_words,
)
from nettui.tui.widgets.columns import Column, Columns, room_for, spans_of
from nettui.tui.widgets.line import Line, cut
from nettui.tui.widgets.matches import marked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Exchange
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.views.ledger.model import LedgerRow
    from nettui.tui.widgets.columns import Cell
    from nettui.tui.widgets.line import Span

_MARKED = {"who", "subject", "name"}
"""Columns in which what was found is marked."""

__all__ = ["cells", "columns_of", "date_cell", "row_line", "who"]


def columns_of(which: Which, glyphs: Glyphs, *, balances: bool = True) -> Columns:
    """Return the columns of a list, their titles in the user's language; without ``balances`` no running counts."""
    if which is Which.PROMISED:
        return _promise_columns()
    if which is Which.RECOMMENDATIONS:
        return desk.columns()
    if which in BALANCES:
        return _balance_columns()
    if which is Which.NEEDS:
        return Columns(
            Column(name="who", title=_("Whose"), least=12, most=28, share=1),
            Column(name="what", title=_("What"), least=20, share=2),
        )
    register = which is Which.REGISTER
    return Columns(
        # What waits has its age in a column of its own, and so needs its date less.
        Column(name="on", title=_("When"), least=8, rank=0 if register else 3),
        Column(name="what", title=_("Favour"), least=2 + room_for(map(_, KIND_NAMES.values()))),
        Column(name="way", title=_("Way"), least=room_for(way_words())),
        Column(name="who", title=_("Who"), least=11, most=30, share=2),
        Column(name="subject", title=_("About"), least=16, most=70, share=3, rank=5),
        Column(name="status", title=_("Status"), least=room_for(map(status_word, Status)), rank=1),
        *(
            (
                Column(name="given", title=glyphs.given, least=3, right=True, rank=2),
                Column(name="received", title=glyphs.received, least=3, right=True, rank=2),
            )
            if register and balances
            else ()
        ),
        Column(name="age", title=_("Waits"), least=room_for([_("Waits")], 6), right=True, rank=4 if register else 0),
    )


def _promise_columns() -> Columns:
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


def _balance_columns() -> Columns:
    # Translators: a column: the date of the last favour given, or received.
    last = pgettext("date of a favour", "last")
    # Translators: a column: favours given and received together.
    count = pgettext("favours", "All")
    return Columns(
        Column(name="name", title=_("Name"), least=12, most=44, share=1),
        Column(name="count", title=count, least=room_for([count + " ↓"]), right=True),
        Column(name="given", title=_("Given"), least=room_for([_("Given") + " ↓"]), right=True),
        Column(name="last_given", title=last, least=8, right=True, rank=1),
        Column(name="received", title=_("Received"), least=room_for([_("Received") + " ↓"]), right=True),
        Column(name="last_received", title=last, least=8, right=True, rank=2),
    )


def cells(
    row: RegisterLine | Promise | BalanceLine, index: Index, glyphs: Glyphs, words: Sequence[str] = ()
) -> dict[str, Cell]:
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
        "way": (way_word(exchange.direction, exchange.status), "quiet" if quiet else "text"),
        "who": who(index, exchange.person),
        "subject": (" ".join((exchange.subject or exchange.text).split()), "quiet"),
        "status": (status_word(exchange.status), _status_role(exchange, index.today)),
        "given": str(row.given) if counted and given else "",
        "received": str(row.received) if counted and not given else "",
        "age": _age(exchange, row, index.today),
    }


def _status_role(exchange: Exchange, today: date) -> str:
    """Return the role of the status, which ages with what is open where there is no room for the age itself."""
    age, role = short_age(exchange, today)
    return role if age and role != "quiet" else status_role(exchange.status)


def _age(exchange: Exchange, row: RegisterLine, today: date) -> Cell:
    """Return how long it waits for its next step, or for my thanks."""
    if exchange.status in ledger.OPEN:
        return short_age(exchange, today)
    thanks_to_come = exchange.status is Status.DONE and exchange.direction is Direction.RECEIVED
    if not thanks_to_come or row.on is None or row.on.year is None:
        return ""
    day = row.on.first_day()
    return (short_since(day, today), age_role((today - day).days, None, today))


def _promise(promise: Promise, index: Index, glyphs: Glyphs) -> dict[str, Cell]:
    return {
        "what": (
            promise_sign(promise, glyphs),
            (" ".join(promise.text.split()), "quiet" if promise.done_on else "text"),
        ),
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
    if line.needs is not None:
        return {"name": (line.name, "text")}
    return {
        "name": (line.name, "text"),
        "count": _count(totals.frequency, glyphs),
        "given": _count(totals.given, glyphs),
        "received": _count(totals.received, glyphs),
        "last_given": date_cell(totals.last_given, today, glyphs),
        "last_received": date_cell(totals.last_received, today, glyphs),
    }


def row_line(row: LedgerRow, columns: Columns, index: Index, glyphs: Glyphs, width: int, words: Sequence[str]) -> Line:
    """Return the line of a row, whichever it is; ``words`` are marked in it."""
    if isinstance(row, NeedRow | Title):
        return need_line(row, index, width, glyphs, words)
    line = columns.line(cells(row, index, glyphs, words), width)
    if not isinstance(row, BalanceLine) or row.needs is None:
        return line
    # A communal group keeps no account: what its people need stands in the place of the figures.
    name = cut(((row.name, "text"),), columns.widths(width)["name"], glyphs.ellipsis)
    needs = ngettext("{n} need noted", "{n} needs noted", row.needs).format(n=row.needs)
    return Line((*name, ("  ", "text"), (needs, "quiet")))


def _count(count: int, glyphs: Glyphs) -> Cell:
    return (str(count), "text") if count else (glyphs.dash, "faint")


def date_cell(when: PartialDate | None, today: date, glyphs: Glyphs) -> Span:
    """Return a date: the day in this year, else the month, the whole date stands on the page."""
    if when is None or when.year is None:
        return (glyphs.dash, "faint")
    shown = when if when.year == today.year or when.day is None else type(when)(when.year, when.month)
    return (short_date(shown, today), "when")
