"""The panel of the capture line at the bottom of the main screen.

At rest one quiet line, or nothing; open the line, what was understood of it, and at times a list to choose from. What
only the open panel needs is imported when it opens, so that the first screen does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.reactive import var

from nettui.errors import NettuiError
from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.capture import draft
from nettui.tui.widgets.capture.history import LineHistory
from nettui.tui.widgets.capture.recalling import Recalling
from nettui.tui.widgets.capture.rule import IdleLine, Prompt, Rule
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget
    from textual.widgets import Input

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Record
    from nettui.services.capture.understood import Ask, Understood
    from nettui.tui.widgets.capture.line import CaptureLine
    from nettui.tui.widgets.capture.offers import Offer
    from nettui.tui.widgets.capture.reader import Reader
    from nettui.tui.widgets.capture.readings import Part

__all__ = ["CapturePanel"]


class CapturePanel(Recalling, Commanded, Vertical):
    """The capture line. ``go_back`` focuses the view when whatever had the focus before is gone.

    The focus is always on the line; a list above it is walked with Tab and the arrows, and letters go on being typed.
    """

    SCOPE = Scope.CAPTURE
    BINDINGS = bindings(Scope.CAPTURE)

    DEFAULT_CSS = """
    CapturePanel {
        height: auto;
        background: $surface;
        &:ansi { background: ansi_default; }
        & > #capture-open { height: auto; }
        & #capture-row { height: 1; }
    }
    """

    shown_at_rest: var[bool] = var(False, init=False)
    """Whether the quiet line stands there while nobody writes."""

    def __init__(self, go_back: Callable[[], None], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._go_back = go_back
        self.draft_name = draft.NAME
        """Under which name a half-written line waits."""
        self.is_open = False
        """Whether one is writing."""
        self._before: Widget | None = None
        self._reader: Reader | None = None
        self._choices: dict[str, Id] = {}
        self._history = LineHistory()
        self._parts: Sequence[Part] = ()
        self._part = 0
        self._seen = ""

    def compose(self) -> ComposeResult:
        """Make the line at rest; the rest is made when it is first opened, and the start need not pay for it."""
        yield IdleLine()

    def on_mount(self) -> None:
        """Follow what changes, and see whether a line waits."""
        self.nettui.changed.subscribe(self, self._take)
        self._show_waiting()
        self._show()

    # -- open and closed -------------------------------------------------------------------------------------------

    @property
    def line(self) -> CaptureLine:
        """The line, once it was opened."""
        return self._line

    @property
    def reader(self) -> Reader:
        """What understands the line."""
        if self._reader is None:
            from nettui.tui.widgets.capture.reader import Reader

            self._reader = Reader(self.nettui.workspace)
        return self._reader

    def watch_shown_at_rest(self) -> None:
        """Show or hide the quiet line."""
        self._show()

    async def open(self) -> None:
        """Open the line, with what waits to be finished, and write."""
        if not self.is_open:
            self._before = self.screen.focused
            self.is_open = True
            if not self.query("#capture-open"):
                await self._build()
            self._show()
            self._bring_back()
        # At once for the next key, and again behind whatever asked for the focus before and gets it a moment later.
        self.screen.set_focus(self.line, scroll_visible=False)
        self.line.focus(scroll_visible=False)

    async def _build(self) -> None:
        from nettui.tui.widgets.capture.choices import Choices
        from nettui.tui.widgets.capture.line import CaptureLine
        from nettui.tui.widgets.capture.strip import MeaningStrip

        self._rule, self._list, self._strip = Rule(), Choices(), MeaningStrip()
        self._line = CaptureLine(lambda text: self.reader.read(text).spans)
        row = Horizontal(Prompt(), self._line, id="capture-row")
        await self.mount(Vertical(self._rule, self._list, row, self._strip, id="capture-open"))
        # The index of names is read while nobody waits for a letter yet.
        self.call_after_refresh(lambda: self.reader.index)

    def _bring_back(self) -> None:
        text, since = draft.waiting(self.nettui.drafts, self.nettui.workspace.today, self.draft_name)
        self._strip.settle()
        if text and text != self.line.text:
            self.line.write(text)
        self._seen = self.line.text
        self._history.rewind()
        self._title(_("Log"), since)
        self._understand()

    def shut(self, *, refocus: bool = True) -> None:
        """Close the panel; what is typed waits."""
        if not self.is_open:
            return
        self._close_list()
        before, self._before = self._before, None
        if refocus:
            if before is not None and before.is_attached and before.focusable:
                self.screen.set_focus(before, scroll_visible=False)
            else:
                self._go_back()
        self.is_open = False
        self._show_waiting()
        self._show()

    def _show(self) -> None:
        # Set here and not by a class, which takes effect only later: what is not displayed cannot get the focus.
        self.display = self.is_open or self.shown_at_rest
        self.query_one(IdleLine).display = not self.is_open
        for opened in self.query("#capture-open"):
            opened.display = self.is_open

    def _show_waiting(self) -> None:
        idle = self.query_one(IdleLine)
        idle.waiting, idle.since = draft.waiting(self.nettui.drafts, self.nettui.workspace.today, self.draft_name)

    # -- understanding ---------------------------------------------------------------------------------------------

    @property
    def understood(self) -> Understood:
        """What the line means, with the answers given so far."""
        from nettui.services.capture.understood import decide

        return decide(self.reader.read(self.line.text), self._choices)

    def _understand(self) -> None:
        from nettui.tui.widgets.capture.meaning import example_rows, rows_of

        today = self.nettui.workspace.today
        empty = not self.line.value.strip()
        self._strip.show(example_rows() if empty else rows_of(self.understood, today))

    # These two are found by their names: @on would need the classes, and those the open panel's imports.

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand the line as it is now."""
        event.stop()
        if self.line.text == self._seen:  # written by us, and taken already
            return
        self._choices.clear()
        self._take_text()
        if self._list.mode == "complete":
            self._offer_completions(narrowing=True)
        else:
            self._close_list()

    def write(self, text: str, cursor: int | None = None) -> None:
        """Put another text on the line; answers given so far still hold."""
        self.line.write(text, cursor)
        self._take_text()

    def _take_text(self) -> None:
        if bool(self._seen.strip()) != bool(self.line.value.strip()):
            self.call_after_refresh(self.screen.refresh_bindings)  # what needs a text can work, or can no longer
        self._seen = self.line.text
        now = self.nettui.workspace.network.clock.now()
        self.nettui.drafts.put(self.draft_name, draft.pack(self._seen, now))
        self._rule.note = ""
        self._understand()

    def _take(self, change: Change | None) -> None:
        if self._reader is None or self._reader.workspace is not self.nettui.workspace:
            self._reader = None
            self._show_waiting()
        else:
            self._reader.apply(change)
        if self.is_open:
            self._understand()
            self.line.refresh()

    # -- commands --------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Return why a command cannot work now."""
        if not self.is_open:
            return None
        if action == "edit" and self.nettui.editor is None:
            return _("No editor can be opened from here.")
        if action in {"correct", "clear"} and not self.line.value.strip():
            return _("Nothing is typed yet.")
        return None

    def action_save(self) -> None:
        """Take what the list stands on; without one save the line, or ask first who is meant."""
        if self._list.mode:
            self._take_offer(self._list.chosen)
            return
        from nettui.services.capture.understood import decide

        text = self.line.text
        understood = decide(self.reader.read(text, afresh=True), self._choices)
        if understood.empty:
            self.nettui.say(_("Write what happened, for example: coffee with Maria"), "hint")
        elif understood.ask:
            self._ask(understood.ask[0])
        else:
            self._save(text, understood)

    def _save(self, text: str, understood: Understood) -> None:
        from nettui.services.log import log
        from nettui.tui.widgets.capture.meaning import summary

        change = self.nettui.perform(lambda network: log(network, understood, also=self.also).change, quiet=True)
        if change is None:
            return
        self._forget(text)
        self.shut()
        self.nettui.say(summary(understood, self.nettui.workspace.today, self.app.size.width - 2))

    def also(self, entry: Entry) -> Iterable[Record]:  # noqa: ARG002 - for subclasses
        """Return what is saved in the same change as ``entry``."""
        return ()

    def _forget(self, text: str) -> None:
        """Empty the line; the history of the session has it."""
        self._history.add(text)
        self._choices.clear()
        self.write("")
        self.nettui.drafts.forget(self.draft_name)

    def action_leave(self) -> None:
        """Close the list if there is one, else the panel."""
        if self._list.mode:
            self._close_list()
            return
        kept = bool(self.line.value.strip())
        self.shut()
        if kept:
            self.nettui.say(_("Not saved; it waits for the next i."), "hint")

    def action_clear(self) -> None:
        """Empty the line."""
        self._close_list()
        self._forget(self.line.text)
        self.nettui.say(_("Cleared; the up key brings it back."), "hint")

    def action_edit(self) -> None:
        """Go on in the user's editor."""
        editor = self.nettui.editor
        assert editor is not None  # noqa: S101 - refused without one
        try:
            text = editor.edit(self.line.text)
        except NettuiError as error:
            self.nettui.say(str(error), "error")
            return
        if text is not None:
            self.write(text.strip())

    # -- completing ------------------------------------------------------------------------------------------------

    def action_complete(self) -> None:
        """Complete the word at the cursor, or go down in the list."""
        if self._list.mode:
            self._list.walk(1, around=True)
        else:
            self._offer_completions()

    def action_complete_back(self) -> None:
        """Go up in the list."""
        if self._list.mode:
            self._list.walk(-1, around=True)

    def _offer_completions(self, *, narrowing: bool = False) -> None:
        from nettui.tui.widgets.capture.completing import completions

        offers = completions(self.reader, self.line.value, self.line.cursor_position)
        if len(offers) == 1 and not narrowing:
            self._take_offer(offers[0])
        elif offers:
            self._open_list("complete", offers, _("Who or what?"))
        else:
            self._close_list()
            if not narrowing:
                self.nettui.say(_("Nothing begins so."), "hint")

    # -- correcting ------------------------------------------------------------------------------------------------

    def action_correct(self) -> None:
        """Offer other readings of the part at the cursor; again, of the next part."""
        from nettui.tui.widgets.capture.readings import first_part, parts_of, readings

        understood = self.reader.read(self.line.text)
        if self._list.mode == "correct":
            self._part = (self._part + 1) % len(self._parts)
        else:
            self._parts = parts_of(understood)
            self._part = first_part(self._parts, self.line.cursor_position)
        part = self._parts[self._part]
        self._open_list("correct", readings(self.reader, understood, part), part.title(understood.line))
        self.line.part = (part.start, part.end) if part.end > part.start else None

    # -- asking ----------------------------------------------------------------------------------------------------

    def _ask(self, ask: Ask) -> None:
        from nettui.tui.widgets.capture.questions import answers

        self._asked = ask
        offers = answers(self.reader, self.reader.read(self.line.text), ask)
        self._open_list("ask", offers, _("Who is “{name}”?").format(name=ask.text))

    # -- the list --------------------------------------------------------------------------------------------------

    def _open_list(self, mode: str, offers: Sequence[Offer], title: str) -> None:
        from nettui.tui.widgets.capture.choices import hint

        self._list.offer(mode, offers)
        self.line.picks = mode != "complete"
        self._title(title, hint(mode))

    def _close_list(self) -> None:
        if self._list.mode:
            self._list.close()
            self.line.picks = False
            self.line.part = None
            self._title(_("Log"))

    def _title(self, title: str, note: str = "") -> None:
        self._rule.title, self._rule.note = title, note

    def on_capture_line_picked(self, event: CaptureLine.Picked) -> None:
        """Take the offer with a number."""
        event.stop()
        if event.number < len(self._list.offers):
            self._take_offer(self._list.offers[event.number])

    @on(VirtualList.Chosen)
    def _clicked(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self._take_offer(self._list.chosen)

    def _take_offer(self, offer: Offer | None) -> None:
        """Do what the chosen offer says; after a question's answer go on saving."""
        asked = self._list.mode == "ask"
        self._close_list()
        if offer is None:
            return
        if offer.person is not None:
            self._choices[self._asked.text] = offer.person
            self._understand()
        elif offer.edit is not None:
            edit = offer.edit()
            self.write(edit.line, edit.cursor)
        if asked:
            self.action_save()
