"""What can be done with the favour or promise at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from nettui.domain.change import Table
from nettui.domain.ledger import RegisterLine
from nettui.domain.records import Promise
from nettui.i18n import _
from nettui.tui.messages import OpenRecord
from nettui.tui.views.desk_actions import DeskActions
from nettui.tui.views.ledger.model import BalanceLine
from nettui.tui.views.ledger.needs import NeedRow, Side
from nettui.tui.views.reading import ReadingView
from nettui.tui.views.record_actions import RecordActions

if TYPE_CHECKING:
    from nettui.domain.ids import Id

__all__ = ["LedgerActions"]


class LedgerActions(DeskActions, RecordActions, ReadingView):
    """A view of favours, promises and balances with the commands on one of them."""

    @property
    def record(self) -> tuple[Table, Id] | None:
        """What the cursor is on; None for a balance and for nothing."""
        row = self.rows.cursor_row
        if isinstance(row, RegisterLine):
            return (Table.EXCHANGES, row.exchange.id)
        return (Table.PROMISES, row.id) if isinstance(row, Promise) else None

    @property
    def _person(self) -> Id | None:
        """Whom the row at the cursor is with."""
        row = self.rows.cursor_row
        if isinstance(row, RegisterLine):
            return row.exchange.person
        if isinstance(row, BalanceLine):
            sort, _colon, value = row.key.partition(":")
            return value if sort == "person" else None
        return row.person if isinstance(row, Promise | NeedRow) else None

    @property
    def _need(self) -> NeedRow | None:
        """The offer or need at the cursor."""
        row = self.rows.cursor_row
        return row if isinstance(row, NeedRow) else None

    def refusal(self, action: str) -> str | None:
        """Return why a command cannot work on what the cursor is on."""
        if action == "sort" and self.reading:
            return _("Esc goes back to the list, which can be sorted.")
        if action == "person":
            return self.nothing_selected() or (_("This is with nobody in particular.") if not self._person else None)
        if action not in {"edit", "edit_outside", "remove", "advance", "step", "step_back"}:
            return super().refusal(action)
        if self.selected is None:
            return self.nothing_selected()
        if self._need is not None:
            return None if action == "edit" else _("This is no favour yet; f begins one with it.")
        record = self.record
        if record is None:
            return _("This is a sum; Enter shows the favours behind it.")
        return self.refusal_on(action, *record)

    def refusal_on(self, action: str, table: Table, record_id: Id) -> str | None:
        """Return why ``action`` cannot work on a record: not every text opens in the editor."""
        if action == "edit_outside" and table is not Table.EXCHANGES:
            return _("Only the text of a favour opens in the editor; e edits this.")
        return super().refusal_on(action, table, record_id)

    @work
    async def action_record(self) -> None:
        """Record a favour with the person at the cursor; on an offer or a need, begin to offer it or to ask for it."""
        from nettui.tui.flows.exchanges import ask_and_offer, offer, record_exchange

        need = self._need
        if need is None:
            self._show_new(await record_exchange(self.nettui, self._person))
        elif need.side is Side.SEEK:
            await ask_and_offer(self.nettui, subject=need.text)
        else:
            await offer(self.nettui, need.person, need.text)

    @work
    async def action_edit(self) -> None:
        """Change it in a form; of an offer or need, whoever it belongs to."""
        from nettui.tui.flows import me, people, records

        need = self._need
        if need is not None and need.person is not None:
            await people.edit_person(self.nettui, need.person)
        elif need is not None:
            await me.edit_me(self.nettui)
        elif self.record is not None:
            await records.edit(self.nettui, *self.record)

    def action_balances(self) -> None:
        """Hide all balances, or show them again."""
        self.nettui.show_balances(not self.nettui.balances)

    @work
    async def action_ask(self) -> None:
        """Ask for something and offer something in return."""
        from nettui.tui.flows.exchanges import ask_and_offer

        self._show_new(await ask_and_offer(self.nettui, self._person))

    @work
    async def action_introduce(self) -> None:
        """Walk the introduction at the cursor on; elsewhere bring two people together."""
        from nettui.tui.flows.introductions import begin_introduction, introduction_at, walk_on

        table, record_id = self.record or (Table.EXCHANGES, "")
        if table is Table.EXCHANGES and introduction_at(self.nettui, record_id):
            await walk_on(self.nettui, record_id)
        else:
            self._show_new(await begin_introduction(self.nettui, self._person))

    def _show_new(self, exchange: Id | None) -> None:
        if exchange is not None:
            # Behind the change itself, which comes to this view as a message.
            self.call_next(self.show_record, exchange)

    @work
    async def action_edit_outside(self) -> None:
        """Write its text in the user's editor."""
        from nettui.tui.flows.exchange_text import edit_exchange_in_editor

        if self.record is not None:
            await edit_exchange_in_editor(self.nettui, self.record[1])

    def action_person(self) -> None:
        """Go to the person."""
        if self._person:
            self.post_message(OpenRecord(Table.PEOPLE, self._person))
