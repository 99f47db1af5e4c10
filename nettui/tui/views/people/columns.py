"""How a person looks on one line of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services.finding.spans import match_spans
from nettui.services.views.lists import Sort
from nettui.services.views.words import short_day, short_since
from nettui.tui.widgets.columns import Column, Columns, room_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nettui.services.views.rows import PersonRow
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.columns import Cell

__all__ = ["ORDERS", "people_columns", "person_cells"]

ORDERS: tuple[Sort, ...] = (Sort.NAME, Sort.COMPANY, Sort.LAST, Sort.DUE)
"""The orders that ``o`` goes through; each is the name of its column."""


def people_columns() -> Columns:
    """Return the columns, their titles in the user's language."""
    return Columns(
        Column(name="name", title=_("Name"), least=18, most=32, share=4),
        Column(name="company", title=_("Company"), least=10, most=28, share=3, rank=2),
        Column(name="title", title=_("Title"), least=28, most=36, share=2, rank=4),
        Column(name="groups", title=_("Circles"), least=14, most=28, share=1, rank=5),
        Column(name="last", title=_("Last"), least=room_for([_("Last") + " ↑"], 6), rank=1, right=True),
        Column(name="due", title=_("Due"), least=8, rank=3, right=True),
    )


def person_cells(row: PersonRow, today: date, glyphs: Glyphs, words: Sequence[str] = ()) -> dict[str, Cell]:
    """Return the cells of ``row``; ``words`` are marked in name and company."""
    return {
        "name": _marked(row.name, "quiet" if row.archived else "text", words),
        "company": _marked(row.organisation, "quiet" if row.archived else "text", words),
        "title": (row.title, "quiet"),
        "groups": (", ".join(group.name for group in row.groups), "quiet"),
        "last": (short_since(row.last_contact, today), "text") if row.last_contact else (glyphs.dash, "faint"),
        "due": _due(row, today),
    }


def _due(row: PersonRow, today: date) -> Cell:
    if row.due is None:
        return ""
    if row.due < today:
        return (_("overdue"), "due")
    return (_("today"), "due") if row.due == today else (short_day(row.due, today), "text")


def _marked(text: str, role: str, words: Sequence[str]) -> Cell:
    if not words:
        return (text, role)
    spans, end = [], 0
    for start, stop in match_spans(text, words):
        spans += [(text[end:start], role), (text[start:stop], "match")]
        end = stop
    return [*spans, (text[end:], role)]
