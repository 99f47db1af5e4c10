"""Finding the record that an id or a name typed by the user means."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from nettui.domain.change import Table
from nettui.errors import InvalidInput, NotFound
from nettui.i18n import _, ngettext
from nettui.services.names import group_name
from nettui.text import fold_name, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Exchange, Group, Person, Promise
    from nettui.services.network import Network

    R = TypeVar("R")

__all__ = [
    "existing_entry",
    "existing_exchange",
    "existing_group",
    "existing_person",
    "existing_promise",
    "find_group",
    "find_person",
    "require_people",
]

_SHOWN = 5


def find_person(network: Network, text: str, *, fold: Callable[[str], str] = fold_name) -> Person:
    """Return the one person that ``text`` means: by id, exact name, folded name or nickname, or words of the name.

    The first way that finds anybody decides. Raises NotFound with the nearest names, or InvalidInput that lists the
    candidates when several fit.
    """
    people = network.repository.people
    text = text.strip()
    if text in people:
        return people[text]
    if not text:
        raise InvalidInput(_("Whose name? Nothing was given."))
    for found in _ways(people, text, fold):
        if len(found) == 1:
            return found[0]
        if found:
            shown = [f"{one_line(p.name)} ({p.id})" for p in found[:_SHOWN]]
            raise InvalidInput(
                ngettext(
                    "“{name}” may mean {count} person: {names}.",
                    "“{name}” may mean {count} people: {names}.",
                    len(found),
                ).format(name=one_line(text), count=len(found), names=", ".join(shown) + _more(found)),
                hint=_("Write more of the name, or the id."),
            )
    from difflib import get_close_matches

    names = {fold(p.name): p.name for p in people.values()}
    near = get_close_matches(fold(text), names, n=3, cutoff=0.6) if len(names) <= 5000 else []
    raise NotFound(
        _("Nobody is called “{name}”.").format(name=one_line(text)),
        hint=_("Did you mean {names}?").format(names=", ".join(one_line(names[n]) for n in near)) if near else "",
    )


def _ways(people: Mapping[Id, Person], text: str, fold: Callable[[str], str]) -> Iterator[list[Person]]:
    yield [p for p in people.values() if p.name == text]
    wanted = fold(text)
    if not wanted:
        return
    folded = {p.id: fold(p.name) for p in people.values()}
    yield [p for p in people.values() if folded[p.id] == wanted]
    yield [p for p in people.values() if any(fold(other) == wanted for other in p.also)]
    words = set(wanted.split())
    yield [p for p in people.values() if words <= set(folded[p.id].split())]


def _more(found: Sequence[object]) -> str:
    return ", …" if len(found) > _SHOWN else ""


def find_group(network: Network, text: str, *, fold: Callable[[str], str] = fold_name) -> Group:
    """Return the one group that ``text`` means: by id or by its name as shown, folded; NotFound or InvalidInput."""
    groups = network.repository.groups
    text = text.strip()
    if text in groups:
        return groups[text]
    wanted = fold(text)
    found = [g for g in groups.values() if wanted in {fold(group_name(g)), g.kind.value}]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one_line(group_name(g)) for g in (found or groups.values()))
    if found:
        raise InvalidInput(
            _("“{name}” may mean several groups: {names}.").format(name=one_line(text), names=names),
            hint=_("Write the id."),
        )
    raise NotFound(
        _("No group is called “{name}”.").format(name=one_line(text)), hint=_("There are: {names}.").format(names=names)
    )


def existing_person(network: Network, record_id: Id) -> Person:
    """Return the person with this id; NotFound without one."""
    return _existing(network.repository.people, record_id, Table.PEOPLE)


def existing_group(network: Network, record_id: Id) -> Group:
    """Return the group with this id; NotFound without one."""
    return _existing(network.repository.groups, record_id, Table.GROUPS)


def existing_entry(network: Network, record_id: Id) -> Entry:
    """Return the entry with this id; NotFound without one."""
    return _existing(network.repository.entries, record_id, Table.ENTRIES)


def existing_promise(network: Network, record_id: Id) -> Promise:
    """Return the promise with this id; NotFound without one."""
    return _existing(network.repository.promises, record_id, Table.PROMISES)


def existing_exchange(network: Network, record_id: Id) -> Exchange:
    """Return the exchange with this id; NotFound without one."""
    return _existing(network.repository.exchanges, record_id, Table.EXCHANGES)


def require_people(network: Network, *ids: Id) -> None:
    """Raise NotFound unless all ``ids`` are people."""
    for record_id in ids:
        existing_person(network, record_id)


def _existing(records: Mapping[Id, R], record_id: Id, table: Table) -> R:
    """Return the record; NotFound in words without the id, which nobody typed: ids that are typed never come here."""
    found = records.get(record_id)
    if found is not None:
        return found
    messages = {
        Table.PEOPLE: _("This person is no longer there."),
        Table.GROUPS: _("This group is no longer there."),
        Table.ENTRIES: _("This entry is no longer there."),
        Table.PROMISES: _("This promise is no longer there."),
        Table.EXCHANGES: _("This favour is no longer there."),
    }
    raise NotFound(messages[table], hint=_("It may have been deleted; undo brings it back."))
