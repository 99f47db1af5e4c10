"""The journal's balances are the ledger's, whatever people are called."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, Exchange, ExchangeKind, Person, Status, Step
from nettui.formats.hledger import COMMODITIES, account_names, export

needs_hledger = pytest.mark.skipif(shutil.which("hledger") is None, reason="hledger is not installed")
DONE = {Status.DONE, Status.THANKED}


def hledger(journal, *arguments):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["hledger", "-f", "-", *arguments], input=journal.encode(), capture_output=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def balances_by_hledger(journal):
    table = csv.DictReader(io.StringIO(hledger(journal, "bal", "assets", "--layout=bare", "-O", "csv", "-N", "-E")))
    return {
        (row["account"].removeprefix("assets:people:"), row["commodity"]): int(row["balance"])
        for row in table
        if row["commodity"] and int(row["balance"])
    }


def balances(people, exchanges):
    done = [e for e in exchanges if e.status in DONE]
    names = account_names([people[i] for i in {e.person for e in done}])
    counted: Counter[tuple[str, str]] = Counter()
    for e in done:
        counted[names[e.person], COMMODITIES[e.kind]] += 1 if e.direction is Direction.GIVEN else -1
    return {key: value for key, value in counted.items() if value}


def person(number, name):
    return Person(id=str(number), name=name)


def exchange(
    number, who, kind=ExchangeKind.ADVICE, direction=Direction.GIVEN, on="2024-05-06", status=Status.DONE, **more
):
    when = PartialDate.parse(on) if on else None
    return Exchange(
        id=str(number), kind=kind, direction=direction, person=str(who), steps=(Step(status=status, on=when),), **more
    )


NAMES = [
    "Ана Петкова",
    "Ana; Petkova",
    "Ana:Petkova",
    "Ana  Petkova",
    "Ana\u00a0\u00a0Petkova",
    "(Ana)",
    "[Ana]",
    "[/]",
    "Ana | Petkova",
    "= Ana",
    "* Ana",
    "! Ana",
    "2024-01-01 Ana",
    '"Ana"',
    "Ana\nPetkova",
    "Ana\x1b[2J",
    "Ana\u202eavon",
    "陳大文",
    "Ana 5 REC",
    "; comment",
    "",
    "   ",
    "x" * 300,
    "Ana @ Firm",
    "Ana\u2028Petkova",
    "nul\0",
]


@needs_hledger
def test_strange_names_pass_the_strict_check_with_equal_balances():
    people = {str(i): person(i, name) for i, name in enumerate(NAMES, start=1)}
    exchanges = [
        exchange(100 + i, i, kind, direction, subject=NAMES[i % len(NAMES)])
        for i in range(1, len(NAMES) + 1)
        for kind, direction in [(list(ExchangeKind)[i % 11], list(Direction)[i % 2])]
    ]
    journal = export(people, exchanges)
    hledger(journal, "check", "--strict")
    assert balances_by_hledger(journal) == balances(people, exchanges)
    assert len(set(account_names(people.values()).values())) == len(NAMES)


@needs_hledger
@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=12), st.sampled_from(ExchangeKind), st.sampled_from(Direction), st.sampled_from(Status)
        ),
        max_size=12,
    )
)
def test_any_names_give_equal_balances(rows):
    people = {str(i): person(i, name) for i, (name, *_rest) in enumerate(rows, start=1)}
    exchanges = [
        exchange(100 + i, i, kind, direction, status=status) for i, (_n, kind, direction, status) in enumerate(rows, 1)
    ]
    journal = export(people, exchanges)
    hledger(journal, "check", "--strict")
    assert balances_by_hledger(journal) == balances(people, exchanges)


@needs_hledger
def test_the_archive_gives_the_balances_it_was_made_from(network, bring, expected):
    from tests.importing.conftest import NOVEMBER

    bring(NOVEMBER)
    people, exchanges = network.repository.people, list(network.repository.exchanges.values())
    journal = export(people, exchanges)
    hledger(journal, "check", "--strict")
    found = balances_by_hledger(journal)
    assert found == balances(people, exchanges)
    per_person = expected["linkedin"]["reciprocity"]["per_person"].values()
    truth = Counter(balance for p in per_person if (balance := p["balance"]))
    assert Counter(value for (_name, commodity), value in found.items() if commodity == "REC") == truth
    assert sum(v for (_n, c), v in found.items() if c == "REC") == expected["linkedin"]["reciprocity"]["balance"]


def test_only_done_and_thanked_are_booked():
    people = {"1": person(1, "Ana")}
    journal = export(people, [exchange(10 + i, 1, status=status) for i, status in enumerate(Status)])
    assert journal.count("; id:") == 2


def test_namesakes_have_different_accounts():
    people = {i: person(i, "Ana") for i in ("1795428000000123456", "1795428000000654321")}
    journal = export(people, [exchange(1, i) for i in people])
    assert "assets:people:Ana 123456  1 ADVICE" in journal
    assert "assets:people:Ana 654321  1 ADVICE" in journal


def test_a_namesake_never_takes_the_account_of_a_third():
    people = [person(i, "Ana") for i in ("1795428000000123456", "1795428000000654321")] + [person(7, "Ana 123456")]
    assert len(set(account_names(people).values())) == 3


def test_partial_and_unknown_dates_are_booked_and_said():
    people = {"1": person(1, "Ana")}
    made = datetime(2025, 2, 3, tzinfo=UTC)
    journal = export(
        people,
        [
            exchange(11, 1, on="2019"),
            exchange(12, 1, on="2019-06"),
            exchange(13, 1, on=None, created=made),
            exchange(14, 1, on=None),
        ],
    )
    told = [line for line in journal.splitlines() if "; id:" in line]
    assert [(line[:10], "unknown" in line) for line in told] == [
        ("2018-12-31", True),
        ("2018-12-31", True),
        ("2019-01-01", False),
        ("2019-06-01", False),
    ]


def test_without_any_date_all_is_booked_when_the_first_was_written_down():
    made = datetime(2025, 2, 3, tzinfo=UTC)
    journal = export({"1": person(1, "Ana")}, [exchange(11, 1, on=None, created=made), exchange(12, 1, on=None)])
    assert [line[:10] for line in journal.splitlines() if "; id:" in line] == ["2025-02-03"] * 2


def test_the_same_network_gives_the_same_bytes():
    people = {"1": person(1, "Ana"), "2": person(2, "Boris")}
    exchanges = [exchange(11, 1), exchange(12, 2), exchange(13, 1, on="2020-01-01")]
    assert export(people, exchanges) == export(dict(reversed(people.items())), exchanges[::-1])
