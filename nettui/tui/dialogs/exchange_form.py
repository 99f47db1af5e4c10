"""The form of an exchange: a favour given or received, asked or offered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from nettui.domain.dates import PartialDate
from nettui.domain.introductions import is_introduction, sides_only
from nettui.domain.records import Direction, Exchange, ExchangeKind, Status, Step
from nettui.domain.statuses import STATUS_NAMES
from nettui.domain.validate import check
from nettui.i18n import _, pgettext
from nettui.services.names import exchange_name
from nettui.text import one_line
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.exchange_fields import DIRECTIONS, KINDS, first_steps, in_return, steps_with
from nettui.tui.dialogs.names import person_labels
from nettui.tui.dialogs.spec import FormSpec, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = ["exchange_form"]


def exchange_form(
    workspace: Workspace,
    exchange: Exchange | None,
    *,
    new_id: Id = "",
    person_id: Id | None = None,
    offer: str | None = None,
) -> FormSpec[Exchange]:
    """Return the form of an exchange; for None that of a new one with the id ``new_id``.

    It begins as given today; with ``offer``, a need or something that can be offered, as offered today.
    """
    began = exchange or Exchange(
        id=new_id,
        kind=ExchangeKind.RECOMMENDATION if offer is None else ExchangeKind.HELP,
        direction=Direction.GIVEN,
        person=person_id or "",
        steps=(Step(status=Status.DONE if offer is None else Status.OFFERED, on=PartialDate.of(workspace.today)),),
        subject=" ".join((offer or "").split()),
    )
    labels = person_labels(workspace)

    def build(values: Mapping[str, object]) -> Exchange:
        plain = dict(values)
        status, on = cast("Status", plain.pop("status")), cast("PartialDate | None", plain.pop("on"))
        steps = first_steps(status, on) if exchange is None else steps_with(began, status, on)
        built = replace(began, **plain, steps=steps)  # type: ignore[arg-type]  # keys are those of the record
        if built.person in built.others:
            raise Wrong(_("This is the person above."), "others")
        if is_introduction(built):
            built = sides_only(built)
        check(built)
        return built

    return FormSpec(
        title=(_("A favour") if offer is None else _("An offer"))
        if exchange is None
        else one_line(exchange_name(exchange), 70),
        fields=(
            fields.choice("kind", pgettext("kind of exchange", "What"), began.kind, KINDS, ExchangeKind),
            fields.choice("direction", _("Direction"), began.direction, DIRECTIONS, Direction),
            fields.person("person", _("Person"), began.person or None, workspace, labels, needed=True),
            fields.people(
                "others",
                _("Others"),
                began.others,
                workspace,
                labels,
                hint=_("for an introduction: who was brought together with them"),
            ),
            fields.choice(
                "status", _("Status"), began.status, {s.value: word for s, word in STATUS_NAMES.items()}, Status
            ),
            fields.past(
                "on",
                pgettext("date of a status", "On"),
                began.on,
                workspace,
                hint=_("when it came to this; empty if you do not know"),
            ),
            fields.line("subject", _("Subject"), began.subject, hint=_("what it is about, in a few words")),
            fields.line("role", _("Role"), began.role, hint=_("the work that a recommendation speaks of")),
            fields.due("due", _("Due"), began.due, workspace),
            in_return(workspace, began),
            fields.text("text", _("Text"), began.text, hint=_("the recommendation itself, a draft, a note")),
            fields.line("where", _("Where"), began.where, hint=_("where it was published, or took place")),
            fields.line("url", _("Link"), began.url),
        ),
        build=build,
        name=f"exchange-{'new' if exchange is None else exchange.id}",
        focus="kind" if exchange is not None or person_id is not None else "person",
    )
