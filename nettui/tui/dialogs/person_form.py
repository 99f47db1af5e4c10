"""The form of a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from nettui.domain.current import current_position
from nettui.domain.records import ME_ID, Level, Met, Person, Position
from nettui.domain.validate import check
from nettui.i18n import _, pgettext
from nettui.services.views.words import SHORT_LEVELS
from nettui.text import one_line
from nettui.tui.dialogs import fields, vocabulary
from nettui.tui.dialogs.names import Labels, person_labels
from nettui.tui.dialogs.position_form import check_span
from nettui.tui.dialogs.positions import positions
from nettui.tui.dialogs.spec import Field, FormSpec, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.dates import PartialDate
    from nettui.domain.ids import Id
    from nettui.tui.workspace import Workspace

__all__ = ["person_form"]

_PLAIN = (
    "name", "also", "groups", "level", "place", "emails", "phones", "links", "birthday", "in_common", "can_vouch",
    "i_can_vouch", "needs", "tags", "cadence_days", "notes",
)  # fmt: skip
"""The fields that are the record's own, under its own names."""


def person_form(
    workspace: Workspace,
    person: Person | None,
    *,
    new_id: Id = "",
    name: str = "",
    groups: tuple[Id, ...] = (),
) -> FormSpec[Person]:
    """Return the form of a person; for None that of a new one with the id ``new_id``, partly filled in."""
    began = person or Person(id=new_id, name=name, groups=groups)
    now = current_position(began, workspace.today)
    place = next((number for number, each in enumerate(began.positions) if each is now), None)
    others = tuple(each for number, each in enumerate(began.positions) if number != place)
    labels = person_labels(workspace)

    def build(values: Mapping[str, object]) -> Person:
        plain = {key: values[key] for key in _PLAIN}
        built = replace(
            began,
            **plain,  # type: ignore[arg-type]  # keys are those of the record
            positions=_positions(now, place or 0, values),
            met=_met(began, values),
        )
        if built.met is not None and built.met.by == built.id:
            raise Wrong(_("Nobody introduces themselves."), "met_by")
        check(built)
        return built

    return FormSpec(
        title=_("A new person") if person is None else one_line(person.name, 70),
        fields=(
            *_who(workspace, began),
            *_work(workspace, now or Position(), others),
            *_reach(workspace, began),
            *_between(workspace, began, labels),
            *_more(workspace, began),
        ),
        build=build,
        name=f"person-{'new' if person is None else person.id}",
    )


def _who(workspace: Workspace, person: Person) -> tuple[Field, ...]:
    levels = {level.value: SHORT_LEVELS[level.value] for level in Level}
    return (
        fields.line("name", _("Name"), person.name, needed=True),
        fields.lines("also", _("Also"), person.also, hint=_("nicknames and other spellings, one a line")),
        fields.groups("groups", _("Circles"), person.groups, workspace),
        fields.choice(
            "level",
            _("Level"),
            person.level,
            levels,
            Level,
            none=_("unknown"),
            hint=_("where they stand in working life, seen from you"),
        ),
    )


def _work(workspace: Workspace, now: Position, others: tuple[Position, ...]) -> tuple[Field, ...]:
    return (
        fields.heading(_("Work")),
        fields.line("organisation", _("Works at"), now.organisation, words=vocabulary.organisations(workspace)),
        fields.line(
            "title", pgettext("job title", "As"), now.title, words=vocabulary.titles(workspace), hint=_("the title")
        ),
        fields.line("industry", _("Industry"), now.industry, words=vocabulary.industries(workspace)),
        fields.past("since", _("Since"), now.since, workspace),
        positions("others", _("Other work"), others),
    )


def _reach(workspace: Workspace, person: Person) -> tuple[Field, ...]:
    return (
        fields.heading(_("Where to find them")),
        fields.line("place", _("Place"), person.place, words=vocabulary.places(workspace)),
        fields.lines("emails", _("Email"), person.emails),
        fields.lines("phones", _("Phone"), person.phones),
        fields.lines("links", _("Links"), person.links),
        fields.birthday("birthday", _("Birthday"), person.birthday),
    )


def _between(workspace: Workspace, person: Person, labels: Labels) -> tuple[Field, ...]:
    met = person.met or Met()
    by_me = met.by == ME_ID
    return (
        fields.heading(_("Between you")),
        fields.past("met_on", pgettext("date we met", "Met"), met.on, workspace),
        fields.line("met_how", pgettext("how we met", "How"), met.how, hint=_("where and on what occasion")),
        fields.person(
            "met_by",
            pgettext("who introduced us", "Through"),
            None if by_me else met.by,
            workspace,
            labels,
            hint=_("who introduced you"),
        ),
        fields.text("in_common", _("In common"), person.in_common),
        fields.text("can_vouch", _("Can vouch"), person.can_vouch, hint=_("what they can say about you")),
        fields.text("i_can_vouch", _("I can vouch"), person.i_can_vouch, hint=_("what you can say about them")),
        fields.lines("needs", _("Needs"), person.needs, hint=_("what would help them, one a line")),
    )


def _more(workspace: Workspace, person: Person) -> tuple[Field, ...]:
    return (
        fields.heading(_("For you")),
        fields.tags("tags", _("Tags"), person.tags, workspace),
        fields.days(
            "cadence_days",
            _("Hear every"),
            person.cadence_days,
            hint=_("days, or 2w, 3m, 1y; empty: as their circles have it"),
        ),
        fields.text("notes", _("Notes"), person.notes),
    )


def _positions(now: Position | None, place: int, values: Mapping[str, object]) -> tuple[Position, ...]:
    """Return all positions: the present one from its own fields, in the place it had, and the others."""
    others = list(cast("tuple[Position, ...]", values["others"]))
    present = replace(
        now or Position(),
        organisation=cast("str", values["organisation"]),
        title=cast("str", values["title"]),
        industry=cast("str", values["industry"]),
        since=cast("PartialDate | None", values["since"]),
    )
    if not any((present.organisation, present.title, present.industry)):
        if present.since is not None:
            raise Wrong(_("Say where or as what, too."), "organisation")
        return tuple(others)
    check_span(present.since, present.until, "since")
    others.insert(min(place, len(others)), present)
    return tuple(others)


def _met(began: Person, values: Mapping[str, object]) -> Met | None:
    by = cast("Id | None", values["met_by"])
    if by is None and began.met is not None and began.met.by == ME_ID:
        by = ME_ID
    met = replace(
        began.met or Met(), on=cast("PartialDate | None", values["met_on"]), how=cast("str", values["met_how"]), by=by
    )
    return met if began.met is not None or any((met.on, met.how, met.by)) else None
