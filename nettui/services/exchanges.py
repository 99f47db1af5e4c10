"""Use-cases on exchanges: record, edit, move to the next status, step back, correct, ask and offer, remove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, ExchangeKind, Status
from nettui.domain.statuses import advance, check_steps, correct, step_back
from nettui.domain.validate import check
from nettui.domain.versions import kept
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services.lookup import existing_entry, existing_exchange, require_people
from nettui.services.past import check_past
from nettui.services.snoozes import about_any

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange
    from nettui.services.network import Network

__all__ = ["ask_and_offer", "back", "correct_step", "edit", "examine", "move", "record", "remove"]


def record(network: Network, exchange: Exchange) -> Change | None:
    """Save a new exchange; its steps must begin at asked, offered, agreed or done, and follow each other.

    Raises InvalidInput, NotFound for a link to nothing, StoreError.
    """
    _check(network, exchange)
    return network.save([exchange], action="exchange.record", detail=_detail(network, exchange))


def edit(network: Network, exchange: Exchange) -> Change | None:
    """Save a changed exchange; None when nothing differs. Raises InvalidInput, NotFound, StoreError.

    The former text of a recommendation becomes a version of it, also where it is made another kind of favour.
    """
    stored = existing_exchange(network, exchange.id)
    if ExchangeKind.RECOMMENDATION in {stored.kind, exchange.kind}:
        exchange = kept(stored, exchange, network.today)
    _check(network, exchange)
    return network.save([exchange], action="exchange.edit", detail=_detail(network, exchange))


def move(
    network: Network,
    exchange_id: Id,
    status: Status | None = None,
    *,
    on: PartialDate | None = None,
    note: str = "",
    undated: bool = False,
) -> Change | None:
    """Move an exchange to ``status``, by default the usual next one.

    ``on`` is today unless given, and not known when ``undated``. Raises InvalidInput for a step that cannot follow or a
    date to come, NotFound, StoreError.
    """
    exchange = existing_exchange(network, exchange_id)
    when = None if undated else on or PartialDate.of(network.today)
    check_past(network, when)
    moved = advance(exchange, status, when, note)
    check(moved)
    return network.save([moved], action="exchange.move", detail=_detail(network, moved))


def back(network: Network, exchange_id: Id) -> Change | None:
    """Put an exchange back to the status before; what was declined or has lapsed is open again.

    Raises InvalidInput at its first status, NotFound, StoreError.
    """
    exchange = step_back(existing_exchange(network, exchange_id))
    return network.save([exchange], action="exchange.back", detail=_detail(network, exchange))


def correct_step(network: Network, exchange_id: Id, place: int, *, on: PartialDate | None, note: str) -> Change | None:
    """Give step ``place`` of an exchange's :func:`nettui.domain.statuses.path` another date and note.

    Places count from 0. Both are as they shall be, ``on`` None is "not known"; no other step changes. Returns None when
    nothing differs. Raises InvalidInput where there is no such step, for a date to come, or when the dates would run
    backwards; NotFound, StoreError.
    """
    exchange = existing_exchange(network, exchange_id)
    check_past(network, on)
    corrected = correct(exchange, place, on, note)
    check(corrected)
    return network.save([corrected], action="exchange.correct", detail=_detail(network, corrected))


def ask_and_offer(network: Network, ask: Exchange, offer: Exchange | None) -> Change | None:
    """Save a request of mine and, as one change, what I offer in return; ``offer`` is linked to ``ask`` here.

    Raises InvalidInput unless the one is received and asked, the other given and offered; NotFound, StoreError.
    """
    if (ask.direction, ask.status) != (Direction.RECEIVED, Status.ASKED):
        raise InvalidInput(_("The first half must be something I ask for."))
    _check(network, ask)
    saved = [ask]
    action = "exchange.request" if offer is None else "exchange.ask"
    if offer is not None:
        if (offer.direction, offer.status) != (Direction.GIVEN, Status.OFFERED):
            raise InvalidInput(_("The second half must be something I offer."))
        offer = replace(offer, in_return_for=ask.id)
        _check(network, offer, known=ask.id)
        saved.append(offer)
    return network.save(saved, action=action, detail=_detail(network, ask))


def remove(network: Network, exchange_id: Id) -> Change | None:
    """Delete an exchange; others that were in return for it lose only that link. Raises NotFound, StoreError."""
    exchange = existing_exchange(network, exchange_id)
    linked = [
        replace(other, in_return_for=None)
        for other in network.repository.exchanges.values()
        if other.in_return_for == exchange_id
    ]
    return network.save(
        linked,
        removed=[exchange, *about_any(network, {exchange_id})],
        action="exchange.remove",
        detail=_detail(network, exchange),
    )


def _detail(network: Network, exchange: Exchange) -> str:
    person = network.repository.people.get(exchange.person)
    return person.name if person is not None else exchange.subject


def _check(network: Network, exchange: Exchange, known: Id | None = None) -> None:
    check(exchange)
    require_people(network, exchange.person, *exchange.others)
    if exchange.in_return_for is not None and exchange.in_return_for != known:
        existing_exchange(network, exchange.in_return_for)
    if exchange.entry is not None:
        existing_entry(network, exchange.entry)
    stored = network.repository.exchanges.get(exchange.id)
    if stored is None or stored.steps != exchange.steps:
        check_steps(exchange)


def examine(network: Network, exchange: Exchange) -> None:
    """Raise InvalidInput or NotFound unless ``exchange`` may be saved: its fields, its links, its steps."""
    _check(network, exchange)
