"""A real archive from end to end: import, next month's, undo, and the balances counted by another program."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from nettui.domain.records import ExchangeKind
from nettui.formats.hledger import COMMODITIES
from tests.cli.shapes import check
from tests.cli.test_import_export import IMPORT
from tests.cli.test_process import Shell

DATA = Path(__file__).parents[1] / "data" / "linkedin"
NOVEMBER = str(DATA / "Basic_LinkedInDataExport_11-03-2026.zip")
DECEMBER = str(DATA / "Basic_LinkedInDataExport_12-05-2026.zip")
EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))["linkedin"]


@pytest.fixture
def shell(tmp_path):
    home = tmp_path / "shell-home"
    home.mkdir()
    return Shell(home)


def read(shell, *arguments, code=0):
    return json.loads(shell(*arguments, "--json", code=code)[0])


def content(shell):
    """Return the tables of the plain file, without what the store keeps about itself."""
    tables = json.loads((shell.home / ".local/share/nettui/network.json").read_text(encoding="utf-8"))
    return {name: documents for name, documents in tables.items() if not name.startswith("_")}


def test_two_months_of_archives(shell):
    shell("add", "before the import")
    before = content(shell)

    value = read(shell, "import", NOVEMBER)
    check(value, IMPORT)
    assert value["applied"] is True
    connected = EXPECTED["connections"]["people"]
    elsewhere = len(EXPECTED["recommendations"]["not_in_connections"])
    assert value["new"]["people"] == connected + elsewhere
    assert len(read(shell, "people")) == connected + elsewhere
    counted = Counter[str]()
    for each in read(shell, "ledger")["balances"]:
        if each["kind"] == "recommendation":
            counted.update(given=each["given"], received=each["received"])
    assert counted == {key: EXPECTED["reciprocity"][key] for key in ("given", "received")}

    again = read(shell, "import", NOVEMBER)
    assert again["applied"] is False
    assert set(again["new"].values()) == {0}
    assert set(again["changed"].values()) == {0}

    middle = content(shell)
    plan = read(shell, "import", DECEMBER, "-n")
    assert (plan["new"]["people"], plan["changed"]["people"], plan["missing"]) == (6, 5, 2)
    assert plan["applied"] is False
    assert content(shell) == middle
    assert read(shell, "import", DECEMBER)["applied"] is True
    assert read(shell, "import", DECEMBER)["applied"] is False

    shell("undo")
    assert content(shell) == middle
    shell("undo")
    assert content(shell) == before


def hledger_balances(journal: str) -> Counter[tuple[str, str]]:
    ran = subprocess.run(
        ["hledger", "-f", "-", "bal", "assets", "--layout=bare", "-O", "csv", "-N", "-E"],
        input=journal.encode(),
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    counted: Counter[tuple[str, str]] = Counter()
    for row in csv.DictReader(io.StringIO(ran.stdout.decode())):
        if row["commodity"]:
            counted[row["account"].removeprefix("assets:people:"), row["commodity"]] += int(row["balance"])
    return counted


@pytest.mark.skipif(shutil.which("hledger") is None, reason="hledger is not installed")
@pytest.mark.parametrize("source", ["sample", "archive"])
def test_hledger_counts_the_same_balances(shell, source):
    if source == "sample":
        path = str(shell.home / "sample.json")
        shell("demo", "--write", path)
        shell.environment["NETTUI_FILE"] = path
    else:
        shell("import", NOVEMBER)
    counted = hledger_balances(shell("export", "hledger")[0])
    ours: Counter[str] = Counter()
    by_person: dict[tuple[str, str], list[int]] = {}
    for each in read(shell, "ledger", "--balance")["balances"]:
        commodity = COMMODITIES[ExchangeKind(each["kind"])]
        ours[commodity] += each["given"] - each["received"]
        by_person.setdefault((each["person"]["name"], commodity), []).append(each["given"] - each["received"])
    theirs: Counter[str] = Counter()
    for (_account, commodity), balance in counted.items():
        theirs[commodity] += balance
    assert {k: v for k, v in theirs.items() if v} == {k: v for k, v in ours.items() if v}
    alone = {key: found[0] for key, found in by_person.items() if len(found) == 1 and key in counted}
    assert len(alone) > 20
    assert {key: counted[key] for key in alone} == alone
