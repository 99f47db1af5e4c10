"""The user's own keys: compared with the commands there are, and put into the form that Textual takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.text import one_line
from nettui.tui.commands.registry import COMMANDS, by_id, key_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.tui.commands.command import Command

__all__ = ["keymap_of"]


def keymap_of(wanted: Mapping[str, Sequence[str]], file: str = "") -> dict[str, str]:
    """Return ``wanted``, keys by command id, as Textual's keymap; ``file`` is named in what is wrong.

    A key is written as it is typed (``I``, ``/``) or named as Textual names it (``ctrl+k``, ``pagedown``). Raises
    InvalidInput for a command that does not exist, and for two commands of one place on one key.
    """
    where = f"{one_line(file, 200)}: " if file else ""
    keys: dict[str, tuple[str, ...]] = {}
    for command_id, typed in wanted.items():
        if by_id(command_id) is None:
            import difflib

            near = difflib.get_close_matches(command_id, [command.id for command in COMMANDS], n=1, cutoff=0.0)[0]
            raise InvalidInput(
                where + _("keys: there is no command {name}.").format(name=one_line(command_id)),
                hint=_("The nearest one is {near}.").format(near=near),
            )
        keys[command_id] = tuple(map(_named, typed))
    for command_id in keys:
        _refuse_clash(command_id, keys, where)
    return {command_id: ",".join(names) for command_id, names in keys.items()}


def _named(typed: str) -> str:
    """Return Textual's name of a key that may be written as the character it types."""
    if len(typed) > 1 and "," in typed:
        raise InvalidInput(
            _("keys: {key} is not one key.").format(key=one_line(typed)), hint=_('Write a list: ["a", "b"].')
        )
    if typed == ",":  # Textual separates keys by it
        return "comma"
    (binding,) = Binding.make_bindings([(typed, "x", "x")])
    return binding.key


def _refuse_clash(command_id: str, keys: Mapping[str, Sequence[str]], where: str) -> None:
    mine = by_id(command_id)
    assert mine is not None  # noqa: S101 - asked before
    for other in COMMANDS:
        if other.id == command_id or other.scope is not mine.scope:
            continue
        same = set(keys[command_id]) & set(_keys_of(other, keys))
        if same:
            raise InvalidInput(
                where
                + _("keys: {key} is given to both {one} and {other}.").format(
                    key=one_line(key_name(min(same))), one=command_id, other=other.id
                ),
                hint=_("Give one of them another key."),
            )


def _keys_of(command: Command, keys: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return keys.get(command.id, command.keys)
