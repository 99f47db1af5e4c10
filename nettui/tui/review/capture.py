"""The capture line of the review: it begins with the person's name, and saving it answers the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import ReviewStep
from nettui.i18n import _
from nettui.services.review import recorded_with
from nettui.tui.widgets.capture.panel import CapturePanel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.records import Entry, Record, Review, ReviewItem
    from nettui.services.views.rows import ReviewLine

__all__ = ["ReviewCapture"]


class ReviewCapture(CapturePanel):
    """A half-written line waits with its item, apart from that of the main screen."""

    _review: Review | None = None
    _item: ReviewItem | None = None
    _beginning = ""

    async def write_about(self, review: Review, line: ReviewLine) -> None:
        """Open the line for an item, with what waits to be finished, else with the person's name."""
        self._review, self._item = review, line.item
        self._beginning = beginning(line)
        self.draft_name = f"review-{line.item.step.value}-{line.item.about}"
        if self.query("#capture-open"):
            self.line.write("")  # what stands there is of another item, and waits under its name
        await self.open()
        if not self.line.text.strip():
            self.write(self._beginning)

    def also(self, entry: Entry) -> Iterable[Record]:
        """Answer the item with the entry, if it is with its person."""
        if self._review is None or self._item is None:
            return ()
        return recorded_with(self.nettui.workspace.network, self._review, self._item, entry)

    def action_leave(self) -> None:
        """Close the list if there is one, else the panel; a line with nothing but the name does not wait."""
        if not self._list.mode and self.line.text.strip() == self._beginning.strip():
            self.write("")
        super().action_leave()


def beginning(line: ReviewLine) -> str:
    """Return how a line about somebody begins.

    Who was met is logged already, and what is to come is what was promised there. To everybody else one writes.
    """
    name = line.person.name if line.person is not None else ""
    if not name:
        return ""
    if line.item.step is ReviewStep.MET:
        return f"{name}. "
    # Translators: the beginning of a line in the journal; its first word must be one of the words for a message.
    return _("message to {name} ").format(name=name)
