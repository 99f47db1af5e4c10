"""No English reaches a user who reads Bulgarian, and no text of ours bypasses gettext.

Both are shown in the same way: the commands are run on a small network, what belongs to the user or is typed as it is
(names of commands, options, fields, files) is taken out of their output, and what is left must hold no Latin word.
In the pseudo-language each translated text stands in brackets and is taken out too, so only what bypassed gettext is
left; a message without a Bulgarian text would pass there and is found by the Bulgarian run.
"""

from __future__ import annotations

import gettext as py_gettext
import io
import os
import re
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from nettui import i18n
from nettui.cli import main
from nettui.cli.command import speak
from nettui.cli.commands import ledger
from nettui.cli.main import COMMANDS, cli
from nettui.cli.session import Session
from nettui.domain.query import FIELDS
from nettui.domain.records import Level, Status
from nettui.i18n import ngettext
from nettui.services.views.words import since, until
from nettui.text import one_line

CAPTURED = (
    "вчера: кафе с Maria за дипломната #фд. обещах: да пратя слайдове до петък. помолих: препоръка до 1 декември. "
    "дадох: съвет"
)
LISTS = [
    ("today",),
    ("today", "--all"),
    ("people",),
    ("people", "company:Nowhere"),
    ("person", "Maria"),
    ("person", "Георги"),
    ("person", "Hélène"),
    ("journal",),
    ("journal", "company:Nowhere"),
    ("ledger",),
    ("ledger", "--balance"),
    *(("ledger", "--balance", "--by", side) for side in ledger.SIDES),
    *(("ledger", "--list", name) for name in ledger.LISTS),
    ("ledger", "--period", "2026"),
    ("recommendations",),
    ("ledger", "company:Nowhere"),
    ("breadth",),
    ("breadth", "--why"),
    ("breadth", "--roads", "Sirma"),
    ("breadth", "--roads", "industry:Software"),
    ("review",),
]
CHANGES = [
    ("add", "-n", CAPTURED),
    ("add", "-n", 'среща с +"Нов Човек" и Непознат'),
    ("add", CAPTURED),
    ("undo",),
    ("redo",),
    ("step", "Георги", "thanked", "--note", "x"),
    ("step", "Георги", "--back"),
    ("step", "Maria"),
    ("undo",),
    ("export", "hledger", "-o", "zz.journal"),
    ("export", "markdown", "-o", "zz.md"),
    ("check",),
    ("where",),
    ("backup",),
    ("backup", "--list"),
    (),
]
MISTAKES = [
    ("bogus",),
    ("peple",),
    ("people", "--bogus"),
    ("people", "--tagg", "x"),
    ("people", "-n", "zz"),
    ("people", "-n", "-3"),
    ("people", "--sort", "zz"),
    ("people", "--with"),
    ("people", "zz:1"),
    ("people", "compny:1"),
    ("people", "last:"),
    ("people", "last:zz"),
    ("people", "level:zz"),
    ("people", "group:zz"),
    ("people", "--from", "zz"),
    ("people", "--from", "2027", "--to", "2026"),
    ("person",),
    ("person", "Zz"),
    ("person", "e"),
    ("add",),
    ("add", ""),
    ("add", "утре: кафе с Maria"),
    ("today", "zz"),
    ("step",),
    ("step", "Zz"),
    ("step", "e"),
    ("step", "Hélène"),
    ("step", "Maria", "zz"),
    ("step", "Maria", "--back", "done"),
    ("step", "Maria", "done", "--on", "zz"),
    ("step", "Maria", "done", "--on", "2099"),
    ("step", "Maria", "done", "--on", "1990"),
    ("ledger", "--list", "zz"),
    ("ledger", "--list", "open", "--balance"),
    ("ledger", "--by", "zz"),
    ("ledger", "--period", "zz"),
    ("breadth", "--roads", "zz"),
    ("breadth", "--roads", ""),
    ("review", "zz"),
    ("recommendations", "zz"),
    ("restore", "zz"),
    ("restore", "/"),
    ("import", "zz"),
    ("import", "--as", "zz", "/"),
    ("import", "--as", "vcard", "/"),
    ("export", "zz"),
    ("export", "csv"),
    ("export", "json", "-o", "/zz/zz"),
    ("export", "json", "--from", "2026"),
    ("export", "markdown", "-o", "/zz/zz"),
    ("completion",),
    ("completion", "zz"),
    ("merge", "a", "b", "c"),
    ("--lang", "zz", "today"),
]
EMPTY = [
    ("today",),
    ("people",),
    ("journal",),
    ("ledger",),
    ("ledger", "--list", "to-thank"),
    ("ledger", "--balance", "--by", "person"),
    ("recommendations",),
    ("breadth",),
    ("breadth", "--why"),
    ("breadth", "--roads", "zz"),
    ("review",),
    ("step", "zz"),
    ("undo",),
    ("redo",),
    ("check",),
]
HELP = [("-h",), *((name, "-h") for name in COMMANDS)]

