"""One field on the form: its label, its editor, and, when it is wrong, one line under it that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from nettui.text import visible
from nettui.tui.dialogs.choice_box import ChoiceBox
from nettui.tui.dialogs.positions_box import PositionsBox
from nettui.tui.dialogs.spec import Field, Kind, Wrong
from nettui.tui.dialogs.text_box import TextBox
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["FieldRow", "Heading"]

_EDITOR = "field--editor"


class Heading(Painted):
    """A line that parts the fields."""

    DEFAULT_CSS = """
    Heading { margin: 1 0 0 0; height: 1; }
    Heading.-first { margin: 0; }
    """

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        width = self.size.width
        start: list[Span] = [(" ", "text"), (self._label, "quiet"), (" ", "text")]
        rest = max(width - width_of(start) - 1, 0)
        return self.strip_of(Line((*start, (self.glyphs.rule * rest, "faint"))), width)


class FieldRow(Horizontal):
    """A field. ``raw`` is the text it holds at present."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & > .field--label { width: 16; height: 1; margin: 0 2 0 0; text-align: right; color: $quiet; }
        & > .field--editor { width: 1fr; }
        &.-here > .field--label { color: $mark; }
        &.-here > .field--editor { background: $row; }
        &.-here > .field--editor:ansi { text-style: underline; }
        &.-here > .field--editor:nocolor { text-style: underline; }
        &.-here > .field--label:ansi { text-style: bold; }
        &.-here > .field--label:nocolor { text-style: bold; }
        &.-wrong > .field--label { color: $wrong; }
    }
    """

    class Edited(Message):
        """Something was typed or taken."""

        def __init__(self, row: FieldRow) -> None:
            super().__init__()
            self.row = row

    def __init__(
        self,
        field: Field,
        raw: str,
        label_width: int,
        height: int = 9,
        texts: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        super().__init__()
        self.field = field
        self._label_width = label_width
        self._texts = texts
        self._wrong: Static | None = None
        self._aid: Static | None = None
        self.editor = self._make(raw, height)

    def _make(self, raw: str, height: int) -> Widget:
        field = self.field
        if field.kind is Kind.CHOICE:
            return ChoiceBox(field.options, raw, classes=_EDITOR)
        if field.kind is Kind.POSITIONS:
            return PositionsBox(raw, classes=_EDITOR)
        if field.kind in {Kind.TEXT, Kind.LINES}:
            from nettui.tui.dialogs.long_box import LongBox

            box = LongBox(raw, items=field.kind is Kind.LINES, classes=_EDITOR)
            box.styles.max_height = height
            return box
        complete = self._drawn if field.draw_on is not None else field.complete
        return TextBox(raw, complete=complete, anew=field.anew, classes=_EDITOR)

    def _drawn(self, typed: str) -> list[str]:
        return self.field.draw_on(typed, self._texts()) if self.field.draw_on is not None else []

    def compose(self) -> ComposeResult:
        """Make label and editor."""
        label = Static(Content(visible(self.field.label)), markup=False, classes="field--label")
        label.styles.width = self._label_width
        yield label
        yield self.editor

    @property
    def raw(self) -> str:
        """The text of the field."""
        editor = self.editor
        if isinstance(editor, TextBox):
            return editor.text
        if isinstance(editor, ChoiceBox):
            return editor.chosen
        found: str = editor.raw  # type: ignore[attr-defined]  # the two others have it
        return found

    def judge(self) -> bool:
        """Read the field, say what is wrong with it, write it tidily if it is right; return whether it is."""
        raw = self.raw
        try:
            value = self.field.value_of(raw)
        except Wrong as error:
            self.say(error.message)
            return False
        self.say("")
        if self.field.tidy is not None and raw != self.field.raw and isinstance(self.editor, TextBox):
            tidy = self.field.tidy(value)
            if tidy != raw:
                self.editor.text = tidy
        return True

    def advise(self, *, here: bool) -> None:
        """Put what helps to fill in the field under it: warnings, and with the focus ``here`` the rest."""
        if self.field.aid is None:
            return
        aid = self.field.aid(self._texts())
        pieces = [(visible(aid.warning), "$due")] if aid.warning else []
        pieces += [(visible(line), "$quiet") for line in aid.lines if here]
        shown = Content("\n").join(Content.styled(text, style) for text, style in pieces)
        if self._aid is None:
            if not pieces or not isinstance(self.parent, Widget):
                return
            self._aid = Static(shown, markup=False, classes="field--aid")
            self._aid.styles.margin = (0, 0, 0, self._label_width + 2)
            self.parent.mount(self._aid, after=self)
        else:
            self._aid.update(shown)
            self._aid.display = bool(pieces)

    def say(self, problem: str) -> None:
        """Put ``problem`` under the field; nothing when it is empty."""
        self.set_class(bool(problem), "-wrong")
        if not problem:
            if self._wrong is not None:
                self._wrong.display = False
            return
        content = Content(visible(problem))
        if self._wrong is None:
            self._wrong = Static(content, markup=False, classes="field--wrong")
            self._wrong.styles.margin = (0, 0, 0, self._label_width + 2)
            if isinstance(self.parent, Widget):
                self.parent.mount(self._wrong, after=self)
        else:
            self._wrong.update(content)
            self._wrong.display = True

    @property
    def problem(self) -> str:
        """What stands under the field at present."""
        if self._wrong is None or not self.has_class("-wrong"):
            return ""
        return str(self._wrong.content)

    def on_descendant_focus(self) -> None:
        """Mark label and editor; Textual's ``:focus-within`` would not reach the label."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Stand back."""
        self.remove_class("-here")

    @on(Input.Changed)
    @on(ChoiceBox.Changed)
    @on(PositionsBox.Changed)
    def _edited(self, message: Message) -> None:
        message.stop()
        self.post_message(self.Edited(self))

    def on_text_area_changed(self, message: Message) -> None:
        """Tell the form; TextArea is not imported here."""
        message.stop()
        self.post_message(self.Edited(self))
