"""The base of the five views."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from nettui.tui.commands.commanded import Commanded

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = ["SIDE_BY_SIDE", "View"]

SIDE_BY_SIDE = 110
"""Cells from which a view shows what the cursor is on beside the list; below, in its place or not at all."""


class View(Commanded, Container):
    """One of the five. It holds ids and rows, never a repository, and is told of every change.

    A view is mounted when it is first shown and stays: its selection is there again when one comes back.
    """

    NAME: ClassVar[str]
    """The view's name in :data:`nettui.tui.commands.everywhere.VIEWS`; its widget id too."""

    SHOWS_CAPTURE: ClassVar[bool] = False
    """Whether the capture line shows how to begin while nobody writes."""

    DEFAULT_CSS = """
    View { height: 1fr; }
    """

    @property
    def workspace(self) -> Workspace:
        """The open network."""
        return self.nettui.workspace

    def on_mount(self) -> None:
        """Listen to changes, and show what there is."""
        self.nettui.changed.subscribe(self, self._take)
        self.load()

    def _take(self, change: Change | None) -> None:
        if change is None:
            self.load()
        else:
            self.apply(change)

    def load(self) -> None:
        """Show everything anew: at the start, after another process wrote, at midnight. Keeps the selection by id."""
        raise NotImplementedError

    def apply(self, change: Change) -> None:  # noqa: ARG002 - for views that can do better
        """Show what ``change`` touched. Keeps the selection by id."""
        self.load()

    def begin(self) -> None:
        """Show what was put off until the first screen stood; only the view that the app begins with is told."""

    def focus_default(self) -> None:
        """Put the focus where the view's work is done."""
        raise NotImplementedError

    def next_pane(self) -> bool:
        """Go one pane to the right where panes take each other's place; return whether there was one to go to."""
        return False

    def previous_pane(self) -> bool:
        """Go one pane to the left, as :meth:`next_pane`."""
        return False

    def show_record(self, record_id: Id) -> bool:  # noqa: ARG002 - for subclasses
        """Put the cursor on a record and show it; return whether this view has it."""
        return False

    def show_query(self, query: str) -> None:
        """Narrow the view to a filter line."""
