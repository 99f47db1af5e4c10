"""The page of one person: beside the list where there is room, else in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical

from nettui.domain.change import Table
from nettui.i18n import _
from nettui.services.views.person import person_view
from nettui.text import one_line
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.flows import refusals
from nettui.tui.views.desk_actions import DeskActions
from nettui.tui.views.people.paper import PageLine, Paper, record_of, wrapped
from nettui.tui.views.people.person_lines import person_lines
from nettui.tui.widgets.follower import Follower
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from nettui.domain.change import Change
    from nettui.domain.ids import Id

__all__ = ["PersonPage"]


class PersonPage(DeskActions, Commanded, Follower, Vertical):
    """Follows the cursor of the list; its own cursor goes from record to record."""

    SCOPE = Scope.PERSON
    BINDINGS = bindings(Scope.PERSON)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._unfolded: set[str] = set()
        self._drawn_for: tuple[str | None, int] = ("", 0)

    def compose(self) -> ComposeResult:
        """Make the name and the lines."""
        yield PaneTitle(role="strong", id="person-title")
        yield VirtualList[PageLine](
            lambda row, _width: row.line,
            lambda row: row.key or None,
            empty=self._nothing,
            idle=False,
            id="person-lines",
        )

    @property
    def lines(self) -> VirtualList[PageLine]:
        """The list of lines."""
        return self.query_one("#person-lines", VirtualList)

    @property
    def record(self) -> tuple[Table, Id] | None:
        """The record on the line of the cursor."""
        key = self.lines.cursor_key
        return record_of(key) if key is not None else None

    # -- showing ---------------------------------------------------------------------------------------------------

    def show(self, key: str | None) -> None:
        """Draw the page of a person from its top; None draws an empty one."""
        self._unfolded.clear()
        self._draw(key, anew=True)

    def apply(self, change: Change | None) -> None:
        """Draw the page again if ``change`` may touch it; None may."""
        if change is None or self._shown is None or _touches(change, self._shown):
            self._draw(self._shown)

    def go_to_record(self, table: Table, record_id: Id) -> bool:
        """Put the cursor on the line of a record; return whether there is one."""
        for row in self.lines.rows:
            if row.key and record_of(row.key) == (table, record_id):
                return self.lines.go_to(row.key)
        return False

    def on_resize(self) -> None:
        """Wrap the lines for another width."""
        if self._drawn_for != (self._shown, self._room):
            self._draw(self._shown)

    @property
    def _room(self) -> int:
        return self.lines.scrollable_content_region.width - 2

    def _draw(self, person_id: str | None, *, anew: bool = False) -> None:
        app, room = self.nettui, self._room
        if room < 1:
            self._drawn_for = ("", 0)
            return  # out of sight; drawn when it gets a size
        index = app.workspace.index
        person = index.people.get(person_id) if person_id is not None else None
        self._drawn_for = (person_id, room)
        self.query_one(PaneTitle).title = one_line(person.name, 200) if person is not None else ""
        rows: list[PageLine] = []
        if person is not None:
            paper = Paper(
                width=room,
                today=app.workspace.today,
                glyphs=app.glyphs,
                index=index,
                unfolded=self._unfolded,
                balances=app.balances,
            )
            rows = person_lines(person_view(index, person), paper)
        self.lines.set_rows(rows, at=0 if anew else None)
        if anew:
            self.lines.scroll_to(y=0, animate=False, immediate=True, force=True)

    def _nothing(self) -> Sequence[Line]:
        if self._wanted is not None:
            return ()
        lines = wrapped(_("Whoever the cursor is on is shown here."), max(self._room, 1))
        return [Line(((text, "quiet"),)) for text in lines]

    # -- commands --------------------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str | None:
        """Tell what cannot be done with the line of the cursor."""
        if not action.endswith("_record"):
            return super().refusal(action)
        if self.record is None:
            return _("There is nobody here.")
        table, record_id = self.record
        workspace = self.nettui.workspace
        match action:
            case "advance_record":
                return refusals.refusal_advance(workspace, table, record_id)
            case "step_back_record":
                return refusals.refusal_step_back(workspace, table, record_id)
            case "edit_record":
                return refusals.refusal_edit(workspace, table, record_id)
            case "edit_outside_record":
                return refusals.refusal_edit_in_editor(workspace, table, record_id)
            case "remove_record":
                return refusals.refusal_remove(workspace, table, record_id)
        return None

    @on(VirtualList.Chosen)
    def _unfold(self, event: VirtualList.Chosen) -> None:
        """Show the record in full under its line, or fold it again; the first line opens the person's form."""
        event.stop()
        if record_of(event.key)[0] is Table.PEOPLE:
            self.action_edit_record()
            return
        self._unfolded ^= {event.key}
        self._draw(self._shown)

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()
        if self.lines.has_focus:
            self.screen.refresh_bindings()

    @work
    async def action_advance_record(self) -> None:
        """Move the exchange on, or mark the promise as kept."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.advance(self.nettui, *self.record)

    @work
    async def action_step_back_record(self) -> None:
        """Put the exchange back a step, or open the promise again."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.step_back(self.nettui, *self.record)

    @work
    async def action_edit_record(self) -> None:
        """Edit the record."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.edit(self.nettui, *self.record)

    @work
    async def action_edit_outside_record(self) -> None:
        """Edit the record's text in the user's editor."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.edit_in_editor(self.nettui, *self.record)

    @work
    async def action_remove_record(self) -> None:
        """Delete the record."""
        from nettui.tui.flows import records

        if self.record is not None:
            await records.remove(self.nettui, *self.record)


def _touches(change: Change, person_id: Id) -> bool:
    """Return whether ``change`` may show on the page of a person: their records, or what they are called by."""
    for edit in change.edits:
        if edit.table in {Table.PEOPLE, Table.GROUPS, Table.ME}:
            return True
        for record in (edit.before, edit.after):
            people = (getattr(record, "person", None), *getattr(record, "people", ()))
            others = (*getattr(record, "mentions", ()), *getattr(record, "others", ()))
            if person_id in (*people, *others):
                return True
    return False
