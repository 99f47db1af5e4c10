"""What the store's tests share."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from nettui.domain.change import Edit, Table
from nettui.domain.dates import Moment
from nettui.domain.records import Entry, Person
from nettui.services.clock import SystemClock
from nettui.services.network import table_of
from nettui.store.repository import TinyRepository

STOCK = """
import json, sys
from tinydb import TinyDB
with TinyDB(sys.argv[1]) as db:
    print(json.dumps({name: {str(doc.doc_id): dict(doc) for doc in db.table(name).all()} for name in db.tables()}))
"""


def stock(path):
    """Read a file with stock TinyDB in a process that has nothing of ours."""
    result = subprocess.run(
        [sys.executable, "-I", "-c", STOCK, str(path)], capture_output=True, check=True, env={"LC_ALL": "C"}
    )
    return json.loads(result.stdout)


def put(repository, *records, action="test", **more):
    """Commit records as they are, whatever is stored under their ids."""
    edits = []
    for record in records:
        table = table_of(record)
        before = repository.me if table is Table.ME else getattr(repository, table.value).get(record.id)
        edits.append(Edit(table, record.id, before, record))
    return repository.commit(edits, action=action, **more)


@pytest.fixture
def ids():
    return SystemClock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "network.json"


@pytest.fixture
def opened(path, ids):
    """Open repositories on one file; all are closed at the end."""
    repositories = []

    def open_one(**options):
        repository = TinyRepository.open(path, ids, **options)
        repositories.append(repository)
        return repository

    yield open_one
    for repository in repositories:
        repository.close()


@pytest.fixture
def person(ids):
    def make(name, **fields):
        return Person(id=ids.new_id(), name=name, **fields)

    return make


@pytest.fixture
def entry(ids):
    def make(text, **fields):
        return Entry(id=ids.new_id(), at=Moment.parse("2026-11-23T10:00"), text=text, **fields)

    return make
