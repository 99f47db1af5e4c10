"""Work that nobody waits for, done in small slices between keys; with none left the app does nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Chores"]

_PAUSE = 0.02
"""Seconds between two slices, in which keys are heard."""
_QUIET = 0.5
"""Seconds after a key before a slice: somebody who types comes first."""


class _Timer(Protocol):
    def stop(self) -> None: ...


class Chores:
    """``set_timer`` is that of an app; its timers run out once, and none runs when there is nothing to do."""

    def __init__(self, set_timer: Callable[[float, Callable[[], None]], _Timer]) -> None:
        self._set_timer = set_timer
        self._work: list[Iterator[object]] = []
        self._timer: _Timer | None = None

    def add(self, work: Iterator[object], after: float = _PAUSE) -> None:
        """Do ``work``, slice by slice, beginning in ``after`` seconds, when what was added before is done."""
        self._work.append(work)
        if self._timer is None:
            self._wait(after)

    def disturb(self) -> None:
        """Put off what is left: a key was pressed."""
        if self._timer is not None:
            self._wait(_QUIET)

    def stop(self) -> None:
        """Leave what is left undone."""
        self._work.clear()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _wait(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._set_timer(seconds, self._slice)

    def _slice(self) -> None:
        self._timer = None
        if not self._work:  # the timer had run out already when it was stopped
            return
        first = self._work[0]
        try:
            next(first)
        except StopIteration:
            if self._work and self._work[0] is first:  # stopped meanwhile, it may be another's
                self._work.pop(0)
        if self._work:
            self._wait(_PAUSE)
