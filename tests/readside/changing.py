"""Random changes to random networks, and how the command line has it: everything decoded, computed from scratch."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from nettui.domain.change import Table
from nettui.errors import NotFound
from nettui.services.clock import FixedClock
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.undo import redo, undo
from nettui.store.memory import MemoryRepository
from tests import strategies

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def filled(records, repository=None, now=NOW):
    """A network with all of ``records``."""
    clock = FixedClock(now)
    network = Network(repository or MemoryRepository(clock), clock)
    every = [
        *records.people.values(),
        *records.groups.values(),
        *records.entries.values(),
        *records.promises.values(),
        *records.exchanges.values(),
        *([records.me] if records.me is not None else []),
    ]
    network.save(every, action="import.json")
    return network


def changes(records):
    """What may be done next: a function that takes a network and returns its change, if there is one."""
    ids = tuple(records.people)

    def save(record):
        return lambda network: network.save([record], action="test.save")

    def remove(table, record_id):
        def do(network):
            record = network.current(table, record_id)
            return network.save([], removed=[record], action="test.remove") if record is not None else None

        return do

    def together(person, entry):
        return lambda network: network.save([person, replace(entry, people=(person.id,))], action="test.both")

    persons = strategies.people(introducers=ids)
    entries = strategies.entries(people=strategies.PERSON_IDS)
    return st.one_of(
        persons.map(save),
        entries.map(save),
        strategies.groups(ids=strategies.GROUP_IDS).map(save),
        strategies.promises(people=ids).map(save),
        strategies.exchanges(people=ids).map(save),
        strategies.mes().map(save),
        strategies.snoozes().map(save),
        st.builds(together, persons, entries),
        st.builds(remove, st.just(Table.PEOPLE), st.sampled_from(strategies.PERSON_IDS)),
        st.builds(remove, st.just(Table.ENTRIES), st.sampled_from(strategies.ENTRY_IDS)),
        st.builds(remove, st.just(Table.EXCHANGES), st.sampled_from(strategies.EXCHANGE_IDS)),
        st.just(_if_any(undo)),
        st.just(_if_any(redo)),
        st.just(lambda network: network),
    )


def _if_any(way):
    def do(network):
        try:
            return way(network)
        except NotFound:
            return None

    return do


def run_changes(data, network, records, check, most=6):
    """Make random changes and let ``check(index)`` compare after each, on one index and on one made anew."""
    index = Index(network)
    check(index)
    for change in data.draw(st.lists(changes(records), max_size=most)):
        match data.draw(st.sampled_from(["apply", "apply", "remember", "reload"])):
            case "remember":
                list(index.remember(all_of_it=data.draw(st.booleans())))
            case "reload":
                change(network)
                index.reload()
                check(index)
                continue
        done = change(network)
        if done is not None and done is not network:
            index.apply(done)
        check(index)
    check(Index(network))
