"""Going through the periods of the register and of the balances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.views.ledger.model import PERIODIC
from nettui.tui.views.ledger.period import earlier, later, period_name, present
from nettui.tui.views.time_keys import TimeKeys

if TYPE_CHECKING:
    from nettui.domain.periods import Period
    from nettui.tui.views.ledger.model import Ledger, Narrowed, Which

__all__ = ["LedgerPeriods"]


class LedgerPeriods(TimeKeys):
    """Mixin for the view: the period that is shown, and the way to the next one."""

    _ledger: Ledger
    _which: Which
    _period: Period
    _narrowed: Narrowed | None

    def show_period_rows(self) -> None:
        """Show the rows of the period."""
        raise NotImplementedError

    def take_period(self, period: Period) -> bool:
        """Take another period; return whether it is another one. What is shown stays until it is shown anew."""
        if period == self._period:
            return False
        self._period = period
        self._ledger.show_period(period)
        if self._narrowed is not None:
            self._narrowed = self._ledger.narrowed(self._narrowed.line)
        return True

    def refusal(self, action: str) -> str | None:
        """Say why a list is of no period."""
        if action in {"earlier", "later", "today"} and self._which not in PERIODIC:
            return _("Only the register and the balances are of a period.")
        return super().refusal(action)

    def go_earlier(self) -> bool:
        """Show the year or month before; from all time this year."""
        return self._go(earlier(self._period, self._ledger.dates, self.nettui.workspace.today))

    def go_later(self) -> bool:
        """Show the year or month after; from this year, or from all time, this month."""
        return self._go(later(self._period, self._ledger.dates, self.nettui.workspace.today))

    def go_today(self) -> None:
        """Show the present year or month; from there all time."""
        if not self._go(present(self._period, self.nettui.workspace.today)):
            self.nettui.say(_("This is all time."), "hint")

    def _go(self, period: Period | None) -> bool:
        if period is None or not self.take_period(period):
            return False
        self.show_period_rows()
        self.nettui.say(period_name(period) or _("All time."), "hint")
        return True
