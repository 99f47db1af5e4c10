"""The page of a recommendation: whose it is, how fresh, where it stands, and its text before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.ledger import CLOSED
from nettui.domain.records import Direction, ExchangeKind
from nettui.domain.statuses import STATUS_NAMES, path
from nettui.i18n import _, pgettext
from nettui.services.desk.rows import TextState, desk_row
from nettui.services.desk.words import freshness, state_word, version_count, way_word
from nettui.services.views.words import short_date
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.paragraphs import fact, paragraph, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.records import Exchange
    from nettui.services.desk.rows import DeskRow
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.line import Span

__all__ = ["desk_facts", "desk_page"]


def desk_page(index: Index, exchange: Exchange, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield the lines of a recommendation."""
    row = desk_row(index, exchange)
    given = row.direction is Direction.GIVEN
    yield Line()
    yield Line(
        (
            ("  ", "text"),
            (row.person.name or _("somebody"), "strong"),
            (f" {glyphs.dot} ", "faint"),
            (way_word(row), "how" if given else "tagged"),
        )
    )
    yield Line()
    yield from fact(_("text"), _state(row, glyphs), width)
    if row.role.strip():
        yield from fact(_("role"), ((row.role.strip(), "text"),), width)
    if row.subject.strip():
        yield from fact(_("about"), ((row.subject.strip(), "text"),), width)
    if exchange.due is not None and exchange.status not in CLOSED and row.on is None:
        yield from fact(_("due"), ((short_date(exchange.due, index.today), "text"),), width)
    yield from _age(row, index, width)
    if row.where.strip():
        yield from fact(pgettext("place", "published"), ((row.where.strip(), "text"),), width)
    if row.url.strip():
        yield from fact(_("link"), ((row.url.strip(), "how"),), width)
    yield Line()
    yield from paragraph(_keys(row, glyphs), width)  # above the text, which may be longer than the pane
    yield Line()
    if row.text.strip():
        yield from paragraph(((row.text.strip(), "text"),), width)
    else:
        yield from paragraph(((_nothing_yet(row), "quiet"),), width)
    yield from section(_("steps"), width, glyphs)
    yield from paragraph(tuple(_steps(exchange, index, glyphs)), width)


def _keys(row: DeskRow, glyphs: Glyphs) -> list[Span]:
    """Return what can be pressed here: the key bar has no room for it."""
    keys = [("E", _("write"))]
    if row.text.strip():
        keys += [("y", _("copy")), ("X", _("save as Markdown"))]
    if row.versions:
        keys.append(("V", _("earlier texts")))
    spans: list[Span] = []
    for key, does in keys:
        spans += [(f" {glyphs.dot} ", "faint")] if spans else []
        spans += [(f"{key} ", "mark"), (does, "quiet")]
    return spans


def desk_facts(index: Index, exchange: Exchange, width: int) -> Iterator[Line]:
    """Yield what the page of any exchange says more of a recommendation: role, age, earlier texts."""
    if exchange.role.strip():
        yield from fact(_("role"), ((exchange.role.strip(), "text"),), width)
    if exchange.kind is ExchangeKind.RECOMMENDATION:
        row = desk_row(index, exchange)
        if row.newer:
            yield from _age(row, index, width)
        if row.versions:
            yield from fact(_("text"), ((version_count(row.versions), "text"), (_(", V shows them"), "quiet")), width)


def _state(row: DeskRow, glyphs: Glyphs) -> list[Span]:
    waits = row.state in {TextState.NONE, TextState.DRAFT}
    spans: list[Span] = [(state_word(row), "due" if waits else "text")]
    if row.versions:
        spans += [(f" {glyphs.dot} ", "faint"), (version_count(row.versions), "text")]
    return spans


def _age(row: DeskRow, index: Index, width: int) -> Iterator[Line]:
    if row.on is None or row.on.year is None:
        return
    words = freshness(row, index.today)
    spans: list[Span] = [(short_date(row.on, index.today), "when")]
    if words:
        spans.append((f", {words}", "quiet"))
    yield from fact(_("date"), spans, width)


def _nothing_yet(row: DeskRow) -> str:
    if row.state is TextState.CLOSED:
        return _("Nothing was written.")
    if row.direction is Direction.GIVEN:
        return _("E begins it in your editor, with what is known of your work together and a short guide.")
    return _("E opens your editor: for what would help them to write it, and for their words once they come.")


def _steps(exchange: Exchange, index: Index, glyphs: Glyphs) -> Iterator[Span]:
    for number, step in enumerate(path(exchange)):
        if number:
            yield (f" {glyphs.dot} ", "faint")
        yield (_(STATUS_NAMES[step.status]), "text")
        if step.on is not None:
            yield (f" {short_date(step.on, index.today)}", "when")
        if step.note.strip():
            yield (f" ({step.note.strip()})", "quiet")
