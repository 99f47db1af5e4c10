"""The list above the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import N_, _
from nettui.tui.widgets.capture.offers import SEPARATOR
from nettui.tui.widgets.line import Line, cut, width_of
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

from nettui.tui.widgets.capture.offers import Offer

__all__ = ["Choices", "hint"]

_MOST = 7


_HINTS = {
    "complete": N_("Tab walks, Enter takes"),
    "correct": N_("Enter or a number takes, ^t goes on to the next part"),
    "ask": N_("Enter or a number takes, Esc goes back"),
}


def hint(mode: str) -> str:
    """Return which keys the list knows."""
    return _(_HINTS[mode])


class Choices(VirtualList["Offer"], can_focus=False):
    """Offers, one a line; ``mode`` says what for: ``complete``, ``correct``, ``ask``, empty while it is closed."""

    DEFAULT_CSS = """
    Choices {
        display: none;
        background: $surface;
        &:ansi { background: ansi_default; }
        & > .list--cursor-idle { background: $row; text-style: bold; }
        &:ansi > .list--cursor-idle { text-style: reverse; }
        &:nocolor > .list--cursor-idle { text-style: reverse; }
    }
    """

    def __init__(self) -> None:
        super().__init__(self._paint_offer, lambda offer: offer.key, id="capture-choices")
        self.mode = ""
        self._titles = 0

    @property
    def offers(self) -> Sequence[Offer]:
        """What is offered."""
        return self.rows

    @property
    def chosen(self) -> Offer | None:
        """The offer that the cursor is on."""
        return self.cursor_row

    def offer(self, mode: str, offers: Sequence[Offer]) -> None:
        """Show ``offers``, the cursor on the present reading if there is one, else on the first."""
        self.mode = mode
        self._titles = max((width_of([(offer.title, "text")]) for offer in offers), default=0)
        self.styles.height = max(min(len(offers), _MOST, self.app.size.height // 3), 1)
        self.display = True
        present = next((number for number, offer in enumerate(offers) if offer.current), 0)
        self.set_rows(offers, at=present)

    def close(self) -> None:
        """Take the list away."""
        self.mode = ""
        self.display = False

    def walk(self, steps: int, *, around: bool = False) -> None:
        """Move the cursor; ``around`` from the last to the first and back."""
        count = len(self.rows)
        if count:
            target = self.cursor + steps
            self.cursor = target % count if around else max(min(target, count - 1), 0)

    def _paint_offer(self, offer: Offer, width: int) -> Line:
        number = ""
        if self.mode != "complete":
            place = next(place for place, each in enumerate(self.rows, start=1) if each is offer)
            number = f"{place}  " if place < 10 else "   "
        room = max(min(self._titles, width * 2 // 5), 8)
        sign = f" {self.glyphs.done}" if offer.current else "  "
        detail = offer.detail.replace(SEPARATOR, f" {self.glyphs.dot} ")
        title = cut([(offer.title, offer.role)], room, self.glyphs.ellipsis)
        return Line(((number, "quiet"), *title, (sign, "good"), (f" {detail}", "quiet")))
