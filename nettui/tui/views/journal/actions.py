"""What can be done with the entry at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from nettui.domain.change import Table
from nettui.i18n import _
from nettui.tui.messages import OpenRecord
from nettui.tui.views.reading import ReadingView

if TYPE_CHECKING:
    from nettui.domain.ids import Id

__all__ = ["EntryActions"]

_ON_AN_ENTRY = frozenset({"edit", "edit_outside", "favour", "star", "remove", "person"})
_ON_SOMEBODY = frozenset({"favour", "person"})


class EntryActions(ReadingView):
    """A view of entries with the commands on one of them."""

    def refusal(self, action: str) -> str | None:
        """Return why a command cannot work: no entry, or an entry without people."""
        if action not in _ON_AN_ENTRY:
            return super().refusal(action)
        if self.selected is None:
            return self.nothing_selected()
        if action in _ON_SOMEBODY and self._first_person() is None:
            return _("This entry is with nobody.")
        return None

    def _first_person(self) -> Id | None:
        entry = self.workspace.index.entries.get(self.selected or "")
        if entry is None:
            return None
        return next(iter((*entry.people, *entry.mentions)), None)

    @work
    async def action_edit(self) -> None:
        """Change the entry in a form."""
        from nettui.tui.flows.entries import edit_entry

        if (entry := self.selected) is not None:
            await edit_entry(self.nettui, entry)

    @work
    async def action_edit_outside(self) -> None:
        """Write the entry's text in the user's editor."""
        from nettui.tui.flows.entries import edit_entry_in_editor

        if (entry := self.selected) is not None:
            await edit_entry_in_editor(self.nettui, entry)

    @work
    async def action_star(self) -> None:
        """Give the entry a star, or take it away."""
        from nettui.tui.flows.entries import star_entry

        if (entry := self.selected) is not None:
            await star_entry(self.nettui, entry)

    @work
    async def action_remove(self) -> None:
        """Delete the entry."""
        from nettui.tui.flows.entries import remove_entry

        if (entry := self.selected) is not None:
            await remove_entry(self.nettui, entry)

    @work
    async def action_favour(self) -> None:
        """Record a favour with the first person of the entry."""
        from nettui.tui.flows.exchanges import record_exchange

        await record_exchange(self.nettui, self._first_person())

    def action_person(self) -> None:
        """Go to the first person of the entry."""
        person = self._first_person()
        if person is not None:
            self.post_message(OpenRecord(Table.PEOPLE, person))
