"""Changing one setting and nothing else in a file that belongs to the user."""

from __future__ import annotations

import stat
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui import config
from nettui.config_writer import save
from nettui.errors import InvalidInput, StoreError

MINE = """\
# my settings
language = "bg"   # not "en"

[terminal]
# over SSH
color = 'never' # really

mouse = true

[keys]
"app.help" = ["f5"]
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


def test_a_value_changes_where_it_stands(file):
    save(file, {"language": "en", "terminal.color": "auto"})
    expected = MINE.replace('language = "bg" ', 'language = "en" ').replace("'never' #", '"auto" #')
    assert file.read_text("utf-8") == expected


def test_a_new_value_goes_to_the_end_of_its_section(file):
    save(file, {"terminal.glyphs": "ascii"})
    assert file.read_text("utf-8") == MINE.replace("mouse = true\n", 'mouse = true\nglyphs = "ascii"\n')


def test_a_new_value_without_a_section_stands_before_the_first_one(file):
    save(file, {"file": "~/n.json"})
    assert file.read_text("utf-8") == MINE.replace('"en"\n', '"en"\nfile = "~/n.json"\n')


def test_a_new_section_is_added_at_the_end(file):
    save(file, {"app.theme": "nettui-light"})
    assert file.read_text("utf-8") == MINE + '\n[app]\ntheme = "nettui-light"\n'


def test_a_missing_file_and_its_folder_are_made_for_their_owner_only(tmp_path):
    path = tmp_path / "new" / "config.toml"
    save(path, {"language": "bg", "app.theme": "nettui-dark"})
    loaded = config.load(path)
    assert (loaded.language, loaded.app.theme) == ("bg", "nettui-dark")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[app]", '[app]\ntheme = "x"\n'),
        ("[app]\r\n", '[app]\r\ntheme = "x"\r\n'),
        ('app.theme = "y"\n', 'app.theme = "x"\n'),
        ('[ app ] # mine\n  theme="y"\n', '[ app ] # mine\n  theme="x"\n'),
        ('[app]\ntheme = "a # b" # c\n', '[app]\ntheme = "x" # c\n'),
        ("[app]\n# nothing yet\n\n[terminal]\n", '[app]\ntheme = "x"\n# nothing yet\n\n[terminal]\n'),
    ],
)
def test_forms_of_toml(tmp_path, before, after):
    file = tmp_path / "config.toml"
    file.write_bytes(before.encode())
    save(file, {"app.theme": "x"})
    assert file.read_bytes().decode() == after


@pytest.mark.parametrize("before", ['app = {theme = "y"}\n', '[app]\ntheme = """\ny"""\n', '[app]\n"theme" = "y"\n'])
def test_a_form_that_is_not_understood_is_told_and_kept(tmp_path, before):
    file = tmp_path / "config.toml"
    file.write_text(before, encoding="utf-8")
    with pytest.raises(InvalidInput, match=r'app\.theme = "x"'):
        save(file, {"app.theme": "x"})
    assert file.read_text("utf-8") == before


def test_a_text_over_lines_that_looks_like_a_setting_is_not_changed(tmp_path):
    file = tmp_path / "config.toml"
    before = 'file = """\n[app]\ntheme = "y"\n"""\n'
    file.write_text(before, encoding="utf-8")
    with pytest.raises(InvalidInput):
        save(file, {"app.theme": "x"})
    assert file.read_text("utf-8") == before


@pytest.mark.parametrize("broken", [b"language = ", b"\xff\xfe", b'langage = "bg"\n'])
def test_a_broken_file_is_told_and_kept(tmp_path, broken):
    file = tmp_path / "config.toml"
    file.write_bytes(broken)
    with pytest.raises(InvalidInput):
        save(file, {"language": "en"})
    assert file.read_bytes() == broken


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path, file):
    file.chmod(0o644)
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    save(link, {"language": "en"})
    assert link.is_symlink()
    assert 'language = "en"' in file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises((StoreError, InvalidInput), match="settings"):
        save(tmp_path / "taken" / "config.toml", {"language": "en"})


@given(
    value=st.text(st.characters(codec="utf-8"), max_size=30),
    before=st.sampled_from(["", MINE, "[app]\n", 'app.theme = "a"\n', '[app]\ntheme = "q" # c\n[keys]\n']),
)
def test_any_text_can_be_saved_and_the_rest_stays(tmp_path_factory, value, before):
    file = tmp_path_factory.mktemp("any") / "config.toml"
    file.write_text(before, encoding="utf-8")
    wanted = tomllib.loads(before)
    wanted.setdefault("app", {})["theme"] = value
    save(file, {"app.theme": value})
    assert tomllib.loads(file.read_text("utf-8")) == wanted
