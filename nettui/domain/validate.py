"""What a record must satisfy before it is saved. Whether its links exist is the use-case's to see."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from nettui.domain.records import Entry, Exchange, Group, GroupKind, ImportRun, Me, Person, Promise, Review, Snooze
from nettui.errors import InvalidInput
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from nettui.domain.ids import Id
    from nettui.domain.records import Position, Record

__all__ = ["MAX_CADENCE_DAYS", "check", "clean_text"]

MAX_CADENCE_DAYS = 36_525
"""A hundred years; more is a slip of the finger."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_RECORD_NAMES: Mapping[type, str] = {
    Person: N_("a person"),
    Group: N_("a group"),
    Entry: N_("an entry"),
    Promise: N_("a promise"),
    Exchange: N_("an exchange"),
    Me: N_("my own record"),
    ImportRun: N_("an import"),
    Snooze: N_("what was put off"),
    Review: N_("a weekly review"),
}


def clean_text(text: str) -> str:
    """Return ``text`` without what no file and no other program could keep: NUL and lone surrogates become U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def check(record: Record) -> None:
    """Raise InvalidInput, naming the record and the field, unless ``record`` may be saved.

    Text holds no NUL and no lone surrogate (UTF-8 and JSON cannot carry it), numbers are finite, names and promises
    are not blank, a cadence is 1 to ``MAX_CADENCE_DAYS`` days, a position does not end before it begins, nobody is
    linked to themselves.
    """
    _check_storable(record)
    match record:
        case Person():
            _check_person(record)
        case Group():
            _check_group(record)
        case Entry(text=text, people=people) if not text.strip() and not people:
            raise _problem(record, "text", _("is empty, and nobody is named"))
        case Promise(text=text):
            _not_blank(record, "text", text)
        case Exchange():
            _check_exchange(record)
        case Me():
            _check_positions(record, record.positions)
        case _:
            pass


def _check_storable(record: Record) -> None:
    for value, where in _leaves(record, ""):
        if isinstance(value, str) and _UNSTORABLE.search(value):
            raise _problem(record, where, _("holds a character that cannot be stored (NUL or half a character)"))
        if isinstance(value, float) and not math.isfinite(value):
            raise _problem(record, where, _("is not a number"))


def _check_person(person: Person) -> None:
    _not_blank(person, "name", person.name)
    _check_cadence(person, person.cadence_days)
    _check_positions(person, person.positions)
    if person.met is not None and person.met.by == person.id:
        raise _problem(person, "met", _("names the person as their own introducer"))


def _check_group(group: Group) -> None:
    if group.kind is GroupKind.OTHER:
        _not_blank(group, "name", group.name)
    _check_cadence(group, group.cadence_days)


def _check_exchange(exchange: Exchange) -> None:
    _not_blank(exchange, "person", exchange.person)
    if exchange.in_return_for == exchange.id:
        raise _problem(exchange, "in_return_for", _("points to itself"))
    if exchange.person in exchange.others:
        raise _problem(exchange, "others", _("names the same person twice"))
    asked = [consent.person for consent in exchange.consents]
    if len(set(asked)) < len(asked):
        raise _problem(exchange, "consents", _("names the same person twice"))


def _check_cadence(record: Person | Group, days: int | None) -> None:
    if days is not None and not 1 <= days <= MAX_CADENCE_DAYS:
        raise _problem(record, "cadence_days", _("must be 1 to {most} days").format(most=MAX_CADENCE_DAYS))


def _check_positions(record: Person | Me, positions: Iterable[Position]) -> None:
    for position in positions:
        since, until = position.since, position.until
        for date in (since, until):
            if date is not None and date.year is None:
                raise _problem(record, "positions", _("holds a date without a year: {date}").format(date=date))
        if since is not None and until is not None and until.last_day() < since.first_day():
            raise _problem(
                record, "positions", _("ends before it begins: {since} to {until}").format(since=since, until=until)
            )


def _not_blank(record: Record, where: str, text: str) -> None:
    if not text.strip():
        raise _problem(record, where, _("is empty"))


def _problem(record: Record, where: str, problem: str) -> InvalidInput:
    return InvalidInput(
        _("{record}, field “{field}”: {problem}.").format(
            record=_(_RECORD_NAMES[type(record)]), field=where, problem=problem
        )
    )


def _leaves(value: object, where: str) -> Iterable[tuple[object, Id]]:
    """Yield every plain value inside ``value`` with the name of the record's field it came from."""
    if is_dataclass(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name), where or field.name)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key, where
            yield from _leaves(inner, where)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _leaves(inner, where)
    else:
        yield value, where
