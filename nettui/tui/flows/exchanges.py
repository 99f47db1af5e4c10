"""Flows on exchanges: record, ask and offer, edit, move on, step back, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.statuses import STATUS_NAMES, next_statuses
from nettui.i18n import _
from nettui.services import exchanges
from nettui.services.names import exchange_name
from nettui.text import one_line
from nettui.tui.flows.introductions import offer_met
from nettui.tui.flows.kit import ask, attempt, confirm, edited_only, fill, gone

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Status
    from nettui.tui.app import NettuiApp

__all__ = [
    "ask_and_offer",
    "back_exchange",
    "edit_exchange",
    "move_exchange",
    "record_exchange",
    "remove_exchange",
]


async def record_exchange(app: NettuiApp, person_id: Id | None = None) -> Id | None:
    """Ask for a favour given, received, asked or offered; return its id."""
    from nettui.tui.dialogs.exchange_form import exchange_form

    exchange_id = app.workspace.network.clock.new_id()
    spec = exchange_form(app.workspace, None, new_id=exchange_id, person_id=person_id)
    outcome = await fill(app, spec, lambda exchange: lambda network: exchanges.record(network, exchange))
    return exchange_id if outcome is not None and outcome.change is not None else None


async def ask_and_offer(app: NettuiApp, person_id: Id | None = None) -> Id | None:
    """Ask for something and offer something in return, on one form; return the id of the request."""
    from nettui.tui.dialogs.ask_form import ask_form

    new_id = app.workspace.network.clock.new_id
    ask_id = new_id()
    spec = ask_form(app.workspace, ask_id=ask_id, offer_id=new_id(), person_id=person_id)
    outcome = await fill(app, spec, lambda both: lambda network: exchanges.ask_and_offer(network, both[0], both[1]))
    return ask_id if outcome is not None and outcome.change is not None else None


async def edit_exchange(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Edit an exchange."""
    from nettui.tui.dialogs.exchange_form import exchange_form

    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        return gone(app)
    spec = exchange_form(app.workspace, exchange)
    outcome = await fill(
        app, spec, lambda edited: lambda network: exchanges.edit(network, edited_only(network, exchange, edited))
    )
    return outcome.change if outcome is not None else None


async def move_exchange(app: NettuiApp, exchange_id: Id, status: Status | None = None) -> Change | None:
    """Move an exchange on: to ``status``, to the only one that can follow, or to one picked from a short list.

    The usual next status stands first in the list, so Enter takes it.
    """
    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        return gone(app)
    if status is None and len(next_statuses(exchange)) > 1:
        status = await _choose_status(app, exchange)
        if status is None:
            return None
    change = attempt(app, lambda network: exchanges.move(network, exchange_id, status)).change
    if change is not None:
        await offer_met(app, exchange_id)
    return change


async def _choose_status(app: NettuiApp, exchange: Exchange) -> Status | None:
    from nettui.domain.records import Status
    from nettui.tui.dialogs.choose import Choose, Option

    name = app.workspace.index.person_name(exchange.person)
    options = [Option(status.value, _(STATUS_NAMES[status]), also=status.value) for status in next_statuses(exchange)]
    note = _("{what} with {name}, {status}").format(
        what=one_line(exchange_name(exchange), 30), name=one_line(name, 30), status=_(STATUS_NAMES[exchange.status])
    )
    chosen = await ask(app, Choose(_("What happened?"), options, note=note))
    return Status(chosen.key) if chosen is not None else None


async def back_exchange(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Put an exchange back to the status it had before."""
    return attempt(app, lambda network: exchanges.back(network, exchange_id)).change


async def remove_exchange(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Delete an exchange after asking."""
    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        return gone(app)
    name = one_line(app.workspace.index.person_name(exchange.person))
    note = one_line(exchange_name(exchange)) + "\n"
    if any(other.in_return_for == exchange_id for other in app.workspace.index.exchanges.values()):
        note += _("What was given in return stays, without the link.") + "\n"
    question = _("Delete this exchange with {name}?").format(name=name)
    if not await confirm(app, question, note=note + "\n" + _("u brings it back."), yes=_("Delete")):
        return None
    return attempt(app, lambda network: exchanges.remove(network, exchange_id)).change
