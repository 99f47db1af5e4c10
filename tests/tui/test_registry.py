"""The registry of commands: complete, without clashes, and the source of everything that names a key."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import nettui.tui
from nettui.tui.app import NettuiApp
from nettui.tui.commands.command import GROUP_TITLES, SCOPE_TITLES, Group, Scope
from nettui.tui.commands.commanded import Commanded
from nettui.tui.commands.registry import COMMANDS
from nettui.tui.commands.table import with_table
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.workspace import Workspace

README = Path(__file__).parent.parent.parent / "README.md"


def test_ids_are_unique_and_dotted():
    assert [name for name, times in Counter(command.id for command in COMMANDS).items() if times > 1] == []
    assert all(re.fullmatch(r"[a-z]+(\.[a-z_]+)+", command.id) for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_explains_itself(command):
    assert command.title
    assert len(command.title.split()) <= 4
    assert command.help[0].isupper()
    assert command.help.endswith(".")
    assert command.keys


MODAL = {Scope.FORM, Scope.DIALOG, Scope.CHOOSER}
"""Under these nothing else is heard."""
IN_A_FORM = {Scope.CHOICE, Scope.POSITIONS, Scope.BUTTON}


def test_no_key_means_two_things_in_one_place():
    nested = {scope: {Scope.EVERYWHERE, Scope.LIST} for scope in Scope}
    clashes = []
    for scope in Scope:
        places = {scope, *nested[scope]}
        if scope in {Scope.PEOPLE, Scope.JOURNAL, Scope.LEDGER}:
            places.add(Scope.FIND)
        # A map is no list: its keys move a day or a week, and none of them is ever refused and so heard further out.
        alone = {Scope.CAPTURE, Scope.FILTER, Scope.PLAN, Scope.REVIEW, Scope.SORTING, Scope.YEAR}
        if scope in {*alone, *MODAL, *IN_A_FORM}:
            places = {scope}
        if scope in IN_A_FORM:
            places.add(Scope.FORM)
        if scope is Scope.DIALOG:
            places.add(Scope.BUTTON)
        uses = Counter(key for command in COMMANDS if command.scope in places for key in command.keys)
        clashes += [(scope, key) for key, times in uses.items() if times > 1]
    assert clashes == []


def test_every_scope_and_group_has_a_heading():
    assert set(SCOPE_TITLES) == set(Scope)
    assert set(GROUP_TITLES) == set(Group)


def commanded():
    for module in walk_packages(nettui.tui.__path__, "nettui.tui."):
        for _name, found in inspect.getmembers(import_module(module.name), inspect.isclass):
            if issubclass(found, Commanded) and "SCOPE" in found.__dict__ and found.__module__ == module.name:
                yield found


def test_every_command_has_its_action():
    actions: dict[Scope, set[str]] = {scope: set() for scope in Scope}
    for found in commanded():
        actions[found.SCOPE] |= {name.removeprefix("action_") for name in dir(found) if name.startswith("action_")}
    missing = [command.id for command in COMMANDS if command.action.split("(")[0] not in actions[command.scope]]
    assert missing == []


def test_the_readme_lists_the_keys_of_the_registry():
    text = README.read_text("utf-8")
    assert text == with_table(text), "write it again: python -m nettui.tui.commands.table README.md"


async def test_the_users_own_keys_work_and_are_shown(network):
    app = NettuiApp(Workspace(network), keymap={"app.help": "f5"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "question_mark")
        assert app.screen.is_modal is False
        shown = app.screen.query_one(KeyBar).render_line(0).text
        assert "f5 keys" in shown.lower()
        await pilot.press("f5")
        assert app.screen.is_modal
