"""A person's page as lines: who it is, what is open, everything between you, and what went each way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.records import Whose
from nettui.i18n import _
from nettui.services.names import KIND_NAMES, kind_and_subject
from nettui.services.views.introductions import about, brief_state
from nettui.tui.views.people.paper import PageLine, first_line, record_key, wrapped
from nettui.tui.views.people.person_facts import fact_lines, head_lines
from nettui.tui.views.people.record_lines import record_lines, register_line
from nettui.tui.views.record_words import direction_sign, short_age, status_word, way_word
from nettui.tui.widgets.columns import Column, Columns
from nettui.tui.widgets.line import Line, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.dates import PartialDate
    from nettui.services.views.person import PersonView
    from nettui.services.views.rows import ExchangeRow, PromiseRow
    from nettui.tui.views.people.paper import Paper

__all__ = ["person_lines"]


def person_lines(view: PersonView, paper: Paper) -> list[PageLine]:
    """Return the page of ``view``; its first line stands for the person."""
    first, *head = head_lines(view, paper)
    lines = [PageLine(first, record_key(Table.PEOPLE, view.person.id)), *map(PageLine, head)]
    sections = (
        (_("since you last spoke"), _since(view, paper)),
        (_("open"), _open(view, paper)),
        (_("known"), map(PageLine, fact_lines(view, paper))),
        (_("needs"), _needs(view, paper) if view.balance is None else ()),
        (_("balance"), _balance(view, paper) if paper.balances else ()),
        (_("together"), _together(view, paper)),
    )
    for title, body in sections:
        rows = list(body)
        if rows:
            lines += [PageLine(), PageLine(_heading(title, paper)), *rows]
    if not view.register:
        nothing = wrapped(_("Nothing between you is written down yet: i logs a line, f a favour."), paper.width)
        lines += [PageLine(), *(PageLine(Line(((text, "quiet"),))) for text in nothing)]
    return lines


def _heading(title: str, paper: Paper) -> Line:
    rule = paper.glyphs.rule * max(paper.width - width_of([(title, "")]) - 1, 0)
    return Line(((title, "quiet"), (f" {rule}", "faint")))


def _since(view: PersonView, paper: Paper) -> Iterator[PageLine]:
    for position in view.started:
        text = _("started at {organisation}").format(organisation=position.organisation)
        if position.title:
            text = _("started as {title} at {organisation}").format(
                title=position.title, organisation=position.organisation
            )
        for line in wrapped(text, paper.width):
            yield PageLine(Line(((line, "good"),)))
    for row in view.mentioned:
        key = record_key(Table.ENTRIES, row.id, place="since")
        day = paper.day(row.on)
        yield PageLine(
            Line(((_("mentioned: "), "quiet"), (first_line(row.text), "text")), ((f"  {day}", "quiet"),)), key
        )
        yield from _full(key, row.record, paper)


def _open(view: PersonView, paper: Paper) -> Iterator[PageLine]:
    promises = {promise.id: promise for promise in paper.index.promises_of(view.person.id)}
    for row in view.promises:
        key = record_key(Table.PROMISES, row.id, place="open")
        whose = "" if row.whose is Whose.MINE else _("theirs: ")
        left = ((f"{paper.glyphs.promise} ", "mark"), (whose, "quiet"), (first_line(row.text), "text"))
        yield PageLine(Line(left, _due(row, paper)), key)
        yield from _full(key, promises[row.id], paper)
    for each in view.exchanges:
        key = record_key(Table.EXCHANGES, each.id, place="open")
        exchange = paper.index.exchanges[each.id]
        if each.introduction is None:
            text, status = kind_and_subject(each.kind, each.subject), status_word(each.status)
        else:
            text, status = about(each.introduction, each.subject, view.person.id), brief_state(each.introduction)
        head = f"{direction_sign(each.direction, paper.glyphs)} "
        if each.introduction is None:  # of an introduction the words say who does what
            head += f"{way_word(each.direction, each.status)}  "
        name = ((head, "mark"), (text, "text"))
        age, role = short_age(exchange, paper.today)
        state = ((f"  {status}", "quiet"), *(_due(each, paper) or ((f" {age}", role),)))
        if each.introduction is not None or width_of((*name, *state)) <= paper.width:
            yield PageLine(Line(name, state), key)
        else:  # what it is has the line for itself, and how far it has come the next
            yield PageLine(Line(name), key)
            yield PageLine(Line((), state))
        yield from _full(key, exchange, paper)


def _due(row: PromiseRow | ExchangeRow, paper: Paper) -> tuple[tuple[str, str], ...]:
    if row.due is None:
        return ()
    if row.due.is_over(paper.today):
        return ((_("  overdue, {day}").format(day=paper.day(row.due)), "due"),)
    return ((_("  by {day}").format(day=paper.day(row.due)), "quiet"),)


def _together(view: PersonView, paper: Paper) -> Iterator[PageLine]:
    for row in view.register:
        table = {"entry": Table.ENTRIES, "promise": Table.PROMISES, "exchange": Table.EXCHANGES}[row.type]
        key = record_key(table, row.id)
        yield PageLine(register_line(row, paper, of=view.person.id), key)
        yield from _full(key, row.record, paper)


def _full(key: str, record: object, paper: Paper) -> Iterator[PageLine]:
    if key in paper.unfolded:
        for line in record_lines(record, paper):
            yield PageLine(line)


def _needs(view: PersonView, paper: Paper) -> Iterator[PageLine]:
    for need in view.person.needs:
        for number, text in enumerate(wrapped(need, paper.width - 2)):
            mark = f"{paper.glyphs.dot} " if number == 0 else "  "
            yield PageLine(Line(((mark, "mark"), (text, "text"))))


def _balance(view: PersonView, paper: Paper) -> Iterator[PageLine]:
    rows = [row for row in view.balance or () if row.given or row.received]
    if not rows:
        return
    given, received = _("given"), _("received")
    columns = Columns(
        Column(name="what", least=12, most=40, share=1),
        Column(name="given", least=max(width_of([(given, "")]), 8), right=True),
        Column(name="received", least=max(width_of([(received, "")]), 8), right=True),
    )

    def line(what: str, one: str, other: str, role: str = "text") -> PageLine:
        cells = {"what": (what, "quiet"), "given": (one, role), "received": (other, role)}
        return PageLine(columns.line(cells, min(paper.width, 60)))

    yield line("", given, received, "quiet")
    for row in rows:
        yield line(_(KIND_NAMES[row.kind]), _count(row.given, paper), _count(row.received, paper))
    if len(rows) > 1:
        yield line(
            _("in all"),
            str(sum(row.given for row in rows)),
            str(sum(row.received for row in rows)),
        )
    yield line(
        _("last"),
        _latest([row.last_given for row in rows], paper),
        _latest([row.last_received for row in rows], paper),
        "quiet",
    )


def _count(count: int, paper: Paper) -> str:
    return str(count) if count else paper.glyphs.dash


def _latest(days: list[PartialDate | None], paper: Paper) -> str:
    known = [day for day in days if day is not None]
    return paper.day(max(known, default=None)) if known else paper.glyphs.dash
