"""Every call to the file system fails once, or from then on, or is the last one of the process: nothing is lost."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nettui.domain.change import Edit, Table
from nettui.domain.dates import Moment
from nettui.domain.records import Entry
from nettui.errors import StoreError
from nettui.services.clock import SystemClock
from nettui.store import engine as engine_module
from nettui.store import filesystem
from nettui.store.repository import TinyRepository

ROOT = Path(__file__).parents[2]
AT = Moment.parse("2026-11-23")


class Faults:
    """Counts the calls of the file system and lets something happen at the n-th."""

    def __init__(self, monkeypatch, happen, at, *, lasting=False):
        self.count = 0
        self.at = at
        self.lasting = lasting
        self.happen = happen
        self.armed = False
        for name in filesystem.CALLS:
            monkeypatch.setattr(filesystem, name, self.wrap(name, getattr(filesystem, name)))

    def wrap(self, name, function):
        def call(*args, **kwargs):
            if self.armed:
                self.count += 1
                if self.count == self.at or (self.lasting and self.count > self.at):
                    self.happen(name)
                if name.startswith("sync"):
                    return None  # the order of calls is under test here, not the disk
            return function(*args, **kwargs)

        return call


def entry(clock, text):
    return Entry(id=clock.new_id(), at=AT, text=text)


class Session:
    """A scripted session: commits, a shared record, a fold, a second opening; notes what was acknowledged."""

    def __init__(self, path):
        self.path = path
        self.clock = SystemClock()
        self.saved: dict[str, str] = {}
        self.tried: dict[str, str] = {}
        self.told: list[str] = []

    def attempt(self, function):
        try:
            return function()
        except StoreError as error:
            self.told.append(str(error))
            return None

    def add(self, repository, text):
        record = entry(self.clock, text)
        self.tried[record.id] = text
        try:
            repository.commit([Edit(Table.ENTRIES, record.id, None, record)], action="entry.log")
        except StoreError as error:
            self.told.append(str(error))
        else:
            self.saved[record.id] = text

    def run(self):
        for part in range(2):
            repository = self.attempt(lambda: TinyRepository.open(self.path, self.clock))
            if repository is None:
                continue
            self.add(repository, f"{part} one")
            self.add(repository, f"{part} two")
            self.attempt(repository.snapshot)
            self.add(repository, f"{part} three" + "x" * 500)
            repository.close()

    def verify(self):
        repository = TinyRepository.open(self.path, self.clock)
        found = {key: record.text for key, record in repository.entries.items()}
        assert self.saved.items() <= found.items(), "an acknowledged change is lost"
        assert found.items() <= self.tried.items(), "something nobody wrote"
        self.add(repository, "afterwards")
        repository.close()
        assert "afterwards" in self.path.read_text()


def calls_of_a_session(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        session = Session(tmp_path / "count.json")
        faults = Faults(patch, lambda name: None, at=0)
        TinyRepository.open(session.path, session.clock).close()
        faults.armed = True
        session.run()
        assert len(session.saved) == 6
        return faults.count


def fail(code):
    def happen(name):
        if name != "close":  # a close that fails has closed all the same
            raise OSError(code, os.strerror(code))

    return happen


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.long)], ids=["sampled", "every"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
def test_a_failing_call_loses_nothing_acknowledged(tmp_path, monkeypatch, code, lasting, step):
    total = calls_of_a_session(tmp_path, monkeypatch)
    assert total > 60
    for at in range(code % step + 1, total + 1, step):
        session = Session(tmp_path / f"{at}.json")
        TinyRepository.open(session.path, session.clock).close()
        with monkeypatch.context() as patch:
            faults = Faults(patch, fail(code), at, lasting=lasting)
            faults.armed = True
            session.run()
        session.verify()


@pytest.mark.parametrize("step", [2, pytest.param(1, marks=pytest.mark.long)], ids=["sampled", "every"])
def test_the_process_may_end_before_any_call(tmp_path, monkeypatch, step):
    total = calls_of_a_session(tmp_path, monkeypatch)
    for at in range(1, total + 1, step):
        session = Session(tmp_path / f"{at}.json")
        TinyRepository.open(session.path, session.clock).close()
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:  # pragma: no cover - it ends without a trace
            status = 1
            try:
                with monkeypatch.context() as patch:
                    faults = Faults(patch, lambda _name: os._exit(0), at)
                    faults.armed = True
                    monkeypatch.setattr(session, "add", reporting(session, writer))
                    session.run()
                    status = 0
            finally:
                os._exit(status)
        os.close(writer)
        with os.fdopen(reader) as lines:
            for line in lines:
                word, key, text = line.rstrip("\n").split(" ", 2)
                (session.tried if word == "try" else session.saved)[key] = text
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        session.verify()


def reporting(session, pipe):
    def add(repository, text):
        record = entry(session.clock, text)
        os.write(pipe, f"try {record.id} {text}\n".encode())
        repository.commit([Edit(Table.ENTRIES, record.id, None, record)], action="entry.log")
        os.write(pipe, f"ack {record.id} {text}\n".encode())

    return add


def test_without_an_atomic_exchange_the_session_is_the_same(tmp_path, monkeypatch):
    def missing(one, other):
        raise OSError(errno.EINVAL, "no exchange here")

    monkeypatch.setattr(filesystem, "exchange", missing)
    session = Session(tmp_path / "network.json")
    session.run()
    assert len(session.saved) == 6
    session.verify()


def test_without_exchange_and_links_the_session_is_the_same(tmp_path, monkeypatch):
    def missing(one, other):
        raise OSError(errno.EPERM, "not on this file system")

    monkeypatch.setattr(filesystem, "exchange", missing)
    monkeypatch.setattr(filesystem, "link", missing)
    session = Session(tmp_path / "network.json")
    session.run()
    assert len(session.saved) == 6
    session.verify()


def test_after_a_failed_flush_the_journal_is_not_trusted_again(opened, path, monkeypatch, ids):
    repository = opened()
    first = entry(ids, "before")
    repository.commit([Edit(Table.ENTRIES, first.id, None, first)], action="test")
    inode = Path(repository.engine.places.journal).stat().st_ino
    with monkeypatch.context() as patch:
        patch.setattr(filesystem, "sync_data", lambda fd: (_ for _ in ()).throw(OSError(errno.EIO, "bad disk")))
        lost = entry(ids, "not saved")
        with pytest.raises(StoreError, match="NOT saved"):
            repository.commit([Edit(Table.ENTRIES, lost.id, None, lost)], action="test")
    assert list(repository.entries) == [first.id]
    again = entry(ids, "after")
    repository.commit([Edit(Table.ENTRIES, again.id, None, again)], action="test")
    assert Path(repository.engine.places.journal).stat().st_ino != inode
    assert [record.text for record in repository.entries.values()] == ["before", "after"]


def test_a_failed_fold_does_not_fail_the_commit(opened, monkeypatch, ids):
    """Regression: the change is durable in the journal before the plain file is written."""
    repository = opened()
    monkeypatch.setattr(engine_module, "FOLD_AT", 10)
    with monkeypatch.context() as patch:
        patch.setattr(filesystem, "exchange", lambda *a: (_ for _ in ()).throw(OSError(errno.EIO, "bad disk")))
        record = entry(ids, "safe")
        repository.commit([Edit(Table.ENTRIES, record.id, None, record)], action="test")
    assert repository.entries[record.id].text == "safe"
    assert any("safe in the journal" in notice for notice in repository.notices)


def test_recovery_opens_on_a_full_disk(path, monkeypatch, ids):
    """Regression: a journal is read and added to the file in memory when there is no room to write it."""
    repository = TinyRepository.open(path, ids)
    record = entry(ids, "in the journal")
    repository.commit([Edit(Table.ENTRIES, record.id, None, record)], action="test")
    repository.engine._release()  # as a killed process leaves it
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with monkeypatch.context() as patch:
        for name in ("write_all", "write_at"):
            patch.setattr(filesystem, name, lambda *a: (_ for _ in ()).throw(full))
        again = TinyRepository.open(path, ids)
        assert again.entries[record.id].text == "in the journal"
        again.close()
    last = TinyRepository.open(path, ids)
    assert last.entries[record.id].text == "in the journal"
    last.close()
    assert "in the journal" in path.read_text()


FULL = """
import resource, signal, sys
from tests.store.test_faults import Session
from pathlib import Path
from nettui.store.repository import TinyRepository
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
session = Session(Path(sys.argv[1]))
repository = TinyRepository.open(session.path, session.clock)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
for number in range(400):
    session.add(repository, f"{number} " + "x" * 400)
repository.close()
print(len(session.saved), session.told[0])
"""


@pytest.mark.parametrize("limit", [3_000, 70_000, 150_000])
def test_a_full_disk_keeps_every_change_that_was_acknowledged(path, limit, ids):
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(limit)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    saved, told = result.stdout.split(" ", 1)
    assert "NOT saved: no space left" in told
    repository = TinyRepository.open(path, ids)
    assert len(repository.entries) == int(saved)
    repository.close()
