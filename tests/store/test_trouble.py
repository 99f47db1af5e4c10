"""Files that are damaged, foreign, newer, private, or changed by others: one clear line each, and nothing lost."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from nettui.domain.change import Table
from nettui.errors import StoreError
from nettui.store import filesystem, lock, rescue
from nettui.store.migrations import Schema
from nettui.store.recovery import is_racy
from nettui.store.repository import TinyRepository
from tests.store.conftest import put, stock


def kinds(repository):
    return [notice.kind for notice in repository.notices]


def refused(path, ids, match):
    """Opening is refused with one line and a hint, and changes nothing."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=match) as caught:
        TinyRepository.open(path, ids)
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.fixture
def filled(path, ids, person, entry):
    """A closed file with three people and thirty entries."""
    repository = TinyRepository.open(path, ids)
    people = [person(name) for name in ("Maria", "Ivan", "Ани")]
    put(repository, *people, *(entry(f"entry {number}") for number in range(30)))
    repository.close()
    return people


def test_an_empty_file_is_refused(path, ids):
    path.touch()
    refused(path, ids, r"network.json is empty \(0 bytes\).*nettui restore")


def test_an_empty_file_is_no_deletion_of_everything(path, ids, filled):
    path.write_bytes(b"")
    refused(path, ids, "is empty")
    rescue.replace_file(path, TinyRepositoryBackups(path).newest(), ids)
    TinyRepository.open(path, ids).close()


class TinyRepositoryBackups:
    def __init__(self, path):
        self.path = path

    def newest(self):
        return rescue.list_backups(self.path)[0].path


@pytest.mark.parametrize("content", [b"hello", b'{"people": {"1": ', b"\x00\x01\x02", b"\xff\xfe{}", b"[" * 100_000])
def test_what_is_no_json_is_refused(path, ids, content):
    path.write_bytes(content)
    refused(path, ids, "is not JSON|is empty")


@pytest.mark.parametrize("content", ["[1, 2]", '"text"', '{"people": [1]}', '{"people": {"Maria": {}}}', "3"])
def test_what_is_no_tinydb_file_is_refused(path, ids, content):
    path.write_text(content)
    refused(path, ids, "is not a TinyDB file")


def test_a_tinydb_file_of_another_program_is_refused(path, ids):
    with TinyDB(path) as db:
        db.insert({"temperature": 20})
    refused(path, ids, "another program")


def test_a_directory_is_refused(tmp_path, ids):
    refused(tmp_path, ids, "is a directory")


def test_a_newer_format_is_refused_when_it_says_so(path, ids, filled):
    path.write_text(path.read_text().replace('"min_reader":1,"schema":1', '"min_reader":3,"schema":4'))
    refused(path, ids, "newer nettui")


def test_a_newer_format_that_can_be_read_is_read_only(path, ids, filled, person):
    path.write_text(path.read_text().replace('"schema":1', '"schema":2'))
    before = path.read_bytes()
    repository = TinyRepository.open(path, ids)
    assert repository.read_only
    assert [record.name for record in repository.people.values()] == ["Maria", "Ivan", "Ани"]
    with pytest.raises(StoreError, match=r"NOT saved.*newer nettui"):
        put(repository, person("x"))
    repository.close()
    assert path.read_bytes() == before


def test_a_truncated_file_is_read_as_far_as_it_goes_and_not_written(path, ids, filled, person):
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b'"name":"Ivan"') + 10])
    cut = path.read_bytes()
    repository = TinyRepository.open(path, ids)
    assert repository.read_only
    assert [record.name for record in repository.people.values()] == ["Maria"]
    assert len(repository.entries) == 30
    (notice,) = repository.notices
    number = cut.count(b"\n") + 1
    assert f"line {number} cannot be read" in notice
    assert "nettui restore" in notice
    with pytest.raises(StoreError, match="reading only"):
        put(repository, person("x"))
    repository.close()
    assert path.read_bytes() == cut


