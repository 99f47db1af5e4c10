"""Commands of the weekly review: opening it, and one key for each answer."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _review(
    name: str, title: str, text: str, *keys: str, group: Group = Group.CHANGE, bar: int = 0, action: str = ""
) -> Command:
    return Command(
        id=f"review.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.REVIEW,
        group=group,
        action=action or name,
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        id="review.begin",
        title=N_("review"),
        help=N_(
            "Whom you met, whom to thank, what you promised, who drifts: once a week, and it goes on where it was left."
        ),
        keys=("w",),
        scope=Scope.EVERYWHERE,
        group=Group.GO,
        action="review",
        bar=60,
    ),
    _review(
        "log",
        N_("log"),
        N_("Write a line about whom this is about; when it is saved, the item is answered."),
        "i",
        group=Group.WRITE,
        bar=10,
    ),
    _review("next", N_("thanked, kept"), N_("Say that you have thanked, or kept what you promised."), "s", bar=20),
    _review("later", N_("in a week"), N_("Ask again in a week."), "d", bar=30),
    _review("choose_later", N_("later …"), N_("Ask again in 3, 7 or 14 days, or never."), "D", bar=40),
    _review("never", N_("never"), N_("Do not ask about it again, until you bring it back."), "x", bar=50),
    _review("undo", N_("undo"), N_("Take the latest answer, or the latest change, back."), "u", bar=80),
    _review("redo", N_("redo"), N_("Make what was undone last again."), "ctrl+r"),
    _review("help", N_("keys"), N_("Explain the review and list all keys."), "question_mark", "f1", group=Group.APP),
    _review(
        "leave",
        N_("leave"),
        N_("Leave; what is answered stays, and w goes on with it."),
        "escape",
        "q",
        "w",
        group=Group.APP,
        bar=90,
    ),
)
