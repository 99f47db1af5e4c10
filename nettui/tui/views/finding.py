"""What the views with a filter line share: opening it, and going from match to match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded

if TYPE_CHECKING:
    from typing import Any

    from nettui.tui.widgets.filter_bar import FilterBar
    from nettui.tui.widgets.virtual_list import VirtualList

__all__ = ["Finding"]


class Finding(Commanded):
    """Mixin for a view with a :class:`FilterBar`; stands before :class:`~nettui.tui.views.view.View`.

    Its bindings are ``bindings(Scope.FIND)``, added to those of the view. The keys of the list's rows are what the
    finder gives.
    """

    SCOPE = Scope.FIND

    def filter_bar(self) -> FilterBar:
        """Return the filter line."""
        raise NotImplementedError

    def found_list(self) -> VirtualList[Any]:
        """Return the list that it narrows."""
        raise NotImplementedError

    def refusal(self, action: str) -> str | None:
        """Tell that there is nothing to go on to."""
        if action in {"find_next", "find_previous"} and not self.filter_bar().remembered:
            return _("Nothing was looked for yet: / finds.")
        return super().refusal(action)

    def action_find(self) -> None:
        """Open the filter line."""
        self.filter_bar().open()

    def action_find_next(self) -> None:
        """Go to the next match."""
        self._go_to_match(1)

    def action_find_previous(self) -> None:
        """Go to the match before."""
        self._go_to_match(-1)

    def _go_to_match(self, step: int) -> None:
        found = self.found_list()
        bar = self.filter_bar()
        ids = bar.matches()
        wanted = ids if isinstance(ids, set | frozenset | dict) else set(ids)
        at = max(found.cursor, 0)
        count = len(found.rows)
        for distance in range(1, count + 1):
            place = (at + step * distance) % count
            if found.key_of(place) in wanted:
                if (place - at) * step <= 0:
                    around = _("Further from the top.") if step > 0 else _("Further from the end.")
                    self.nettui.say(around, "hint")
                found.cursor = place
                return
        self.nettui.say(_("No line here fits {filter}.").format(filter=bar.remembered), "hint")
