"""What the views of mixed records share: the commands on the favour, promise or person at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from nettui.tui.commands.commanded import Commanded
from nettui.tui.flows import refusals

if TYPE_CHECKING:
    from nettui.domain.change import Table
    from nettui.domain.ids import Id

__all__ = ["RecordActions"]


class RecordActions(Commanded):
    """Mixin for a view with a :attr:`record` at the cursor; stands before :class:`~nettui.tui.views.view.View`.

    No widget itself: of several bases Textual takes the styles of the first that is one.
    """

    @property
    def record(self) -> tuple[Table, Id] | None:
        """The table and id of what the cursor is on; None for a line that is no record."""
        raise NotImplementedError

    def refusal_on(self, action: str, table: Table, record_id: Id) -> str | None:
        """Return why ``action`` cannot work on a record; None when it can."""
        if action == "advance":
            return refusals.refusal_advance(self.nettui.workspace, table, record_id)
        if action == "step":
            return refusals.refusal_step(self.nettui.workspace, table, record_id)
        if action == "step_back":
            return refusals.refusal_step_back(self.nettui.workspace, table, record_id)
        return None

    @work
    async def action_advance(self) -> None:
        """Move the favour to its next status, or mark the promise as kept."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.advance(self.nettui, *self.record)

    @work
    async def action_step_back(self) -> None:
        """Put the favour back a step, or open the promise again."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.step_back(self.nettui, *self.record)

    @work
    async def action_step(self) -> None:
        """Move the favour on with a date, a note or another status, or put right a step it took."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.step(self.nettui, *self.record)

    @work
    async def action_edit(self) -> None:
        """Change it in a form."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.edit(self.nettui, *self.record)

    @work
    async def action_remove(self) -> None:
        """Delete it after asking."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.remove(self.nettui, *self.record)