def test_a_line_that_lost_its_quote_is_named(path, ids, filled):
    lines = path.read_text().split("\n")
    number = next(n for n, line in enumerate(lines) if '"name":"Ivan"' in line)
    lines[number] = lines[number].replace('"Ivan"', '"Ivan')
    path.write_text("\n".join(lines))
    repository = TinyRepository.open(path, ids)
    assert repository.read_only
    assert f"line {number + 1} cannot be read" in repository.notices[0]
    assert [record.name for record in repository.people.values()] == ["Maria", "Ани"]
    repository.close()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ('"name":7', "name"),
        ('"level":"boss","name":"Ivan"', "level"),
        ('"name":"Ivan","positions":[{"since":"2019-13"}]', r"positions\[0\].since"),
        ('"cadence_days":true,"name":"Ivan"', "cadence_days"),
        ('"tags":"phd","name":"Ivan"', "tags"),
        ('"nom":"Ivan"', "name"),
    ],
)
def test_a_record_that_is_none_is_left_out_and_kept_verbatim(path, ids, filled, person, wrong, field):
    path.write_text(path.read_text().replace('"name":"Ivan"', wrong))
    repository = TinyRepository.open(path, ids)
    assert [record.name for record in repository.people.values()] == ["Maria", "Ани"]
    assert kinds(repository) == ["broken-record"]
    assert filled[1].id in repository.notices[0]
    assert re.search(f"field {field} ", repository.notices[0])
    with pytest.raises(StoreError, match=r"NOT saved: the record .* cannot be read"):
        repository.commit([_edit(filled[1])], action="test")
    put(repository, person("Georgi"))
    repository.close()
    document = stock(path)["people"][filled[1].id]
    assert json.loads("{" + wrong + "}").items() <= document.items()
    again = TinyRepository.open(path, ids)
    assert len(again.check().problems) == 1
    again.close()


def _edit(record):
    from nettui.domain.change import Edit

    return Edit(Table.PEOPLE, record.id, None, record)


def test_two_documents_under_one_id_become_one_that_keeps_both(path, ids, filled):
    text = path.read_text().replace('"name":"Ivan"}', '"name":"Ivan","place":"Sofia"}')
    line = next(line for line in text.split("\n") if '"name":"Ivan"' in line)
    path.write_text(text.replace(line, line + "\n" + line.replace('"place":"Sofia"', '"notes":"tall"')))
    repository = TinyRepository.open(path, ids)
    ivan = repository.people[filled[1].id]
    assert (ivan.place, ivan.notes) == ("Sofia", "tall")
    repository.close()


def test_a_foreign_layout_is_read_and_kept_until_something_changes(path, ids, filled, person):
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4))
    before = path.read_bytes()
    repository = TinyRepository.open(path, ids)
    assert len(repository.people) == 3
    repository.close()
    assert path.read_bytes() == before
    repository = TinyRepository.open(path, ids)
    put(repository, person("Georgi"))
    repository.close()
    assert len(stock(path)["people"]) == 4
    assert path.read_text().startswith('{\n"_meta": {\n')


def test_a_missing_folder_is_made_private(tmp_path, ids):
    path = tmp_path / "one" / "two" / "network.json"
    TinyRepository.open(path, ids).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_everything_is_private(path, ids, filled):
    modes = {str(one.relative_to(path.parent)): stat.S_IMODE(one.stat().st_mode) for one in path.parent.rglob("*")}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}


def test_a_file_that_others_can_read_is_mentioned_and_keeps_its_mode(path, ids, filled, person):
    path.chmod(0o644)
    repository = TinyRepository.open(path, ids)
    assert kinds(repository) == ["permissions"]
    put(repository, person("x"))
    repository.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_write_protected_file_is_read_only(path, ids, filled, person):
    path.chmod(0o400)
    repository = TinyRepository.open(path, ids)
    assert repository.read_only
    assert "no permission to write" in repository.notices[0]
    assert len(repository.people) == 3
    with pytest.raises(StoreError, match=r"NOT saved.*reading only"):
        put(repository, person("x"))
    repository.close()


def denied(*_args, **_more):
    raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_folder_that_cannot_be_written_is_read_only(tmp_path, ids, monkeypatch, person):
    source = tmp_path / "a" / "network.json"
    TinyRepository.open(source, ids).close()
    alone = tmp_path / "b" / "network.json"
    alone.parent.mkdir()
    alone.write_bytes(source.read_bytes())
    monkeypatch.setattr(filesystem, "make_dir", denied)
    repository = TinyRepository.open(alone, ids)
    assert repository.read_only
    assert len(repository.groups) == 6
    with pytest.raises(StoreError, match=r"NOT saved"):
        put(repository, person("x"))
    repository.close()
    refused(tmp_path / "c" / "network.json", ids, "No permission")


