"""What can be done with the text of the exchange at the cursor: copy it, see its earlier texts, save it as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from nettui.tui.commands.commanded import Commanded

if TYPE_CHECKING:
    from nettui.domain.change import Table
    from nettui.domain.ids import Id

__all__ = ["DeskActions"]


class DeskActions(Commanded):
    """Mixin for whatever has a :attr:`record` at the cursor; stands before Textual's class."""

    @property
    def record(self) -> tuple[Table, Id] | None:
        """The table and id of what the cursor is on; None for a line that is no record."""
        raise NotImplementedError

    def refusal(self, action: str) -> str | None:
        """Tell what there is no text for."""
        if action not in {"copy_text", "versions", "save_markdown"}:
            return super().refusal(action)
        from nettui.tui.flows import desk

        return desk.refusal(self.nettui.workspace, action, self.record)

    @work
    async def action_copy_text(self) -> None:
        """Copy the text out."""
        from nettui.tui.flows import desk

        if self.record is not None:
            await desk.copy_text(self.nettui, self.record[1])

    @work
    async def action_versions(self) -> None:
        """Show the earlier texts."""
        from nettui.tui.flows import desk

        if self.record is not None:
            await desk.show_versions(self.nettui, self.record[1])

    @work
    async def action_save_markdown(self) -> None:
        """Save it as Markdown."""
        from nettui.tui.flows import desk

        if self.record is not None:
            await desk.save_markdown(self.nettui, self.record[1])
