"""The form of a journal entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import Channel, Initiator
from nettui.domain.validate import check
from nettui.i18n import N_, _, pgettext
from nettui.services.views.words import CHANNELS, day_of_week_and_date
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.names import person_labels
from nettui.tui.dialogs.spec import FormSpec, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.records import Entry
    from nettui.tui.workspace import Workspace

__all__ = ["entry_form"]

_INITIATORS = {Initiator.ME: N_("me"), Initiator.THEM: N_("them"), Initiator.MUTUAL: N_("both")}


def entry_form(workspace: Workspace, entry: Entry) -> FormSpec[Entry]:
    """Return the form of an entry. A new one is written on the capture line."""
    labels = person_labels(workspace)

    def build(values: Mapping[str, object]) -> Entry:
        built = replace(entry, **values)  # type: ignore[arg-type]  # keys are those of the record
        if not built.text.strip() and not built.people:
            raise Wrong(_("Write what happened, or name somebody."), "text")
        check(built)
        return built

    return FormSpec(
        title=_("Entry of {day}").format(day=day_of_week_and_date(entry.at.day)),
        fields=(
            fields.moment("at", pgettext("date of an entry", "When"), entry.at, workspace),
            fields.choice(
                "channel",
                pgettext("channel", "How"),
                entry.channel,
                {c.value: CHANNELS[c.value] for c in Channel},
                Channel,
            ),
            fields.text("text", _("Text"), entry.text),
            fields.people("people", pgettext("people in an entry", "With"), entry.people, workspace, labels),
            fields.people(
                "mentions",
                _("Mentions"),
                entry.mentions,
                workspace,
                labels,
                hint=_("people who were only spoken of; it is no contact with them"),
            ),
            fields.choice(
                "initiator",
                _("Began with"),
                entry.initiator,
                {each.value: word for each, word in _INITIATORS.items()},
                Initiator,
                none=_("unknown"),
            ),
            fields.tags("tags", _("Tags"), entry.tags, workspace),
            fields.yes_no("starred", _("Starred"), entry.starred),
        ),
        build=build,
        name=f"entry-{entry.id}",
        focus="text",
    )
