"""``nettui people``: the list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option
from nettui.cli.filters import filter_options, limited
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nettui.cli.filters import Filters
    from nettui.cli.output import Table
    from nettui.services.views.rows import PersonRow

__all__ = ["command", "table"]

SORTS = ("name", "last", "due", "company")


@declare(
    "people",
    N_("List people: circles, company, last contact, when due."),
    examples=(
        ("nettui people", N_("Everybody, by name.")),
        ("nettui people group:friends 'last:>180d'", N_("Friends not met for half a year.")),
        ("nettui people company:Acme --sort last --json", N_("As JSON, the latest contact first.")),
    ),
)
@filter_options(SORTS)
@option("--archived", is_flag=True, text=N_("Archived people too."))
@option("--json", "as_json", is_flag=True, text=N_("Print JSON."))
def command(filters: Filters, archived: bool, as_json: bool) -> None:
    """Print the people that fit."""
    from nettui.services.index import Index
    from nettui.services.views.people import people_rows

    with current().network(read_only=True) as network:
        index = Index(network)
        everybody = [person for person in index.people.values() if archived or not person.archived]
        rows = people_rows(index, filters.select_people(index, everybody))
    rows = list(limited(_ordered(rows, filters.sort), filters.count))
    if as_json:
        from nettui.cli import json_shapes
        from nettui.cli.output import print_json

        print_json([json_shapes.person(row) for row in rows])
        return
    from nettui.cli.output import print_table

    print_table(table(rows, index.today, any_people=bool(everybody)))


def table(rows: Sequence[PersonRow], today: date, *, any_people: bool = True) -> Table:
    """Return the rows as a table."""
    from nettui.cli.output import Column, Table
    from nettui.services.views.words import since, until

    return Table(
        (
            Column(title=_("Name"), least=16, rank=0),
            Column(title=_("Company"), least=12, rank=3),
            Column(title=_("Circles"), least=10, rank=4),
            Column(title=_("Last"), rank=1),
            Column(title=_("Due"), rank=2),
            Column(title=_("Title"), least=12, rank=5),
        ),
        [
            (
                (row.name, "strong"),
                row.organisation,
                ", ".join(group.name for group in row.groups),
                since(row.last_contact, today) if row.last_contact else ("–", "dim"),
                (until(row.due, today), "accent" if row.due <= today else "") if row.due else ("–", "dim"),
                (row.title, "dim"),
            )
            for row in rows
        ],
        empty=_("Nobody fits.")
        if any_people
        else _("No people yet. Import a LinkedIn archive: {command}").format(command=_("nettui import FILE.zip")),
    )


def _ordered(rows: list[PersonRow], sort: str | None) -> list[PersonRow]:
    from nettui.services.views.order import name_key

    rows = sorted(rows, key=lambda row: (name_key(row.name), row.id))
    if sort == "last":
        rows.sort(key=lambda row: -row.last_contact.toordinal() if row.last_contact else 0)
    elif sort == "due":
        rows.sort(key=lambda row: (row.due is None, row.due.toordinal() if row.due else 0))
    elif sort == "company":
        rows.sort(key=lambda row: (not row.organisation, name_key(row.organisation)))
    return rows
