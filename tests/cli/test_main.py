"""The root: help, errors in one line, languages, where, completion."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from nettui import __version__
from nettui.cli.main import COMMANDS, cli
from nettui.cli.session import Session

ALL = sorted(COMMANDS)


def test_alone_without_a_screen_it_says_in_one_line_what_works(run):
    ran = run(code=2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "nettui add" in ran.err


def test_version(run):
    assert run("--version").out == f"nettui {__version__}\n"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_of_every_command_has_an_example(run, name, flag):
    out = run(name, flag).out
    head, _colon, examples = out.partition("Examples:")
    assert head.startswith(f"Usage: nettui {name}")
    assert f"nettui {name}" in examples


def test_the_help_page_lists_every_command(run):
    out = run("-h").out
    for name in ALL:
        assert f"\n  {name} " in out
    assert "Examples:" in out


def test_log_is_add(run):
    assert run("log", "-h").out.startswith("Usage: nettui add") or "nettui add" in run("log", "-h").out


@pytest.mark.parametrize(
    "arguments",
    [
        ["peple"],
        ["--nosuch"],
        ["people", "--nosuch"],
        ["add"],
        ["person"],
        ["restore"],
        ["completion", "tcsh"],
        ["--lang", "xx", "today"],
        ["merge", "a", "b", "c"],
    ],
)
def test_misuse_is_one_line_on_stderr_and_exit_2(run, arguments):
    ran = run(*arguments, code=2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("nettui: ")


def test_a_misspelt_command_names_the_nearest(run):
    assert "people" in run("peple", code=2).err


@pytest.mark.parametrize("name", ["csv", "vcard", "vdir", "ics", "obsidian", "jrnl"])
def test_formats_of_later_versions_say_so(run, filled, name):
    ran = run("export", name, code=2)
    assert ran.err.count("\n") == 1
    assert "later" in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_is_for_nettui(run, shell):
    out = run("completion", shell).out
    assert "_NETTUI_COMPLETE" in out
    assert "nettui" in out


def test_completion_finds_commands_and_names(run, filled, network, clock):
    from contextlib import contextmanager

    @contextmanager
    def opener(path, *, clock, read_only=False):
        yield network

    def complete(words: str) -> list[str]:
        result = CliRunner().invoke(
            cli,
            [],
            env={"_NETTUI_COMPLETE": "fish_complete", "COMP_WORDS": words, "COMP_CWORD": words.rsplit(maxsplit=1)[-1]},
            obj=Session(clock=clock, opener=opener),
            complete_var="_NETTUI_COMPLETE",
        )
        return [line.split("\t")[0].removeprefix("plain,") for line in result.stdout.splitlines()]

    assert "people" in complete("nettui peo")
    assert "Maria Petrova" in complete("nettui person mar")
    assert "Георги Иванов" in complete("nettui journal --with георги")
    assert "--balance" in complete("nettui ledger --b")


def test_where_names_the_places(run, tmp_path):
    places = json.loads(run("where", "--json").out)
    assert places["network"] == str(tmp_path / "home/.local/share/nettui/network.json")
    assert list(places) == ["network", "settings", "crash_log"]
    assert "not there yet" in run("where").out


def test_file_option_and_environment_name_the_network(run, tmp_path, monkeypatch):
    monkeypatch.setenv("NETTUI_FILE", str(tmp_path / "env.json"))
    assert run("where", "--json").json["network"] == str(tmp_path / "env.json")
    assert run("-f", str(tmp_path / "opt.json"), "where", "--json").json["network"] == str(tmp_path / "opt.json")


def test_settings_name_the_network_unless_the_environment_does(run, tmp_path, monkeypatch):
    settings = tmp_path / "home/.config/nettui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('file = "~/mine.json"\n')
    assert run("where", "--json").json["network"] == str(tmp_path / "home/mine.json")
    monkeypatch.setenv("NETTUI_FILE", "/env.json")
    assert run("where", "--json").json["network"] == "/env.json"


def test_a_wrong_setting_stops_a_command_and_help_still_works(run, tmp_path):
    settings = tmp_path / "home/.config/nettui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('langage = "bg"\n')
    ran = run("people", code=2)
    assert "language" in ran.err
    assert ran.err.count("\n") == 1
    assert "Usage:" in run("-h").out


def test_an_unforeseen_error_is_one_line_and_its_log_holds_no_personal_data(clock, tmp_path):
    def opener(path, *, clock, read_only=False):
        secret_local = "Maria Petrova"
        raise ZeroDivisionError(secret_local)

    result = CliRunner().invoke(cli, ["person", "Maria Petrova"], obj=Session(clock=clock, opener=opener))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    log = tmp_path / "home/.local/state/nettui/crash.log"
    assert str(log) in result.stderr
    text = log.read_text()
    assert "ZeroDivisionError" in text
    assert "person.py" in text
    assert "Maria Petrova" not in text.replace('secret_local = "Maria Petrova"', "")
    assert log.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 0)])
def test_interruptions_are_quiet(clock, error, code):
    def opener(path, *, clock, read_only=False):
        raise error

    result = CliRunner().invoke(cli, ["people"], obj=Session(clock=clock, opener=opener))
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (code, "", "")


def test_what_happened_to_the_file_is_told_on_stderr(network, clock):
    from contextlib import contextmanager

    @contextmanager
    def opener(path, *, clock, read_only=False):
        network.repository.notices = ["Recovered \x1b[31m one."]
        yield network
        network.repository.notices.append("Not written yet.")

    result = CliRunner().invoke(cli, ["people", "--json"], obj=Session(clock=clock, opener=opener))
    assert result.exit_code == 0
    assert result.stderr == "nettui: Recovered ␛[31m one.\nnettui: Not written yet.\n"


def test_help_and_errors_are_translated_when_shown(run, monkeypatch):
    from nettui import i18n

    class Shouting:
        def gettext(self, message: str) -> str:
            return message.upper() if "{" not in message else message

        def ngettext(self, one: str, many: str, n: int) -> str:
            return one if n == 1 else many

    monkeypatch.setattr("nettui.i18n.set_language", lambda code: None)
    monkeypatch.setattr("nettui.cli.command.set_language", lambda code: None)
    monkeypatch.setattr(i18n, "_translations", Shouting())
    out = run("add", "-h").out
    for part in ("WRITE DOWN WHAT HAPPENED", "SHOW WHAT IS UNDERSTOOD", "EXAMPLES:", "AN ENTRY AND A PROMISE."):
        assert part in out
    assert "WRITE DOWN WHAT HAPPENED" in run("-h").out


def test_the_language_is_known_before_click_parses(run):
    from nettui import i18n

    run("--lang=bg", "where")
    assert i18n.language() == "bg"
    run("where", "--lang", "de", code=2)
    run("--lang", "en", "where")
    assert i18n.language() == "en"


def test_demo_speaks_the_language_it_is_asked_for(run):
    from nettui import i18n

    out = run("demo", "--lang", "bg").out
    assert i18n.language() == "bg"
    assert "2026-11-23" in out
    assert len(out.splitlines()) > 30


def test_of_many_notices_the_first_are_told_and_the_rest_counted(run, network):
    network.repository.notices = [f"Record {number} is left out." for number in range(100)]
    lines = run("people").err.splitlines()
    assert lines[0] == "nettui: Record 0 is left out."
    assert len(lines) == 6
    assert "95 more notices" in lines[-1]
