"""What the terms of a :class:`~nettui.domain.query.Query` mean: predicates on people, entries and exchanges."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from nettui.domain.counted import counted_of, counted_test
from nettui.domain.current import current_positions
from nettui.domain.ledger import happened_in
from nettui.domain.periods import Period
from nettui.domain.query_values import (
    choice,
    is_unknown,
    level_of,
    parse_age,
    period_of,
    plain_value,
    statuses_of,
    word,
    yes_or_no,
)
from nettui.domain.records import ME_ID, Channel, Direction, ExchangeKind, Initiator
from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from nettui.domain.counted import Counted
    from nettui.domain.ids import Id
    from nettui.domain.query import Query, Term
    from nettui.domain.records import Entry, Exchange, Me, Person, Promise

__all__ = [
    "Facts",
    "entry_filter",
    "exchange_filter",
    "fold_text",
    "last_contact_test",
    "members_meant",
    "person_filter",
    "promise_filter",
    "texts_of_person",
]

_R = TypeVar("_R")

_ASCII = str.maketrans(
    {
        char: char.lower() if char.isalnum() else (" " if char.isspace() or fold_name(f"a{char}b") == "a b" else "")
        for char in map(chr, range(128))
        if char != ","
    }
    | {",": " "}
)
"""What :func:`fold_text` makes of ASCII, the frequent case, without looking each character up."""


def fold_text(text: str) -> str:
    """Return ``text`` folded as :func:`nettui.text.fold_name` folds a name, but all of it: a comma is a blank."""
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    return fold_name(" ".join(text.replace(",", " ").split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the predicates need beside the record itself.

    ``last`` is the day of the last contact; ``group_names`` are as shown; ``computed`` gives the members of the groups
    that follow from positions, by their names as shown; ``fold`` makes texts comparable. ``named`` (who has a text in
    one of their names) and ``members`` (who is in one of several groups) may be given by who knows it without looking
    at ``people``; ``called`` is who has a name that :func:`nettui.text.fold_name` makes the same as a text.
    """

    today: date
    people: Mapping[Id, Person] = field(default_factory=dict)
    group_names: Mapping[Id, str] = field(default_factory=dict)
    computed: Callable[[], Mapping[str, Sequence[Id]]] = dict
    last: Mapping[Id, date] = field(default_factory=dict)
    fold: Callable[[str], str] = fold_text
    named: Callable[[str], AbstractSet[Id]] | None = None
    members: Callable[[AbstractSet[Id]], AbstractSet[Id]] | None = None
    called: Callable[[str], AbstractSet[Id]] | None = None
    me: Me | None = None

    def counted(self, term: Term) -> Callable[[Counted], bool] | None:
        """Return what ``term`` asks of the figures of breadth; see :func:`nettui.domain.counted.counted_test`."""
        return counted_test(term, self.me, self.today, self.called or self._called)

    def _called(self, name: str) -> AbstractSet[Id]:
        wanted = fold_name(name)
        return {p.id for p in self.people.values() if wanted and fold_name(p.name) == wanted}


def person_filter(query: Query, facts: Facts) -> Callable[[Person], bool]:
    """Return the predicate that ``query`` means on people; InvalidInput for a value that its field cannot have."""
    return _all([_person_term(term, facts) for term in query.terms])


def entry_filter(query: Query, facts: Facts) -> Callable[[Entry], bool]:
    """Return the predicate that ``query`` means on the journal; InvalidInput as :func:`person_filter`."""
    return _all([_entry_term(term, facts) for term in query.terms])


def exchange_filter(query: Query, facts: Facts) -> Callable[[Exchange], bool]:
    """Return the predicate that ``query`` means on the ledger; InvalidInput as :func:`person_filter`."""
    return _all([_exchange_term(term, facts) for term in query.terms])


def promise_filter(query: Query, facts: Facts) -> Callable[[Promise], bool]:
    """Return what ``query``, a line of the ledger, means on promises; a period is that in which one may be due.

    Raises InvalidInput as :func:`person_filter`, and for a field that only exchanges have.
    """
    return _all([_promise_term(term, facts) for term in query.terms])


def _all(tests: Sequence[Callable[[_R], bool]]) -> Callable[[_R], bool]:
    return lambda record: all(test(record) for test in tests)


def _matcher(value: str, facts: Facts) -> Callable[[Iterable[str]], bool]:
    """Return the test whether ``value`` is part of one of several texts.

    A value that folds to nothing (only symbols) is looked for as it was typed.
    """
    fold = facts.fold
    wanted = fold(value)
    if not wanted:
        fold, wanted = str.casefold, value.casefold()
    return lambda texts: any(wanted in fold(text) for text in texts if text)


