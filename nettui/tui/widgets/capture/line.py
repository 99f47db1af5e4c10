"""The line that is typed, in the colours of what it was understood as."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from nettui.services.capture.understood import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.style import Style
    from rich.text import Text
    from textual import events

    from nettui.services.capture.understood import Span

__all__ = ["NEWLINE", "CaptureLine", "clean", "typed"]

NEWLINE = "\N{SYMBOL FOR NEWLINE}"
"""Stands for a line feed while the text is one line: both are one character, so that places in the text agree."""
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t\n]+")
_UNTYPEABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_STYLES: Mapping[Role, str] = {
    Role.DATE: "when",
    Role.DUE: "when",
    Role.CHANNEL: "how",
    Role.PERSON: "who",
    Role.MENTION: "who",
    Role.NEW: "new",
    Role.ASK: "ask",
    Role.TAG: "tagged",
    Role.SECTION: "section",
    Role.KIND: "kind",
    Role.ESCAPE: "escape",
}


def clean(text: str) -> str:
    """Return ``text`` as it can stand on the line: line ends and tabs as blanks.

    Characters that steer a terminal or turn the direction of writing cannot be typed and say nothing, so pasted ones
    are left out; files and imports, which must keep what they found, never come this way.
    """
    return _UNTYPEABLE.sub("", _LINE_ENDS.sub(" ", text).replace("\t", " "))


def typed(text: str) -> str:
    """Return a text with line ends, as it comes from the editor, as it stands on the line."""
    return NEWLINE.join(clean(line) for line in _LINE_ENDS.split(text))


class CaptureLine(Input, inherit_bindings=False, inherit_css=False):
    """An :class:`~textual.widgets.Input` coloured by spans. ``spans_of`` gives those of a text, ``part`` one to stress.

    Its keys are those that edit; whatever saves, closes or corrects belongs to the panel around it.
    """

    BINDINGS: ClassVar = [
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("shift+left", "cursor_left(True)", show=False),
        Binding("shift+right", "cursor_right(True)", show=False),
        Binding("ctrl+left,alt+b", "cursor_left_word", show=False),
        Binding("ctrl+right,alt+f", "cursor_right_word", show=False),
        Binding("ctrl+shift+left", "cursor_left_word(True)", show=False),
        Binding("ctrl+shift+right", "cursor_right_word(True)", show=False),
        Binding("home,ctrl+a", "home", show=False),
        Binding("end", "end", show=False),
        Binding("shift+home", "home(True)", show=False),
        Binding("shift+end", "end(True)", show=False),
        Binding("ctrl+b", "cursor_left", show=False),
        Binding("ctrl+f", "cursor_right", show=False),
        Binding("backspace,ctrl+h", "delete_left", show=False),
        Binding("delete,ctrl+d", "delete_right", show=False),
        Binding("ctrl+w,ctrl+backspace,alt+backspace", "delete_left_word", show=False),
        Binding("ctrl+k", "delete_right_all", show=False),
        Binding("ctrl+x", "cut", show=False),
        Binding("ctrl+c,super+c", "copy", show=False),
        Binding("ctrl+v", "paste", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "input--cursor",
        "input--placeholder",
        "input--selection",
        "input--suggestion",
        *(f"capture--{name}" for name in {*_STYLES.values(), "part"}),
    }
    DEFAULT_CSS = """
    CaptureLine {
        width: 1fr;
        height: 1;
        background: $surface;
        color: $foreground;
        scrollbar-size-horizontal: 0;
        pointer: text;
        & > .input--cursor {
            background: $input-cursor-background;
            color: $input-cursor-foreground;
            text-style: $input-cursor-text-style;
        }
        & > .input--selection { background: $input-selection-background; }
        & > .capture--when { color: $when; }
        & > .capture--how { color: $how; }
        & > .capture--who { color: $who; }
        & > .capture--new { color: $who; text-style: underline; }
        & > .capture--ask { color: $wrong; text-style: underline; }
        & > .capture--tagged { color: $tagged; }
        & > .capture--section { color: $foreground; text-style: bold; }
        & > .capture--kind { color: $good; }
        & > .capture--escape { color: $quiet; }
        & > .capture--part { text-style: reverse; }
        &:ansi, &:nocolor {
            background: ansi_default;
            & > .input--cursor { text-style: reverse; }
            & > .input--selection { text-style: underline; }
        }
    }
    """

    class Picked(Message):
        """A digit while :attr:`CaptureLine.picks`: the offer ``number``, counted from 0."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, spans_of: Callable[[str], Sequence[Span]]) -> None:
        super().__init__(highlighter=self._coloured, select_on_focus=False, validate_on=())  # type: ignore[arg-type]
        self.cursor_blink = False
        self._spans_of = spans_of
        self._part: tuple[int, int] | None = None
        self.picks = False
        """Whether a digit picks from a list; other letters are always typed."""

    @property
    def part(self) -> tuple[int, int] | None:
        """The stretch that is stressed because it is spoken of, as in a question."""
        return self._part

    @part.setter
    def part(self, part: tuple[int, int] | None) -> None:
        if part != self._part:
            self._part = part
            self.refresh()

    @property
    def text(self) -> str:
        """What is typed, with the line ends it may have from the editor."""
        return self.value.replace(NEWLINE, "\n")

    def write(self, text: str, cursor: int | None = None) -> None:
        """Put ``text`` in place of what is there, the cursor at its end or at ``cursor``."""
        self.value = typed(text)
        self.cursor_position = len(self.value) if cursor is None else cursor

    def on_mount(self) -> None:
        """Get the first text behind us: for that one Textual does not scroll to the cursor."""
        self.value = " "
        self.value = ""

    def validate_value(self, value: str) -> str:
        """Keep out what may not reach a terminal, wherever it comes from."""
        return clean(value)

    def _coloured(self, text: Text) -> Text:
        """Return ``text`` with a style for each span: what Textual takes for a highlighter is any such function."""
        for span in self._spans_of(self.text) if self.value.strip() else ():
            if name := _STYLES.get(span.role):
                text.stylize(self._style(name), span.start, span.end)
        if self._part is not None:
            text.stylize(self._style("part"), *self._part)
        return text

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"capture--{name}", partial=True)

    async def _on_key(self, event: events.Key) -> None:
        """Let a digit pick; everything else is Textual's to handle, whose own handler runs after this one."""
        if self.picks and event.character is not None and event.character in "123456789":
            event.stop()
            event.prevent_default()
            self.post_message(self.Picked(int(event.character) - 1))

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted as one; Textual's own takes the first."""
        event.prevent_default()
        event.stop()
        pasted = _BLANKS.sub(" ", clean(event.text))
        if pasted.strip():
            self.replace(pasted.rstrip() if event.text.endswith(("\n", "\r")) else pasted, *self.selection)
