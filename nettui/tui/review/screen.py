"""The weekly review as a screen: five short steps on one page, one key for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from textual import events, on, work
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from nettui.domain.change import Nature
from nettui.domain.putting_off import LATER_DAYS
from nettui.domain.records import Review, ReviewAnswer, ReviewStep
from nettui.domain.review import ANSWERS, unanswered, week_of
from nettui.i18n import _, ngettext
from nettui.services import review as reviews
from nettui.services.views.review import STEP_WORDS, ReviewView, answer_word, last_entry, review_view
from nettui.services.views.rows import ReviewLine
from nettui.services.views.words import CHANNELS, since, weekday_and_date, word
from nettui.text import one_line
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.review.capture import ReviewCapture
from nettui.tui.views.prose import Said, Title
from nettui.tui.views.today.sketch import Sketch
from nettui.tui.views.view import SIDE_BY_SIDE
from nettui.tui.widgets.columns import Column, Columns
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.page import Page
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.paragraphs import heading, paragraph
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.services.index import Index
    from nettui.tui.workspace import Workspace

__all__ = ["ReviewScreen"]

ReviewRow: TypeAlias = "ReviewLine | Title | Said"

_TALL = 30
"""Lines from which blank ones stand between the steps."""
_COLUMNS = Columns(
    Column(name="sign", least=1),
    Column(name="name", least=18, most=28, share=1),
    Column(name="why", least=20, share=5),
)


class ReviewScreen(Commanded, Screen["str | None"]):
    """Shows this week's review and takes the answers; returns the person to open, None when it is left."""

    SCOPE = Scope.REVIEW
    BINDINGS = bindings(Scope.REVIEW)
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    ReviewScreen { layout: vertical; background: $background; }
    ReviewScreen > #review-title { background: $bar; }
    ReviewScreen #review-told { height: 1; margin: 1 0; }
    ReviewScreen #review-main { width: 1fr; }
    ReviewScreen #review-detail { height: 5; margin-top: 1; display: none; }
    ReviewScreen #today-side { width: 36%; max-width: 72; border-left: solid $faint; }
    ReviewScreen #today-side:focus-within { border-left: solid $mark; }
    ReviewScreen.-slim #today-side { display: none; }
    ReviewScreen.-slim #review-detail { display: block; }
    ReviewScreen.-slim #review-told { margin: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Review | None = None

    def compose(self) -> ComposeResult:
        """Make the steps, whoever the cursor is on, and the capture line."""
        yield PaneTitle(_("Weekly review"), id="review-title")
        with Horizontal():
            with Vertical(id="review-main"):
                yield Page(id="review-told")
                yield VirtualList[ReviewRow](self._paint, _key_of, empty=self._nobody, id="review-list")
                yield Page(id="review-detail")
            yield Sketch(lambda: self.line_at_cursor, lambda: self.workspace.index)
        yield ReviewCapture(self._focus_list, id="review-capture")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the review at the first line that waits."""
        self.query_one("#review-title", PaneTitle).live = True
        for page in self.query(Page):
            page.can_focus = False
        self.nettui.changed.subscribe(self, self._changed)
        self._view = self._made()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._show()
        self._to_first_open()
        self._focus_list()

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        """The open network."""
        return self.nettui.workspace

    @property
    def rows(self) -> VirtualList[ReviewRow]:
        """The list of steps and lines."""
        return self.query_one("#review-list", VirtualList)

    @property
    def line_at_cursor(self) -> ReviewLine | None:
        """The line at the cursor."""
        row = self.rows.cursor_row
        return row if isinstance(row, ReviewLine) else None

    def _focus_list(self) -> None:
        self.rows.focus()

    def _made(self) -> ReviewView:
        """Return the review as it stands: what was chosen when it was opened stays, until another week begins."""
        index = self.workspace.index
        stored = reviews.stored(index)
        if stored is None and self._chosen is not None and self._chosen.week == week_of(index.today):
            stored = unanswered(self._chosen)  # the first answer was taken back
        self._chosen = stored or reviews.present(index)
        return review_view(index, self._chosen)

    def _changed(self, change: Change | None) -> None:
        before, self._view = {line.key for line in self._view.open}, self._made()
        at = self.rows.cursor_key
        self._show()
        now = [line.key for line in self._view.open]
        if at in before and at not in now:
            self._to_first_open(at)
        elif change is not None and change.nature is Nature.UNDO:
            self._to_first_open(next((key for key in now if key not in before), at))
        self.refresh_bindings()

    def _show(self) -> None:
        index = self.workspace.index
        title = self.query_one("#review-title", PaneTitle)
        monday = self._view.review.week
        left = len(self._view.open)
        title.note = _("the week of {day}").format(day=weekday_and_date(monday, index.today))
        title.filter = ""
        if left:
            waits = ngettext("{n} line waits", "{n} lines wait", left).format(n=left)
            title.note += f", {waits}"
        self.query_one("#review-told", Page).set_lines(self._told)
        self.rows.revise(list(self._rows()) if index.people or self._view.lines else [])
        self._draw_side()

    def _told(self, width: int) -> Iterator[Line]:
        if self._view.open:
            text = _("Enter opens the person. What you leave waits here, and w goes on with it.")
            yield from paragraph([(text, "quiet")], width)
            return
        if self._view.lines:
            text = _("That was the week.")
        elif self.workspace.index.people:
            text = _("Nothing waits this week.")
        else:
            return
        upcoming = self._view.upcoming
        if upcoming is not None:
            day = weekday_and_date(upcoming, self.workspace.today)
            text += " " + _("The next review is on {day}.").format(day=day)
        yield from paragraph([(text, "strong")], width)

    def _rows(self) -> Iterator[ReviewRow]:
        for number, step in enumerate(ReviewStep):
            if number and self.size.height >= _TALL:
                yield Title()
            lines = self._view.of(step)
            yield Title(_(STEP_WORDS[step]), "" if lines else _("nothing this week"))
            yield from lines

    def _paint(self, row: ReviewRow, width: int) -> Line:
        glyphs = self.nettui.glyphs
        if isinstance(row, Title):
            return heading(row.text, width, glyphs, row.note) if row.text else Line()
        if isinstance(row, Said):
            return Line(((row.text, row.role),))
        name = one_line(row.person.name) if row.person is not None else ""
        if not row.open:
            return _COLUMNS.line(
                {"sign": (glyphs.done, "good"), "name": (name, "quiet"), "why": (answer_word(row), "good")}, width
            )
        why = [(row.reason, "due" if row.late else "quiet")]
        if row.subject.strip():
            why += [(f" {glyphs.dot} ", why[0][1]), (one_line(row.subject), "text")]
        return _COLUMNS.line({"sign": (glyphs.unchecked, "mark"), "name": (name, "strong"), "why": why}, width)

    def _nobody(self) -> Sequence[Line]:
        return (
            Line(((_("The review looks back on a week:"), "strong"),)),
            Line(),
            *(Line(((f"{self.nettui.glyphs.dot} ", "mark"), (_(STEP_WORDS[step]), "text"))) for step in ReviewStep),
            Line(),
            Line(((_("Nobody is here yet. Esc goes back, and there i logs a line."), "quiet"),)),
        )

    def _draw_side(self) -> None:
        index, line = self.workspace.index, self.line_at_cursor
        if self.has_class("-slim"):
            self.query_one("#review-detail", Page).set_lines(lambda width: _detail(index, line, width))
        else:
            self.query_one(Sketch).draw(stay=True)

    def on_resize(self, event: events.Resize) -> None:
        """Put whoever the cursor is on beside the list, or under it."""
        self.set_class(event.size.width < SIDE_BY_SIDE, "-slim")
        if self.is_mounted and hasattr(self, "_view"):
            self._show()

    @on(VirtualList.Moved, "#review-list")
    def _moved(self, message: VirtualList.Moved) -> None:
        message.stop()
        if self.has_class("-slim"):
            self._draw_side()
        else:
            self.query_one(Sketch).follow(message.key)
        self.refresh_bindings()

    @on(VirtualList.Chosen, "#review-list")
    def _chosen_line(self, message: VirtualList.Chosen) -> None:
        message.stop()
        line = self.line_at_cursor
        if line is not None and line.person is not None:
            self.dismiss(line.person.id)
        else:
            self.nettui.say(_("Nobody is named here."), "hint")

    def _to_first_open(self, after: str | None = None) -> None:
        """Put the cursor on the first line that waits, from ``after`` on if there is one."""
        lines = self._view.lines
        start = next((n for n, line in enumerate(lines) if line.key == after), 0)
        for line in (*lines[start:], *lines[:start]):
            if line.open:
                self.rows.go_to(line.key)
                return

    # -- answering -------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Tell why a key does nothing on the line at the cursor."""
        if action not in {"log", "next", "later", "choose_later", "never"} or not self.is_mounted:
            return None
        line = self.line_at_cursor
        if line is None:
            return _("Nothing waits here.")
        if action == "log":
            return None if line.person is not None else _("Nobody is named here.")
        if not line.open:
            return _("This line is answered; u takes the latest answer back.")
        if action == "choose_later" and line.item.step is ReviewStep.MET:
            return _("d asks once more in the next review; x says that there is nothing to note.")
        if action == "next" and _next_answer(line) is None:
            if line.item.step is ReviewStep.MET:
                return _("i notes a promise or a thank-you; x says that there was none.")
            return _("Write to them, then press i and log a line: that is the answer.")
        return None

    def _answer(self, line: ReviewLine, given: ReviewAnswer, days: int = LATER_DAYS[0]) -> None:
        review = self._view.review
        change = self.nettui.perform(
            lambda network: reviews.answer(network, review, line.item, given, days=days),
            quiet=given is ReviewAnswer.LATER,
        )
        if change is not None and given is ReviewAnswer.LATER:
            self._say_later(line, days)

    def _say_later(self, line: ReviewLine, days: int) -> None:
        from nettui.tui.flows.snoozes import say_until

        if line.item.step is ReviewStep.MET:
            self.nettui.say(_("The next review asks once more.  (u takes it back)"))
        else:
            say_until(self.nettui, line.person.name if line.person is not None else line.subject, days)

    @work
    async def action_log(self) -> None:
        """Write a line about the person of the line at the cursor."""
        line = self.line_at_cursor
        if line is not None:
            await self.query_one(ReviewCapture).write_about(self._view.review, line)

    def action_next(self) -> None:
        """Say that it is thanked, kept or done."""
        line = self.line_at_cursor
        given = _next_answer(line) if line is not None else None
        if line is not None and given is not None:
            self._answer(line, given)

    def action_later(self) -> None:
        """Put it off for a week."""
        if (line := self.line_at_cursor) is not None:
            self._answer(line, ReviewAnswer.LATER)

    @work
    async def action_choose_later(self) -> None:
        """Put it off for as long as is chosen."""
        from nettui.tui.flows.snoozes import NEVER, choose_days

        line = self.line_at_cursor
        if line is None:
            return
        days = await choose_days(self.nettui, line.person.name if line.person is not None else line.subject)
        if days is not None:
            self._answer(line, ReviewAnswer.NEVER if days == NEVER else ReviewAnswer.LATER, days or LATER_DAYS[0])

    def action_never(self) -> None:
        """Put it off for good."""
        if (line := self.line_at_cursor) is not None:
            self._answer(line, ReviewAnswer.NEVER)

    def action_undo(self) -> None:
        """Take the latest change back."""
        from nettui.tui.flows.undo import undo_latest

        undo_latest(self.nettui)

    def action_redo(self) -> None:
        """Make the change that was undone last again."""
        from nettui.tui.flows.undo import redo_latest

        redo_latest(self.nettui)

    def action_help(self) -> None:
        """Explain the review and list the keys."""
        from nettui.tui.dialogs.help import HelpPage, help_rows

        about = _("Five short steps, once a week: at most seven lines, each with its reason.")
        self.app.push_screen(HelpPage(help_rows(self, place=_("The weekly review"), about=about)))

    def action_leave(self) -> None:
        """Go back to the main screen."""
        self.dismiss(None)


def _key_of(row: ReviewRow) -> str | None:
    return row.key if isinstance(row, ReviewLine) else None


def _detail(index: Index, line: ReviewLine | None, width: int) -> Iterator[Line]:
    """Yield, for a narrow window, what a line is about in full, and the last time with the person."""
    if line is None:
        return
    if line.subject.strip():
        yield from paragraph([(line.subject.strip(), "strong")], width)
    yield from paragraph([(line.reason, "due" if line.late else "quiet")], width)
    entry = last_entry(index, line.person.id) if line.person is not None else None
    if entry is not None:
        how, when = word(CHANNELS, entry.channel.value), since(entry.at.day, index.today)
        yield from paragraph([(how, "how"), (f" {when}  ", "quiet"), (entry.text, "text")], width)


def _next_answer(line: ReviewLine) -> ReviewAnswer | None:
    """Return what ``s`` answers on a line."""
    usual = ANSWERS[line.item.step] & {ReviewAnswer.THANKED, ReviewAnswer.KEPT}
    return next(iter(usual), None)
