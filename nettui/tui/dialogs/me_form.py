"""The form of the owner of the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import ME_ID, Me
from nettui.domain.validate import check
from nettui.i18n import _
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.positions import positions
from nettui.tui.dialogs.spec import FormSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.tui.workspace import Workspace

__all__ = ["me_form"]


def me_form(workspace: Workspace, me: Me | None = None) -> FormSpec[Me]:
    """Return the form of the owner, as known at present unless given."""
    began = me or workspace.index.me or Me(id=ME_ID)

    def build(values: Mapping[str, object]) -> Me:
        built = replace(began, **values)  # type: ignore[arg-type]  # keys are those of the record
        check(built)
        return built

    return FormSpec(
        title=_("You"),
        fields=(
            fields.line("name", _("Name"), began.name),
            positions("positions", _("Positions"), began.positions),
            fields.lines("offers", _("I can offer"), began.offers, hint=_("what you could do for others, one a line")),
            fields.lines("seeks", _("I look for"), began.seeks, hint=_("what would help you, one a line")),
            fields.lines("emails", _("Email"), began.emails),
            fields.lines("links", _("Links"), began.links),
        ),
        build=build,
        name="me",
    )
