"""What a person's page is written on: its width, the day, the signs, the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.services.views.words import month_and_year, short_date, short_day
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.paragraphs import wrap

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from nettui.domain.dates import PartialDate
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs

__all__ = ["PageLine", "Paper", "first_line", "record_key", "record_of", "wrapped"]


_BLANK = Line()


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line; ``key`` names the record it stands for, empty for a line that is only to be read."""

    line: Line = _BLANK
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """``width`` is in cells; ``unfolded`` are the keys of the lines whose record is shown in full under them.

    Without ``balances`` nothing that was given and received is counted up.
    """

    width: int
    today: date
    glyphs: Glyphs
    index: Index
    unfolded: Collection[str] = frozenset()
    balances: bool = True

    def day(self, day: PartialDate | None) -> str:
        """Return a date in at most eight letters, as exact as it is worth in a list."""
        if day is None:
            return self.glyphs.dash
        if day.year is None or day.month is None:
            return str(day.year or "")
        return short_day(day.first_day(), self.today) if day.day is not None else month_and_year(day.first_day())

    def whole_day(self, day: PartialDate) -> str:
        """Return all that is known of a date: ``12 Nov``, ``12 Nov 2024``, ``Nov 2024``, ``2024``."""
        return short_date(day, self.today)


def record_key(table: Table, record_id: str, *, place: str = "") -> str:
    """Return the key of a line; ``place`` tells two lines of one record apart."""
    return f"{table.value}:{record_id}:{place}"


def record_of(key: str) -> tuple[Table, str]:
    """Return which record a line stands for."""
    table, record_id, _place = key.split(":", 2)
    return Table(table), record_id


def first_line(text: str) -> str:
    """Return the first line of a text that is shown in full elsewhere."""
    return text.strip().partition("\n")[0]


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` cells."""
    return ["".join(piece for piece, _role in line) for line in wrap([(text.strip(), "text")], width)]
