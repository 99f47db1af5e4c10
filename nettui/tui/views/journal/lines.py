"""How a day and an entry look on one line of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services.views.words import CHANNELS, day_of_week_and_date, since, word
from nettui.tui.widgets.columns import Column, Columns, room_for
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.matches import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from nettui.services.views.rows import EntryRow, Ref
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.views.journal.stream import DayHeading
    from nettui.tui.widgets.columns import Cell
    from nettui.tui.widgets.line import Span

__all__ = ["entry_cells", "entry_columns", "heading_line", "name_of", "names"]


def entry_columns() -> Columns:
    """Return the columns of an entry."""
    return Columns(
        Column(name="time", least=5, rank=2),
        Column(name="how", least=room_for(map(_, CHANNELS.values()), 8), rank=1),
        Column(name="who", least=13, most=34, share=1),
        Column(name="text", least=24, share=3),
        Column(name="tags", least=24, most=26, share=1, rank=3),
    )


def heading_line(heading: DayHeading, today: date, width: int, glyphs: Glyphs) -> Line:
    """Return the line over a day, ``Mon 23 Nov 2026 · today``; a month's first has a rule to the edge."""
    spans: list[Span] = [
        (day_of_week_and_date(heading.day), "when"),
        (f" {glyphs.dot} ", "faint"),
        (since(heading.day, today), "quiet"),
    ]
    if heading.opens:
        spans.append((" ", "text"))
        spans.append((glyphs.rule * max(width - width_of(spans), 0), "faint"))
    return Line(tuple(spans))


def entry_cells(row: EntryRow, glyphs: Glyphs, words: Sequence[str] = ()) -> dict[str, Cell]:
    """Return the cells of an entry; ``words`` are marked in it."""
    return {
        "time": (row.at.time.strftime("%H:%M") if row.at.time else "", "how"),
        "how": (word(CHANNELS, row.channel.value), "how"),
        "who": marked(names(row.people), words),
        "text": (
            (f"{glyphs.star} " if row.starred else "", "mark"),
            *marked(((" ".join(row.text.split()), "text"),), words),
        ),
        "tags": marked(((" ".join(f"#{tag}" for tag in row.tags), "tagged"),), words),
    }


def name_of(person: Ref) -> Span:
    """Return a person's name; somebody who is no longer there is said so."""
    return (person.name, "text") if person.name else (_("somebody"), "quiet")


def names(people: Iterable[Ref]) -> Iterable[Span]:
    """Yield the names with commas between."""
    for number, person in enumerate(people):
        if number:
            yield (", ", "text")
        yield name_of(person)
