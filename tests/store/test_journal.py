"""The journal: any cut and any flipped bit leaves exactly the intact beginning, and damage is noticed."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from nettui.errors import StoreError
from nettui.store.journal import Journal, frame, scan
from nettui.store.repository import TinyRepository
from nettui.store.snapshot import dump
from tests.store.conftest import put


def records(count):
    return [{"s": number, "o": [["people", str(number), None, {"name": "Ана" * number}]]} for number in range(count)]


def body(count):
    return b"".join(frame(dump(record)) for record in records(count))


def test_a_journal_reads_back_what_was_appended(tmp_path):
    path = str(tmp_path / "journal")
    journal = Journal.create(path, {"g": 7, "base": "x"})
    for record in records(4):
        journal.append(dump(record))
    found = journal.read_all()
    assert found.records[0]["g"] == 7
    assert found.records[1:] == records(4)
    assert (found.torn, found.damaged) == (0, False)
    journal.close()


def test_records_lie_in_space_that_was_written_before(tmp_path):
    """Regression: a growing journal lost the last commit when the power went."""
    path = tmp_path / "journal"
    journal = Journal.create(str(path), {"g": 1})
    size = path.stat().st_size
    for record in records(20):
        journal.append(dump(record))
    assert path.stat().st_size == size
    journal.append(dump({"o": "x" * 200_000}))
    grown = path.stat().st_size
    journal.append(dump({"o": "y" * 1000}))
    assert path.stat().st_size == grown
    assert len(journal.read_all().records) == 23
    journal.close()


@pytest.mark.parametrize("tail", [b"", b"\0" * 64, b"\0" * 64 + b"late"], ids=["end", "reserved", "junk"])
def test_a_cut_at_any_byte_leaves_the_whole_records_before_it(tail):
    data = body(5)
    ends = [0]
    for record in records(5):
        ends.append(ends[-1] + len(frame(dump(record))))
    for cut in range(len(data) + 1):
        found = scan(data[:cut] + tail)
        whole = sum(end <= cut for end in ends[1:])
        assert found.records == records(5)[:whole]
        assert found.end == ends[whole]
        assert not found.damaged
        assert bool(found.torn) == (cut != ends[whole] or tail.endswith(b"late"))


def flips(data, count):
    every = range(len(data) * 8)
    return every if count is None else random.Random(1).sample(every, count)


@pytest.mark.parametrize("count", [1500, pytest.param(None, marks=pytest.mark.long)])
def test_a_flipped_bit_is_never_believed(count):
    data = body(5)
    original = records(5)
    for bit in flips(data, count):
        broken = bytearray(data)
        broken[bit // 8] ^= 1 << bit % 8
        found = scan(bytes(broken))
        prefix = found.records
        assert prefix == original[: len(prefix)]
        assert len(prefix) < 5 or bytes(broken).lower() == data.lower()
        later = found.later or []
        assert all(record in original for record in later)
        assert len(prefix) + len(later) >= 3


def test_commits_after_a_damaged_one_are_saved(path, ids, entry):
    repository = TinyRepository.open(path, ids)
    entries = [entry(f"entry {number}") for number in range(5)]
    for one in entries:
        put(repository, one)
    place = repository.engine.places.journal
    repository.engine._release()
    with Path(place).open("r+b") as handle:
        content = handle.read()
        at = content.index(b"entry 2")
        handle.seek(at)
        handle.write(b"e")  # the same length, another content
        handle.seek(at)
        handle.write(b"X")
    again = TinyRepository.open(path, ids)
    assert [one.text for one in again.entries.values()] == ["entry 0", "entry 1", "entry 3", "entry 4"]
    assert {notice.kind for notice in again.notices} == {"journal-damaged", "recovered"}
    put(again, entry("afterwards"))
    again.close()
    assert len(json.loads(path.read_text())["entries"]) == 5


def test_a_journal_that_lost_its_head_is_merged(path, ids, entry):
    repository = TinyRepository.open(path, ids)
    for number in range(3):
        put(repository, entry(f"entry {number}"))
    place = repository.engine.places.journal
    repository.engine._release()
    with Path(place).open("r+b") as handle:
        handle.write(b"zzzz")
    again = TinyRepository.open(path, ids)
    assert len(again.entries) == 3
    assert not again.read_only
    again.close()
    last = TinyRepository.open(path, ids)
    assert last.notices == []
    assert len(last.entries) == 3
    last.close()


def test_a_journal_of_noise_is_set_aside(path, ids, entry):
    repository = TinyRepository.open(path, ids)
    put(repository, entry("folded"))
    repository.close()
    place = repository.engine.places
    Path(place.journal).write_bytes(random.Random(3).randbytes(5000))
    again = TinyRepository.open(path, ids)
    assert [notice.kind for notice in again.notices] == ["journal-damaged"]
    assert len(again.entries) == 1
    put(again, entry("more"))
    again.close()


def test_a_missing_journal_is_begun_anew(path, ids, entry):
    repository = TinyRepository.open(path, ids)
    put(repository, entry("folded"))
    repository.close()
    Path(repository.engine.places.journal).unlink()
    again = TinyRepository.open(path, ids)
    assert (len(again.entries), again.notices) == (1, [])
    put(again, entry("more"))
    again.close()
    assert len(json.loads(path.read_text())["entries"]) == 2


def test_a_file_that_vanished_is_begun_anew_and_its_journal_kept(path, ids, entry):
    repository = TinyRepository.open(path, ids)
    put(repository, entry("only in the journal"))
    repository.engine._release()
    path.unlink()
    again = TinyRepository.open(path, ids)
    assert len(again.entries) == 0
    (notice,) = again.notices
    kept = notice.split(" is in ")[1].rstrip(".")
    assert "only in the journal" in Path(kept).read_text()
    again.close()


def test_a_closed_store_says_so(path, ids, entry):
    repository = TinyRepository.open(path, ids)
    repository.close()
    with pytest.raises(StoreError, match="closed"):
        put(repository, entry("x"))
