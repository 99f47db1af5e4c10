"""Use-cases on the journal: log, edit, star, remove. The capture line logs with people, promises and exchanges."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.validate import check
from nettui.services.lookup import existing_entry, require_people
from nettui.text import one_line

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Record
    from nettui.services.network import Network

__all__ = ["edit", "log", "remove", "star"]


def log(network: Network, entry: Entry) -> Change | None:
    """Save a new entry. Raises InvalidInput, NotFound for a person that is not there, StoreError."""
    _check(network, entry)
    return network.save([entry], action="entry.log", detail=_detail(entry))


def edit(network: Network, entry: Entry) -> Change | None:
    """Save a changed entry; None when nothing differs. Raises InvalidInput, NotFound, StoreError."""
    existing_entry(network, entry.id)
    _check(network, entry)
    return network.save([entry], action="entry.edit", detail=_detail(entry))


def star(network: Network, entry_id: Id, starred: bool = True) -> Change | None:
    """Star an entry, or take its star away; None when it is so already. Raises NotFound, StoreError."""
    entry = existing_entry(network, entry_id)
    action = "entry.star" if starred else "entry.unstar"
    return network.save([replace(entry, starred=starred)], action=action, detail=_detail(entry))


def remove(network: Network, entry_id: Id) -> Change | None:
    """Delete an entry; promises and exchanges that came from it stay, without the link. Raises NotFound, StoreError."""
    entry = existing_entry(network, entry_id)
    repository = network.repository
    linked: list[Record] = [replace(p, entry=None) for p in repository.promises.values() if p.entry == entry_id]
    linked += [replace(e, entry=None) for e in repository.exchanges.values() if e.entry == entry_id]
    return network.save(linked, removed=[entry], action="entry.remove", detail=_detail(entry))


def _detail(entry: Entry) -> str:
    return one_line(entry.text)


def _check(network: Network, entry: Entry) -> None:
    check(entry)
    require_people(network, *entry.people, *entry.mentions)
