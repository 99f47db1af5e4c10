"""What every repository does, in memory and on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from nettui.domain.change import Edit, Nature, Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    CIRCLES,
    ME_ID,
    Direction,
    Exchange,
    ExchangeKind,
    ForeignId,
    Me,
    Position,
    Status,
    Step,
)
from nettui.errors import StoreError
from nettui.services.network import Network
from nettui.store import filesystem
from nettui.store.memory import MemoryRepository
from nettui.store.repository import TinyRepository
from tests.store.conftest import put, stock

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["memory", "disk"])
def repository(request, path, ids):
    repository = MemoryRepository(ids) if request.param == "memory" else TinyRepository.open(path, ids)
    yield repository
    repository.close()


def test_it_begins_with_the_six_circles_and_nobody(repository):
    assert list(repository.groups.values()) == list(CIRCLES)
    assert repository.me is None
    assert not repository.people
    assert not repository.changes()


def test_a_commit_is_seen_at_once_and_returned_as_stored(repository, person):
    maria = person("Мария [/] \x1b[31m", tags=("phd",))
    change = put(repository, maria, action="person.add", detail="Мария")
    assert repository.people[maria.id] == maria
    assert change.edits == (Edit(Table.PEOPLE, maria.id, None, maria),)
    assert (change.action, change.detail, change.nature, change.target) == ("person.add", "Мария", Nature.DO, None)
    assert list(repository.changes()) == [change]


def test_the_owner_is_one_record(repository):
    put(repository, Me(id=ME_ID, name="Ana"))
    put(repository, Me(id=ME_ID, name="Ана"))
    assert repository.me == Me(id=ME_ID, name="Ана")


def test_mappings_are_ordered_by_id_and_read_only(repository, person, ids):
    late, early = person("late"), replace(person("early"), id="1763881200000417203")
    put(repository, late)
    assert list(repository.people) == [late.id]
    put(repository, early)
    assert list(repository.people) == [early.id, late.id]
    assert isinstance(repository.people, Mapping)
    with pytest.raises(TypeError):
        repository.people[late.id] = early  # type: ignore[index]
    with pytest.raises(KeyError):
        repository.people["7"]
    assert "7" not in repository.people
    assert len(repository.people) == 2


def test_records_can_be_changed_and_removed(repository, person):
    maria = person("Maria")
    put(repository, maria)
    put(repository, replace(maria, place="Sofia"))
    assert repository.people[maria.id].place == "Sofia"
    repository.commit([Edit(Table.PEOPLE, maria.id, repository.people[maria.id], None)], action="person.delete")
    assert maria.id not in repository.people
    assert list(repository.people) == []
    assert repository.changes()[-1].edits[0].after is None


def test_entries_of_finds_participants_and_mentions(repository, person, entry):
    maria, ivan, ani = (person(name) for name in ("Maria", "Ivan", "Ani"))
    with_maria = entry("coffee", people=(maria.id,))
    about_maria = entry("news of her", mentions=(maria.id, ani.id))
    with_ivan = entry(f"not {maria.id}", people=(ivan.id,))
    put(repository, maria, ivan, ani, with_maria, about_maria, with_ivan)
    assert list(repository.entries_of([maria.id])) == [with_maria, about_maria]
    assert list(repository.entries_of([ani.id, ivan.id])) == [about_maria, with_ivan]
    assert list(repository.entries_of([])) == []
    changed = replace(with_maria, people=(ivan.id,))
    put(repository, changed)
    assert list(repository.entries_of([maria.id])) == [about_maria]
    assert list(repository.entries_of([ivan.id])) == [changed, with_ivan]


def test_undo_is_a_commit_that_names_its_target(repository, person):
    maria = person("Maria")
    done = put(repository, maria)
    undone = repository.commit(
        [Edit(Table.PEOPLE, maria.id, maria, None)], action="test", nature=Nature.UNDO, target=done.id
    )
    assert not repository.people
    assert [(change.nature, change.target) for change in repository.changes()] == [
        (Nature.DO, None),
        (Nature.UNDO, done.id),
    ]
    assert undone.edits == (Edit(Table.PEOPLE, maria.id, maria, None),)


def test_only_the_latest_changes_are_returned_oldest_first(repository, person):
    changes = [put(repository, person(f"p{number}"), action=f"a{number}") for number in range(60)]
    assert list(repository.changes(3)) == changes[-3:]
    assert list(repository.changes()) == changes[-50:]


def test_derived_values_are_what_build_returns(repository, person):
    def names():
        return sorted(one.name for one in repository.people.values())

    assert repository.derived("names", 1, [Table.PEOPLE], names) == []
    put(repository, person("Maria"))
    assert repository.derived("names", 1, [Table.PEOPLE], names) == ["Maria"]
    assert repository.derived("names", 2, [Table.PEOPLE], lambda: {"other": 1}) == {"other": 1}


def test_nobody_else_wrote(repository):
    assert repository.refresh() is False


# -- on disk -----------------------------------------------------------------------------------------------------------


def everything(person, entry, ids):
    maria = person(
        "Мария Петрова",
        positions=(Position(organisation="Сирма", since=PartialDate(2019, 6), study=True),),
        birthday=PartialDate(None, 3, 12),
        foreign_ids=(ForeignId(source="linkedin", id="maria", seen={"name": "Maria"}),),
    )
    talk = entry("кафе", people=(maria.id,))
    exchange = Exchange(
        id=ids.new_id(),
        kind=ExchangeKind.RECOMMENDATION,
        direction=Direction.RECEIVED,
        person=maria.id,
        steps=(Step(status=Status.ASKED, on=PartialDate(2026, 11, 12)),),
        entry=talk.id,
    )
    return maria, talk, exchange


def test_everything_is_there_at_the_next_opening(opened, person, entry, ids):
    maria, talk, exchange = everything(person, entry, ids)
    first = opened()
    changes = [put(first, maria), put(first, talk, exchange)]
    first.close()
    again = opened()
    assert dict(again.people) == {maria.id: maria}
    assert dict(again.entries) == {talk.id: talk}
    assert dict(again.exchanges) == {exchange.id: exchange}
    assert list(again.changes()) == changes
    assert again.notices == []


def test_stock_tinydb_reads_the_file_after_closing(opened, path, person, entry, ids):
    maria, talk, exchange = everything(person, entry, ids)
    repository = opened()
    put(repository, maria, talk, exchange)
    repository.close()
    tables = stock(path)
    assert set(tables) == {"_meta", "groups", "people", "entries", "exchanges"}
    assert tables["_meta"] == {"1": {"app": "nettui", "schema": 1, "min_reader": 1}}
    assert tables["people"][maria.id]["name"] == "Мария Петрова"
    assert tables["exchanges"][exchange.id]["person"] == maria.id
    assert "Мария Петрова" in path.read_text(encoding="utf-8")


def test_a_change_touches_one_line_of_the_file(opened, path, person):
    people = [person(f"p{number}") for number in range(20)]
    repository = opened()
    put(repository, *people)
    repository.snapshot()
    before = path.read_bytes().split(b"\n")
    put(repository, replace(people[7], place="Sofia"))
    repository.snapshot()
    after = path.read_bytes().split(b"\n")
    assert len(after) == len(before)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_undo_brings_back_the_very_bytes(opened, path, person, entry, clock):
    repository = opened()
    network = Network(repository, clock)
    network.save([person("Ivan")], action="person.add")
    repository.snapshot()
    before = path.read_bytes()
    ivan = next(iter(repository.people.values()))
    done = network.save([replace(ivan, place="Sofia"), person("Maria"), entry("x")], action="import.linkedin")
    assert done is not None
    repository.close()
    assert path.read_bytes() != before
    repository = opened()
    reverse = [Edit(edit.table, edit.id, edit.after, edit.before) for edit in repository.changes()[-1].edits]
    repository.commit(reverse, action="import.linkedin", nature=Nature.UNDO, target=done.id)
    repository.close()
    assert path.read_bytes() == before


def test_undo_brings_back_fields_this_version_does_not_know(opened, path, person):
    maria = person("Maria", positions=(Position(organisation="A"), Position(organisation="B")))
    repository = opened()
    put(repository, maria)
    repository.close()
    text = (
        path.read_text()
        .replace('"organisation":"A"', '"organisation":"A","floor":3')
        .replace('"name":"Maria"', '"hat":"red","name":"Maria"')
    )
    path.write_text(text)
    repository = opened()
    put(repository, replace(repository.people[maria.id], place="Sofia"))
    repository.snapshot()
    assert '"hat":"red"' in path.read_text()
    assert '{"floor":3,"organisation":"A"}' in path.read_text()
    change = repository.commit(
        [Edit(Table.PEOPLE, maria.id, repository.people[maria.id], None)], action="person.delete"
    )
    repository.snapshot()
    assert "red" not in path.read_text()
    back = [Edit(edit.table, edit.id, edit.after, edit.before) for edit in change.edits]
    repository.commit(back, action="person.delete", nature=Nature.UNDO, target=change.id)
    repository.snapshot()
    assert '"hat":"red"' in path.read_text()
    assert '"floor":3' in path.read_text()


def test_changes_of_a_hundred_sessions_are_kept(path, ids, person):
    for number in range(110):
        repository = TinyRepository.open(path, ids)
        put(repository, person(f"p{number}"), action=f"a{number}")
        repository.close()
    repository = TinyRepository.open(path, ids)
    assert [change.action for change in repository.changes(100)] == [f"a{number}" for number in range(10, 110)]
    assert len(list(Path(repository.engine.places.history).iterdir())) < 60
    repository.close()


def test_two_open_repositories_see_each_other(opened, person):
    one, other = opened(), opened()
    maria = person("Maria")
    put(one, maria)
    assert maria.id not in other.people
    assert other.refresh() is True
    assert other.people[maria.id] == maria
    assert other.refresh() is False


def test_what_a_commit_took_over_is_told_by_the_next_refresh(opened, person):
    one, other = opened(), opened()
    maria = person("Maria")
    put(one, maria)
    put(other, person("Georgi"))
    assert maria.id in other.people
    assert other.refresh() is True
    assert other.refresh() is False
    assert one.refresh() is True


def test_both_sides_of_a_double_edit_are_kept(opened, person, path):
    one, other = opened(), opened()
    maria = person("Maria", tags=("a",))
    put(one, maria)
    other.refresh()
    put(one, replace(maria, place="Sofia", tags=("a", "b")))
    change = put(other, replace(maria, notes="tall", tags=("a", "c")))
    both = other.people[maria.id]
    assert (both.place, both.notes, set(both.tags)) == ("Sofia", "tall", {"a", "b", "c"})
    assert change.edits[0].after == both
    one.refresh()
    assert one.people[maria.id] == both
    other.snapshot()
    assert "_conflicts" not in path.read_text()


def test_of_two_values_for_one_field_the_other_is_kept_as_a_conflict(opened, person, path):
    one, other = opened(), opened()
    maria = person("Maria")
    put(one, maria)
    other.refresh()
    put(one, replace(maria, place="Sofia"))
    put(other, replace(maria, place="Varna"))
    assert other.people[maria.id].place == "Varna"
    assert [notice.kind for notice in other.notices] == ["conflict"]
    other.close()
    (lost,) = stock(path)["_conflicts"].values()
    assert (lost["table"], lost["id"], lost["field"], lost["lost"]) == ("people", maria.id, "place", "Sofia")


def test_two_new_records_under_one_id_stay_two(opened, person, entry):
    """Regression: two terminals once made one person of two."""
    one, other = opened(), opened()
    maria = person("Maria")
    ivan = replace(person("Ivan"), id=maria.id)
    put(one, maria)
    talk = entry("with Ivan", people=(ivan.id,))
    change = other.commit(
        [Edit(Table.PEOPLE, ivan.id, None, ivan), Edit(Table.ENTRIES, talk.id, None, talk)], action="test"
    )
    assert sorted(record.name for record in other.people.values()) == ["Ivan", "Maria"]
    new_id = change.edits[0].id
    assert new_id != maria.id
    assert other.entries[talk.id].people == (new_id,)


def test_an_edit_beats_a_deletion(opened, person):
    one, other = opened(), opened()
    maria = person("Maria")
    put(one, maria)
    other.refresh()
    one.commit([Edit(Table.PEOPLE, maria.id, maria, None)], action="person.delete")
    put(other, replace(maria, place="Sofia"))
    one.refresh()
    assert one.people[maria.id].place == "Sofia"


def test_a_process_that_slept_through_two_rotations_misses_nothing(opened, entry):
    """Regression: only the last journal was read, and the one between was lost."""
    sleeper, one, other = opened(), opened(), opened()
    texts = []
    for number, repository in enumerate((one, other, one, other)):
        put(repository, entry(f"{number}"))
        texts.append(f"{number}")
        repository.snapshot()
    assert sleeper.refresh() is True
    assert [record.text for record in sleeper.entries.values()] == texts
    put(sleeper, entry("mine"))
    sleeper.snapshot()
    one.refresh()
    assert [record.text for record in one.entries.values()] == [*texts, "mine"]


def test_a_derived_value_is_remembered_until_its_tables_change(opened, path, person, entry):
    calls = []

    def build():
        calls.append(1)
        return ["Мария", len(calls)]

    def derived(repository):
        return repository.derived("names", 1, [Table.PEOPLE, Table.GROUPS], build)

    repository = opened()
    put(repository, person("Maria"))
    assert derived(repository) == derived(repository) == ["Мария", 1]
    put(repository, entry("something else"))
    repository.close()
    repository = opened()
    assert derived(repository) == ["Мария", 1]
    cache = Path(repository.engine.places.cache) / "names.json"
    cache.write_bytes(cache.read_bytes()[:-3])
    assert derived(repository) == ["Мария", 2]
    put(repository, person("Ivan"))
    assert derived(repository) == ["Мария", 3]


def test_closing_twice_is_closing(opened):
    repository = opened()
    repository.close()
    repository.close()
    with pytest.raises(StoreError, match="closed"):
        repository.refresh()


def test_a_process_loads_nothing_heavy_for_one_entry(path):
    code = """
