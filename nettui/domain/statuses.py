"""The life of an exchange as a state machine: asked or offered, agreed, done, thanked; or declined, lapsed.

The history of an exchange only grows. A step back is an entry of its own that makes an earlier step hold again; so no
path loses a date or a note, and :func:`path` tells which steps hold. No status can follow on itself, so one that comes
a second time is always such a return. (A step taken by mistake is better taken back with undo, which leaves no trace of
it; a date or a note that was wrong is put right with :func:`correct`.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nettui.domain.records import Status, Step
from nettui.errors import InvalidInput
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Exchange

__all__ = [
    "STARTS",
    "STATUS_NAMES",
    "advance",
    "check_steps",
    "correct",
    "next_status",
    "next_statuses",
    "path",
    "set_status",
    "step_back",
    "steps_until",
]

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

_BEFORE: Mapping[Status, Status] = {
    Status.THANKED: Status.DONE,
    Status.DECLINED: Status.ASKED,
    Status.LAPSED: Status.ASKED,
}
"""What must have come before a status at which no exchange begins."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A step that holds, and its entries in the history: the one that reached it, and those that came back to it."""

    step: Step
    places: tuple[int, ...]


def next_statuses(exchange: Exchange) -> tuple[Status, ...]:
    """Return the statuses that may follow, the usual one first; empty at the end of the road.

    What was asked or offered may be done at once: agreement is often not said.
    """
    return _AHEAD[exchange.status]


def next_status(exchange: Exchange) -> Status | None:
    """Return the usual next status: agreed, done, thanked; None at the end of the road."""
    ahead = next_statuses(exchange)
    return ahead[0] if ahead else None


def path(exchange: Exchange) -> tuple[Step, ...]:
    """Return the steps that hold: the way from the first status to the present one, without what was taken back.

    A step to which the exchange came back has the date of the return, which is its own unless somebody typed another,
    and keeps its note.
    """
    steps = exchange.steps
    if len({step.status for step in steps}) == len(steps):  # nothing was taken back, as with nearly all: a list of
        return tuple(steps)  # thousands asks for each several times
    return tuple(held.step for held in _way(steps))


def _way(steps: Sequence[Step]) -> list[_Held]:
    way: list[_Held] = []
    for place, step in enumerate(steps):
        for number, held in enumerate(way):
            if held.step.status is step.status:
                again = replace(step, note=step.note or held.step.note)
                way[number:] = [_Held(again, (*held.places, place))]
                break
        else:
            way.append(_Held(step, (place,)))
    return way


def advance(
    exchange: Exchange, status: Status | None = None, on: PartialDate | None = None, note: str = ""
) -> Exchange:
    """Return ``exchange`` one step further: at ``status``, by default the usual next one.

    Raises InvalidInput when ``status`` cannot follow, or when ``on`` lies certainly before a dated step that holds.
    """
    target = next_status(exchange) if status is None else status
    present = _(STATUS_NAMES[exchange.status])
    if target is None:
        raise InvalidInput(
            _("It is {status}: nothing comes after that.").format(status=present),
            hint=_("A step back opens it again."),
        )
    _check_follows(exchange.status, target)
    step = Step(status=target, on=on, note=note)
    _check_order([*path(exchange), step], len(path(exchange)))
    return replace(exchange, steps=(*exchange.steps, step))


def step_back(exchange: Exchange) -> Exchange:
    """Return ``exchange`` at the status it had before the present one, with the date it had then.

    What was declined or has lapsed is open again. Raises InvalidInput at the first status.
    """
    way = path(exchange)
    if len(way) < 2:
        raise InvalidInput(
            _("It began as {status}: there is no step before.").format(status=_(STATUS_NAMES[exchange.status])),
            hint=_("Delete it if it never was."),
        )
    return _returned(exchange, way[-2].status, way[-2].on)


def _returned(exchange: Exchange, status: Status, on: PartialDate | None) -> Exchange:
    return replace(exchange, steps=(*exchange.steps, Step(status=status, on=on)))


def correct(exchange: Exchange, place: int, on: PartialDate | None, note: str) -> Exchange:
    """Return ``exchange`` with another date and note at step ``place`` of its :func:`path`, counted from 0.

    Both are as they shall be; None is "not known". All other steps stay, those that were taken back too. Raises
    InvalidInput when there is no such step, or when the dates of the path would run backwards.
    """
    way = _way(exchange.steps)
    if not 0 <= place < len(way):
        raise InvalidInput(
            _("There is no step {number}.").format(number=place + 1),
            hint=_("It may have been taken back; undo restores it."),
        )
    held = way[place]
    corrected = [each.step for each in way]
    corrected[place] = replace(held.step, on=on, note=note)
    if on != held.step.on:
        _check_order(corrected, place)
    steps = list(exchange.steps)
    # The returns to a step repeat its date, so they are put right with it; another date that it once had is kept.
    noted = next((i for i in reversed(held.places) if steps[i].note), held.places[0])
    for each in held.places:
        if steps[each].on == held.step.on:
            steps[each] = replace(steps[each], on=on)
    steps[noted] = replace(steps[noted], note=note)
    return replace(exchange, steps=tuple(steps))


