"""people, person, journal, ledger, today, breadth: rows, filters, order, JSON."""

from __future__ import annotations

from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from nettui.domain.dates import PartialDate
from nettui.domain.records import ME_ID, Consent, Consenting, Me, Person, Position
from tests.cli import shapes
from tests.cli.shapes import check


def names(ran):
    return [person["name"].split()[0] for person in ran.json]


@pytest.mark.parametrize(
    ("command", "shape"),
    [
        (["people", "--archived"], [shapes.PERSON_ROW]),
        (["journal"], [shapes.ENTRY]),
        (["ledger"], shapes.LEDGER),
        (["ledger", "--balance"], shapes.LEDGER),
        (["today"], shapes.TODAY),
        (["review"], shapes.REVIEW),
    ],
)
def test_json_has_exactly_the_keys_of_the_contract(run, filled, command, shape):
    value = run(*command, "--json").json
    check(value, shape)
    assert value, "the filled network must show something"


@pytest.mark.parametrize(
    ("command", "empty"),
    [
        ("people", []),
        ("journal", []),
        ("ledger", {"exchanges": [], "balances": []}),
        (
            "today",
            {
                "promises": [],
                "to_thank": [],
                "asked_of_me": [],
                "due": [],
                "dormant": [],
                "birthdays": [],
                "asks_in_the_air": [],
                "offers_open": [],
            },
        ),
    ],
)
def test_an_empty_network_has_the_same_keys(run, command, empty):
    assert run(command, "--json").json == empty


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        ("people", "nettui import FILE.zip"),
        ("journal", 'nettui add "'),
        ("ledger", 'nettui add "'),
        ("today", "nettui import FILE.zip"),
        ("breadth", "nettui import FILE.zip"),
    ],
)
def test_an_empty_list_says_in_one_line_what_to_do(run, command, hint):
    ran = run(command)
    assert ran.out.count("\n") == 1
    assert hint in ran.out


def test_every_person_has_every_key(run, filled):
    for person in run("people", "--archived", "--json").json:
        check(run("person", person["id"], "--json").json, shapes.PERSON)


def test_a_person_row(run, filled):
    (maria,) = run("people", "name:maria", "--json").json
    assert maria == {
        "id": "101",
        "name": "Maria Petrova",
        "also": ["Mimi"],
        "groups": ["colleagues"],
        "level": "senior",
        "organisation": "Sirma",
        "title": "Data engineer",
        "industry": "Software",
        "last_contact": "2026-10-01",
        "cadence_days": 30,
        "due": "2026-10-31",
        "ids": [{"source": "linkedin", "id": "zz-maria"}],
        "archived": False,
    }


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("name", ["приятели", "Friends", "friends"])
def test_a_circle_is_known_by_its_name_in_every_language(run, filled, monkeypatch, tmp_path, language, name):
    catalogue = Catalog(locale="bg")
    catalogue.add("Friends", "Приятели")
    folder = tmp_path / "bg" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "nettui.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr("nettui.i18n.LOCALE_DIR", tmp_path)
    assert names(run("--lang", language, "people", "--group", name, "--json")) == ["Георги"]


def test_the_json_of_groups_does_not_depend_on_the_language(run, filled):
    assert run("--lang", "bg", "people", "name:maria", "--json").json[0]["groups"] == ["colleagues"]


def test_archived_people_are_listed_on_request_only(run, filled):
    assert "Old" not in names(run("people", "--json"))
    assert "Old" in names(run("people", "--archived", "--json"))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--with", "Maria"], {"Maria"}),
        (["--with", "Maria", "--with", "Petrova"], {"Maria"}),
        (["--with", "Maria", "--with", "Dubois"], set()),
        (["петрова"], {"Maria"}),
        (["georgi"], {"Георги"}),
        (["helene"], {"Hélène"}),
        (["--group", "friends"], {"Георги"}),
        (["--group", "Readers", "--group", "colleagues"], {"Hélène"}),
        (["--tag", "#chess"], {"Георги"}),
        (["company:sirma"], {"Maria"}),
        (["--from", "2026-11"], {"Георги"}),
        (["--to", "2026-10"], {"Maria"}),
        (["--from", "2026-10-01", "--to", "2026-10-01"], {"Maria"}),
        (["last:never", "--group", "colleagues"], {"Hélène"}),
    ],
)
def test_filters_of_people(run, filled, filters, expected):
    assert set(names(run("people", "--json", *filters))) == expected