import sys
from nettui.domain.change import Edit, Table
from nettui.domain.dates import Moment
from nettui.domain.records import Entry
from nettui.services.clock import SystemClock
from nettui.store.repository import TinyRepository
clock = SystemClock()
repository = TinyRepository.open(sys.argv[1], clock)
repository.derived("names", 1, [Table.PEOPLE], lambda: len(repository.people))
entry = Entry(id=clock.new_id(), at=Moment.parse("2026-11-23"), text="x")
repository.commit([Edit(Table.ENTRIES, entry.id, None, entry)], action="entry.log")
repository.close()
print(*sorted({"asyncio", "dateparser", "rich", "click", "uuid", "logging", "tempfile", "shutil"} & set(sys.modules)))
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    result = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout == "\n"


def test_work_for_one_entry_does_not_grow_with_the_file(opened, monkeypatch, path, person, entry):
    """Counted, not timed: documents decoded and parsed, and bytes written by the commit."""
    people = [person(f"p{number}") for number in range(1500)]
    repository = opened()
    put(repository, *people, *(entry(f"e{n}", people=(people[n % 1500].id,)) for n in range(3000)))
    repository.derived("names", 1, [Table.PEOPLE], lambda: "warm")
    repository.close()

    parsed: list[int] = []
    written: list[int] = []
    loads, write_at = json.loads, filesystem.write_at

    def counting_loads(text, **more):
        parsed.append(len(text))
        return loads(text, **more)

    def counting_write_at(fd, data, offset):
        written.append(len(data))
        write_at(fd, data, offset)

    monkeypatch.setattr(json, "loads", counting_loads)
    repository = opened()
    assert repository.derived("names", 1, [Table.PEOPLE], lambda: "cold") == "warm"
    monkeypatch.setattr(filesystem, "write_at", counting_write_at)
    put(repository, entry("one more", people=(people[0].id,)))
    assert sum(written) < 1000
    assert len(repository.entries_of([people[0].id])) == 3
    repository.close()
    assert len(parsed) < 40
    assert sum(parsed) < 10_000
    assert sum(view.decoded for view in repository._views.values()) <= 5


def test_asking_whether_there_is_anybody_decodes_no_more_than_one(opened, person):
    assert not opened().people
    with_people = opened()
    put(with_people, *(person(f"p{number}") for number in range(20)))
    with_people.close()
    again = opened()
    assert again.people
    assert not again.entries
    assert again._views[Table.PEOPLE].decoded <= 1


def test_a_day_comes_back_as_a_day(opened, entry):
    repository = opened()
    day = replace(entry("a day"), at=Moment.parse("2026-11-03"))
    put(repository, day)
    repository.close()
    assert opened().entries[day.id].at == day.at
