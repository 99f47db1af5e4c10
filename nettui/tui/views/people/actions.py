"""The commands of the view People that change whoever is selected; each hands over to a flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from nettui.domain.change import Table
from nettui.i18n import _
from nettui.tui.commands.commanded import Commanded

if TYPE_CHECKING:
    from nettui.domain.ids import Id
    from nettui.tui.views.people.circles import CirclesPane

__all__ = ["PersonActions"]

_NEEDS_SOMEBODY = frozenset(
    f"{name}_person"
    for name in ("edit", "annotate", "favour", "ask", "promise", "groups", "archive", "remove", "recommend")
)


class PersonActions(Commanded):
    """Mixin for a view in which somebody is :attr:`selected`.

    No widget itself: of several bases Textual takes the styles of the first that is one.
    """

    @property
    def selected(self) -> Id | None:
        """Whoever the commands are about."""
        raise NotImplementedError

    @property
    def circles(self) -> CirclesPane:
        """The circles, of which one is selected."""
        raise NotImplementedError

    @property
    def record_on_page(self) -> tuple[Table, Id] | None:
        """The record at the cursor of the person's page while that has the keys."""
        raise NotImplementedError

    def show_record(self, record_id: Id) -> bool:
        """Show somebody's page."""
        raise NotImplementedError

    def refusal(self, action: str) -> str | None:
        """Tell that nobody is selected."""
        if action in _NEEDS_SOMEBODY and self.selected is None:
            return _("Nobody is selected here: a adds somebody.")
        return super().refusal(action)

    @work
    async def action_add_person(self) -> None:
        """Add somebody, in the circle that is selected, and show them."""
        from nettui.tui.flows.people import add_person

        group = self.circles.selected.scope.group
        made = await add_person(self.nettui, groups=(group,) if group is not None else ())
        if made is not None:
            self.show_record(made)

    @work
    async def action_edit_person(self) -> None:
        """Edit what is known of the person."""
        from nettui.tui.flows.people import edit_person

        if self.selected is not None:
            await edit_person(self.nettui, self.selected)

    @work
    async def action_annotate_person(self) -> None:
        """Edit the notes on the person."""
        from nettui.tui.flows.notes import edit_notes

        if self.selected is not None:
            await edit_notes(self.nettui, self.selected)

    @work
    async def action_favour_person(self) -> None:
        """Record a favour."""
        from nettui.tui.flows.exchanges import record_exchange

        if self.selected is not None:
            await record_exchange(self.nettui, person_id=self.selected)

    @work
    async def action_ask_person(self) -> None:
        """Ask for something and offer something."""
        from nettui.tui.flows.exchanges import ask_and_offer

        if self.selected is not None:
            await ask_and_offer(self.nettui, person_id=self.selected)

    @work
    async def action_introduce_person(self) -> None:
        """Bring the person and somebody else together; on the line of an introduction, walk it on."""
        from nettui.tui.flows.introductions import begin_introduction, introduction_at, walk_on

        table, record_id = self.record_on_page or (Table.PEOPLE, "")
        if table is Table.EXCHANGES and introduction_at(self.nettui, record_id):
            await walk_on(self.nettui, record_id)
        else:
            await begin_introduction(self.nettui, person_id=self.selected)

    @work
    async def action_recommend_person(self) -> None:
        """Write a recommendation for the person."""
        from nettui.tui.flows.desk import begin_recommendation

        if self.selected is not None:
            await begin_recommendation(self.nettui, self.selected)

    @work
    async def action_promise_person(self) -> None:
        """Note a promise."""
        from nettui.tui.flows.promises import add_promise

        if self.selected is not None:
            await add_promise(self.nettui, person_id=self.selected)

    @work
    async def action_groups_person(self) -> None:
        """Choose the groups of the person."""
        from nettui.tui.flows.people import edit_memberships

        if self.selected is not None:
            await edit_memberships(self.nettui, self.selected)

    @work
    async def action_archive_person(self) -> None:
        """Archive the person, or take them out of the archive."""
        from nettui.tui.flows.people import archive_person

        if self.selected is not None:
            await archive_person(self.nettui, self.selected)

    @work
    async def action_remove_person(self) -> None:
        """Delete the person."""
        from nettui.tui.flows.people import remove_person

        if self.selected is not None:
            await remove_person(self.nettui, self.selected)
