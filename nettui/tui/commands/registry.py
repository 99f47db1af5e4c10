"""All commands, and what is derived from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from nettui.tui.commands import (
    breadth,
    capture,
    desk,
    everywhere,
    finding,
    forms,
    importing,
    journal,
    ledger,
    lists,
    people,
    review,
    sorting,
    today,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from nettui.tui.commands.command import Command, Scope

__all__ = ["COMMANDS", "bindings", "by_id", "in_scope", "key_name"]

COMMANDS: tuple[Command, ...] = (
    *everywhere.COMMANDS,
    *lists.COMMANDS,
    *today.COMMANDS,
    *people.COMMANDS,
    *journal.COMMANDS,
    *ledger.COMMANDS,
    *desk.COMMANDS,
    *breadth.COMMANDS,
    *capture.COMMANDS,
    *finding.COMMANDS,
    *forms.COMMANDS,
    *importing.COMMANDS,
    *review.COMMANDS,
    *sorting.COMMANDS,
)
"""Every command once, in the order of the help page."""

_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def by_id(command_id: str | None) -> Command | None:
    """Return the command with this id, if there is one."""
    return _BY_ID.get(command_id) if command_id is not None else None


def in_scope(scope: Scope) -> list[Command]:
    """Return the commands of ``scope``."""
    return [command for command in COMMANDS if command.scope is scope]


def bindings(scope: Scope) -> list[BindingType]:
    """Return the bindings of ``scope`` for a widget's ``BINDINGS``. Their ids are those of the user's keymap.

    The description stays in English: what a user reads is the command's title, translated where it is shown.
    """
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.title,
            show=command.bar > 0,
            id=command.id,
            priority=command.priority,
        )
        for command in in_scope(scope)
    ]


_KEY_NAMES: Mapping[str, str] = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "backspace": "Backspace",
    "delete": "Del",
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "full_stop": ".",
    "minus": "-",
    "plus": "+",
    "number_sign": "#",
    "asterisk": "*",
}
_ASCII_NAMES: Mapping[str, str] = {"up": "Up", "down": "Down", "left": "Left", "right": "Right"}


def key_name(key: str, *, ascii_only: bool = False) -> str:
    """Return how a key is written for people: ``ctrl+d`` as ``^d``, ``slash`` as ``/``."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key.removeprefix("ctrl+"), ascii_only=ascii_only)
    if ascii_only and key in _ASCII_NAMES:
        return _ASCII_NAMES[key]
    return _KEY_NAMES.get(key, key)
