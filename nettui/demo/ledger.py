"""Makes the promises and exchanges of the sample network."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from nettui.demo.exchanges import EXCHANGES
from nettui.demo.kit import day_of, evening, id_at, lines
from nettui.demo.letters import EARLIER, LETTERS, ROLES
from nettui.demo.promises import PROMISES
from nettui.domain.dates import PartialDate
from nettui.domain.records import (
    ME_ID,
    Consent,
    Consenting,
    Direction,
    Exchange,
    ExchangeKind,
    Promise,
    Status,
    Step,
    Version,
    Whose,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nettui.domain.ids import Id
    from nettui.domain.records import Entry

__all__ = ["exchanges", "promises"]

_STEP = re.compile(r"(?P<status>\w+) (?P<on>[\d-]+)(?: \((?P<note>.*)\))?")


def _entries_by_day(entries: Iterable[Entry]) -> dict[tuple[Id, date], Id]:
    return {(person, entry.at.day): entry.id for entry in entries for person in entry.people}


def promises(ids: Mapping[str, Id], entries: Iterable[Entry]) -> tuple[Promise, ...]:
    """Return all promises by time of writing, each with the entry of its day and person where there is one."""
    said = _entries_by_day(entries)
    made = []
    for whose, key, text, on, due, kept in lines(PROMISES):
        at = evening(day_of(on), "promise", text)
        done_on = day_of(kept) if kept else None
        made.append(
            Promise(
                id=id_at(at, "promise", text),
                created=at,
                changed=max(at, evening(done_on, "kept", text)) if done_on else at,
                text=text,
                whose=Whose(whose),
                person=ids[key],
                due=PartialDate.parse(due) if due else None,
                done_on=done_on,
                entry=said.get((ids[key], day_of(on))),
            )
        )
    return tuple(sorted(made, key=lambda promise: int(promise.id)))


def _steps(cell: str) -> tuple[Step, ...]:
    matches = [_STEP.fullmatch(part.strip()) for part in cell.split("; ")]
    return tuple(
        Step(status=Status(match["status"]), on=PartialDate.parse(match["on"]), note=match["note"] or "")
        for match in matches
        if match
    )


def exchanges(ids: Mapping[str, Id], entries: Iterable[Entry]) -> tuple[Exchange, ...]:
    """Return all exchanges by time of writing, each with the entry of its first day and person where there is one."""
    said = _entries_by_day(entries)
    named: dict[str, Id] = {}
    rows = []
    for what, history, subject, *more in lines(EXCHANGES):
        steps = _steps(history)
        outcome = "".join(cell.removeprefix("=> ") for cell in more if cell.startswith("=> "))
        extra = dict(word.split("=", 1) for cell in more if not cell.startswith("=> ") for word in cell.split())
        begun = _day(steps[0])
        at = evening(begun, what, history)
        record_id = id_at(at, "exchange", what, history)
        if "as" in extra:
            named[extra["as"]] = record_id
        rows.append((what, steps, subject, extra, outcome, at, record_id))
    made = []
    for what, steps, subject, extra, outcome, at, record_id in rows:
        kind, direction, key, *others = what.split()
        name = extra.get("as", "")
        where, url, text = LETTERS.get(name, ("", "", ""))
        made.append(
            Exchange(
                id=record_id,
                created=at,
                changed=max(at, evening(_day(steps[-1]), "step", what)),
                kind=ExchangeKind(kind),
                direction=Direction(direction),
                person=ids[key],
                others=tuple(ids[other.removeprefix("+")] for other in others),
                steps=steps,
                subject=subject,
                text=text,
                where=where,
                url=url,
                due=PartialDate.parse(extra["due"]) if "due" in extra else None,
                in_return_for=named[extra["for"]] if "for" in extra else None,
                entry=said.get((ids[key], _day(steps[0]))),
                consents=_consents(extra.get("said", ""), ids),
                outcome=outcome,
                told_on=PartialDate.parse(extra["told"]) if "told" in extra else None,
                role=ROLES.get(name, ""),
                versions=tuple(
                    Version(text=earlier, on=date.fromisoformat(on)) for on, earlier in EARLIER.get(name, ())
                ),
            )
        )
    return tuple(sorted(made, key=lambda exchange: int(exchange.id)))


def _consents(cell: str, ids: Mapping[str, Id]) -> tuple[Consent, ...]:
    """Read ``person:answer:day,…``; ``me`` is the owner."""
    found = (part.split(":") for part in cell.split(",") if part)
    return tuple(
        Consent(person=ME_ID if key == "me" else ids[key], answer=Consenting(answer), on=PartialDate.parse(on))
        for key, answer, on in found
    )


def _day(step: Step) -> date:
    if step.on is None:
        raise ValueError("every step of the sample has a date")
    return step.on.first_day()
