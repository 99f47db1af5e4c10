"""Clocks: the system's, and one that stands still for tests, demonstrations and screenshots."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from nettui.domain.ids import IdSource

if TYPE_CHECKING:
    from nettui.domain.ids import Id

__all__ = ["FixedClock", "SystemClock"]


class SystemClock:
    """The time of this machine in its local zone."""

    def __init__(self) -> None:
        self._ids = IdSource()

    def now(self) -> datetime:
        """Return the present."""
        return datetime.now().astimezone()  # noqa: TID251 - the one place that asks the system

    def new_id(self) -> Id:
        """Return a new id of the present."""
        return self._ids.new(int(self.now().timestamp() * 1000))


class FixedClock:
    """A time that stands still, with ids that count up from it: the same calls give the same ids."""

    def __init__(self, at: datetime) -> None:
        self._at = at if at.tzinfo else at.astimezone()
        self._next = int(self._at.timestamp() * 1000) * 1_000_000

    def now(self) -> datetime:
        """Return the fixed time."""
        return self._at

    def new_id(self) -> Id:
        """Return the next id."""
        self._next += 1
        return str(self._next)
