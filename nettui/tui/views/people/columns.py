"""How a person looks on one line of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services.views.words import since, until
from nettui.tui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from datetime import date

    from nettui.services.views.rows import PersonRow
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.widgets.columns import Cell

__all__ = ["people_columns", "person_cells"]


def people_columns() -> Columns:
    """Return the columns, their titles in the user's language."""
    return Columns(
        Column(name="name", title=_("Name"), least=18, most=36, share=3),
        Column(name="company", title=_("Company"), least=12, most=32, share=2, rank=2),
        Column(name="title", title=_("Title"), least=16, most=40, share=2, rank=4),
        Column(name="groups", title=_("Circles"), least=12, most=30, share=1, rank=5),
        Column(name="last", title=_("Last"), least=14, rank=1, right=True),
        Column(name="due", title=_("Due"), least=14, rank=3, right=True),
    )


def person_cells(row: PersonRow, today: date, glyphs: Glyphs) -> dict[str, Cell]:
    """Return the cells of ``row``."""
    return {
        "name": (row.name, "quiet" if row.archived else "text"),
        "company": (row.organisation, "text"),
        "title": (row.title, "quiet"),
        "groups": (", ".join(group.name for group in row.groups), "quiet"),
        "last": (since(row.last_contact, today), "text") if row.last_contact else (glyphs.dash, "faint"),
        "due": (until(row.due, today), "due" if row.due <= today else "text") if row.due else (glyphs.dash, "faint"),
    }