def _person_term(term: Term, facts: Facts) -> Callable[[Person], bool]:
    contains = _matcher(term.value, facts)
    today = facts.today
    counted = facts.counted(term)
    if counted is not None:
        return lambda p: counted(counted_of(p, today))
    match term.field:
        case "name" | "company" | "title" | "industry" | "place" | "need":
            texts = _TEXTS[term.field]
            return lambda p: contains(texts(p, today))
        case "tag":
            has_tag = _tag(term, facts)
            return lambda p: has_tag(p.tags)
        case "group":
            inside = members_meant(term, facts)
            return lambda p: p.id in inside
        case "level":
            level = level_of(term)
            return lambda p: p.level is level
        case "met":
            return _met(term, facts)
        case "last":
            return _last(term, facts)
        case _:
            return lambda p: contains(texts_of_person(p, facts.group_names))


def _entry_term(term: Term, facts: Facts) -> Callable[[Entry], bool]:
    contains = _matcher(term.value, facts)
    match term.field:
        case "with":
            named = _people(term, facts)
            return lambda e: not named.isdisjoint(e.people)
        case "group":
            members = members_meant(term, facts)
            return lambda e: not members.isdisjoint(e.people)
        case "channel":
            channel = choice(term, Channel)
            return lambda e: e.channel is channel
        case "initiator":
            initiator = None if is_unknown(term) else choice(term, Initiator)
            return lambda e: e.initiator is initiator
        case "tag":
            has_tag = _tag(term, facts)
            return lambda e: has_tag(e.tags)
        case "starred":
            starred = yes_or_no(term)
            return lambda e: e.starred is starred
        case "period" | "from" | "to":
            period = period_of(term)
            return lambda e: e.at.day in period
        case _:
            named = _people(term, facts)
            return lambda e: (
                contains((e.text, *e.tags)) or not (named.isdisjoint(e.people) and named.isdisjoint(e.mentions))
            )


def _exchange_term(term: Term, facts: Facts) -> Callable[[Exchange], bool]:
    contains = _matcher(term.value, facts)
    match term.field:
        case "with":
            named = _people(term, facts)
            return lambda x: x.person in named or not named.isdisjoint(x.others)
        case "group":
            members = members_meant(term, facts)
            return lambda x: x.person in members
        case "kind":
            kind = choice(term, ExchangeKind)
            return lambda x: x.kind is kind
        case "direction":
            direction = choice(term, Direction)
            return lambda x: x.direction is direction
        case "status":
            statuses = statuses_of(term)
            return lambda x: x.status in statuses
        case "period" | "from" | "to":
            period = period_of(term)
            return lambda x: happened_in(x, period)
        case _:
            named = _people(term, facts)
            return lambda x: (
                contains((x.subject, x.text, x.where, x.url, *(s.note for s in x.steps)))
                or x.person in named
                or not named.isdisjoint(x.others)
            )


def _promise_term(term: Term, facts: Facts) -> Callable[[Promise], bool]:
    match term.field:
        case "with":
            named = _people(term, facts)
            return lambda p: p.person in named
        case "group":
            members = members_meant(term, facts)
            return lambda p: p.person in members
        case "period" | "from" | "to":
            period = period_of(term)
            return lambda p: period.touches(p.due)
        case "":
            contains, named = _matcher(term.value, facts), _people(term, facts)
            return lambda p: contains((p.text,)) or p.person in named
        case _:
            raise InvalidInput(_("A promise has no “{field}”.").format(field=term.field))


_TEXTS: Mapping[str, Callable[[Person, date], Iterable[str]]] = {
    "name": lambda p, _today: (p.name, *p.also),
    "company": lambda p, today: (x.organisation for x in current_positions(p, today)),
    "title": lambda p, today: (x.title for x in current_positions(p, today)),
    "industry": lambda p, today: (x.industry for x in current_positions(p, today)),
    "place": lambda p, _today: (p.place,),
    "need": lambda p, _today: p.needs,
}
"""The texts of a person in which a field looks."""


def texts_of_person(person: Person, group_names: Mapping[Id, str]) -> Iterable[str]:
    """Yield all texts in which a bare word is looked for; ``group_names`` are as shown."""
    yield person.name
    yield from person.also
    for position in person.positions:
        yield position.organisation
        yield position.title
        yield position.industry
    yield from (group_names.get(g, "") for g in person.groups)
    yield person.place
    yield person.in_common
    yield person.can_vouch
    yield person.i_can_vouch
    yield person.notes
    for several in (person.emails, person.phones, person.links, person.needs, person.tags):
        yield from several
    if person.met is not None:
        yield person.met.how


