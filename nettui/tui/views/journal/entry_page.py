"""A whole entry as a page: when and how, with whom, the text, and what came from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.dates import PartialDate
from nettui.domain.records import Initiator
from nettui.i18n import _
from nettui.services.names import exchange_name
from nettui.services.views.journal import entry_row
from nettui.services.views.refs import ref
from nettui.services.views.words import CHANNELS, day_of_week_and_date, short_date, since, word
from nettui.tui.views.journal.lines import name_of, names
from nettui.tui.views.record_words import (
    direction_sign,
    late,
    promise_sign,
    promise_words,
    status_role,
    status_word,
    way_word,
)
from nettui.tui.widgets.columns import room_for
from nettui.tui.widgets.line import Line, cut
from nettui.tui.widgets.paragraphs import fact, paragraph, section, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Exchange, Promise
    from nettui.services.index import Index
    from nettui.services.views.rows import EntryRow
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Span

__all__ = ["Offspring", "day_page", "entry_page"]


_PEOPLE_BEFORE = 3
_ENTRIES_BEFORE = 5


class Offspring:
    """Which promises and exchanges came from which entry."""

    def __init__(self, index: Index) -> None:
        self._promises = _by_entry(index.promises.values())
        self._exchanges = _by_entry(index.exchanges.values())

    def of(self, entry: Id) -> tuple[Sequence[Id], Sequence[Id]]:
        """Return the ids of the promises and of the exchanges that came from ``entry``."""
        return self._promises.get(entry, ()), self._exchanges.get(entry, ())


def _by_entry(records: Iterable[Promise | Exchange]) -> dict[Id, list[Id]]:
    found: dict[Id, list[Id]] = {}
    for record in records:
        if record.entry is not None:
            found.setdefault(record.entry, []).append(record.id)
    return found


def entry_page(index: Index, entry: Entry, offspring: Offspring, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield the lines of ``entry``."""
    row = entry_row(index, entry)
    yield Line()
    yield _headline(row, glyphs)
    yield Line((("  ", "text"), (since(row.at.day, index.today), "quiet"), *_initiated(row, glyphs)))
    yield Line()
    if row.people:
        yield from fact(_("with"), tuple(names(row.people)), width)
    if row.mentions:
        yield from fact(_("mentions"), tuple(names(row.mentions)), width)
    if row.tags:
        yield from fact(_("tags"), tuple((f"#{tag} ", "tagged") for tag in row.tags), width)
    if row.people or row.mentions or row.tags:
        yield Line()
    if row.text.strip():
        yield from paragraph(((row.text.strip(), "text"),), width)
    else:
        yield from paragraph(((_("No text."), "quiet"),), width)
    promises, exchanges = offspring.of(row.id)
    if promises:
        yield from section(_("promised"), width, glyphs)
        for promise in promises:
            yield from _promise(index, index.promises[promise], glyphs, width)
    if exchanges:
        yield from section(_("asked, offered, given"), width, glyphs)
        for exchange in exchanges:
            yield from _exchange(index, index.exchanges[exchange], glyphs, width)
    yield from _before(index, row, glyphs, width)


def day_page(index: Index, day: date, entries: Iterable[Id], glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield the lines of all entries of a day."""
    yield Line()
    yield Line((("  ", "text"), (day_of_week_and_date(day), "when")))
    yield Line((("  ", "text"), (since(day, index.today), "quiet")))
    nothing = True
    for each in entries:
        nothing = False
        row = entry_row(index, index.entries[each])
        head: list[Span] = [(f"{row.at.time.strftime('%H:%M')} ", "quiet")] if row.at.time is not None else []
        head += [(word(CHANNELS, row.channel.value), "how"), ("  ", "text"), *names(row.people)]
        yield Line()
        yield from paragraph(head, width)
        yield from paragraph(((f"{glyphs.star} " if row.starred else "", "mark"), (row.text.strip(), "text")), width)
    if nothing:
        yield Line()
        yield from paragraph(((_("Nothing was written that day."), "quiet"),), width)


def _before(index: Index, row: EntryRow, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield, for the first few people of an entry, what was written of them before it."""
    for person in row.people[:_PEOPLE_BEFORE]:
        own = index.entries_of(person.id)
        place = next((n for n, each in enumerate(own) if each.id == row.id), 0)
        earlier = own[max(place - _ENTRIES_BEFORE, 0) : place]
        if not earlier:
            continue
        yield from section(_("before, with {name}").format(name=person.name), width, glyphs)
        for each in reversed(earlier):
            yield _earlier(each, index.today)


def _earlier(entry: Entry, today: date) -> Line:
    when = short_date(PartialDate.of(entry.at.day), today)
    return Line(
        (
            ("  ", "text"),
            *cut(((when, "when"),), 13),
            *cut(((word(CHANNELS, entry.channel.value), "how"),), room_for(map(_, CHANNELS.values())) + 2),
            (" ".join(entry.text.split()), "quiet"),
        )
    )


def _headline(row: EntryRow, glyphs: Glyphs) -> Line:
    when = day_of_week_and_date(row.at.day)
    if row.at.time is not None:
        when = _("{date}, {time}").format(date=when, time=row.at.time.strftime("%H:%M"))
    spans: list[Span] = [
        ("  ", "text"),
        (word(CHANNELS, row.channel.value), "how"),
        (f" {glyphs.dot} ", "faint"),
        (when, "when"),
    ]
    if row.starred:
        spans += [(f" {glyphs.dot} ", "faint"), (_("{star} starred").format(star=glyphs.star), "mark")]
    return Line(tuple(spans))


def _initiated(row: EntryRow, glyphs: Glyphs) -> tuple[Span, ...]:
    words = {
        Initiator.ME: _("you made the first step"),
        Initiator.THEM: _("they made the first step"),
        Initiator.MUTUAL: _("both made the first step"),
    }
    if row.initiator is None:
        return ()
    return ((f" {glyphs.dot} ", "faint"), (words[row.initiator], "quiet"))


def _promise(index: Index, promise: Promise, glyphs: Glyphs, width: int) -> Iterator[Line]:
    spans: list[Span] = [(promise.text, "text"), (f" {glyphs.dot} ", "faint"), (promise_words(promise), "quiet")]
    if promise.done_on is not None:
        spans.append((_(", kept {when}").format(when=since(promise.done_on, index.today)), "good"))
    elif promise.due is not None:
        role = "due" if late(promise.due, index.today) else "quiet"
        spans.append((_(", by {date}").format(date=short_date(promise.due, index.today)), role))
    yield from signed(promise_sign(promise, glyphs), spans, width)


def _exchange(index: Index, exchange: Exchange, glyphs: Glyphs, width: int) -> Iterator[Line]:
    spans: list[Span] = [
        (exchange_name(exchange), "text"),
        (f" {glyphs.dot} ", "faint"),
        name_of(ref(index, exchange.person)),
        (f" {glyphs.dot} ", "faint"),
        (way_word(exchange.direction, exchange.status), "quiet"),
        (", ", "quiet"),
        (status_word(exchange.status), status_role(exchange.status)),
    ]
    yield from signed((f"{direction_sign(exchange.direction, glyphs)} ", "mark"), spans, width)
