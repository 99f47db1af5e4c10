"""The pages of the ledger: a whole favour as sections in their order, and a promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.introductions import is_introduction
from nettui.domain.records import Direction, Status
from nettui.domain.statuses import next_statuses, path
from nettui.domain.waiting import open_days
from nettui.i18n import _, ngettext
from nettui.services.names import KIND_NAMES, exchange_name
from nettui.services.views.words import CHANNELS, day_of_week_and_date, short_date, since, until, word
from nettui.tui.views.ledger.desk_page import desk_facts
from nettui.tui.views.ledger.introduction import introduction_lines
from nettui.tui.views.ledger.lines import date_cell, who
from nettui.tui.views.record_words import (
    age_role,
    direction_sign,
    late,
    promise_sign,
    status_role,
    status_word,
    way_word,
)
from nettui.tui.widgets.columns import room_for
from nettui.tui.widgets.line import Line, cut, width_of
from nettui.tui.widgets.paragraphs import fact, paragraph, section, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Promise, Step
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Span

__all__ = ["SECTIONS", "Sheet", "exchange_page", "promise_page"]

_OTHERS = 8
"""How many other favours of the same person are listed."""
_DATE = 12
"""Cells for the date of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page of a favour is written on. ``returns`` are those in return for it; without ``balances`` no sums."""

    index: Index
    exchange: Exchange
    glyphs: Glyphs
    width: int
    returns: tuple[Id, ...] = ()
    balances: bool = True


def exchange_page(sheet: Sheet) -> Iterator[Line]:
    """Yield the lines of a favour, section by section."""
    for each in SECTIONS:
        yield from each(sheet)


def _sentence(exchange: Exchange, name: str) -> str:
    """Return in words which way it goes and how far it has come."""
    given = exchange.direction is Direction.GIVEN
    words: Mapping[Status, tuple[str, str]] = {
        Status.ASKED: (_("{name} asked you"), _("you asked {name}")),
        Status.OFFERED: (_("you offered it to {name}"), _("{name} offered it to you")),
        Status.AGREED: (_("you agreed to do it for {name}"), _("{name} agreed to do it for you")),
        Status.DONE: (_("you gave it to {name}"), _("you received it from {name}, thanks still to come")),
        Status.THANKED: (_("you gave it to {name}, who thanked you"), _("you received it from {name} and gave thanks")),
        Status.DECLINED: (_("asked for by {name}, declined"), _("asked of {name}, declined")),
        Status.LAPSED: (_("between you and {name}, it lapsed"), _("between you and {name}, it lapsed")),
    }
    return words[exchange.status][0 if given else 1].format(name=name)


def _head(sheet: Sheet) -> Iterator[Line]:
    """Yield what it is, which way it goes, how far it has come, and how long that has waited."""
    exchange, glyphs = sheet.exchange, sheet.glyphs
    dot = (f" {glyphs.dot} ", "faint")
    yield Line()
    what = (
        (_(KIND_NAMES[exchange.kind]), "strong"),
        dot,
        (way_word(exchange.direction, exchange.status), "text"),
        dot,
        (status_word(exchange.status), status_role(exchange.status)),
    )
    yield from signed((f"{direction_sign(exchange.direction, glyphs)} ", "mark"), what, sheet.width)
    name = who(sheet.index, exchange.person)[0]
    yield from paragraph(((_sentence(exchange, name), "quiet"),), sheet.width)
    yield Line()


def _facts(sheet: Sheet) -> Iterator[Line]:
    index, exchange, width = sheet.index, sheet.exchange, sheet.width
    given = exchange.direction is Direction.GIVEN
    if exchange.subject.strip():
        yield from fact(_("about"), ((exchange.subject.strip(), "text"),), width)
    yield from fact(_("to") if given else _("from"), (who(index, exchange.person),), width)
    yield from desk_facts(index, exchange, width)
    if exchange.others and not is_introduction(exchange):
        both: list[Span] = []
        for number, person in enumerate(exchange.others):
            both += [(", ", "quiet")] if number else []
            both.append(who(index, person))
        yield from fact(_("between"), both, width)
    if exchange.due is not None:
        yield from fact(_("due"), _due(exchange.due, index, waiting=exchange.status in ledger.OPEN), width)
    if exchange.where.strip():
        yield from fact(_("published"), ((exchange.where.strip(), "text"),), width)
    if exchange.url.strip():
        yield from fact(_("link"), ((exchange.url.strip(), "how"),), width)


def _ties(sheet: Sheet) -> Iterator[Line]:
    """Yield what it was in return for, and what was in return for it."""
    exchanges, exchange = sheet.index.exchanges, sheet.exchange
    first = exchanges.get(exchange.in_return_for) if exchange.in_return_for is not None else None
    if first is not None:
        yield from fact(_("in return for"), _tie(first, sheet.glyphs), sheet.width, column=15)
    for each in sheet.returns:
        yield from fact(_("in return"), _tie(exchanges[each], sheet.glyphs), sheet.width, column=15)


def _tie(exchange: Exchange, glyphs: Glyphs) -> tuple[Span, ...]:
    return (
        (f"{direction_sign(exchange.direction, glyphs)} ", "quiet"),
        (exchange_name(exchange), "text"),
        (", ", "quiet"),
        (way_word(exchange.direction, exchange.status), "quiet"),
        (", ", "quiet"),
        (status_word(exchange.status), status_role(exchange.status)),
    )


def _introduction(sheet: Sheet) -> Iterable[Line]:
    return introduction_lines(sheet.index, sheet.exchange, sheet.glyphs, sheet.width)


def _life(sheet: Sheet) -> Iterator[Line]:
    """Yield the steps it took, how long it has waited, and what may come next, with the keys for it."""
    exchange, glyphs, width = sheet.exchange, sheet.glyphs, sheet.width
    yield from section(_("steps"), width, glyphs)
    column = room_for(map(status_word, Status)) + 1
    for step in path(exchange):
        head = ((f"{glyphs.checked} ", "mark"), *cut(((status_word(step.status), "text"),), column))
        yield from _step(head, step, sheet)
    ahead = next_statuses(exchange)
    if not ahead:
        yield from paragraph(((_("Nothing comes after that; S takes a step back."), "quiet"),), width)
        return
    days = open_days(exchange, sheet.index.today) if exchange.status in ledger.OPEN else None
    if days:
        waits = ngettext("waits for {n} day", "waits for {n} days", days).format(n=days)
        yield Line(
            (("  ", "text"), (f"{glyphs.dot} ", "faint"), (waits, age_role(days, exchange.due, sheet.index.today)))
        )
    usual, *others = map(status_word, ahead)
    key = (("s", "mark"), (" " + _("today"), "quiet"))
    yield Line((("  ", "text"), (f"{glyphs.unchecked} ", "faint"), *cut(((usual, "quiet"),), column), *key))
    if others:
        rest = _("{statuses}, another date, a note").format(statuses=", ".join(others))
    else:
        rest = _("another date, a note")
    yield from signed((f"{glyphs.unchecked} ", "faint"), (("t", "mark"), (f" {rest}", "quiet")), width)


def _step(head: tuple[Span, ...], step: Step, sheet: Sheet) -> Iterator[Line]:
    when = short_date(step.on, sheet.index.today) if step.on is not None else _("undated")
    date = cut(((when, "when"),), _DATE)
    note = step.note.strip()
    column = width_of(head) + _DATE + 1
    if sheet.width - column < _DATE and note:  # no room beside: the note stands under the step
        yield Line((("  ", "text"), *head, *date))
        yield from paragraph(((note, "quiet"),), sheet.width, indent=4)
        return
    for number, line in enumerate(paragraph(((note, "quiet"),), sheet.width - column - 2, indent=0)):
        left = (*head, *date, (" ", "text")) if not number else ((" " * column, "text"),)
        yield Line((("  ", "text"), *left, *line.left))


def _text(sheet: Sheet) -> Iterator[Line]:
    text = sheet.exchange.text.strip()
    if text:
        yield from section(_("text"), sheet.width, sheet.glyphs)
        yield from paragraph(((text, "text"),), sheet.width)


def _from_journal(sheet: Sheet) -> Iterator[Line]:
    yield from _entry(sheet.index, sheet.exchange.entry, sheet.glyphs, sheet.width)


def _others(sheet: Sheet) -> Iterator[Line]:
    """Yield what else went between me and the person, newest first."""
    index, glyphs = sheet.index, sheet.glyphs
    person = index.people.get(sheet.exchange.person)
    if person is None:
        return
    lines = ledger.register(e for e in index.exchanges_of(person.id) if e.person == person.id)
    others = [line for line in lines if line.exchange.id != sheet.exchange.id][:_OTHERS]
    if not others:
        return
    yield from section(_("also with {name}").format(name=person.name), sheet.width, glyphs)
    if sheet.balances and not index.communal(person):
        figures = _("given {given}, received {received}").format(given=lines[0].given, received=lines[0].received)
        yield from paragraph(((figures, "quiet"),), sheet.width)
    for line in others:
        exchange = line.exchange
        what = (
            (f"{direction_sign(exchange.direction, glyphs)} ", "quiet"),
            (_(KIND_NAMES[exchange.kind]), "text"),
        )
        status = (status_word(exchange.status), status_role(exchange.status))
        about = ((f" {glyphs.dot} ", "faint"), (exchange.subject, "quiet")) if exchange.subject else ()
        yield Line(
            (("  ", "text"), *cut((date_cell(line.on, index.today, glyphs),), 9), (" ", "text"), *what, *about),
            ((" ", "text"), status, (" ", "text")),  # as far from the edge as the rules
        )


SECTIONS: tuple[Callable[[Sheet], Iterable[Line]], ...] = (
    _head,
    _facts,
    _ties,
    _introduction,
    _life,
    _text,
    _from_journal,
    _others,
)
"""What the page of a favour is made of, in this order."""


def promise_page(index: Index, promise: Promise, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield the lines of a promise of mine."""
    yield Line()
    yield from signed(promise_sign(promise, glyphs), ((promise.text.strip(), "strong"),), width)
    yield Line()
    if promise.person is not None:
        yield from fact(_("to"), (who(index, promise.person),), width)
    if promise.due is not None:
        yield from fact(_("due"), _due(promise.due, index, waiting=promise.done_on is None), width)
    if promise.done_on is not None:
        words = f"{day_of_week_and_date(promise.done_on)}, {since(promise.done_on, index.today)}"
        yield from fact(_("kept"), ((words, "good"),), width)
    yield from _entry(index, promise.entry, glyphs, width)


def _due(due: PartialDate, index: Index, *, waiting: bool) -> tuple[Span, ...]:
    text = short_date(due, index.today)
    if due.year is None or not waiting:
        return ((text, "text"),)
    passed = late(due, index.today)
    ahead = f", {until(due.last_day(), index.today)}"
    return ((text, "due" if passed else "text"), (ahead, "due" if passed else "quiet"))


def _entry(index: Index, entry_id: Id | None, glyphs: Glyphs, width: int) -> Iterator[Line]:
    entry = index.entries.get(entry_id) if entry_id is not None else None
    if entry is None:
        return
    yield from section(_("from the journal"), width, glyphs)
    head = ((day_of_week_and_date(entry.at.day), "when"), (", ", "quiet"), (word(CHANNELS, entry.channel.value), "how"))
    yield from paragraph(head, width)
    yield from paragraph(((entry.text.strip(), "quiet"),), width)
