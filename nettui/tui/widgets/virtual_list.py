"""A list of any length that draws only the lines in sight, and per key only the two that change.

Textual's own lists were measured and do not fit: at 10,000 rows a DataTable takes 1.4 s to its first paint, and an
OptionList writes 14 KB to the terminal for each cursor key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events

__all__ = ["VirtualList"]

R = TypeVar("R")
_MARGIN = 2
"""Rows kept in sight beyond the cursor; past them the list moves by half a page, so that most keys move no row."""
_CACHED = 512
_NARROW = 100
"""Cells below which the row with the cursor has fewer colours: each costs a twentieth of a move over a slow line."""
_CALM = dict.fromkeys(("how", "who", "when", "quiet"), "text")
"""Roles that such a row shows as plain text: they tell columns apart, and say nothing of their own."""


class VirtualList(Commanded, Painted, ScrollView, Generic[R], can_focus=True, inherit_bindings=False):
    """Rows of any sort, one line each.

    ``paint`` makes the line of a row for a width; ``key`` its identity, None for rows that the cursor passes over, such
    as headings. ``empty`` gives the lines that stand where there are no rows. The selection is kept by key. Without
    ``idle`` the cursor shows only while the list has the focus.
    """

    SCOPE = Scope.LIST
    BINDINGS = bindings(Scope.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor", "list--cursor-idle"}

    DEFAULT_CSS = """
    VirtualList {
        width: 1fr;
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > .list--cursor { background: $row; text-style: bold; }
        & > .list--cursor-idle { background: $row-idle; }
        &:ansi > .list--cursor { text-style: reverse; }
        &:nocolor > .list--cursor { text-style: reverse; }
        &:nocolor > .list--cursor-idle { text-style: underline; }
    }
    """

    cursor: var[int] = var(-1)
    """The row of the cursor; -1 where there is none."""

    class Moved(Message):
        """The cursor is on another row. ``key`` is None in an empty list."""

        def __init__(self, sender: VirtualList[Any], key: str | None) -> None:
            super().__init__()
            self.list = sender
            self.key = key

        @property
        def control(self) -> VirtualList[Any]:
            """The list, for ``@on`` selectors."""
            return self.list

    class Chosen(Message):
        """Enter, or a click, on a row."""

        def __init__(self, sender: VirtualList[Any], key: str) -> None:
            super().__init__()
            self.list = sender
            self.key = key

        @property
        def control(self) -> VirtualList[Any]:
            """The list, for ``@on`` selectors."""
            return self.list

    def __init__(
        self,
        paint: Callable[[R, int], Line],
        key: Callable[[R], str | None],
        *,
        empty: Callable[[], Sequence[Line]] = tuple,
        marker: bool = True,
        idle: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._paint = paint
        self._key = key
        self._empty = empty
        self._marker = marker
        self._idle = idle
        self._rows: Sequence[R] = ()
        self._strips: LRUCache[tuple[int, int, int], Strip] = LRUCache(_CACHED)

    # -- rows ------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[R]:
        """The rows; see :meth:`set_rows`."""
        return self._rows

    @property
    def cursor_row(self) -> R | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    @property
    def cursor_key(self) -> str | None:
        """The key of the row under the cursor."""
        row = self.cursor_row
        return None if row is None else self._key(row)

    def key_of(self, number: int) -> str | None:
        """Return the key of the row ``number``."""
        return self._key(self._rows[number])

    def set_rows(self, rows: Sequence[R], *, keep: str | None = None, at: int | None = None) -> None:
        """Show ``rows``. The cursor stays on the row with the key ``keep``, by default the one it is on.

        Where that row is gone the cursor stays in its place; with ``at`` it goes there.
        """
        before = self.cursor_key
        wanted = before if keep is None else keep
        place = max(self.cursor, 0)
        self._rows = rows
        self._strips.clear()
        self.virtual_size = Size(self._width, len(rows))
        found = None if at is not None else self._find(wanted, place)
        target = self._near(min(at if at is not None else place, len(rows) - 1)) if found is None else found
        moved = target != self.cursor
        self.set_reactive(VirtualList.cursor, target)
        self._reveal(target)
        self.refresh()
        if moved or self.cursor_key != before:
            self.post_message(self.Moved(self, self.cursor_key))

    def revise(self, rows: Sequence[R]) -> None:
        """Show ``rows``, few of which differ from those shown: only the lines of these are drawn again."""
        before, key = self._rows, self.cursor_key
        if len(before) != len(rows) or (key is not None and self._key(rows[self.cursor]) != key):
            self.set_rows(rows)
            return
        self._rows = rows
        self._strips.clear()
        top = round(self.scroll_y)
        for number in range(top, min(top + self._height, len(rows))):
            if before[number] != rows[number]:
                self._refresh_row(number - top)

    def update_rows(self, keys: Iterable[str]) -> None:
        """Draw the rows with these keys again; their content has changed, their order has not."""
        wanted = set(keys)
        first = round(self.scroll_y)
        self._strips.clear()
        for number in range(first, min(first + self._height, len(self._rows))):
            if self._key(self._rows[number]) in wanted:
                self._refresh_row(number - first)

    def repaint(self) -> None:
        """Draw all rows again, as after a change of the day, the language or the theme."""
        self._strips.clear()
        self.refresh()

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row with ``key``; return whether there is one."""
        found = self._find(key, max(self.cursor, 0))
        if found is None:
            return False
        self.cursor = found
        return True

    def _find(self, key: str | None, near: int) -> int | None:
        """Return where the row with ``key`` is, looked for outwards from ``near``: changes move rows little."""
        if key is None:
            return None
        rows = self._rows
        for step in range(len(rows)):
            below, above = near + step, near - 1 - step
            if below < len(rows) and self._key(rows[below]) == key:
                return below
            if 0 <= above < len(rows) and self._key(rows[above]) == key:
                return above
        return None

    def _near(self, place: int, step: int = 1) -> int:
        """Return the selectable row nearest to ``place``, in the direction of ``step`` first; -1 without one."""
        for direction in (step, -step):
            number = place
            while 0 <= number < len(self._rows):
                if self._key(self._rows[number]) is not None:
                    return number
                number += direction
        return -1

    @property
    def _width(self) -> int:
        """The cells of a row, without the scrollbar."""
        return self.scrollable_content_region.width

    @property
    def _height(self) -> int:
        """The rows in sight."""
        return self.scrollable_content_region.height

    # -- drawing ---------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return what stands on the line ``y`` of the widget."""
        width = self._width
        if not self._rows:
            return self._line_when_empty(y, width)
        number = y + round(self.scroll_y)
        if number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        state = 0 if number != self.cursor else 2 if self.has_focus else int(self._idle)
        place = (number, width, state)
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strips[place] = self._draw(number, width, state)
        return strip

    def _draw(self, number: int, width: int, state: int) -> Strip:
        row = self._rows[number]
        marker = 2 if self._marker and self._key(row) is not None else 0
        line = self._paint(row, width - 2 if self._marker else width)
        if state == 2 and width < _NARROW:
            line = Line(
                *(tuple((text, _CALM.get(role, role)) for text, role in part) for part in (line.left, line.right))
            )
        if self._marker:
            sign = f"{self.glyphs.cursor} " if state and marker else "  "
            # In the role of what follows: a piece of its own would cost a tenth of a cursor move on the line.
            role = line.left[0][1] if line.left else "text"
            line = Line(((sign, role), *line.left), line.right)
        over = None
        if state:
            name = "list--cursor" if state == 2 else "list--cursor-idle"
            over = self.get_component_rich_style(name, partial=True)
        return self.strip_of(line, width, over)

    def _line_when_empty(self, y: int, width: int) -> Strip:
        lines = self._empty()
        top = max((self._height - len(lines)) // 3, 0)
        if not top <= y < top + len(lines):
            return Strip.blank(width, self.rich_style)
        line = lines[y - top]
        return self.strip_of(Line((("  ", "text"), *line.left), line.right), width)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        self._strips.clear()
        super().notify_style_update()

    def _refresh_row(self, y: int) -> None:
        """Draw a line of the window again, without the scrollbar's cell, which costs fifty bytes."""
        self.refresh(Region(0, y, self._width, 1))

    # -- the cursor ------------------------------------------------------------------------------------------------

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the row that lost the cursor and the one that has it."""
        top = round(self.scroll_y)
        self._reveal(after)
        if round(self.scroll_y) == top:
            for number in (before, after):
                if top <= number < top + self._height:
                    self._refresh_row(number - top)
        self.post_message(self.Moved(self, self.cursor_key))

    def _reveal(self, number: int) -> None:
        height = self._height
        if number < 0 or not height:
            return
        top = round(self.scroll_y)
        margin = min(_MARGIN, height // 3)
        last_top = max(len(self._rows) - height, 0)
        above = number < top + margin and top > 0
        below = number >= top + height - margin and top < last_top
        if above or below or not top <= number < top + height:
            target = max(min(number - height // 2, last_top), 0)
            self.scroll_to(y=target, animate=False, immediate=True, force=True)

    def _move(self, steps: int) -> None:
        if not self._rows:
            return
        target = self._near(max(min(self.cursor + steps, len(self._rows) - 1), 0), 1 if steps >= 0 else -1)
        if target < 0 or target == self.cursor:
            # No row further on can have the cursor, but there may be lines to read.
            last_top = max(len(self._rows) - self._height, 0)
            top = max(min(round(self.scroll_y) + steps, last_top), 0)
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
            return
        self.cursor = target
        if self.cursor == self._near(0):
            self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def action_cursor_down(self) -> None:
        """Go one row down."""
        self._move(1)

    def action_cursor_up(self) -> None:
        """Go one row up."""
        self._move(-1)

    def action_cursor_half_down(self) -> None:
        """Go half a page down."""
        self._move(max(self._height // 2, 1))

    def action_cursor_half_up(self) -> None:
        """Go half a page up."""
        self._move(-max(self._height // 2, 1))

    def action_cursor_page_down(self) -> None:
        """Go a page down."""
        self._move(max(self._height - 1, 1))

    def action_cursor_page_up(self) -> None:
        """Go a page up."""
        self._move(-max(self._height - 1, 1))

    def action_cursor_first(self) -> None:
        """Go to the first row."""
        self._move(-len(self._rows))

    def action_cursor_last(self) -> None:
        """Go to the last row."""
        self._move(len(self._rows))

    def action_choose(self) -> None:
        """Tell that the row under the cursor was chosen."""
        key = self.cursor_key
        if key is not None:
            self.post_message(self.Chosen(self, key))

    # -- events ----------------------------------------------------------------------------------------------------

    def on_focus(self) -> None:
        """Show the cursor as the active one."""
        self._refresh_cursor()

    def on_blur(self) -> None:
        """Show the cursor as one of a pane at rest."""
        self._refresh_cursor()

    def _refresh_cursor(self) -> None:
        line = self.cursor - round(self.scroll_y)
        if 0 <= line < self._height:
            self._refresh_row(line)

    def on_resize(self) -> None:
        """Keep the cursor in sight in a window of another size."""
        self._strips.clear()
        self.virtual_size = Size(self._width, len(self._rows))
        self._reveal(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click on it opens it. Only where the mouse is turned on."""
        number = event.y + round(self.scroll_y)
        if not 0 <= number < len(self._rows) or self._key(self._rows[number]) is None:
            return
        if number == self.cursor:
            self.action_choose()
        else:
            self.cursor = number
