"""The form of a step: the next status with its date and a note, and under it the steps taken, to be put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from nettui.domain.dates import PartialDate
from nettui.domain.records import Status
from nettui.domain.statuses import STATUS_NAMES, advance, correct, next_statuses, path
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
        edited = _put_right(exchange, taken, values)
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


def _put_right(exchange: Exchange, taken: tuple[Step, ...], values: Mapping[str, object]) -> Exchange:
    """Return ``exchange``, the steps that hold with the dates and notes of the form. Raises Wrong."""
    # Of dates that all move on the last has to move first, of dates that move back the first.
    for places in (range(len(taken)), range(len(taken) - 1, -1, -1)):
        edited, wrong = exchange, None
        for place in places:
            on = cast("PartialDate | None", values[f"on-{place}"])
            try:
                edited = correct(edited, place, on, cast("str", values[f"note-{place}"]))
            except NettuiError as error:
                wrong = Wrong(str(error), f"on-{place}")
                break
        if wrong is None:
            return edited
    assert wrong is not None  # noqa: S101 - else it was returned
    raise wrong
