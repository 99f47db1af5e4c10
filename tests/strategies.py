"""Hypothesis strategies for records, shared by all tests.

``people()``, ``entries(people=IDS)`` and so on make valid records; links point into the ids that are given. Ids are
small decimal numbers so that failing examples stay readable. ``networks()`` makes records whose links all exist.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    CIRCLES,
    ME_ID,
    Channel,
    Consent,
    Consenting,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    ForeignId,
    Group,
    GroupKind,
    ImportRun,
    Initiator,
    Level,
    Me,
    Met,
    Person,
    Position,
    Promise,
    Review,
    ReviewAnswer,
    ReviewItem,
    ReviewStep,
    Snooze,
    Step,
    Topic,
    Version,
    Whose,
)
from nettui.domain.statuses import STARTS, advance, next_statuses

PERSON_IDS = tuple(str(number) for number in range(101, 111))
ENTRY_IDS = tuple(str(number) for number in range(201, 221))
PROMISE_IDS = tuple(str(number) for number in range(301, 311))
EXCHANGE_IDS = tuple(str(number) for number in range(401, 421))
GROUP_IDS = tuple(group.id for group in CIRCLES)
DAYS_FROM, DAYS_TO = date(2015, 1, 1), date(2026, 11, 23)

_NASTY = [
    "[/]",
    "[bold red]x",
    "=cmd|' /C calc'!A0",
    "a\x1b[31mb",
    "\u202eeno",
    "日本語",
    "e\u0301",
    "x" * 300,
    "O'Brien",
]

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20), st.sampled_from(_NASTY)
)
"""Any text that can be stored."""
words = st.text(string.ascii_lowercase + "абвгдежзийклмн", min_size=1, max_size=8)
names = st.one_of(st.builds("{} {}".format, words.map(str.title), words.map(str.title)), texts.filter(str.strip))
organisations = st.sampled_from(["", "Acme", "Acme Ltd", "Сирма", "Сирма АД", "INRIA", "Freelance", "Walltopia"])
days = st.dates(DAYS_FROM, DAYS_TO)
stamps = st.sampled_from([datetime(2021, 5, 4, 3, 2, 1, tzinfo=UTC), datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC)])


@st.composite
def partial_dates(draw, *, yearless=False):
    """Dates known to the year, month or day; with ``yearless`` also such as ``--02-29``."""
    day = draw(days)
    shape = draw(st.sampled_from(["year", "month", "day", "none"] if yearless else ["year", "month", "day"]))
    match shape:
        case "year":
            return PartialDate(day.year)
        case "month":
            return PartialDate(day.year, day.month)
        case "day":
            return PartialDate.of(day)
        case _:
            return draw(st.sampled_from([PartialDate(None, 2, 29), PartialDate(None, day.month, day.day)]))


def moments():
    """Days, or days with a time."""
    return st.builds(Moment, days, st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)))


def tuples_of(strategy, size=3):
    """Tuples of distinct values, as the records' collections are."""
    return st.lists(strategy, max_size=size, unique=True).map(tuple)


@st.composite
def positions(draw):
    """Work or study somewhere, never ending before it begins."""
    bounds = draw(st.lists(partial_dates(), max_size=2))
    since = until = None
    if len(bounds) == 2:
        since, until = sorted(bounds, key=lambda d: (d.first_day(), d.last_day()))
    elif bounds:
        since, until = draw(st.permutations([bounds[0], None]))
    return Position(
        organisation=draw(organisations),
        title=draw(st.sampled_from(["", "engineer", "CTO", "учител"])),
        industry=draw(st.sampled_from(["", "energy", "software", "Oil, gas"])),
        since=since,
        until=until,
        study=draw(st.booleans()),
    )


def foreign_ids():
    return st.builds(
        ForeignId,
        source=st.sampled_from(["linkedin", "google"]),
        id=words,
        seen=st.dictionaries(st.sampled_from(["Company", "Position"]), words, max_size=2),
        first_seen=st.none() | days,
        missing_since=st.none() | days,
    )


