"""The reciprocity ledger as an hledger journal: ``hledger bal assets`` prints the balances nettui shows.

One commodity a kind, since a recommendation is not worth two introductions. ``assets:people:NAME`` is positive for
what was given and negative for what was received; the other side is ``equity:goodwill:given`` or ``…:received``. Only
what is done or thanked is booked. Everything is declared, so that ``hledger check --strict`` has nothing to say.
The order of the transactions is that of nettui's register, so ``hledger register`` shows the same running counts.
hledger needs a UTF-8 locale (``LC_ALL=C.UTF-8``). Format: https://hledger.org/hledger.html.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nettui.domain.ledger import COUNTED, register
from nettui.domain.records import UNSTAMPED, Direction, ExchangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.dates import PartialDate
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
    """Return the journal of all done and thanked ``exchanges``, in the order of the register, oldest first.

    Each is booked on the day it was done; a partial date stands for its first day. What has no date comes before all
    that has one, so it is booked on the day before the oldest of those (without any, on the day the oldest record was
    made), and says in a comment that the date is not known.
    """
    lines = register(e for e in exchanges if e.status in COUNTED and e.person in people)
    done = [(line.exchange, _day(line.on)) for line in reversed(lines)]
    eve = _eve(done)
    names = account_names(people[i] for i in sorted({e.person for e, _on in done}, key=int))
    head = ["; nettui reciprocity ledger: positive is what I gave, negative what I received; one commodity a kind"]
    head += [f"commodity 1. {commodity}" for commodity in COMMODITIES.values()]
    head += ["account equity:goodwill:given", "account equity:goodwill:received"]
    head += [f"account assets:people:{name}" for name in sorted(names.values())]
    for exchange, day in done:
        head += ["", *_transaction(exchange, day or eve, names[exchange.person], known=day is not None)]
    return "\n".join(head) + "\n"


def _day(on: PartialDate | None) -> date | None:
    return None if on is None or on.year is None else on.first_day()


def _eve(done: Iterable[tuple[Exchange, date | None]]) -> date:
    """Return the day on which that is booked whose day is not known."""
    done = list(done)
    known = [day for _exchange, day in done if day is not None]
    if known:
        return max(min(known), date.min + timedelta(days=1)) - timedelta(days=1)
    return min((e.created.date() for e, _on in done if e.created != UNSTAMPED), default=_EPOCH)


def _transaction(exchange: Exchange, day: date, name: str, *, known: bool) -> list[str]:
    given = exchange.direction is Direction.GIVEN
    amount = f"{1 if given else -1} {COMMODITIES[exchange.kind]}"
    way = "given" if given else "received"
    unknown = "" if known else ", date unknown"
    subject = _safe(exchange.subject)
    return [
        f"{day.isoformat()} {exchange.kind.value.capitalize()} {way} | {name}{f', {subject}' if subject else ''}"
        f"  ; id:{exchange.id}{unknown}",
        f"    assets:people:{name}  {amount}",
        f"    equity:goodwill:{way}",
    ]
