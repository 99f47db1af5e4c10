"""Up and down in the capture line: through the list over it, else through the lines written before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nettui.tui.widgets.capture.choices import Choices
    from nettui.tui.widgets.capture.history import LineHistory
    from nettui.tui.widgets.capture.line import CaptureLine

__all__ = ["Recalling"]


class Recalling:
    """Mixin of the panel, which has a line, a list and a history."""

    _list: Choices
    _history: LineHistory

    @property
    def line(self) -> CaptureLine:
        """The line."""
        raise NotImplementedError

    def write(self, text: str, cursor: int | None = None) -> None:
        """Put ``text`` into the line."""
        raise NotImplementedError

    def action_older(self) -> None:
        """Go up in the list; without one to the line before, if nothing else is typed."""
        if self._list.mode:
            self._list.walk(-1)
        else:
            self._recall(-1)

    def action_newer(self) -> None:
        """Go down in the list; without one to the later line."""
        if self._list.mode:
            self._list.walk(1)
        else:
            self._recall(1)

    def _recall(self, steps: int) -> None:
        text = self._history.walk(self.line.text, steps)
        if text is not None:
            self.write(text)
