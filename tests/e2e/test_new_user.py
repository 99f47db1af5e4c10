"""A new user's first evening in the app, on a real terminal: from the first question to the ledger."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tui.pty_tools import Pty

ARCHIVE = Path(__file__).parents[1] / "data" / "linkedin" / "Basic_LinkedInDataExport_11-03-2026.zip"
LINES = (
    'yesterday: coffee with +"Ana Newton" about the thesis #phd. promised: lend her my atlas by friday',
    "20.11.2026: call with Ana Newton. asked: introduction by 1 dec",
    "got: recommendation from Ana Newton",
)


def exchanges(shell):
    """Return kind and status of what is between the user and Ana."""
    ledger = shell.json("ledger")["exchanges"]
    return {each["kind"]: each["status"] for each in ledger if each["person"]["name"] == "Ana Newton"}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_from_the_first_question_to_the_ledger(shell, tmp_path, size):
    (tmp_path / "archive.zip").write_bytes(ARCHIVE.read_bytes())
    shell.environment["NETTUI_NOW"] = "2026-11-23T10:00:00+00:00"
    with Pty([sys.executable, "-m", "nettui"], size=size, env=shell.environment, cwd=shell.home) as pty:
        pty.wait_for("What is your name?")
        pty.type("Mila Ivanova")
        pty.press("enter")
        pty.wait_for("Which language")
        pty.press("enter")
        pty.wait_for("Where shall")
        pty.press("enter")
        pty.wait_for("How do you want")
        assert not shell.file.exists()
        pty.press("j", "enter")

        pty.wait_for("archive.zip")
        pty.press("down", "enter")
        pty.wait_for("Enter imports")
        pty.settle()
        pty.press("ctrl+s")
        pty.wait_for("Imported")

        for line in LINES:
            pty.settle()
            pty.press("i")
            pty.wait_for("Log")
            pty.type(line)
            pty.settle()
            pty.press("enter")
            pty.wait_for("Saved")

        pty.press("1")
        pty.wait_for("lend her my atlas")
        pty.press("2")
        pty.wait_for("Ana Newton")
        pty.press("3")
        pty.wait_for("Journal")
        pty.wait_for("coffee")
        pty.press("4")
        pty.wait_for("recommendation")
        pty.settle()

        pty.press("s")
        pty.wait_for("thanked")
        pty.settle()
        pty.press("u")
        pty.wait_for("Undone")
        pty.press("q")
        assert pty.wait_exit() == 0
        assert pty.leftovers() == []

    assert exchanges(shell) == {"recommendation": "done", "introduction": "asked"}
    (coffee,) = (each for each in shell.json("journal") if each["channel"] == "coffee")
    assert [person["name"] for person in coffee["people"]] == ["Ana Newton"]
    assert [promise["text"] for promise in shell.json("today")["promises"]] == ["lend her my atlas"]
    shell.run("undo")
    assert "recommendation" not in exchanges(shell)