def _people(term: Term, facts: Facts) -> AbstractSet[Id]:
    if facts.named is not None:
        return facts.named(term.value)
    contains = _matcher(term.value, facts)
    return {p.id for p in facts.people.values() if contains((p.name, *p.also))}


def _tag(term: Term, facts: Facts) -> Callable[[Iterable[str]], bool]:
    """Return the test whether the tag asked for, with or without its ``#``, is among several."""
    typed = term.value.lstrip("#").casefold()
    wanted = facts.fold(typed)
    return lambda tags: any(tag.casefold() == typed or (wanted and facts.fold(tag) == wanted) for tag in tags)


def members_meant(term: Term, facts: Facts) -> AbstractSet[Id]:
    """Return who is in the groups that are meant: the one of that very name, else all whose names hold it.

    ``none`` means those in no group, unless one is called so.

    With ``:=`` it is the group of that very id or name, and ``none`` always means those in no group.

    Raises InvalidInput where there is none.
    """
    if term.exact:
        return _members_of_one(term, facts)
    value = facts.fold(term.value) or term.value.casefold()
    computed = facts.computed()
    names = {name: facts.fold(name) for name in (*facts.group_names.values(), *computed)}
    meant = {name for name, folded in names.items() if folded == value}
    if not meant and term.value not in facts.group_names:
        meant = {name for name, folded in names.items() if value in folded}
    groups = {g for g, name in facts.group_names.items() if name in meant or g == term.value}
    if not groups and not meant and is_unknown(term):
        return _in_no_group(facts)
    if not groups and not meant:
        raise _no_group(term, names)
    return set(_members(groups, facts)).union(*(ids for name, ids in computed.items() if name in meant))


def _members_of_one(term: Term, facts: Facts) -> AbstractSet[Id]:
    if term.value in facts.group_names:
        return _members({term.value}, facts)
    if is_unknown(term):
        return _in_no_group(facts)
    computed = facts.computed()
    wanted = plain_value(term.value).casefold()
    for name, people in computed.items():
        if plain_value(name).casefold() == wanted:
            return set(people)
    groups = {g for g, name in facts.group_names.items() if plain_value(name).casefold() == wanted}
    if not groups:
        raise _no_group(term, (*facts.group_names.values(), *computed))
    return _members(groups, facts)


def _members(groups: AbstractSet[Id], facts: Facts) -> AbstractSet[Id]:
    if not groups:
        return frozenset()
    if facts.members is not None:
        return facts.members(groups)
    return {p.id for p in facts.people.values() if not groups.isdisjoint(p.groups)}


def _in_no_group(facts: Facts) -> AbstractSet[Id]:
    return {p.id for p in facts.people.values() if not any(g in facts.group_names for g in p.groups)}


def _no_group(term: Term, names: Iterable[str]) -> InvalidInput:
    return InvalidInput(
        _("No group is called “{name}”.").format(name=term.value[:40]),
        hint=_("There are: {names}.").format(names=", ".join(names)),
    )


def _met(term: Term, facts: Facts) -> Callable[[Person], bool]:
    """Match the beginning of the date on which we met, the words on how, or the name of who introduced us."""
    contains = _matcher(term.value, facts)
    introducers = _people(term, facts)
    by_myself = word(term.value) == "me"

    def test(person: Person) -> bool:
        met = person.met
        if met is None:
            return False
        return (
            (met.on is not None and str(met.on).startswith(term.value))
            or contains((met.how,))
            or met.by in introducers
            or (by_myself and met.by == ME_ID)
        )

    return test


def _last(term: Term, facts: Facts) -> Callable[[Person], bool]:
    fits = last_contact_test(term, facts)
    return lambda p: fits(p.id)


def last_contact_test(term: Term, facts: Facts) -> Callable[[Id], bool]:
    """Match the last contact: ``never``, an age (``>180d``: longer ago), or the period it lies in (``2026-10``).

    Raises InvalidInput for anything else.
    """
    last = facts.last
    if word(term.value) == "never":
        return lambda i: i not in last
    if re.match(r"\d{4}(?:-|\.\.|\Z)|\.\.", term.value):
        period = Period.parse(term.value)
        return lambda i: i in last and last[i] in period
    sign, days = parse_age(term.value)
    compare: Mapping[str, Callable[[int], bool]] = {
        ">": lambda age: age > days,
        ">=": lambda age: age >= days,
        "<": lambda age: age < days,
        "<=": lambda age: age <= days,
    }
    test = compare[sign]
    return lambda i: i in last and test((facts.today - last[i]).days)