def test_circles_answer_to_their_kind_in_every_language(run, filled):
    assert names(run("--lang", "bg", "people", "--group", "friends", "--json")) == ["Георги"]


@pytest.mark.parametrize(
    ("sort", "first"), [("name", "Evil"), ("last", "Георги"), ("due", "Maria"), ("company", "Evil")]
)
def test_orders_of_people(run, filled, sort, first):
    assert names(run("people", "--json", "--sort", sort))[0].startswith(first)


def test_count_cuts_after_sorting(run, filled):
    assert names(run("people", "--json", "--sort", "last", "-n", "2")) == ["Георги", "Maria"]
    assert run("people", "--json", "-n", "0").json == []


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ([], ["203", "202", "201"]),
        (["--sort", "oldest"], ["201", "202", "203"]),
        (["-n", "1"], ["203"]),
        (["--with", "maria"], ["203", "201"]),
        (["--with", "maria", "--with", "georgi"], []),
        (["--group", "friends"], ["202"]),
        (["--tag", "phd"], ["201"]),
        (["--from", "2026-11-01"], ["203", "202"]),
        (["--to", "2026-11-20"], ["202", "201"]),
        (["channel:coffee", "thesis"], ["201"]),
    ],
)
def test_filters_of_the_journal(run, filled, filters, ids):
    assert [entry["id"] for entry in run("journal", "--json", *filters).json] == ids


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ([], ["403", "401", "402", "404"]),
        (["--sort", "oldest"], ["404", "402", "401", "403"]),
        (["--sort", "kind"], ["401", "403", "402", "404"]),
        (["-n", "2"], ["403", "401"]),
        (["--with", "maria"], ["403", "401", "402"]),
        (["--tag", "data"], ["401", "402"]),
        (["--group", "readers"], ["403"]),
        (["status:open"], ["403"]),
        (["--from", "2026"], ["403", "401"]),
        (["--to", "2024"], ["404"]),
    ],
)
def test_filters_of_the_ledger(run, filled, filters, ids):
    assert [each["id"] for each in run("ledger", "--json", *filters).json["exchanges"]] == ids


def test_the_json_of_an_introduction_names_its_three_people(run, filled):
    filled.save([Me(id=ME_ID, name="Nevena")], action="me.edit")
    asked = filled.repository.exchanges["403"]
    answers = (Consent(person="101", answer=Consenting.AGREED, on=PartialDate(2026, 11, 21)),)
    filled.save([replace(asked, consents=answers)], action="test")
    found = {each["id"]: each for each in run("ledger", "--json").json["exchanges"]}
    introduction, help_ = found["403"], found["404"]
    assert introduction["introducer"] == {"id": ME_ID, "name": "Nevena"}
    assert introduction["sides"] == [
        {"id": "103", "name": "Hélène Dubois", "consent": {"answer": "agreed", "on": "2026-11-20"}},
        {"id": "101", "name": "Maria Petrova", "consent": {"answer": "agreed", "on": "2026-11-21"}},
    ]
    assert (introduction["outcome"], introduction["told_on"]) == (None, None)
    assert [help_[key] for key in ("introducer", "sides", "outcome", "told_on")] == [None, [], None, None]


def test_an_introduction_is_in_words_in_the_ledger_and_on_the_pages_of_both_sides(run, filled):
    assert "you introduce Maria Petrova and" in " ".join(run("ledger").out.split())
    for name, other in (
        ("Mimi", "you introduce Hélène Dubois and Maria Petrova: to the data team"),
        ("Dubois", "you introduce Maria Petrova and Hélène Dubois: to the data team"),
    ):
        out = " ".join(run("person", name).out.split())
        assert f"{other}, Maria Petrova not asked Ask Maria Petrova first." in out
        register = run("person", name, "--json").json["register"]
        assert other in [row["text"] for row in register if row["type"] == "exchange"]


