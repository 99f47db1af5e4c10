"""Use-cases on people: add, edit, archive, remove, find."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nettui.domain.introductions import without_sides
from nettui.domain.records import ME_ID
from nettui.domain.validate import check
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services.lookup import existing_group, existing_person, find_person, require_people
from nettui.services.snoozes import about_any
from nettui.text import one_line

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Exchange, Person, Promise, Record
    from nettui.services.network import Network

__all__ = ["PersonLinks", "add", "archive", "edit", "find_person", "links_of", "remove"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLinks:
    """Everything that points to a person. ``as_other`` are introductions in which they are one of the two sides."""

    entries: tuple[Entry, ...]
    exchanges: tuple[Exchange, ...]
    as_other: tuple[Exchange, ...]
    promises: tuple[Promise, ...]
    introduced: tuple[Person, ...]

    def __bool__(self) -> bool:
        return any((self.entries, self.exchanges, self.as_other, self.promises, self.introduced))


def add(network: Network, person: Person) -> Change | None:
    """Save a new person (``person.id`` from ``network.clock.new_id()``). Raises InvalidInput, NotFound, StoreError."""
    _check(network, person)
    return network.save([person], action="person.add", detail=person.name)


def edit(network: Network, person: Person) -> Change | None:
    """Save the changed record of a person; None when nothing differs. Raises InvalidInput, NotFound, StoreError."""
    existing_person(network, person.id)
    _check(network, person)
    return network.save([person], action="person.edit", detail=person.name)


def archive(network: Network, person_id: Id, archived: bool = True) -> Change | None:
    """Put a person out of the way of lists, or back; what happened between us stays. Raises NotFound, StoreError."""
    person = existing_person(network, person_id)
    action = "person.archive" if archived else "person.unarchive"
    return network.save([replace(person, archived=archived)], action=action, detail=person.name)


def links_of(network: Network, person_id: Id) -> PersonLinks:
    """Return everything that points to a person."""
    repository = network.repository
    exchanges = repository.exchanges.values()
    return PersonLinks(
        entries=tuple(repository.entries_of([person_id])),
        exchanges=tuple(e for e in exchanges if e.person == person_id),
        as_other=tuple(e for e in exchanges if person_id in e.others and e.person != person_id),
        promises=tuple(p for p in repository.promises.values() if p.person == person_id),
        introduced=tuple(
            p for p in repository.people.values() if p.met is not None and p.met.by == person_id and p.id != person_id
        ),
    )


def remove(network: Network, person_id: Id, *, cascade: bool = False) -> Change | None:
    """Delete a person, as one change that can be undone.

    Refused with InvalidInput while anything points to the person, unless ``cascade``. Then their exchanges and promises
    are deleted; entries stay, without the person among those named; introductions in which they are a side, and people
    they introduced, only lose the link. Raises NotFound, StoreError.
    """
    person = existing_person(network, person_id)
    links = links_of(network, person_id)
    if links and not cascade:
        raise InvalidInput(
            _(
                "{name} is named in {entries} journal entries, {exchanges} exchanges and {promises} promises, and "
                "introduced {introduced} people."
            ).format(
                name=one_line(person.name),
                entries=len(links.entries),
                exchanges=len(links.exchanges) + len(links.as_other),
                promises=len(links.promises),
                introduced=len(links.introduced),
            ),
            hint=_("Archive the person, or delete them with all that."),
        )
    gone = {e.id for e in links.exchanges}
    kept: dict[Id, Record] = {}
    for entry in links.entries:
        kept[entry.id] = replace(
            entry, people=_without(entry.people, person_id), mentions=_without(entry.mentions, person_id)
        )
    for exchange in network.repository.exchanges.values():
        if exchange.id in gone or (person_id not in exchange.others and exchange.in_return_for not in gone):
            continue
        kept[exchange.id] = replace(
            without_sides(exchange, {person_id}),
            in_return_for=None if exchange.in_return_for in gone else exchange.in_return_for,
        )
    for other in links.introduced:
        if other.met is not None:
            kept[other.id] = replace(other, met=replace(other.met, by=None))
    removed: list[Record] = [person, *links.exchanges, *links.promises]
    removed += about_any(network, {record.id for record in removed})
    return network.save(kept.values(), removed=removed, action="person.remove", detail=person.name)


def _without(ids: tuple[Id, ...], gone: Id) -> tuple[Id, ...]:
    return tuple(i for i in ids if i != gone)


def _check(network: Network, person: Person) -> None:
    check(person)
    for group in person.groups:
        existing_group(network, group)
    if person.met is not None and person.met.by is not None and person.met.by != ME_ID:
        require_people(network, person.met.by)
