"""``nettui backup``: keep the present state for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.store.backups import Backup

__all__ = ["command"]


@declare(
    "backup",
    paragraphs(N_("Keep the present state for good."), N_("Besides, nettui keeps earlier states by itself.")),
    examples=(
        ("nettui backup", N_("Make a backup and print where it is.")),
        ("nettui backup --list", N_("List the states that are kept, newest first.")),
    ),
)
@option("--list", "listing", is_flag=True, text=N_("List the backups instead of making one."))
@option("--json", "as_json", is_flag=True, text=N_("Print JSON."))
def command(listing: bool, as_json: bool) -> None:
    """Make or list backups."""
    from nettui.bootstrap import open_file
    from nettui.errors import NotFound
    from nettui.text import visible

    session = current()
    path = session.path()
    if not path.exists():
        raise NotFound(_("There is no file {path} yet.").format(path=path), hint=_("The first change makes it."))
    with open_file(path, clock=session.the_clock(), read_only=listing) as repository:
        made = None if listing else repository.backup()
        kept = repository.backups()
    if as_json:
        from nettui.cli.output import print_json

        print_json(
            [
                {
                    "path": str(each.path),
                    "at": each.at.isoformat(),
                    "reason": each.reason,
                    "people": each.people,
                    "entries": each.entries,
                    "readable": each.readable,
                }
                for each in kept
            ]
            if listing
            else {"path": str(made)}
        )
    elif made is not None:
        click.echo(_("Kept: {path}").format(path=visible(str(made))))
    else:
        _print(kept)


_REASONS = (N_("auto"), N_("manual"), N_("migration"), N_("restore"), N_("shrunk"))
"""Why a state was kept; what the file's name says otherwise is shown as it is."""


def _print(kept: Sequence[Backup]) -> None:
    from nettui.cli.output import Column, Table, print_table

    print_table(
        Table(
            (
                Column(title=_("When"), rank=0),
                Column(title=_("Why"), rank=2),
                Column(title=_("People"), right=True, rank=1),
                Column(title=_("Entries"), right=True, rank=1),
                Column(title=_("File"), least=20, rank=0),
            ),
            [
                (
                    f"{each.at.astimezone():%Y-%m-%d %H:%M}",
                    _(each.reason) if each.reason in _REASONS else each.reason,
                    str(each.people),
                    str(each.entries),
                    str(each.path),
                )
                for each in kept
            ],
            empty=_("No backups yet. Make one: {command}").format(command="nettui backup"),
        )
    )
