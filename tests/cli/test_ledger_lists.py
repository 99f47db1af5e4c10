"""The lists that close the loop, balances by their sides, periods, and the next step, on the command line."""

from __future__ import annotations

import pytest

from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, Exchange, ExchangeKind, Person, Promise, Status, Step, Whose

DAY = PartialDate.parse


def exchange(number, person, direction, *steps, kind=ExchangeKind.ADVICE, **fields):
    parsed = []
    for step in steps:
        status, _blank, on = step.partition(" ")
        parsed.append(Step(status=Status(status), on=DAY(on) if on else None))
    return Exchange(
        id=str(number), person=person, direction=Direction(direction), kind=kind, steps=tuple(parsed), **fields
    )


@pytest.fixture
def busy(network):
    """Maria with one of everything; Ivan, a friend; Ani, with whom more went both ways."""
    network.save(
        [
            Person(id="101", name="Maria"),
            Person(id="102", name="Ivan", groups=("3",)),
            Person(id="103", name="Ani", groups=("4",)),
            exchange(401, "101", "received", "asked 2026-11-01", due=DAY("2026-11-24")),
            exchange(402, "101", "received", "done 2026-10-24"),
            exchange(403, "101", "given", "asked 2026-11-20"),
            exchange(404, "101", "given", "asked 2026-10-01", "agreed 2026-10-02"),
            exchange(405, "101", "given", "offered"),
            exchange(406, "102", "given", "done 2025-01-01"),
            exchange(407, "103", "given", "done 2024", "thanked 2024"),
            exchange(408, "103", "received", "done 2025-05-05", "thanked 2025-06"),
            exchange(409, "103", "received", "asked 2026-01-01", "lapsed 2026-06-01", kind=ExchangeKind.HELP),
            Promise(id="301", text="send the CV", whose=Whose.MINE, person="101", due=DAY("2026-11-20")),
            Promise(id="302", text="read the draft", whose=Whose.MINE),
            Promise(id="303", text="theirs", whose=Whose.THEIRS, person="101"),
        ],
        action="test",
    )
    return network


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            "open",
            [
                ("404", "waits for 53 days"),
                ("401", "waits for 22 days, due tomorrow"),
                ("403", "waits for 3 days"),
                ("405", "nobody knows since when"),
            ],
        ),
        ("to-thank", [("402", "received 4 weeks ago")]),
        ("asked-of-me", [("403", "waits for 3 days"), ("404", "waits for 53 days")]),
        ("asked", [("401", "waits for 22 days, due tomorrow")]),
        ("offers", [("405", "nobody knows since when")]),
    ],
)
def test_each_line_of_a_list_has_its_reason(run, busy, name, rows):
    printed = run("ledger", "--list", name, "--json").json
    assert list(printed) == ["exchanges"]
    assert [(each["id"], each["reason"]) for each in printed["exchanges"]] == rows
    out = run("ledger", "--list", name).out
    assert all(reason in out for _id, reason in rows)


def test_what_i_promised_by_day(run, busy):
    promises = run("ledger", "--list", "promised", "--json").json["promises"]
    assert [(each["id"], each["reason"]) for each in promises] == [
        ("301", "was due 3 days ago"),
        ("302", "no date set"),
    ]
    assert [p["id"] for p in run("ledger", "--list", "promised", "--with", "maria", "--json").json["promises"]] == [
        "301"
    ]
    assert [p["id"] for p in run("ledger", "draft", "--list", "promised", "--json").json["promises"]] == ["302"]
    assert run("ledger", "kind:advice", "--list", "promised", code=2).err.count("\n") == 1


def test_lists_take_filters_order_and_count(run, busy):
    def ids(*words):
        return [e["id"] for e in run("ledger", "--list", "open", "--json", *words).json["exchanges"]]

    assert ids("--sort", "newest") == ["405", "403", "401", "404"]
    assert ids("-n", "1") == ["404"]
    assert ids("--period", "2026-11") == ["401", "403"]
    assert ids("--with", "ani") == []


def test_a_list_is_no_balance(run, busy):
    assert run("ledger", "--list", "open", "--balance", code=2).err.count("\n") == 1


def test_balances_are_ordered_by_how_often_and_leave_communal_people_out(run, busy):
    totals = run("ledger", "--by", "person", "--json").json["totals"]
    assert [(t["name"], t["given"], t["received"]) for t in totals] == [("Ani", 1, 1), ("Maria", 0, 1)]
    assert totals[0] | {"id": "103", "last_given": "2024", "last_received": "2025-05-05"} == totals[0]
    groups = run("ledger", "--by", "group", "--json").json["totals"]
    assert [(t["id"], t["name"], t["given"] + t["received"]) for t in groups] == [
        ("4", "colleagues", 2),
        (None, None, 1),
    ]
    kinds = run("ledger", "--by", "kind", "--json").json["totals"]
    assert [(t["name"], t["given"], t["received"]) for t in kinds] == [("advice", 1, 2), ("help", 0, 0)]