@st.composite
def people(draw, /, ids=PERSON_IDS, groups=GROUP_IDS, introducers=PERSON_IDS, **fixed):
    """A person; keyword arguments fix fields."""
    own = fixed.pop("id", None) or draw(st.sampled_from(ids))
    others = [i for i in introducers if i != own]
    met_by = st.none() | st.just(ME_ID) | (st.sampled_from(others) if others else st.none())
    fields = {
        "created": draw(stamps),
        "changed": draw(stamps),
        "name": draw(names),
        "also": draw(tuples_of(words, 2)),
        "groups": draw(tuples_of(st.sampled_from(groups))) if groups else (),
        "level": draw(st.none() | st.sampled_from(Level)),
        "positions": draw(st.lists(positions(), max_size=2).map(tuple)),
        "place": draw(st.sampled_from(["", "Sofia", "София"])),
        "birthday": draw(st.none() | partial_dates(yearless=True)),
        "met": draw(st.none() | st.builds(Met, on=st.none() | partial_dates(), how=texts, by=met_by)),
        "needs": draw(tuples_of(words, 2)),
        "tags": draw(tuples_of(words, 2)),
        "cadence_days": draw(st.none() | st.integers(1, 400)),
        "archived": draw(st.sampled_from([False, False, False, True])),
        "notes": draw(texts),
        "foreign_ids": draw(st.lists(foreign_ids(), max_size=1).map(tuple)),
    }
    return Person(id=own, **{**fields, **fixed})


def plain_people(ids=PERSON_IDS, groups=GROUP_IDS):
    """People with only what the measures look at: quick to make, so that whole crowds can be drawn."""
    job = st.builds(
        Position,
        organisation=organisations,
        industry=st.sampled_from(["", "energy", "Oil, gas"]),
        since=st.none() | st.integers(2000, 2027).map(PartialDate),
        until=st.none() | st.none() | st.integers(2010, 2027).map(PartialDate),
        study=st.sampled_from([False, False, True]),
    )
    return st.builds(
        Person,
        id=st.sampled_from(ids),
        name=st.just("A"),
        groups=tuples_of(st.sampled_from(groups), 2),
        level=st.none() | st.sampled_from(Level),
        positions=st.lists(job, max_size=2).map(tuple),
        met=st.none()
        | st.builds(Met, how=st.sampled_from(["", "PyCon"]), by=st.none() | st.sampled_from([ME_ID, "999"])),
        cadence_days=st.none() | st.integers(1, 400),
        archived=st.sampled_from([False, False, False, True]),
    )


def crowds(size=8, **arguments):
    """Lists of distinct :func:`plain_people`."""
    return st.lists(plain_people(**arguments), max_size=size, unique_by=lambda p: p.id)


def groups(ids=("7", "8", "9")):
    """Groups of the user's own."""
    return st.builds(
        Group,
        id=st.sampled_from(ids),
        created=stamps,
        changed=stamps,
        name=names,
        kind=st.sampled_from(GroupKind),
        communal=st.booleans(),
        cadence_days=st.none() | st.integers(1, 400),
        note=texts,
    )


@st.composite
def entries(draw, /, people=PERSON_IDS, ids=ENTRY_IDS, **fixed):
    """An entry with people and mentions out of ``people``."""
    named = draw(tuples_of(st.sampled_from(people), 4)) if people else ()
    cut = draw(st.integers(0, len(named)))
    fields = {
        "id": draw(st.sampled_from(ids)),
        "created": draw(stamps),
        "changed": draw(stamps),
        "at": draw(moments()),
        "channel": draw(st.sampled_from(Channel)),
        "text": draw(texts.filter(str.strip)),
        "people": named[:cut],
        "mentions": named[cut:],
        "initiator": draw(st.none() | st.sampled_from(Initiator)),
        "tags": draw(tuples_of(words, 2)),
        "starred": draw(st.booleans()),
    }
    return Entry(**{**fields, **fixed})


def promises(people=PERSON_IDS, entries=(), ids=PROMISE_IDS):
    """A promise, open or kept."""
    return st.builds(
        Promise,
        id=st.sampled_from(ids),
        created=stamps,
        changed=stamps,
        text=texts.filter(str.strip),
        whose=st.sampled_from(Whose),
        person=st.none() | st.sampled_from(people) if people else st.none(),
        due=st.none() | partial_dates(),
        done_on=st.none() | days,
        entry=st.none() | st.sampled_from(entries) if entries else st.none(),
    )