def test_a_file_that_cannot_be_read_is_refused(path, ids, filled, monkeypatch):
    monkeypatch.setattr(filesystem, "read_all", denied)
    with pytest.raises(StoreError, match=r"No permission for .*network.json"):
        TinyRepository.open(path, ids)


def test_reading_only_leaves_no_trace_but_what_it_worked_out(path, ids, filled):
    def state():
        return {str(one): one.stat().st_mtime_ns for one in path.parent.rglob("*") if "cache" not in one.parts[-2:]}

    before = state()
    repository = TinyRepository.open(path, ids, read_only=True)
    assert len(repository.entries) == 30
    repository.derived("x", 1, [Table.PEOPLE], lambda: 1)
    repository.close()
    assert state() == before
    again = TinyRepository.open(path, ids, read_only=True)
    assert again.derived("x", 1, [Table.PEOPLE], lambda: 2) == 1
    again.close()
    with pytest.raises(StoreError, match="No such file"):
        TinyRepository.open(path.with_name("other.json"), ids, read_only=True)


def test_a_symbolic_link_stays_one(tmp_path, ids, person):
    real, name = tmp_path / "dotfiles" / "n.json", tmp_path / "network.json"
    TinyRepository.open(real, ids).close()
    name.symlink_to(real)
    repository = TinyRepository.open(name, ids)
    put(repository, person("Maria"))
    repository.close()
    assert name.is_symlink()
    assert "Maria" in real.read_text()
    assert repository.path == real


