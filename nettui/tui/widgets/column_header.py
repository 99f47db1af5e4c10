"""The titles over a list's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.tui.widgets.line import Line
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.strip import Strip

    from nettui.tui.widgets.columns import Columns

__all__ = ["ColumnHeader"]


class ColumnHeader(Painted):
    """Stands over a :class:`~nettui.tui.widgets.virtual_list.VirtualList` with the same columns and width."""

    DEFAULT_CSS = """
    ColumnHeader { height: 1; }
    """

    def __init__(self, columns: Columns, *, scrollbar: int = 1) -> None:
        super().__init__()
        self._columns = columns
        self._scrollbar = scrollbar
        self._sorted: tuple[str, str] = ("", "")

    def show(self, columns: Columns, column: str = "", sign: str = "") -> None:
        """Show other columns, one of them marked as that by which the list is sorted."""
        self._columns = columns
        self.sort(column, sign)

    def sort(self, column: str, sign: str = "") -> None:
        """Mark the column by which the list is sorted."""
        self._sorted = (column, sign)
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the titles, indented as the rows are."""
        width = self.size.width
        header = self._columns.header(max(width - 2 - self._scrollbar, 1), *self._sorted)
        return self.strip_of(Line((("  ", "text"), *header.left)), width)
