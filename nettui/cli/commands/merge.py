"""``nettui merge``: two copies of a file into one; comes with a later version."""

from __future__ import annotations

from pathlib import Path

import click

from nettui.cli.command import Argument, declare
from nettui.errors import NettuiError
from nettui.i18n import N_, _


@declare(
    "merge",
    N_("Merge two copies of a file (comes later)."),
    examples=((N_("nettui merge BASE OURS THEIRS"), N_("What git will call as a merge driver.")),),
)
@click.argument("base", cls=Argument, type=click.Path(path_type=Path))
@click.argument("ours", cls=Argument, type=click.Path(path_type=Path))
@click.argument("theirs", cls=Argument, type=click.Path(path_type=Path))
def command(base: Path, ours: Path, theirs: Path) -> None:  # noqa: ARG001 - the contract's arguments
    """Refuse: nothing is merged yet."""
    raise NettuiError(_("merge comes with a later version; nothing was done."))
