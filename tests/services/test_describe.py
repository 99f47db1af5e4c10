from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import nettui.services
from nettui import i18n
from nettui.domain.change import Change, Edit, Nature, Table
from nettui.domain.records import Person
from nettui.services.describe import describe


def change(action, detail="", nature=Nature.DO, edits=1):
    person = Person(id="101", name="A")
    return Change(
        id="1",
        at=datetime(2026, 11, 23, tzinfo=UTC),
        action=action,
        detail=detail,
        nature=nature,
        edits=(Edit(Table.PEOPLE, "101", None, person),) * edits,
    )


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (change("entry.log", "coffee with Maria"), "Logged: coffee with Maria"),
        (change("import.linkedin", "Basic.zip", edits=200), "Imported from LinkedIn: Basic.zip (200 people)"),
        (change("import.vcard", "a.vcf"), "Imported from vcard: a.vcf"),
        (change("person.add", "Maria", Nature.UNDO), "Undone: Added Maria"),
        (change("person.add", "Maria", Nature.REDO), "Done again: Added Maria"),
        (change("entry.log"), "Logged"),
        (change("something.else", "x"), "something.else: x"),
        (change("person.add", "a\x1b[31mb\u202e"), "Added a␛[31mb<U+202E>"),
        (change("person.add", "{0} {detail} %s"), "Added {0} {detail} %s"),
    ],
)
def test_sentences(made, sentence):
    assert describe(made) == sentence


def test_every_action_of_the_services_has_a_sentence():
    sources = Path(nettui.services.__file__).parent.rglob("*.py")
    actions = {a for path in sources for a in re.findall(r'"((?:[a-z]+)\.(?:[a-z]+))"', path.read_text("utf-8"))}
    used = {a for a in actions if a.split(".")[0] in {"entry", "exchange", "group", "me", "person", "promise"}}
    assert len(used) > 20
    for action in used:
        assert not describe(change(action, "x")).startswith(f"{action}:"), action


def test_sentences_follow_the_language(monkeypatch):
    monkeypatch.setattr(
        i18n._translations, "gettext", lambda text: {"Added {detail}": "Добавено: {detail}"}.get(text, text)
    )
    assert describe(change("person.add", "Мария")) == "Добавено: Мария"


def test_every_action_of_the_program_has_its_sentence():
    """What a use-case calls its change is told to the user in words, never as the name itself."""
    import re
    from pathlib import Path

    import nettui
    from nettui.services.describe import _SENTENCES

    package = Path(nettui.__file__).parent
    used = set()
    for path in package.rglob("*.py"):
        used |= set(re.findall(r'"?action"?(?:=|: )"([a-z]+\.[a-z]+)"', path.read_text("utf-8")))
    assert len(used) > 20
    assert used <= set(_SENTENCES)
