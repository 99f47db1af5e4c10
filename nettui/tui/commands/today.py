"""Commands of the view Today."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]

COMMANDS: tuple[Command, ...] = (
    Command(
        id="today.step",
        title=N_("next step"),
        help=N_("Do what the line asks for: a promise is kept, thanks are said, a favour goes a step on."),
        keys=("s",),
        scope=Scope.TODAY,
        group=Group.CHANGE,
        action="step",
        bar=10,
    ),
    Command(
        id="today.step_back",
        title=N_("step back"),
        help=N_("Put the favour back a step, or open the promise again."),
        keys=("S",),
        scope=Scope.TODAY,
        group=Group.CHANGE,
        action="step_back",
    ),
    Command(
        id="today.favour",
        title=N_("favour"),
        help=N_("Record a favour with the person at the cursor."),
        keys=("f",),
        scope=Scope.TODAY,
        group=Group.WRITE,
        action="favour",
        bar=20,
    ),
    Command(
        id="today.promise",
        title=N_("promise"),
        help=N_("Note what you promise the person at the cursor, or what they promise you."),
        keys=("p",),
        scope=Scope.TODAY,
        group=Group.WRITE,
        action="promise",
    ),
    Command(
        id="today.add",
        title=N_("add a person"),
        help=N_("Add somebody."),
        keys=("a",),
        scope=Scope.TODAY,
        group=Group.WRITE,
        action="add",
    ),
    Command(
        id="today.edit",
        title=N_("edit"),
        help=N_("Edit what the line is about: the promise, the favour, the entry or the person."),
        keys=("e",),
        scope=Scope.TODAY,
        group=Group.CHANGE,
        action="edit",
        bar=30,
    ),
    Command(
        id="today.remove",
        title=N_("delete"),
        help=N_("Delete the promise, the favour or the entry of the line; undo brings it back."),
        keys=("x",),
        scope=Scope.TODAY,
        group=Group.CHANGE,
        action="remove",
    ),
    Command(
        id="today.all",
        title=N_("all"),
        help=N_("Show everything that waits, or again the few lines of a day."),
        keys=("o",),
        scope=Scope.TODAY,
        group=Group.SHOW,
        action="all",
        bar=40,
    ),
)
