"""The pages of the ledger: a whole exchange with its steps and text, a promise, and what a balance is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.introductions import is_introduction
from nettui.domain.records import Direction, Status
from nettui.domain.statuses import STATUS_NAMES, path
from nettui.i18n import _, ngettext
from nettui.services.names import KIND_NAMES, exchange_name
from nettui.services.views.words import CHANNELS, day_of_week_and_date, short_date, since, until, word
from nettui.tui.views.ledger.desk_page import desk_facts
from nettui.tui.views.ledger.introduction import introduction_lines
from nettui.tui.views.ledger.lines import date_cell, direction_sign, status_role, who
from nettui.tui.widgets.columns import room_for
from nettui.tui.widgets.line import Line, cut, width_of
from nettui.tui.widgets.paragraphs import fact, paragraph, section, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.domain.ledger import Totals
    from nettui.domain.records import Exchange, ExchangeKind, Promise
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.views.ledger.model import BalanceLine
    from nettui.tui.widgets.line import Span

__all__ = ["balance_page", "exchange_page", "promise_page"]


_FIGURES = 19
"""Cells of the two columns of figures, and of the margin."""
_OTHERS = 8
"""How many other favours of the same person are listed."""


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


def exchange_page(
    index: Index, exchange: Exchange, returns: Iterable[Id], glyphs: Glyphs, width: int
) -> Iterator[Line]:
    """Yield the lines of an exchange; ``returns`` are those offered in return for it."""
    today = index.today
    sign = direction_sign(exchange.direction, glyphs)
    given = exchange.direction is Direction.GIVEN
    yield Line()
    yield Line(
        (
            ("  ", "text"),
            (f"{sign} ", "how" if given else "tagged"),
            (_(KIND_NAMES[exchange.kind]), "strong"),
            (f" {glyphs.dot} ", "faint"),
            (_(STATUS_NAMES[exchange.status]), status_role(exchange.status)),
        )
    )
    name = who(index, exchange.person)[0]
    yield from paragraph(((_sentence(exchange, name), "quiet"),), width)
    yield Line()
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
        yield from fact(_("due"), _due(exchange.due, index, exchange.status), width)
    if exchange.status in ledger.OPEN and (days := ledger.open_days(exchange, today)):
        yield from fact(_("waits for"), ((ngettext("{n} day", "{n} days", days).format(n=days), "text"),), width)
    if exchange.where.strip():
        yield from fact(_("published"), ((exchange.where.strip(), "text"),), width)
    if exchange.url.strip():
        yield from fact(_("link"), ((exchange.url.strip(), "how"),), width)
    yield from _ties(index, exchange, returns, glyphs, width)
    yield from introduction_lines(index, exchange, glyphs, width)
    yield from section(_("steps"), width, glyphs)
    yield from _steps(exchange, index, width)
    if exchange.text.strip():
        yield from section(_("text"), width, glyphs)
        yield from paragraph(((exchange.text.strip(), "text"),), width)
    yield from _entry(index, exchange.entry, glyphs, width)
    yield from _others(index, exchange, glyphs, width)


def promise_page(index: Index, promise: Promise, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield the lines of a promise of mine."""
    kept = promise.done_on is not None
    yield Line()
    sign = (f"{glyphs.done} ", "good") if kept else (f"{glyphs.promise} ", "due")
    yield from signed(sign, ((promise.text.strip(), "strong"),), width)
    yield Line()
    if promise.person is not None:
        yield from fact(_("to"), (who(index, promise.person),), width)
    if promise.due is not None:
        yield from fact(_("due"), _due(promise.due, index, Status.DONE if kept else Status.AGREED), width)
    if promise.done_on is not None:
        words = f"{day_of_week_and_date(promise.done_on)}, {since(promise.done_on, index.today)}"
        yield from fact(_("kept"), ((words, "good"),), width)
    yield from _entry(index, promise.entry, glyphs, width)


def balance_page(line: BalanceLine, kinds: Mapping[ExchangeKind, Totals], index: Index, width: int) -> Iterator[Line]:
    """Yield what a balance is made of: each kind, given and received side by side, the last date each way."""
    yield Line()
    yield Line((("  ", "text"), (line.name, "strong")))
    yield Line()
    head = cut(((" ", "text"),), max(width - _FIGURES, 8))
    yield Line((*head, (_("given").rjust(7), "quiet"), (_("received").rjust(10), "quiet")))
    for kind, totals in kinds.items():
        yield _figures(_(KIND_NAMES[kind]), totals.given, totals.received, width)
    if len(kinds) > 1:
        yield _figures(_("together"), line.totals.given, line.totals.received, width, "strong")
    if line.totals.open_given or line.totals.open_received:
        yield Line()
        yield _figures(_("still open"), line.totals.open_given, line.totals.open_received, width, "due")
    yield Line()
    for label, when in ((_("last given"), line.totals.last_given), (_("last received"), line.totals.last_received)):
        if when is not None:
            yield from fact(label, ((short_date(when, index.today), "when"),), width, column=15)
    yield Line()
    yield from paragraph(((_("Enter shows these favours in the register."), "quiet"),), width)


