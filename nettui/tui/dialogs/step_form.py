"""The form of a step: the next status with its date and a note, and under it the steps taken, to be put right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from nettui.domain.dates import PartialDate
from nettui.domain.records import Status
from nettui.domain.statuses import STATUS_NAMES, advance, next_statuses, path
from nettui.domain.validate import check
from nettui.errors import NettuiError
from nettui.i18n import _, pgettext
from nettui.services.names import exchange_name
from nettui.text import one_line
from nettui.tui.dialogs import fields
from nettui.tui.dialogs.spec import FormSpec, Wrong

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nettui.domain.records import Exchange, Step
    from nettui.tui.dialogs.spec import Field
    from nettui.tui.workspace import Workspace

__all__ = ["Stepped", "step_form"]


@dataclass(frozen=True, slots=True)
class Stepped:
    """The favour with its steps as they are to be; ``status`` is the new one, None where steps were only put right."""

    exchange: Exchange
    status: Status | None


def step_form(workspace: Workspace, exchange: Exchange) -> FormSpec[Stepped]:
    """Return the form of the next step of ``exchange``, and of those it took."""
    taken = path(exchange)
    ahead = next_statuses(exchange)

    def build(values: Mapping[str, object]) -> Stepped:
        edited = replace(exchange, steps=_put_right(exchange, taken, values))
        status = cast("Status | None", values.get("status"))
        if status is not None:
            on = cast("PartialDate | None", values["on"])
            try:
                edited = advance(edited, status, on, cast("str", values["note"]))
            except NettuiError as error:
                raise Wrong(str(error), "on") from None
        check(edited)
        return Stepped(edited, status)

    person = one_line(workspace.index.person_name(exchange.person), 30)
    return FormSpec(
        title=_("{what} with {name}").format(what=one_line(exchange_name(exchange), 40), name=person),
        fields=(*_next(workspace, ahead), *_taken(workspace, taken)),
        build=build,
        name=f"step-{exchange.id}",
        focus="status" if ahead else f"on-{len(taken) - 1}",
    )


def _next(workspace: Workspace, ahead: tuple[Status, ...]) -> Iterator[Field]:
    if not ahead:
        return
    yield fields.heading(_("Next step"))
    yield fields.choice(
        "status",
        _("Status"),
        ahead[0],
        {status.value: STATUS_NAMES[status] for status in ahead},
        Status,
        # Translators: no next step is taken, only what stands below is corrected.
        none=pgettext("next step", "none yet"),
        hint=_("left and right choose; none yet, to put right only what is below"),
    )
    yield fields.past(
        "on",
        pgettext("date of a status", "On"),
        PartialDate.of(workspace.today),
        workspace,
        hint=_("today, yesterday, 12.11., 2026-11; empty if you do not know"),
    )
    yield fields.line("note", _("Note"), "", hint=_("what there is to say about it, if anything"))


def _taken(workspace: Workspace, taken: tuple[Step, ...]) -> Iterator[Field]:
    yield fields.heading(_("So far"))
    for number, step in enumerate(taken):
        yield fields.past(
            f"on-{number}",
            _(STATUS_NAMES[step.status]),
            step.on,
            workspace,
            hint=_("when it came to this; empty if you do not know"),
        )
        yield fields.line(f"note-{number}", _("Note"), step.note, hint=_("what there is to say about it, if anything"))


def _put_right(exchange: Exchange, taken: tuple[Step, ...], values: Mapping[str, object]) -> tuple[Step, ...]:
    """Return all steps of ``exchange``, those of ``taken`` with the dates and notes of the form. Raises Wrong."""
    steps = list(exchange.steps)
    latest: PartialDate | None = None
    for number, step in enumerate(taken):
        on = cast("PartialDate | None", values[f"on-{number}"])
        dated = on is not None and on.year is not None
        if dated and latest is not None and on is not None and on.last_day() < latest.first_day():
            raise Wrong(
                _("{date} is before the step it follows, of {earlier}.").format(date=on, earlier=latest), f"on-{number}"
            )
        latest = on if dated else latest
        right = replace(step, on=on, note=cast("str", values[f"note-{number}"]))
        place = next(place for place, each in enumerate(steps) if each is step)
        steps[place] = right
    # The present status may stand a second time at the end, put there by a step back: it has one date.
    if taken and exchange.steps[-1] is not taken[-1] and exchange.steps[-1].status is taken[-1].status:
        steps[-1] = replace(steps[-1], on=cast("PartialDate | None", values[f"on-{len(taken) - 1}"]))
    return tuple(steps)
