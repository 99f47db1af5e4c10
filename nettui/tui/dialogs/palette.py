"""The palette: commands that work here and people, found by a few letters in any script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from nettui.domain.search import search_fold
from nettui.i18n import _
from nettui.services.finding.people import PeopleFinder
from nettui.services.views.lists import PeopleList
from nettui.services.views.people import shown_position
from nettui.tui.commands.command import Group
from nettui.tui.commands.registry import by_id, key_name
from nettui.tui.widgets.line import Line, text_line
from nettui.tui.widgets.veiled_input import VeiledInput
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Key
    from textual.screen import Screen

    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = ["Hit", "Palette", "commands_of"]

_PEOPLE_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing to choose: what it is called, what it does, its key; and either an action or a person."""

    name: str
    about: str
    key: str = ""
    action: str = ""
    node_id: int = 0
    person: Id | None = None
    refused: bool = False
    group: Group = Group.SHOW

    @property
    def identity(self) -> str:
        """What tells it from the others."""
        return self.person or f"{self.node_id}:{self.action}"


def commands_of(screen: Screen[Any]) -> list[Hit]:
    """Return the commands that are bound where the focus is, those that only move last."""
    hits: dict[str, Hit] = {}
    for key, active in screen.active_bindings.items():
        command = by_id(active.binding.id)
        if command is None or command.id in hits or command.id == "app.palette":
            continue
        hits[command.id] = Hit(
            name=_(command.title),
            about=_(command.help),
            key=key_name(key),
            action=active.binding.action,
            node_id=id(active.node),
            group=command.group,
            refused=not active.enabled,
        )
    order = list(Group)
    return sorted(hits.values(), key=lambda hit: order.index(hit.group) if hit.group is not Group.MOVE else len(order))


class Palette(ModalScreen[Hit | None]):
    """Returns what was chosen. ``extra`` are commands without a key, such as the themes."""

    DEFAULT_CSS = """
    Palette { align: center top; }
    Palette > .panel { width: 84; height: auto; margin-top: 2; padding: 1 1; }
    Palette VirtualList { height: 16; max-height: 16; margin-top: 1; background: $surface; }
    """

    def __init__(
        self, commands: Sequence[Hit], workspace: Workspace, *, extra: Callable[[], Sequence[Hit]] = tuple
    ) -> None:
        super().__init__()
        self._commands = [(search_fold(f"{hit.name} {hit.about}"), hit) for hit in (*commands, *extra())]
        self._workspace = workspace
        self._finder = PeopleFinder(workspace.index)

    def compose(self) -> ComposeResult:
        """Make the input and the list under it."""
        with Vertical(classes="panel"):
            yield VeiledInput(placeholder=_("A command, or somebody's name"), compact=True)
            yield VirtualList[Hit](self._paint, lambda hit: hit.identity, empty=self._nothing)

    def on_mount(self) -> None:
        """Begin with all commands."""
        self._show("")

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _take(self) -> None:
        self.dismiss(self.query_one(VirtualList).cursor_row)

    @on(VirtualList.Chosen)
    def _chosen(self) -> None:
        self._take()

    def on_key(self, event: Key) -> None:
        """Move in the list while the focus stays in the input."""
        moves = {
            "down": "cursor_down",
            "up": "cursor_up",
            "pagedown": "cursor_page_down",
            "pageup": "cursor_page_up",
            "ctrl+n": "cursor_down",
        }
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif event.key in moves:
            event.stop()
            event.prevent_default()
            getattr(self.query_one(VirtualList), f"action_{moves[event.key]}")()

    def _show(self, typed: str) -> None:
        words = search_fold(typed).split()
        commands = [hit for text, hit in self._commands if all(word in text for word in words)]
        # A word of the title weighs more than one of the explanation.
        commands.sort(key=lambda hit: not all(word in search_fold(hit.name) for word in words))
        rows = [*commands, *self._people(typed.replace('"', " ").split())]
        self.query_one(VirtualList).set_rows(rows, at=0)

    def _people(self, words: Sequence[str]) -> list[Hit]:
        line = " ".join(f'name:"{word}"' for word in words)
        ids = self._finder.find(line).ids if line else None
        if not ids:
            return []
        index, today = self._workspace.index, self._workspace.today
        in_order = PeopleList(index)
        in_order.narrow(ids)
        found = []
        for person_id in in_order[:_PEOPLE_SHOWN]:
            person = index.people[person_id]
            position = shown_position(person, today)
            about = " · ".join(filter(None, (position.title, position.organisation))) if position else ""
            found.append(Hit(name=person.name, about=about, person=person.id))
        return found

    def _paint(self, hit: Hit, _width: int) -> Line:
        role = "who" if hit.person else "faint" if hit.refused else "text"
        return Line(
            ((hit.name, role), ("  ", "text"), (hit.about, "quiet")),
            ((f"  {hit.key}", "mark"),) if hit.key else (),
        )

    def _nothing(self) -> Sequence[Line]:
        return (text_line(_("Nothing is called that."), "quiet"),)
