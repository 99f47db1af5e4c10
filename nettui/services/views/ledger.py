"""The ledger: the register of exchanges, and balances by person, by group and by kind.

A balance is ordered by how often something went either way, then by name: exchanging often matters more than being
even (Flynn 2003, see :mod:`nettui.domain.balances`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.domain import ledger
from nettui.domain.balances import (
    balances,
    communal_people,
    for_balance,
    totals_by_group,
    totals_by_kind,
    totals_by_person,
)
from nettui.i18n import _
from nettui.services.names import KIND_NAMES
from nettui.services.views.introductions import introduction_row
from nettui.services.views.order import name_key
from nettui.services.views.refs import group_ref, ref, refs
from nettui.services.views.rows import BalanceRow, ExchangeRow, PromiseRow, TotalsRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nettui.domain.balances import Totals
    from nettui.domain.ids import Id
    from nettui.domain.periods import Period
    from nettui.domain.records import Exchange, Person, Promise
    from nettui.services.index import Index

__all__ = ["By", "balance_rows", "counted", "exchange_row", "frequency_key", "promise_row", "register", "totals_rows"]


class By(StrEnum):
    """What a balance is drawn by."""

    PERSON = "person"
    GROUP = "group"
    KIND = "kind"


def frequency_key(totals: Totals, name: str) -> tuple[object, ...]:
    """Return the sort key of a balance: most often first, then most that is open, then by name."""
    return (-totals.frequency, -(totals.open_given + totals.open_received), name_key(name))


def counted(index: Index, exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return those of ``exchanges`` that have a place in a balance: not those with communal people."""
    exchanges = list(exchanges)
    return for_balance(exchanges, _people_of(index, exchanges), index.groups)


def register(index: Index, exchanges: Iterable[Exchange], period: Period) -> list[ledger.RegisterLine]:
    """Return :func:`nettui.domain.ledger.register` of ``exchanges``, in which communal people do not count.

    So the running counts are those of the balance, and of what the hledger export says.
    """
    exchanges = list(exchanges)
    communal = communal_people(_people_of(index, exchanges).values(), index.groups)
    return ledger.register(exchanges, period, uncounted=communal)


def _people_of(index: Index, exchanges: Sequence[Exchange]) -> dict[Id, Person]:
    """Return the people of ``exchanges``. Only these are decoded: a long list of people costs a ledger nothing."""
    return {each.person: index.people[each.person] for each in exchanges if each.person in index.people}


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
    """Return one row for each person and kind; those with whom most went either way first, communal people have none.

    The rows of a person stand together, in the order of the kinds.
    """
    found = counted(index, exchanges)
    of_person = totals_by_person(found)
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
        for balance in balances(found)
    ]
    return sorted(rows, key=lambda row: (frequency_key(of_person[row.person.id], row.person.name), row.person.id))


def totals_rows(index: Index, exchanges: Iterable[Exchange], by: By) -> list[TotalsRow]:
    """Return one row for each person, group or kind that occurs, most often first; what is communal has none.

    Somebody in several groups counts in each: see :func:`nettui.domain.balances.totals_by_group`. To draw the balance
    of a period give only the exchanges of which :func:`nettui.domain.ledger.happened_in` says so.
    """
    found = counted(index, exchanges)
    if by is By.PERSON:
        rows = [
            TotalsRow(key=i, name=(name := ref(index, i).name), stable=name, totals=totals)
            for i, totals in totals_by_person(found).items()
        ]
    elif by is By.GROUP:
        groups = {group.id: group_ref(group) for group in index.groups.values()}
        rows = [
            TotalsRow(key=i, name=groups[i].name, stable=groups[i].stable, totals=totals)
            if i is not None
            else TotalsRow(key="", name=_("In no group"), stable="", totals=totals)
            for i, totals in totals_by_group(found, _people_of(index, found), index.groups).items()
        ]
    else:
        rows = [
            TotalsRow(key=kind.value, name=_(KIND_NAMES[kind]), stable=kind.value, totals=totals)
            for kind, totals in totals_by_kind(found).items()
        ]
    return sorted(rows, key=lambda row: frequency_key(row.totals, row.name))


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
