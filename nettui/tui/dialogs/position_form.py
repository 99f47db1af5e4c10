"""The form of one position, work or study."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import Position
from nettui.i18n import _
from nettui.tui.dialogs import fields, vocabulary
from nettui.tui.dialogs.spec import FormSpec, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.dates import PartialDate
    from nettui.tui.workspace import Workspace

__all__ = ["check_span", "position_form"]


def position_form(workspace: Workspace, position: Position | None) -> FormSpec[Position]:
    """Return the form of a position, a new one for None."""
    began = position or Position()

    def build(values: Mapping[str, object]) -> Position:
        built = replace(began, **values)  # type: ignore[arg-type]  # keys are those of the record
        if not any((built.organisation, built.title, built.industry)):
            raise Wrong(_("Say where, as what, or in which industry."), "organisation")
        check_span(built.since, built.until, "until")
        return built

    return FormSpec(
        title=_("A position") if position is None else _("Position"),
        fields=(
            fields.line(
                "organisation",
                _("Organisation"),
                began.organisation,
                hint=_("a company, a school, a club"),
                words=vocabulary.organisations(workspace),
            ),
            fields.line("title", _("Title"), began.title, words=vocabulary.titles(workspace)),
            fields.line("industry", _("Industry"), began.industry, words=vocabulary.industries(workspace)),
            fields.past("since", _("Since"), began.since, workspace),
            fields.past("until", _("Until"), began.until, workspace, hint=_("empty while it lasts; 2019, 06.2019")),
            fields.yes_no("study", _("Studies"), began.study, hint=_("a course of study, not work")),
        ),
        build=build,
    )


def check_span(since: PartialDate | None, until: PartialDate | None, key: str) -> None:
    """Raise Wrong for a time that ends before it begins."""
    if since is not None and until is not None and until.last_day() < since.first_day():
        raise Wrong(_("It ends before it begins, on {since}.").format(since=since), key)
