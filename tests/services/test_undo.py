from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nettui.domain.change import Nature
from nettui.domain.records import Group
from nettui.errors import InvalidInput, NotFound
from nettui.services import entries, exchanges, groups, me, people, promises
from nettui.services.clock import FixedClock
from nettui.services.network import Network
from nettui.services.undo import DEPTH, history, redo, undo
from nettui.store.memory import MemoryRepository
from tests.services.making import add_exchange, add_person, add_promise, content, log, make_exchange


def reopened(network):
    """The same file in another session: nothing but what the repository keeps."""
    return Network(network.repository, network.clock)


def test_nothing_to_undo_or_redo(network):
    with pytest.raises(NotFound, match="Nothing to undo"):
        undo(network)
    with pytest.raises(NotFound, match="Nothing to redo"):
        redo(network)


def test_undo_is_a_change_of_its_own_that_restores_to_the_last_stamp(network):
    maria = add_person(network, "Maria")
    later = Network(network.repository, FixedClock(datetime(2026, 12, 1, tzinfo=UTC)))
    edited = people.edit(later, replace(maria, place="Sofia"))
    assert edited is not None
    assert network.repository.people[maria.id].changed > maria.changed
    undone = undo(later)
    assert network.repository.people[maria.id] == maria
    assert (undone.nature, undone.target, undone.action, undone.detail) == (
        Nature.UNDO,
        edited.id,
        "person.edit",
        "Maria",
    )
    redone = redo(later)
    assert network.repository.people[maria.id] == edited.edits[0].after
    assert (redone.nature, redone.target) == (Nature.REDO, edited.id)


def test_undo_survives_a_restart(network):
    states = [content(network)]
    for name in ("A", "B", "C"):
        add_person(network, name)
        states.append(content(network))
    for expected in (2, 1):
        undo(reopened(network))
        assert content(network) == states[expected]
    redo(reopened(network))
    assert content(network) == states[2]
    undo(reopened(network))
    undo(reopened(network))
    assert content(network) == states[0]


def test_a_new_change_clears_what_could_be_redone(network):
    add_person(network, "A")
    undo(network)
    add_person(network, "B")
    with pytest.raises(NotFound):
        redo(network)
    undo(network)
    assert not network.repository.people
    with pytest.raises(NotFound):
        undo(network)


def test_fifty_changes_back_and_forth_and_back(network):
    states = [content(network)]
    for number in range(DEPTH + 10):
        add_person(network, str(number))
        states.append(content(network))
    for _round in range(2):
        for steps in range(DEPTH):
            undo(network)
            assert content(network) == states[-2 - steps]
        for steps in range(DEPTH):
            redo(network)
            assert content(network) == states[10 + 1 + steps]
    for _count in range(DEPTH):
        undo(network)
    assert content(network) == states[10]


def test_wavering_over_one_change_does_not_hide_the_others(network):
    for number in range(DEPTH):
        add_person(network, str(number))
    for _count in range(DEPTH + 10):
        undo(network)
        redo(network)
    for _count in range(DEPTH):
        undo(network)
    assert not network.repository.people


def test_what_can_be_undone_is_listed(network):
    add_person(network, "A")
    add_person(network, "B")
    undo(network)
    found = history(network.repository)
    assert [c.detail for c in found.undoable] == ["A"]
    assert [c.detail for c in found.redoable] == ["B"]


