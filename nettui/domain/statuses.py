"""The life of an exchange as a state machine: asked or offered, agreed, done, thanked; or declined, lapsed.

The history of an exchange only grows. A step back is a step of its own that puts the earlier status, with its date, at
the end again; so no path loses a date or a note, and :func:`path` tells which steps still hold. (A step taken by
mistake is better taken back with undo, which leaves no trace of it.)
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import Status, Step
from nettui.errors import InvalidInput
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Exchange

__all__ = ["STARTS", "STATUS_NAMES", "advance", "next_status", "next_statuses", "path", "step_back"]

STARTS: tuple[Status, ...] = (Status.ASKED, Status.OFFERED, Status.AGREED, Status.DONE)
"""Where an exchange may begin; a past one begins at done."""

_AHEAD: Mapping[Status, tuple[Status, ...]] = {
    Status.ASKED: (Status.AGREED, Status.DONE, Status.DECLINED, Status.LAPSED),
    Status.OFFERED: (Status.AGREED, Status.DONE, Status.DECLINED, Status.LAPSED),
    Status.AGREED: (Status.DONE, Status.DECLINED, Status.LAPSED),
    Status.DONE: (Status.THANKED,),
    Status.THANKED: (),
    Status.DECLINED: (),
    Status.LAPSED: (),
}

STATUS_NAMES: Mapping[Status, str] = {
    Status.ASKED: N_("asked"),
    Status.OFFERED: N_("offered"),
    Status.AGREED: N_("agreed"),
    Status.DONE: N_("done"),
    Status.THANKED: N_("thanked"),
    Status.DECLINED: N_("declined"),
    Status.LAPSED: N_("lapsed"),
}
"""The words for the statuses, to be translated where they are shown."""


def next_statuses(exchange: Exchange) -> tuple[Status, ...]:
    """Return the statuses that may follow, the usual one first; empty at the end of the road.

    What was asked or offered may be done at once: agreement is often not said.
    """
    return _AHEAD[exchange.status]


def next_status(exchange: Exchange) -> Status | None:
    """Return the usual next status: agreed, done, thanked; None at the end of the road."""
    ahead = next_statuses(exchange)
    return ahead[0] if ahead else None


def advance(
    exchange: Exchange, status: Status | None = None, on: PartialDate | None = None, note: str = ""
) -> Exchange:
    """Return ``exchange`` one step further: at ``status``, by default the usual next one.

    Raises InvalidInput when ``status`` cannot follow, or when ``on`` lies certainly before the latest dated step that
    holds.
    """
    target = next_status(exchange) if status is None else status
    present = _(STATUS_NAMES[exchange.status])
    if target is None:
        raise InvalidInput(
            _("It is {status}: nothing comes after that.").format(status=present),
            hint=_("A step back opens it again."),
        )
    ahead = next_statuses(exchange)
    if target not in ahead:
        raise InvalidInput(
            _("What is {status} cannot become {target}.").format(status=present, target=_(STATUS_NAMES[target])),
            hint=_("Possible: {statuses}.").format(statuses=", ".join(_(STATUS_NAMES[s]) for s in ahead))
            if ahead
            else _("A step back opens it again."),
        )
    dated = [step.on for step in path(exchange) if step.on is not None and step.on.year is not None]
    if on is not None and on.year is not None and dated and on.last_day() < dated[-1].first_day():
        raise InvalidInput(
            _("{date} is before the step it follows, of {earlier}.").format(date=on, earlier=dated[-1]),
            hint=_("Give a later date."),
        )
    return replace(exchange, steps=(*exchange.steps, Step(status=target, on=on, note=note)))


def path(exchange: Exchange) -> tuple[Step, ...]:
    """Return the steps that hold: the way from the first status to the present one, without what was taken back."""
    way: list[Step] = []
    for step in exchange.steps:
        for index, earlier in enumerate(way):
            if earlier.status is step.status:
                del way[index + 1 :]
                break
        else:
            way.append(step)
    return tuple(way)


def step_back(exchange: Exchange) -> Exchange:
    """Return ``exchange`` at the status it had before the present one, with the date it had then.

    Raises InvalidInput at the first status.
    """
    way = path(exchange)
    if len(way) < 2:
        raise InvalidInput(
            _("It began as {status}: there is no step before.").format(status=_(STATUS_NAMES[exchange.status])),
            hint=_("Delete it if it never was."),
        )
    return replace(exchange, steps=(*exchange.steps, Step(status=way[-2].status, on=way[-2].on)))
