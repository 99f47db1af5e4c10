"""The long lists: the same as everything decoded and sorted, without decoding it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain import cadence
from nettui.domain.circles import computed_groups
from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry, Level, Person, Position
from nettui.i18n import set_language
from nettui.services.clock import FixedClock
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.views.journal import entry_row
from nettui.services.views.lists import JournalList, PeopleCounts, PeopleList, Scope, Sort, people_counts
from nettui.services.views.order import name_key
from nettui.services.views.people import people_rows, person_row
from nettui.store.repository import TinyRepository
from tests import strategies
from tests.conftest import NOW
from tests.readside.changing import filled, run_changes
from tests.services.making import add_person, log

LEVELS = [*Level, None]
PRIMARY: dict[Sort, Any] = {
    Sort.NAME: lambda row: 0,
    Sort.COMPANY: lambda row: (not row.organisation, name_key(row.organisation)),
    Sort.LAST: lambda row: -row.last_contact.toordinal() if row.last_contact else 0,
    Sort.DUE: lambda row: (row.due is None, row.due.toordinal() if row.due else 0),
    Sort.LEVEL: lambda row: LEVELS.index(row.level),
}


def plain_order(index, sort, fits):
    rows = people_rows(index, filter(fits, index.people.values()))
    rows.sort(key=lambda row: (PRIMARY[sort](row), name_key(row.name), len(row.id), row.id))
    return [row.id for row in rows]


def plain_counts(index):
    present = [person for person in index.people.values() if not person.archived]
    computed = computed_groups(index.me, index.people.values(), index.today)
    return PeopleCounts(
        everybody=len(present),
        groups={group: sum(group in person.groups for person in present) for group in index.groups},
        computed=tuple((group, len(group.people)) for group in computed),
        archived=len(index.people) - len(present),
    )


def plain_journal(index):
    entries = sorted(index.entries.values(), key=lambda e: (e.at, len(e.id), e.id), reverse=True)
    return [entry.id for entry in entries], [entry.at.day for entry in entries]


def check(index):
    assert index.all_contact_days() == cadence.contact_days(index.entries.values(), index.today)
    for sort in Sort:
        people = PeopleList(index, sort=sort)
        assert list(people) == plain_order(index, sort, lambda p: not p.archived), sort
    for group in index.groups:
        inside = PeopleList(index, scope=Scope(group=group))
        assert list(inside) == plain_order(index, Sort.NAME, lambda p, g=group: g in p.groups and not p.archived)
    archived = PeopleList(index, scope=Scope(archived=True))
    assert list(archived) == plain_order(index, Sort.NAME, lambda p: p.archived)
    counts = people_counts(index)
    assert counts == plain_counts(index)
    for group, count in counts.computed:
        assert len(PeopleList(index, scope=Scope(computed=group))) == count
    journal = JournalList(index)
    ids, days = plain_journal(index)
    assert list(journal) == ids
    assert [journal.day(at) for at in range(len(journal))] == days
    assert [journal.place(entry) for entry in ids] == list(range(len(ids)))
    found = journal.days()
    assert [day.day for day in found for _each in range(day.count)] == days
    assert [day.first for day in found] == [days.index(day.day) for day in found]


@settings(max_examples=30)
@given(st.data(), strategies.networks(), st.sampled_from(["en", "bg"]))
def test_lists_are_what_sorting_everybody_gives(data, records, language):
    set_language(language)
    run_changes(data, filled(records), records, check)


@settings(max_examples=20)
@given(st.data(), strategies.networks(), st.dates(date(2018, 1, 1), date(2027, 1, 1)))
def test_positions_and_appointments_turn_with_the_day(data, records, later):
    """What was remembered on one day is right on every other, and so is what was open over midnight."""
    earlier = filled(records, now=NOW - timedelta(days=3000))
    open_all_night = Index(earlier)
    check(open_all_night)
    earlier.clock = FixedClock(NOW.replace(year=later.year, month=later.month, day=later.day))
    check(open_all_night)
    list(open_all_night.remember(all_of_it=True))
    check(Index(Network(earlier.repository, FixedClock(NOW))))


def test_a_list_can_be_turned_round_narrowed_and_looked_at(network):
    ada, boris = add_person(network, "Ada"), add_person(network, "Борис", archived=True)
    people = PeopleList(Index(network))
    assert (people.place(ada.id), people.place(boris.id), people.place("404")) == (0, None, None)
    assert people.row(boris.id) == person_row(Index(network), boris)
    assert people.row("404") is None
    zoe = add_person(network, "Zoe")
    people = PeopleList(Index(network))
    people.show(reverse=True)
    assert list(people) == [zoe.id, ada.id]
    people.narrow([ada.id, boris.id])
    assert (list(people), people[0], people[:5]) == ([ada.id], ada.id, [ada.id])
    people.show(scope=Scope(archived=True), reverse=False)
    assert list(people) == [boris.id]
    people.narrow(None)
    set_language("bg")
    people.show(scope=Scope())
    assert list(people) == [ada.id, zoe.id]


def test_the_own_script_comes_first_when_the_language_changes(network):
    ada, boris = add_person(network, "Ada"), add_person(network, "Борис")
    people = PeopleList(Index(network))
    assert list(people) == [ada.id, boris.id]
    set_language("bg")
    assert list(people) == [boris.id, ada.id]


def test_the_journal_shows_what_was_found_as_it_is_found(network):
    maria = add_person(network, "Maria")
    made = [log(network, f"2026-11-{day:02}", "x", maria) for day in range(1, 11)]
    index = Index(network)
    journal = JournalList(index)
    journal.narrow([0, 3])
    journal.extend([9])
    assert list(journal) == [made[9].id, made[6].id, made[0].id]
    assert [day.day.day for day in journal.days()] == [10, 7, 1]
    assert (journal.place(made[0].id), journal.place(made[1].id)) == (2, None)
    assert journal.row(made[0].id) == entry_row(index, made[0])
    assert journal.row("404") is None
    journal.narrow(None)
    assert len(journal) == 10


PEOPLE, ENTRIES = 1_000, 5_000


@pytest.fixture
def big(tmp_path, ids_clock):
    """A file of five thousand entries, and how to open it."""
    path = tmp_path / "network.json"
    repository = TinyRepository.open(path, ids_clock)
    people = [
        Person(id=str(10_000 + n), name=f"P {n % 97} {n}", positions=(Position(organisation=f"F{n % 7}"),))
        for n in range(PEOPLE)
    ]
    entries = [
        Entry(
            id=str(100_000 + n),
            at=Moment(date(2020, 1, 1) + timedelta(days=n % 2000)),
            channel=Channel.CALL,
            text=f"about {n}",
            people=(people[n * 31 % PEOPLE].id,),
        )
        for n in range(ENTRIES)
    ]
    Network(repository, ids_clock).save([*people, *entries], action="test.fill")
    index = Index(Network(repository, ids_clock))
    len(JournalList(index)), people_counts(index), [len(PeopleList(index, sort=sort)) for sort in Sort]
    repository.close()

    opened = []

    def open_again():
        opened.append(TinyRepository.open(path, ids_clock))
        return Network(opened[-1], ids_clock)

    yield open_again
    for each in opened:
        each.close()


@pytest.fixture
def ids_clock():
    return FixedClock(NOW)


def decoded(network):
    views = network.repository._views
    return sum(view.decoded for view in views.values())


def test_opening_the_lists_decodes_only_what_is_on_the_screen(big):
    network = big()
    index = Index(network)
    journal, people = JournalList(index), PeopleList(index)
    assert (len(journal), len(people)) == (ENTRIES, PEOPLE)
    rows = [*map(journal.row, journal[:40]), *map(people.row, people[:40])]
    people_counts(index)
    for sort in Sort:
        people.show(sort=sort)
        assert len(people) == PEOPLE
    assert all(rows)
    assert decoded(network) < 200


def test_a_change_is_taken_over_without_looking_at_the_rest(big):
    network = big()
    index = Index(network)
    journal, people = JournalList(index), PeopleList(index, sort=Sort.LAST)
    assert (len(journal), len(people)) == (ENTRIES, PEOPLE)
    before = decoded(network)
    who = people[-1]
    entry = Entry(id="200000", at=Moment(date(2026, 11, 23)), channel=Channel.MET, people=(who,))
    change = network.save([entry], action="entry.log")
    index.apply(change)
    assert (journal[0], people[0], len(journal)) == (entry.id, who, ENTRIES + 1)
    assert decoded(network) - before < 50
    network.repository.close()
    again = big()
    index = Index(again)
    assert JournalList(index)[0] == entry.id
    assert PeopleList(index, sort=Sort.LAST)[0] == who
    assert decoded(again) < 50


@pytest.mark.parametrize("value", [b"", b"{", b"null", b"7", b"[]", b'{"ids":7}', b'{"ids":"1 2","days":[]}'])
def test_what_was_remembered_and_is_broken_is_made_again(big, value):
    network = big()
    for file in Path(network.repository.engine.places.cache).iterdir():
        if file.stem == "contact-days" and value.startswith(b'{"'):
            continue
        head, _newline, _value = file.read_bytes().partition(b"\n")
        file.write_bytes(head + b"\n" + value)
    index = Index(network)
    assert (len(JournalList(index)), len(PeopleList(index))) == (ENTRIES, PEOPLE)
    check(index)
