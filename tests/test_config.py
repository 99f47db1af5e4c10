"""Settings and places of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from nettui import config, paths
from nettui.errors import InvalidInput, StoreError


def write(folder, text):
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_all_is_default(tmp_path):
    assert config.load(tmp_path / "config.toml") == config.Settings()


def test_all_settings(tmp_path):
    file = write(
        tmp_path,
        'language = "bg"\nfile = "~/n.json"\n[terminal]\ncolor = "never"\nglyphs = "ascii"\nmouse = true\n'
        'kitty_keys = false\n[app]\ntheme = "nettui-light"\n'
        '[keys]\n"capture.open" = ["i", "insert"]\napp.help = "f5"\n',
    )
    assert config.load(file) == config.Settings(
        language="bg",
        file=Path.home() / "n.json",
        terminal=config.Terminal(color="never", glyphs="ascii", mouse=True, kitty_keys=False),
        app=config.App(theme="nettui-light"),
        keys={"capture.open": ("i", "insert"), "app.help": ("f5",)},
    )
    assert config.load(file).path == file


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('langage = "bg"', ["langage", "language"]),
        ('[terminal]\ncolour = "never"', ["terminal.colour", "terminal.color"]),
        ("[terminals]\ncolor = true", ["terminals"]),
        ('language = "de"', ["language", "'de'", "en, bg"]),
        ("language = 3", ["language", "3"]),
        ("[terminal]\ncolor = 1", ["terminal.color", "auto, never"]),
        ("file = 1", ["file", "quotation marks"]),
        ("terminal = 1", ["terminal"]),
        ("language = ", ["TOML", "at"]),
        ("[terminal\nx = 1", ["TOML", "line 1"]),
        ("[terminal]\ncolor = []", ["terminal.color"]),
        ('[terminal]\nmouse = "on"', ["terminal.mouse", "true or false"]),
        ("[terminal]\nkitty_keys = 1", ["terminal.kitty_keys", "true or false"]),
        ("[app]\ntheme = 1", ["app.theme", "quotation marks"]),
        ('[app]\nteme = "x"', ["app.teme", "app.theme"]),
        ("keys = 3", ["keys", "[keys]"]),
        ('[keys]\n"app.help" = 1', ["keys.app.help", "quotation marks"]),
        ('[keys]\n"app.help" = []', ["keys.app.help", "list"]),
        ('[keys]\n"app.help" = ["a", 1]', ["keys.app.help"]),
        ('[keys]\n"app.help" = " "', ["keys.app.help"]),
    ],
)
def test_a_wrong_setting_names_file_key_and_what_is_right(tmp_path, text, parts):
    file = write(tmp_path, text)
    with pytest.raises(InvalidInput) as caught:
        config.load(file)
    told = str(caught.value)
    assert "\n" not in told
    for part in [str(file), *parts]:
        assert part in told


def test_settings_that_cannot_be_read_are_told(tmp_path):
    with pytest.raises(InvalidInput, match="cannot be read"):
        config.load(tmp_path)
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidInput, match="UTF-8"):
        config.load(tmp_path / "config.toml")


@pytest.mark.parametrize(
    ("variable", "function", "below"),
    [
        ("XDG_DATA_HOME", paths.network_file, "network.json"),
        ("XDG_CONFIG_HOME", paths.config_file, "config.toml"),
        ("XDG_STATE_HOME", paths.crash_log, "crash.log"),
    ],
)
def test_places_follow_xdg_and_relative_ones_are_ignored(monkeypatch, tmp_path, variable, function, below):
    monkeypatch.delenv("NETTUI_FILE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(variable, "/somewhere")
    assert function() == Path("/somewhere/nettui") / below
    monkeypatch.setenv(variable, "relative")
    inside = function()
    assert inside.is_relative_to(tmp_path)
    monkeypatch.delenv(variable)
    assert function() == inside


def test_an_unknown_home_is_told(monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError()))
    with pytest.raises(StoreError, match="home folder"):
        paths.config_file()


def test_the_environment_names_the_file(monkeypatch):
    monkeypatch.setenv("NETTUI_FILE", "~/mine.json")
    assert paths.network_file() == Path.home() / "mine.json"
