"""The form of a promise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import Promise, Whose
from nettui.domain.validate import check
from nettui.i18n import N_, _, pgettext
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.names import person_labels
from nettui.tui.dialogs.spec import FormSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = ["promise_form"]

_WHOSE = {Whose.MINE: N_("mine"), Whose.THEIRS: N_("theirs")}


def promise_form(
    workspace: Workspace,
    promise: Promise | None,
    *,
    new_id: Id = "",
    person_id: Id | None = None,
    whose: Whose = Whose.MINE,
) -> FormSpec[Promise]:
    """Return the form of a promise; for None that of a new one with the id ``new_id``."""
    began = promise or Promise(id=new_id, text="", whose=whose, person=person_id)

    def build(values: Mapping[str, object]) -> Promise:
        built = replace(began, **values)  # type: ignore[arg-type]  # keys are those of the record
        check(built)
        return built

    return FormSpec(
        title=_("A new promise") if promise is None else _("Promise"),
        fields=(
            fields.line("text", _("What"), began.text, needed=True, hint=_("what was promised, in a few words")),
            fields.choice("whose", _("Whose"), began.whose, {w.value: word for w, word in _WHOSE.items()}, Whose),
            fields.person("person", _("Person"), began.person, workspace, person_labels(workspace)),
            fields.due("due", pgettext("due date", "By"), began.due, workspace),
        ),
        build=build,
        name=f"promise-{'new' if promise is None else promise.id}",
    )
