"""The pane of circles: everybody, the circles and own groups, those that follow from positions, and the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical

from nettui.domain.circles import ComputedKind
from nettui.i18n import N_, _
from nettui.services.names import group_name
from nettui.services.views.circle_guidance import GOOD_FOR
from nettui.services.views.lists import Scope as ListScope
from nettui.services.views.lists import people_counts
from nettui.tui.commands.command import Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import bindings
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from nettui.domain.circles import ComputedGroup
    from nettui.domain.ids import Id
    from nettui.services.index import Index

__all__ = ["ALL", "ARCHIVED", "Circle", "CirclesPane", "circles_of", "group_key"]

ALL = "all"
ARCHIVED = "archived"

_COMPUTED: Mapping[ComputedKind, str] = {
    ComputedKind.CURRENT_COLLEAGUES: N_("Now · {organisation}"),
    ComputedKind.FORMER_COLLEAGUES: N_("Former · {organisation}"),
    ComputedKind.CLASSMATES: N_("Studied · {organisation}"),
}

_EVERYBODY = ListScope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A line of the pane. ``key`` stays the same through every change; an empty one is a line between."""

    key: str = ""
    name: str = ""
    count: int = 0
    scope: ListScope = _EVERYBODY
    good_for: str = ""


def group_key(group_id: Id) -> str:
    """Return the key of the line of a group."""
    return f"group:{group_id}"


def circles_of(index: Index) -> list[Circle]:
    """Return the lines: everybody, the groups in their order, the computed ones, the archive if anybody is in it."""
    counts = people_counts(index)
    found = [Circle(key=ALL, name=_("All"), count=counts.everybody)]
    found += [
        Circle(
            key=group_key(group.id),
            name=group_name(group),
            count=counts.groups.get(group.id, 0),
            scope=ListScope(group=group.id),
            good_for=_(GOOD_FOR[group.kind]),
        )
        for group in index.groups.values()
    ]
    computed = [_computed(group, count) for group, count in counts.computed]
    found += [Circle(), *computed] if computed else []
    if counts.archived:
        archived = Circle(key=ARCHIVED, name=_("Archived"), count=counts.archived, scope=ListScope(archived=True))
        found += [Circle(), archived]
    return found


def _computed(group: ComputedGroup, count: int) -> Circle:
    return Circle(
        key=f"computed:{group.kind.value}:{group.organisation}",
        name="+ " + _(_COMPUTED[group.kind]).format(organisation=group.organisation),
        count=count,
        scope=ListScope(computed=group),
    )


class CirclesPane(Commanded, Vertical):
    """The list of circles with its own commands; the view listens to the cursor of :attr:`list`."""

    SCOPE = Scope.CIRCLES
    BINDINGS = bindings(Scope.CIRCLES)

    def compose(self) -> ComposeResult:
        """Make the list."""
        yield PaneTitle(_("Circles"), id="circles-title")
        yield VirtualList[Circle](_paint, lambda row: row.key or None, id="circles-list")

    @property
    def list(self) -> VirtualList[Circle]:
        """The list."""
        return self.query_one("#circles-list", VirtualList)

    @property
    def selected(self) -> Circle:
        """The circle under the cursor."""
        return self.list.cursor_row or Circle(key=ALL, name=_("All"))

    def show(self, index: Index, *, select: str | None = None) -> None:
        """Show the circles as they are now, with the cursor on ``select`` or where it was."""
        rows = circles_of(index)
        if rows != self.list.rows:
            self.list.set_rows(rows, keep=select, at=0 if self.list.cursor < 0 and select is None else None)
        elif select is not None:
            self.list.go_to(select)

    def refusal(self, action: str) -> str | None:
        """Tell what is no group."""
        if action in {"edit_group", "remove_group"} and self.selected.scope.group is None:
            if self.selected.scope.computed is not None:
                return _("This group follows from positions, yours and theirs: nobody has to keep it.")
            return _("This is no group.")
        return super().refusal(action)

    @work
    async def action_add_group(self) -> None:
        """Make a group and go to it."""
        from nettui.tui.flows.groups import add_group

        made = await add_group(self.nettui)
        if made is not None:
            self.list.go_to(group_key(made))

    @work
    async def action_edit_group(self) -> None:
        """Edit the group under the cursor."""
        from nettui.tui.flows.groups import edit_group

        if self.selected.scope.group is not None:
            await edit_group(self.nettui, self.selected.scope.group)

    @work
    async def action_remove_group(self) -> None:
        """Delete the group under the cursor."""
        from nettui.tui.flows.groups import remove_group

        if self.selected.scope.group is not None:
            await remove_group(self.nettui, self.selected.scope.group)


def _paint(row: Circle, _width: int) -> Line:
    if not row.key:
        return Line()
    role = "text" if row.count else "quiet"
    return Line(((row.name, role),), ((f" {row.count}", "quiet"),))
