"""What a command is: one frozen entry from which everything that names a key is derived."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GROUP_TITLES", "SCOPE_TITLES", "Command", "Group", "Scope"]


class Scope(StrEnum):
    """Where a command works: the main screen, one sort of widget, or one view."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    TODAY = "today"
    PEOPLE = "people"
    CIRCLES = "circles"
    PERSON = "person"
    JOURNAL = "journal"
    YEAR = "year"
    LEDGER = "ledger"
    BREADTH = "breadth"
    ROADS = "roads"
    CAPTURE = "capture"
    FIND = "find"
    FILTER = "filter"
    FORM = "form"
    CHOICE = "choice"
    POSITIONS = "positions"
    DIALOG = "dialog"
    CHOOSER = "chooser"
    BUTTON = "button"
    PLAN = "plan"
    REVIEW = "review"
    SORTING = "sorting"
    VERSIONS = "versions"


SCOPE_TITLES: Mapping[Scope, str] = {
    Scope.EVERYWHERE: N_("Everywhere"),
    Scope.LIST: N_("In a list"),
    Scope.TODAY: N_("Today"),
    Scope.PEOPLE: N_("People"),
    Scope.CIRCLES: N_("The circles"),
    Scope.PERSON: N_("A person's page"),
    Scope.JOURNAL: N_("Journal"),
    Scope.YEAR: N_("The map of a year"),
    Scope.LEDGER: N_("Ledger"),
    Scope.BREADTH: N_("Breadth"),
    Scope.ROADS: N_("The roads into a company"),
    Scope.CAPTURE: N_("The capture line"),
    Scope.FIND: N_("A list that can be narrowed"),
    Scope.FILTER: N_("The filter line"),
    Scope.FORM: N_("A form"),
    Scope.CHOICE: N_("A field with a few values"),
    Scope.POSITIONS: N_("The positions in a form"),
    Scope.DIALOG: N_("A question"),
    Scope.CHOOSER: N_("A list to choose from"),
    Scope.BUTTON: N_("A marked word"),
    Scope.PLAN: N_("An import plan"),
    Scope.REVIEW: N_("The weekly review"),
    Scope.SORTING: N_("Sorting out the unknown"),
    Scope.VERSIONS: N_("Earlier texts"),
}
"""The headings of the help page, to be translated where they are shown."""


class Group(StrEnum):
    """What a command is for: the order within the help page, the palette and the README's table."""

    GO = "go"
    MOVE = "move"
    WRITE = "write"
    CHANGE = "change"
    FIND = "find"
    SHOW = "show"
    APP = "app"


GROUP_TITLES: Mapping[Group, str] = {
    Group.GO: N_("Screens"),
    Group.MOVE: N_("Moving"),
    Group.WRITE: N_("Writing down"),
    Group.CHANGE: N_("Changing"),
    Group.FIND: N_("Finding"),
    Group.SHOW: N_("Showing"),
    Group.APP: N_("The app"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing the user can ask for.

    ``id`` is stable and dotted: it is the name in the user's keymap. ``keys`` are Textual's key names, the first one is
    shown. ``action`` is the method ``action_…`` of the widget that has the scope. ``bar`` is the place in the key bar,
    from 1; 0 is not shown there. ``priority`` commands are heard before the focused widget.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    scope: Scope
    group: Group
    action: str
    bar: int = 0
    priority: bool = False
