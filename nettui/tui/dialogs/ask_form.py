"""The form with two halves: what I ask for, and what I offer in return, with what is known of both beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from nettui.domain.ask_load import ask_load
from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, Exchange, ExchangeKind, Status, Step
from nettui.domain.search import matches
from nettui.domain.validate import check
from nettui.i18n import _, pgettext
from nettui.services.views.reasons import ask_load_words
from nettui.text import one_line
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.exchange_fields import KINDS
from nettui.tui.dialogs.names import person_labels
from nettui.tui.dialogs.spec import Aid, FormSpec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.tui.dialogs.names import Labels
    from nettui.tui.workspace import Workspace

__all__ = ["ask_form"]


def ask_form(
    workspace: Workspace, *, ask_id: Id, offer_id: Id, person_id: Id | None = None, subject: str = ""
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
        if kind is None and values["offer_subject"]:
            kind = ExchangeKind.HELP  # whoever says what is offered offers it
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

    labels = person_labels(workspace)
    beside = _Beside(workspace, labels)
    me = workspace.index.me
    return FormSpec(
        title=_("Ask, and offer"),
        fields=(
            fields.heading(_("I ask for")),
            fields.choice(
                "kind", pgettext("kind of exchange", "What"), ExchangeKind.RECOMMENDATION, KINDS, ExchangeKind
            ),
            replace(
                fields.person("person", pgettext("person asked", "Of"), person_id, workspace, labels, needed=True),
                aid=beside.warning,
            ),
            replace(
                fields.line(
                    "subject",
                    _("Subject"),
                    " ".join(subject.split()),
                    words=lambda: me.seeks if me is not None else (),
                    hint=_("what it is about; ^n goes through what you look for"),
                ),
                aid=beside.seeks,
            ),
            fields.due("due", pgettext("due date", "By"), None, workspace),
            fields.text("text", _("Text"), "", hint=_("how you ask, or what it should say")),
            fields.heading(_("I offer in return")),
            replace(
                fields.choice(
                    "offer_kind",
                    pgettext("kind of exchange", "What"),
                    None,
                    KINDS,
                    ExchangeKind,
                    none=_("nothing for the moment"),
                    hint=_("of use to them; it can be left out"),
                ),
                aid=beside.offers,
            ),
            replace(
                fields.line(
                    "offer_subject", _("Subject"), "", hint=_("^n goes through what they need and what you can offer")
                ),
                aid=beside.offers,
                draw_on=beside.suggested,
            ),
            fields.due("offer_due", pgettext("due date", "By"), None, workspace),
        ),
        build=build,
        name="ask",
        focus="kind" if person_id is not None else "person",
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the fields: what I offer and look for, and of the person chosen the needs and the load."""

    workspace: Workspace
    labels: Labels

    def _person(self, texts: Mapping[str, str]) -> Id | None:
        return self.labels.ids.get(texts.get("person", "").strip())

    def _needs(self, texts: Mapping[str, str]) -> Sequence[str]:
        person = self._person(texts)
        return [need for need in self.workspace.index.people[person].needs if need.strip()] if person else ()

    def _offers(self) -> Sequence[str]:
        me = self.workspace.index.me
        return me.offers if me is not None else ()

    def warning(self, texts: Mapping[str, str]) -> Aid:
        """Say in words that somebody carries several requests of mine. It hinders nothing."""
        person = self._person(texts)
        if person is None:
            return Aid()
        index = self.workspace.index
        load = ask_load(index.exchanges_of(person), person, self.workspace.today)
        return Aid(ask_load_words(load, index.person_name(person)))

    def seeks(self, _texts: Mapping[str, str]) -> Aid:
        """Say what I look for."""
        me = self.workspace.index.me
        return Aid(lines=_listed(_("You look for: {list}"), me.seeks if me is not None else ()))

    def offers(self, texts: Mapping[str, str]) -> Aid:
        """Say what the person needs and what I can offer."""
        needs = _listed(_("They need: {list}"), self._needs(texts))
        offers = _listed(_("You can offer: {list}"), self._offers())
        nothing = () if offers else (_("What you can offer is not written down yet: M does that."),)
        return Aid(lines=(*needs, *offers, *nothing))

    def suggested(self, typed: str, texts: Mapping[str, str]) -> list[str]:
        """Return what the person needs and what I can offer, as far as it fits what was typed."""
        both = dict.fromkeys(" ".join(each.split()) for each in (*self._needs(texts), *self._offers()))
        return [each for each in both if each and matches(typed, each)]


def _listed(message: str, words: Iterable[str]) -> tuple[str, ...]:
    shown = "; ".join(one_line(each, 60) for each in words if each.strip())
    return (message.format(list=shown),) if shown else ()
