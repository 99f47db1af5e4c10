"""What the terms of a :class:`~nettui.domain.query.Query` mean: predicates on people, entries and exchanges."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from nettui.domain.current import current_positions
from nettui.domain.ledger import COUNTED, OPEN, happened_on
from nettui.domain.periods import Period, parse_day_bound
from nettui.domain.records import ME_ID, Channel, Direction, ExchangeKind, Initiator, Level, Status
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.query import Query, Term
    from nettui.domain.records import Entry, Exchange, Person

__all__ = ["Facts", "entry_filter", "exchange_filter", "parse_age", "person_filter"]

_E = TypeVar("_E", bound=StrEnum)

_AGE = re.compile(r"(?P<sign><=|>=|<|>)?\s*(?P<count>\d{1,5})\s*(?P<unit>\w+)\Z")
_UNITS: Mapping[str, float] = {
    **dict.fromkeys(("d", "day", "days", "д", "ден", "дни"), 1),
    **dict.fromkeys(("w", "week", "weeks", "с", "седм", "седмица", "седмици"), 7),
    **dict.fromkeys(("m", "mo", "month", "months", "м", "мес", "месец", "месеца"), 365.25 / 12),
    **dict.fromkeys(("y", "year", "years", "г", "год", "година", "години"), 365.25),
}

_BULGARIAN: Mapping[str, str] = {
    "начало": "earlier",
    "равни": "peer",
    "старши": "senior",
    "извън": "outside",
    "неизвестно": "unknown",
    "никога": "never",
    "среща": "met",
    "кафе": "coffee",
    "хранене": "meal",
    "обяд": "meal",
    "обаждане": "call",
    "видео": "video",
    "съобщение": "message",
    "имейл": "email",
    "писмо": "letter",
    "събитие": "event",
    "бележка": "note",
    "аз": "me",
    "те": "them",
    "взаимно": "mutual",
    "дадено": "given",
    "получено": "received",
    "препоръка": "recommendation",
    "потвърждение": "endorsement",
    "запознанство": "introduction",
    "насочване": "referral",
    "референция": "reference",
    "съвет": "advice",
    "отзив": "feedback",
    "информация": "information",
    "възможност": "opportunity",
    "помощ": "help",
    "друго": "other",
    "поискано": "asked",
    "предложено": "offered",
    "уговорено": "agreed",
    "готово": "done",
    "благодарено": "thanked",
    "отказано": "declined",
    "изтекло": "lapsed",
    "отворено": "open",
    "отворени": "open",
    "да": "yes",
    "не": "no",
}
"""Bulgarian words for values, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the predicates need beside the record itself.

    ``last`` is the day of the last contact; ``group_names`` are as shown; ``fold`` makes texts comparable.
    """

    today: date
    people: Mapping[Id, Person] = field(default_factory=dict)
    group_names: Mapping[Id, str] = field(default_factory=dict)
    last: Mapping[Id, date] = field(default_factory=dict)
    fold: Callable[[str], str] = fold_name


def person_filter(query: Query, facts: Facts) -> Callable[[Person], bool]:
    """Return the predicate that ``query`` means on people; InvalidInput for a value that its field cannot have."""
    return _all([_person_term(term, facts) for term in query.terms])


def entry_filter(query: Query, facts: Facts) -> Callable[[Entry], bool]:
    """Return the predicate that ``query`` means on the journal; InvalidInput as :func:`person_filter`."""
    return _all([_entry_term(term, facts) for term in query.terms])


def exchange_filter(query: Query, facts: Facts) -> Callable[[Exchange], bool]:
    """Return the predicate that ``query`` means on the ledger; InvalidInput as :func:`person_filter`."""
    return _all([_exchange_term(term, facts) for term in query.terms])


def parse_age(text: str) -> tuple[str, int]:
    """Read ``>180d``, ``<2w``, ``>=6m`` or ``1y`` as a sign and a number of days; no sign means ``>=``.

    A month is 365.25/12 days. Raises InvalidInput.
    """
    match = _AGE.match(text.strip())
    unit = _UNITS.get(match["unit"].casefold()) if match is not None else None
    if match is None or unit is None:
        raise InvalidInput(
            _("Not a length of time: “{text}”.").format(text=text[:40]),
            hint=_("Write >180d, <2w, >6m or >1y."),
        )
    return match["sign"] or ">=", round(int(match["count"]) * unit)


def _all(tests: Sequence[Callable[[_R], bool]]) -> Callable[[_R], bool]:
    return lambda record: all(test(record) for test in tests)


_R = TypeVar("_R")


def _contains(texts: Iterable[str], wanted: str, fold: Callable[[str], str]) -> bool:
    return any(wanted in fold(text) for text in texts if text)


def _folded(value: str, facts: Facts) -> str:
    """Return the folded value; one that folds to nothing (only symbols) can match no folded text, so keep it."""
    return facts.fold(value) or value.casefold()


def _person_term(term: Term, facts: Facts) -> Callable[[Person], bool]:
    value = _folded(term.value, facts)
    fold = facts.fold
    today = facts.today
    match term.field:
        case "name" | "company" | "title" | "industry" | "place" | "need":
            texts = _TEXTS[term.field]
            return lambda p: _contains(texts(p, today), value, fold)
        case "tag":
            return lambda p: value in {fold(tag) for tag in p.tags}
        case "group":
            wanted = _groups(term, facts)
            return lambda p: not wanted.isdisjoint(p.groups)
        case "level":
            level = _level(term)
            return lambda p: p.level is level
        case "met":
            return _met(term, facts)
        case "last":
            return _last(term, facts)
        case _:
            return lambda p: _contains(_texts_of_person(p, facts), value, fold)


def _entry_term(term: Term, facts: Facts) -> Callable[[Entry], bool]:
    value = _folded(term.value, facts)
    fold = facts.fold
    match term.field:
        case "with":
            named = _people(value, facts)
            return lambda e: not named.isdisjoint(e.people)
        case "group":
            groups = _groups(term, facts)
            members = {p.id for p in facts.people.values() if not groups.isdisjoint(p.groups)}
            return lambda e: not members.isdisjoint(e.people)
        case "channel":
            channel = _choice(term, Channel)
            return lambda e: e.channel is channel
        case "initiator":
            initiator = None if _is_unknown(term) else _choice(term, Initiator)
            return lambda e: e.initiator is initiator
        case "tag":
            return lambda e: value in {fold(tag) for tag in e.tags}
        case "starred":
            starred = _yes(term)
            return lambda e: e.starred is starred
        case "period" | "from" | "to":
            period = _period(term)
            return lambda e: e.at.day in period
        case _:
            named = _people(value, facts)
            return lambda e: (
                _contains((e.text, *e.tags), value, fold)
                or not (named.isdisjoint(e.people) and named.isdisjoint(e.mentions))
            )


def _exchange_term(term: Term, facts: Facts) -> Callable[[Exchange], bool]:
    value = _folded(term.value, facts)
    fold = facts.fold
    match term.field:
        case "with":
            named = _people(value, facts)
            return lambda x: x.person in named or not named.isdisjoint(x.others)
        case "group":
            groups = _groups(term, facts)
            members = {p.id for p in facts.people.values() if not groups.isdisjoint(p.groups)}
            return lambda x: x.person in members
        case "kind":
            kind = _choice(term, ExchangeKind)
            return lambda x: x.kind is kind
        case "direction":
            direction = _choice(term, Direction)
            return lambda x: x.direction is direction
        case "status":
            statuses = _statuses(term)
            return lambda x: x.status in statuses
        case "period" | "from" | "to":
            period = _period(term)
            return lambda x: period.touches(happened_on(x))
        case _:
            named = _people(value, facts)
            return lambda x: (
                _contains((x.subject, x.text, x.where, x.url, *(s.note for s in x.steps)), value, fold)
                or x.person in named
                or not named.isdisjoint(x.others)
            )


_TEXTS: Mapping[str, Callable[[Person, date], Iterable[str]]] = {
    "name": lambda p, _today: (p.name, *p.also),
    "company": lambda p, today: (x.organisation for x in current_positions(p, today)),
    "title": lambda p, today: (x.title for x in current_positions(p, today)),
    "industry": lambda p, today: (x.industry for x in current_positions(p, today)),
    "place": lambda p, _today: (p.place,),
    "need": lambda p, _today: p.needs,
}
"""The texts of a person in which a field looks."""


def _texts_of_person(person: Person, facts: Facts) -> Iterable[str]:
    yield person.name
    yield from person.also
    for position in person.positions:
        yield position.organisation
        yield position.title
        yield position.industry
    yield from (facts.group_names.get(g, "") for g in person.groups)
    yield person.place
    yield person.in_common
    yield person.can_vouch
    yield person.i_can_vouch
    yield person.notes
    for several in (person.emails, person.phones, person.links, person.needs, person.tags):
        yield from several
    if person.met is not None:
        yield person.met.how


def _people(value: str, facts: Facts) -> set[Id]:
    return {p.id for p in facts.people.values() if _contains((p.name, *p.also), value, facts.fold)}


def _groups(term: Term, facts: Facts) -> set[Id]:
    value = _folded(term.value, facts)
    exact = {g for g, name in facts.group_names.items() if facts.fold(name) == value or g == term.value}
    found = exact or {g for g, name in facts.group_names.items() if value in facts.fold(name)}
    if not found:
        raise InvalidInput(
            _("No group is called “{name}”.").format(name=term.value[:40]),
            hint=_("There are: {names}.").format(names=", ".join(facts.group_names.values())),
        )
    return found


def _level(term: Term) -> Level | None:
    return None if _is_unknown(term) else _choice(term, Level, also=("unknown",))


def _is_unknown(term: Term) -> bool:
    value = term.value.casefold()
    return _BULGARIAN.get(value, value) in {"unknown", "none", "?"}


def _choice(term: Term, kinds: type[_E], also: Sequence[str] = ()) -> _E:
    """Return the member that the value names in full or by an unambiguous beginning."""
    typed = term.value.casefold()
    value = _BULGARIAN.get(typed, typed)
    names = [*(kind.value for kind in kinds), *also]
    starts = [kind for kind in kinds if kind.value.startswith(value)]
    exact = [kind for kind in kinds if kind.value == value]
    found = exact or starts
    if len(found) == 1:
        return found[0]
    near = difflib.get_close_matches(value, names, n=1)
    hint = (
        _("Did you mean “{value}”?").format(value=near[0])
        if near and not starts
        else _("Possible: {values}.").format(values=", ".join(names))
    )
    raise InvalidInput(_("“{value}” is no {field}.").format(value=term.value[:40], field=term.field), hint=hint)


def _statuses(term: Term) -> frozenset[Status]:
    typed = term.value.casefold()
    value = _BULGARIAN.get(typed, typed)
    if value == "open":
        return OPEN
    if value == "counted":
        return COUNTED
    return frozenset({_choice(term, Status, also=("open", "counted"))})


def _yes(term: Term) -> bool:
    value = _BULGARIAN.get(term.value.casefold(), term.value.casefold())
    if value in {"yes", "y", "true", "1"}:
        return True
    if value in {"no", "n", "false", "0"}:
        return False
    raise InvalidInput(_("“{value}” is neither yes nor no.").format(value=term.value[:40]))


def _period(term: Term) -> Period:
    if term.field == "from":
        return Period.between(parse_day_bound(term.value), None)
    if term.field == "to":
        return Period.between(None, parse_day_bound(term.value))
    return Period.parse(term.value)


def _met(term: Term, facts: Facts) -> Callable[[Person], bool]:
    """Match the beginning of the date on which we met, the words on how, or the name of who introduced us."""
    value = _folded(term.value, facts)
    if _is_unknown(term):
        return lambda p: p.met is None
    introducers = _people(value, facts)
    by_myself = term.value.casefold() in {"me", "аз"}

    def test(person: Person) -> bool:
        met = person.met
        if met is None:
            return False
        return (
            (met.on is not None and str(met.on).startswith(term.value))
            or _contains((met.how,), value, facts.fold)
            or met.by in introducers
            or (by_myself and met.by == ME_ID)
        )

    return test


def _last(term: Term, facts: Facts) -> Callable[[Person], bool]:
    """Match the last contact: ``never``, an age (``>180d``: longer ago), or the period it lies in (``2026-10``)."""
    last = facts.last
    value = _BULGARIAN.get(term.value.casefold(), term.value.casefold())
    if value == "never":
        return lambda p: p.id not in last
    if re.match(r"\d{4}(?:-|\.\.|\Z)", term.value):
        period = Period.parse(term.value)
        return lambda p: p.id in last and last[p.id] in period
    sign, days = parse_age(term.value)
    compare: Mapping[str, Callable[[int], bool]] = {
        ">": lambda age: age > days,
        ">=": lambda age: age >= days,
        "<": lambda age: age < days,
        "<=": lambda age: age <= days,
    }
    test = compare[sign]
    return lambda p: p.id in last and test((facts.today - last[p.id]).days)
