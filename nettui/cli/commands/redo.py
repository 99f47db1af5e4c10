"""``nettui redo``: make the change that was undone last again."""

from __future__ import annotations

import click

from nettui.cli.command import declare, option
from nettui.cli.session import current
from nettui.i18n import N_


@declare(
    "redo",
    N_("Make the change again that was undone last."),
    examples=(("nettui redo", N_("Make one change again; again, the one after it.")),),
)
@option("--json", "as_json", is_flag=True, text=N_("Print JSON."))
def command(as_json: bool) -> None:
    """Redo one change."""
    from nettui.services.undo import redo

    with current().network() as network:
        change = redo(network)
    if as_json:
        from nettui.cli.changes import change_json
        from nettui.cli.output import print_json

        print_json(change_json(change))
        return
    from nettui.services.describe import describe

    click.echo(describe(change))
