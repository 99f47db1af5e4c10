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
    from collections.abc import Iterable, Sequence

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
    """A heading (without a command), or a command with its keys; ``reason`` says why it cannot work now."""

    number: int
    heading: str = ""
    command: Command | None = None
    keys: tuple[str, ...] = ()
    reason: str = ""


def help_rows(screen: Screen[Any]) -> list[HelpRow]:
    """Return the page for what has the focus on ``screen``."""
    active = screen.active_bindings
    keys: dict[str, list[str]] = {}
    reasons: dict[str, str] = {}
    for key, binding in active.items():
        if binding.binding.id is None:
            continue
        keys.setdefault(binding.binding.id, []).append(key)
        if not binding.enabled:
            reasons[binding.binding.id] = _reason(binding)
    here = list(dict.fromkeys(command.scope for command in map(by_id, keys) if command is not None))
    rows: list[HelpRow] = []

    def section(scope: Scope, commands: Iterable[Command]) -> None:
        if rows:
            rows.append(HelpRow(len(rows)))
        rows.append(HelpRow(len(rows), heading=_(SCOPE_TITLES[scope])))
        for command in commands:
            rows.append(
                HelpRow(
                    len(rows),
                    command=command,
                    keys=tuple(keys.get(command.id, command.keys)),
                    reason=reasons.get(command.id, ""),
                )
            )

    for scope in (*here, *(scope for scope in Scope if scope not in here)):
        commands = [command for command in COMMANDS if command.scope is scope]
        if commands:
            section(scope, commands)
    return rows


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
            return text_line(row.heading, "mark")
        ascii_only = self.glyphs_are_ascii
        names = " ".join(dict.fromkeys(key_name(key, ascii_only=ascii_only) for key in row.keys))
        about = f"{_(row.command.help)} ({row.reason})" if row.reason else _(row.command.help)
        return _COLUMNS.line(
            {
                "keys": (names, "strong"),
                "title": (_(row.command.title), "text"),
                "help": (about, "quiet"),
            },
            width,
        )

    @property
    def glyphs_are_ascii(self) -> bool:
        """Whether arrows must be words."""
        return self.query_one(VirtualList).glyphs.rule == "-"
