"""An entry, a promise or an exchange: on one line of the register, and in full under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import Entry, Exchange, Promise, Whose
from nettui.domain.statuses import path
from nettui.i18n import _
from nettui.services.names import exchange_name
from nettui.services.views.introductions import in_words, introduction_row
from nettui.services.views.words import CHANNELS, day_of_week_and_date, word
from nettui.tui.views.people.paper import first_line, wrapped
from nettui.tui.views.record_words import (
    direction_sign,
    promise_state,
    promise_words,
    status_word,
    way_word,
    what_and_way,
)
from nettui.tui.widgets.line import Line, cut, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.services.views.person import RegisterRow
    from nettui.tui.views.people.paper import Paper
    from nettui.tui.widgets.line import Span

__all__ = ["record_lines", "register_line"]

_DAY = 8
_INDENT = 2
_WORDS_FROM = 56
"""From this width on, what happened stands in a column of its own."""


def register_line(row: RegisterRow, paper: Paper, *, of: str) -> Line:
    """Return the line of ``row`` in the register of the person ``of``: the day, what it was, and in few words about."""
    day = paper.day(row.on)
    head: list[Span] = [(" " * max(_DAY - width_of([(day, "")]), 0) + day, "quiet"), ("  ", "quiet")]
    what, text, right = _parts(row, paper, of)
    if paper.width >= _WORDS_FROM:
        head += [*cut([what], 11, paper.glyphs.ellipsis), (" ", "quiet")]
    else:
        head += [what, (" ", "quiet")]
    end = ((f"  {right}", "quiet"),) if right else ()
    return Line((*head, (first_line(text), "text")), end)


def _parts(row: RegisterRow, paper: Paper, of: str) -> tuple[Span, str, str]:
    record, glyphs = row.record, paper.glyphs
    if isinstance(record, Entry):
        if of not in record.people:
            return (_("mentioned"), "quiet"), record.text, ""
        return (word(CHANNELS, record.channel.value), "how"), record.text, ""
    if isinstance(record, Exchange):
        sign, way = direction_sign(record.direction, glyphs), way_word(record.direction, record.status)
        if row.state and paper.width < _WORDS_FROM:
            return (sign, "mark"), row.text, ""  # all the room for who introduces whom; in full it says how far it is
        return (f"{sign} {way}", "mark"), row.text, row.state or status_word(record.status)
    whose = _("promise") if record.whose is Whose.MINE else _("theirs")
    return (f"{glyphs.promise} {whose}", "mark"), record.text, promise_state(record)[0]


def record_lines(record: object, paper: Paper) -> list[Line]:
    """Return ``record`` in full, indented, to stand under its line."""
    width = paper.width - _INDENT
    found: list[Line] = []
    for text, role in _full(record, paper):
        found += [Line(((" " * _INDENT + line, role),)) for line in wrapped(text, width)]
    return [*found, Line()]


def _full(record: object, paper: Paper) -> Iterator[tuple[str, str]]:
    if isinstance(record, Entry):
        yield _when(record), "quiet"
        if record.text.strip():
            yield record.text, "text"
        yield from _named(_("with {names}"), record.people, paper)
        yield from _named(_("mentions {names}"), record.mentions, paper)
        if record.tags:
            yield " ".join(f"#{tag}" for tag in record.tags), "tagged"
    elif isinstance(record, Promise):
        yield promise_words(record), "quiet"
        yield record.text, "text"
        if record.due is not None:
            yield _("by {day}").format(day=paper.whole_day(record.due)), "quiet"
        if record.done_on is not None:
            yield _("kept {date}").format(date=day_of_week_and_date(record.done_on)), "good"
    elif isinstance(record, Exchange):
        yield from _exchange(record, paper)


def _exchange(record: Exchange, paper: Paper) -> Iterator[tuple[str, str]]:
    yield what_and_way(record), "quiet"
    yield from ((text, role) for text, role in ((record.subject, "strong"), (record.text, "text")) if text.strip())
    introduction = introduction_row(paper.index, record)
    if introduction is None:
        yield from _named(_("between {names}"), record.others, paper)
    else:
        yield from ((line, "quiet") for line in in_words(introduction, paper.today))
    for step in path(record):
        day = paper.whole_day(step.on) if step.on is not None else ""
        yield "  ".join(part for part in (status_word(step.status), day, step.note) if part), "quiet"
    if record.due is not None:
        yield _("by {day}").format(day=paper.whole_day(record.due)), "quiet"
    if record.where or record.url:
        yield " ".join(part for part in (record.where, record.url) if part), "quiet"
    back = paper.index.exchanges.get(record.in_return_for) if record.in_return_for is not None else None
    if back is not None:
        yield _("in return for {what}").format(what=exchange_name(back)), "quiet"


def _when(entry: Entry) -> str:
    time = entry.at.time.strftime("%H:%M") if entry.at.time is not None else ""
    return "  ".join(filter(None, (day_of_week_and_date(entry.at.day), time, word(CHANNELS, entry.channel.value))))


def _named(message: str, ids: tuple[str, ...], paper: Paper) -> Iterator[tuple[str, str]]:
    if ids:
        yield message.format(names=", ".join(paper.index.person_name(each) for each in ids)), "text"
