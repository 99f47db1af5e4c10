"""The page of the roads into a company or an industry: who is there, who was, who could introduce one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual import on
from textual.containers import Vertical

from nettui.i18n import _, ngettext
from nettui.services.views.roads import kind_word, stay_words, tie_words
from nettui.text import one_line
from nettui.tui.commands.command import Scope
from nettui.tui.commands.registry import bindings
from nettui.tui.dialogs.dialog import Dialog
from nettui.tui.views.prose import Said, Title
from nettui.tui.widgets.columns import Column, Columns
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.paragraphs import heading
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.app import ComposeResult

    from nettui.domain.ids import Id
    from nettui.services.views.roads import RoadsView

__all__ = ["RoadRow", "RoadsPage", "Traveller", "road_rows"]

_COLUMNS = Columns(
    Column(name="name", least=20, most=30, share=1),
    Column(name="why", least=20, share=3),
)


@dataclass(frozen=True, slots=True)
class Traveller:
    """A person with one reason to stand here; a further reason of the same person has no ``name``."""

    key: str
    person: Id
    name: str
    why: str


RoadRow: TypeAlias = "Title | Said | Traveller"


def road_rows(view: RoadsView, today: date) -> Iterator[RoadRow]:
    """Yield the three parts, each with how many they are."""
    for title, stays, over in (
        (_("are there"), view.here, False),
        (_("were there"), view.were, True),
    ):
        yield Title(title, ngettext("{n} person", "{n} people", len(stays)).format(n=len(stays)))
        for stay in stays:
            words = stay_words(stay.position, view.place.kind, today, over=over)
            yield Traveller(f"stay:{stay.person.id}", stay.person.id, stay.person.name, words)
        if not stays:
            yield Said(_("nobody that is written down"))
        yield Title()
    bridges = view.bridges
    yield Title(_("could introduce you"), ngettext("{n} person", "{n} people", len(bridges)).format(n=len(bridges)))
    for bridge in bridges:
        for number, tie in enumerate(bridge.ties):
            name = bridge.person.name if not number else ""
            yield Traveller(f"tie:{bridge.person.id}:{number}", bridge.person.id, name, tie_words(tie, today))
    if not bridges:
        yield Said(_("nobody else is known to know them: only ties that are written down count"))


class RoadsPage(Dialog["Id | None"]):
    """Returns the person that was chosen, None for Esc."""

    SCOPE = Scope.ROADS
    BINDINGS = bindings(Scope.ROADS)

    DEFAULT_CSS = """
    RoadsPage > #panel { width: 100; height: 92%; padding: 1 1; }
    RoadsPage VirtualList { background: $surface; }
    """

    def __init__(self, view: RoadsView, today: date) -> None:
        super().__init__()
        self._view = view
        self._today = today

    def compose(self) -> ComposeResult:
        """Make the list and the keys."""
        with Vertical(id="panel"):
            yield VirtualList[RoadRow](self._paint, lambda row: row.key if isinstance(row, Traveller) else None)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the roads."""
        place = self._view.place
        head = _("Roads into {name}").format(name=one_line(place.name))
        note = _("{kind}, Enter goes to the person").format(kind=kind_word(place.kind))
        rows: list[RoadRow] = [Title(head, note), Title(), *road_rows(self._view, self._today)]
        self.query_one(VirtualList).set_rows(rows, at=0)
        self.query_one(VirtualList).focus()

    def _paint(self, row: RoadRow, width: int) -> Line:
        match row:
            case Title():
                return heading(row.text, width, self.nettui.glyphs, row.note, role="strong") if row.text else Line()
            case Said():
                return Line(((f"  {row.text}", row.role),))
        name, why = (one_line(row.name), "who"), (row.why, "quiet")
        return Line((("  ", "text"), *_COLUMNS.line({"name": name, "why": why}, max(width - 2, 1)).left))

    @on(VirtualList.Chosen)
    def _chosen(self, message: VirtualList.Chosen) -> None:
        """Return the person of the line."""
        message.stop()
        row = message.list.cursor_row
        if isinstance(row, Traveller):
            self.dismiss(row.person)

    def action_close(self) -> None:
        """Choose nobody."""
        self.dismiss(None)
