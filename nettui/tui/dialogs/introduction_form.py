"""The form of an introduction: who introduces, the two sides and what each said, what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from nettui.domain.dates import PartialDate
from nettui.domain.introductions import introducer, parties, sides, sides_only
from nettui.domain.records import ME_ID, Consent, Consenting, Direction, Exchange, ExchangeKind, Status, Step
from nettui.domain.statuses import STATUS_NAMES
from nettui.domain.validate import check
from nettui.i18n import _, pgettext
from nettui.services.views.introductions import answer_word
from nettui.tui.dialogs import fields, reading
from nettui.tui.dialogs.exchange_fields import first_steps, steps_with
from nettui.tui.dialogs.names import person_labels
from nettui.tui.dialogs.spec import Field, FormSpec, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.tui.dialogs.names import Labels
    from nettui.tui.workspace import Workspace

__all__ = ["introduction_form", "outcome_form"]


def introduction_form(
    workspace: Workspace, exchange: Exchange | None, *, new_id: Id = "", person_id: Id | None = None
) -> FormSpec[Exchange]:
    """Return the form of an introduction; for None that of one I begin today, with the id ``new_id``."""
    today = PartialDate.of(workspace.today)
    began = exchange or Exchange(
        id=new_id,
        kind=ExchangeKind.INTRODUCTION,
        direction=Direction.GIVEN,
        person=person_id or "",
        steps=(Step(status=Status.OFFERED, on=today),),
    )
    first, *rest = [side for side in sides(began) if side] or [""]
    consents = {consent.person: consent for consent in began.consents}
    labels = person_labels(workspace)

    def build(values: Mapping[str, object]) -> Exchange:
        one, others = cast("Id", values["one"]), cast("tuple[Id, ...]", values["others"])
        direction, person, rest_of = _parties(cast("Id | None", values["introducer"]) or ME_ID, one, others)
        said = dict(consents)
        for side, key, former in ((one, "one", consents.get(first)), (others[0], "other", consents.get(_at(rest)))):
            answer = cast("Consenting | None", values[f"{key}_answer"])
            on = cast("PartialDate | None", values[f"{key}_on"])
            said.pop(side, None)
            if answer is not None:
                if on is None and (former is None or former.answer is not answer):
                    on = today
                said[side] = Consent(person=side, answer=answer, on=on)
        status, on = cast("Status", values["status"]), cast("PartialDate | None", values["on"])
        built = sides_only(
            replace(
                began,
                direction=direction,
                person=person,
                others=rest_of,
                steps=first_steps(status, on) if exchange is None else steps_with(began, status, on),
                consents=tuple(said[side] for side in (one, *others) if side in said),
                subject=cast("str", values["subject"]),
                outcome=cast("str", values["outcome"]),
                told_on=cast("PartialDate | None", values["told_on"]),
            )
        )
        check(built)
        return built

    return FormSpec(
        title=_("Bring two people together") if exchange is None else _("An introduction"),
        fields=(
            _party("introducer", _("Introduces"), introducer(began), workspace, labels, hint=_("you, or who else")),
            fields.line("subject", _("What for"), began.subject, hint=_("why they should know each other")),
            fields.heading(_("one side")),
            _party("one", _("Person"), first, workspace, labels, needed=True),
            *_consent("one", consents.get(first), workspace),
            fields.heading(_("the other side")),
            _parties_field("others", _("Person"), tuple(rest), workspace, labels),
            *_consent("other", consents.get(_at(rest)), workspace),
            fields.heading(_("how far it is")),
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
            fields.text("outcome", _("Outcome"), began.outcome, hint=_("what came of it")),
            fields.past(
                "told_on",
                # Translators: on which day whoever introduced was told what came of it.
                pgettext("introducer was told", "Told on"),
                began.told_on,
                workspace,
                hint=_("when whoever introduced learned what came of it"),
            ),
        ),
        build=build,
        name=f"introduction-{'new' if exchange is None else exchange.id}",
        focus="one" if not first else "others" if not rest else "introducer",
    )


def outcome_form(workspace: Workspace, exchange: Exchange) -> FormSpec[tuple[str, PartialDate | None]]:
    """Return the form that asks what came of an introduction, and where I made it when I learned that."""
    told = introducer(exchange) == ME_ID
    on = exchange.told_on or PartialDate.of(workspace.today)
    learned = (
        (fields.past("on", pgettext("date of learning it", "On"), on, workspace, hint=_("when you learned it")),)
        if told
        else ()
    )
    return FormSpec(
        title=_("What came of it"),
        fields=(fields.text("outcome", _("Outcome"), exchange.outcome, hint=_("what came of it")), *learned),
        build=lambda values: (cast("str", values["outcome"]), cast("PartialDate | None", values.get("on"))),
        name=f"outcome-{exchange.id}",
    )


def _at(rest: Sequence[Id]) -> Id:
    return rest[0] if rest else ""


def _parties(introducing: Id, one: Id, others: Sequence[Id]) -> tuple[Direction, Id, tuple[Id, ...]]:
    """Return who stands where in the record. Raises Wrong at the field that is to be changed."""
    if not others:
        raise Wrong(_("Who is at the other side?"), "others")
    both = (one, *others)
    if len(set(both)) < len(both):
        raise Wrong(_("An introduction brings different people together."), "others")
    if introducing in both:
        key = "one" if introducing == one else "others"
        if introducing == ME_ID:
            raise Wrong(_("You introduce them: name whom you bring together."), key)
        raise Wrong(_("Whoever introduces is no side of it."), key)
    try:
        return parties(introducing, both)
    except ValueError:
        raise Wrong(_("You and one other person: write each introduction of yours down apart."), "others") from None


def _consent(key: str, consent: Consent | None, workspace: Workspace) -> tuple[Field, Field]:
    """Return the fields for what one side said, and when."""
    return (
        fields.choice(
            f"{key}_answer",
            _("Answer"),
            consent.answer if consent is not None else None,
            {each.value: each.value for each in Consenting},
            Consenting,
            # Translators: the answer of one side of an introduction: this person was not asked yet.
            none=pgettext("side of an introduction", "not asked"),
            hint=_("whether they want it: both are asked first"),
            translate=lambda word: answer_word(Consenting(word)),
        ),
        fields.past(
            f"{key}_on",
            pgettext("date of an answer", "On"),
            consent.on if consent is not None else None,
            workspace,
            hint=_("when they said so; empty is today"),
        ),
    )


# -- people, and me ----------------------------------------------------------------------------------------------------


def _me() -> str:
    """Return the word for the owner in a field for people."""
    # Translators: the owner of the network, in a field that holds the name of a person.
    return pgettext("person", "me")


def _shown(who: Id, labels: Labels) -> str:
    return _me() if who == ME_ID else labels.of.get(who, who)


def _read(raw: str, labels: Labels, workspace: Workspace) -> Id | None:
    words = {"me", "i", "аз", _me().casefold()}
    return ME_ID if raw.strip().casefold() in words else reading.read_person(raw, labels, workspace)


def _party(
    key: str, label: str, value: Id, workspace: Workspace, labels: Labels, *, needed: bool = False, hint: str = ""
) -> Field:
    """Return a field for one person, or me."""
    return Field(
        key=key,
        label=label,
        raw=_shown(value, labels) if value else "",
        value=value or None,
        read=lambda raw: _read(raw, labels, workspace),
        tidy=lambda read: _shown(str(read), labels) if read else "",
        hint=hint or _("a few letters of the name, Tab completes; “me” is you"),
        complete=labels.matching,
        needed=needed,
    )


def _parties_field(key: str, label: str, value: tuple[Id, ...], workspace: Workspace, labels: Labels) -> Field:
    """Return a field for one person or several, or me."""
    field = fields.people(key, label, value, workspace, labels, hint=_("a name, or several with commas; “me” is you"))

    def tidy(read: object) -> str:
        return ", ".join(_shown(each, labels) for each in cast("tuple[Id, ...]", read))

    return replace(
        field,
        raw=tidy(value),
        read=lambda raw: reading.read_several(raw, lambda name: _read(name, labels, workspace)),
        tidy=tidy,
        needed=True,
    )
