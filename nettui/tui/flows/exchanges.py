"""Flows on exchanges: record, ask and offer, edit, move on, step back, put steps right, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.statuses import STATUS_NAMES, next_status
from nettui.i18n import _
from nettui.services import exchanges
from nettui.services.names import exchange_name
from nettui.text import one_line
from nettui.tui.flows.introductions import offer_met
from nettui.tui.flows.kit import attempt, confirm, edited_only, fill, gone

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp
    from nettui.tui.dialogs.step_form import Stepped
    from nettui.tui.flows.kit import UseCase

__all__ = [
    "ask_and_offer",
    "back_exchange",
    "edit_exchange",
    "move_exchange",
    "offer",
    "record_exchange",
    "remove_exchange",
    "step_exchange",
]


async def record_exchange(app: NettuiApp, person_id: Id | None = None) -> Id | None:
    """Ask for a favour given, received, asked or offered; return its id."""
    return await _record(app, person_id, None)


async def offer(app: NettuiApp, person_id: Id | None, subject: str) -> Id | None:
    """Ask what is to be offered to somebody, ``subject`` filled in; return its id."""
    return await _record(app, person_id, subject)


async def _record(app: NettuiApp, person_id: Id | None, offered: str | None) -> Id | None:
    from nettui.tui.dialogs.exchange_form import exchange_form

    exchange_id = app.workspace.network.clock.new_id()
    spec = exchange_form(app.workspace, None, new_id=exchange_id, person_id=person_id, offer=offered)
    outcome = await fill(app, spec, lambda exchange: lambda network: exchanges.record(network, exchange))
    return exchange_id if outcome is not None and outcome.change is not None else None


async def ask_and_offer(app: NettuiApp, person_id: Id | None = None, *, subject: str = "") -> Id | None:
    """Ask for something and offer something in return, on one form; return the id of the request."""
    from nettui.tui.dialogs.ask_form import ask_form

    new_id = app.workspace.network.clock.new_id
    ask_id = new_id()
    spec = ask_form(app.workspace, ask_id=ask_id, offer_id=new_id(), person_id=person_id, subject=subject)
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


async def move_exchange(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Move an exchange to its usual next status, since today, and say what comes after that."""
    change = _moved(app, exchange_id, lambda network: exchanges.move(network, exchange_id))
    if change is not None:
        await offer_met(app, exchange_id)
    return change


async def back_exchange(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Put an exchange back to the status it had before."""
    return _moved(app, exchange_id, lambda network: exchanges.back(network, exchange_id))


async def step_exchange(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Move an exchange on with another status, date or note than usual; or put right a step that was taken."""
    from nettui.tui.dialogs.step_form import step_form

    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        return gone(app)

    def save(stepped: Stepped) -> UseCase:
        edited = stepped.exchange
        step = edited.steps[-1]
        if stepped.status is not None and edited.steps[:-1] == exchange.steps:
            return lambda network: exchanges.move(
                network, exchange_id, step.status, on=step.on, note=step.note, undated=step.on is None
            )
        return lambda network: exchanges.edit(network, edited_only(network, exchange, edited))

    outcome = await fill(app, step_form(app.workspace, exchange), save)
    if outcome is None or outcome.change is None:
        return None
    _say_status(app, exchange_id)
    await offer_met(app, exchange_id)
    return outcome.change


def _moved(app: NettuiApp, exchange_id: Id, use_case: UseCase) -> Change | None:
    change = app.perform(use_case, quiet=True)
    if change is not None:
        _say_status(app, exchange_id)
    return change


def _say_status(app: NettuiApp, exchange_id: Id) -> None:
    """Say what a favour has come to, and what the same key does next."""
    exchange = app.workspace.index.exchanges[exchange_id]
    status, following = _(STATUS_NAMES[exchange.status]), next_status(exchange)
    if following is None:
        said = _("{status}: nothing comes after that.").format(status=status)
    else:
        said = _("{status}. s again: {next}").format(status=status, next=_(STATUS_NAMES[following]))
    app.say(_("{what}  (u takes it back)").format(what=said[:1].upper() + said[1:]))


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
