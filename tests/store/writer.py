"""A process that writes until it is killed, and says on standard output what it is about to do and what is done.

Lines: ``try KIND [[id, text or null], ...]`` before a commit, ``ack`` after it.
"""

from __future__ import annotations

import json
import os
import random
import sys
from dataclasses import replace

from nettui.domain.change import Edit, Nature, Table
from nettui.domain.dates import Moment
from nettui.domain.records import Entry
from nettui.services.clock import SystemClock
from nettui.store import engine as engine_module
from nettui.store.repository import TinyRepository

SHARED = "1763881200000417203"
"""The person whom all writers edit."""

AT = Moment.parse("2026-11-23")


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Writer:
    def __init__(self, path: str, name: str, own: list[str], fold_at: int) -> None:
        self.path, self.name, self.own = path, name, own
        self.clock = SystemClock()
        self.random = random.Random(f"{name} {os.getpid()}")
        engine_module.FOLD_AT = fold_at
        self.repository = TinyRepository.open(path, self.clock)
        self.number = 0

    def commit(self, kind: str, items: list[tuple[str, str | None]], edits: list[Edit]) -> None:
        say("try", kind, json.dumps(items))
        self.repository.commit(edits, action="test", nature=Nature.DO)
        say("ack")

    def entry(self, text: str) -> Entry:
        return Entry(id=self.clock.new_id(), at=AT, text=text)

    def step(self) -> None:
        self.number += 1
        text = f"{self.name}.{os.getpid()}.{self.number}"
        choice = self.random.random()
        if choice < 0.4 or not self.own:
            entry = self.entry(text + "x" * self.random.randrange(400))
            self.commit("put", [(entry.id, entry.text)], [Edit(Table.ENTRIES, entry.id, None, entry)])
            self.own.append(entry.id)
        elif choice < 0.55:
            before = self.repository.entries[self.random.choice(self.own)]
            after = replace(before, text=text)
            self.commit("put", [(after.id, text)], [Edit(Table.ENTRIES, after.id, before, after)])
        elif choice < 0.63:
            before = self.repository.entries[self.own.pop(self.random.randrange(len(self.own)))]
            self.commit("put", [(before.id, None)], [Edit(Table.ENTRIES, before.id, before, None)])
        elif choice < 0.78:
            shared = self.repository.people[SHARED]
            tagged = replace(shared, tags=(*shared.tags, text))
            self.commit("tag", [(text, None)], [Edit(Table.PEOPLE, SHARED, shared, tagged)])
        elif choice < 0.86:
            entries = [self.entry(f"{text}.{number}") for number in range(20)]
            edits = [Edit(Table.ENTRIES, entry.id, None, entry) for entry in entries]
            self.commit("put", [(entry.id, entry.text) for entry in entries], edits)
            self.own += [entry.id for entry in entries]
        elif choice < 0.95:
            self.repository.snapshot()
        else:
            self.repository.close()
            self.repository = TinyRepository.open(self.path, self.clock)


def main() -> None:
    path, name, fold_at = sys.argv[1:4]
    writer = Writer(path, name, json.loads(sys.stdin.readline()), int(fold_at))
    say("ready")
    while True:
        writer.step()


if __name__ == "__main__":
    main()
