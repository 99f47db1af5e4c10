"""Commands that find: in a view with a filter line, and on the line itself."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]

COMMANDS: tuple[Command, ...] = (
    Command(
        id="find.open",
        title=N_("find"),
        help=N_("Narrow the list as you type: words, or company: group: level: industry: tag: last:>180d."),
        keys=("slash",),
        scope=Scope.FIND,
        group=Group.FIND,
        action="find",
        bar=70,
    ),
    Command(
        id="find.next",
        title=N_("next match"),
        help=N_("Go to the next line that fits what was last looked for."),
        keys=("n",),
        scope=Scope.FIND,
        group=Group.FIND,
        action="find_next",
    ),
    Command(
        id="find.previous",
        title=N_("match before"),
        help=N_("Go to the line before that fits what was last looked for."),
        keys=("N",),
        scope=Scope.FIND,
        group=Group.FIND,
        action="find_previous",
    ),
    Command(
        id="filter.keep",
        title=N_("to the list"),
        help=N_("Keep the filter and go to the list."),
        keys=("enter", "down"),
        scope=Scope.FILTER,
        group=Group.FIND,
        action="keep",
        bar=1,
    ),
    Command(
        id="filter.complete",
        title=N_("complete"),
        help=N_("Complete the name of a field, or a value that occurs."),
        keys=("tab",),
        scope=Scope.FILTER,
        group=Group.FIND,
        action="complete",
        bar=2,
    ),
    Command(
        id="filter.other",
        title=N_("other"),
        help=N_("Show the next suggestion."),
        keys=("ctrl+n",),
        scope=Scope.FILTER,
        group=Group.FIND,
        action="other",
        bar=3,
    ),
    Command(
        id="filter.clear",
        title=N_("show all"),
        help=N_("Clear the filter and go to the list."),
        keys=("escape",),
        scope=Scope.FILTER,
        group=Group.FIND,
        action="clear",
        bar=9,
    ),
)
