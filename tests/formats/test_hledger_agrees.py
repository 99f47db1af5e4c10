"""hledger, as a second opinion, counts what nettui's ledger counts: 200 random ledgers, twenty in one journal.

Each ledger has its own accounts, and in the journal for the register its own commodities too: so one run of hledger
answers for twenty, and its totals stand side by side. What is added up, and in which order, is left to hledger.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain import ledger
from nettui.domain.balances import balances, total, totals_by_kind
from nettui.domain.dates import PartialDate
from nettui.domain.periods import ALL_TIME, Period
from nettui.domain.records import Direction, Exchange, ExchangeKind, Person, Status, Step
from nettui.domain.statuses import path, step_back
from nettui.formats.hledger import COMMODITIES, account_names, export

pytestmark = pytest.mark.skipif(shutil.which("hledger") is None, reason="hledger is not installed")

PEOPLE = {str(i): Person(id=str(i), name=name) for i, name in enumerate(["Ана", "Boris", "Boris", "Hélène"], start=101)}
WAYS = (
    (Status.DONE,),
    (Status.DONE, Status.THANKED),
    (Status.ASKED, Status.DONE),
    (Status.OFFERED, Status.AGREED, Status.DONE, Status.THANKED),
    (Status.ASKED, Status.DECLINED),
    (Status.ASKED,),
)
LEDGERS = 20
EXAMPLES = 10

days = st.dates(date(2024, 1, 1), date(2024, 12, 31))


@st.composite
def exchanges(draw, number):
    """Done or not, dated to the day, the month, the year or not at all, some of them put back a step."""
    precision, first = draw(st.integers(0, 3)), draw(days)
    way = draw(st.sampled_from(WAYS))

    def dated(place):
        day = min(first + timedelta(days=10 * place), date(2024, 12, 31))
        shapes = (None, PartialDate(day.year), PartialDate(day.year, day.month), PartialDate.of(day))
        return shapes[precision]

    exchange = Exchange(
        id=str(number),
        kind=draw(st.sampled_from(ExchangeKind)),
        direction=draw(st.sampled_from(Direction)),
        person=draw(st.sampled_from(list(PEOPLE))),
        steps=tuple(Step(status=status, on=dated(place)) for place, status in enumerate(way)),
    )
    return step_back(exchange) if len(path(exchange)) > 1 and draw(st.booleans()) else exchange


@st.composite
def ledgers(draw):
    return [draw(exchanges(number)) for number in range(1, draw(st.integers(0, 7)) + 1)]


def hledger(journal, *arguments):
    done = subprocess.run(
        ["hledger", "-f", "-", *arguments, "-O", "csv"],
        input=journal.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr.decode()
    return list(csv.DictReader(io.StringIO(done.stdout.decode())))


def own_accounts(journal, number):
    """The journal of ledger ``number``, in accounts that no other has."""
    return re.sub(r"(?m)^((?:account |    ))(assets|equity):", rf"\1\2:L{number}:", journal)


def own_commodities(journal, number):
    """What is given in one commodity of the ledger's own, what is received in another, whatever the kind."""
    given_ = re.sub(r"(?m)  1 [A-Z]+$", f"  1 {symbol('G', number)}", journal)
    return re.sub(r"(?m)  -1 [A-Z]+$", f"  -1 {symbol('R', number)}", given_)


def symbol(way, number):
    return way + chr(ord("A") + number)


def compared(found):
    """Balances without those that are nothing."""
    return {key: value for key, value in found.items() if value}


@settings(max_examples=EXAMPLES)
@given(st.lists(ledgers(), min_size=LEDGERS, max_size=LEDGERS))
def test_balances_by_person_by_kind_and_in_total_are_those_of_hledger(drawn):
    journal = "".join(own_accounts(export(PEOPLE, each), number) for number, each in enumerate(drawn))
    by_account: Counter[tuple[str, str]] = Counter()
    for row in hledger(journal, "bal", "--layout=bare", "-N", "-E"):
        by_account[row["account"], row["commodity"]] += int(row["balance"])
    for number, each in enumerate(drawn):
        by_person: Counter[tuple[str, str]] = Counter()
        for balance in balances(each):
            account = f"assets:L{number}:people:{names_of(each)[balance.person]}"
            by_person[account, COMMODITIES[balance.kind]] = balance.given - balance.received
        theirs = {key: value for key, value in by_account.items() if key[0].startswith(f"assets:L{number}:")}
        assert compared(theirs) == compared(by_person)
        for kind, totals in totals_by_kind(each).items():
            booked = {way: by_account[f"equity:L{number}:goodwill:{way}", COMMODITIES[kind]] for way in WAY_NAMES}
            assert booked == {"given": -totals.given, "received": totals.received}
        whole = total(each)
        assert whole.given - whole.received == sum(theirs.values())


WAY_NAMES = ("given", "received")


def names_of(exchanges):
    """The accounts of those with whom something was done: namesakes are told apart among these only."""
    done = {e.person for e in exchanges if e.status in ledger.COUNTED}
    names = account_names(PEOPLE[i] for i in sorted(done, key=int))
    return {i: names.get(i, "") for i in PEOPLE}


@settings(max_examples=EXAMPLES)
@given(st.lists(ledgers(), min_size=LEDGERS, max_size=LEDGERS), st.none() | st.tuples(days, days))
def test_running_counts_of_any_period_are_those_of_hledgers_register(drawn, bounds):
    """``--historical`` begins at what was before the period, as nettui's register does."""
    period = ALL_TIME if bounds is None else Period(min(bounds), max(bounds))
    journal = "".join(
        own_commodities(own_accounts(export(PEOPLE, each), number), number) for number, each in enumerate(drawn)
    )
    limits = [] if bounds is None else ["-b", str(min(bounds)), "-e", str(max(bounds) + timedelta(days=1))]
    rows = hledger(journal, "register", "assets", "--historical", *limits)
    for number, each in enumerate(drawn):
        theirs = [
            (row["date"], running(row["total"], "G", number), -running(row["total"], "R", number))
            for row in rows
            if row["account"].startswith(f"assets:L{number}:")
        ]
        lines = [line for line in reversed(ledger.register(each, period)) if line.exchange.status in ledger.COUNTED]
        ours = [(str(line.on.first_day()) if line.on else None, line.given, line.received) for line in lines]
        if bounds is not None:  # nettui puts what has no date before every period, the journal on the eve of the rest
            first = min((str(on.first_day()) for e in each if (on := ledger.happened_on(e)) and counts(e)), default="9")
            theirs = [row for row in theirs if row[0] >= first]
        assert [row[1:] for row in theirs] == [row[1:] for row in ours]
        assert all(mine is None or mine == day for (day, *_counts), (mine, *_ours) in zip(theirs, ours, strict=True))


def counts(exchange):
    return exchange.status in ledger.COUNTED


def running(total, way, number):
    """The amount of one commodity in a total such as ``3 GA, -2 RA``."""
    match = re.search(rf"(-?\d+) {symbol(way, number)}(?![A-Z])", total)
    return int(match[1]) if match else 0
