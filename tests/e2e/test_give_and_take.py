"""A recommendation asked for, received, thanked for, and one written in return: in a terminal, with few keys."""

from __future__ import annotations

import sys

from nettui.bootstrap import open_network
from nettui.domain.records import Person
from tests.tui.pty_tools import Pty

MOST_KEYS = 12
LETTER = "Maria leads people and data alike."


class Counting:
    """A user at a terminal whose keys are counted, beside the text that is typed."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.keys = 0

    def press(self, *keys, then):
        """Press ``keys``, and wait until ``then`` is on the screen."""
        self.keys += len(keys)
        self.terminal.press(*keys)
        self.terminal.wait_for(then)
        self.terminal.settle()

    def type(self, text):
        self.terminal.type(text)
        self.terminal.wait_for(text)


def test_a_recommendation_is_asked_for_thanked_for_and_returned_with_few_keys(shell):
    file = shell.home / "network.json"
    with open_network(file) as network:
        network.save([Person(id=network.clock.new_id(), name="Maria Petrova")], action="person.add")
    editor = shell.home / "editor"
    editor.write_text(f"#!/bin/sh\nprintf '%s\\n' '{LETTER}' > \"$1\"\n")
    editor.chmod(0o755)
    command = [sys.executable, "-m", "nettui", "-f", str(file)]
    environment = {**shell.environment, "EDITOR": str(editor), "VISUAL": None}
    with Pty(command, size=(80, 24), env=environment, cwd=shell.home) as terminal:
        terminal.wait_for("Today")
        terminal.settle()
        user = Counting(terminal)
        user.press("4", then="No favours yet.")
        user.press("R", then="Ask, and offer")
        user.type("Maria")
        user.press("pagedown", then="it can be left out")
        user.press("r", then="recommendation")
        user.press("ctrl+s", then="to come")
        user.press("s", then="Agreed. s again: done")
        user.press("s", then="Done. s again: thanked")
        user.press("s", then="Thanked: nothing comes after that.")
        user.press("k", then="› ")
        user.press("E", then="Saved the text of a recommendation")
        user.press("s", then="Agreed. s again: done")
        user.press("s", then="Done. s again: thanked")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert user.keys <= MOST_KEYS
    listed = {each["direction"]: each for each in shell.json("-f", str(file), "ledger")["exchanges"]}
    received, given = listed["received"], listed["given"]
    assert (received["kind"], received["status"]) == ("recommendation", "thanked")
    assert (given["kind"], given["status"]) == ("recommendation", "done")
    assert given["in_return_for"] == received["id"]
    assert given["text"].strip() == LETTER
