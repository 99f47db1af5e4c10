"""A recommendation written from a person's line to the clipboard, in a real terminal with a real editor process."""

from __future__ import annotations

import base64
import sys

from nettui.bootstrap import open_network
from nettui.domain.records import Person
from tests.tui.pty_tools import Pty

_EDITOR = """\
import pathlib, sys
path = pathlib.Path(sys.argv[-1])
text = path.read_text("utf-8")
assert "calm at night" in text
path.write_text(text + "Мария stays calm.\\n", "utf-8")
"""


def test_from_a_person_to_the_clipboard(shell):
    file = shell.home / "network.json"
    with open_network(file) as network:
        maria = Person(id=network.clock.new_id(), name="Maria Petrova", i_can_vouch="calm at night")
        network.save([maria], action="person.add")
    editor = shell.home / "editor.py"
    editor.write_text(_EDITOR, "utf-8")
    environment = {**shell.environment, "VISUAL": f"{sys.executable} {editor}"}
    command = [sys.executable, "-m", "nettui", "-f", str(file)]
    with Pty(command, size=(120, 36), env=environment, cwd=shell.home) as app:
        app.wait_for("Today")
        app.press("2")
        app.wait_for("Maria Petrova")
        app.settle()
        app.press("W")
        app.wait_for("u takes it back")
        app.press("4")
        app.wait_for("Register")
        app.settle()
        app.press("y")
        app.wait_for("terminal's clipboard")
        assert base64.b64decode(app.clipboard).decode() == "Мария stays calm."
        app.press("q")
    (written,) = shell.json("-f", str(file), "recommendations")["written"]
    assert (written["text"], written["state"], written["person"]["name"]) == (
        "Мария stays calm.",
        "draft",
        "Maria Petrova",
    )
