"""Commands of the scope breadth."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]

COMMANDS: tuple[Command, ...] = (
    Command(
        id="breadth.sort",
        title=N_("sort out"),
        help=N_("Go through those whose level or industry is unknown, one key each."),
        keys=("s",),
        scope=Scope.BREADTH,
        group=Group.CHANGE,
        action="sort_out",
        bar=5,
    ),
)
