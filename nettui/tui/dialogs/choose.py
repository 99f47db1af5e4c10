"""Pick one or several of a list by typing a few letters, in any script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input

from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.dialogs.dialog import Dialog, said
from nettui.tui.dialogs.finder import Finder
from nettui.tui.dialogs.text_box import TextBox
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.line import Line, text_line
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

__all__ = ["Choose", "Chosen", "Option"]

_MOST_LINES = 12
_NEW = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the list. ``also`` are further words it is found by, ``note`` stands quietly at its right."""

    key: str
    label: str
    note: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was picked: keys, in the order of the list; or, in ``new``, the text of something that is not in it yet."""

    keys: tuple[str, ...] = ()
    new: str = ""

    @property
    def key(self) -> str:
        """The one key; empty when something new was asked for."""
        return self.keys[0] if self.keys else ""


class Choose(Dialog[Chosen | None]):
    """Returns what was chosen, None for Esc.

    ``marked`` are the keys that are in at the start; with it several can be picked, and Enter takes all that are
    marked. With ``new``, a phrase such as ``New person: {text}``, the last line offers what was typed.
    """

    SCOPE = Scope.CHOOSER
    BINDINGS = bindings(Scope.CHOOSER)

    DEFAULT_CSS = """
    Choose .dialog--title { margin: 0; }
    Choose .dialog--note { margin: 0; }
    Choose #typed { margin: 1 0; background: $row-idle; }
    Choose VirtualList { background: $surface; }
    Choose VirtualList > .list--cursor-idle { background: $row; text-style: bold; }
    Choose VirtualList:ansi > .list--cursor-idle { text-style: reverse; }
    Choose VirtualList:nocolor > .list--cursor-idle { text-style: reverse; }
    """

    def __init__(
        self,
        title: str,
        options: Iterable[Option],
        *,
        note: str = "",
        marked: Iterable[str] | None = None,
        new: str = "",
        at: str = "",
        typed: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._options = tuple(options)
        self._finder = Finder([f"{o.label} {o.also} {o.note}" for o in self._options])
        self._note = note
        self._several = marked is not None
        self._marked = set(marked or ())
        self._new = new
        self._at = at
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Make the title, the line to type in, and the list."""
        with Vertical(id="panel"):
            yield said(self._title, classes="dialog--title")
            if self._note:
                yield said(self._note, classes="dialog--note")
            leaves = ("space",) if self._several else ()
            yield TextBox(self._typed, placeholder=_("type to narrow the list"), leaves=leaves, id="typed")
            names = VirtualList[Option](self._paint, lambda row: row.key or "new", empty=self._nothing)
            names.can_focus = False
            yield names
        yield KeyBar()

    def on_mount(self) -> None:
        """Show everything that fits what is typed."""
        lines = len(self._options) + (1 if self._new else 0)
        self._list.styles.height = max(1, min(lines, _MOST_LINES))
        self._narrow()
        if self._at:
            self._list.go_to(self._at)
        self.query_one(TextBox).focus()

    @property
    def _list(self) -> VirtualList[Option]:
        return self.query_one(VirtualList)

    def _paint(self, row: Option, _width: int) -> Line:
        if row.key == _NEW:
            return text_line(row.label, "mark")
        spans = [(row.label, "text")]
        if self._several:
            glyphs = self.nettui.glyphs
            inside = row.key in self._marked
            spans.insert(0, (f"{glyphs.checked if inside else glyphs.unchecked} ", "mark" if inside else "quiet"))
        return Line(tuple(spans), ((f"  {row.note} ", "quiet"),) if row.note else ())

    def _nothing(self) -> Sequence[Line]:
        return (text_line(_("Nothing fits."), "quiet"),)

    @on(Input.Changed)
    def _narrow(self) -> None:
        typed = self.query_one(TextBox).text.strip()
        rows = [self._options[place] for place in self._finder.find(typed)]
        if self._new and typed and all(typed != option.label for option in rows):
            rows.append(Option(_NEW, self._new.format(text=typed)))
        self._list.set_rows(rows, at=0 if typed else None)

    # -- commands --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the space bar to the text where only one can be picked."""
        if action == "mark" and not self._several:
            return False
        return super().check_action(action, parameters)

    def action_down(self) -> None:
        """Mark the next line."""
        self._list.action_cursor_down()

    def action_up(self) -> None:
        """Mark the line before."""
        self._list.action_cursor_up()

    def action_page_down(self) -> None:
        """Go a page down."""
        self._list.action_cursor_page_down()

    def action_page_up(self) -> None:
        """Go a page up."""
        self._list.action_cursor_page_up()

    def action_mark(self) -> None:
        """Put the line in, or take it out."""
        row = self._list.cursor_row
        if row is not None and row.key != _NEW:
            self._marked ^= {row.key}
            self._list.repaint()

    def action_take(self) -> None:
        """Return what is chosen."""
        row = self._list.cursor_row
        if row is not None and row.key == _NEW:
            self.dismiss(Chosen(new=self.query_one(TextBox).text.strip()))
        elif self._several:
            self.dismiss(Chosen(tuple(option.key for option in self._options if option.key in self._marked)))
        elif row is not None:
            self.dismiss(Chosen((row.key,)))

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @on(VirtualList.Chosen)
    def _clicked(self, message: VirtualList.Chosen) -> None:
        message.stop()
        if self._several:
            self.action_mark()
        else:
            self.action_take()
