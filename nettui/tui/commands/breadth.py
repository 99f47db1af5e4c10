"""Commands of the scope breadth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nettui.tui.commands.command import Command

__all__ = ["COMMANDS"]

COMMANDS: tuple[Command, ...] = ()