def test_a_holder_of_the_lock_is_named(path, ids, filled, monkeypatch, person):
    repository = TinyRepository.open(path, ids)
    code = (
        "import fcntl, sys\n"
        "handle = open(sys.argv[1], 'r+')\n"
        "fcntl.flock(handle, fcntl.LOCK_EX)\n"
        "handle.write('elsewhere 4711\\n'.ljust(80)); handle.flush()\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, repository.engine.places.lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.05)
    with pytest.raises(StoreError, match="process 4711 on elsewhere"):
        put(repository, person("x"))
    holder.communicate()
    put(repository, person("y"))
    repository.close()


@pytest.mark.parametrize("how", ["replace", "in place"])
@pytest.mark.parametrize("end", ["close", "kill"])
def test_an_edit_by_another_program_while_open_keeps_both_sides(path, ids, filled, how, end, entry):
    repository = TinyRepository.open(path, ids)
    maria, ivan, ani = filled
    put(repository, replace(maria, place="Sofia"), replace(ivan, notes="tall"))
    text = path.read_text().replace('"name":"Ivan"', '"name":"Ivan","place":"Varna"').replace("Ани", "Анна")
    if how == "replace":
        other = path.with_name("edited")
        other.write_text(text)
        other.replace(path)
    else:
        with path.open("r+") as handle:
            handle.write(text)
            handle.truncate()
    if end == "close":
        put(repository, entry("after"))
        repository.close()
    else:
        repository.engine._release()
    again = TinyRepository.open(path, ids)
    people = again.people
    assert people[maria.id].place == "Sofia"
    assert (people[ivan.id].place, people[ivan.id].notes) == ("Varna", "tall")
    assert people[ani.id].name == "Анна"
    again.close()
    assert stock(path)["people"][ivan.id]["place"] == "Varna"


def test_an_edit_in_the_very_instant_of_the_fold_is_merged(path, ids, filled, monkeypatch, person):
    """The file that comes out of the exchange is not the one that was read."""
    repository = TinyRepository.open(path, ids)
    put(repository, person("Georgi"))
    exchange = filesystem.exchange
    times: list[int] = []

    def meddling(one, other):
        if not times:
            edited = path.with_name("edited")
            edited.write_text(path.read_text().replace("Ани", "Анна"))
            edited.replace(path)
        times.append(1)
        exchange(one, other)

    monkeypatch.setattr(filesystem, "exchange", meddling)
    repository.close()
    assert len(times) == 2
    assert [doc["name"] for doc in stock(path)["people"].values()] == ["Maria", "Ivan", "Анна", "Georgi"]


def test_a_file_that_is_half_written_by_another_program_does_not_stop_the_work(path, ids, filled, person):
    repository = TinyRepository.open(path, ids)
    whole = path.read_bytes()
    path.write_bytes(whole[:300])
    georgi = person("Georgi")
    put(repository, georgi)
    path.write_bytes(whole)
    repository.close()
    assert len(stock(path)["people"]) == 4


def test_a_file_deleted_while_open_is_written_again(path, ids, filled, person):
    repository = TinyRepository.open(path, ids)
    path.unlink()
    put(repository, person("Georgi"))
    repository.close()
    assert len(stock(path)["people"]) == 4


def test_a_file_that_lost_much_is_mentioned_and_its_backup_pinned(path, ids, filled, person):
    repository = TinyRepository.open(path, ids)
    put(repository, person("x"))
    repository.close()
    tables = json.loads(path.read_text())
    tables["entries"] = dict(list(tables["entries"].items())[:3])
    path.write_text(json.dumps(tables))
    repository = TinyRepository.open(path, ids)
    assert kinds(repository) == ["many-missing"]
    assert "'nettui restore'" in repository.notices[0]
    assert len(repository.entries) == 3
    kept = [backup for backup in repository.backups() if backup.reason == "shrunk"]
    assert [backup.entries for backup in kept] == [30]
    repository.restore(kept[0].path)
    assert len(repository.entries) == 30
    repository.close()


def test_recovery_after_a_kill_is_mentioned_once(path, ids, filled, person):
    repository = TinyRepository.open(path, ids)
    put(repository, person("Georgi"))
    repository.engine._release()
    again = TinyRepository.open(path, ids)
    assert kinds(again) == ["recovered"]
    assert len(stock(path)["people"]) == 4
    again.close()
    last = TinyRepository.open(path, ids)
    assert last.notices == []
    last.close()


def test_changes_of_an_open_terminal_are_no_recovery(path, ids, filled, person):
    one = TinyRepository.open(path, ids)
    put(one, person("Georgi"))
    other = TinyRepository.open(path, ids)
    assert other.notices == []
    assert len(other.people) == 4
    other.close()
    one.close()


def test_restore_goes_back_and_can_be_undone(path, ids, filled, person):
    repository = TinyRepository.open(path, ids)
    place = repository.backup()
    georgi = person("Georgi")
    put(repository, georgi)
    repository.restore(place)
    assert georgi.id not in repository.people
    assert repository.changes()[-1].action == "file.restore"
    assert [backup.people for backup in repository.backups() if backup.reason == "restore"] == [4]
    assert path.read_bytes() == place.read_bytes()
    repository.close()


def test_restore_refuses_what_is_no_backup(path, ids, filled, tmp_path):
    repository = TinyRepository.open(path, ids)
    wrong = tmp_path / "wrong.json"
    wrong.write_text("nonsense")
    before = path.read_bytes()
    for source in (wrong, tmp_path / "missing.json"):
        with pytest.raises(StoreError):
            repository.restore(source)
    repository.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"nonsense", None])
def test_restore_works_whatever_state_the_file_is_in(path, ids, filled, content):
    good = path.read_bytes()
    repository = TinyRepository.open(path, ids)
    place = repository.backup()
    repository.close()
    broken = good[:400] if content is None else content
    path.write_bytes(broken)
    rescue.restore_path(path, place, ids)
    assert path.read_bytes() == good
    assert broken in [backup.path.read_bytes() for backup in rescue.list_backups(path)]
    again = TinyRepository.open(path, ids)
    assert len(again.entries) == 30
    again.close()


@pytest.mark.parametrize("touch", [False, True], ids=["at once", "with the old time"])
def test_an_edit_that_leaves_size_and_time_as_they_were_is_noticed(path, ids, filled, touch):
    """A status is trusted only when it cannot hide a change (git's racy rule)."""
    status = path.stat()
    with path.open("r+b") as handle:
        at = path.read_bytes().index(b"Ivan")
        handle.seek(at)
        handle.write(b"Iwan")
    if touch:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    repository = TinyRepository.open(path, ids)
    assert repository.people[filled[1].id].name == "Iwan"
    repository.close()


