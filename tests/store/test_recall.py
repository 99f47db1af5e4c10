"""Values worked out from tables: remembered with what was done to the tables since."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain.change import Edit, Table
from nettui.domain.records import Person
from nettui.services.clock import SystemClock
from nettui.store.memory import MemoryRepository
from nettui.store.repository import TinyRepository
from tests.store.conftest import put


@pytest.fixture(params=["memory", "disk"])
def repository(request, path, ids):
    repository = MemoryRepository(ids) if request.param == "memory" else TinyRepository.open(path, ids)
    yield repository
    repository.close()


def names_of(repository):
    return {key: one.name for key, one in repository.people.items()}


def brought_up_to_date(repository):
    """Return the names as remembered, corrected by the edits since; None when nothing is known."""
    recalled = repository.recall("names", 1, [Table.PEOPLE])
    if recalled is None:
        return None
    names = dict(recalled.value)
    for edit in recalled.edits:
        assert names.pop(edit.id, None) == (edit.before.name if edit.before else None)
        if edit.after is not None:
            names[edit.id] = edit.after.name
    return names


def test_a_remembered_value_comes_with_what_was_done_since(repository, person, entry):
    assert repository.recall("names", 1, [Table.PEOPLE]) is None
    maria, georgi = person("Мария"), person("Georgi \udcff")
    put(repository, maria, georgi)
    repository.remember("names", 1, [Table.PEOPLE], names_of(repository))
    put(repository, entry("of another table"))
    assert repository.recall("names", 1, [Table.PEOPLE]).edits == ()
    assert repository.recall("names", 2, [Table.PEOPLE]) is None
    put(repository, replace(maria, name="Maria"), person("Ani"))
    put(repository, replace(maria, name="Mary"))
    repository.commit([Edit(Table.PEOPLE, georgi.id, georgi, None)], action="person.remove")
    assert [edit.after and edit.after.name for edit in repository.recall("names", 1, [Table.PEOPLE]).edits] == [
        "Mary", "Ani", None,
    ]  # fmt: skip
    assert brought_up_to_date(repository) == names_of(repository)


@given(st.data())
@settings(max_examples=30)
def test_remembered_values_survive_closing_folding_and_other_writers(tmp_path_factory, data):
    clock = SystemClock()
    path = tmp_path_factory.mktemp("recall") / "network.json"
    repository = TinyRepository.open(path, clock)
    put(repository, Person(id="7", name="who stays, so that there is always a table"))
    known, alone = False, True
    for number in range(data.draw(st.integers(1, 12))):
        match data.draw(st.sampled_from(["add", "edit", "remove", "remember", "reopen", "fold", "other"])):
            case "add":
                put(repository, Person(id=clock.new_id(), name=f"N{number}"))
            case "edit":
                key = data.draw(st.sampled_from(sorted(repository.people)))
                put(repository, replace(repository.people[key], name=f"E{number}"))
            case "remove" if len(repository.people) > 1:
                key = data.draw(st.sampled_from(sorted(repository.people.keys() - {"7"})))
                repository.commit([Edit(Table.PEOPLE, key, repository.people[key], None)], action="person.remove")
            case "remember":
                repository.remember("names", 1, [Table.PEOPLE], names_of(repository))
                known = True
            case "reopen":
                repository.close()
                repository = TinyRepository.open(path, clock)
            case "fold":
                repository.snapshot()
            case "other":
                other = TinyRepository.open(path, clock)
                put(other, Person(id=clock.new_id(), name=f"O{number}"))
                other.close()
                repository.refresh()
                alone = False
        found = brought_up_to_date(repository)
        if known and (alone or found is not None):  # where others wrote the file anew it may have to be made again
            assert found == names_of(repository)
        else:
            assert found is None
    repository.close()


def test_what_was_remembered_before_a_file_of_unknown_origin_is_not_used(opened, path, person):
    repository = opened()
    put(repository, person("Maria"))
    repository.remember("names", 1, [Table.PEOPLE], names_of(repository))
    repository.close()
    path.write_bytes(path.read_bytes().replace(b"Maria", b"Marta"))
    again = opened()
    assert again.recall("names", 1, [Table.PEOPLE]) is None
    again.remember("names", 1, [Table.PEOPLE], names_of(again))
    again.close()
    assert brought_up_to_date(opened()) == names_of(again)


def test_what_was_remembered_by_a_session_that_only_read_outlives_changes_of_the_next(opened, person):
    repository = opened()
    maria = person("Maria")
    put(repository, maria)
    repository.close()
    reader = opened()
    reader.remember("names", 1, [Table.PEOPLE], names_of(reader))
    reader.close()
    writer = opened()
    put(writer, replace(maria, name="Mary"), person("Ani"))
    writer.close()
    again = opened()
    assert brought_up_to_date(again) == names_of(again)


def test_very_many_changes_are_too_many_to_keep_track_of(opened, person):
    repository = opened()
    repository.remember("names", 1, [Table.PEOPLE], {})
    put(repository, *(person(f"N{number}") for number in range(600)))
    assert repository.recall("names", 1, [Table.PEOPLE]) is None
    repository.remember("names", 1, [Table.PEOPLE], names_of(repository))
    repository.close()
    again = opened()
    assert brought_up_to_date(again) == names_of(again)
    assert again._views[Table.PEOPLE].decoded == 600  # by names_of, none by recall
