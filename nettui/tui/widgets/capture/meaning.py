"""What a line was understood as, in words: the rows of the live strip, and how they fit its few lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from nettui.domain.records import Channel
from nettui.i18n import N_, _, ngettext
from nettui.services.capture.understood import Problem
from nettui.services.names import KIND_NAMES
from nettui.services.views.words import CHANNELS, since, until, weekday_and_date, word
from nettui.text import one_line, visible
from nettui.tui.widgets.line import Line, cut, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.services.capture.understood import (
        Ask,
        Ref,
        Understood,
        UnderstoodExchange,
        UnderstoodPromise,
    )
    from nettui.tui.widgets.line import Span

__all__ = ["SECTION_WORDS", "Row", "example_rows", "lay_out", "rows_of", "summary"]

SECTION_WORDS = {
    "mine": N_("I promised"),
    "theirs": N_("promised to me"),
    ("given", "asked"): N_("asked of me"),
    ("given", "offered"): N_("I offered"),
    ("given", "done"): N_("I gave"),
    ("received", "asked"): N_("I asked"),
    ("received", "offered"): N_("offered to me"),
    ("received", "done"): N_("I received"),
}
"""What a section records: a promise by whose it is, an exchange by its direction and status."""
_LABELS = (N_("when"), N_("how"), N_("with"), N_("about"), N_("tags"), N_("who?"), N_("as text"), N_("for example"))
_PROBLEMS = {
    Problem.FUTURE: N_("“{text}” lies in the future, so it happened now"),
    Problem.UNKNOWN_NAME: N_('nobody is called “{text}”; +"{text}" adds them'),
    Problem.NOBODY: N_("“{text}”: with whom?"),
}
"""Why something stays text, short enough for the strip; :mod:`nettui.services.capture.problems` says it at length."""
_QUOTED = 30
_GAP = 2
_NAMED = 3
"""As many of those whom a name may mean are named in the strip; the question lists all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and pieces: a piece is never broken over two lines unless it is longer than one.

    A piece with a label of its own follows on the same line where there is room.
    """

    label: str
    pieces: tuple[tuple[Span, ...], ...]


def rows_of(understood: Understood, today: date) -> list[Row]:
    """Return what was understood, in the order in which one asks: when and how, who, what for, what is unclear."""
    rows = [_first(understood, today)]
    if understood.people or understood.mentions:
        rows.append(_people(understood))
    rows += [_ask(ask) for ask in understood.ask]
    rows += [_promise(promise, today) for promise in understood.promises]
    rows += [_exchange(exchange, today) for exchange in understood.exchanges]
    rows += [
        Row(_("as text"), (((_(_PROBLEMS[problem]).format(text=one_line(about, _QUOTED)), "due"),),))
        for problem, about in understood.problems
        if not _still_typed(understood.line, problem, about)
    ]
    return rows


def example_rows() -> list[Row]:
    """Return what stands under an empty line."""
    example = _("yesterday: coffee with Maria about the thesis #phd. promised: send her my CV by friday")
    return [Row(_("for example"), (((example, "quiet"),),))]


def lay_out(rows: Sequence[Row], width: int, height: int, ellipsis: str = "…") -> list[Line]:
    """Return the rows in at most ``height`` lines of ``width`` cells, what they say aligned behind their labels.

    Where that is not enough the last line says how many rows are missing.
    """
    column = max(cell_len(_(label)) for label in (*_LABELS, *SECTION_WORDS.values())) + _GAP
    lines: list[Line] = []
    for number, row in enumerate(rows):
        wrapped = list(_wrapped(row, column, width, ellipsis))
        rest = len(rows) - number
        if len(lines) + len(wrapped) > height - (rest > 1):
            room = height - len(lines)
            if rest == 1:
                return [*lines, *wrapped[:room]]
            shown = wrapped[: room - 1]
            missing = rest - bool(shown)
            more = ngettext("and {n} more", "and {n} more", missing).format(n=missing)
            return [*lines, *shown, Line(((" " * (2 + column), "text"), (more, "quiet")))]
        lines += wrapped
    return lines


def _wrapped(row: Row, column: int, width: int, ellipsis: str) -> Iterator[Line]:
    label: list[Span] = [("  ", "text"), (row.label, "quiet"), (" " * (column - cell_len(row.label)), "text")]
    blank: list[Span] = [(" " * (2 + column), "text")]
    room = max(width - 2 - column, 8)
    begin, taken = label, 0
    spans: list[Span] = []
    for piece in (part for each in row.pieces for part in _broken(each, room)):
        cells = width_of(piece)
        if spans and taken + _GAP + cells > room:
            yield Line((*begin, *spans))
            begin, taken, spans = blank, 0, []
        if spans:
            spans.append((" " * _GAP, "text"))
            taken += _GAP
        spans += piece if cells <= room else cut(piece, room, ellipsis)
        taken += min(cells, room)
    yield Line((*begin, *spans))


def _broken(piece: tuple[Span, ...], room: int) -> Iterator[tuple[Span, ...]]:
    """Yield ``piece``, or where it is longer than ``room`` cells stretches of its words that are not."""
    if width_of(piece) <= room:
        yield piece
        return
    taken: list[Span] = []
    for text, role in piece:
        for each in text.split(" "):
            said = f" {each}" if taken else each
            if taken and width_of(taken) + width_of([(said, role)]) > room:
                yield tuple(taken)
                taken, said = [], each
            if taken and taken[-1][1] == role:
                taken[-1] = (taken[-1][0] + said, role)
            else:
                taken.append((said, role))
    yield tuple(taken)


# -- rows --------------------------------------------------------------------------------------------------------------


def _first(understood: Understood, today: date) -> Row:
    at = understood.at
    if understood.dated:
        when = f"{since(at.day, today)}, {weekday_and_date(at.day, today)}"
        if at.time is not None:
            when += f", {at.time:%H:%M}"
    else:
        when = _("now")
    pieces: list[tuple[Span, ...]] = [((when, "when"),)]
    note = understood.channel is Channel.NOTE
    how = _("note, no contact") if note and (understood.people or understood.mentions) else ""
    how = how or word(CHANNELS, understood.channel.value)
    pieces.append(((_("how") + "  ", "quiet"), (how, "quiet" if note else "how")))
    if understood.tags:
        tags = " ".join(f"#{tag}" for tag in understood.tags)
        pieces.append(((_("tags") + "  ", "quiet"), (tags, "tagged")))
    return Row(_("when"), tuple(pieces))


def _people(understood: Understood) -> Row:
    pieces = _names(understood.people)
    if not pieces:
        return Row(_("about"), tuple(_names(understood.mentions)))
    if understood.mentions:
        about = _names(understood.mentions)
        about[0] = ((_("about") + "  ", "quiet"), *about[0])
        pieces += about
    return Row(_("with"), tuple(pieces))


def _names(people: Sequence[Ref]) -> list[tuple[Span, ...]]:
    named: list[list[Span]] = [list(_name(ref)) for ref in people]
    for each in named[:-1]:
        each.append((",", "quiet"))
    return [tuple(each) for each in named]


def _name(ref: Ref) -> Iterator[Span]:
    yield visible(" ".join(ref.name.split())), "wrong" if ref.undecided else "who"
    if ref.undecided:
        yield " ?", "wrong"
    elif ref.new:
        new = _("new")
        yield f" ({new})", "quiet"


def _ask(ask: Ask) -> Row:
    shown = ", ".join(one_line(candidate.name, _QUOTED) for candidate in ask.candidates[:_NAMED])
    if len(ask.candidates) > _NAMED:
        shown += ", …"
    which = _("{name}: which one?").format(name=visible(ask.text))
    return Row(_("who?"), (((which, "wrong"),), ((shown, "quiet"),)))


def _promise(promise: UnderstoodPromise, today: date) -> Row:
    label = _(SECTION_WORDS[promise.whose.value])
    return Row(label, _pieces(promise.person, ((promise.text, "text"),), promise.due, today))


def _exchange(exchange: UnderstoodExchange, today: date) -> Row:
    label = _(SECTION_WORDS[exchange.direction.value, exchange.status.value])
    what: tuple[Span, ...] = ((_(KIND_NAMES[exchange.kind]), "good"),)
    if exchange.subject:
        what += ((f": {exchange.subject}", "text"),)
    pieces = list(_pieces(exchange.person, what, exchange.due, today))
    if exchange.others:
        pieces.insert(2, ((_("and") + " ", "quiet"), *_name(exchange.others[0])))
    return Row(label, tuple(pieces))


def _pieces(
    person: Ref | None, what: tuple[Span, ...], due: PartialDate | None, today: date
) -> tuple[tuple[Span, ...], ...]:
    pieces: list[tuple[Span, ...]] = [what]
    if person is not None:
        pieces.append(tuple(_name(person)))
    if due is not None:
        pieces.append(((_("by {date}").format(date=_due(due, today)), "when"),))
    return tuple(pieces)


def _due(due: PartialDate, today: date) -> str:
    if due.day is None or due.year is None:
        return str(due)
    day = due.first_day()
    return f"{weekday_and_date(day, today)}, {until(day, today)}"


def _still_typed(line: str, problem: Problem, about: str) -> bool:
    """Whether a name is only not known because it is not typed to its end yet: nothing to complain of at each key."""
    return problem is Problem.UNKNOWN_NAME and line.endswith(about)


# -- what was saved ----------------------------------------------------------------------------------------------------


def summary(understood: Understood, today: date, width: int) -> str:
    """Return what a line came to: ``Saved: coffee with Мария Петрова, yesterday; 1 promise  (u takes it back)``.

    In ``width`` cells fewer names are named, so that the end can be read.
    """
    sentence = ""
    for most in (3, 2, 1, 0):
        what = _came_to(understood, today, most)
        sentence = _("Saved: {what}  (u takes it back)").format(what=what)
        if cell_len(sentence) <= width:
            break
    return sentence


def _came_to(understood: Understood, today: date, most: int) -> str:
    how = word(CHANNELS, understood.channel.value)
    names = _listed(understood.people or understood.mentions, most)
    message = _("{how} with {names}") if understood.people else _("{how} about {names}")
    parts = [message.format(how=how, names=names) if names else how]
    if understood.at.day != today:
        parts[0] += f", {since(understood.at.day, today)}"
    if count := len(understood.promises):
        parts.append(ngettext("{n} promise", "{n} promises", count).format(n=count))
    if count := len(understood.exchanges):
        parts.append(ngettext("{n} favour", "{n} favours", count).format(n=count))
    return "; ".join(parts)


def _listed(people: Sequence[Ref], most: int) -> str:
    names = [one_line(ref.name) for ref in people[:most]]
    return ", ".join(names) + (f" +{len(people) - most}" if names and len(people) > most else "")