class UndoMachine(RuleBasedStateMachine):
    """Any use-cases in any order, with undo and redo between, against stacks of whole contents."""

    @initialize()
    def open(self):
        clock = FixedClock(datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
        self.network = Network(MemoryRepository(clock), clock)
        self.past = []
        self.future = []
        self.now = content(self.network)

    def did(self):
        after = content(self.network)
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    def pick(self, data, table):
        return data.draw(st.sampled_from(sorted(getattr(self.network.repository, table))))

    def some_person(self, data):
        return self.network.repository.people[self.pick(data, "people")]

    @rule(name=st.sampled_from(["Maria", "Georgi", "Ani"]))
    def add_person(self, name):
        add_person(self.network, name)
        self.did()

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data(), place=st.sampled_from(["", "Sofia"]), archived=st.booleans())
    def edit_person(self, data, place, archived):
        person = self.some_person(data)
        people.edit(self.network, replace(person, place=place))
        self.did()
        people.archive(self.network, person.id, archived)
        self.did()

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data(), cascade=st.booleans())
    def remove_person(self, data, cascade):
        person = self.some_person(data)
        try:
            people.remove(self.network, person.id, cascade=cascade)
        except InvalidInput:
            assert not cascade
        self.did()

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data())
    def log(self, data):
        entry = log(self.network, "2026-11-20", "coffee", self.some_person(data))
        self.did()
        add_promise(self.network, "send it", self.some_person(data), entry=entry.id)
        self.did()

    @precondition(lambda self: self.network.repository.entries)
    @rule(data=st.data())
    def remove_entry(self, data):
        entries.remove(self.network, self.pick(data, "entries"))
        self.did()

    @precondition(lambda self: self.network.repository.promises)
    @rule(data=st.data())
    def keep_promise(self, data):
        promise = self.network.repository.promises[self.pick(data, "promises")]
        (promises.done if promise.done_on is None else promises.undone)(self.network, promise.id)
        self.did()

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data())
    def ask_and_offer(self, data):
        person = self.some_person(data)
        ask, offer = make_exchange(self.network, person), make_exchange(self.network, person, "given", "offered")
        exchanges.ask_and_offer(self.network, ask, offer)
        self.did()

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data())
    def record(self, data):
        add_exchange(self.network, self.some_person(data), status="done")
        self.did()

    @precondition(lambda self: self.network.repository.exchanges)
    @rule(data=st.data(), way=st.sampled_from([exchanges.move, exchanges.back, exchanges.remove]))
    def step_exchange(self, data, way):
        try:
            way(self.network, self.pick(data, "exchanges"))
        except InvalidInput:
            assert way is not exchanges.remove
        self.did()

    @rule(data=st.data(), name=st.sampled_from(["Chess", "Choir"]))
    def group(self, data, name):
        found = [g for g in self.network.repository.groups.values() if g.name == name]
        if found:
            groups.remove(self.network, found[0].id, cascade=True)
        else:
            group = Group(id=self.network.clock.new_id(), name=name)
            groups.add(self.network, group)
            self.did()
            groups.assign(self.network, list(self.network.repository.people), group.id)
        self.did()

    @rule(name=st.sampled_from(["Ivan", "Ivana"]))
    def name_me(self, name):
        me.set_name(self.network, name)
        self.did()

    @rule()
    def undo(self):
        if self.past:
            undo(reopened(self.network))
            self.future.append(self.now)
            self.now = self.past.pop()
        else:
            with pytest.raises(NotFound):
                undo(self.network)

    @rule()
    def redo(self):
        if self.future:
            redo(reopened(self.network))
            self.past.append(self.now)
            self.now = self.future.pop()
        else:
            with pytest.raises(NotFound):
                redo(self.network)

    @invariant()
    def content_is_what_it_was(self):
        assert content(self.network) == self.now

    @invariant()
    def no_link_dangles(self):
        repository = self.network.repository
        known = set(repository.people)
        for entry in repository.entries.values():
            assert known.issuperset((*entry.people, *entry.mentions))
        for promise in repository.promises.values():
            assert promise.person is None or promise.person in known
            assert promise.entry is None or promise.entry in repository.entries
        for exchange in repository.exchanges.values():
            assert known.issuperset((exchange.person, *exchange.others))
            assert exchange.in_return_for is None or exchange.in_return_for in repository.exchanges
        for person in repository.people.values():
            assert set(person.groups) <= set(repository.groups)


UndoMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestUndoMachine = UndoMachine.TestCase


def test_no_further_back_is_read_than_the_change_that_is_undone(network, monkeypatch):
    """A change is decoded whole when it is read, and an import may hold everybody."""
    for number in range(20):
        add_person(network, f"Person {number}")
    read: list[int] = []
    changes = network.repository.changes

    def counting(limit):
        found = changes(limit)
        read.append(len(found))
        return found

    monkeypatch.setattr(network.repository, "changes", counting)
    undo(network)
    redo(network)
    assert read == [1, 1]
    undo(network)
    undo(network)
    assert max(read) <= 8
