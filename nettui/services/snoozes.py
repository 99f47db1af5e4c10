"""Use-cases on what is put off: later, never, ask again; and what is put off today."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from nettui.domain.putting_off import LATER_DAYS, TABLE_OF_TOPIC, holds, in_force, waits
from nettui.domain.records import Exchange, Person, Promise, Snooze
from nettui.errors import InvalidInput, NotFound
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Record, Topic
    from nettui.services.index import Index
    from nettui.services.network import Network

__all__ = ["about_any", "again", "later", "listed", "name_of", "never", "put_off", "snoozed", "until_in"]


def later(network: Network, topic: Topic, about: Id, days: int) -> Change | None:
    """Put something off for ``days`` days, one of :data:`~nettui.domain.putting_off.LATER_DAYS`.

    The newer one takes the place of an older one on the same. Raises InvalidInput, NotFound, StoreError.
    """
    return _put_off(network, topic, about, until_in(network, days), "snooze.later")


def never(network: Network, topic: Topic, about: Id) -> Change | None:
    """Put something off for good, until :func:`again`. Raises NotFound, StoreError."""
    return _put_off(network, topic, about, None, "snooze.never")


def again(network: Network, topic: Topic, about: Id) -> Change | None:
    """Ask about something again from now on; None when it is not put off. Raises StoreError."""
    ended = _of(network, topic, about)
    return network.save([], removed=ended, action="snooze.again", detail=name_of(network, topic, about))


def until_in(network: Network, days: int) -> date:
    """Return the day on which something put off for ``days`` days is back. Raises InvalidInput for other days."""
    if days not in LATER_DAYS:
        raise InvalidInput(
            _("Nothing is put off for {n} days.").format(n=days),
            hint=_("Possible: {days}.").format(days=", ".join(map(str, sorted(LATER_DAYS)))),
        )
    return network.today + timedelta(days=days)


def snoozed(network: Network, topic: Topic, about: Id, until: date | None) -> tuple[Snooze, list[Snooze]]:
    """Return the record that puts something off, to be saved, and those on the same whose place it takes.

    Raises NotFound when there is nothing to put off.
    """
    if not waits(topic, network.current(TABLE_OF_TOPIC[topic], about)):
        raise NotFound(_("There is nothing left to put off."))
    former = _of(network, topic, about)
    return Snooze(id=network.clock.new_id(), topic=topic, about=about, until=until), former


def put_off(index: Index) -> set[tuple[Topic, Id]]:
    """Return what is put off today."""
    return in_force(index.repository.snoozes.values(), index.today)


def listed(index: Index) -> list[Snooze]:
    """Return what is put off today and would wait again otherwise, what comes back first, for good last."""
    repository = index.repository
    found: dict[tuple[Topic, Id], Snooze] = {}
    for snooze in repository.snoozes.values():
        record = getattr(repository, TABLE_OF_TOPIC[snooze.topic].value).get(snooze.about)
        if holds(snooze, index.today) and waits(snooze.topic, record):
            found[snooze.topic, snooze.about] = snooze
    return sorted(found.values(), key=lambda s: (s.until is None, str(s.until or ""), len(s.id), s.id))


def about_any(network: Network, gone: Collection[Id]) -> list[Snooze]:
    """Return what was put off about any of ``gone``, which a use-case deletes."""
    return [snooze for snooze in network.repository.snoozes.values() if snooze.about in gone]


def name_of(network: Network, topic: Topic, about: Id) -> str:
    """Return a few of the user's words to know by what is put off: the person's name, else the promise's text."""
    record: Record | None = network.current(TABLE_OF_TOPIC[topic], about)
    if isinstance(record, Person):
        return record.name
    if isinstance(record, Promise | Exchange):
        person = network.repository.people.get(record.person or "")
        return person.name if person is not None else getattr(record, "text", "")
    return ""


def _put_off(network: Network, topic: Topic, about: Id, until: date | None, action: str) -> Change | None:
    made, former = snoozed(network, topic, about, until)
    return network.save([made], removed=former, action=action, detail=name_of(network, topic, about))


def _of(network: Network, topic: Topic, about: Id) -> list[Snooze]:
    return [s for s in network.repository.snoozes.values() if s.topic is topic and s.about == about]
