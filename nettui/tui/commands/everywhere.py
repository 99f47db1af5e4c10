"""Commands of the main screen: they work wherever no text is being typed."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS", "VIEWS"]

VIEWS: tuple[tuple[str, str, str], ...] = (
    ("today", N_("Today"), N_("Whom to write to, to thank, or to keep a promise to, and why.")),
    ("people", N_("People"), N_("Who is in which circle, and what happened between you.")),
    ("journal", N_("Journal"), N_("What you did, with whom, and when.")),
    ("ledger", N_("Ledger"), N_("What you have done for each other, and what is still open.")),
    ("breadth", N_("Breadth"), N_("Which levels, companies, industries and circles are missing.")),
)
"""The views in the order of their keys: name, title, and the question each answers."""

COMMANDS: tuple[Command, ...] = (
    *(
        Command(
            id=f"go.{name}",
            title=title,
            help=question,
            keys=(str(number),),
            scope=Scope.EVERYWHERE,
            group=Group.GO,
            action=f"go('{name}')",
        )
        for number, (name, title, question) in enumerate(VIEWS, start=1)
    ),
    Command(
        id="capture.open",
        title=N_("log"),
        help=N_("Write one line about what happened; nettui understands who, when and what."),
        keys=("i",),
        scope=Scope.EVERYWHERE,
        group=Group.WRITE,
        action="capture",
        bar=1,
        priority=True,
    ),
    Command(
        id="pane.next",
        title=N_("next pane"),
        help=N_("Go to the next pane."),
        keys=("tab", "l", "right"),
        scope=Scope.EVERYWHERE,
        group=Group.MOVE,
        action="next_pane",
    ),
    Command(
        id="pane.previous",
        title=N_("previous pane"),
        help=N_("Go to the pane before."),
        keys=("shift+tab", "h", "left"),
        scope=Scope.EVERYWHERE,
        group=Group.MOVE,
        action="previous_pane",
    ),
    Command(
        id="pane.jump",
        title=N_("jump"),
        help=N_("Show a letter on each pane; press it to go there."),
        keys=("v",),
        scope=Scope.EVERYWHERE,
        group=Group.MOVE,
        action="jump",
    ),
    Command(
        id="change.undo",
        title=N_("undo"),
        help=N_("Take the latest change back, also one of an earlier session."),
        keys=("u",),
        scope=Scope.EVERYWHERE,
        group=Group.CHANGE,
        action="undo",
        bar=80,
    ),
    Command(
        id="change.redo",
        title=N_("redo"),
        help=N_("Make the change that was undone last again."),
        keys=("ctrl+r",),
        scope=Scope.EVERYWHERE,
        group=Group.CHANGE,
        action="redo",
    ),
    Command(
        id="me.edit",
        title=N_("about you"),
        help=N_("Edit your name, your positions, what you can offer and what you look for."),
        keys=("M",),
        scope=Scope.EVERYWHERE,
        group=Group.CHANGE,
        action="edit_me",
    ),
    Command(
        id="app.palette",
        title=N_("commands"),
        help=N_("Find a command or a person by a few letters."),
        keys=("ctrl+p", "colon"),
        scope=Scope.EVERYWHERE,
        group=Group.APP,
        action="palette",
    ),
    Command(
        id="app.help",
        title=N_("keys"),
        help=N_("Explain this place and list all keys."),
        keys=("question_mark", "f1"),
        scope=Scope.EVERYWHERE,
        group=Group.APP,
        action="help",
        bar=90,
    ),
    Command(
        id="app.quit",
        title=N_("quit"),
        help=N_("Leave; everything is saved already."),
        keys=("q",),
        scope=Scope.EVERYWHERE,
        group=Group.APP,
        action="quit",
        bar=99,
    ),
)
