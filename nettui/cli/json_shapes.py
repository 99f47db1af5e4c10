"""The JSON of every list: the contract with scripts. All keys are always there; what is not known is null.

Ids are strings, dates ISO 8601 (partial ones shortened: ``2019-06``). A circle without a name of its own appears under
its kind (``teachers``, ``friends``, …), whatever the language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nettui.services.desk.rows import DeskRow
    from nettui.services.ports import Json
    from nettui.services.views.rows import (
        BalanceRow,
        EntryRow,
        ExchangeRow,
        PersonRow,
        PromiseRow,
        Ref,
        SideRow,
        TotalsRow,
    )

__all__ = ["balance", "entry", "exchange", "iso", "person", "promise", "recommendation", "ref", "refs", "totals"]


def iso(value: object) -> str | None:
    """Return a date, partial date or moment as text; None stays null."""
    return None if value is None else str(value)


def ref(who: Ref | None) -> Json:
    """Return ``{id, name}``."""
    return None if who is None else {"id": who.id, "name": who.name}


def refs(people: Iterable[Ref]) -> list[Json]:
    """Return the list of ``{id, name}``."""
    return [ref(who) for who in people]


def person(row: PersonRow) -> dict[str, Json]:
    """Return one element of ``people``."""
    return {
        "id": row.id,
        "name": row.name,
        "also": list(row.also),
        "groups": [group.stable for group in row.groups],
        "level": row.level.value if row.level else None,
        "organisation": row.organisation or None,
        "title": row.title or None,
        "industry": row.industry or None,
        "last_contact": iso(row.last_contact),
        "cadence_days": row.cadence_days,
        "due": iso(row.due),
        "ids": [{"source": source, "id": foreign} for source, foreign in row.foreign],
        "archived": row.archived,
    }


def entry(row: EntryRow) -> dict[str, Json]:
    """Return one element of ``journal``."""
    return {
        "id": row.id,
        "at": str(row.at),
        "channel": row.channel.value,
        "text": row.text,
        "people": refs(row.people),
        "mentions": refs(row.mentions),
        "initiator": row.initiator.value if row.initiator else None,
        "tags": list(row.tags),
        "starred": row.starred,
    }


def promise(row: PromiseRow) -> dict[str, Json]:
    """Return a promise as in ``today`` and ``person``."""
    return {
        "id": row.id,
        "text": row.text,
        "whose": row.whose.value,
        "person": ref(row.person),
        "due": iso(row.due),
        "done_on": iso(row.done_on),
    }


def exchange(row: ExchangeRow) -> dict[str, Json]:
    """Return one element of ``ledger.exchanges``.

    The last four keys are those of an introduction; of another exchange they are null, and ``sides`` is empty.
    """
    three = row.introduction
    return {
        "id": row.id,
        "kind": row.kind.value,
        "direction": row.direction.value,
        "status": row.status.value,
        "on": iso(row.on),
        "due": iso(row.due),
        "person": ref(row.person),
        "others": refs(row.others),
        "subject": row.subject or None,
        "text": row.text or None,
        "where": row.where or None,
        "in_return_for": row.in_return_for,
        "introducer": ref(three.introducer) if three else None,
        "sides": [_side(side) for side in three.sides] if three else [],
        "outcome": (three.outcome or None) if three else None,
        "told_on": iso(three.told_on) if three else None,
        "role": row.role or None,
        "versions": row.versions,
    }


def recommendation(row: DeskRow) -> dict[str, Json]:
    """Return one element of ``recommendations.written`` or ``.held``; ``age_years`` counts whole years."""
    return {
        "id": row.id,
        "person": ref(row.person),
        "role": row.role or None,
        "subject": row.subject or None,
        "where": row.where or None,
        "url": row.url or None,
        "on": iso(row.on),
        "age_years": row.age,
        "newer": row.newer,
        "status": row.status.value,
        "state": row.state.value,
        "text": row.text or None,
        "versions": row.versions,
    }


def _side(side: SideRow) -> Json:
    """Return one side of an introduction with ``consent``: null while they were not asked."""
    consent: Json = None
    if side.consent is not None:
        consent = {"answer": side.consent.answer.value, "on": iso(side.consent.on)}
    return {"id": side.who.id, "name": side.who.name, "consent": consent}


def balance(row: BalanceRow) -> dict[str, Json]:
    """Return one element of ``ledger.balances``."""
    return {
        "person": ref(row.person),
        "kind": row.kind.value,
        "given": row.given,
        "received": row.received,
        "open_given": row.open_given,
        "open_received": row.open_received,
    }


def totals(row: TotalsRow) -> dict[str, Json]:
    """Return one element of ``ledger.totals``, which is there with ``--by``: a person, a circle, or a kind.

    ``id`` is that of the person or circle, else null; ``name`` is the same in every language, null for no circle.
    """
    sums = row.totals
    return {
        "id": row.key if row.key.isdigit() else None,
        "name": row.stable or None,
        "given": sums.given,
        "received": sums.received,
        "open_given": sums.open_given,
        "open_received": sums.open_received,
        "last_given": iso(sums.last_given),
        "last_received": iso(sums.last_received),
    }
