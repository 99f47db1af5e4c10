"""Commands of the view Today: the next step of a line, and what it is about."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _today(
    name: str, title: str, text: str, key: str, *, action: str = "", group: Group = Group.CHANGE, bar: int = 0
) -> Command:
    return Command(
        id=f"today.{name}",
        title=title,
        help=text,
        keys=(key,),
        scope=Scope.TODAY,
        group=group,
        action=action or name,
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    _today(
        "advance",
        N_("done"),
        N_("Take the line's next step: the promise is kept, the person thanked, the request answered."),
        "s",
        bar=5,
    ),
    _today(
        "step_back",
        N_("status before"),
        N_("Put the favour back a step, or open the promise again."),
        "S",
    ),
    _today(
        "step",
        N_("step"),
        N_("Move the favour of the line on with another status, date or note: let a request go, decline an offer."),
        "t",
    ),
    _today(
        "later",
        N_("later"),
        N_("Put the line off for a week, 3 days, 14 days, or for good."),
        "d",
        bar=8,
    ),
    _today("edit", N_("edit"), N_("Edit the promise, the favour, the entry or the person of the line."), "e", bar=20),
    _today(
        "favour",
        N_("favour"),
        N_("Record a favour given, received, asked or offered, with the person of the line."),
        "f",
        group=Group.WRITE,
        bar=12,
    ),
    _today("add", N_("add"), N_("Add somebody."), "a", group=Group.WRITE),
    _today(
        "show_all",
        N_("all"),
        N_("Show everything that waits, or only what is worth a line today."),
        "o",
        group=Group.SHOW,
        bar=30,
    ),
    _today("remove", N_("delete"), N_("Delete the promise, the favour or the entry after asking."), "x"),
)
