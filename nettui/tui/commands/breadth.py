"""Commands of the scope breadth, and of the page of the roads into a company or an industry."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _breadth(name: str, title: str, text: str, *keys: str, action: str, group: Group, bar: int = 0) -> Command:
    return Command(
        id=f"breadth.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.BREADTH,
        group=group,
        action=action,
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    _breadth(
        "sort",
        N_("sort out"),
        N_("Go through those whose level or industry is unknown, one key each."),
        "s",
        action="sort_out",
        group=Group.CHANGE,
        bar=5,
    ),
    _breadth(
        "roads",
        N_("roads in"),
        N_("Who is at the company or in the industry at the cursor, who was, and who could introduce you."),
        "r",
        action="roads",
        group=Group.SHOW,
        bar=10,
    ),
    _breadth(
        "why",
        N_("why"),
        N_("Show or hide why each figure is there: what it says, its source, what it does not say."),
        "y",
        action="why",
        group=Group.SHOW,
        bar=15,
    ),
    _breadth(
        "thank",
        N_("thank"),
        N_("Write down that you thanked for the introduction, or record the introduction itself."),
        "t",
        action="thank",
        group=Group.CHANGE,
        bar=20,
    ),
    _breadth(
        "person",
        N_("person"),
        N_("Go to the person who introduced others to you."),
        "p",
        action="person",
        group=Group.GO,
    ),
    Command(
        id="roads.close",
        title=N_("back"),
        help=N_("Close the page."),
        keys=("escape", "r"),
        scope=Scope.ROADS,
        group=Group.GO,
        action="close",
        bar=90,
    ),
)
