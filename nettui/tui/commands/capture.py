"""Commands of the capture line. None is a letter: letters are what one types there."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _command(name: str, title: str, text: str, *keys: str, bar: int = 0, group: Group = Group.WRITE) -> Command:
    return Command(
        id=f"capture.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.CAPTURE,
        group=group,
        action=name,
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    _command(
        "save", N_("save"), N_("Save the line; if a name fits several people, choose who is meant."), "enter", bar=1
    ),
    _command("complete", N_("complete"), N_("Complete a name, a circle or a #tag, in either script."), "tab", bar=2),
    _command(
        "complete_back",
        N_("complete backwards"),
        N_("Go up in the list of completions."),
        "shift+tab",
    ),
    _command(
        "correct",
        N_("correct"),
        N_("Walk over what was understood and say what it really is; the line is edited for it."),
        "ctrl+t",
        bar=3,
    ),
    _command("edit", N_("editor"), N_("Go on in $EDITOR."), "ctrl+e", bar=5),
    _command("clear", N_("clear"), N_("Clear the line; the up key brings it back."), "ctrl+u", bar=6),
    _command("older", N_("older line"), N_("In an empty line: the line saved or cleared before."), "up"),
    _command("newer", N_("newer line"), N_("Back to the later line."), "down"),
    _command("leave", N_("keep and close"), N_("Close; what is typed waits for the next time."), "escape", bar=4),
)
