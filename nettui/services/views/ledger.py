"""The ledger: the register of exchanges, and balances by person and kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.services.views.introductions import introduction_row
from nettui.services.views.refs import ref, refs
from nettui.services.views.rows import BalanceRow, ExchangeRow, PromiseRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.domain.records import Exchange, Promise
    from nettui.services.index import Index

__all__ = ["balance_rows", "exchange_row", "promise_row"]


def exchange_row(index: Index, exchange: Exchange) -> ExchangeRow:
    """Return the row of ``exchange``; ``on`` is the day it was done, before that the day of its status."""
    return ExchangeRow(
        id=exchange.id,
        kind=exchange.kind,
        direction=exchange.direction,
        status=exchange.status,
        on=ledger.happened_on(exchange),
        due=exchange.due,
        person=ref(index, exchange.person),
        others=refs(index, exchange.others),
        subject=exchange.subject,
        text=exchange.text,
        where=exchange.where,
        in_return_for=exchange.in_return_for,
        introduction=introduction_row(index, exchange),
        role=exchange.role,
        versions=len(exchange.versions),
    )


def balance_rows(index: Index, exchanges: Iterable[Exchange]) -> list[BalanceRow]:
    """Return one row for each person and kind, by the person's name; communal people have none."""
    exchanges = list(exchanges)
    # Only these people are decoded: a long list of people costs a ledger nothing.
    people = {each.person: index.people[each.person] for each in exchanges if each.person in index.people}
    counted = ledger.for_balance(exchanges, people, index.groups)
    rows = [
        BalanceRow(
            person=ref(index, balance.person),
            kind=balance.kind,
            given=balance.given,
            received=balance.received,
            open_given=balance.open_given,
            open_received=balance.open_received,
            last_given=balance.last_given,
            last_received=balance.last_received,
        )
        for balance in ledger.balances(counted)
    ]
    return sorted(rows, key=lambda row: (row.person.name.casefold(), row.person.id))


def promise_row(index: Index, promise: Promise) -> PromiseRow:
    """Return the row of ``promise``."""
    return PromiseRow(
        id=promise.id,
        text=promise.text,
        whose=promise.whose,
        person=ref(index, promise.person) if promise.person is not None else None,
        due=promise.due,
        done_on=promise.done_on,
    )
