"""How a draft begins: what is known and a guide, in a comment that is never part of the text.

The comment is one of HTML, which Markdown (CommonMark, HTML blocks) passes over. It begins with ``<!-- nettui``, so
that a comment of the user's own is text like any other.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from nettui.domain.current import current_position
from nettui.domain.ledger import happened_on
from nettui.domain.records import Direction
from nettui.domain.statuses import path
from nettui.i18n import _
from nettui.services.desk.guide import guide
from nettui.services.desk.known import favours, journal, together
from nettui.services.names import exchange_name
from nettui.services.views.words import CHANNELS, day_and_month, short_date, word
from nettui.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Exchange, Person
    from nettui.services.desk.known import Together
    from nettui.services.index import Index

__all__ = ["start_of", "taken_back", "without_notes"]

_OPEN, _CLOSE = "<!-- nettui", "-->"
_NOTES = re.compile(r"<!-- nettui\b.*?-->[ \t]*(?:\r?\n)?", re.DOTALL)
_CLOSING = re.compile(r"--(!?)>")
"""What would end a comment (HTML Standard, comment end state) when it stands in a text of the user's."""
_WIDTH = 78
_LONGEST = 300
"""Characters of one entry of the journal: a reminder, not the entry."""


def start_of(index: Index, exchange: Exchange) -> str:
    """Return the Markdown that the draft of a recommendation begins with: the notes, and below them an empty line."""
    person = index.people.get(exchange.person)
    lines = [
        _OPEN,
        *_wrapped(_("These notes are for you. They are left out of what is saved, copied and exported. Write below.")),
        "",
        *_head(index, exchange, person),
    ]
    if person is not None:
        lines += _facts(index, exchange, person)
    lines += ["", _title(_("What a good recommendation says") if _written(exchange) else _("Before it comes"))]
    for paragraph in guide(exchange.direction):
        lines += _item(paragraph)
    return "\n".join([*lines, _CLOSE, "", ""])


def without_notes(text: str) -> str:
    """Return ``text`` without the notes of :func:`start_of` and the blank lines that they leave; else as it is."""
    left = _NOTES.sub("", text)
    return text if left == text else left.strip()


def taken_back(start: str, text: str) -> str:
    """Return what was written in a draft that began as ``start``: also lines that were written among the notes."""
    notes = set(start.splitlines())
    inside = [line for match in _NOTES.finditer(text) for line in match.group().splitlines()]
    own = "\n".join(line for line in inside if line not in notes and line.strip()).removesuffix(_CLOSE).rstrip()
    return "\n\n".join(part for part in (own, without_notes(text)) if part.strip())


# -- the notes ---------------------------------------------------------------------------------------------------------


def _written(exchange: Exchange) -> bool:
    return exchange.direction is Direction.GIVEN


def _plain(text: str) -> str:
    """Return a text of the user's that cannot end the comment and steers no terminal."""
    return _CLOSING.sub(r"-- \1>", visible(" ".join(text.split())))


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def _item(text: str) -> list[str]:
    return _wrapped(text, "  - ", "    ")


def _title(text: str) -> str:
    return f"{text}:"


def _head(index: Index, exchange: Exchange, person: Person | None) -> Iterator[str]:
    name = _plain(person.name) if person is not None else _("somebody")
    yield (
        _("Recommendation for {name}").format(name=name)
        if _written(exchange)
        else _("Recommendation by {name}").format(name=name)
    )
    if exchange.subject.strip():
        yield from _item(_("It is about: {subject}").format(subject=_plain(exchange.subject)))
    if exchange.role.strip():
        yield from _item(_("Role: {role}").format(role=_plain(exchange.role)))
    if exchange.where.strip():
        yield from _item(_("Where it will stand: {where}").format(where=_plain(exchange.where)))
    if exchange.due is not None:
        yield from _item(_("Due: {date}").format(date=short_date(exchange.due, index.today)))
    for step in path(exchange):
        if step.note.strip():
            yield from _item(_("Noted: {note}").format(note=_plain(step.note)))


def _facts(index: Index, exchange: Exchange, person: Person) -> Iterator[str]:
    yield from _section(_("What you can vouch for"), [person.i_can_vouch])
    yield from _section(_("What they can say about you"), [person.can_vouch])
    yield from _section(_("In common"), [person.in_common])
    yield from _section(_("Their work at present"), [_work(index, person)])
    shared = together(index.me, person)
    yield from _section(_("At the same place"), [_place(each) for each in shared if not each.study])
    yield from _section(_("Studied together"), [_place(each) for each in shared if each.study])
    yield from _section(_("How you met"), [_met(index, person)])
    yield from _section(
        _("What you did for each other"),
        [_favour(each, index) for each in favours(index, person, exchange)],
    )
    days = [
        f"{_day(entry.at.day.year, day_and_month(entry.at.day))}, "
        f"{word(CHANNELS, entry.channel.value)}: {_short(entry.text)}"
        for entry in journal(index, person, exchange)
    ]
    yield from _section(_("From the journal"), days)


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    filled = [_plain(item) for item in items if item.strip()]
    if filled:
        yield ""
        yield _title(title)
        for item in filled:
            yield from _item(item)


def _work(index: Index, person: Person) -> str:
    position = current_position(person, index.today)
    return ", ".join(p for p in (position.title.strip(), position.organisation.strip()) if p) if position else ""


def _place(each: Together) -> str:
    where = each.organisation
    if each.since is not None or each.until is not None:
        where += ", " + _span(each.since, each.until)
    titles = []
    if each.mine:
        # Translators: in brackets after a place where both worked: the title I had there, and the title they had.
        titles.append(_("you {title}").format(title=each.mine))
    if each.theirs:
        # Translators: the title that somebody else had there, of any gender.
        titles.append(_("they {title}").format(title=each.theirs))
    return f"{where} ({'; '.join(titles)})" if titles else where


def _span(since: PartialDate | None, until: PartialDate | None) -> str:
    if since is None:
        return _("until {date}").format(date=until)
    if until is None:
        return _("since {date}").format(date=since)
    return _("{since} to {until}").format(since=since, until=until)


def _met(index: Index, person: Person) -> str:
    met = person.met
    if met is None:
        return ""
    parts = [str(met.on) if met.on is not None else "", met.how]
    if met.by is not None and met.by in index.people:
        parts.append(_("through {name}").format(name=index.person_name(met.by)))
    return ", ".join(part.strip() for part in parts if part.strip())


def _favour(exchange: Exchange, index: Index) -> str:
    given = exchange.direction is Direction.GIVEN
    on = happened_on(exchange)
    what = exchange_name(exchange)
    text = _("you gave {what}").format(what=what) if given else _("you received {what}").format(what=what)
    return f"{short_date(on, index.today)}, {text}" if on is not None else text


def _day(year: int, day: str) -> str:
    return f"{day} {year}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
