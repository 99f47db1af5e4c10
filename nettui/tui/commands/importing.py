"""Commands of an import: opening one, and those of its plan."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]

COMMANDS: tuple[Command, ...] = (
    Command(
        id="import.open",
        title=N_("import"),
        help=N_("Import a LinkedIn archive or another nettui file; you see first what it would bring."),
        keys=("I",),
        scope=Scope.EVERYWHERE,
        group=Group.WRITE,
        action="import",
    ),
    Command(
        id="plan.import",
        title=N_("import"),
        help=N_("Import what is marked; one undo takes all of it back."),
        keys=("ctrl+s",),
        scope=Scope.PLAN,
        group=Group.CHANGE,
        action="import",
        bar=10,
    ),
    Command(
        id="plan.toggle",
        title=N_("leave out"),
        help=N_("Leave the line at the cursor out, or take it in again."),
        keys=("space",),
        scope=Scope.PLAN,
        group=Group.CHANGE,
        action="leave_out",
        bar=20,
    ),
    Command(
        id="plan.accept",
        title=N_("accept all"),
        help=N_("Answer every question that has a likely answer with that one."),
        keys=("A",),
        scope=Scope.PLAN,
        group=Group.CHANGE,
        action="accept",
        bar=30,
    ),
    Command(
        id="plan.next_section",
        title=N_("next section"),
        help=N_("Go to the next section of the plan."),
        keys=("right_square_bracket", "tab"),
        scope=Scope.PLAN,
        group=Group.MOVE,
        action="section(1)",
        bar=40,
    ),
    Command(
        id="plan.previous_section",
        title=N_("previous section"),
        help=N_("Go to the section before."),
        keys=("left_square_bracket", "shift+tab"),
        scope=Scope.PLAN,
        group=Group.MOVE,
        action="section(-1)",
    ),
    Command(
        id="plan.back",
        title=N_("back"),
        help=N_("Leave without importing anything."),
        keys=("escape", "q"),
        scope=Scope.PLAN,
        group=Group.APP,
        action="back",
        bar=90,
    ),
)
