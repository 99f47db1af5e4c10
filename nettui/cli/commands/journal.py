"""``nettui journal``: what happened, with whom, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option
from nettui.cli.filters import filter_options, limited
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.cli.filters import Filters
    from nettui.cli.output import Table
    from nettui.services.views.rows import EntryRow

__all__ = ["command", "table"]

SORTS = ("newest", "oldest")


@declare(
    "journal",
    N_("List the journal, newest first."),
    examples=(
        ("nettui journal -n 20", N_("The last twenty entries.")),
        (N_("nettui journal --with Maria --with Georgi --from 2026"), N_("What the three of us did this year.")),
        (N_("nettui journal channel:coffee thesis --json"), N_("As JSON: coffees where the thesis came up.")),
    ),
)
@filter_options(SORTS)
@option("--json", "as_json", is_flag=True, text=N_("Print JSON."))
def command(filters: Filters, as_json: bool) -> None:
    """Print the entries that fit."""
    from nettui.services.index import Index
    from nettui.services.views.journal import journal_rows

    with current().network(read_only=True) as network:
        index = Index(network)
        entries = index.entries
        found = filters.select_entries(index, entries.values())
        found.sort(key=lambda entry: (entry.at, len(entry.id), entry.id), reverse=filters.sort != "oldest")
        rows = journal_rows(index, limited(found, filters.count))
        nothing_yet = not entries
    if as_json:
        from nettui.cli import json_shapes
        from nettui.cli.output import print_json

        print_json([json_shapes.entry(row) for row in rows])
        return
    from nettui.cli.output import print_table

    print_table(table(rows, nothing_yet=nothing_yet))


def table(rows: Sequence[EntryRow], *, nothing_yet: bool = False) -> Table:
    """Return the rows as a table."""
    from nettui.cli.output import Column, Table
    from nettui.services.views.words import CHANNELS, word

    return Table(
        (
            Column(title=_("When"), rank=0),
            Column(title=_("How"), rank=2),
            Column(title=_("With"), least=12, rank=1),
            Column(title=_("What"), least=32, rank=1),
            Column(title=_("Tags"), least=8, rank=3),
        ),
        [
            (
                (str(row.at).replace("T", " "), "dim"),
                (word(CHANNELS, row.channel.value), "" if row.channel.value == "note" else "accent"),
                (", ".join(who.name for who in row.people), "strong"),
                ("★ " if row.starred else "") + row.text,
                (" ".join(f"#{tag}" for tag in row.tags), "dim"),
            )
            for row in rows
        ],
        empty=_("Nothing written yet. Log a line: {command}").format(command=_('nettui add "coffee with …"'))
        if nothing_yet
        else _("No entry fits."),
    )
