"""The README's table of keys, made from the registry: ``python -m nettui.tui.commands.table README.md`` rewrites it."""

from __future__ import annotations

import sys
from pathlib import Path

from nettui.tui.commands.command import GROUP_TITLES, SCOPE_TITLES, Command, Group, Scope
from nettui.tui.commands.registry import COMMANDS, key_name

__all__ = ["END", "START", "keys_table", "with_table"]

START, END = "<!-- keys -->", "<!-- /keys -->"


def keys_table() -> str:
    """Return the commands as Markdown: those of all places by what they are for, then those of each place."""
    lines: list[str] = []

    def table(title: str, commands: list[Command]) -> None:
        if not commands:
            return
        lines.extend([f"**{title}**", "", "| keys | do | name in `[keys]` |", "|---|---|---|"])
        for command in commands:
            keys = " ".join(f"`{_cell(key_name(key))}`" for key in command.keys)
            lines.append(f"| {keys} | {_cell(command.help)} | `{command.id}` |")
        lines.append("")

    everywhere = [command for command in COMMANDS if command.scope in {Scope.EVERYWHERE, Scope.LIST}]
    for group in Group:
        table(GROUP_TITLES[group], [command for command in everywhere if command.group is group])
    for scope in Scope:
        if scope not in {Scope.EVERYWHERE, Scope.LIST}:
            table(SCOPE_TITLES[scope], [command for command in COMMANDS if command.scope is scope])
    return "\n".join(lines).strip() + "\n"


def with_table(text: str) -> str:
    """Return ``text`` with what stands between the two marks replaced by the table; ValueError without the marks."""
    before, start, rest = text.partition(START)
    _old, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"the text has no {START} … {END}")
    return f"{before}{start}\n\n{keys_table()}\n{end}{after}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(with_table(path.read_text("utf-8")), "utf-8")
