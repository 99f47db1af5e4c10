"""The filter line at the top of a list: it narrows as one types, says how many fit, and completes fields and values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual import on
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from nettui.i18n import _, ngettext
from nettui.text import visible
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted
from nettui.tui.widgets.veiled_input import VeiledInput

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from rich.text import Text
    from textual.app import ComposeResult
    from textual.strip import Strip

__all__ = ["FilterBar", "Finder", "Found", "Nothing"]


class Found(Protocol):
    """What a filter line found."""

    @property
    def ids(self) -> Collection[str] | None:
        """The keys of the rows that fit; None is all, for a line that says nothing (yet)."""
        ...

    @property
    def problem(self) -> str:
        """What makes no sense (yet), in one line; empty when all does."""
        ...

    @property
    def hint(self) -> str:
        """What to write instead: the nearest field, or which there are; empty without one."""
        ...

    @property
    def words(self) -> Sequence[str]:
        """The words to highlight."""
        ...


class Finder(Protocol):
    """Answers a filter line, at each key, in a few milliseconds."""

    def find(self, text: str) -> Found:
        """Return what ``text`` finds. Never raises: a half-typed line is no mistake."""
        ...


class Nothing:
    """A line that says nothing."""

    ids: Collection[str] | None = None
    problem = ""
    hint = ""
    words: Sequence[str] = ()


class _Line(Commanded, VeiledInput):
    """The text being typed, and behind it, faintly, what Tab would make of it."""

    SCOPE = Scope.FILTER
    BINDINGS = bindings(Scope.FILTER)

    DEFAULT_CSS = """
    _Line, _Line:focus {
        width: 1fr;
        height: 1;
        padding: 0;
        border: none;
        background: transparent;
        color: $foreground;
        & > .input--cursor { background: $foreground; color: $background; text-style: none; }
        & > .input--placeholder { color: $quiet; text-style: none; }
        & > .input--suggestion { color: $quiet; }
        &:ansi > .input--cursor { text-style: reverse; background: ansi_default; color: ansi_default; }
        &:nocolor > .input--cursor { text-style: reverse; }
    }
    """

    def __init__(self, bar: FilterBar, complete: Callable[[str], list[str]] | None) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False
        # The app's rules for fields in forms would win over this widget's own.
        self.styles.padding = 0
        self.styles.background = "transparent"
        self.suggestions: list[str] = []
        self._bar = bar
        self._complete = complete

    def suggest(self, *, typed: bool) -> None:
        """Look for suggestions; none behind a line that was not typed."""
        text = self.value
        found = self._complete(text) if typed and self._complete is not None and text else []
        could = len(self.suggestions[:2])
        self.suggestions = [each for each in found if each != text]
        if len(self.suggestions[:2]) != could:
            self.refresh_bindings()

    def refusal(self, action: str) -> str | None:
        """Tell that there is nothing to complete."""
        if action == "complete" and not self.suggestions:
            return _("Nothing to complete here.")
        if action == "other" and len(self.suggestions) < 2:
            return _("There is no other suggestion.")
        return None

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell Textual which keys are text; its table of characters lacks the slash."""
        return key == "slash" or super().check_consume_key(key, character)

    def action_keep(self) -> None:
        """Keep the filter."""
        self._bar.leave()

    def action_clear(self) -> None:
        """Clear the filter."""
        self._bar.clear()

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.value = self.suggestions[0]
        self.cursor_position = len(self.value)

    def action_other(self) -> None:
        """Put the next suggestion first."""
        self.suggestions = [*self.suggestions[1:], self.suggestions[0]]
        self.refresh()

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the text, as every key and paste does, without what could steer the terminal."""
        super().replace(visible(" ".join(text.splitlines()) if "\n" in text else text), start, end)

    @property
    def _value(self) -> Text:
        """What is drawn: Textual puts the cursor and the selection on it."""
        shown = super()._value
        if self.has_focus and self.suggestions and self.cursor_at_end:
            shown.append(self._tail(), self.get_component_rich_style("input--suggestion"))
        return shown

    def _tail(self) -> str:
        whole = visible(self.suggestions[0])
        if whole.casefold().startswith(self.value.casefold()):
            return whole[len(self.value) :]
        arrow = getattr(getattr(self.app, "glyphs", None), "given", "→")
        return f"  {arrow} {whole}"


class _Prompt(Painted):
    DEFAULT_CSS = """
    _Prompt { width: 2; height: 1; }
    """

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        return self.strip_of(Line((("/ ", "mark"),)), self.size.width)


class _Note(Painted):
    """How many fit, and what is wrong or possible."""

    DEFAULT_CSS = """
    _Note { height: 1; }
    """

    hits: str = ""
    hint: str = ""
    help: str = ""

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        spans = [("  ", "text"), (self.hits, "quiet")]
        if self.hint or self.help:
            spans += [
                (f" {self.glyphs.dot} " if self.hits else "", "faint"),
                (self.hint or self.help, "due" if self.hint else "quiet"),
            ]
        return self.strip_of(Line(tuple(spans)), self.size.width)


class FilterBar(Container):
    """Two lines, shown while one types: the filter, and under it what it finds.

    ``finder`` answers each line, ``complete`` gives the whole lines that a line may become. The host lists what
    :class:`Narrowed` brings, shows :attr:`text` in the title of the pane, and takes the focus back at :class:`Left`.
    """

    DEFAULT_CSS = """
    FilterBar { height: 2; display: none; background: $background; }
    FilterBar.-open { display: block; }
    FilterBar > Horizontal { height: 1; background: $row-idle; }
    FilterBar > Horizontal:ansi { background: transparent; }
    """

    text: var[str] = var("")
    """The filter in force; empty when all is shown."""

    class Narrowed(Message):
        """The list is to show what was found."""

        def __init__(self, bar: FilterBar, found: Found) -> None:
            super().__init__()
            self.bar = bar
            self.found = found

        @property
        def control(self) -> FilterBar:
            """The bar, for ``@on`` selectors."""
            return self.bar

    class Left(Message):
        """The focus is to go to the list."""

        def __init__(self, bar: FilterBar) -> None:
            super().__init__()
            self.bar = bar

        @property
        def control(self) -> FilterBar:
            """The bar, for ``@on`` selectors."""
            return self.bar

    def __init__(
        self,
        finder: Finder,
        *,
        complete: Callable[[str], list[str]] | None = None,
        help: str = "",  # noqa: A002 - the word for it
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._finder = finder
        self._line = _Line(self, complete)
        self._note = _Note()
        self._note.help = help
        self.found: Found = Nothing()
        """What the filter in force finds."""
        self.remembered = ""
        """The last filter there was, for going from match to match after it was cleared."""

    def compose(self) -> ComposeResult:
        """Make the two lines."""
        with Horizontal():
            yield _Prompt()
            yield self._line
        yield self._note

    @property
    def opened(self) -> bool:
        """Whether it is being typed in."""
        return self.has_class("-open")

    def open(self) -> None:
        """Let the user type; what was typed before is there again."""
        self.add_class("-open")
        self._line.cursor_position = len(self._line.value)
        self._say()
        self._line.focus()

    def narrow(self, text: str) -> None:
        """Narrow to ``text`` without opening the line."""
        self.text = text
        if text == self._line.value:
            self.search()
        self._line.value = text

    def clear(self) -> None:
        """Show everything again, and leave the line."""
        self.narrow("")
        self.leave()

    def forget(self) -> None:
        """Show everything at once, without a word to the host."""
        self.narrow("")
        self.found = Nothing()

    def leave(self) -> None:
        """Close the line; the filter stays in force."""
        was = self.opened
        self.remove_class("-open")
        self._line.suggestions = []
        if was:
            self.post_message(self.Left(self))

    def search(self) -> None:
        """Find again, as after a change of the records."""
        self.found = self._finder.find(self.text) if self.text.strip() else Nothing()
        if self.text.strip():
            self.remembered = self.text
        self._say()
        self.post_message(self.Narrowed(self, self.found))

    def tell(self, found: Found) -> None:
        """Say what was found by now, for a host whose search goes on after :class:`Narrowed`."""
        self.found = found
        self._say()

    def matches(self) -> Collection[str]:
        """Return the keys of what fits the filter in force, or else the last one there was."""
        if self.text.strip():
            return self.found.ids or ()
        return (self._finder.find(self.remembered).ids if self.remembered else None) or ()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._line.suggest(typed=self.opened)
        self.text = event.value
        self.search()

    def _say(self) -> None:
        ids = self.found.ids
        note = self._note
        note.hits = "" if ids is None else ngettext("{n} fits", "{n} fit", len(ids)).format(n=len(ids))
        note.hint = " ".join(part for part in (self.found.problem, self.found.hint) if part)
        note.refresh()