# What is typed as it is, in any language.
_OTHERS = """
nettui hledger markdown json csv vcard linkedin bash zsh fish Tab bal assets git
name last due company newest oldest kind person group en bg
written held
Hill Jost Lin Dumin Uzzi Dunlap Kumar Epley Krackhardt Stern
LinkedIn JSON CSV UTF TinyDB TOML SVG zip LinkedInDataExport LC_ALL LANG HOME
"""
"""Programs and formats, the choices of --sort, --by and --lang, the parts of JSON, proper names."""

TYPED = {
    *COMMANDS,
    *(field for names in FIELDS.values() for field in names),
    *(level.value for level in Level),
    *(status.value for status in Status),
    *(part for name in ledger.LISTS for part in name.split("-")),
    "unknown",
    *_OTHERS.split(),
}
WORD = re.compile(r"(?<![\w/.~$-])[A-Za-z]{2,}(?![\w/])")
"""A Latin word that is no part of a path, an option, a variable or a file name."""


@pytest.fixture
def own_text(filled):
    """All texts of the user in the network; codes such as ``coffee`` are none."""
    kept = filled.repository
    tables = (kept.people, kept.groups, kept.entries, kept.promises, kept.exchanges)
    found = {text for table in tables for record in table.values() for text in texts_of(record)}
    return {one_line(text) for text in found if len(text.strip()) > 1}


@pytest.fixture
def file(run, filled, tmp_path, monkeypatch):
    """The small network in a file, in the folder in which the commands are run."""
    monkeypatch.chdir(tmp_path)
    export, network = tmp_path / "export.json", tmp_path / "network.json"
    run("export", "json", "-o", str(export), on=filled)
    CliRunner().invoke(cli, ["-f", str(network), "import", str(export)])
    return network


@pytest.fixture
def say(clock):
    """Run the command line in this process, on real files; return what it printed on both streams."""

    def run(*args):
        result = CliRunner().invoke(cli, list(args), obj=Session(clock=clock), terminal_width=200)
        assert result.exit_code in {0, 1, 2}
        return result.output

    return run


@pytest.fixture
def bulgarian(monkeypatch):
    """The user's environment asks for Bulgarian."""
    monkeypatch.setenv("LC_ALL", "bg_BG.UTF-8")
    yield
    speak("en")


class Pseudo(py_gettext.NullTranslations):
    """Each literal part of a message in brackets, its placeholders outside of them."""

    def gettext(self, message):
        return "".join(
            part if part.startswith("{") or not WORD.search(part) else f"⟦{part}⟧"
            for part in re.split(r"(\{[^{}]*\})", message)
        )

    def ngettext(self, singular, plural, n):
        return self.gettext(singular if n == 1 else plural)

    def pgettext(self, context, message):
        return self.gettext(message)


@pytest.fixture
def pseudo(monkeypatch):
    """nettui and click speak the pseudo-language."""
    monkeypatch.setattr(i18n, "_translations", Pseudo())
    monkeypatch.setattr(main, "speak", lambda _code: None)
    # click has bound gettext.gettext by name, which looks these up when called
    monkeypatch.setattr(py_gettext, "dgettext", lambda _domain, message: Pseudo().gettext(message))
    monkeypatch.setattr(py_gettext, "dngettext", lambda _domain, *counted: Pseudo().ngettext(*counted))


def texts_of(record):
    """Yield every text inside ``record`` that is no code."""
    if isinstance(record, StrEnum):
        return
    if isinstance(record, str):
        yield record
    elif is_dataclass(record):
        for field in fields(record):
            yield from texts_of(getattr(record, field.name))
    elif isinstance(record, tuple):
        for inner in record:
            yield from texts_of(inner)


