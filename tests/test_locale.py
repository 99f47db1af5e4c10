"""Every string a user sees is translated, and none bypasses gettext."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from nettui import i18n
from nettui.locale.build_hook import compile_catalogues

PACKAGE = Path(i18n.__file__).parent
CATALOGUES = sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/nettui.po"))
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


def messages():
    found = {}
    for name, line, message, _comments, context in extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS):
        found[message if isinstance(message, str) else message[0], context] = (f"{name}:{line}", message)
    return found


def read(path):
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def test_there_is_a_catalogue_for_each_language():
    assert {path.parent.parent.name for path in CATALOGUES} == set(i18n.LANGUAGES) - {"en"}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.parent.parent.name)
def test_every_message_is_translated(path):
    catalogue = read(path)
    missing = []
    for (text, context), (place, _message) in messages().items():
        entry = catalogue.get(text, context)
        strings = [] if entry is None else [entry.string] if isinstance(entry.string, str) else list(entry.string)
        if entry is None or entry.fuzzy or not strings or not all(strings):
            missing.append(f"{place}: {text!r}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.parent.parent.name)
def test_no_message_is_obsolete(path):
    used = set(messages())
    assert [
        m.id for m in read(path) if m.id and ((m.id if isinstance(m.id, str) else m.id[0]), m.context) not in used
    ] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.parent.parent.name)
def test_translations_keep_the_placeholders(path):
    wrong = []
    for message in read(path):
        if not message.id:
            continue
        sources = [message.id] if isinstance(message.id, str) else list(message.id)
        wanted = {name for source in sources for name in PLACEHOLDER.findall(source)}
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        wrong += [s for s in strings if not set(PLACEHOLDER.findall(s)) <= wanted]
        if isinstance(message.id, str):
            wrong += [s for s in strings if set(PLACEHOLDER.findall(s)) != wanted]
    assert wrong == []


def test_catalogues_compile_and_speak(tmp_path):
    for source in CATALOGUES:
        target = tmp_path / source.relative_to(PACKAGE / "locale")
        target.parent.mkdir(parents=True)
        target.write_bytes(source.read_bytes())
    written = compile_catalogues(tmp_path)
    assert len(written) == len(CATALOGUES)
    assert all(path.stat().st_size > 1000 for path in written)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "bg_BG.UTF-8"}, "bg"),
        ({"LANG": "bg_BG.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "bg", "LANG": "en_GB.UTF-8"}, "bg"),
    ],
)
def test_the_language_of_the_environment(environment, language):
    assert i18n.language_from_environment(environment) == language


def _raised_without_gettext(tree):
    """Errors of ours whose message is a bare literal or an f-string."""
    ours = {"InvalidInput", "NettuiError", "NotFound", "StoreError"}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in {"_", "N_", "ngettext"} and any(isinstance(a, ast.JoinedStr) for a in node.args):
            yield node.lineno
        if node.func.id in ours:
            for argument in [*node.args, *(k.value for k in node.keywords)]:
                literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value
                if literal or isinstance(argument, ast.JoinedStr):
                    yield node.lineno


def test_no_error_bypasses_gettext():
    bare = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        bare += [f"{path.relative_to(PACKAGE)}:{line}" for line in _raised_without_gettext(tree)]
    assert bare == []


def test_no_message_stands_inside_an_f_string():
    """Before Python 3.12 the extraction sees no call inside of an f-string: such a message has no translation."""
    inside = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert inside == []
