"""TinyDB's own interface on our storage, and drafts."""

from __future__ import annotations

import pytest
from tinydb import TinyDB, where
from tinydb.operations import set as set_field
from tinydb.table import Document

from nettui.errors import StoreError
from nettui.services.clock import SystemClock
from nettui.store.drafts import Drafts
from nettui.store.repository import TinyRepository
from nettui.store.tinydb_adapter import NetworkDB
from tests.store.conftest import stock


@pytest.fixture
def db(path):
    with NetworkDB(str(path), SystemClock()) as db:
        yield db


def test_the_whole_interface_of_a_table(db):
    people = db.table("people")
    one = people.insert({"name": "Maria"})
    two, three = people.insert_multiple([{"name": "Ivan"}, {"name": "Ani", "tags": ["x"]}])
    assert one < two < three
    assert len(people) == 3
    assert people.get(doc_id=two) == {"name": "Ivan"}
    assert [doc.doc_id for doc in people.search(where("name") == "Ani")] == [three]
    people.update({"place": "Sofia"}, where("name") == "Ani")
    people.update(set_field("place", "Varna"), doc_ids=[one])
    people.upsert({"name": "Ivan", "place": "Ruse"}, where("name") == "Ivan")
    people.upsert(Document({"name": "Georgi"}, doc_id=9))
    assert [doc["place"] for doc in people if "place" in doc] == ["Varna", "Ruse", "Sofia"]
    assert people.remove(doc_ids=[9, 12345]) == [9]
    assert people.remove(where("name") == "Ani") == [three]
    assert people.contains(doc_id=one)
    people.truncate()
    assert people.all() == []
    db.drop_table("groups")
    assert "groups" not in db.tables()


def test_results_share_nothing_with_the_store(db):
    people = db.table("people")
    key = people.insert({"tags": ["x"]})
    people.get(doc_id=key)["tags"].append("y")
    assert people.get(doc_id=key) == {"tags": ["x"]}


def test_an_updater_that_fails_changes_nothing(db):
    people = db.table("people")
    people.insert_multiple([{"n": 1}, {"n": 2}, {"n": "three"}])

    def add(document):
        document["n"] += 1

    with pytest.raises(TypeError):
        people.update(add)
    assert [doc["n"] for doc in people] == [1, 2, "three"]


def test_ids_are_not_given_twice(db, path):
    people = db.table("people")
    gone = people.insert({"name": "x"})
    people.remove(doc_ids=[gone])
    assert people.insert({"name": "y"}) > gone


def test_several_tables_change_together_or_not_at_all(db, monkeypatch):
    from nettui.store import filesystem

    db.commit([("people", "7", None, {"name": "Maria"}), ("entries", "8", None, {"at": "2026-11-23"})])
    assert db.table("people").get(doc_id=7) == {"name": "Maria"}

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(filesystem, "write_at", full)
    with pytest.raises(StoreError, match="NOT saved"):
        db.commit([("people", "7", {"name": "Maria"}, None), ("entries", "8", {"at": "2026-11-23"}, None)])
    assert db.table("people").contains(doc_id=7)
    assert db.table("entries").contains(doc_id=8)


def test_another_process_is_seen_without_stale_results(db, path):
    people = db.table("people")
    assert people.search(where("name") == "Maria") == []
    with NetworkDB(str(path), SystemClock()) as other:
        other.table("people").insert({"name": "Maria"})
    assert len(people.search(where("name") == "Maria")) == 1


def test_tinydb_and_the_repository_share_a_file(path, ids):
    with NetworkDB(str(path), SystemClock()) as db:
        key = db.table("people").insert({"name": "Maria"})
    with TinyDB(path) as plain:
        assert plain.table("people").get(doc_id=key) == {"name": "Maria"}
    repository = TinyRepository.open(path, ids)
    assert repository.people[str(key)].name == "Maria"
    repository.close()
    assert stock(path)["people"] == {str(key): {"name": "Maria"}}


def test_drafts_outlive_the_process(path):
    drafts = Drafts(path)
    assert drafts.list() == []
    drafts.save("capture", "coffee with Мария \ud800")
    drafts.save("capture", "coffee with Мария")
    drafts.save("entry-17", "two\nlines")
    again = Drafts(path)
    assert [(draft.name, draft.text) for draft in again.list()] == [
        ("capture", "coffee with Мария"),
        ("entry-17", "two\nlines"),
    ]
    again.delete("capture")
    again.delete("capture")
    assert again.load("capture") is None
    with pytest.raises(ValueError, match="no name"):
        again.save("../x", "")


def test_a_draft_that_cannot_be_kept_is_one_line(path, monkeypatch):
    from nettui.store import filesystem

    def full(*_args):
        raise OSError(28, "No space left on device")

    drafts = Drafts(path)
    drafts.save("a", "old")
    monkeypatch.setattr(filesystem, "write_all", full)
    with pytest.raises(StoreError, match="no space left"):
        drafts.save("a", "new")
    kept = drafts.load("a")
    assert kept is not None
    assert kept.text == "old"
