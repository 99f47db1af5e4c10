"""A field with a few values: all in one line where they fit, else the present one, with a list to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message
from textual.reactive import reactive

from nettui.domain.search import matches
from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["ChoiceBox"]


class ChoiceBox(Commanded, Painted, can_focus=True):
    """``options`` are values and their words. A letter goes to the next word that begins with it, in either script."""

    SCOPE = Scope.CHOICE
    BINDINGS = bindings(Scope.CHOICE)

    DEFAULT_CSS = """
    ChoiceBox { height: 1; width: 1fr; background: transparent; padding: 0 1; }
    """

    chosen: reactive[str] = reactive("", init=False)
    """The value."""

    class Changed(Message):
        """Another value was taken."""

    class Entered(Message):
        """Enter: the value is right."""

    class Pick(Message):
        """The value is to be picked from a list."""

        def __init__(self, box: ChoiceBox) -> None:
            super().__init__()
            self.box = box

    def __init__(self, options: tuple[tuple[str, str], ...], value: str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        # A value that is none of the options, as from a later version, stays until another is taken.
        self.options = options if any(each == value for each, _word in options) else ((value, value), *options)
        self.set_reactive(ChoiceBox.chosen, value)

    def watch_chosen(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed())

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        width = self.size.width
        glyphs = self.glyphs
        strong = "strong" if self.has_focus else "text"
        spans: list[Span] = []
        for value, word in self.options:
            inside = value == self.chosen
            sign = glyphs.checked if inside else glyphs.unchecked
            spans += [("  ", "text")] if spans else []
            spans += [(f"{sign} ", "mark" if inside else "faint"), (word, strong if inside else "quiet")]
        if width_of(spans) <= width:
            return self.strip_of(Line(tuple(spans)), width)
        word = next(word for value, word in self.options if value == self.chosen)
        more = _("/ lists all {number}").format(number=len(self.options)) if self.has_focus else ""
        return self.strip_of(Line(((word or glyphs.dash, strong),), ((f" {more}", "quiet"),)), width)

    def _step(self, step: int) -> None:
        values = [value for value, _word in self.options]
        self.chosen = values[(values.index(self.chosen) + step) % len(values)]

    def action_next_value(self) -> None:
        """Take the next value."""
        self._step(1)

    def action_previous_value(self) -> None:
        """Take the value before."""
        self._step(-1)

    def action_enter(self) -> None:
        """Go on."""
        self.post_message(self.Entered())

    def action_pick(self) -> None:
        """Pick from a list."""
        self.post_message(self.Pick(self))

    def on_key(self, event: events.Key) -> None:
        """Go to the next word that begins with the letter."""
        if not (event.character and event.character.isalpha()):
            return
        values = [value for value, _word in self.options]
        start = values.index(self.chosen) + 1
        for number in range(len(values)):
            value, word = self.options[(start + number) % len(values)]
            if any(_begins(event.character, each) for each in (word, value)):
                self.chosen = value
                event.stop()
                return

    def on_focus(self) -> None:
        """Show where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Stand back."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Take the value under the mouse, where all are shown."""
        left = 0
        for value, word in self.options:
            left += cell_len(word) + 4
            if event.x < left - 2:
                self.chosen = value
                return


def _begins(letter: str, word: str) -> bool:
    return word[:1].casefold() == letter.casefold() or matches(letter, word[:1])