def set_status(exchange: Exchange, status: Status, on: PartialDate | None) -> Exchange:
    """Return ``exchange`` at ``status`` since ``on``, as a form says it, which knows nothing of single steps.

    The present status gets another date; a status that can follow does; one that came before holds again, with the
    date it had unless ``on`` was changed too; the one and only step may become another beginning. Raises InvalidInput
    for any other status, or when the dates of the path would run backwards.
    """
    way = path(exchange)
    if status is exchange.status:
        return exchange if on == exchange.on else correct(exchange, len(way) - 1, on, way[-1].note)
    for place, earlier in enumerate(way):
        if earlier.status is status:
            # The form shows the date of the present status; unless that was touched, it says nothing about this one.
            since = earlier.on if on == exchange.on else on
            _check_order([*way[:place], replace(earlier, on=since)], place)
            return _returned(exchange, status, since)
    if len(exchange.steps) == 1 and status in STARTS and status not in next_statuses(exchange):
        return replace(exchange, steps=(replace(exchange.steps[0], status=status, on=on),))
    return advance(exchange, status, on)


def steps_until(status: Status, on: PartialDate | None, note: str = "") -> tuple[Step, ...]:
    """Return the steps of an exchange that is written down when it has come to ``status``, ``on`` None is unknown.

    What is thanked was done, what was declined or lapsed was asked: when, nobody said.
    """
    last = Step(status=status, on=on, note=note)
    begun = _BEFORE.get(status)
    return (last,) if begun is None else (Step(status=begun), last)


def check_steps(exchange: Exchange) -> None:
    """Raise InvalidInput for a history that cannot be.

    It begins at one of :data:`STARTS`; each entry follows on what held before it, or makes something earlier hold
    again; the dates of the path do not run backwards.
    """
    first = exchange.steps[0].status
    if first not in STARTS:
        raise InvalidInput(
            _("An exchange cannot begin as {status}.").format(status=_(STATUS_NAMES[first])),
            hint=_("Possible: {statuses}.").format(statuses=_listed(STARTS)),
        )
    for place, step in enumerate(exchange.steps[1:], start=1):
        held = [each.step.status for each in _way(exchange.steps[:place])]
        if step.status not in held:
            _check_follows(held[-1], step.status)
    way = path(exchange)
    for place in range(1, len(way)):
        _check_order(way[: place + 1], place)


def _check_follows(present: Status, target: Status) -> None:
    ahead = _AHEAD[present]
    if target not in ahead:
        raise InvalidInput(
            _("What is {status} cannot become {target}.").format(
                status=_(STATUS_NAMES[present]), target=_(STATUS_NAMES[target])
            ),
            hint=_("Possible: {statuses}.").format(statuses=_listed(ahead))
            if ahead
            else _("A step back opens it again."),
        )


def _check_order(way: Sequence[Step], place: int) -> None:
    """Raise InvalidInput when the step at ``place`` lies certainly before one before it, or after one behind it.

    A vague date is in order with all that it may mean. Each pair counts: between two days that run backwards a step of
    "2026" is in order with both.
    """
    on = _dated(way[place])
    if on is None:
        return
    earlier = [each for step in way[:place] if (each := _dated(step)) is not None]
    later = [each for step in way[place + 1 :] if (each := _dated(step)) is not None]
    if earlier and on.last_day() < (latest := max(earlier, key=lambda each: each.first_day())).first_day():
        raise InvalidInput(
            _("{date} is before the step it follows, of {earlier}.").format(date=on, earlier=latest),
            hint=_("Give a later date."),
        )
    if later and (first := min(later, key=lambda each: each.last_day())).last_day() < on.first_day():
        raise InvalidInput(
            _("{date} is after the step that follows, of {later}.").format(date=on, later=first),
            hint=_("Give an earlier date."),
        )


def _dated(step: Step) -> PartialDate | None:
    return step.on if step.on is not None and step.on.year is not None else None


def _listed(statuses: Sequence[Status]) -> str:
    return ", ".join(_(STATUS_NAMES[status]) for status in statuses)
