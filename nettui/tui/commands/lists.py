"""Commands that move through any list."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _move(name: str, title: str, text: str, *keys: str) -> Command:
    return Command(
        id=f"list.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.LIST,
        group=Group.MOVE,
        action=f"cursor_{name}",
    )


COMMANDS: tuple[Command, ...] = (
    _move("down", N_("down"), N_("Go one line down."), "j", "down"),
    _move("up", N_("up"), N_("Go one line up."), "k", "up"),
    _move("half_down", N_("half a page down"), N_("Go half a page down."), "ctrl+d"),
    _move("half_up", N_("half a page up"), N_("Go half a page up."), "ctrl+u"),
    _move("page_down", N_("page down"), N_("Go a page down."), "pagedown", "ctrl+f"),
    _move("page_up", N_("page up"), N_("Go a page up."), "pageup", "ctrl+b"),
    _move("first", N_("first line"), N_("Go to the first line."), "g", "home"),
    _move("last", N_("last line"), N_("Go to the last line."), "G", "end"),
    Command(
        id="list.choose",
        title=N_("open it"),
        help=N_("Open what the cursor is on."),
        keys=("enter",),
        scope=Scope.LIST,
        group=Group.MOVE,
        action="choose",
    ),
)
