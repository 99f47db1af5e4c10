"""Messages that cross the border of a widget, handled by the main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from nettui.domain.change import Table
    from nettui.domain.ids import Id

__all__ = ["OpenQuery", "OpenRecord"]


class OpenRecord(Message):
    """Somebody wants to see a record where it lives: a person's page, an entry in the journal, an exchange."""

    def __init__(self, table: Table, record_id: Id) -> None:
        super().__init__()
        self.table = table
        self.record_id = record_id


class OpenQuery(Message):
    """Somebody wants to see the list behind a figure: the view ``view``, narrowed by a filter line."""

    def __init__(self, view: str, query: str) -> None:
        super().__init__()
        self.view = view
        self.query = query
