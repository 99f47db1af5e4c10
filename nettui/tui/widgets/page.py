"""A page to read: the lines of one record, scrolled with the keys of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from nettui.tui.widgets.line import Line

__all__ = ["Page"]


class Page(Commanded, Painted, ScrollView, can_focus=True):
    """Lines that are made for the width there is: at first, and again when the width changes."""

    SCOPE = Scope.LIST
    BINDINGS = bindings(Scope.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = set()

    DEFAULT_CSS = """
    Page {
        width: 1fr;
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._build: Callable[[int], Iterable[Line]] = lambda _width: ()
        self._lines: Sequence[Line] = ()
        self._made_for = -1

    @property
    def lines(self) -> Sequence[Line]:
        """The lines as they are shown."""
        return self._lines

    def set_lines(self, build: Callable[[int], Iterable[Line]], *, stay: bool = False) -> None:
        """Show the lines that ``build`` makes for a width in cells; with ``stay`` without going back to the top."""
        self._build = build
        self._make()
        if not stay:
            self.scroll_to(y=0, animate=False, immediate=True, force=True)
        self.refresh()

    def refusal(self, action: str) -> str | None:
        """There is nothing to choose on a page."""
        return _("There is nothing further to open here.") if action == "choose" else None

    def _make(self) -> None:
        width = self.scrollable_content_region.width
        self._made_for = width
        self._lines = tuple(self._build(width)) if width > 0 else ()
        self.virtual_size = Size(width, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """Return what stands on the line ``y`` of the widget."""
        width = self.scrollable_content_region.width
        number = y + round(self.scroll_y)
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        return self.strip_of(self._lines[number], width)

    def on_resize(self) -> None:
        """Make the lines anew for another width."""
        if self.scrollable_content_region.width != self._made_for:
            self._make()
            self.refresh()

    def _scroll(self, lines: int) -> None:
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def action_cursor_down(self) -> None:
        """Go one line down."""
        self._scroll(1)

    def action_cursor_up(self) -> None:
        """Go one line up."""
        self._scroll(-1)

    def action_cursor_half_down(self) -> None:
        """Go half a page down."""
        self._scroll(max(self.size.height // 2, 1))

    def action_cursor_half_up(self) -> None:
        """Go half a page up."""
        self._scroll(-max(self.size.height // 2, 1))

    def action_cursor_page_down(self) -> None:
        """Go a page down."""
        self._scroll(max(self.size.height - 1, 1))

    def action_cursor_page_up(self) -> None:
        """Go a page up."""
        self._scroll(-max(self.size.height - 1, 1))

    def action_cursor_first(self) -> None:
        """Go to the top."""
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_cursor_last(self) -> None:
        """Go to the end."""
        self.scroll_to(y=len(self._lines), animate=False, immediate=True)

    def action_choose(self) -> None:
        """Nothing: see :meth:`refusal`."""
