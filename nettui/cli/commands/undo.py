"""``nettui undo``: take the latest change back."""

from __future__ import annotations

import click

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_


@declare(
    "undo",
    paragraphs(N_("Take the latest change back."), N_("A line, an edit, a whole import; again, the one before it.")),
    examples=(
        ("nettui undo", N_("Take one change back; again, the one before it.")),
        ("nettui redo", N_("Make it again.")),
    ),
)
@option("--json", "as_json", is_flag=True, text=N_("Print JSON."))
def command(as_json: bool) -> None:
    """Undo one change."""
    from nettui.services.undo import undo

    with current().network() as network:
        change = undo(network)
    if as_json:
        from nettui.cli.changes import change_json
        from nettui.cli.output import print_json

        print_json(change_json(change))
        return
    from nettui.services.describe import describe

    click.echo(describe(change))