def test_sums_of_persons_and_kinds_are_the_same(run, busy):
    for period in ([], ["--period", "2025"], ["--from", "2026"], ["from:2024", "to:2025"]):
        sums = [
            [
                sum(t[key] for t in run("ledger", "--by", by, "--json", *period).json["totals"])
                for by in ("person", "kind")
            ]
            for key in ("given", "received", "open_given", "open_received")
        ]
        assert all(person == kind for person, kind in sums)


def test_the_register_of_a_period_begins_with_what_was_before(run, busy):
    rows = [
        line.split("\t") if "\t" in line else line.split()
        for line in run("ledger", "--period", "2025").out.splitlines()
    ]
    assert rows[0][-2:] == ["Given", "Received"]
    # 2024 one was given to Ani; what went to Ivan, a friend, moves no count.
    assert [(row[0], *row[-2:]) for row in rows[1:]] == [("2025-05-05", "1", "1"), ("2025-01-01", "1", "0")]


def test_what_came_to_nothing_was_not_received(run, busy):
    assert "← not received" in run("ledger", "status:lapsed").out


@pytest.fixture
def no_balance(tmp_path):
    settings = tmp_path / "home/.config/nettui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[ledger]\nbalance = false\n")


def test_balances_can_be_hidden_altogether(run, busy, no_balance):
    assert "Balances are hidden" in run("ledger", "--balance").out
    assert "Balances are hidden" in run("ledger", "--by", "kind").out
    assert "Received" not in run("ledger").out
    printed = run("ledger", "--json", "--by", "person").json
    assert (printed["balances"], printed["totals"]) == ([], [])
    assert len(printed["exchanges"]) == 9
    assert run("person", "Ani", "--json").json["balance"] == []
    assert "balance" not in run("person", "Ani").out


# -- the next step ---------------------------------------------------------------------------------------------------


def test_a_step_by_name_takes_the_one_that_fits(run, busy):
    assert run("step", "Maria", "thanked").out == "advice, from Maria, thanked 2026-11-23\n"
    assert busy.repository.exchanges["402"].status is Status.THANKED
    assert run("step", "maria", "--back", "--json", code=2).err.count("(40") == 2


def test_a_step_by_number_with_day_and_note(run, busy):
    done = run("step", "401", "done", "--on", "yesterday", "--note", "by mail", "--json").json
    assert (done["status"], done["on"]) == ("done", "2026-11-22")
    assert busy.repository.exchanges["401"].steps[-1].note == "by mail"
    assert run("step", "401", "--back").out == "advice, from Maria, asked 2026-11-01\n"
    assert run("step", "401", "--on", "2026-11").out.endswith("agreed 2026-11\n")


def test_several_that_fit_are_listed_and_none_is_moved(run, busy):
    before = dict(busy.repository.exchanges)
    err = run("step", "Maria", "done", code=2).err
    assert err.count("\n") == 1
    assert all(number in err for number in ("(401)", "(403)", "(404)", "(405)"))
    for words in (["Ivan", "done"], ["Ghost"], ["401", "thanked"], ["401", "--on", "2027"], ["401", "--back"]):
        assert run("step", *words, code=2).err.count("\n") == 1
    assert run("step", "401", "done", "--back", code=2).err.count("\n") == 1
    assert dict(busy.repository.exchanges) == before


def test_who_has_no_favour_to_move_is_called_by_the_name_not_by_a_number(run, busy):
    assert run("step", "Ivan", "agreed", code=2).err.endswith("See them: nettui ledger --with Ivan\n")
    busy.save([Person(id="199", name="Ivan")], action="test")
    assert "--with 1" in run("step", "199", "agreed", code=2).err


def test_a_filter_that_leaves_no_promise_does_not_say_that_there_are_none(run, busy):
    assert run("ledger", "--list", "promised", "--with", "Ani").out == "No promise fits.\n"
    busy.save([], removed=[busy.repository.promises[number] for number in ("301", "302")], action="test")
    assert run("ledger", "--list", "promised").out == "Nothing is promised.\n"


def test_adding_one_more_request_says_what_somebody_carries(run, busy):
    busy.save(
        [exchange(number, "101", "received", "asked 2026-10-01", "done 2026-10-20") for number in (411, 412)],
        action="test",
    )
    said = run("add", "call with Maria. asked: advice")
    assert said.err == "nettui: Maria already carries 1 open request of yours, and 2 of the last 90 days.\n"
    assert run("add", "call with Ani. asked: advice").err == ""
    assert run("add", "call with Maria. gave: advice").err == ""


# -- hledger --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "filters",
    [
        [],
        ["--with", "ani"],
        ["--group", "colleagues"],
        ["--from", "2025"],
        ["--to", "2024"],
        ["--from", "2025-05", "--to", "2026"],
    ],
)
def test_the_export_holds_what_the_filtered_balance_counts(run, busy, filters):
    booked = [line for line in run("export", "hledger", *filters).out.splitlines() if line.startswith("    assets:")]
    kinds = run("ledger", "--by", "kind", "--json", *filters).json["totals"]
    given = sum(not line.split("  ")[-1].startswith("-") for line in booked)
    assert (given, len(booked) - given) == (sum(k["given"] for k in kinds), sum(k["received"] for k in kinds))


def test_only_hledger_takes_filters(run, busy):
    assert run("export", "json", "--with", "Ani", code=2).err.count("\n") == 1
