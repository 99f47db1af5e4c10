"""Processes are killed at random instants: what was acknowledged is there, what was not is whole or absent."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tinydb import TinyDB

from nettui.domain.change import Edit, Table
from nettui.domain.records import Person
from nettui.services.clock import SystemClock
from nettui.store.repository import TinyRepository
from tests.store.writer import SHARED

ROOT = Path(__file__).parents[2]


class Child:
    """A writer and what it has said so far."""

    def __init__(self, path, name, own, fold_at):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", str(path), name, str(fold_at)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.streams = self.process.stdin, self.process.stdout, self.process.stderr
        self.process.stdin.write(json.dumps(own) + "\n")
        self.process.stdin.flush()
        self.lines: list[str] = []
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.listen)
        self.thread.start()

    def listen(self):
        for line in self.streams[1]:
            self.lines.append(line)
            self.ready.set()
        self.ready.set()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.thread.join()
        errors = self.streams[2].read()
        for stream in self.streams:
            stream.close()
        assert not errors, errors

    def log(self):
        """Return the acknowledged commits, and the one in flight or None."""
        done, pending = [], None
        for line in self.lines:
            words = line.split(" ", 2)
            if words[0] == "try" and line.endswith("\n"):
                pending = (words[1], json.loads(words[2]))
            elif words[0].strip() == "ack":
                done.append(pending)
                pending = None
        return done, pending


@dataclass
class Model:
    """What must be in the file."""

    entries: dict[str, str] = field(default_factory=dict)
    tags: set[str] = field(default_factory=set)

    def apply(self, commit):
        kind, items = commit
        for key, text in items:
            if kind == "tag":
                self.tags.add(key)
            elif text is None:
                self.entries.pop(key, None)
            else:
                self.entries[key] = text

    def settle(self, commit, entries, tags):
        """Decide from the file whether a commit in flight happened: all of it, or nothing."""
        kind, items = commit
        if kind == "tag":
            self.tags |= {items[0][0]} & tags
            return
        there = [entries.get(key) == text for key, text in items]
        if all(there):
            self.apply(commit)
        else:
            assert all(entries.get(key) == self.entries.get(key) for key, _ in items), f"half a change: {commit}"


def stock_read(path):
    """Read the plain file as stock TinyDB does, with nothing of ours."""
    with TinyDB(path) as db:
        entries = {str(doc.doc_id): doc["text"] for doc in db.table("entries").all()}
        return entries, set(db.table("people").get(doc_id=int(SHARED)).get("tags", []))


def torture(path, kills, writers, seed):
    clock = SystemClock()
    chance = random.Random(seed)
    with_shared = TinyRepository.open(path, clock)
    with_shared.commit([Edit(Table.PEOPLE, SHARED, None, Person(id=SHARED, name="Мария"))], action="test")
    with_shared.close()
    model = Model()
    own: dict[str, list[str]] = {name: [] for name in "abcde"[:writers]}
    killed = acknowledged = 0
    while killed < kills:
        children = [Child(path, name, own[name], chance.choice([3_000, 30_000, 4 << 20])) for name in own]
        for child in children:
            child.ready.wait(30)
        time.sleep(chance.uniform(0.0, 0.12))  # the instant of death is what is random here
        for child in children:
            child.kill()
            killed += 1
        stock_read(path)  # right after the kill it must be readable, though perhaps behind
        pending = []
        for child in children:
            done, last = child.log()
            acknowledged += len(done)
            for commit in done:
                model.apply(commit)
            if last is not None:
                pending.append(last)
        TinyRepository.open(path, clock).close()
        entries, tags = stock_read(path)
        for commit in pending:
            model.settle(commit, entries, tags)
        assert entries == model.entries
        assert tags == model.tags
        for name in own:
            own[name] = [key for key, text in model.entries.items() if text.startswith(name + ".")]
    return acknowledged


def test_nothing_acknowledged_is_lost_when_three_writers_are_killed(tmp_path):
    assert torture(tmp_path / "network.json", kills=24, writers=3, seed=1) > 24


@pytest.mark.long
@pytest.mark.parametrize(("writers", "kills"), [(1, 60), (2, 70), (3, 90), (5, 80)])
def test_nothing_acknowledged_is_lost_in_300_kills(tmp_path, writers, kills):
    assert torture(tmp_path / "network.json", kills, writers, seed=writers) > kills


ADDER = """
import sys
from nettui.domain.change import Edit, Table
from nettui.domain.dates import Moment
from nettui.domain.records import Entry
from nettui.services.clock import SystemClock
from nettui.store.repository import TinyRepository
clock = SystemClock()
repository = TinyRepository.open(sys.argv[1], clock)
for number in range(200):
    entry = Entry(id=clock.new_id(), at=Moment.parse("2026-11-23"), text=f"{sys.argv[2]} {number}")
    repository.commit([Edit(Table.ENTRIES, entry.id, None, entry)], action="entry.log")
repository.close()
"""


def test_two_processes_adding_200_entries_each_make_400(tmp_path):
    path = tmp_path / "network.json"
    children = [subprocess.Popen([sys.executable, "-c", ADDER, str(path), name], cwd=ROOT) for name in "ab"]
    assert [child.wait(60) for child in children] == [0, 0]
    with TinyDB(path) as db:
        texts = {doc["text"] for doc in db.table("entries").all()}
    assert texts == {f"{name} {number}" for name in "ab" for number in range(200)}
