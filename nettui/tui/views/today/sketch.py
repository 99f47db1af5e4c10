"""Whoever the line at the cursor is about, in few words: enough to write the first sentence to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from nettui.domain.records import Direction, Whose
from nettui.domain.statuses import STATUS_NAMES
from nettui.i18n import _
from nettui.services.names import kind_and_subject
from nettui.services.views.day import DayLine
from nettui.services.views.person import person_view
from nettui.services.views.rows import ReviewLine
from nettui.services.views.words import CHANNELS, since, word
from nettui.text import one_line
from nettui.tui.views.people.paper import Paper
from nettui.tui.views.people.person_facts import head_lines
from nettui.tui.views.today.rows import key_of, person_of
from nettui.tui.widgets.follower import Follower
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.page import Page
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.paragraphs import paragraph, section, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult

    from nettui.services.index import Index
    from nettui.services.views.person import PersonView
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.views.today.rows import TodayRow

__all__ = ["Sketch", "sketch_lines"]

_LATEST = 2
"""So many times you spoke are told, and so many lines of each."""


class Sketch(Follower, Vertical):
    """Follows the cursor; ``row`` gives what it is on, ``index`` the records."""

    def __init__(self, row: Callable[[], TodayRow | ReviewLine | None], index: Callable[[], Index]) -> None:
        super().__init__(id="today-side")
        self._row = row
        self._index = index

    def compose(self) -> ComposeResult:
        """Make the name and the lines."""
        yield PaneTitle(role="strong", id="today-name")
        yield Page(id="today-sketch")

    def show(self, key: str | None) -> None:  # noqa: ARG002 - the row says more than its key
        """Draw whom the row is about."""
        self.draw()

    def draw(self, *, stay: bool = False) -> None:
        """Draw it again, with ``stay`` where one has read to."""
        index, row = self._index(), self._row()
        self._wanted = self._shown = None if row is None else key_of(row)
        person = index.people.get(person_of(row) or "")
        self.query_one(PaneTitle).title = one_line(person.name, 200) if person is not None else ""
        page = self.query_one(Page)
        glyphs = page.glyphs
        page.set_lines(lambda width: sketch_lines(index, row, width, glyphs), stay=stay)


def sketch_lines(index: Index, row: TodayRow | ReviewLine | None, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """Yield why the line is there, who it is, the last time, what is open, what they need and what I could offer."""
    person = index.people.get(person_of(row) or "")
    if person is None:
        if isinstance(row, DayLine | ReviewLine):
            yield from _why(row, width)
        return
    view = person_view(index, person)
    paper = Paper(width=width - 3, today=index.today, glyphs=glyphs, index=index)
    for line in head_lines(view, paper):
        yield Line((("  ", "text"), *line.left), line.right)
    if isinstance(row, ReviewLine) or (isinstance(row, DayLine) and row.subject.strip()):
        yield Line()
        yield from _why(row, width)
    for title, body in (
        (_("last time"), _last_time(index, view, width)),
        (_("open between you"), _open(view, paper, width)),
        (_("needs"), _several(person.needs, width, glyphs)),
        (_("you could offer"), _several(index.me.offers if index.me is not None else (), width, glyphs)),
    ):
        lines = list(body)
        if lines:
            yield from section(title, width, glyphs)
            yield from lines


def _why(row: DayLine | ReviewLine, width: int) -> Iterator[Line]:
    if row.subject.strip():
        yield from paragraph([(row.subject.strip(), "strong")], width)
    yield from paragraph([(row.reason, "due" if row.late else "quiet")], width)


def _last_time(index: Index, view: PersonView, width: int) -> Iterator[Line]:
    spoken = [
        entry
        for entry in index.entries_of(view.person.id)
        if view.person.id in entry.people and entry.channel.value != "note" and entry.at.day <= index.today
    ]
    for entry in reversed(spoken[-_LATEST:]):
        how = word(CHANNELS, entry.channel.value)
        yield Line((("  ", "text"), (how, "how"), ("  ", "text"), (since(entry.at.day, index.today), "quiet")))
        lines = list(paragraph([(entry.text, "text")], width))
        yield from lines[: _LATEST - 1]
        for last in lines[_LATEST - 1 : _LATEST]:
            rest = [span for line in lines[_LATEST:] for span in line.left]
            yield Line((*last.left, *rest), last.right)  # too long for the width, so it ends in an ellipsis


def _open(view: PersonView, paper: Paper, width: int) -> Iterator[Line]:
    for promise in view.promises:
        whose = "" if promise.whose is Whose.MINE else _("theirs: ")
        yield from signed((f"{paper.glyphs.promise} ", "mark"), [(whose, "quiet"), (promise.text, "text")], width)
    for each in view.exchanges:
        arrow = paper.glyphs.given if each.direction is Direction.GIVEN else paper.glyphs.received
        text = [(kind_and_subject(each.kind, each.subject), "text"), (f" {_(STATUS_NAMES[each.status])}", "quiet")]
        yield from signed((f"{arrow} ", "mark"), text, width)


def _several(texts: tuple[str, ...], width: int, glyphs: Glyphs) -> Iterator[Line]:
    for text in texts:
        yield from signed((f"{glyphs.dot} ", "mark"), [(text, "text")], width)
