"""What is loaded when: the first screen without the rest, the rest in slices, then nothing."""

from __future__ import annotations

import gc
from datetime import date, timedelta

import pytest

from nettui.domain.dates import Moment
from nettui.domain.records import (
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Person,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.services.clock import FixedClock
from nettui.services.facts.contacts import Contacts
from nettui.services.facts.journal import JournalOrder
from nettui.services.finding.people import PeopleFinder
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.views.ahead import entries_of_day, weeks_back
from nettui.services.views.breadth import breadth_view
from nettui.services.views.lists import JournalList, PeopleList, people_counts
from nettui.services.views.person import person_view
from nettui.services.views.today import today_view
from nettui.services.warm import collector_paused, decoding, prepare, warming
from nettui.store.repository import TinyRepository
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def opened(tmp_path):
    """Open one file of 600 people and 2,400 entries again and again."""
    clock, repositories = FixedClock(NOW), []

    def open_it():
        repositories.append(TinyRepository.open(tmp_path / "network.json", clock))
        return Network(repositories[-1], clock)

    network = open_it()
    people = [Person(id=str(10_000 + n), name=f"P{n}", cadence_days=30 if n % 3 else None) for n in range(600)]
    network.save(
        [
            *people,
            *(
                Entry(
                    id=str(100_000 + n),
                    at=Moment(TODAY - timedelta(days=n % 900)),
                    channel=Channel.CALL,
                    people=(people[n * 7 % 600].id,),
                )
                for n in range(2_400)
            ),
            *(
                Exchange(
                    id=str(200_000 + n),
                    kind=ExchangeKind.HELP,
                    direction=Direction.RECEIVED,
                    person=people[n].id,
                    steps=(Step(status=Status.DONE if n % 2 else Status.THANKED),),
                )
                for n in range(200)
            ),
            *(Promise(id=str(300_000 + n), text="p", whose=Whose.MINE, person=people[n].id) for n in range(100)),
        ],
        action="t",
    )
    list(warming(Index(network)))
    network.repository.close()
    yield open_it
    for each in repositories:
        each.close()


def decoded(network):
    return {name.value: view.decoded for name, view in network.repository._views.items() if view.decoded}


def lines_of_the_day(index):
    view = today_view(index).worth_a_line(index.today)
    return [list(rows[:7]) for rows in (view.promises, view.to_thank, view.asked_of_me, view.due, view.dormant)]


def test_the_first_screen_decodes_its_lines(opened):
    network = opened()
    index = Index(network)
    prepare(index)
    assert sum(map(len, lines_of_the_day(index))) > 10
    assert sum(decoded(network).values()) < 60


def test_the_first_screen_after_a_line_logged_elsewhere_decodes_little_more(opened):
    network = opened()
    who = today_view(Index(network)).due[0].due.person
    entry = Entry(id="400000", at=Moment(TODAY), channel=Channel.MET, people=(who,))
    network.save([entry], action="entry.log")
    network.repository.close()
    again = opened()
    index = Index(again)
    assert who not in [row.due.person for row in today_view(index).due[:7]]
    assert index.last_contact(who) == date(2026, 11, 23)
    assert sum(decoded(again).values()) < 60


def test_everything_else_is_loaded_in_slices_and_then_nothing_is_left_to_do(opened):
    network = opened()
    index = Index(network)
    prepare(index)
    names = list(warming(index))
    assert len(set(names)) >= 7
    assert list(warming(index)) == ["people by name"]
    assert list(index.remember()) == []
    assert len(JournalList(index)) == 2_400
    assert len(PeopleList(index)) == people_counts(index).everybody == 600
    assert breadth_view(index).people == 600
    assert PeopleFinder(index).ready
    assert len(PeopleFinder(index).find("p59").ids or ()) == 11
    assert decoded(network).keys() <= {"me", "groups"}
    person_view(index, index.people["10007"])
    assert sum(decoded(network).values()) < 50


def test_built_in_slices_while_the_network_changes(network):
    people = [Person(id=str(1000 + n), name=f"P{n}") for n in range(300)]
    network.save(people, action="t")
    index = Index(network)
    slices, done = warming(index), 0
    for number, _name in enumerate(slices):
        change = network.save([Person(id=str(5000 + number), name=f"New {number}")], action="t") if done < 5 else None
        if change is not None:
            index.apply(change)
            done += 1
    assert people_counts(index).everybody == 300 + done
    assert set(PeopleList(index)) == set(index.people)


def test_the_collector_rests_while_the_app_opens():
    assert gc.isenabled()
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


def test_the_ledgers_people_are_decoded_ahead(opened):
    network = opened()
    index = Index(network)
    list(decoding(index))
    before = decoded(network)
    assert before["exchanges"] > 0
    assert 0 < before["people"] < 600
    for exchange in index.exchanges.values():
        index.people.get(exchange.person)
    assert decoded(network) == before


def test_the_first_screen_recalls_only_what_it_shows(opened, monkeypatch):
    network, recalled = opened(), []
    recall = network.repository.recall

    def counted(name, version, tables):
        recalled.append(name)
        return recall(name, version, tables)

    monkeypatch.setattr(network.repository, "recall", counted)
    index = Index(network)
    person = today_view(index).worth_a_line(index.today).due[0].due.person
    entries_of_day(index, TODAY)
    weeks_back(index)
    view = person_view(index, index.people[person])
    assert "contact-days" not in recalled
    assert not {"people-facts", "people-texts", "breadth-facts"} & set(recalled)
    assert len(recalled) == len(set(recalled))
    assert index.shelf(JournalOrder).packed
    index.shelf(Contacts).require()
    assert view.row.last_contact == index.last_contact(person) is not None


@pytest.mark.parametrize("first", [0, 1, 30, 898, 1_000])
@pytest.mark.parametrize("days", [0, 6, 50])
def test_the_entries_of_some_days_are_the_same_packed_or_not(opened, first, days):
    index = Index(opened())
    last = TODAY - timedelta(days=first)
    from_day = last - timedelta(days=days)
    order = index.shelf(JournalOrder).require()
    found = list(order.within(from_day, last))
    assert order.packed
    expected = [
        i for i, day in zip(order.ids, order.days, strict=True) if from_day.isoformat() <= day <= last.isoformat()
    ]
    assert found == expected == list(order.within(from_day, last))


def test_an_entry_of_another_session_is_among_those_of_its_day(opened):
    network = opened()
    entry = Entry(id="400000", at=Moment(TODAY), channel=Channel.MET, people=("10001",))
    network.save([entry], action="entry.log")
    network.repository.close()
    index = Index(opened())
    assert entry.id in index.shelf(JournalOrder).require().within(TODAY, TODAY)
    assert index.last_contact("10001") == TODAY
