"""A field of one line, with one suggestion behind what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.widgets import Input

from nettui.text import visible
from nettui.tui.widgets.veil import Veil

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from textual import events

    Complete = Callable[[str], list[str]]

__all__ = ["TextBox"]


class TextBox(Input):
    """Keeps the text it was given as it was; shows and edits it without anything that could steer the terminal.

    ``complete`` gives, for what is typed, the whole texts it may become, the likeliest first; the first that continues
    it stands faintly behind the cursor, one in the other script behind an arrow. They are offered only while typing.
    ``leaves`` are printable keys that it leaves to a binding. ``anew`` marks the whole text on the way in, so that what
    is typed takes its place; an arrow lets it be edited.
    """

    DEFAULT_CSS = """
    TextBox, TextBox:focus {
        border: none;
        background: transparent;
        background-tint: $foreground 0%;
        color: $foreground;
        padding: 0 1;
        height: 1;
        & > .input--cursor { background: $foreground; color: $background; text-style: none; }
        & > .input--placeholder { color: $quiet; text-style: none; }
        & > .input--suggestion { color: $quiet; }
        & > .input--selection { background: $input-selection-background; color: $foreground; }
        &:ansi > .input--cursor { text-style: reverse; background: ansi_default; color: ansi_default; }
        &:nocolor > .input--cursor { text-style: reverse; }
        &:nocolor > .input--selection { text-style: underline; }
    }
    """

    class Suggested(Message):
        """Other suggestions stand behind the text, or none."""

        def __init__(self, box: TextBox) -> None:
            super().__init__()
            self.box = box

    class Left(Message):
        """An arrow left the field: 1 downwards, -1 upwards."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(
        self,
        text: str = "",
        *,
        complete: Complete | None = None,
        placeholder: str = "",
        leaves: Collection[str] = (),
        anew: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        self._kept = text
        self._veil = Veil(text)
        self._first = self._veil.show(text)
        self._complete = complete
        self._typing = False
        self._leaves = leaves
        self.suggestions: list[str] = []
        super().__init__(self._first, placeholder=visible(placeholder), select_on_focus=anew, id=id, classes=classes)
        self.cursor_blink = False

    @property
    def text(self) -> str:
        """What is to be kept: the text as it was given if it was not edited."""
        return self._kept if self.value == self._first else self._veil.keep(self.value)

    @text.setter
    def text(self, text: str) -> None:
        self.value = self._veil.show(text)
        self.cursor_position = len(self.value)
        self.forget_suggestions()

    # -- suggestions -----------------------------------------------------------------------------------------------

    @property
    def suggestion(self) -> str:
        """The text that Tab would put here; empty without one."""
        return self.suggestions[0] if self.suggestions else ""

    def accept(self) -> bool:
        """Take the suggestion over; return whether there was one."""
        if not self.suggestion:
            return False
        self.text = self.suggestion
        return True

    @property
    def can_suggest(self) -> bool:
        """Whether there is another suggestion, or in an empty field any."""
        return len(self.suggestions) > 1 or (not self.suggestions and not self.value and self._complete is not None)

    def other_suggestion(self) -> None:
        """Put the next suggestion in front; in an empty field the first of all."""
        if len(self.suggestions) > 1:
            self._offer([*self.suggestions[1:], self.suggestions[0]])
        elif self._complete is not None and not self.suggestions and not self.value:
            self._offer(self._complete(""))

    def forget_suggestions(self) -> None:
        """Offer nothing until something is typed again."""
        self._typing = False
        if self.suggestions:
            self._offer([])

    def _offer(self, suggestions: list[str]) -> None:
        self.suggestions = suggestions
        self.refresh()
        self.post_message(self.Suggested(self))

    def _suggest(self) -> None:
        if self._complete is None or not self._typing:
            return
        found = [each for each in self._complete(self.value) if each != self.value] if self.value.strip() else []
        if found != self.suggestions:
            self._offer(found)

    # -- Textual's Input -------------------------------------------------------------------------------------------

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell Textual which keys are text, so that no binding gets them."""
        return key not in self._leaves and super().check_consume_key(key, character)

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the text, as every key and paste does."""
        self._typing = True
        super().replace(self._veil.show(text), start, end)
        self._suggest()

    @property
    def _value(self) -> Text:
        """What is drawn: Textual puts the cursor and the selection on it."""
        shown = Text(self.value, no_wrap=True, overflow="ignore", end="")
        if self.has_focus and self.suggestion and self.cursor_at_end:
            shown.append(self._tail(), self.get_component_rich_style("input--suggestion"))
        return shown

    def _tail(self) -> str:
        whole = visible(self.suggestion)
        if whole.casefold().startswith(self.value.casefold()) and len(whole) > len(self.value):
            return whole[len(self.value) :]
        # Of a list with commas only the last part changes.
        same = self.value.rfind(",") + 1
        rest = whole[same:] if whole[:same] == self.value[:same] else whole
        arrow = getattr(getattr(self.app, "glyphs", None), "given", "→")
        return f"  {arrow} {rest.strip()}"

    def action_scroll_down(self) -> None:
        """Leave downwards: Textual binds the arrow to scrolling, of which one line has none."""
        self.post_message(self.Left(1))

    def action_scroll_up(self) -> None:
        """Leave upwards."""
        self.post_message(self.Left(-1))

    def action_cursor_right(self, select: bool = False) -> None:
        """Go right; at the end of the text take the suggestion."""
        if not (not select and self.cursor_at_end and self.accept()):
            super().action_cursor_right(select)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual would keep only the first line of what is pasted.
        event.prevent_default()
        event.stop()
        line = " ".join(event.text.splitlines())
        if line:
            self.replace(line, *self.selection)
