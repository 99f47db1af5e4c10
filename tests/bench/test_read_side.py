"""What the app's screens cost at 20,000 people and 100,000 entries, first and later. Prints; never judges.

Run with ``pytest -m bench -s tests/bench/test_read_side.py``.
"""

from __future__ import annotations

from time import perf_counter

import pytest

from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry
from nettui.services.clock import SystemClock
from nettui.services.finding.journal import JournalFinder
from nettui.services.finding.ledger import LedgerFinder
from nettui.services.finding.people import PeopleFinder
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.views.breadth import breadth_view
from nettui.services.views.lists import JournalList, PeopleList, Sort, people_counts
from nettui.services.views.person import person_view
from nettui.services.views.today import today_view
from nettui.services.warm import collector_paused, prepare, warming
from nettui.store.repository import TinyRepository
from tests.bench.volume import records

pytestmark = pytest.mark.bench


def timed(what, function):
    start = perf_counter()
    result = function()
    print(f"{what:<46}{(perf_counter() - start) * 1000:>9.1f} ms")
    return result


def sliced(what, pauses):
    """Run a generator; print its whole time and its longest slice."""
    start = last = perf_counter()
    longest, count = 0.0, 0
    for _pause in pauses:
        now = perf_counter()
        longest, last, count = max(longest, now - last), now, count + 1
    longest = max(longest, perf_counter() - last)
    whole = (perf_counter() - start) * 1000
    print(f"{what:<46}{whole:>9.1f} ms in {count + 1} slices, longest {longest * 1000:.1f} ms")


def lines(index):
    view = today_view(index).worth_a_line(index.today)
    return [rows[:7] for rows in (view.promises, view.to_thank, view.asked_of_me, view.due, view.dormant)]


def search(finder, journal, line):
    found = finder.search(line)
    journal.narrow(())
    start = perf_counter()
    first = None
    for places in found.run():
        journal.extend(places)
        if first is None and len(journal) >= 40:
            first = perf_counter() - start
    whole = perf_counter() - start
    print(
        f"{'journal: ' + line:<46}{whole * 1000:>9.1f} ms, first page after {(first or whole) * 1000:.1f} ms, "
        f"{len(journal)} found"
    )


def session(path, title):
    print(f"\n{title}")
    with collector_paused():
        repository = timed("open the file", lambda: TinyRepository.open(path, SystemClock()))
        index = Index(Network(repository, SystemClock()))
        timed("what Today is made from", lambda: prepare(index))
        timed("Today, its lines", lambda: lines(index))
    sliced("warming", warming(index))
    return repository, index


def screens(index):
    timed("Today again", lambda: lines(index))
    journal, people = JournalList(index), PeopleList(index)
    timed("Journal, first page", lambda: [journal.row(each) for each in journal[:40]])
    timed("Journal, its days", journal.days)
    timed("People, first page", lambda: [people.row(each) for each in people[:40]])
    timed("circles with counts", lambda: people_counts(index))
    for sort in Sort:
        people.show(sort=sort)
        timed(f"People by {sort}", lambda: len(people))
    timed("Breadth", lambda: breadth_view(index))
    for number in (3, 4):
        timed("a person", lambda number=number: person_view(index, index.people[people[number]]))
    finder = PeopleFinder(index)
    for line in ("мария петрова", "company:Фирма", "group:friends level:senior", "last:>180d"):
        keys = []
        for end in range(1, len(line) + 1):
            start = perf_counter()
            people.narrow(finder.find(line[:end]).ids)
            len(people)
            keys.append((perf_counter() - start) * 1000)
        print(f"{'people: ' + line:<46}{sorted(keys)[len(keys) // 2]:>9.1f} ms a key, longest {max(keys):.1f} ms")
    people.narrow(None)
    found = JournalFinder(index)
    sliced("journal: getting ready to find", found.loading())
    for line in ("проект", "99633", "nowhere", "with:maria", "channel:coffee draft", "period:2024-05"):
        search(found, journal, line)
    timed("ledger: a first word", lambda: LedgerFinder(index).find("favour"))


def changes(index, repository):
    people = PeopleList(index)
    entry = Entry(id="1999999999999999999", at=Moment(index.today), channel=Channel.MET, text="x", people=(people[9],))
    change = timed("save an entry", lambda: Network(repository, SystemClock()).save([entry], action="entry.log"))
    timed("take it over", lambda: index.apply(change))
    timed("Today after it", lambda: lines(index))
    timed("People after it", lambda: len(people))
    timed("Breadth after it", lambda: breadth_view(index))
    sliced("remember when idle", index.remember())


def test_screens(tmp_path, capsys):
    path = tmp_path / "network.json"
    with capsys.disabled():
        repository = TinyRepository.open(path, SystemClock())
        Network(repository, SystemClock()).save(list(records(122_500)), action="bench.fill")
        repository.close()
        repository, index = session(path, "the first time in the life of a file")
        sliced("journal: getting ready to find", JournalFinder(index).loading())
        repository.close()
        repository, index = session(path, "every other time")
        screens(index)
        changes(index, repository)
        repository.close()
        repository, index = session(path, "after a session that changed something")
        repository.close()
