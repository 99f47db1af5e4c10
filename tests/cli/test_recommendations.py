"""``nettui recommendations``, and the recommendations as Markdown files."""

from __future__ import annotations

import stat

import pytest

from nettui.bootstrap import demo_network
from nettui.cli.letters import save_letter
from nettui.domain.letters import Letter
from nettui.domain.records import Direction
from nettui.errors import InvalidInput, StoreError
from tests.cli.conftest import HOSTILE
from tests.cli.shapes import RECOMMENDATION, check
from tests.services.making import add_exchange, add_person

LETTER = Letter(id="1", direction=Direction.GIVEN, person="Maria", text="She is calm.")


@pytest.fixture
def desk(network):
    maria = add_person(network, "Maria Petrova")
    evil = add_person(network, HOSTILE)
    add_exchange(network, maria, "received", "done", "2021-10-12", text="Calm.", where="LinkedIn", role="Team lead")
    add_exchange(network, maria, "given", "agreed", "2026-11-12", text="Begun.")
    add_exchange(network, evil, "given", "asked", "2026-11-20")
    return network


def test_the_list_says_whose_how_far_and_how_old(run, desk):
    lines = run("recommendations").out.splitlines()
    assert lines[0].split() == ["Way", "With", "Text", "How", "old", "Role", "Where"]
    assert [line.split()[0] for line in lines[1:]] == ["written", "written", "held"]
    assert "draft" in lines[1]
    assert "no text yet" in lines[2]
    assert "5 years ago: ask for a newer one?" in lines[3]
    assert "Team lead" in lines[3]
    assert "\x1b" not in "".join(lines)


def test_as_json(run, desk):
    value = run("recommendations", "--json").json
    check(value, {"written": [RECOMMENDATION], "held": [RECOMMENDATION]})
    (held,) = value["held"]
    assert (held["age_years"], held["newer"], held["state"], held["role"]) == (5, True, "published", "Team lead")
    assert [each["state"] for each in value["written"]] == ["draft", "none"]
    check(
        run("recommendations", "--json", on=demo_network()).json,
        {"written": [RECOMMENDATION], "held": [RECOMMENDATION]},
    )


def test_none_yet(run):
    assert "No recommendations yet." in run("recommendations").out
    assert run("recommendations", "--json").json == {"written": [], "held": []}
    assert run("export", "markdown").out == ""


def test_markdown_goes_to_standard_output_a_file_or_a_folder(run, desk, tmp_path):
    shown = run("export", "markdown").out
    assert shown.count("# Recommendation") == 2
    file = tmp_path / "letters.md"
    assert "2 recommendations" in run("export", "markdown", "-o", str(file)).err
    assert file.read_text("utf-8") == shown
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    folder = tmp_path / "letters"
    folder.mkdir()
    for _again in range(2):
        run("export", "markdown", "-o", str(folder))
        assert sorted(path.name for path in folder.iterdir()) == [
            "2021-10-12-maria-petrova-received.md",
            "maria-petrova-given.md",
        ]
    assert "Calm." in (folder / "2021-10-12-maria-petrova-received.md").read_text("utf-8")


def test_other_formats_want_a_file(run, desk, tmp_path):
    assert "is a folder. Name a file." in run("export", "json", "-o", str(tmp_path), code=2).err
    assert list(tmp_path.glob("*.json")) == []


def test_a_letter_goes_over_another_file_only_when_told(tmp_path):
    file = tmp_path / "maria.md"
    save_letter(LETTER, file)
    assert file.read_text("utf-8") == "# Recommendation for Maria\n\nShe is calm.\n"
    file.write_text("mine", "utf-8")
    with pytest.raises(InvalidInput, match="there already"):
        save_letter(LETTER, file)
    assert file.read_text("utf-8") == "mine"
    save_letter(LETTER, file, overwrite=True)
    assert "calm" in file.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["maria.md"]


@pytest.mark.parametrize("name", ["no/such/folder.md", "a\x00b.md", "x" * 300])
def test_what_cannot_be_written_is_told_in_one_line(tmp_path, name):
    with pytest.raises(StoreError, match="could not be written"):
        save_letter(LETTER, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
