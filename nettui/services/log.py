"""Saving a captured line: the entry, new people, promises and exchanges, as one change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from nettui.domain.dates import PartialDate
from nettui.domain.records import Entry, Exchange, Person, Promise, Step
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services.capture.understood import decide
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.services.capture.understood import Ask, Ref, Understood
    from nettui.services.network import Network

__all__ = ["Logged", "log"]

_R = TypeVar("_R", Entry, Person, Promise, Exchange)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What was saved; or, with ``ask``, what must be decided first, and then nothing was saved.

    ``people`` are the new ones.
    """

    change: Change | None = None
    entry: Entry | None = None
    people: tuple[Person, ...] = ()
    promises: tuple[Promise, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    ask: tuple[Ask, ...] = ()


def log(
    network: Network,
    understood: Understood,
    *,
    choices: Mapping[str, Id] | None = None,
    also: Callable[[Entry], Iterable[Record]] = lambda _entry: (),
) -> Logged:
    """Save what was understood as one change, ``entry.log``.

    ``choices`` answers the asked names: their text, the id of a candidate. ``also`` gives further records that belong
    to the same change. Raises InvalidInput for a line without words, StoreError when saving fails; then nothing has
    changed.
    """
    settled = decide(understood, choices or {})
    if settled.empty:
        raise InvalidInput(_("There is nothing to log."), hint=_("Write what happened, for example: coffee with Maria"))
    if settled.ask:
        return Logged(ask=settled.ask)
    made = {name: Person(id=network.clock.new_id(), name=name) for name in settled.new_people}

    def id_of(ref: Ref) -> Id:
        return ref.id or made[ref.name].id

    entry = Entry(
        id=network.clock.new_id(),
        at=settled.at,
        channel=settled.channel,
        text=settled.text,
        people=tuple(id_of(ref) for ref in settled.people),
        mentions=tuple(id_of(ref) for ref in settled.mentions),
        tags=settled.tags,
    )
    promises = tuple(
        Promise(
            id=network.clock.new_id(),
            text=one.text,
            whose=one.whose,
            person=id_of(one.person) if one.person else None,
            due=one.due,
            entry=entry.id,
        )
        for one in settled.promises
    )
    exchanges = tuple(
        Exchange(
            id=network.clock.new_id(),
            kind=one.kind,
            direction=one.direction,
            person=id_of(one.person),
            others=tuple(id_of(ref) for ref in one.others),
            steps=(Step(status=one.status, on=PartialDate.of(settled.at.day)),),
            subject=one.subject,
            due=one.due,
            entry=entry.id,
        )
        for one in settled.exchanges
    )
    change = network.save(
        [*made.values(), entry, *promises, *exchanges, *also(entry)],
        action="entry.log",
        detail=one_line(understood.line),
    )
    stored = {edit.id: edit.after for edit in change.edits} if change else {}
    return Logged(
        change=change,
        entry=_as_stored(entry, stored.get(entry.id)),
        people=tuple(_as_stored(one, stored.get(one.id)) for one in made.values()),
        promises=tuple(_as_stored(one, stored.get(one.id)) for one in promises),
        exchanges=tuple(_as_stored(one, stored.get(one.id)) for one in exchanges),
    )


def _as_stored(made: _R, stored: Record | None) -> _R:
    """Return the stored form of a record, which carries its time stamps."""
    return stored if isinstance(stored, type(made)) else made