def latin(output, own):
    """Return the Latin words that are left of ``output`` without the user's own texts and what is typed as it is."""
    while output != (output := re.sub(r"⟦[^⟦⟧]*(⟧|…$)", " ", output, flags=re.MULTILINE)):
        pass
    for text in sorted(own, key=len, reverse=True):
        output = output.replace(text, " ")
    output = re.sub(r"^  (nettui|echo) .*$|\bnettui add .*$", "", output, flags=re.MULTILINE)  # command lines to copy
    return sorted(set(WORD.findall(output)) - TYPED)


def told(say, file, own, runs):
    """Run each of ``runs`` on ``file`` and return those that left Latin words."""
    left = {}
    for args in runs:
        output = say("-f", str(file), *args)
        assert output.strip(), args
        typed = {str(file), str(file.parent), *re.findall(r"\w{2,}", " ".join(args)), "Maria"}
        words = latin(output, typed | own)
        if words:
            left[" ".join(args)] = words
    return left


@pytest.mark.usefixtures("bulgarian")
@pytest.mark.parametrize("runs", [HELP, LISTS, CHANGES, MISTAKES], ids=["help", "lists", "changes", "mistakes"])
def test_no_english_is_left_in_bulgarian(say, file, own_text, runs):
    assert told(say, file, own_text, runs) == {}


@pytest.mark.usefixtures("bulgarian")
def test_no_english_is_left_in_bulgarian_without_a_network(say, tmp_path):
    assert told(say, tmp_path / "none.json", set(), EMPTY) == {}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("runs", [HELP, LISTS, CHANGES, MISTAKES], ids=["help", "lists", "changes", "mistakes"])
def test_nothing_bypasses_gettext(say, file, own_text, runs):
    assert told(say, file, own_text, runs) == {}


@pytest.mark.usefixtures("pseudo")
def test_nothing_bypasses_gettext_without_a_network(say, tmp_path):
    assert told(say, tmp_path / "none.json", set(), EMPTY) == {}


BROKEN_FILES = [b"", b"{", b"[1]", b'{"people": 1}', b'{"people": {"zz": {}}}', b'{"_nettui": {"1": {"format": 99}}}']
BROKEN_SETTINGS = ["=", "zz = 1", "language = 1", 'language = "zz"', "\xff"]


@pytest.mark.parametrize("language", ["bulgarian", "pseudo"])
def test_a_broken_file_and_broken_settings_are_told_in_the_users_language(request, say, tmp_path, language):
    request.getfixturevalue(language)
    left = []
    for number, content in enumerate(BROKEN_FILES):
        broken = tmp_path / f"{number}.json"
        broken.write_bytes(content)
        for args in (("people",), ("add", "кафе"), ("check",), ("import", str(broken))):
            output = say("-f", str(broken), *args)
            left += latin(output, {str(broken), str(tmp_path), broken.name, "zz", "people", "_nettui"})
    settings = Path(os.environ["HOME"]) / ".config" / "nettui" / "config.toml"
    settings.parent.mkdir(parents=True)
    for text in BROKEN_SETTINGS:
        settings.write_bytes(text.encode("latin-1"))
        left += latin(say("people"), {str(settings), "language", "terminal.color", "terminal.mouse", "zz"})
    assert left == []


@pytest.mark.parametrize("language", ["bulgarian", "pseudo"])
def test_the_plan_of_an_import_is_told_in_the_users_language(request, say, tmp_path, language):
    request.getfixturevalue(language)
    export = tmp_path / "Connections.csv"
    export.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ani,Zz,https://www.linkedin.com/in/ani-zz,,Acme,Boss,03 Nov 2026\n"
        "Ani,Zz,https://www.linkedin.com/in/ani-zz,,Acme,Boss,03 Nov 2026\n"
        "Bo,Yy,https://www.linkedin.com/in/bo-yy,,Acme,Boss,yesterday\n"
        "Cy,Xx,https://www.linkedin.com/in/cy-xx\n"
        ",,,,,,03 Nov 2026\n",
        "utf-8",
    )
    output = say("-f", str(tmp_path / "none.json"), "import", str(export), "-n")
    typed = {"Connections.csv", "yesterday", "connected on", "Connected On", "URL", "Cy", "Xx"}
    assert latin(output, typed) == []


