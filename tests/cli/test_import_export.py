"""Import and export."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.shapes import ID, Maybe, check

COUNTS = {"people": int, "entries": int, "exchanges": int}
IMPORT = {
    "source": str,
    "files": [{"name": str, "rows": int}],
    "new": COUNTS,
    "changed": COUNTS,
    "same": COUNTS,
    "missing": int,
    "ask": [{"name": str, "candidates": [{"id": ID, "name": str}], "evidence": str}],
    "left_out": [{"reason": str, "count": int}],
    "problems": [{"file": str, "row": int, "column": Maybe(str), "value": Maybe(str), "problem": str}],
    "applied": bool,
}
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def archive(tmp_path):
    def write(*rows: str) -> str:
        file = tmp_path / "Connections.csv"
        file.write_text('Notes:\n"Some addresses are missing."\n\n' + HEAD + "\n".join(rows), encoding="utf-8")
        return str(file)

    return write


ANA = "Ana,Zzova,https://www.linkedin.com/in/zz-ana,,Acme,Engineer,12 Mar 2021"
BOB = "Bob,Zzov,https://www.linkedin.com/in/zz-bob,,Acme,Baker,13 Mar 2021"


def test_a_plan_stores_nothing(run, network, archive):
    value = run("import", archive(ANA, BOB), "-n", "--json").json
    check(value, IMPORT)
    assert value["new"] == {"people": 2, "entries": 0, "exchanges": 0}
    assert value["applied"] is False
    assert not network.repository.people
    assert "nothing was stored" in run("import", archive(ANA), "-n").out


def test_an_import_is_applied_once_and_undone_at_once(run, network, archive):
    path = archive(ANA, BOB)
    assert run("import", path, "--json").json["applied"] is True
    assert len(network.repository.people) == 2
    again = run("import", path, "--json").json
    assert again["applied"] is False
    assert again["same"]["people"] == 2
    run("undo")
    assert not network.repository.people


def test_a_changed_field_is_printed_as_before_and_after(run, network, archive):
    run("import", archive(ANA))
    out = run("import", archive(ANA.replace("Acme", "Borealis"))).out
    assert "Acme → Borealis" in out


def test_a_bad_row_is_a_problem_with_its_place_and_exit_1(run, network, archive):
    path = archive(ANA, BOB.replace("13 Mar 2021", "soon"))
    value = run("import", path, "--json", code=1).json
    check(value, IMPORT)
    (problem,) = value["problems"]
    assert problem["file"] == "Connections.csv"
    assert problem["row"] == 6
    assert problem["value"] == "soon"
    out = run("import", path, code=1).out
    assert "row 6" in out
    assert "soon" in out


def test_hostile_names_are_imported_as_they_are_and_print_harmlessly(run, network, archive):
    name = "[bold red]x \x1b[31m"
    run("import", archive(ANA.replace("Ana", name)))
    assert any("[bold red]x" in person.name for person in network.repository.people.values())
    assert "\x1b" not in run("people").out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["import", "nosuch.zip"], "nosuch.zip"),
        (["import", "{text}"], "LinkedIn"),
        (["import", "--as", "vcard", "{text}"], "later"),
        (["import", "--as", "nosuch", "{text}"], "nosuch"),
        (["import", "--as", "json", "{text}"], "text.csv"),
        (["export", "nosuch"], "nosuch"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_exit_2(run, network, tmp_path, arguments, word):
    text = tmp_path / "text.csv"
    text.write_text("a,b\n1,2\n")
    ran = run(*(argument.format(text=text) for argument in arguments), code=2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert word in ran.err


def test_json_export_reads_back_as_the_same_network(run, filled, tmp_path, clock):
    from nettui.services.network import Network
    from nettui.store.memory import MemoryRepository

    target = tmp_path / "all.json"
    run("export", "json", "-o", str(target))
    assert target.stat().st_mode & 0o777 == 0o600
    assert json.loads(target.read_text())["format"] == "nettui"
    other = Network(MemoryRepository(clock, ()), clock)
    assert run("import", str(target), "--json", on=other).json["applied"] is True
    for table in ("people", "entries", "promises", "exchanges"):
        assert dict(getattr(other.repository, table)) == dict(getattr(filled.repository, table))


def test_an_absent_value_is_no_word_of_python(run, filled, tmp_path):
    run("export", "json", "-o", str(tmp_path / "old.json"))
    text = (tmp_path / "old.json").read_text("utf-8")
    changed = json.loads(text)
    (group,) = (each for each in changed["groups"] if each["id"] == "50")
    group |= {"changed": "2027-01-01T00:00:00+00:00", "cadence_days": 77}
    (tmp_path / "new.json").write_text(json.dumps(changed), "utf-8")
    out = run("import", str(tmp_path / "new.json"), "-n").out
    assert "– → 77" in out
    assert "None" not in out


def test_json_export_to_standard_output(run, filled):
    assert run("export", "json").json["people"]


def test_hledger_export_counts_what_the_balance_counts(run, filled):
    out = run("export", "hledger").out
    balances = run("ledger", "--json").json["balances"]
    assert out.count("assets:people:Maria Petrova") >= sum(b["given"] + b["received"] for b in balances)
    assert "Георги" not in out  # a friend: no account is kept


def test_the_network_itself_is_no_target(run, filled, tmp_path):
    path = tmp_path / "n.json"
    ran = run("-f", str(path), "export", "json", "-o", str(path), code=2)
    assert ran.err.count("\n") == 1
    assert not path.exists()


def test_a_target_that_cannot_be_written_is_told(run, filled, tmp_path):
    ran = run("export", "json", "-o", str(tmp_path / "no" / "where.json"), code=2)
    assert "could not be written" in ran.err


def plan_of(**parts):
    from datetime import date

    from nettui.domain.incoming import Incoming
    from nettui.services.importing.plan import Plan

    incoming = Incoming(source="linkedin", name="a.zip", sha256="0")
    return Plan(incoming=incoming, source="linkedin", name="a.zip", sha256="0", on=date(2026, 11, 3), **parts)


def printed(plan, people, capsys, **how):
    from nettui.cli.commands.import_ import lines
    from nettui.cli.output import print_lines

    print_lines(lines(plan, people, **how))
    return capsys.readouterr().out


def test_an_open_question_is_printed_with_candidates_and_evidence(filled, capsys):
    from nettui.cli.commands.import_ import as_json
    from nettui.services.importing.match import Ask

    people = filled.repository.people
    ask = Ask(key="k", name="Maria P.", detail="", candidates=("101", "999"), evidence="same family name")
    plan = plan_of(asks=[ask])
    out = printed(plan, people, capsys, applied=True, dry_run=False)
    assert "Maria P.  same family name  Maria Petrova (101), 999" in out
    assert "1 person waits for your decision" in out
    value: Any = as_json(plan, people, applied=True)
    check(value, IMPORT)
    assert value["ask"][0]["candidates"] == [{"id": "101", "name": "Maria Petrova"}, {"id": "999", "name": ""}]


def test_the_plan_prints_what_is_older_missing_joined_and_left_out(filled, capsys):
    from collections import Counter

    from nettui.domain.change import Table
    from nettui.services.importing.merge import FieldChange
    from nettui.services.importing.plan import PlannedChange

    repository = filled.repository
    maria, georgi = repository.people["101"], repository.people["102"]
    kept = FieldChange("company", "Sirma", "A\x1b[2J", kept=True)
    changed = [
        PlannedChange(table=Table.PEOPLE, before=maria, after=maria, fields=(kept,)),
        PlannedChange(
            table=Table.EXCHANGES,
            before=repository.exchanges["401"],
            after=repository.exchanges["401"],
            fields=(FieldChange("status", "", "done"),),
        ),
        PlannedChange(
            table=Table.ENTRIES,
            before=repository.entries["201"],
            after=repository.entries["201"],
            fields=(FieldChange("text", "x" * 500, "y"),) * 20,
        ),
    ]
    plan = plan_of(
        older=True, changed=changed, missing=[georgi], joined=[(maria, "a proof")], left_out=Counter({"spam": 3})
    )
    out = printed(plan, repository.people, capsys, applied=False, dry_run=True)
    for part in (
        "Older than what was imported before",
        "Maria Petrova  company: Sirma → A␛[2J  kept as you wrote it",
        "Maria Petrova, recommendation: LinkedIn  status: – → done",
        "2026-10-01 the thesis  text: ",
        "more lines",
        "  Георги Иванов\n",
        "Maria Petrova: a proof",
        "3  spam",
        "A plan only: nothing was stored.",
    ):
        assert part in out
    assert max(len(line) for line in out.splitlines()) < 200
