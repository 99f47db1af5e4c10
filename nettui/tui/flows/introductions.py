"""Flows on introductions: begin one, walk it on by one key, and note whom it let me meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.introductions import (
    Todo,
    consent_of,
    introducer,
    is_introduction,
    met_through,
    next_thing,
    sides,
)
from nettui.domain.ledger import COUNTED, OPEN
from nettui.domain.records import ME_ID, Consenting, Direction, Status
from nettui.i18n import _
from nettui.services import exchanges, introductions
from nettui.services.views.introductions import introduction_row, sentence, state
from nettui.text import one_line
from nettui.tui.flows.kit import ask, attempt, edited_only, fill, gone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.introductions import Next
    from nettui.domain.records import Exchange
    from nettui.tui.app import NettuiApp
    from nettui.tui.dialogs.choose import Option

__all__ = ["begin_introduction", "edit_introduction", "introduction_at", "offer_met", "walk_on"]


async def begin_introduction(app: NettuiApp, person_id: Id | None = None) -> Id | None:
    """Ask whom to bring together; return the id of the introduction."""
    from nettui.tui.dialogs.introduction_form import introduction_form

    new_id = app.workspace.network.clock.new_id()
    spec = introduction_form(app.workspace, None, new_id=new_id, person_id=person_id)
    outcome = await fill(app, spec, lambda made: lambda network: introductions.begin(network, made))
    if outcome is None or outcome.change is None:
        return None
    await offer_met(app, new_id)
    return new_id


async def edit_introduction(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Edit the three parties of an introduction and what they said."""
    from nettui.tui.dialogs.introduction_form import introduction_form

    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        return gone(app)
    outcome = await fill(
        app,
        introduction_form(app.workspace, exchange),
        lambda edited: lambda network: introductions.edit(network, edited_only(network, exchange, edited)),
    )
    if outcome is None or outcome.change is None:
        return None
    if exchange.status in OPEN:
        await offer_met(app, exchange_id)
    return outcome.change