def _figures(label: str, given: int, received: int, width: int, role: str = "text") -> Line:
    name = cut((("  ", "text"), (label, "quiet" if role == "text" else role)), max(width - _FIGURES, 8))
    return Line((*name, (str(given).rjust(7), role), (str(received).rjust(10), role)))


def _due(due: PartialDate, index: Index, status: Status) -> tuple[Span, ...]:
    text = short_date(due, index.today)
    if due.year is None or status not in ledger.OPEN:
        return ((text, "text"),)
    late = due.last_day() < index.today
    return ((text, "due" if late else "text"), (f", {until(due.last_day(), index.today)}", "due" if late else "quiet"))


def _ties(index: Index, exchange: Exchange, returns: Iterable[Id], glyphs: Glyphs, width: int) -> Iterator[Line]:
    first = index.exchanges.get(exchange.in_return_for) if exchange.in_return_for is not None else None
    if first is not None:
        yield from fact(_("in return for"), _tie(first, glyphs), width, column=15)
    for each in returns:
        yield from fact(_("in return"), _tie(index.exchanges[each], glyphs), width, column=15)


def _tie(exchange: Exchange, glyphs: Glyphs) -> tuple[Span, ...]:
    return (
        (f"{direction_sign(exchange.direction, glyphs)} ", "quiet"),
        (exchange_name(exchange), "text"),
        (", ", "quiet"),
        (_(STATUS_NAMES[exchange.status]), status_role(exchange.status)),
    )


def _others(index: Index, exchange: Exchange, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield what else went between me and the person, newest first."""
    person = index.people.get(exchange.person)
    if person is None:
        return
    lines = ledger.register(e for e in index.exchanges_of(person.id) if e.person == person.id)
    others = [line for line in lines if line.exchange.id != exchange.id][:_OTHERS]
    if not others:
        return
    yield from section(_("also with {name}").format(name=person.name), width, glyphs)
    if not index.communal(person):
        figures = _("given {given}, received {received}").format(given=lines[0].given, received=lines[0].received)
        yield from paragraph(((figures, "quiet"),), width)
    for line in others:
        what = (
            (f"{direction_sign(line.exchange.direction, glyphs)} ", "quiet"),
            (_(KIND_NAMES[line.exchange.kind]), "text"),
        )
        status = (_(STATUS_NAMES[line.exchange.status]), status_role(line.exchange.status))
        about = ((f" {glyphs.dot} ", "faint"), (line.exchange.subject, "quiet")) if line.exchange.subject else ()
        yield Line(
            (("  ", "text"), *cut((date_cell(line.on, index.today, glyphs),), 9), (" ", "text"), *what, *about),
            ((" ", "text"), status),
        )


def _steps(exchange: Exchange, index: Index, width: int) -> Iterator[Line]:
    for step in path(exchange):
        when = short_date(step.on, index.today) if step.on is not None else _("undated")
        head: list[Span] = [*cut(((when, "when"),), 12), (" ", "text")]
        status = cut(
            ((_(STATUS_NAMES[step.status]), status_role(step.status)),), room_for(map(_, STATUS_NAMES.values())) + 1
        )
        yield from _step(head + status, step.note.strip(), width)


def _step(head: list[Span], note: str, width: int) -> Iterator[Line]:
    column = width_of(head) + 1
    for number, line in enumerate(paragraph(((note, "quiet"),), width - column, indent=0)):
        left = (*head, (" ", "text")) if not number else ((" " * column, "text"),)
        yield Line((("  ", "text"), *left, *line.left))


def _entry(index: Index, entry_id: Id | None, glyphs: Glyphs, width: int) -> Iterator[Line]:
    entry = index.entries.get(entry_id) if entry_id is not None else None
    if entry is None:
        return
    yield from section(_("from the journal"), width, glyphs)
    head = ((day_of_week_and_date(entry.at.day), "when"), (", ", "quiet"), (word(CHANNELS, entry.channel.value), "how"))
    yield from paragraph(head, width)
    yield from paragraph(((entry.text.strip(), "quiet"),), width)
