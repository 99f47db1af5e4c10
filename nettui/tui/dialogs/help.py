"""The page behind ``?``: first what can be done where the focus is, then everything else, with the user's own keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.containers import Vertical
from textual.screen import ModalScreen

from nettui.i18n import _
from nettui.tui.commands.command import SCOPE_TITLES, Command, Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import COMMANDS, by_id, key_name
from nettui.tui.widgets.columns import Column, Columns
from nettui.tui.widgets.line import Line, text_line
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding
    from textual.events import Key
    from textual.screen import Screen

__all__ = ["HelpPage", "HelpRow", "help_rows"]

_COLUMNS = Columns(
    Column(name="keys", least=15),
    Column(name="title", least=16, rank=1),
    Column(name="help", least=40, share=1),
)


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A heading, a sentence under it, or a command with its keys and, where it cannot work now, the ``reason``."""

    number: int
    heading: str = ""
    sentence: str = ""
    command: Command | None = None
    keys: tuple[str, ...] = ()
    reason: str = ""


def help_rows(screen: Screen[Any], *, place: str = "", about: str = "") -> list[HelpRow]:
    """Return the page for what has the focus on ``screen``: what can be done there, then everything else.

    ``place`` and ``about`` are the name of the view and what it is for.
    """
    keys, reasons = _bound(screen)
    here = dict.fromkeys(command.scope for command in map(by_id, keys) if command is not None)
    scopes = [
        *(scope for scope in here if scope not in _SHARED),
        *(scope for scope in _SHARED if scope in here),
        *(scope for scope in Scope if scope not in here),
    ]
    rows = [HelpRow(0, heading=place), HelpRow(1, sentence=about)] if place else []
    for scope in scopes:
        commands = [command for command in COMMANDS if command.scope is scope]
        title = _(SCOPE_TITLES[scope]) if commands else ""
        if rows and commands:
            rows.append(HelpRow(len(rows)))
        if commands and (title != place or scope not in here):
            heading = title if scope in here else _("{place} (elsewhere)").format(place=title)
            rows.append(HelpRow(len(rows), heading=heading))
        for command in commands:
            own, reason = keys.get(command.id, command.keys), reasons.get(command.id, "")
            rows.append(HelpRow(len(rows), command=command, keys=tuple(own), reason=reason))
    return rows


_SHARED = (Scope.FIND, Scope.LIST, Scope.EVERYWHERE)
"""What works in many places comes after what is particular to this one."""


def _bound(screen: Screen[Any]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the keys of each command that is bound at the focus, and why some cannot work now."""
    keys: dict[str, list[str]] = {}
    reasons: dict[str, str] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id is None:
            continue
        keys.setdefault(active.binding.id, []).append(key)
        if not active.enabled:
            reasons[active.binding.id] = _reason(active)
    return keys, reasons


def _reason(active: ActiveBinding) -> str:
    node = active.node
    name = active.binding.action.partition("(")[0]
    return (node.refusal(name) or "") if isinstance(node, Commanded) else ""


class HelpPage(ModalScreen[None]):
    """Closed by the key that opened it, by Esc and by ``q``."""

    DEFAULT_CSS = """
    HelpPage { align: center middle; }
    HelpPage > .panel { width: 112; height: 92%; padding: 1 1; }
    HelpPage VirtualList { background: $surface; }
    """

    def __init__(self, rows: Sequence[HelpRow]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Make the list of keys."""
        with Vertical(classes="panel"):
            yield VirtualList[HelpRow](self._paint, lambda row: str(row.number) if row.command else None)

    def on_mount(self) -> None:
        """Show the page."""
        self.query_one(VirtualList).set_rows(self._rows)

    def on_key(self, event: Key) -> None:
        """Close."""
        if event.key in {"escape", "q", "question_mark", "f1"}:
            event.stop()
            self.dismiss(None)

    def _paint(self, row: HelpRow, width: int) -> Line:
        if row.command is None:
            return text_line(row.sentence, "quiet") if row.sentence else text_line(row.heading, "mark")
        ascii_only = self.query_one(VirtualList).glyphs.ascii
        names = " ".join(dict.fromkeys(key_name(key, ascii_only=ascii_only) for key in row.keys))
        dim = "faint" if row.reason else "strong"
        return _COLUMNS.line(
            {
                "keys": (names, dim),
                "title": (_(row.command.title), "quiet" if row.reason else "text"),
                "help": (row.reason or _(row.command.help), "quiet"),
            },
            width,
        )
