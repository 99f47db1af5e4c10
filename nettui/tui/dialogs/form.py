"""The form: fields one under the other, worked by keys alone. It returns what was filled in and saves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rich.cells import cell_len
from textual import events, on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from nettui.i18n import _
from nettui.text import visible
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.dialogs import drafts
from nettui.tui.dialogs.button import Button
from nettui.tui.dialogs.choice_box import ChoiceBox
from nettui.tui.dialogs.choose import Choose, Option
from nettui.tui.dialogs.confirm import Answer, Question
from nettui.tui.dialogs.dialog import Dialog, said
from nettui.tui.dialogs.field_row import FieldRow, Heading
from nettui.tui.dialogs.positions_box import PositionsBox
from nettui.tui.dialogs.spec import Filled, FormSpec, Kind
from nettui.tui.dialogs.text_box import TextBox
from nettui.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.message import Message
    from textual.widget import Widget

    from nettui.tui.app import NettuiApp

__all__ = ["Form"]

T = TypeVar("T")

_WIDTH = 78
_AROUND = 12
"""Lines of a centred form that are not fields, and of the screen around it."""
_LABEL = 10, 20


class Form(Dialog[Filled[T] | None]):
    """Returns what was filled in, None when the form is left.

    ``raw`` are texts to begin with in place of those of the spec, and ``problem`` is what is wrong with them: so a form
    comes back when a use-case refused what it gave.
    """

    SCOPE = Scope.FORM
    BINDINGS = bindings(Scope.FORM)

    DEFAULT_CSS = """
    Form > #panel { width: 78; padding: 1 2; }
    Form.-small > #panel { width: 100%; height: 1fr; padding: 0 1; }
    Form .dialog--title { margin: 0 0 1 0; padding: 0 1; height: auto; max-height: 2; }
    Form #fields { height: auto; overflow-y: auto; scrollbar-size-vertical: 1; background: transparent; }
    Form.-small #fields { height: 1fr; }
    Form .field--wrong { color: $wrong; height: auto; padding: 0 1; }
    Form .field--aid { color: $quiet; height: auto; padding: 0 1; }
    Form #foot { height: 1; color: $quiet; margin: 1 0; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Form.-small #foot { margin: 0; }
    Form #foot.-wrong { color: $wrong; height: auto; max-height: 2; text-wrap: wrap; }
    Form #actions { height: 1; padding: 0 1; }
    """

    def __init__(self, spec: FormSpec[T], *, raw: Mapping[str, str] | None = None, problem: str = "") -> None:
        super().__init__()
        self.spec = spec
        self._raw = {**spec.raw, **(raw or {})}
        self._fresh = raw is None
        self._problem = problem
        self._told = ""

    def compose(self) -> ComposeResult:
        """Make the fields."""
        if self._fresh:
            self._raw.update(drafts.load(self.nettui, self.spec))
        low, high = _LABEL
        width = max((cell_len(visible(field.label)) for field in self.spec.fields if field.key), default=low)
        width = min(max(width, low), high)
        height = 6 if self.app.size.height < 30 else 9
        with Vertical(id="panel"):
            yield said(self.spec.title, classes="dialog--title")
            with Vertical(id="fields") as fields:  # VerticalScroll has the arrows for itself
                self._fit(fields)
                for number, field in enumerate(self.spec.fields):
                    if field.kind is Kind.HEADING:
                        yield Heading(field.label).set_class(number == 0, "-first")
                    else:
                        yield FieldRow(field, self._raw[field.key], width, height, lambda: self._raw)
            yield Static(markup=False, id="foot")
            with Horizontal(id="actions"):
                yield Button(_("Save"), "save")
                yield Button(_("Cancel"), "cancel")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin in the first field."""
        rows = self._rows
        first = next((row for row in rows if row.field.key == self.spec.focus), rows[0])
        first.editor.focus()
        if self._fresh and self._raw != self.spec.raw:
            self.call_after_refresh(self.nettui.say, _("What you had typed here is back. Esc, d throws it away."))
        self._say_problem()
        self._advise()

    def on_resize(self) -> None:
        """Fill a small window, stand in the middle of a large one."""
        self._fit(self.query_one("#fields"))

    def _fit(self, fields: Widget) -> None:
        width, height = self.app.size
        small = width < _WIDTH + 6 or height < 30
        self.set_class(small, "-small")
        fields.styles.max_height = None if small else height - _AROUND

    # -- state -----------------------------------------------------------------------------------------------------

    @property
    def _rows(self) -> list[FieldRow]:
        return list(self.query(FieldRow))

    @property
    def raw(self) -> dict[str, str]:
        """The texts of all fields."""
        return {row.field.key: row.raw for row in self._rows}

    @property
    def changed(self) -> bool:
        """Whether anything differs from the record the form began with."""
        return self.raw != self.spec.raw

    def forget_draft(self, app: NettuiApp) -> None:
        """Forget what was kept of this form, once it is saved."""
        drafts.forget(app, self.spec)

    def _row_of(self, widget: Widget | None) -> FieldRow | None:
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parent if hasattr(widget.parent, "styles") else None  # type: ignore[assignment]
        return widget

    # -- saving and leaving ----------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Return what was filled in, or go to the first field that is wrong."""
        raw = self.raw
        reading = self.spec.read(raw)
        rows = self._rows
        for row in rows:
            row.say(reading.wrong.get(row.field.key, ""))
        self._problem = reading.wrong.get("", "")
        if reading.wrong:
            first = next((row for row in rows if row.field.key in reading.wrong), None)
            if first is not None:
                first.editor.focus()
                first.scroll_visible(animate=False)
            self._say_problem()
            return
        assert reading.built is not None  # noqa: S101 - nothing is wrong
        self.dismiss(Filled(reading.built, raw))

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Leave; ask first what is to become of changes."""
        if not self.changed:
            self._close()
            return
        answer = await self.app.push_screen_wait(
            Question(
                _("Save the changes?"),
                (
                    Answer("save", _("Save"), "s"),
                    Answer("discard", _("Discard"), "d"),
                    Answer("go on", _("Go on editing"), ""),
                ),
                default="save",
            )
        )
        self.refresh_bindings()
        if answer == "save":
            self.action_save()
        elif answer == "discard":
            self._close()

    def _close(self) -> None:
        drafts.forget(self.nettui, self.spec)
        self.dismiss(None)

    @on(Button.Pressed)
    def _pressed(self, message: Button.Pressed) -> None:
        message.stop()
        if message.button.value == "save":
            self.action_save()
        else:
            self.action_leave()

    # -- moving ----------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Say why there is no other suggestion."""
        if action == "other_suggestion":
            box = self.focused
            if not isinstance(box, TextBox) or not box.can_suggest:
                return _("There is no other suggestion here.")
        return None

    def action_next_field(self) -> None:
        """Take the suggestion, else go to the next field."""
        if not (isinstance(self.focused, TextBox) and self.focused.accept()):
            self._go(1)

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self._go(-1)

    def action_leave_down(self) -> None:
        """Go down within a list of positions, else to the field below."""
        if not (isinstance(self.focused, PositionsBox) and self.focused.move(1)):
            self._go(1)

    def action_leave_up(self) -> None:
        """Go up within a list of positions, else to the field above."""
        if not (isinstance(self.focused, PositionsBox) and self.focused.move(-1)):
            self._go(-1)

    def action_other_suggestion(self) -> None:
        """Show the next suggestion."""
        if isinstance(self.focused, TextBox):
            self.focused.other_suggestion()

    def action_part(self, step: int) -> None:
        """Go to the first field of the next part of the form, or of the part before."""
        parts: list[FieldRow] = []
        begins = True
        place = 0
        for each in self.query("#fields > FieldRow, #fields > Heading"):
            if isinstance(each, Heading):
                begins = True
            elif isinstance(each, FieldRow):
                if begins:
                    parts.append(each)
                begins = False
                if each is self._row_of(self.focused):
                    place = len(parts) - 1
        target = parts[min(max(place + step, 0), len(parts) - 1)]
        target.editor.focus()

    def _go(self, step: int) -> None:
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()
        if isinstance(self.focused, PositionsBox):
            self.focused.enter(step)

    @on(Input.Submitted)
    @on(ChoiceBox.Entered)
    def _entered(self, message: Message) -> None:
        message.stop()
        if self._row_of(self.focused) is self._rows[-1]:
            self.action_save()
        else:
            self._go(1)

    @on(TextBox.Left)
    def _left_line(self, message: TextBox.Left) -> None:
        message.stop()
        self._go(message.step)

    def on_long_box_left(self, message: Message) -> None:
        """Go on from a field of several lines; its module is not imported here."""
        message.stop()
        self._go(getattr(message, "step", 1))

    # -- what stands under the fields ------------------------------------------------------------------------------

    @on(events.DescendantBlur)
    def _left_field(self, event: events.DescendantBlur) -> None:
        row = self._row_of(event.widget)
        if row is not None and self.is_current:
            if isinstance(row.editor, TextBox):
                row.editor.forget_suggestions()
            if row.raw != row.field.raw or row.problem:
                row.judge()

    @on(events.DescendantFocus)
    def _entered_field(self, event: events.DescendantFocus) -> None:
        row = self._row_of(event.widget)
        if row is not None:
            row.scroll_visible(animate=False)
        self._tell()
        self._advise()

    @on(TextBox.Suggested)
    def _suggested(self, message: TextBox.Suggested) -> None:
        message.stop()
        self._tell()
        self.refresh_bindings()

    @on(FieldRow.Edited)
    def _edited(self, message: FieldRow.Edited) -> None:
        message.stop()
        key, raw = message.row.field.key, message.row.raw
        if raw == self._raw[key]:
            return  # an editor that has just been made says so, too
        self._raw[key] = raw
        self._problem = ""
        self._tell()
        self._advise()
        drafts.keep(self.nettui, self.spec, self._raw)

    def _advise(self) -> None:
        here = self._row_of(self.focused)
        for row in self._rows:
            row.advise(here=row is here)

    def _say_problem(self) -> None:
        foot = self.query_one("#foot", Static)
        foot.set_class(bool(self._problem), "-wrong")
        if self._problem:
            self._told = self._problem
            foot.update(Content(visible(self._problem)))
        else:
            self._tell()

    def _tell(self) -> None:
        """Say what Tab would take, else how the field is written."""
        if self._problem:
            return
        foot = self.query_one("#foot", Static)
        foot.remove_class("-wrong")
        row = self._row_of(self.focused)
        text = row.field.hint if row is not None else ""
        if row is not None and isinstance(row.editor, TextBox) and row.editor.suggestions:
            whole = row.field.draw_on is not None  # else the last of a list with commas
            names = [visible(each if whole else each.rpartition(",")[2].strip()) for each in row.editor.suggestions]
            text = f"Tab  {names[0]}" + (f"     ^n  {' · '.join(names[1:])}" if names[1:] else "")
        if text != self._told:
            self._told = text
            foot.update(Content(visible(text)), layout=False)

    # -- editors that need a dialog --------------------------------------------------------------------------------

    @on(ChoiceBox.Pick)
    @work
    async def _pick(self, message: ChoiceBox.Pick) -> None:
        message.stop()
        box = message.box
        row = self._row_of(box)
        options = [Option(value or "none", word or "–") for value, word in box.options]
        title = row.field.label if row is not None else ""
        chosen = await self.app.push_screen_wait(Choose(title, options, at=box.chosen or "none"))
        self.refresh_bindings()
        if chosen is not None:
            box.chosen = "" if chosen.key == "none" else chosen.key

    @on(PositionsBox.Open)
    @work
    async def _open_position(self, message: PositionsBox.Open) -> None:
        from nettui.tui.dialogs.position_form import position_form

        message.stop()
        box, number = message.box, message.number
        position = None if number is None else box.items[number]
        filled = await self.app.push_screen_wait(Form(position_form(self.nettui.workspace, position)))
        self.refresh_bindings()
        if filled is not None:
            box.replace(number, filled.value)
