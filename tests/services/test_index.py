from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from nettui.domain import cadence
from nettui.domain.circles import ComputedKind
from nettui.domain.records import ME_ID, Channel, ExchangeKind, Me, Position
from nettui.services import entries, exchanges, me, people, promises
from nettui.services.clock import FixedClock
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.undo import undo
from nettui.store.memory import MemoryRepository
from tests import strategies
from tests.services.making import add_exchange, add_person, add_promise, log


@pytest.fixture
def index(network):
    return Index(network)


def at(network, when):
    return Network(network.repository, FixedClock(datetime.fromisoformat(when).replace(tzinfo=UTC)))


def test_last_contact_and_due(network, index):
    maria, georgi = add_person(network, "Maria", groups=("1",), cadence_days=30), add_person(network, "Georgi")
    log(network, "2026-11-01", "coffee", maria)
    log(network, "2026-11-10", "note", maria, georgi, channel=Channel.NOTE)
    log(network, "2026-12-01", "appointment", maria, georgi)
    assert index.last_contact(maria.id) == date(2026, 11, 1)
    assert index.last_contact(georgi.id) is None
    assert index.last_contacts() == {maria.id: date(2026, 11, 1)}
    assert (index.cadence_of(maria), index.due_on(maria), index.due_on(georgi)) == (30, date(2026, 12, 1), None)
    assert not index.communal(maria)
    assert index.person_name(maria.id) == "Maria"
    later = Index(at(network, "2026-12-02T08:00"))
    assert later.last_contact(georgi.id) == date(2026, 12, 1)
    assert later.contact_days(maria.id) == [date(2026, 11, 1), date(2026, 12, 1)]


def test_what_is_about_one_person(network, index):
    maria, georgi = add_person(network, "Maria"), add_person(network, "Georgi")
    second = log(network, "2026-11-10T10:00", "b", georgi, mentions=(maria.id,))
    first = log(network, "2026-11-01", "a", maria)
    made = add_exchange(network, georgi, kind=ExchangeKind.INTRODUCTION, others=(maria.id,))
    promise = add_promise(network, "send it", maria)
    add_promise(network, "nobody's")
    assert index.entries_of(maria.id) == [first, second]
    assert index.exchanges_of(maria.id) == [made]
    assert index.promises_of(maria.id) == [promise]
    assert index.promises_of("404") == index.exchanges_of("404") == []


def test_computed_groups_follow_me_and_people(network, index):
    acme = (Position(organisation="Acme"),)
    maria = add_person(network, "Maria", positions=acme)
    assert list(index.computed_groups()) == []
    change = me.edit(network, Me(id=ME_ID, positions=acme))
    assert change is not None
    index.apply(change)
    assert [(g.kind, g.people) for g in index.computed_groups()] == [(ComputedKind.CURRENT_COLLEAGUES, (maria.id,))]
    change = people.archive(network, maria.id)
    assert change is not None
    index.apply(change)
    assert list(index.computed_groups()) == []


class _WithoutEntries(MemoryRepository):
    """A repository whose journal may not be decoded as a whole."""

    @property
    def entries(self):
        raise AssertionError("the whole journal was decoded")


def test_people_and_ledger_need_no_journal(clock):
    network = Network(_WithoutEntries(clock), clock)
    maria = add_person(network, "Maria", groups=("6",))
    add_exchange(network, maria)
    index = Index(network)
    assert index.group_names["6"] == "Family"
    assert index.communal(maria)
    assert len(index.exchanges_of(maria.id)) == 1
    assert not index.promises_of(maria.id)
    assert index.facts(with_last=False).last == {}
    assert not index.computed_groups()


def everything(index):
    """All that the index answers."""
    ids = [*index.people, "404"]
    return (
        index.last_contacts(),
        index.all_contact_days(),
        {i: index.last_contact(i) for i in ids},
        {i: list(index.entries_of(i)) for i in ids},
        {i: list(index.exchanges_of(i)) for i in ids},
        {i: list(index.promises_of(i)) for i in ids},
        list(index.computed_groups()),
        dict(index.facts().last),
    )


def _filled(records):
    clock = FixedClock(datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    network = Network(MemoryRepository(clock), clock)
    every = [
        *records.people.values(),
        *records.entries.values(),
        *records.promises.values(),
        *records.exchanges.values(),
    ]
    network.save([*every, *([records.me] if records.me is not None else [])], action="import.json")
    return network


@settings(max_examples=40)
@given(strategies.networks())
def test_contact_is_what_the_domain_says(records):
    index = Index(_filled(records))
    today = date(2026, 11, 23)
    assert index.all_contact_days() == cadence.contact_days(records.entries.values(), today)
    assert index.last_contacts() == {
        i: m.day for i, m in cadence.last_contacts(records.entries.values(), today).items()
    }


@settings(max_examples=40)
@given(strategies.networks(), strategies.entries(people=strategies.PERSON_IDS[:1]))
def test_after_any_change_it_answers_as_one_made_anew(records, entry):
    network = _filled(records)
    index = Index(network)
    everything(index)

    def take_over(change):
        if change is not None:
            index.apply(change)
            assert everything(index) == everything(Index(network))

    first = next(iter(records.people))
    take_over(network.save([entry], action="entry.log"))
    take_over(entries.edit(network, replace(entry, people=(), mentions=(), channel=Channel.NOTE)))
    take_over(entries.remove(network, entry.id))
    for exchange_id in list(network.repository.exchanges)[:2]:
        take_over(exchanges.remove(network, exchange_id))
    for promise in list(network.repository.promises.values())[:1]:
        take_over(promises.edit(network, replace(promise, person=first)))
    take_over(people.remove(network, first, cascade=True))
    for _count in range(4):
        take_over(undo(network))


def test_reloading_takes_over_what_nobody_described(network, index):
    maria = add_person(network, "Maria")
    everything(index)
    log(network, "2026-11-01", "coffee", maria)
    index.reload()
    assert everything(index) == everything(Index(network))