@st.composite
def exchanges(draw, /, people=PERSON_IDS, entries=(), ids=EXCHANGE_IDS, in_return_for=(), **fixed):
    """An exchange that went a legal way through the statuses, with rising dates, some of them not known."""
    own = fixed.pop("id", None) or draw(st.sampled_from(ids))
    person = fixed.pop("person", None) or draw(st.sampled_from(people))
    kind = fixed.pop("kind", None) or draw(st.sampled_from(ExchangeKind))
    sides = [p for p in people if p != person]
    others: tuple[str, ...] = ()
    if kind is ExchangeKind.INTRODUCTION and sides:
        others = draw(tuples_of(st.sampled_from(sides), 2))
    earlier = [i for i in in_return_for if i != own]
    dates = sorted(draw(st.lists(days, min_size=5, max_size=5)))
    begun = draw(st.none() | st.just(PartialDate.of(dates[0])))
    exchange = Exchange(
        id=own,
        created=draw(stamps),
        changed=draw(stamps),
        kind=kind,
        direction=fixed.pop("direction", None) or draw(st.sampled_from(Direction)),
        person=person,
        others=others,
        steps=(Step(status=draw(st.sampled_from(STARTS)), on=begun, note=draw(texts)),),
        subject=draw(texts),
        text=draw(texts),
        due=draw(st.none() | partial_dates()),
        role=draw(texts),
        outcome=draw(texts),
        told_on=draw(st.none() | partial_dates()),
        consents=tuple(
            Consent(person=side, answer=draw(st.sampled_from(Consenting)), on=draw(st.none() | partial_dates()))
            for side in others
        ),
        versions=draw(tuples_of(st.builds(Version, text=texts, on=days), 2)),
        in_return_for=draw(st.none() | st.sampled_from(earlier)) if earlier else None,
        entry=draw(st.none() | st.sampled_from(entries)) if entries else None,
        **fixed,
    )
    for day in dates[1 : draw(st.integers(1, 5))]:
        ahead = next_statuses(exchange)
        if not ahead:
            break
        on = PartialDate.of(day) if draw(st.booleans()) else None
        exchange = advance(exchange, draw(st.sampled_from(ahead)), on, draw(texts))
    return exchange


def mes():
    """The owner."""
    return st.builds(
        Me,
        id=st.just(ME_ID),
        created=stamps,
        changed=stamps,
        name=names,
        positions=st.lists(positions(), max_size=3).map(tuple),
        offers=tuples_of(words),
        seeks=tuples_of(words),
    )


def import_runs():
    """The record of an applied import."""
    return st.builds(
        ImportRun,
        id=st.integers(501, 510).map(str),
        created=stamps,
        changed=stamps,
        source=st.sampled_from(["linkedin", "json"]),
        name=texts,
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        on=days,
        counts=st.dictionaries(st.sampled_from(["people", "entries"]), st.integers(0, 9), max_size=2),
    )


def snoozes():
    """Something that was put off."""
    return st.builds(
        Snooze,
        id=st.integers(min_value=1, max_value=2**62).map(str),
        created=stamps,
        changed=stamps,
        topic=st.sampled_from(Topic),
        about=st.sampled_from((*PERSON_IDS, *PROMISE_IDS, *EXCHANGE_IDS)),
        until=st.none() | days,
    )


def reviews():
    """A weekly review, some of it answered."""
    items = st.builds(
        ReviewItem,
        step=st.sampled_from(ReviewStep),
        table=st.sampled_from([Table.PEOPLE, Table.EXCHANGES, Table.PROMISES]),
        about=st.sampled_from(PERSON_IDS),
        answer=st.none() | st.sampled_from(ReviewAnswer),
    )
    return st.builds(
        Review,
        id=st.integers(min_value=1, max_value=2**62).map(str),
        created=stamps,
        changed=stamps,
        week=days,
        items=tuples_of(items, 7),
    )


def records():
    """Any record."""
    return st.one_of(people(), groups(), entries(), promises(), exchanges(), mes(), import_runs(), snoozes(), reviews())


@dataclass(frozen=True, kw_only=True)
class Records:
    """A whole network as plain mappings."""

    people: dict[str, Person]
    entries: dict[str, Entry]
    promises: dict[str, Promise]
    exchanges: dict[str, Exchange]
    me: Me | None
    groups: dict[str, Group]


def _by_id(drawn):
    return {record.id: record for record in sorted(drawn, key=lambda r: int(r.id))}


@st.composite
def networks(draw, max_people=6, max_entries=8, max_promises=3, max_exchanges=8):
    """Records whose links all exist, in the six circles."""
    ids = PERSON_IDS[: draw(st.integers(1, max_people))]
    folk = {i: draw(people(ids=(i,), introducers=ids)) for i in ids}
    journal = _by_id(draw(st.lists(entries(people=ids), max_size=max_entries)))
    links = tuple(journal)
    kept = _by_id(draw(st.lists(promises(people=ids, entries=links), max_size=max_promises)))
    ledger = _by_id(draw(st.lists(exchanges(people=ids, entries=links), max_size=max_exchanges)))
    return Records(
        people=folk,
        entries=journal,
        promises=kept,
        exchanges=ledger,
        me=draw(st.none() | mes()),
        groups={group.id: group for group in CIRCLES},
    )
