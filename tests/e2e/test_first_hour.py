"""A newcomer's first hour on the command line: import, log, who is due, ledger, undo."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest

DATA = Path(__file__).parent.parent / "data" / "linkedin"
NOVEMBER = DATA / "Basic_LinkedInDataExport_11-03-2026.zip"
DECEMBER = DATA / "Basic_LinkedInDataExport_12-05-2026.zip"
EXPECTED = json.loads((DATA / "expected.json").read_text("utf-8"))


def slug(address):
    return unicodedata.normalize("NFC", unquote(address.partition("/in/")[2].partition("?")[0].strip("/"))).casefold()


def balances(ledger, kind="recommendation"):
    return {(b["person"]["name"]): (b["given"], b["received"]) for b in ledger["balances"] if b["kind"] == kind}


@pytest.fixture
def imported(shell):
    shell.plan = shell.json("import", str(NOVEMBER), status=None)
    return shell


def test_the_archive_gives_the_people_and_balances_it_holds(imported):
    truth = EXPECTED["linkedin"]
    people = imported.json("people")
    slugs = {slug_["id"] for p in people for slug_ in p["ids"] if slug_["source"] == "linkedin"}
    assert slugs >= {slug(address) for address in truth["address_of"].values()}
    assert len(people) == truth["connections"]["people"] + len(truth["recommendations"]["not_in_connections"])
    assert {p["name"] for p in people} >= set(truth["recommendations"]["not_in_connections"])
    assert truth["ego"]["last"] not in {p["name"].split()[-1] for p in people}

    ledger = imported.json("ledger", "--balance")
    wanted = {p["name"]: (p["given"], p["received"]) for p in truth["reciprocity"]["per_person"].values()}
    got = balances(ledger)
    assert {n: b for n, b in got.items() if b != (0, 0)} == {n: b for n, b in wanted.items() if b != (0, 0)}
    open_ones = {
        b["person"]["name"] for b in ledger["balances"] if b["kind"] == "recommendation" and b["open_received"]
    }
    assert set(truth["reciprocity"]["pending_only"]) <= open_ones


def test_again_changes_nothing_and_undo_takes_all_of_it_back(imported):
    before = imported.file.read_bytes()
    again = imported.json("import", str(NOVEMBER), status=None)
    assert again["new"] == dict.fromkeys(again["new"], 0)
    assert again["changed"] == dict.fromkeys(again["changed"], 0)
    assert imported.file.read_bytes() == before
    imported.run("undo")
    empty = imported.file.read_bytes()
    assert imported.json("people") == []
    imported.run("redo")
    assert imported.file.read_bytes() == before
    imported.run("undo")
    assert imported.file.read_bytes() == empty


def test_next_months_archive_brings_only_the_difference(imported):
    truth = EXPECTED["linkedin_next_month"]["imported_after_the_first"]
    plan = imported.json("import", str(DECEMBER), "-n", status=None)
    assert plan["applied"] is False
    assert plan["new"]["people"] == len(truth["new_people"])
    imported.run("import", str(DECEMBER), status=None)
    ledger = balances(imported.json("ledger", "--balance"))
    total = truth["reciprocity_total"]
    assert sum(g for g, _ in ledger.values()) == total["given"]
    assert sum(r for _, r in ledger.values()) == total["received"]
    people = imported.json("people")
    linked = [p for p in people if any(i["source"] == "linkedin" for i in p["ids"])]
    assert len(linked) == truth["contacts_after"]
    by_slug = {i["id"]: p for p in linked for i in p["ids"]}
    shown = {"Company": "organisation", "Position": "title"}
    for address, fields in truth["changed"].items():
        for field, value in fields.items():
            if field in shown:
                assert by_slug[slug(address)][shown[field]] == value


def test_one_line_is_enough(imported):
    saved = imported.json(
        "add", "yesterday: coffee with Odalys Fennimoor about the lighthouse. promised: send her the map by friday"
    )
    assert saved["saved"], saved
    assert saved["entry"]["channel"] == "coffee"
    assert [p["name"].split()[0] for p in saved["people"]] == ["Odalys"]
    assert saved["promises"][0]["whose"] == "mine"
    assert any("map" in p["text"] for p in imported.json("today")["promises"])
    journal = imported.json("journal", "--with", saved["people"][0]["name"])
    assert journal[0]["id"] == saved["entry"]["id"]
    imported.run("undo")
    assert saved["entry"]["id"] not in {e["id"] for e in imported.json("journal")}


def test_stock_tinydb_reads_the_file(imported):
    script = (
        "import sys, tinydb; db = tinydb.TinyDB(sys.argv[1]); print(len(db.table('people')), len(db.table('groups')))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, str(imported.file)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(len(imported.json("people"))), "6"]


def test_the_file_is_private(imported):
    assert imported.file.stat().st_mode & 0o777 == 0o600
    assert (imported.file.parent / ".network.json.nettui").stat().st_mode & 0o777 == 0o700


def test_add_loads_nothing_heavy(shell):
    shell.run("add", "coffee with nobody in particular")
    script = (
        "import sys; sys.argv = ['nettui', 'add', 'yesterday: coffee with nobody']\n"
        "from nettui.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'textual', 'asyncio', 'dateparser', 'rich', 'babel', 'zipfile'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=shell.environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_two_processes_add_at_the_same_time(shell):
    shell.run("where")
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "nettui", "add", f"note {n}"], env=shell.environment, stdout=subprocess.DEVNULL
        )
        for n in range(8)
    ]
    assert [p.wait() for p in processes] == [0] * 8
    assert len(shell.json("journal")) == 8


def test_a_script_writes_through_tinydb_beside_nettui(shell):
    shell.run("add", "coffee with nobody in particular")
    script = (
        "import sys, pathlib\n"
        "from tinydb import where\n"
        "from nettui.bootstrap import open_tinydb\n"
        "with open_tinydb(pathlib.Path(sys.argv[1])) as db:\n"
        "    db.table('people').insert({'name': 'Ada Script'})\n"
        "    db.table('entries').update({'tags': ['seen']}, where('channel') == 'coffee')\n"
    )
    subprocess.run([sys.executable, "-c", script, str(shell.file)], env=shell.environment, check=True)
    assert [p["name"] for p in shell.json("people")] == ["Ada Script"]
    assert shell.json("journal")[0]["tags"] == ["seen"]


def test_a_broken_record_is_told_and_the_rest_is_shown(shell):
    shell.run("add", "first note")
    shell.run("add", "second note")
    text = shell.file.read_text("utf-8")
    broken = text.replace('"text":"first note"', '"text":17')
    assert broken != text
    shell.file.write_text(broken, "utf-8")
    listed = shell.run("journal", "--json", status=1)
    assert [entry["text"] for entry in json.loads(listed.stdout)] == ["second note"]
    assert listed.stderr.count("\n") == 1
    shell.run("add", "third note", status=1)
    assert '"text":17' in shell.file.read_text("utf-8")
