"""Midnight, and changes of the file by others."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest

from nettui.domain.change import Edit, Table
from nettui.domain.records import Person
from nettui.services.clock import SystemClock
from nettui.store.repository import TinyRepository
from nettui.store.sidecar import Sidecar
from nettui.tui.inotify import Inotify
from nettui.tui.watch import DayWatch, FileWatch, seconds_to_midnight
from tests.tui.apps import ROOT

ENOUGH = 10.0
EVENING = datetime(2026, 11, 23, 23, 59, 50, tzinfo=UTC)

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify is Linux's")


# -- the day -----------------------------------------------------------------------------------------------------------


class Clock:
    def __init__(self, at):
        self.at = at

    def now(self):
        return self.at

    def new_id(self):
        raise AssertionError("no id is needed")


class Timer:
    def __init__(self, running):
        self.running = running

    def stop(self):
        self.running[:] = [entry for entry in self.running if entry[2] is not self]


class Timers:
    """Stands for ``App.set_timer``; :meth:`ring` is the passing of time."""

    def __init__(self):
        self.running = []

    def __call__(self, seconds, callback):
        timer = Timer(self.running)
        self.running.append((seconds, callback, timer))
        return timer

    def ring(self):
        [(_seconds, callback, _timer)] = self.running
        callback()


@pytest.fixture
def day():
    clock, timers = Clock(EVENING), Timers()
    told: list[object] = []
    watch = DayWatch(clock, timers, told.append)
    watch.start()
    return watch, clock, timers, told


def test_there_is_one_timer_until_midnight(day):
    _watch, _clock, timers, told = day
    assert [seconds for seconds, _callback, _timer in timers.running] == [10.0]
    assert told == []


def test_midnight_is_told_and_the_next_one_awaited(day):
    watch, clock, timers, told = day
    clock.at = EVENING + timedelta(seconds=10)
    timers.ring()
    assert told == [clock.at.date()]
    assert watch.today == clock.at.date()
    assert [seconds for seconds, _callback, _timer in timers.running] == [86_400]


def test_a_timer_that_rings_early_is_set_again(day):
    _watch, clock, timers, told = day
    clock.at = EVENING + timedelta(seconds=4)
    timers.ring()
    assert told == []
    assert [seconds for seconds, _callback, _timer in timers.running] == [6.0]


def test_a_clock_that_stands_still_just_before_midnight_does_not_keep_the_app_busy():
    timers = Timers()
    DayWatch(Clock(EVENING + timedelta(seconds=9.9999)), timers, lambda day: None).start()
    assert timers.running[0][0] >= 1


def test_after_a_sleep_the_next_look_tells(day):
    watch, clock, timers, told = day
    clock.at = EVENING + timedelta(days=3)
    assert watch.check()
    assert not watch.check()
    assert told == [clock.at.date()]
    assert len(timers.running) == 1


def test_a_clock_set_back_is_another_day_too(day):
    watch, clock, _timers, told = day
    clock.at = EVENING - timedelta(days=2)
    assert watch.check()
    assert told == [clock.at.date()]


def test_stopped_is_stopped(day):
    watch, _clock, timers, _told = day
    watch.stop()
    watch.stop()
    assert timers.running == []


def test_days_of_another_zone_are_counted_in_it():
    assert seconds_to_midnight(datetime(2026, 11, 23, 22, tzinfo=timezone(timedelta(hours=5, minutes=45)))) == 7200


def test_the_day_of_a_change_of_the_clocks_is_shorter():
    code = (
        "from datetime import datetime; from nettui.tui.watch import seconds_to_midnight;"
        "print([seconds_to_midnight(datetime(2026, *day).astimezone()) / 3600 for day in ((3, 29), (10, 25), (7, 1))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TZ": "EET-2EEST,M3.5.0/3,M10.5.0/4"},  # the rule of Sofia, needing no time zone files
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[23.0, 25.0, 24.0]"


# -- the file ----------------------------------------------------------------------------------------------------------


class Told:
    """Counts what is told, and stands for the app's thread: callbacks wait until :meth:`run`."""

    def __init__(self):
        self.posted = []
        self.arrived = threading.Semaphore(0)
        self.count = 0

    def post(self, callback):
        self.posted.append(callback)
        self.arrived.release()

    def run(self):
        assert self.arrived.acquire(timeout=ENOUGH)
        self.posted.pop(0)()

    def changed(self):
        self.count += 1


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def watch(tmp_path, told):
    (tmp_path / "file").write_text("0")
    watch = FileWatch([str(tmp_path / "file"), str(tmp_path / "later")], told.post, told.changed)
    watch.start()
    yield watch
    watch.stop()


@linux
@pytest.mark.parametrize("way", ["append", "replace", "make", "remove"])
def test_a_change_is_told_on_the_apps_thread(watch, told, tmp_path, way):
    assert watch.live
    file = tmp_path / "file"
    if way == "append":
        with file.open("a") as out:
            out.write("more")
    elif way == "replace":
        (tmp_path / "new").write_text("another")
        (tmp_path / "new").replace(file)
    elif way == "make":
        (tmp_path / "later").touch()
    else:
        file.unlink()
    told.run()
    assert told.count == 1
    assert not watch.check()  # it has been told


@linux
def test_many_changes_while_the_app_is_busy_are_one_callback(watch, told, tmp_path):
    for number in range(200):
        (tmp_path / "file").write_text("x" * number)
    told.run()
    assert told.count == 1
    assert len(told.posted) <= 1


@linux
def test_the_file_next_door_is_nobodys_business(watch, told, tmp_path):
    (tmp_path / "other").write_text("x")
    (tmp_path / "file").write_text("changed")
    told.run()
    assert (told.count, told.posted) == (1, [])


def test_checking_tells_where_nothing_watches(tmp_path, told, monkeypatch):
    monkeypatch.setattr(Inotify, "open", classmethod(lambda cls, files: None))
    watch = FileWatch([str(tmp_path / "file")], told.post, told.changed)
    watch.start()
    assert not watch.live
    assert not watch.check()
    (tmp_path / "file").touch()
    assert watch.check()
    assert not watch.check()
    assert told.count == 1
    watch.stop()


def test_folders_that_are_not_there_are_not_watched(told):
    watch = FileWatch(["/nowhere at all/file", "/nul\0/file"], told.post, told.changed)
    watch.start()
    assert not watch.live
    assert not watch.check()
    watch.stop()


@linux
def test_stopping_ends_the_thread(watch):
    before = {thread.name for thread in threading.enumerate()}
    watch.stop()
    watch.stop()
    assert "nettui-watch" in before
    assert "nettui-watch" not in {thread.name for thread in threading.enumerate()}
    assert not watch.live


@linux
def test_another_nettui_is_noticed_and_its_change_taken_over(tmp_path, told):
    path = tmp_path / "network.json"
    ours = TinyRepository.open(path, SystemClock())
    places = Sidecar.of(str(path))
    watch = FileWatch([places.path, places.journal], told.post, told.changed)
    watch.start()
    try:
        clock = SystemClock()
        theirs = TinyRepository.open(path, clock)
        person = Person(id=clock.new_id(), created=clock.now(), changed=clock.now(), name="Ани Георгиева")
        theirs.commit([Edit(Table.PEOPLE, person.id, None, person)], action="person.add")
        told.run()
        assert told.count == 1
        assert ours.refresh()
        assert [person.name for person in ours.people.values()] == ["Ани Георгиева"]
        theirs.close()
    finally:
        watch.stop()
        ours.close()
