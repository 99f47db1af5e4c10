"""Drafts are saved by a thread while one types, and nothing else waits for it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading

import pytest

from nettui.errors import NettuiError, StoreError
from nettui.store.drafts import Drafts
from nettui.tui.drafts import DraftKeeper
from tests.tui.apps import ROOT

ENOUGH = 10.0
"""Seconds after which a test gives up waiting."""


class Recorder:
    """Drafts in memory that note each write, can fail, and can be held up."""

    def __init__(self):
        self.calls = []
        self.texts = {}
        self.failure = None
        self.gate = threading.Event()
        self.gate.set()
        self.begun = threading.Event()

    def save(self, name, text):
        self.begun.set()
        assert self.gate.wait(ENOUGH)
        self.calls.append((name, text))
        if self.failure:
            raise self.failure
        self.texts[name] = text

    def load(self, name):
        if name not in self.texts:
            return None
        return type("Draft", (), {"text": self.texts[name]})

    def delete(self, name):
        self.begun.set()
        assert self.gate.wait(ENOUGH)
        self.calls.append((name, None))
        self.texts.pop(name, None)


@pytest.fixture
def store():
    return Recorder()


@pytest.fixture
def keeper(store):
    keeper = DraftKeeper(store)
    yield keeper
    store.gate.set()
    keeper.close(ENOUGH)


def test_the_newest_text_wins_and_keys_are_gathered(store, keeper):
    for end in range(1, 100):
        keeper.put("capture", "x" * end)
    assert keeper.flush(ENOUGH)
    assert store.texts == {"capture": "x" * 99}
    assert len(store.calls) < 99


def test_it_is_written_without_anybody_asking(store, keeper):
    keeper.put("capture", "met Ani")
    assert store.begun.wait(ENOUGH)


def test_an_unchanged_text_is_not_written(store, keeper):
    for _ in range(3):
        keeper.put("capture", "same")
        keeper.flush(ENOUGH)
    assert store.calls == [("capture", "same")]


def test_what_was_loaded_is_not_written_again(store, keeper):
    store.texts["capture"] = "from last time"
    assert keeper.load("capture") == "from last time"
    keeper.put("capture", "from last time")
    keeper.flush(ENOUGH)
    assert store.calls == []


def test_an_empty_text_is_forgotten(store, keeper):
    keeper.put("capture", "text")
    keeper.flush(ENOUGH)
    keeper.forget("capture")
    keeper.flush(ENOUGH)
    assert store.texts == {}
    assert keeper.load("capture") == ""


def test_what_is_forgotten_is_gone_from_the_disk_when_that_is_said(store, keeper):
    keeper.put("capture", "saved a moment ago")
    assert keeper.flush(ENOUGH)
    keeper.forget("capture")
    assert store.texts == {}


def test_each_name_has_its_own(store, keeper):
    keeper.put("capture", "a")
    keeper.put("entry", "b")
    keeper.flush(ENOUGH)
    assert store.texts == {"capture": "a", "entry": "b"}


def test_nobody_waits_for_a_slow_disk(store, keeper):
    store.gate.clear()
    keeper.put("capture", "one")
    assert store.begun.wait(ENOUGH)
    assert keeper.load("capture") == "one"  # what is being written
    keeper.put("capture", "two")
    assert keeper.load("capture") == "two"  # what is waiting
    assert not keeper.flush(0.05)
    store.gate.set()
    assert keeper.flush(ENOUGH)
    assert store.texts == {"capture": "two"}


def test_a_failure_is_told_once_and_again_after_a_success(store):
    told: list[NettuiError] = []
    keeper = DraftKeeper(store, told.append)
    for failure in (StoreError("full"), StoreError("full"), None, StoreError("full")):
        store.failure = failure
        keeper.put("capture", f"text {len(store.calls)}")
        assert keeper.flush(ENOUGH) is (failure is None)
    assert [error.message for error in told] == ["full", "full"]
    keeper.close(ENOUGH)


def test_after_a_failure_the_same_text_is_tried_again(store):
    keeper = DraftKeeper(store)
    store.failure = StoreError("full")
    keeper.put("capture", "text")
    keeper.flush(ENOUGH)
    store.failure = None
    keeper.put("capture", "text")
    assert keeper.flush(ENOUGH)
    assert store.texts == {"capture": "text"}
    keeper.close(ENOUGH)


def test_a_draft_that_cannot_be_read_is_told_and_empty(store, keeper, monkeypatch):
    told: list[NettuiError] = []
    keeper = DraftKeeper(store, told.append)
    monkeypatch.setattr(store, "load", lambda name: (_ for _ in ()).throw(StoreError("unreadable")))
    assert keeper.load("capture") == ""
    assert [error.message for error in told] == ["unreadable"]


def test_after_closing_nothing_is_taken(store):
    keeper = DraftKeeper(store)
    keeper.put("capture", "text")
    assert keeper.close(ENOUGH)
    keeper.put("capture", "later")
    assert keeper.flush(ENOUGH)
    assert store.texts == {"capture": "text"}


def test_without_drafts_there_is_no_thread(store):
    before = threading.active_count()
    keeper = DraftKeeper(store)
    assert keeper.load("capture") == ""
    assert threading.active_count() == before
    assert keeper.close(ENOUGH)


def test_kill_minus_9_while_the_main_thread_hangs_loses_nothing_older_than_a_moment(tmp_path):
    """As with an event loop that waits for a terminal: the draft is saved all the same."""
    path = tmp_path / "network.json"
    code = (
        "import sys, time; from nettui.store.drafts import Drafts; from nettui.tui.drafts import DraftKeeper;"
        "keeper = DraftKeeper(Drafts(sys.argv[1]));"
        "[keeper.put('capture', 'coffee with Ani'[:end]) for end in range(1, 16)];"
        "print('typed', flush=True); time.sleep(3600)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"typed\n"
        deadline = threading.Event()
        drafts = Drafts(path)
        for _ in range(500):
            if drafts.load("capture") is not None:
                break
            deadline.wait(0.02)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.communicate()
    draft = Drafts(path).load("capture")
    assert draft is not None
    assert draft.text == "coffee with Ani"
