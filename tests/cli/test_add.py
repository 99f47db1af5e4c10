"""The capture line on the command line."""

from __future__ import annotations

import pytest

from nettui.domain.records import Person, Position
from tests.cli.shapes import CHANNEL, DIRECTION, ID, KIND, MOMENT, PARTIAL, STATUS, Maybe, check

WHO = {"id": Maybe(ID), "name": str}
ADD = {
    "saved": bool,
    "entry": {"id": Maybe(ID), "at": MOMENT, "channel": CHANNEL, "text": str, "tags": [str]},
    "people": [{**WHO, "new": bool}],
    "mentions": [{**WHO, "new": bool}],
    "promises": [{"text": str, "whose": {"mine", "theirs"}, "due": Maybe(PARTIAL), "person": Maybe(WHO)}],
    "exchanges": [{"kind": KIND, "direction": DIRECTION, "status": STATUS, "person": WHO, "due": Maybe(PARTIAL)}],
    "ask": [{"text": str, "candidates": [{"id": ID, "name": str}]}],
}
LINE = "yesterday: coffee with Maria about the thesis #phd. promised: send her my CV by friday. asked: recommendation"


def test_a_line_is_saved_and_told(run, filled):
    value = run("add", LINE, "--json").json
    check(value, ADD)
    assert value["saved"] is True
    assert value["entry"]["at"] == "2026-11-22"
    assert value["people"] == [{"id": "101", "name": "Maria Petrova", "new": False}]
    assert value["promises"] == [
        {
            "text": "send her my CV",
            "whose": "mine",
            "due": "2026-11-27",
            "person": {"id": "101", "name": "Maria Petrova"},
        }
    ]
    assert value["exchanges"][0]["kind"] == "recommendation"
    entry = filled.repository.entries[value["entry"]["id"]]
    assert entry.people == ("101",)
    assert len(filled.repository.promises) == 3


def test_words_of_the_shell_make_one_line(run, filled):
    words = run("add", "coffee", "with", "Maria", "--json").json
    assert words["entry"]["text"] == run("add", "coffee with Maria", "--json").json["entry"]["text"]


def test_the_line_may_come_from_standard_input(run, filled):
    value = run("add", "-", "--json", text="вчера: кафе с Мария\n").json
    assert value["saved"] is True
    assert value["entry"]["at"] == "2026-11-22"
    assert value["people"][0]["id"] == "101"


def test_the_text_form_says_what_was_understood(run, filled):
    out = run("add", LINE).out
    for part in (
        "Saved  yesterday · 2026-11-22 · coffee",
        "with        Maria Petrova",
        "I promised  Maria Petrova  send her my CV",
    ):
        assert part in out


def test_dry_run_stores_nothing(run, filled):
    before = dict(filled.repository.entries)
    value = run("add", LINE, "-n", "--json").json
    check(value, ADD)
    assert value["saved"] is False
    assert value["entry"]["id"] is None
    assert value["promises"]
    assert dict(filled.repository.entries) == before
    assert run("add", LINE, "-n").out.startswith("Understood")


def test_a_new_person_gets_an_id(run, filled):
    value = run("add", 'coffee with +"Ana Newton"', "--json").json
    (person,) = value["people"]
    assert person["new"] is True
    assert filled.repository.people[person["id"]].name == "Ana Newton"


@pytest.fixture
def two_marias(filled):
    from nettui.domain.records import Person

    filled.save([Person(id="110", name="Maria Dimitrova")], action="t")
    return filled


def test_an_ambiguous_name_saves_nothing_and_asks_in_one_line(run, two_marias):
    before = len(two_marias.repository.entries)
    ran = run("add", "coffee with Maria", code=2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Maria Petrova, Sirma (101)" in ran.err
    assert "Maria Dimitrova (110)" in ran.err
    assert len(two_marias.repository.entries) == before


def test_an_ambiguous_name_as_json(run, two_marias):
    ran = run("add", "coffee with Maria", "--json", code=2)
    check(ran.json, ADD)
    assert ran.json["saved"] is False
    assert ran.json["people"] == [], "who must be asked is under ask alone"
    assert {c["id"] for c in ran.json["ask"][0]["candidates"]} == {"101", "110"}


def test_an_ambiguous_dry_run_is_no_failure(run, two_marias):
    assert run("add", "coffee with Maria", "-n", "--json").json["ask"]


def test_what_could_not_be_understood_is_told_and_exit_1(run, filled):
    ran = run("add", "lunch with @Nobodyxx", code=1)
    assert ran.out.startswith("Saved")
    assert "Nobodyxx" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("line", ["", "   ", "\n"])
def test_nothing_to_log_is_one_line(run, filled, line):
    ran = run("add", line, code=2)
    assert ran.err.count("\n") == 1
    assert len(filled.repository.entries) == 3


def test_bytes_that_are_no_text_are_refused(run, filled):
    assert "UTF-8" in run("add", "caf\udce9 with Maria", code=2).err


def test_hostile_text_is_kept_and_shown_harmlessly(run, filled):
    text = "note \x1b]0;x\x07 [red]y[/] \u202e"
    ran = run("add", text)
    assert not set("\x1b\x07\u202e") & set(ran.out)
    assert "[red]y[/]" in ran.out
    assert any("\x1b]0;x\x07" in entry.text for entry in filled.repository.entries.values())


def test_undo_and_redo_take_a_line_back_and_make_it_again(run, filled):
    entry = run("add", LINE, "--json").json["entry"]["id"]
    assert run("undo").out.startswith("Undone: ")
    assert entry not in filled.repository.entries
    assert len(filled.repository.promises) == 2
    value = run("redo", "--json").json
    assert value["nature"] == "redo"
    assert value["action"] == "entry.log"
    assert value["records"]["entries"] == 1
    assert entry in filled.repository.entries


def test_nothing_to_undo_is_one_line(run):
    for name in ("undo", "redo"):
        ran = run(name, code=2)
        assert ran.out == ""
        assert ran.err.count("\n") == 1


def test_undo_as_json_and_redo_as_text(run, filled):
    run("add", LINE)
    undone = run("undo", "--json").json
    assert (undone["nature"], undone["action"]) == ("undo", "entry.log")
    assert set(undone) == {"id", "at", "nature", "action", "detail", "records"}
    assert run("redo").out.startswith("Done again: ")


def test_a_name_that_fits_many_people_is_asked_in_one_short_line(run, filled):
    for number in range(30):
        run("add", f'met +"Boris Number{chr(97 + number % 26)}{chr(97 + number // 26)}"')
    ran = run("add", "coffee with Boris", code=2)
    assert ran.err.count("Boris Number") == 5
    assert "…" in ran.err
    assert len(run("add", "coffee with Boris", "--json", code=2).json["ask"][0]["candidates"]) == 30


def test_two_people_of_one_name_are_told_apart_by_the_number_behind_it(run, filled):
    for number, company in (("201", "Tidepool Bank"), ("202", "Marginalia Press")):
        filled.save(
            [
                Person(
                    id=f"19000000000000{number}", name="Rowena Brackwell", positions=(Position(organisation=company),)
                )
            ],
            action="person.add",
        )
    ran = run("add", "coffee with Rowena Brackwell", code=2)
    assert "Rowena Brackwell, Tidepool Bank (19000000000000201)" in ran.err
    assert "Rowena Brackwell @19000000000000201" in ran.err
    value = run("add", "coffee with Rowena Brackwell @19000000000000202 about tea", "--json").json
    assert value["people"] == [{"id": "19000000000000202", "name": "Rowena Brackwell", "new": False}]
    assert value["entry"]["text"] == "coffee with Rowena Brackwell about tea"