def test_a_status_is_racy_until_the_clock_of_the_file_system_has_moved_on():
    second = 1_000_000_000
    fine, coarse = 17 * second + 123_456_789, 17 * second
    assert is_racy((1, 2, fine, fine), fine + 1_000_000)
    assert not is_racy((1, 2, fine, fine), fine + 50_000_000)
    assert is_racy((1, 2, coarse, coarse), coarse + second)
    assert not is_racy((1, 2, coarse, coarse), coarse + 3 * second)


def test_a_damaged_file_can_be_replaced_and_is_kept(path, ids, filled):
    good = path.read_bytes()
    repository = TinyRepository.open(path, ids)
    place = repository.backup()
    repository.close()
    path.write_bytes(good[:200])
    kept = rescue.replace_file(path, place, ids)
    assert kept.read_bytes() == good[:200]
    again = TinyRepository.open(path, ids)
    assert len(again.entries) == 30
    again.close()


def test_backups_are_thinned_out_and_all_can_be_read(path, ids, person):
    for number in range(14):
        repository = TinyRepository.open(path, ids)
        put(repository, person(f"p{number}"))
        repository.close()
    repository = TinyRepository.open(path, ids)
    found = repository.backups()
    assert 10 <= len(found) <= 12
    assert [backup.people for backup in found[:10]] == list(range(13, 3, -1))
    assert all(backup.readable for backup in found)
    repository.close()


def test_a_migration_pins_a_backup_and_is_one_snapshot(path, ids, filled):
    golden = path.read_bytes()

    def step(table, document):
        if table == "people":
            return {**{key: value for key, value in document.items() if key != "name"}, "name": document["name"] + "!"}
        return document

    newer = Schema(version=2, min_reader=2, steps={1: step})
    repository = TinyRepository.open(path, ids, schema=newer)
    assert [record.name for record in repository.people.values()] == ["Maria!", "Ivan!", "Ани!"]
    assert json.loads(path.read_text())["_meta"]["1"]["schema"] == 2
    (pinned,) = [backup for backup in repository.backups() if backup.reason == "migration"]
    assert pinned.path.read_bytes() == golden
    repository.close()
    refused(path, ids, "newer nettui")


def test_the_golden_file_of_schema_1_is_read_and_written_the_same(tmp_path, ids):
    golden = Path(__file__).parents[1] / "data" / "schema-1.json"
    path = tmp_path / "network.json"
    path.write_bytes(golden.read_bytes())
    path.chmod(0o600)
    repository = TinyRepository.open(path, ids)
    assert repository.notices == []
    assert repository.me is not None
    assert repository.me.name == "Ана"
    maria = repository.people["1763881200000417203"]
    assert maria.met is not None
    assert (maria.name, maria.level, maria.met.by) == ("Мария Петрова", "senior", "1763881260112088913")
    assert len(repository.exchanges) == len(repository.promises) == len(repository.imports) == 1
    put(repository, replace(maria, place="Варна"))
    put(repository, maria)
    repository.close()
    assert path.read_bytes() == golden.read_bytes()


def test_an_older_terminal_stops_writing_when_the_format_rises(path, ids, filled, person):
    old = TinyRepository.open(path, ids)
    newer = Schema(version=2, min_reader=2, steps={1: lambda table, document: document})
    TinyRepository.open(path, ids, schema=newer).close()
    before = path.read_bytes()
    with pytest.raises(StoreError):
        put(old, person("x"))
    old.close()
    assert path.read_bytes() == before


def test_an_edit_that_one_terminal_merged_reaches_the_other(path, ids, filled, person):
    """Regression: the other terminal followed the journal, in which the edit of a third program does not stand."""
    one, other = TinyRepository.open(path, ids), TinyRepository.open(path, ids)
    put(one, person("Georgi"))
    other.refresh()
    path.write_text(path.read_text().replace("Ани", "Анна"))
    one.refresh()
    put(other, person("Maja"))
    names = ["Maria", "Ivan", "Анна", "Georgi", "Maja"]
    assert [record.name for record in other.people.values()] == names
    other.close()
    one.close()
    assert [document["name"] for document in stock(path)["people"].values()] == names
