"""The earlier texts of a recommendation: a list by day, and the one at the cursor in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical

from nettui.domain.dates import PartialDate
from nettui.i18n import _
from nettui.services.desk.words import first_words
from nettui.services.views.words import short_date
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.dialogs.dialog import Dialog, said
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.line import Line, cut
from nettui.tui.widgets.page import Page
from nettui.tui.widgets.paragraphs import paragraph
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.app import ComposeResult

    from nettui.domain.records import Exchange, Version

__all__ = ["Versions"]

_MOST_LINES = 6
_TALLEST = 14
"""Lines of a text that are in sight; the rest is scrolled to."""


_AROUND = 6
"""Lines of the panel that are neither list nor text."""
_WIDTH = 86
"""Cells of a line of the text in a window with room for the whole panel."""


def _lines(text: str, width: int) -> Iterator[Line]:
    return paragraph(((text, "text"),), width)


class Versions(Dialog[int | None]):
    """Returns the number of the version to restore, from 0 for the oldest; None for Esc. The newest stands first."""

    SCOPE = Scope.VERSIONS
    BINDINGS = bindings(Scope.VERSIONS)

    DEFAULT_CSS = """
    Versions > #panel { width: 92; padding: 1 2; }
    Versions .dialog--title { margin: 0; }
    Versions .dialog--note { margin: 0 0 1 0; }
    Versions VirtualList { background: $surface; margin: 0 0 1 0; }
    Versions Page { background: $surface; }
    """

    def __init__(self, exchange: Exchange, name: str, today: date) -> None:
        super().__init__()
        self._versions = tuple(reversed(list(enumerate(exchange.versions))))
        self._name = name
        self._today = today

    def compose(self) -> ComposeResult:
        """Make the list, and the text under it."""
        with Vertical(id="panel"):
            yield said(_("Earlier texts: {name}").format(name=self._name), classes="dialog--title")
            yield said(_("The present text stays among them when you put one back."), classes="dialog--note")
            yield VirtualList[tuple[int, "Version"]](self._paint, lambda row: str(row[0]))
            yield Page()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the newest one."""
        self._list.styles.height = min(len(self._versions), _MOST_LINES)
        # As tall as the longest text: the panel must not jump from one to the next.
        tallest = max((sum(1 for _line in _lines(v.text, _WIDTH)) for _number, v in self._versions), default=1)
        panel = self.query_one("#panel")
        panel.styles.height = _AROUND + min(len(self._versions), _MOST_LINES) + min(tallest, _TALLEST)
        self._list.set_rows(self._versions, at=0)
        self._list.focus()
        self._show()

    @property
    def _list(self) -> VirtualList[tuple[int, Version]]:
        return self.query_one(VirtualList)

    def _paint(self, row: tuple[int, Version], width: int) -> Line:
        _number, version = row
        when = short_date(PartialDate.of(version.on), self._today)
        # Translators: an earlier text was the present one until that day.
        until = cut(((_("until {date}").format(date=when), "when"),), min(20, width // 2))
        return Line((*until, ("  ", "text"), (first_words(version.text, max(width - 26, 10)), "text")))

    def _show(self) -> None:
        row = self._list.cursor_row
        text = row[1].text if row is not None else ""
        self.query_one(Page).set_lines(lambda width: _lines(text, width))

    @on(VirtualList.Moved)
    def _moved(self, message: VirtualList.Moved) -> None:
        message.stop()
        self._show()

    @on(VirtualList.Chosen)
    def _chosen(self, message: VirtualList.Chosen) -> None:
        message.stop()
        self.query_one(Page).focus()

    # -- commands --------------------------------------------------------------------------------------------------

    def action_restore(self) -> None:
        """Put the marked text back."""
        row = self._list.cursor_row
        if row is not None:
            self.dismiss(row[0])

    @work
    async def action_copy(self) -> None:
        """Copy the marked text out."""
        row = self._list.cursor_row
        if row is not None:
            await self.nettui.copy(row[1].text)

    def action_close(self) -> None:
        """Change nothing."""
        self.dismiss(None)