@pytest.mark.usefixtures("pseudo")
def test_the_pseudo_language_finds_what_is_not_translated(say, file, monkeypatch):
    assert "⟦Name⟧" in say("-f", str(file), "people")
    monkeypatch.setattr("nettui.cli.commands.people._", lambda text: text)
    assert "Name" in latin(say("-f", str(file), "people"), set())


@pytest.mark.parametrize("command", sorted({"add", "people", "import"}))
def test_the_language_can_be_asked_for(say, command):
    assert say("--lang", "bg", command, "-h").startswith(f"Употреба: nettui {command} [ОПЦИИ]")
    assert say("--lang", "en", command, "-h").startswith(f"Usage: nettui {command} [OPTIONS]")


@pytest.mark.parametrize(
    ("days", "past", "ahead"),
    [
        (0, "днес", "днес"),
        (1, "вчера", "утре"),
        (2, "преди 2 дни", "след 2 дни"),
        (13, "преди 13 дни", "след 13 дни"),
        (14, "преди 2 седмици", "след 2 седмици"),
        (70, "преди 2 месеца", "след 2 месеца"),
        (640, "преди 21 месеца", "след 21 месеца"),
        (731, "преди 2 години", "след 2 години"),
        (8000, "преди 21 години", "след 21 години"),
    ],
)
def test_dates_seen_from_today(days, past, ahead):
    i18n.set_language("bg")
    today = date(2026, 11, 23)
    assert since(today - timedelta(days=days), today) == past
    assert until(today + timedelta(days=days), today) == ahead


@pytest.mark.parametrize(
    ("singular", "plural", "forms"),
    [
        ("{n} day ago", "{n} days ago", ["преди 1 ден", "преди 2 дни", "преди 5 дни", "преди 21 дни"]),
        ("in {n} month", "in {n} months", ["след 1 месец", "след 2 месеца", "след 5 месеца", "след 21 месеца"]),
        ("{n} row", "{n} rows", ["1 ред", "2 реда", "5 реда", "21 реда"]),
        ("{count} person", "{count} people", ["1 човек", "2 души", "5 души", "21 души"]),
        ("{n} backup", "{n} backups", ["1 резервно копие", *(f"{n} резервни копия" for n in (2, 5, 21))]),
    ],
)
def test_counted_nouns(singular, plural, forms):
    i18n.set_language("bg")
    assert [ngettext(singular, plural, n).format(n=n, count=n) for n in (1, 2, 5, 21)] == forms


def test_quotation_marks_are_bulgarian():
    source = i18n.LOCALE_DIR / "bg" / "LC_MESSAGES" / "nettui.po"
    catalogue = read_po(io.BytesIO(source.read_bytes()), locale="bg")
    strings = [s for m in catalogue if m.id for s in ([m.string] if isinstance(m.string, str) else m.string or ())]
    assert [s for s in strings if "”" in s or s.count("„") != s.count("“")] == []
    assert [s for s in strings if re.search(r"контакт|лийд|дължи", s, re.IGNORECASE)] == []


def test_a_change_of_the_owner_is_told_in_bulgarian(run, filled, tmp_path):
    """As when a file that somebody has begun by hand meets the first archive."""
    archive = Path(__file__).parent.parent / "data/linkedin/Basic_LinkedInDataExport_11-03-2026.zip"
    out = run("--lang", "bg", "import", str(archive), "-n", on=filled, code=None).out
    told = [line.split("  ")[1:3] for line in out.splitlines() if line.startswith("  вие  ")]
    assert {what.partition(":")[0] for _you, what in told} >= {"име", "имейли", "връзки", "длъжности"}
    assert not re.search(r"^  me\b|emails:|links:", out, re.MULTILINE)


def test_people_of_a_changed_entry_are_told_by_name(filled):
    from nettui.services.importing.merge import FieldChange
    from nettui.services.importing.words import field_values

    people = dict(filled.repository.people)
    _old, new = field_values(FieldChange("people", "", "101 102 999"), people)
    assert new == f"{people['101'].name}, {people['102'].name}, 999"
