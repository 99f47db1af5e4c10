"""``nettui restore``: go back to a backup."""

from __future__ import annotations

from pathlib import Path

import click

from nettui.cli.command import Argument, FilePath, declare, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _

__all__ = ["command"]


@declare(
    "restore",
    paragraphs(
        N_("Go back to a backup."), N_("Or to the state of another network file. The present state is kept first.")
    ),
    examples=(
        ("nettui backup --list", N_("Find the backup.")),
        (N_("nettui restore FILE"), N_("Go back to it; nettui undo takes that back.")),
    ),
)
@click.argument("source", cls=Argument, metavar="FILE", type=FilePath(exists=True, dir_okay=False, path_type=Path))
def command(source: Path) -> None:
    """Restore ``source``."""
    from nettui.bootstrap import restore_file
    from nettui.text import visible

    session = current()
    kept = restore_file(session.path(), source, clock=session.the_clock())
    click.echo(_("Restored: {path}").format(path=visible(str(source))))
    if kept is not None:
        click.echo(_("The file that could not be read is kept as {path}").format(path=visible(str(kept))))
