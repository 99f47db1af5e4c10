"""Introductions: who introduces, which sides are brought together, and what an attentive person does next.

Both sides are asked before their addresses are given away, and whoever introduced learns what came of it: the usual
double opt-in. An :class:`~nettui.domain.records.Exchange` of the kind introduction says it like this:

================  ===========================  ==========================================================
direction         introducer                   sides
================  ===========================  ==========================================================
given             me                           ``person``, for whom I do it, and all ``others``
received          ``person``                   me and the one in ``others``; with two or more ``others``
                                               those, whom ``person`` brought together on my request
================  ===========================  ==========================================================

So an introduction whose other side has no name yet ("to somebody at the hospital") has one side. Somebody who stands
in both ``person`` and ``others``, as older files have it, is one side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.domain.ledger import CLOSED, OPEN
from nettui.domain.records import ME_ID, Consent, Consenting, Direction, ExchangeKind, Status
from nettui.domain.statuses import path
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange

__all__ = [
    "Next",
    "Todo",
    "both_agreed",
    "consent_of",
    "introducer",
    "is_introduction",
    "met_through",
    "next_thing",
    "parties",
    "sides",
    "sides_only",
    "unasked",
    "without_sides",
]


class Todo(StrEnum):
    """What is to be done next for an introduction, in the usual order; ``CLOSE`` after a side declined."""

    NAME = "name"
    ASK = "ask"
    ANSWER = "answer"
    INTRODUCE = "introduce"
    CLOSE = "close"
    OUTCOME = "outcome"
    TELL = "tell"
    THANK = "thank"


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next, and whom it concerns: the side to ask, whose answer is awaited or who declined, whom to tell.

    ``who`` is None for :attr:`Todo.NAME`, where the other side has no name yet; of :attr:`Todo.INTRODUCE` it is the
    introducer, of :attr:`Todo.OUTCOME` the side that will know.
    """

    todo: Todo
    who: Id | None = None


def is_introduction(exchange: Exchange) -> bool:
    """Return whether ``exchange`` is an introduction."""
    return exchange.kind is ExchangeKind.INTRODUCTION


def introducer(exchange: Exchange) -> Id:
    """Return who introduces: ``ME_ID`` for me."""
    return ME_ID if exchange.direction is Direction.GIVEN else exchange.person


def sides(exchange: Exchange) -> tuple[Id, ...]:
    """Return those who are brought together, each once, ``ME_ID`` for me; the table above says who they are."""
    if exchange.direction is Direction.GIVEN:
        return tuple(dict.fromkeys((exchange.person, *exchange.others)))
    others = tuple(dict.fromkeys(other for other in exchange.others if other != exchange.person))
    return others if len(others) > 1 else (ME_ID, *others)


def parties(introducing: Id, both: Sequence[Id]) -> tuple[Direction, Id, tuple[Id, ...]]:
    """Return the ``direction``, ``person`` and ``others`` that say "``introducing`` brings ``both`` together".

    The inverse of :func:`introducer` and :func:`sides`. Raises ValueError when no record can say it: nobody to bring
    together, somebody twice, the introducer among the sides, an introduction of mine with me as a side, or me with
    several others, which are introductions of their own.
    """
    if not both or len(set(both)) < len(both) or introducing in both:
        raise ValueError("an introduction has different sides, none of them the introducer")
    others = tuple(side for side in both if side != ME_ID)
    if introducing == ME_ID:
        return Direction.GIVEN, others[0], others[1:]
    if (ME_ID in both) != (len(others) < 2):
        raise ValueError("somebody else brings together me and one person, or at least two others")
    return Direction.RECEIVED, introducing, others


def consent_of(exchange: Exchange, side: Id) -> Consent | None:
    """Return what ``side`` said to being introduced; None while they were not asked.

    Who asked for the introduction has agreed by asking: I, where I asked for it, and the ``person`` who asked me.
    """
    for consent in exchange.consents:
        if consent.person == side:
            return consent
    asking = ME_ID if exchange.direction is Direction.RECEIVED else exchange.person
    first = path(exchange)[0]
    if side == asking and first.status is Status.ASKED:
        return Consent(person=side, answer=Consenting.AGREED, on=first.on)
    return None


def both_agreed(exchange: Exchange) -> bool:
    """Return whether there are two sides at least and all of them agreed."""
    both = sides(exchange)
    return len(both) > 1 and all(_answer(exchange, side) is Consenting.AGREED for side in both)


def unasked(exchange: Exchange) -> tuple[Id, ...]:
    """Return the sides that were not asked."""
    return tuple(side for side in sides(exchange) if consent_of(exchange, side) is None)


def next_thing(exchange: Exchange) -> Next | None:
    """Return what an attentive person would do next; None when nothing is left to do.

    While it is open: name the sides, ask each, hear each answer, introduce; close it when somebody declined. Once it
    is done: hear what came of it, tell whoever introduced, thank them. Where I introduced, to know what came of it is
    to have been told, and the thanks are theirs.
    """
    both = sides(exchange)
    if exchange.status in CLOSED:
        return None
    if exchange.status in OPEN:
        return _before(exchange, both)
    if not exchange.outcome.strip():
        return Next(Todo.OUTCOME, both[0])
    if introducer(exchange) == ME_ID:
        return None
    if exchange.told_on is None:
        return Next(Todo.TELL, exchange.person)
    return Next(Todo.THANK, exchange.person) if exchange.status is Status.DONE else None


def _before(exchange: Exchange, both: Sequence[Id]) -> Next:
    answers = {side: _answer(exchange, side) for side in both}

    def first(wanted: Consenting | None) -> Id | None:
        return next((side for side, answer in answers.items() if answer is wanted), None)

    if (declined := first(Consenting.DECLINED)) is not None:
        return Next(Todo.CLOSE, declined)
    if len(both) < 2:
        return Next(Todo.NAME)
    if (silent := first(None)) is not None:
        return Next(Todo.ASK, silent)
    if (asked := first(Consenting.ASKED)) is not None:
        return Next(Todo.ANSWER, asked)
    return Next(Todo.INTRODUCE, introducer(exchange))


def _answer(exchange: Exchange, side: Id) -> Consenting | None:
    consent = consent_of(exchange, side)
    return consent.answer if consent is not None else None


def sides_only(exchange: Exchange) -> Exchange:
    """Return ``exchange`` without the answers of people who are no side of it, after its sides were changed."""
    both = sides(exchange)
    return replace(exchange, consents=tuple(consent for consent in exchange.consents if consent.person in both))


def without_sides(exchange: Exchange, gone: Collection[Id]) -> Exchange:
    """Return ``exchange`` without those of its ``others``, and their answers, who are not in the network any more.

    Where somebody brought others together and one is left, that one would read as brought together with me. The favour
    then stays as one of no particular kind.
    """
    if not any(other in gone for other in exchange.others):
        return exchange
    kept = replace(
        exchange,
        others=tuple(other for other in exchange.others if other not in gone),
        consents=tuple(consent for consent in exchange.consents if consent.person not in gone),
    )
    if not is_introduction(exchange) or (ME_ID in sides(exchange)) == (ME_ID in sides(kept)):
        return kept
    return replace(kept, kind=ExchangeKind.OTHER, subject=kept.subject.strip() or _("brought two people together"))


def met_through(exchange: Exchange) -> Id | None:
    """Return whom I met by a finished introduction of somebody else's; None for any other exchange."""
    if not is_introduction(exchange) or exchange.direction is Direction.GIVEN or exchange.status in OPEN | CLOSED:
        return None
    both = sides(exchange)
    return both[1] if len(both) == 2 and both[0] == ME_ID else None
