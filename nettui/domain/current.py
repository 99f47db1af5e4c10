"""Which position of somebody is the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.records import Me, Person, Position

__all__ = ["current_position", "current_positions", "is_current"]


def is_current(position: Position, today: date) -> bool:
    """Return whether ``position`` may hold on ``today``: begun, or of unknown beginning, and not known to be over.

    ``until`` of only a year or a month counts to the end of it.
    """
    begun = position.since is None or position.since.year is None or position.since.first_day() <= today
    over = position.until is not None and position.until.is_over(today)
    return begun and not over


def current_positions(person: Person | Me, today: date) -> list[Position]:
    """Return the present work positions (no studies), the likeliest first.

    Those without an end come before those that end this month or later, since a job that ended in November is over on
    some day of it; then the one begun last comes first, and those of unknown beginning last.
    """
    present = [p for p in person.positions if not p.study and is_current(p, today)]
    dated = sorted((p for p in present if p.since is not None), key=lambda p: str(p.since), reverse=True)
    return sorted([*dated, *(p for p in present if p.since is None)], key=lambda p: p.until is not None)


def current_position(person: Person | Me, today: date) -> Position | None:
    """Return the present work position begun last, or None."""
    present = current_positions(person, today)
    return present[0] if present else None
