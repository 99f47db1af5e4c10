"""Deciding who somebody in an archive is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from nettui.i18n import _
from nettui.services.importing.match import NEW, SKIP
from nettui.text import visible
from nettui.tui.widgets.key_hints import KeyHints
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Key

    from nettui.domain.records import Person
    from nettui.services.importing.match import Ask
    from nettui.tui.importing.plan_rows import Catalogue

__all__ = ["Decide"]


class Decide(ModalScreen["str | None"]):
    """Returns the id of a person, ``NEW`` or ``SKIP``; None when it is left undecided."""

    DEFAULT_CSS = """
    Decide { align: center middle; }
    Decide > .panel { width: 84; height: auto; padding: 1 2; }
    Decide .title { color: $mark; }
    Decide .why { color: $quiet; margin-bottom: 1; }
    Decide VirtualList { height: auto; min-height: 3; max-height: 12; margin-bottom: 1; background: $surface; }
    """

    def __init__(self, ask: Ask, people: Sequence[Person], catalogue: Catalogue, answer: str | None) -> None:
        super().__init__()
        self._ask = ask
        self._catalogue = catalogue
        self._answer = answer or ask.preselected
        self._rows: list[tuple[str, str, str]] = [
            *((person.id, person.name, self._evidence(person)) for person in people),
            (NEW, _("a new person"), _("Nobody of these: somebody else of the same name.")),
            (SKIP, _("leave out"), _("The next import asks again.")),
        ]

    def compose(self) -> ComposeResult:
        """Make the question and the answers."""
        with Vertical(classes="panel"):
            yield Static(_("Who is {name}?").format(name=visible(self._ask.name)), classes="title", markup=False)
            yield Static(self._told(), classes="why", markup=False)
            answers = VirtualList[tuple[str, str, str]](self._paint, lambda row: row[0])
            answers.styles.height = min(len(self._rows), 12)
            yield answers
            yield KeyHints([("Enter", _("decides")), ("Esc", _("leaves it open"))])

    def on_mount(self) -> None:
        """Begin at the likely answer."""
        answers = self.query_one(VirtualList)
        answers.set_rows(self._rows, keep=self._answer)
        answers.focus()

    def on_key(self, event: Key) -> None:
        """Leave it open."""
        if event.key in {"escape", "q"}:
            event.stop()
            self.dismiss(None)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    def _told(self) -> str:
        if self._ask.detail:
            return _("The archive says: {what}").format(what=visible(self._ask.detail))
        return _("The archive says no more than the name.")

    def _evidence(self, person: Person) -> str:
        position = self._catalogue.position(person)
        likely = _(self._ask.evidence) if person.id == self._ask.preselected or self._ask.preselected is None else ""
        return " · ".join(filter(None, (position, ", ".join(person.emails[:1]), likely)))

    def _paint(self, row: tuple[str, str, str], _width: int) -> Line:
        key, name, about = row
        role = "text" if key in {NEW, SKIP} else "strong"
        return Line(((name, role), ("  ", "text"), (about, "quiet")))
