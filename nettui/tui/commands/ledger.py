"""Commands of the ledger."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _ledger(name: str, title: str, text: str, *keys: str, action: str, group: Group, bar: int = 0) -> Command:
    return Command(
        id=f"ledger.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.LEDGER,
        group=group,
        action=action,
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    _ledger(
        "record",
        N_("favour"),
        N_("Record a favour given, received, asked or offered, with the person at the cursor."),
        "f",
        "a",
        action="record",
        group=Group.WRITE,
        bar=10,
    ),
    _ledger(
        "ask",
        N_("ask"),
        N_("Ask for something, a recommendation for instance, and offer something in return."),
        "R",
        action="ask",
        group=Group.WRITE,
        bar=15,
    ),
    _ledger(
        "introduce",
        N_("bring together"),
        N_("Bring two people together; on an introduction, note what happened next."),
        "b",
        action="introduce",
        group=Group.WRITE,
    ),
    _ledger(
        "advance",
        N_("next"),
        N_("Move the favour to its next status, or mark the promise as kept."),
        "s",
        action="advance",
        group=Group.CHANGE,
        bar=5,
    ),
    _ledger(
        "step_back",
        N_("status before"),
        N_("Put the favour back a step, or open the promise again."),
        "S",
        action="step_back",
        group=Group.CHANGE,
    ),
    _ledger("edit", N_("edit"), N_("Change it in a form."), "e", action="edit", group=Group.CHANGE, bar=20),
    _ledger(
        "editor",
        N_("edit in $EDITOR"),
        N_("Write its text, such as that of a recommendation, in your editor."),
        "E",
        action="edit_outside",
        group=Group.CHANGE,
    ),
    _ledger("remove", N_("delete"), N_("Delete it after asking."), "x", action="remove", group=Group.CHANGE),
    _ledger("person", N_("person"), N_("Go to the person."), "p", action="person", group=Group.GO),
    _ledger("sort", N_("sort"), N_("Sort by the next column."), "o", action="sort", group=Group.SHOW, bar=35),
    _ledger(
        "list_before",
        N_("list before"),
        N_("Show the list before: register, open, to thank and so on."),
        "left_square_bracket",
        action="turn(-1)",
        group=Group.SHOW,
    ),
    _ledger(
        "list_after",
        N_("next list"),
        N_("Show the next list: register, open, to thank and so on."),
        "right_square_bracket",
        action="turn(1)",
        group=Group.SHOW,
    ),
    _ledger(
        "back",
        N_("back"),
        N_("Go back to the list; there, show everything again."),
        "escape",
        action="back",
        group=Group.MOVE,
    ),
)
