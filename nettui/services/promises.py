"""Use-cases on promises, mine and theirs: add, edit, done, undone, remove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.dates import PartialDate
from nettui.domain.validate import check
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services.lookup import existing_entry, existing_promise, require_people
from nettui.services.past import check_past
from nettui.services.snoozes import about_any
from nettui.text import one_line

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Promise
    from nettui.services.network import Network

__all__ = ["add", "done", "edit", "remove", "undone"]


def add(network: Network, promise: Promise) -> Change | None:
    """Save a new promise. Raises InvalidInput, NotFound for a link to nothing, StoreError."""
    _check(network, promise)
    return network.save([promise], action="promise.add", detail=promise.text)


def edit(network: Network, promise: Promise) -> Change | None:
    """Save a changed promise; None when nothing differs. Raises InvalidInput, NotFound, StoreError."""
    existing_promise(network, promise.id)
    _check(network, promise)
    return network.save([promise], action="promise.edit", detail=promise.text)


def done(network: Network, promise_id: Id, on: date | None = None) -> Change | None:
    """Mark a promise as kept on ``on``, today unless given. Raises InvalidInput when it is already, NotFound."""
    promise = existing_promise(network, promise_id)
    if promise.done_on is not None:
        raise InvalidInput(
            _("“{text}” was kept on {date} already.").format(text=one_line(promise.text), date=promise.done_on)
        )
    day = on or network.today
    check_past(network, PartialDate.of(day))
    return network.save([replace(promise, done_on=day)], action="promise.done", detail=promise.text)


def undone(network: Network, promise_id: Id) -> Change | None:
    """Open a promise again; None when it is open. Raises NotFound, StoreError."""
    promise = existing_promise(network, promise_id)
    return network.save([replace(promise, done_on=None)], action="promise.undone", detail=promise.text)


def remove(network: Network, promise_id: Id) -> Change | None:
    """Delete a promise. Raises NotFound, StoreError."""
    promise = existing_promise(network, promise_id)
    put_off = about_any(network, {promise_id})
    return network.save([], removed=[promise, *put_off], action="promise.remove", detail=promise.text)


def _check(network: Network, promise: Promise) -> None:
    check(promise)
    if promise.person is not None:
        require_people(network, promise.person)
    if promise.entry is not None:
        existing_entry(network, promise.entry)
