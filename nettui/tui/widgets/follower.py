"""A pane that shows what the cursor of a list is on, drawn when the cursor has come to rest.

Over a slow line a pane that followed each step would cost several times what the step itself costs. It waits for a
fifth of a second without a move; the timer runs once, and none runs while nothing happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from textual.timer import Timer

__all__ = ["REST", "Follower"]

REST = 0.2
"""Seconds without a move after which the pane is drawn."""


class Follower(Widget):
    """Base for such panes: call :meth:`follow` at each move; :meth:`show` is called at rest, with the last key."""

    _waiting: Timer | None = None
    _wanted: str | None = None
    _shown: str | None = None

    def follow(self, key: str | None) -> None:
        """Show ``key`` soon. The first one is shown at once."""
        self._wanted = key
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self._shown is None:
            self.follow_now()
        elif key != self._shown:
            self._waiting = self.set_timer(REST, self.follow_now)

    def follow_now(self) -> None:
        """Show what is wanted without waiting."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self._wanted != self._shown:
            self._shown = self._wanted
            self.show(self._wanted)

    def show(self, key: str | None) -> None:
        """Draw the record with ``key``; None when the cursor is on nothing."""
        raise NotImplementedError
