"""The names of the lists, each with its count: as a pane, and in a narrow window as one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.views.ledger.model import BALANCES, LIST_NAMES, Which
from nettui.tui.widgets.line import Line, cut, width_of
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["ListName", "ListRow", "list_line", "list_names", "shown_lists"]


@dataclass(frozen=True, slots=True)
class ListName:
    """A list and its count; without one the heading over the balances."""

    which: Which | None
    count: int = 0


def shown_lists(*, balances: bool) -> list[Which]:
    """Return the lists there are, in their order; without ``balances`` those are left out."""
    return [which for which in Which if balances or which not in BALANCES]


def list_names(counts: Mapping[Which, int], *, balances: bool = True) -> list[ListName]:
    """Return the rows of the pane."""
    lists = shown_lists(balances=balances)
    names = [ListName(which, counts[which]) for which in lists if which not in BALANCES]
    sums = [ListName(which, counts[which]) for which in lists if which in BALANCES]
    return [*names, ListName(None), *sums] if sums else names


def list_line(name: ListName, width: int) -> Line:
    """Return the line of a row: the name, and the count at the right edge."""
    if name.which is None:
        return Line()
    count = str(name.count)
    left = cut(((_(LIST_NAMES[name.which]), "text"),), max(width - len(count) - 1, 1))
    return Line((*left, (f" {count}", "quiet" if name.count else "faint")))


class ListRow(Painted):
    """The lists side by side on one line, the one that is shown marked."""

    DEFAULT_CSS = """
    ListRow { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._which = Which.REGISTER
        self._counts: Mapping[Which, int] = {}
        self._lists = list(Which)
        self._note = ""

    def show(self, which: Which, counts: Mapping[Which, int], lists: list[Which], note: str = "") -> None:
        """Show ``which`` of ``lists`` as the present one, with a note such as its period behind the count."""
        self._which = which
        self._lists = lists
        self._note = note
        self._counts = counts
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line: as many lists around the present one as there is room for."""
        width = self.size.width - 6
        lists = self._lists
        first = last = lists.index(self._which)
        while True:
            grown = False
            for place in (last + 1, first - 1):
                low, high = min(first, place), max(last, place)
                if 0 <= place < len(lists) and width_of(self._spans(lists[low : high + 1])) <= width - 4:
                    first, last, grown = low, high, True
                    break
            if not grown:
                break
        more = (self.glyphs.ellipsis, "faint")
        spans: list[Span] = [more if first else (" ", "text"), (" ", "text"), *self._spans(lists[first : last + 1])]
        if last + 1 < len(lists):
            spans += [("  ", "text"), more]
        return self.strip_of(Line(tuple(spans), (("c C", "mark"), (" ", "text"))), self.size.width)

    def _spans(self, lists: list[Which]) -> list[Span]:
        spans: list[Span] = []
        for number, which in enumerate(lists):
            if number:
                spans.append(("   ", "text"))
            here = which is self._which
            spans.append((_(LIST_NAMES[which]), "mark" if here else "quiet"))
            if here:
                spans.append((f" {self._counts.get(which, 0)}", "text"))
                if self._note:
                    spans.append((f" {self.glyphs.dot} {self._note}", "text"))
        return spans
