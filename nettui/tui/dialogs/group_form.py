"""The form of a group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import Group, GroupKind
from nettui.domain.validate import check
from nettui.i18n import _
from nettui.services.names import GROUP_KIND_NAMES, group_name
from nettui.text import fold_name, one_line
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.spec import FormSpec, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = ["group_form"]


def group_form(workspace: Workspace, group: Group | None, *, new_id: Id = "", name: str = "") -> FormSpec[Group]:
    """Return the form of a group; for None that of a new one with the id ``new_id``."""
    began = group or Group(id=new_id, name=name)

    def build(values: Mapping[str, object]) -> Group:
        built = replace(began, **values)  # type: ignore[arg-type]  # keys are those of the record
        if built.kind is GroupKind.OTHER and not built.name:
            raise Wrong(_("A group of your own needs a name."), "name")
        wanted = fold_name(group_name(built))
        for other in workspace.index.groups.values():
            if other.id != built.id and fold_name(group_name(other)) == wanted:
                raise Wrong(_("There is already a group of this name."), "name")
        check(built)
        return built

    return FormSpec(
        title=_("A new group") if group is None else one_line(group_name(group), 70),
        fields=(
            fields.line("name", _("Name"), began.name, hint=_("empty: the name of its kind, in your language")),
            fields.choice("kind", _("Kind"), began.kind, {k.value: GROUP_KIND_NAMES[k] for k in GroupKind}, GroupKind),
            fields.yes_no(
                "communal", _("Communal"), began.communal, hint=_("yes: no balance is kept, as with family and friends")
            ),
            fields.days("cadence_days", _("Hear every"), began.cadence_days),
            fields.text("note", _("Note"), began.note),
        ),
        build=build,
        name=f"group-{'new' if group is None else group.id}",
    )