def test_balances_count_each_way_and_leave_communal_people_out(run, filled):
    balances = run("ledger", "--json").json["balances"]
    maria, georgi = {"id": "101", "name": "Maria Petrova"}, "102"
    assert {
        "person": maria,
        "kind": "advice",
        "given": 1,
        "received": 0,
        "open_given": 0,
        "open_received": 0,
    } in balances
    assert {
        "person": maria, "kind": "recommendation", "given": 0, "received": 1, "open_given": 0, "open_received": 0
    } in balances  # fmt: skip
    assert georgi not in {each["person"]["id"] for each in balances}


def test_today_gives_each_line_its_reason(run, filled):
    out = run("today").out
    assert "Maria Petrova  due in 4 days: send her my CV" in out
    assert "last spoke 7 weeks ago, every 30 days" in out
    assert "in 2 days, turns 36" in out
    assert out.index("promised") < out.index("thank") < out.index("answer") < out.index("write to")


def test_today_is_at_most_seven_lines_and_says_how_many_more(run, network):
    from nettui.domain.records import Person

    network.save([Person(id=str(500 + n), name=f"P{n}", cadence_days=10) for n in range(30)], action="t")
    lines = run("today").out.splitlines()
    assert len(lines) == 7
    assert "24" in lines[-1]
    assert len(run("today", "--json").json["due"]) == 30


def test_person_shows_facts_what_is_open_and_everything_between_us(run, filled):
    out = run("person", "Mimi").out
    for part in ("Data engineer, Sirma", "through Георги Иванов", "send her my CV", "a designer", "the thesis"):
        assert part in out


def test_register_of_a_person_is_newest_first(run, filled):
    register = run("person", "maria", "--json").json["register"]
    assert [line["id"] for line in register] == ["203", "403", "401", "301", "201", "402"]


def test_a_communal_relation_has_no_balance(run, filled):
    assert run("person", "georgi", "--json").json["balance"] == []
    assert "balance" not in run("person", "georgi").out


