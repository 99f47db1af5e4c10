"""The recommendations as a list of the ledger: its rows, columns and cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.ledger import RegisterLine
from nettui.i18n import _, ngettext, pgettext
from nettui.services.desk.rows import DeskRow, TextState, recommendations
from nettui.services.desk.words import age_words, state_word, state_words, way_word, way_words
from nettui.services.views.order import name_key
from nettui.tui.widgets.columns import Column, Columns, room_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from nettui.domain.records import Exchange
    from nettui.services.index import Index
    from nettui.tui.widgets.columns import Cell

__all__ = ["SORTS", "DeskLine", "cells", "columns", "desk_lines"]

SORTS = ("on", "who", "way", "state")
"""The columns by which the list can be sorted; first as :func:`recommendations` orders it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine(RegisterLine):
    """An exchange as a row of the register, so that all commands on one work here too, and what the desk says of it."""

    row: DeskRow


def desk_lines(index: Index, exchanges: Iterable[Exchange], sort: str) -> Sequence[DeskLine]:
    """Return the recommendations among ``exchanges``."""
    lines = [
        DeskLine(exchange=index.exchanges[row.id], on=row.on, given=0, received=0, row=row)
        for row in recommendations(index, exchanges)
    ]
    keys: Mapping[str, Callable[[DeskLine], object]] = {
        "who": lambda line: name_key(line.row.person.name),
        "way": lambda line: line.row.direction.value,
        "state": lambda line: list(TextState).index(line.row.state),
    }
    key = keys.get(sort)
    return sorted(lines, key=key) if key is not None else lines  # type: ignore[arg-type]


def columns() -> Columns:
    """Return the columns of the list."""
    return Columns(
        Column(name="way", title=_("Way"), least=room_for([*way_words().values(), _("Way") + " ↓"], 7)),
        Column(name="who", title=_("Who"), least=14, most=30, share=3),
        Column(
            name="state",
            title=pgettext("recommendation", "Text"),
            least=room_for(
                [
                    *state_words().values(),
                    pgettext("recommendation", "received"),
                    pgettext("recommendation", "Text") + " ↓",
                ]
            ),
        ),
        Column(name="role", title=_("About"), least=14, most=44, share=3, rank=3),
        Column(name="where", title=_("Where"), least=14, most=36, share=2, rank=2),
        Column(
            name="on",
            title=_("How old"),
            least=room_for([_("How old") + " ↓", ngettext("{n} month ago", "{n} months ago", 20).format(n=20)], 13),
            right=True,
            rank=1,
        ),
    )


def cells(line: DeskLine, today: date) -> dict[str, Cell]:
    """Return the cells of a row: what waits for words stands out, what is old says so on its page."""
    row = line.row
    closed = row.state is TextState.CLOSED
    waits = row.state in {TextState.NONE, TextState.DRAFT}
    return {
        "way": (way_word(row), "quiet"),
        "who": (row.person.name or _("somebody"), "quiet" if closed or not row.person.name else "text"),
        "state": (state_word(row), "due" if waits else "quiet" if closed else "text"),
        "role": (" ".join((row.role or row.subject).split()), "quiet"),
        "where": (" ".join(row.where.split()), "quiet"),
        "on": (age_words(row, today), "when"),
    }