async def walk_on(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Note what happened to an introduction, picked from a short list in which the next thing stands first."""
    from nettui.tui.dialogs.choose import Choose

    index = app.workspace.index
    exchange = index.exchanges.get(exchange_id)
    row = introduction_row(index, exchange) if exchange is not None else None
    if exchange is None or row is None:
        return gone(app)
    note = one_line(f"{sentence(row)}: {state(row)}", 100)
    chosen = await ask(app, Choose(_("What happened?"), _options(app, exchange), note=note))
    if chosen is None:
        return None
    what, _colon, who = chosen.key.partition(":")
    match what:
        case "outcome":
            return await _note_outcome(app, exchange)
        case "edit":
            return await edit_introduction(app, exchange_id)
        case "introduced":
            return await _introduce(app, exchange)
        case "asked":
            return attempt(app, lambda network: introductions.ask_side(network, exchange_id, who)).change
        case "agreed" | "declined":
            answer = Consenting(what)
            return attempt(app, lambda network: introductions.answer_side(network, exchange_id, who, answer)).change
        case "closed":
            return attempt(app, lambda network: introductions.close(network, exchange_id)).change
        case "thanked":
            return attempt(app, lambda network: exchanges.move(network, exchange_id, Status.THANKED)).change
    both = what == "told_thanked"
    return attempt(app, lambda network: introductions.tell(network, exchange_id, thanked=both)).change


async def _introduce(app: NettuiApp, exchange: Exchange) -> Change | None:
    warning = introductions.warning(app.workspace.network, exchange)
    change = attempt(app, lambda network: introductions.introduce(network, exchange.id)).change
    if change is not None:
        await offer_met(app, exchange.id)
        if warning:
            app.say(_("Introduced. {warning}").format(warning=warning), "hint")
    return change


async def _note_outcome(app: NettuiApp, exchange: Exchange) -> Change | None:
    from nettui.tui.dialogs.introduction_form import outcome_form

    outcome = await fill(
        app,
        outcome_form(app.workspace, exchange),
        lambda said: lambda network: introductions.record_outcome(network, exchange.id, *said),
    )
    return outcome.change if outcome is not None else None


async def offer_met(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Offer to note through whom I met somebody, once an introduction is done and nothing is known of it."""
    index = app.workspace.index
    exchange = index.exchanges.get(exchange_id)
    person = index.people.get(met_through(exchange) or "") if exchange is not None else None
    if exchange is None or person is None or (person.met is not None and person.met.by is not None):
        return None
    from nettui.tui.dialogs.confirm import confirm_dialog

    question = _("Note that you met {name} through {introducer}?").format(
        name=one_line(person.name, 30), introducer=one_line(index.person_name(exchange.person), 30)
    )
    note = _("Breadth then counts it under how you meet people.")
    if await ask(app, confirm_dialog(question, note=note, yes=_("Note it"), dangerous=False)) != "yes":
        return None
    return attempt(app, lambda network: introductions.note_met(network, exchange_id)).change


# -- the list ----------------------------------------------------------------------------------------------------------


def _options(app: NettuiApp, exchange: Exchange) -> list[Option]:
    """Return what may have happened, the next thing first."""
    found = [*_steps(app, exchange)]
    first = _usual(next_thing(exchange))
    return sorted(found, key=lambda option: option.key != first)


def _usual(todo: Next | None) -> str:
    """Return the key of what usually comes next."""
    if todo is None:
        return "edit"
    who = todo.who or ""
    return {
        Todo.NAME: "edit",
        Todo.ASK: f"agreed:{who}" if who == ME_ID else f"asked:{who}",
        Todo.ANSWER: f"agreed:{who}",
        Todo.INTRODUCE: "introduced",
        Todo.CLOSE: "closed",
        Todo.OUTCOME: "outcome",
        Todo.TELL: "told",
        Todo.THANK: "thanked",
    }[todo.todo]


def _steps(app: NettuiApp, exchange: Exchange) -> Iterator[Option]:
    from nettui.tui.dialogs.choose import Option

    if exchange.status in OPEN:
        yield from _answers(app, exchange)
        if len(sides(exchange)) > 1:
            note = introductions.warning(app.workspace.network, exchange)
            yield Option("introduced", _("introduced"), one_line(note, 44), also="introduced")
        if any(consent.answer is Consenting.DECLINED for consent in exchange.consents):
            yield Option("closed", _("closed: nothing comes of it"), also="closed")
    elif exchange.status in COUNTED:
        yield Option("outcome", _("what came of it…"), also="outcome")
        yield from _telling(app, exchange)
    yield Option("edit", _("edit the introduction…"), also="edit")


def _answers(app: NettuiApp, exchange: Exchange) -> Iterator[Option]:
    from nettui.tui.dialogs.choose import Option

    for side in sides(exchange):
        consent = consent_of(exchange, side)
        mine = side == ME_ID
        name = one_line(app.workspace.index.person_name(side), 30)
        if consent is None and not mine:
            yield Option(f"asked:{side}", _("{name} was asked").format(name=name), also="asked")
        if consent is None or consent.answer is not Consenting.AGREED:
            said = _("you agreed") if mine else _("{name} agreed").format(name=name)
            yield Option(f"agreed:{side}", said, also="agreed")
        if consent is None or consent.answer is not Consenting.DECLINED:
            said = _("you declined") if mine else _("{name} declined").format(name=name)
            yield Option(f"declined:{side}", said, also="declined")


def _telling(app: NettuiApp, exchange: Exchange) -> Iterator[Option]:
    from nettui.tui.dialogs.choose import Option

    who = introducer(exchange)
    name = one_line(app.workspace.index.person_name(who), 30)
    thanks = exchange.direction is Direction.RECEIVED and exchange.status is Status.DONE
    if who != ME_ID and exchange.told_on is None:
        yield Option("told", _("told {name} what came of it").format(name=name), also="told")
        if thanks:
            yield Option("told_thanked", _("told and thanked {name}").format(name=name), also="told thanked")
    if thanks:
        yield Option("thanked", _("thanked {name}").format(name=name), also="thanked")
    elif who == ME_ID and exchange.status is Status.DONE:
        names = one_line(app.workspace.index.person_name(exchange.person), 30)
        yield Option("thanked", _("{name} thanked you").format(name=names), also="thanked")


def introduction_at(app: NettuiApp, exchange_id: Id) -> bool:
    """Return whether an exchange is an introduction."""
    exchange = app.workspace.index.exchanges.get(exchange_id)
    return exchange is not None and is_introduction(exchange)
