"""One person: what is known, what is open, and one register of everything between us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nettui.domain import ledger
from nettui.domain.dates import PartialDate
from nettui.services.names import exchange_name
from nettui.services.views.introductions import about, brief_state, introduction_row
from nettui.services.views.ledger import balance_rows, exchange_row, promise_row
from nettui.services.views.people import person_row
from nettui.services.views.refs import ref

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.circles import ComputedGroup
    from nettui.domain.ids import Id
    from nettui.domain.records import Entry, Exchange, Person, Position, Promise
    from nettui.services.index import Index
    from nettui.services.views.rows import BalanceRow, ExchangeRow, PersonRow, PromiseRow, Ref

__all__ = ["PersonView", "RegisterRow", "person_view"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One line of the register. ``record`` is what it was made from, for who wants to say more than ``text``.

    ``state`` is in a word or two how far an introduction is.
    """

    on: PartialDate | None
    type: Literal["entry", "promise", "exchange"]
    id: Id
    text: str
    record: Entry | Promise | Exchange
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Everything about ``person``.

    ``started`` are positions begun after the last contact, ``mentioned`` entries that spoke of them since, newest
    first. ``balance`` is None for a communal relation, in which nobody keeps an account.
    """

    row: PersonRow
    person: Person
    introduced_by: Ref | None
    shared: tuple[ComputedGroup, ...]
    started: tuple[Position, ...]
    mentioned: tuple[RegisterRow, ...]
    promises: tuple[PromiseRow, ...]
    exchanges: tuple[ExchangeRow, ...]
    register: tuple[RegisterRow, ...]
    balance: tuple[BalanceRow, ...] | None


def person_view(index: Index, person: Person) -> PersonView:
    """Return the view of ``person``; ``promises`` and ``exchanges`` are the open ones."""
    entries = index.entries_of(person.id)
    exchanges = index.exchanges_of(person.id)
    promises = index.promises_of(person.id)
    last = index.last_contact(person.id)
    by = person.met.by if person.met is not None else None
    return PersonView(
        row=person_row(index, person),
        person=person,
        introduced_by=ref(index, by) if by is not None and by in index.people else None,
        shared=tuple(group for group in index.computed_groups() if person.id in group.people),
        started=tuple(position for position in person.positions if _began_after(position, last)),
        mentioned=tuple(
            _entry(entry)
            for entry in reversed(entries)
            if person.id not in entry.people and (last is None or entry.at.day > last)
        ),
        promises=tuple(promise_row(index, promise) for promise in promises if promise.done_on is None),
        exchanges=tuple(exchange_row(index, each) for each in exchanges if each.status in ledger.OPEN),
        register=_register(index, person.id, entries, promises, exchanges),
        balance=None
        if index.communal(person)
        else tuple(balance_rows(index, [each for each in exchanges if each.person == person.id])),
    )


def _began_after(position: Position, last: date | None) -> bool:
    since = position.since
    return last is not None and since is not None and since.year is not None and since.first_day() > last


def _register(
    index: Index,
    person: Id,
    entries: Iterable[Entry],
    promises: Iterable[Promise],
    exchanges: Iterable[Exchange],
) -> tuple[RegisterRow, ...]:
    rows = [
        *(_entry(entry) for entry in entries),
        *(_promise(index, promise) for promise in promises),
        *(_exchange(index, person, exchange) for exchange in exchanges),
    ]
    # What has no date stands at the end: nobody knows how old it is.
    rows.sort(key=lambda row: (row.on is not None, str(row.on or ""), len(row.id), row.id), reverse=True)
    return tuple(rows)


def _entry(entry: Entry) -> RegisterRow:
    return RegisterRow(on=PartialDate.of(entry.at.day), type="entry", id=entry.id, text=entry.text, record=entry)


def _promise(index: Index, promise: Promise) -> RegisterRow:
    """Return the line of a promise, at the day it was made: that of its entry, else that of the record."""
    made = index.entries.get(promise.entry) if promise.entry is not None else None
    day = made.at.day if made is not None else promise.created.date()
    return RegisterRow(on=PartialDate.of(day), type="promise", id=promise.id, text=promise.text, record=promise)


def _exchange(index: Index, person: Id, exchange: Exchange) -> RegisterRow:
    """Return the line of an exchange; an introduction says who brought whom together, and how far it is."""
    introduction = introduction_row(index, exchange)
    return RegisterRow(
        on=ledger.happened_on(exchange),
        type="exchange",
        id=exchange.id,
        text=exchange_name(exchange) if introduction is None else about(introduction, exchange.subject, person),
        record=exchange,
        state="" if introduction is None else brief_state(introduction),
    )
