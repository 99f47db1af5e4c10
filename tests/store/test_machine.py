"""Random sessions of two terminals and a text editor on one file, against a dictionary."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nettui.domain.change import Edit, Nature, Table
from nettui.domain.dates import Moment
from nettui.domain.records import Entry
from nettui.services.clock import SystemClock
from nettui.store import filesystem
from nettui.store.repository import TinyRepository

AT = Moment.parse("2026-11-23")
terminals = st.sampled_from([0, 1])
texts = st.text(st.sampled_from('aб\n"{}\\ '), max_size=5)


class Sessions(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.clock = SystemClock()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "network.json"
        self.model: dict[str, str] = {}
        self.open = [TinyRepository.open(self.path, self.clock) for _ in range(2)]
        self.stack: list[tuple[str, dict[str, str]]] = []

    def commit(self, terminal, edits, **more):
        return self.open[terminal].commit(edits, action="test", **more)

    @rule(terminal=terminals, new=st.lists(texts, min_size=1, max_size=3))
    def add(self, terminal, new):
        records = [Entry(id=self.clock.new_id(), at=AT, text=text) for text in new]
        self.commit(terminal, [Edit(Table.ENTRIES, record.id, None, record) for record in records])
        self.model |= {record.id: record.text for record in records}

    @precondition(lambda self: self.model)
    @rule(terminal=terminals, data=st.data(), text=texts)
    def edit(self, terminal, data, text):
        key = data.draw(st.sampled_from(sorted(self.model)))
        self.open[terminal].refresh()
        before = self.open[terminal].entries[key]
        self.commit(terminal, [Edit(Table.ENTRIES, key, before, replace(before, text=text))])
        self.model[key] = text

    @precondition(lambda self: self.model)
    @rule(terminal=terminals, data=st.data())
    def remove_and_undo_perhaps(self, terminal, data):
        key = data.draw(st.sampled_from(sorted(self.model)))
        self.open[terminal].refresh()
        before = self.open[terminal].entries[key]
        change = self.commit(terminal, [Edit(Table.ENTRIES, key, before, None)])
        if data.draw(st.booleans()):
            self.commit(terminal, [Edit(Table.ENTRIES, key, None, before)], nature=Nature.UNDO, target=change.id)
        else:
            del self.model[key]

    @rule(terminal=terminals)
    def fold(self, terminal):
        self.open[terminal].snapshot()

    @rule(terminal=terminals, kill=st.booleans())
    def leave_and_come_back(self, terminal, kill):
        if kill:
            self.open[terminal].engine._release()
        else:
            self.open[terminal].close()
        self.open[terminal] = TinyRepository.open(self.path, self.clock)

    @rule(text=texts, indent=st.sampled_from([None, 1]), in_place=st.booleans())
    def another_program_edits(self, text, indent, in_place):
        tables = json.loads(self.path.read_text())
        key = self.clock.new_id()
        tables.setdefault("entries", {})[key] = {"at": "2026-11-23", "text": text}
        if in_place:
            self.path.write_text(json.dumps(tables, indent=indent))
        else:
            other = self.path.with_name("other")
            other.write_text(json.dumps(tables, indent=indent))
            other.chmod(0o600)
            other.replace(self.path)
        self.model[key] = text

    @rule(terminal=terminals)
    def look(self, terminal):
        repository = self.open[terminal]
        repository.refresh()
        assert {key: record.text for key, record in repository.entries.items()} == self.model
        assert {"unreadable", "not-folded"}.isdisjoint(notice.kind for notice in repository.notices)

    @invariant()
    def the_plain_file_is_json(self):
        if hasattr(self, "path"):
            assert isinstance(json.loads(self.path.read_text()), dict)

    def teardown(self):
        if not hasattr(self, "path"):
            return
        for repository in self.open:
            repository.close()
        entries = json.loads(self.path.read_text()).get("entries", {})
        assert {key: document.get("text", "") for key, document in entries.items()} == self.model
        assert "_conflicts" not in json.loads(self.path.read_text())
        self.folder.cleanup()


def test_random_sessions_lose_nothing(monkeypatch):
    for name in ("sync", "sync_data", "sync_dir"):  # what is tested here is order, not the disk
        monkeypatch.setattr(filesystem, name, lambda _file: None)
    Sessions.TestCase.settings = settings(
        max_examples=15, stateful_step_count=20, deadline=None, phases=[Phase.generate]
    )
    Sessions.TestCase("runTest").debug()