@pytest.mark.parametrize("typed", ["Nobody", "", "\x1b[31m"])
def test_an_unknown_person_is_one_line(run, filled, typed):
    ran = run("person", typed, code=2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["people", "--group", "nosuch"],
        ["people", "nosuch:x"],
        ["people", "--from", "yesterday-ish"],
        ["people", "--from", "2026-12", "--to", "2026-01"],
        ["people", "--sort", "height"],
        ["people", "-n", "many"],
        ["people", "-n", "-1"],
        ["journal", "channel:pigeon"],
        ["ledger", "status:perhaps"],
    ],
)
def test_bad_filters_are_one_line_and_exit_2(run, filled, arguments):
    ran = run(*arguments, code=2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("nettui: ")


def test_a_value_that_the_shell_unquoted_keeps_its_blanks(run, filled):
    assert names(run("people", "name:Maria Petrova", "--json")) == ["Maria"]
    assert names(run("people", "company:sirma name:maria", "--json")) == ["Maria"]


def test_breadth_shows_no_figure_counted_from_fewer_than_five(run, filled):
    value = run("breadth", "--json").json
    check(value["companies"], shapes.VARIETY)
    check(value["industries"], shapes.VARIETY)
    assert value["companies"]["count"] is None
    assert value["companies"]["known"] == 3
    assert value["levels"]["colleagues"] == {"earlier": 0, "peer": 0, "senior": 1, "outside": 0, "unknown": 1}
    assert "too few known" in run("breadth").out


def test_breadth_figures(run, network):
    from nettui.domain.records import Person, Position

    network.save(
        [
            Person(id=str(600 + n), name=f"P{n}", positions=(Position(organisation="A" if n < 4 else "B"),))
            for n in range(8)
        ],
        action="t",
    )
    companies = run("breadth", "--json").json["companies"]
    assert companies == {"count": 2, "effective": 2.0, "largest": {"name": "A", "share": 0.5}, "known": 8, "unknown": 0}


def test_breadth_of_nothing(run):
    value = run("breadth", "--json").json
    assert value["people"] == 0
    assert set(value["levels"]["friends"].values()) == {0}
    check(value["companies"], shapes.VARIETY)


def test_a_name_that_fits_several_lists_them_in_one_line(run, filled):
    from nettui.domain.records import Person

    filled.save([Person(id="110", name="Maria Dimitrova")], action="t")
    ran = run("person", "maria", code=2)
    assert ran.err.count("\n") == 1
    assert "Maria Petrova" in ran.err
    assert "Maria Dimitrova" in ran.err
    assert run("person", "110", "--json").json["name"] == "Maria Dimitrova"


def test_groups_that_follow_from_positions_can_be_listed(run, network):
    network.save(
        [
            Me(id=ME_ID, name="Me", positions=(Position(organisation="Acme", until=PartialDate(2020)),)),
            Person(id="901", name="Worked There", positions=(Position(organisation="ACME Ltd"),)),
            Person(id="902", name="Somebody Else", positions=(Position(organisation="Other"),)),
        ],
        action="t",
    )
    assert [p["name"] for p in run("people", "--group", "former", "--json").json] == ["Worked There"]
    assert [p["name"] for p in run("people", "group:acme", "--json").json] == ["Worked There"]
    assert "Former colleagues · Acme" in run("breadth").out
    assert run("breadth", "--json").json["computed"] == [
        {"kind": "former-colleagues", "organisation": "Acme", "people": 1}
    ]
    assert "Former colleagues · Acme" in run("people", "--group", "nowhere", code=2).err


def test_breadth_says_why_only_when_asked(run, filled):
    assert "Lin & Dumin 1986" not in run("breadth").out
    assert "Lin & Dumin 1986" in " ".join(run("breadth", "--why").out.split())


def test_breadth_has_its_further_measures_as_json(run, filled):
    value = run("breadth", "--json").json
    check(value["groups"], shapes.VARIETY)
    assert value["levels_reached"] is None
    assert set(value["trade"]) == set(value["employer"]) == {"outside", "inside", "index", "known", "unknown"}


def test_roads_into_a_company_in_either_script(run, filled):
    value = run("breadth", "--roads", "сирма", "--json").json
    assert (value["kind"], value["name"]) == ("company", "Sirma")
    assert "Maria Petrova" in [row["person"]["name"] for row in value["here"]]
    assert "Maria Petrova" in run("breadth", "--roads", "sirma").out


def test_roads_into_nowhere_give_one_line(run, filled):
    ran = run("breadth", "--roads", "no such place", code=2)
    assert ran.out == ""
    assert "no such place" in ran.err


def test_review_prints_the_steps_with_their_reasons_and_stores_nothing(run, filled):
    before = (dict(filled.repository.reviews), dict(filled.repository.snoozes))
    ran = run("review")
    assert "Whom to thank" in ran.out
    assert "What you promised" in ran.out
    assert "send her my CV" in ran.out
    assert "lines wait" in ran.out
    assert (dict(filled.repository.reviews), dict(filled.repository.snoozes)) == before


def test_review_says_how_far_it_has_come(run, filled):
    from nettui.domain.records import ReviewAnswer, ReviewStep
    from nettui.services import promises, review
    from nettui.services.index import Index

    shown = review.present(Index(filled))
    thank = next(item for item in shown.items if item.step is ReviewStep.THANK)
    review.answer(filled, shown, thank, ReviewAnswer.THANKED)
    promises.done(filled, "301")
    steps = {step["step"]: step["items"] for step in run("review", "--json").json["steps"]}
    assert list(steps) == ["met", "thank", "promised", "drifting", "dormant"]
    assert [(item["id"], item["answer"]) for item in steps["thank"]] == [(thank.about, "thanked")]
    assert [item["answer"] for item in steps["promised"] if item["id"] == "301"] == ["elsewhere"]
    assert "✓" in run("review").out


def test_review_of_an_empty_network_says_when_the_next_one_is(run):
    assert run("review").out.strip() == "Nothing waits this week. The next review is on Mon 30 Nov."
    value = run("review", "--json").json
    assert value["week"] == "2026-11-23"
    assert [step["items"] for step in value["steps"]] == [[]] * 5


def test_today_leaves_out_what_is_put_off(run, filled):
    from nettui.domain.records import Topic
    from nettui.services import snoozes

    assert [row["id"] for row in run("today", "--json").json["to_thank"]] == ["401"]
    snoozes.never(filled, Topic.THANK, "401")
    assert run("today", "--json").json["to_thank"] == []
