"""Going through the people to be sorted, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.domain.change import Change
    from nettui.domain.ids import Id

__all__ = ["Answered", "Walk"]


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody was answered by ``change``, or left for later where it is None."""

    person: Id
    change: Change | None


class Walk:
    """The people to be sorted, one at a time, with a way back. Who is left for later comes again in the next walk."""

    def __init__(self, people: Sequence[Id]) -> None:
        self._waiting = list(reversed(people))
        self._past: list[Answered] = []

    @property
    def current(self) -> Id | None:
        """Who is asked about; None at the end."""
        return self._waiting[-1] if self._waiting else None

    @property
    def left(self) -> int:
        """How many are still to come, the current one among them."""
        return len(self._waiting)

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self._waiting) + len(self._past)

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(each.change is not None for each in self._past)

    @property
    def later(self) -> int:
        """How many were left for later."""
        return len(self._past) - self.answered

    @property
    def latest(self) -> Answered | None:
        """What :meth:`back` would go back to."""
        return self._past[-1] if self._past else None

    def go_on(self, change: Change | None) -> None:
        """Go to the next person; ``change`` is the answer, None leaves the current one for later."""
        if self._waiting:
            self._past.append(Answered(self._waiting.pop(), change))

    def back(self) -> Answered | None:
        """Return to the person before; None at the beginning."""
        if not self._past:
            return None
        before = self._past.pop()
        self._waiting.append(before.person)
        return before

    def drop(self) -> None:
        """Leave the current person out: deleted, or answered elsewhere."""
        if self._waiting:
            self._waiting.pop()
