"""Use-cases on introductions: begin, ask a side, note its answer, introduce, what came of it, tell the introducer.

Each is one change. Who the sides are is said in :mod:`nettui.domain.introductions`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.dates import PartialDate
from nettui.domain.introductions import (
    introducer,
    is_introduction,
    met_through,
    sides,
    sides_only,
    unasked,
)
from nettui.domain.ledger import COUNTED, happened_on
from nettui.domain.records import ME_ID, Consent, Consenting, Met, Status
from nettui.domain.statuses import advance
from nettui.domain.validate import check
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.services import exchanges
from nettui.services.lookup import existing_exchange, existing_person
from nettui.services.past import check_past
from nettui.text import one_line

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange
    from nettui.services.network import Network

__all__ = [
    "answer_side",
    "ask_side",
    "begin",
    "close",
    "edit",
    "introduce",
    "names_of",
    "note_met",
    "record_outcome",
    "tell",
    "warning",
]


def begin(network: Network, exchange: Exchange) -> Change | None:
    """Save a new introduction. Raises InvalidInput, NotFound for somebody who does not exist, StoreError."""
    _check(network, exchange)
    exchanges.examine(network, exchange)
    return network.save([exchange], action="introduction.begin", detail=names_of(network, exchange))


def edit(network: Network, exchange: Exchange) -> Change | None:
    """Save a changed introduction; answers of people who are no side of it any more go. Raises as :func:`begin`."""
    existing_exchange(network, exchange.id)
    kept = sides_only(exchange)
    _check(network, kept)
    exchanges.examine(network, kept)
    return network.save([kept], action="introduction.edit", detail=names_of(network, kept))


def ask_side(network: Network, exchange_id: Id, side: Id, on: PartialDate | None = None) -> Change | None:
    """Note that ``side`` was asked, today unless given. Raises InvalidInput when they were, NotFound, StoreError."""
    return _consent(network, exchange_id, side, Consenting.ASKED, on)


def answer_side(
    network: Network, exchange_id: Id, side: Id, answer: Consenting, on: PartialDate | None = None, note: str = ""
) -> Change | None:
    """Note that ``side`` agreed or declined, today unless given; an earlier answer gives way.

    ``note``, such as "after the holidays", joins what the exchange's text holds. Raises InvalidInput for a date to
    come, or somebody who is no side of it; NotFound, StoreError.
    """
    return _consent(network, exchange_id, side, answer, on, note)


def introduce(network: Network, exchange_id: Id, on: PartialDate | None = None, note: str = "") -> Change | None:
    """Note that the sides were brought together: done, today unless given.

    Not refused where a side was not asked: :func:`warning` says so. Raises InvalidInput, NotFound, StoreError.
    """
    exchange = _existing(network, exchange_id)
    if len(sides(exchange)) < 2:
        raise InvalidInput(
            _("Nobody is named at the other side of this introduction."), hint=_("Write down who it is first.")
        )
    done = advance(exchange, Status.DONE, _past(network, on), note)
    check(done)
    return network.save([done], action="introduction.introduce", detail=names_of(network, done))


def close(network: Network, exchange_id: Id, on: PartialDate | None = None, note: str = "") -> Change | None:
    """Note that nothing comes of it because a side declined. Raises InvalidInput, NotFound, StoreError."""
    exchange = _existing(network, exchange_id)
    closed = advance(exchange, Status.DECLINED, _past(network, on), note)
    check(closed)
    return network.save([closed], action="exchange.move", detail=names_of(network, closed))


def record_outcome(network: Network, exchange_id: Id, outcome: str, on: PartialDate | None = None) -> Change | None:
    """Note what came of an introduction, and where I made it that I was told, ``on`` or today.

    An empty ``outcome`` takes back what was noted. Raises InvalidInput while it is not done, NotFound, StoreError.
    """
    exchange = _done(network, exchange_id)
    changed = replace(exchange, outcome=outcome.strip())
    if introducer(exchange) == ME_ID:
        told = exchange.told_on if exchange.outcome.strip() and on is None else _past(network, on)
        changed = replace(changed, told_on=told if changed.outcome else None)
    check(changed)
    return network.save([changed], action="introduction.outcome", detail=names_of(network, changed))


def tell(network: Network, exchange_id: Id, on: PartialDate | None = None, *, thanked: bool = False) -> Change | None:
    """Note that whoever introduced was told what came of it, today unless given; ``thanked`` says thanked, too.

    Raises InvalidInput while it is not done, NotFound, StoreError.
    """
    exchange = _done(network, exchange_id)
    day = _past(network, on)
    told = replace(exchange, told_on=day)
    if thanked and told.status is Status.DONE:
        told = advance(told, Status.THANKED, day)
    check(told)
    return network.save([told], action="introduction.tell", detail=names_of(network, told))


def note_met(network: Network, exchange_id: Id) -> Change | None:
    """Note whom I met through this introduction: their ``met.by``, and its date where none is known.

    Raises InvalidInput when nobody was met by it, NotFound, StoreError.
    """
    exchange = _existing(network, exchange_id)
    person_id = met_through(exchange)
    if person_id is None:
        raise InvalidInput(_("You met nobody by this introduction."))
    person = existing_person(network, person_id)
    met = person.met or Met()
    changed = replace(person, met=replace(met, by=exchange.person, on=met.on or happened_on(exchange)))
    check(changed)
    return network.save([changed], action="introduction.met", detail=person.name)


def warning(network: Network, exchange: Exchange) -> str:
    """Return in words who was not asked before being introduced; empty when all were, or it is done."""
    if exchange.status in COUNTED:
        return ""
    names = [_name(network, side) for side in unasked(exchange) if side != ME_ID]
    return _("Not asked yet: {names}.").format(names=", ".join(names)) if names else ""


def names_of(network: Network, exchange: Exchange) -> str:
    """Return the names of the sides, me left out, for the sentence about a change."""
    return ", ".join(_name(network, side) for side in sides(exchange) if side != ME_ID) or _name(
        network, exchange.person
    )


def _name(network: Network, person_id: Id) -> str:
    person = network.repository.people.get(person_id)
    return one_line(person.name) if person is not None else person_id


def _no_side(network: Network, who: Id) -> InvalidInput:
    if who == ME_ID:
        return InvalidInput(_("You are no side of this introduction."))
    return InvalidInput(_("{name} is no side of this introduction.").format(name=_name(network, who)))


def _existing(network: Network, exchange_id: Id) -> Exchange:
    exchange = existing_exchange(network, exchange_id)
    if not is_introduction(exchange):
        raise InvalidInput(_("This is no introduction."))
    return exchange


def _done(network: Network, exchange_id: Id) -> Exchange:
    exchange = _existing(network, exchange_id)
    if exchange.status not in COUNTED:
        raise InvalidInput(
            _("They were not introduced yet."), hint=_("Note first that they were, then what came of it.")
        )
    return exchange


def _past(network: Network, on: PartialDate | None) -> PartialDate:
    if on is None:
        return PartialDate.of(network.today)
    check_past(network, on)
    return on


def _consent(
    network: Network, exchange_id: Id, side: Id, answer: Consenting, on: PartialDate | None, note: str = ""
) -> Change | None:
    exchange = _existing(network, exchange_id)
    if side not in sides(exchange):
        raise _no_side(network, side)
    former = next((consent for consent in exchange.consents if consent.person == side), None)
    if answer is Consenting.ASKED and former is not None:
        said = _("You were asked already.") if side == ME_ID else _("{name} was asked already.")
        raise InvalidInput(said.format(name=_name(network, side)))
    consent = Consent(person=side, answer=answer, on=_past(network, on))
    others = tuple(other for other in exchange.consents if other.person != side)
    order = {each: number for number, each in enumerate(sides(exchange))}
    consents = sorted((*others, consent), key=lambda each: order.get(each.person, len(order)))
    text = "\n".join(part for part in (exchange.text.strip(), note.strip()) if part) if note.strip() else exchange.text
    changed = replace(exchange, consents=tuple(consents), text=text)
    check(changed)
    action = "introduction.ask" if answer is Consenting.ASKED else "introduction.answer"
    return network.save([changed], action=action, detail=_said(network, side, answer))


def _said(network: Network, side: Id, answer: Consenting) -> str:
    words = {
        Consenting.ASKED: (_("{name} was asked"), _("you were asked")),
        Consenting.AGREED: (_("{name} agreed"), _("you agreed")),
        Consenting.DECLINED: (_("{name} declined"), _("you declined")),
    }
    return words[answer][side == ME_ID].format(name=_name(network, side))


def _check(network: Network, exchange: Exchange) -> None:
    if not is_introduction(exchange):
        raise InvalidInput(_("This is no introduction."))
    both = sides(exchange)
    if len({exchange.person, *exchange.others}) <= len(exchange.others):
        raise InvalidInput(_("The same person stands there twice."), hint=_("An introduction brings two together."))
    if len(both) < 2:
        raise InvalidInput(
            _("An introduction has two sides; only one is named."), hint=_("Name both, or record a favour instead.")
        )
    for consent in exchange.consents:
        if consent.person not in both:
            raise _no_side(network, consent.person)
    for on in (*(consent.on for consent in exchange.consents), exchange.told_on, exchange.on):
        check_past(network, on)
