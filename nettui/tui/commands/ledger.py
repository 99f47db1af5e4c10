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
        N_("Record a favour with the person at the cursor; on a need or an offer, begin to offer it."),
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
        N_("Move the favour to its next status, since today, or mark the promise as kept."),
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
    _ledger(
        "step",
        N_("step"),
        N_("Move the favour on with another status, date or note, or put right a step it took."),
        "t",
        action="step",
        group=Group.CHANGE,
        bar=25,
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
        "list_after",
        N_("next list"),
        N_("Show the next list: register, open, to thank and so on."),
        "c",
        action="turn(1)",
        group=Group.SHOW,
        bar=30,
    ),
    _ledger(
        "list_before",
        N_("list before"),
        N_("Show the list before: register, open, to thank and so on."),
        "C",
        action="turn(-1)",
        group=Group.SHOW,
    ),
    _ledger(
        "earlier",
        N_("earlier period"),
        N_("Show the register and the balances of this year, then of the one before; of months in the same way."),
        "left_square_bracket",
        action="earlier",
        group=Group.SHOW,
    ),
    _ledger(
        "later",
        N_("later period"),
        N_("Show the period after; from this year, or from all time, go to this month."),
        "right_square_bracket",
        action="later",
        group=Group.SHOW,
    ),
    _ledger(
        "today",
        N_("all time"),
        N_("Go back to the present period; from there, show all time."),
        "T",
        action="today",
        group=Group.SHOW,
    ),
    _ledger(
        "balances",
        N_("balances"),
        N_("Hide all balances, here and on the pages of people, or show them again."),
        "B",
        action="balances",
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
