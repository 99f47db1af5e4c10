"""Going through time by keys: what the views with an earlier, a later and a present period share."""

from __future__ import annotations

from nettui.i18n import _
from nettui.tui.commands.commanded import Commanded

__all__ = ["TimeKeys"]


class TimeKeys(Commanded):
    """Mixin for a view with periods: ``[`` and ``]`` go to the next one that holds anything, ``T`` to the present.

    No widget itself: of several bases Textual takes the styles of the first that is one.
    """

    def go_earlier(self) -> bool:
        """Go to the period before; return whether there was one."""
        raise NotImplementedError

    def go_later(self) -> bool:
        """Go to the period after; return whether there was one."""
        raise NotImplementedError

    def go_today(self) -> None:
        """Go to the present."""
        raise NotImplementedError

    def action_earlier(self) -> None:
        """Go to the period before."""
        if not self.go_earlier():
            self.nettui.say(_("Nothing earlier is written."), "hint")

    def action_later(self) -> None:
        """Go to the period after."""
        if not self.go_later():
            self.nettui.say(_("Nothing later is written."), "hint")

    def action_today(self) -> None:
        """Go to the present."""
        self.go_today()
