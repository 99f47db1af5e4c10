"""``nettui recommendations``: those I wrote and those I hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nettui.cli.output import Style, Table
    from nettui.services.desk.rows import DeskRow

__all__ = ["command", "desk_table"]


@declare(
    "recommendations",
    paragraphs(
        N_("List the recommendations you wrote and those you hold."),
        N_("First those on their way, then the newest. After three years it asks about a newer one."),
    ),
    examples=(
        ("nettui recommendations", N_("Whom they are with, where they stand, how old they are.")),
        ("nettui recommendations --json", N_("As JSON, with the texts: written and held.")),
        ("nettui export markdown -o letters.md", N_("The texts, to be read or printed.")),
    ),
)
@option("--json", "as_json", is_flag=True, text=N_("Print JSON: written and held."))
def command(as_json: bool) -> None:
    """Print the list."""
    from nettui.services.desk.rows import recommendations
    from nettui.services.index import Index

    with current().network(read_only=True) as network:
        index = Index(network)
        rows, today = recommendations(index), index.today
    if as_json:
        from nettui.cli.json_shapes import recommendation
        from nettui.cli.output import print_json

        print_json(
            {
                "written": [recommendation(row) for row in rows if row.direction.value == "given"],
                "held": [recommendation(row) for row in rows if row.direction.value == "received"],
            }
        )
        return
    from nettui.cli.output import print_table

    print_table(desk_table(rows, today))


def desk_table(rows: Sequence[DeskRow], today: date) -> Table:
    """Return the recommendations as a table."""
    from nettui.cli.output import Column, Table
    from nettui.i18n import pgettext
    from nettui.services.desk.words import freshness, state_word, way_word

    return Table(
        (
            Column(title=_("Way"), rank=0),
            Column(title=_("With"), least=14, rank=0),
            Column(title=pgettext("recommendation", "Text"), rank=0),
            Column(title=_("How old"), rank=1),
            Column(title=_("Role"), least=12, rank=3),
            Column(title=_("Where"), least=12, rank=2),
        ),
        [
            (
                way_word(row),
                (row.person.name, "strong"),
                (state_word(row), _style(row)),
                (freshness(row, today) or "–", "dim"),
                (row.role, "dim"),
                (row.where, "dim"),
            )
            for row in rows
        ],
        empty=_("No recommendations yet. Ask for one: {command}").format(
            command=_('nettui add "… asked: recommendation"')
        ),
    )


def _style(row: DeskRow) -> Style:
    return "accent" if row.state.value in {"none", "draft"} else ""
