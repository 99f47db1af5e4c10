"""The form with two halves: what I ask for, and what I offer in return."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, Exchange, ExchangeKind, Status, Step
from nettui.domain.validate import check
from nettui.i18n import _, pgettext
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.exchange_fields import KINDS
from nettui.tui.dialogs.names import person_labels
from nettui.tui.dialogs.spec import FormSpec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = ["ask_form"]


def ask_form(
    workspace: Workspace, *, ask_id: Id, offer_id: Id, person_id: Id | None = None
) -> FormSpec[tuple[Exchange, Exchange | None]]:
    """Return the form of a request and of an offer in return, which may be left out."""
    today = PartialDate.of(workspace.today)

    def build(values: Mapping[str, object]) -> tuple[Exchange, Exchange | None]:
        ask = Exchange(
            id=ask_id,
            kind=cast("ExchangeKind", values["kind"]),
            direction=Direction.RECEIVED,
            person=cast("Id", values["person"]),
            steps=(Step(status=Status.ASKED, on=today),),
            subject=cast("str", values["subject"]),
            due=cast("PartialDate | None", values["due"]),
            text=cast("str", values["text"]),
        )
        check(ask)
        kind = cast("ExchangeKind | None", values["offer_kind"])
        if kind is None:
            return ask, None
        offer = Exchange(
            id=offer_id,
            kind=kind,
            direction=Direction.GIVEN,
            person=ask.person,
            steps=(Step(status=Status.OFFERED, on=today),),
            subject=cast("str", values["offer_subject"]),
            due=cast("PartialDate | None", values["offer_due"]),
            in_return_for=ask.id,
        )
        check(offer)
        return ask, offer

    def offers() -> Iterable[str]:
        me = workspace.index.me
        return me.offers if me is not None else ()

    return FormSpec(
        title=_("Ask, and offer"),
        fields=(
            fields.heading(_("I ask for")),
            fields.choice(
                "kind", pgettext("kind of exchange", "What"), ExchangeKind.RECOMMENDATION, KINDS, ExchangeKind
            ),
            fields.person(
                "person", pgettext("person asked", "Of"), person_id, workspace, person_labels(workspace), needed=True
            ),
            fields.line("subject", _("Subject"), "", hint=_("what it is about, in a few words")),
            fields.due("due", pgettext("due date", "By"), None, workspace),
            fields.text("text", _("Text"), "", hint=_("how you ask, or what it should say")),
            fields.heading(_("I offer in return")),
            fields.choice(
                "offer_kind",
                pgettext("kind of exchange", "What"),
                None,
                KINDS,
                ExchangeKind,
                none=_("nothing for the moment"),
                hint=_("of use to them; it can be left out"),
            ),
            fields.line("offer_subject", _("Subject"), "", words=offers, hint=_("what you can offer is suggested")),
            fields.due("offer_due", pgettext("due date", "By"), None, workspace),
        ),
        build=build,
        name="ask",
        focus="kind" if person_id is not None else "person",
    )
