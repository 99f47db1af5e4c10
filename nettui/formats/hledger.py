"""The reciprocity ledger as an hledger journal: ``hledger bal assets`` prints the balances nettui shows.

One commodity a kind, since a recommendation is not worth two introductions. ``assets:people:NAME`` is positive for
what was given and negative for what was received; the other side is ``equity:goodwill:given`` or ``…:received``. Only
what is done or thanked is booked. Everything is declared, so that ``hledger check --strict`` has nothing to say.
hledger needs a UTF-8 locale (``LC_ALL=C.UTF-8``). Format: https://hledger.org/hledger.html.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from nettui.domain.records import UNSTAMPED, Direction, ExchangeKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.ids import Id
    from nettui.domain.records import Exchange, Person

__all__ = ["COMMODITIES", "account_names", "export"]

COMMODITIES: Mapping[ExchangeKind, str] = {
    ExchangeKind.RECOMMENDATION: "REC",
    ExchangeKind.ENDORSEMENT: "END",
    ExchangeKind.INTRODUCTION: "INTRO",
    ExchangeKind.REFERRAL: "REFERRAL",
    ExchangeKind.REFERENCE: "REFERENCE",
    ExchangeKind.ADVICE: "ADVICE",
    ExchangeKind.FEEDBACK: "FEEDBACK",
    ExchangeKind.INFORMATION: "INFO",
    ExchangeKind.OPPORTUNITY: "OPPORTUNITY",
    ExchangeKind.HELP: "HELP",
    ExchangeKind.OTHER: "OTHER",
}
_DONE = frozenset({Status.DONE, Status.THANKED})
_EPOCH = date(1970, 1, 1)
_MAX_NAME = 120
_REPLACED = str.maketrans({":": "∶", ";": ",", "|": "¦", "(": "❨", ")": "❩", "[": "❲", "]": "❳"})
"""What has a meaning for hledger in an account name or a description, by letters that look alike."""


def _safe(text: str) -> str:
    """Return ``text`` without anything hledger would read as more than a name.

    A colon makes a sub-account, a semicolon a comment, two blanks (no-break ones too) end the name, brackets around a
    name make a posting virtual, a bar parts payee and note; control and format characters break lines or hide.
    """
    kept = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in text)
    return " ".join(kept.translate(_REPLACED).split())[:_MAX_NAME].strip()


def account_names(people: Iterable[Person]) -> dict[Id, str]:
    """Return the account leaf of each of ``people``; namesakes get the end of their id, so that each has their own."""
    by_leaf: dict[str, list[Id]] = defaultdict(list)
    for person in people:
        by_leaf[_safe(person.name) or "unnamed"].append(person.id)
    taken = set(by_leaf)
    names: dict[Id, str] = {}
    for leaf, ids in sorted(by_leaf.items()):
        if len(ids) == 1:
            names[ids[0]] = leaf
            continue
        for record_id in sorted(ids):
            length = 6
            while (name := f"{leaf} {record_id[-length:]}") in taken:
                length += 1
                if length > len(record_id):
                    leaf = f"{leaf}'"  # noqa: PLW2901 - until nobody has it
            taken.add(name)
            names[record_id] = name
    return names


def export(people: Mapping[Id, Person], exchanges: Iterable[Exchange]) -> str:
    """Return the journal of all done and thanked ``exchanges``, oldest first.

    An exchange without a date is booked on the day its record was made, without that on the day of the oldest dated
    one, and says so in a comment; a partial date stands for its first day.
    """
    done = [e for e in exchanges if e.status in _DONE and e.person in people]
    known = [day for e in done if (day := _day(e)) is not None]
    first = min(known, default=_EPOCH)
    names = account_names(people[i] for i in sorted({e.person for e in done}, key=int))
    lines = ["; nettui reciprocity ledger: positive is what I gave, negative what I received; one commodity a kind"]
    lines += [f"commodity 1. {commodity}" for commodity in COMMODITIES.values()]
    lines += ["account equity:goodwill:given", "account equity:goodwill:received"]
    lines += [f"account assets:people:{name}" for name in sorted(names.values())]
    dated = sorted(((_day(e) or _guess(e, first), int(e.id), e) for e in done), key=lambda item: item[:2])
    for day, _number, exchange in dated:
        lines += ["", *_transaction(exchange, day, names[exchange.person])]
    return "\n".join(lines) + "\n"


def _day(exchange: Exchange) -> date | None:
    """Return the first day on which the exchange may have been done, or of another of its steps; None without any."""
    dates = [step.on for step in exchange.steps if step.status in _DONE and step.on is not None]
    dates += [step.on for step in reversed(exchange.steps) if step.on is not None]
    return next((on.first_day() for on in dates if on.year is not None), None)


def _guess(exchange: Exchange, first: date) -> date:
    return first if exchange.created == UNSTAMPED else exchange.created.date()


def _transaction(exchange: Exchange, day: date, name: str) -> list[str]:
    given = exchange.direction is Direction.GIVEN
    amount = f"{1 if given else -1} {COMMODITIES[exchange.kind]}"
    way = "given" if given else "received"
    unknown = "" if _day(exchange) else ", date unknown"
    subject = _safe(exchange.subject)
    return [
        f"{day.isoformat()} {exchange.kind.value.capitalize()} {way} | {name}{f', {subject}' if subject else ''}"
        f"  ; id:{exchange.id}{unknown}",
        f"    assets:people:{name}  {amount}",
        f"    equity:goodwill:{way}",
    ]
