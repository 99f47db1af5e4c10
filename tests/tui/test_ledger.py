"""The Ledger: its lists, moving favours on and back, balances, the page, finding."""

from __future__ import annotations

import pytest

from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.ledger import RegisterLine
from nettui.domain.records import (
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Person,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.services import exchanges
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.form import Form
from nettui.tui.messages import OpenRecord
from nettui.tui.views.ledger.model import Which
from nettui.tui.views.ledger.view import LedgerView
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.workspace import Workspace
from tests.tui.conftest import HOSTILE, SIZES
from tests.tui.frames import text

GIVEN, RECEIVED = Direction.GIVEN, Direction.RECEIVED


def ledger(app):
    return app.screen.query_one(LedgerView)


def said(app):
    return app.screen.query_one(KeyBar).message


def listed(app):
    return [row.exchange.id if isinstance(row, RegisterLine) else row.id for row in ledger(app).rows.rows]


def page(app):
    return "\n".join("".join(part for part, _role in (*line.left, *line.right)) for line in ledger(app).page.lines)


def count_painted(rows):
    """Return a list that grows by each row that is painted from now on."""
    painted, paint = [], rows._paint

    def counting(row, width):
        painted.append(row)
        return paint(row, width)

    rows._paint = counting
    return painted


async def open_ledger(pilot, which=Which.REGISTER):
    await pilot.press("4")
    await pilot.pause()
    for _ in range(list(Which).index(which)):
        await pilot.press("c")
    await pilot.pause()
    await pilot.app.settled()
    return ledger(pilot.app)


@pytest.fixture
def made(network, clock):
    """A colleague, a classmate, and somebody of the family, with whom no account is kept."""
    maria = Person(id=clock.new_id(), name="Мария Петрова", groups=("4",))
    georgi = Person(id=clock.new_id(), name="Georgi Ivanov", groups=("2",))
    mother = Person(id=clock.new_id(), name="Йорданка", groups=("6",))

    def favour(kind, direction, person, *steps, **more):
        return Exchange(
            id=clock.new_id(),
            kind=kind,
            direction=direction,
            person=person.id,
            steps=tuple(Step(status=status, on=PartialDate.parse(on), note=note) for status, on, note in steps),
            **more,
        )

    entry = Entry(id=clock.new_id(), at=Moment.parse("2026-11-12"), text="lunch about the role", people=(maria.id,))
    letter = favour(
        ExchangeKind.RECOMMENDATION,
        RECEIVED,
        maria,
        (Status.ASKED, "2026-11-12", "by the end of the month"),
        (Status.DONE, "2026-11-20", ""),
        subject="data lead",
        text="Nevena leads people and data alike, and both are better for it.",
        where="LinkedIn",
        url="https://example.org/letter",
        entry=entry.id,
    )
    written = {
        "letter": letter,
        "in_return": favour(
            ExchangeKind.REFERRAL, GIVEN, maria, (Status.OFFERED, "2026-11-13", ""), in_return_for=letter.id
        ),
        "advice": favour(ExchangeKind.ADVICE, GIVEN, georgi, (Status.THANKED, "2026-10-01", "")),
        "ask": favour(ExchangeKind.INTRODUCTION, RECEIVED, georgi, (Status.ASKED, "2026-09-01", "")),
        "lapsed": favour(
            ExchangeKind.HELP, RECEIVED, georgi, (Status.ASKED, "2025-01-01", ""), (Status.LAPSED, "2025-02-01", "")
        ),
        "soup": favour(ExchangeKind.HELP, RECEIVED, mother, (Status.THANKED, "2026-11-01", "")),
    }
    promises = {
        "cv": Promise(
            id=clock.new_id(), text="send my CV", whose=Whose.MINE, person=maria.id, due=PartialDate.parse("2026-11-27")
        ),
        "book": Promise(id=clock.new_id(), text="lend the book", whose=Whose.MINE, person=georgi.id),
        "theirs": Promise(id=clock.new_id(), text="a photo", whose=Whose.THEIRS, person=georgi.id),
    }
    network.save([maria, georgi, mother, entry, *written.values(), *promises.values()], action="demo.sample")
    return {"maria": maria, "georgi": georgi, "mother": mother, **written, **promises}


@pytest.fixture
def app(network, made):
    return NettuiApp(Workspace(network, path="network.json"))


LISTS = {
    Which.REGISTER: ["letter", "in_return", "soup", "advice", "ask", "lapsed"],
    Which.OPEN: ["ask", "in_return"],
    Which.TO_THANK: ["letter"],
    Which.PROMISED: ["cv", "book"],
    Which.ASKED_OF_ME: [],
    Which.ASKED: ["ask"],
    Which.OFFERS: ["in_return"],
}


@pytest.mark.parametrize("size", SIZES)
async def test_each_list_has_its_records(app, made, size):
    async with app.run_test(size=size) as pilot:
        view = await open_ledger(pilot)
        for names in LISTS.values():
            assert listed(app) == [made[name].id for name in names]
            assert view.selected == (made[names[0]].id if names else None)
            await pilot.press("c")
            await pilot.pause()


async def test_the_register_counts_each_way_as_it_runs(app):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot)
        counts = [(row.given, row.received) for row in view.rows.rows]
        assert counts == [(1, 1), (1, 0), (1, 0), (1, 0), (0, 0), (0, 0)]  # the soup of the family is in no account
        shown = "\n".join(text(app))
        assert "← recommendation" in shown
        assert "→ advice" in shown
        assert "received" in shown


async def test_a_recommendation_is_thanked_put_back_and_undone(app, made, network):
    letter = made["letter"].id

    def status():
        return network.repository.exchanges[letter].status

    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_ledger(pilot)
        assert view.selected == letter
        await pilot.press("s")
        await pilot.pause()
        assert status() is Status.THANKED
        assert view.selected == letter
        assert "gave thanks" in page(app)
        await pilot.press("S")
        await pilot.pause()
        assert status() is Status.DONE
        await pilot.press("u")
        await pilot.pause()
        assert status() is Status.THANKED
        await pilot.press("s")
        assert "nothing comes after" in said(app)
        await pilot.press("u")
        await pilot.pause()
        assert status() is Status.DONE
        assert view.selected == letter
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert status() is Status.THANKED


async def test_what_is_thanked_leaves_its_list(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, Which.TO_THANK)
        await pilot.press("s")
        await pilot.pause()
        assert listed(app) == []
        assert "All are thanked." in "\n".join(text(app))
        await pilot.press("u")
        await pilot.pause()
        assert listed(app) == [made["letter"].id]


async def test_a_promise_is_kept_and_opened_again(app, made, network):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot, Which.PROMISED)
        await pilot.press("s")
        await pilot.pause()
        assert network.repository.promises[made["cv"].id].done_on is not None
        assert view.selected == made["cv"].id
        assert listed(app) == [made["book"].id, made["cv"].id]
        await pilot.press("S")
        await pilot.pause()
        assert network.repository.promises[made["cv"].id].done_on is None
        assert listed(app) == [made["cv"].id, made["book"].id]


async def test_the_page_tells_the_whole_favour(app):
    async with app.run_test(size=(200, 60)) as pilot:
        await open_ledger(pilot)
        shown = page(app)
        for words in (
            "recommendation",
            "thanks still to come",
            "Мария Петрова",
            "data lead",
            "LinkedIn",
            "https://example.org",
            "by the end of",
            "in return",
            "referral",
            "Nevena leads people",
            "lunch about the role",
            "12 Nov",
            "20 Nov",
        ):
            assert words in shown, words
        await pilot.press("j")
        await app.settled()
        assert "in return for" in page(app)


async def test_in_a_narrow_window_the_page_takes_the_place_of_the_list(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot)
        assert not view.page.region
        await pilot.press("enter")
        await pilot.pause()
        assert view.page.has_focus
        assert "Nevena leads people" in "\n".join(text(app))
        await pilot.press("s")
        await pilot.pause()
        assert "gave thanks" in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert view.rows.has_focus
        assert view.selected == made["letter"].id


async def test_balances_stand_side_by_side_and_leave_out_the_family(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_ledger(pilot, Which.BY_PERSON)
        totals = {row.name: row.totals for row in view.rows.rows}
        assert set(totals) == {"Georgi Ivanov", "Мария Петрова"}
        assert (totals["Georgi Ivanov"].given, totals["Georgi Ivanov"].received) == (1, 0)
        assert (totals["Georgi Ivanov"].open_given, totals["Georgi Ivanov"].open_received) == (0, 1)
        await pilot.press("c")
        assert [row.name for row in view.rows.rows] == ["Classmates", "Colleagues"]
        await pilot.press("c")
        assert {"advice", "recommendation"} <= {row.name for row in view.rows.rows}


@pytest.mark.parametrize(
    ("which", "names"),
    [
        (Which.BY_PERSON, ["advice", "ask", "lapsed"]),
        (Which.BY_GROUP, ["advice", "ask", "lapsed"]),
        (Which.BY_KIND, ["advice"]),
    ],
)
async def test_enter_on_a_balance_shows_what_it_was_counted_from(app, made, which, names):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, which)
        await pilot.press("e")
        assert "sum" in said(app)
        await pilot.press("enter")
        await pilot.pause()
        assert listed(app) == [made[name].id for name in names]
        await pilot.press("escape")
        await pilot.pause()
        assert len(listed(app)) == 6


async def test_the_lists_are_a_pane_that_follows_the_cursor(app):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_ledger(pilot)
        await pilot.press("h", "j", "j")
        await pilot.pause()
        assert view._which is Which.TO_THANK
        await pilot.press("enter")
        await pilot.pause()
        assert view.rows.has_focus


async def test_sorting_goes_on_to_the_next_column_and_keeps_the_selection(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot)
        await pilot.press("j", "o")
        await pilot.pause()
        assert view.selected == made["in_return"].id
        names = [app.workspace.index.person_name(row.exchange.person) for row in view.rows.rows]
        assert names[:3] == ["Georgi Ivanov"] * 3
        await pilot.press("o", "o", "o")
        await pilot.pause()
        assert listed(app)[0] == made["letter"].id


@pytest.mark.parametrize("words", ["петрова", "petrova"])
async def test_the_filter_finds_in_both_scripts(app, made, words):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot)
        await pilot.press("slash", *words, "enter")
        await pilot.pause()
        assert listed(app) == [made["letter"].id, made["in_return"].id]
        await pilot.press("c")
        await pilot.pause()
        assert listed(app) == [made["in_return"].id]
        await pilot.press("c", "c")
        await pilot.pause()
        assert listed(app) == [made["cv"].id]
        await pilot.press("escape")
        await pilot.pause()
        assert listed(app) == [made["cv"].id, made["book"].id]


async def test_another_view_opens_a_query_and_a_record(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot, Which.PROMISED)
        view.show_query("status:open direction:received")
        await pilot.pause()
        assert listed(app) == [made["ask"].id]
        app.screen.post_message(OpenRecord(Table.EXCHANGES, made["advice"].id))
        await pilot.pause()
        await pilot.pause()
        assert view.selected == made["advice"].id
        assert len(listed(app)) == 6


async def test_a_favour_is_recorded_with_the_person_at_the_cursor(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot)
        for key in ("f", "R"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, Form)
            assert "Мария Петрова" in "\n".join(text(app))
            await pilot.press("escape")
            await pilot.pause()


async def test_an_empty_ledger_says_what_to_press(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot)
        assert "No favours yet." in "\n".join(text(empty_app))
        for _ in Which:
            await pilot.press("c", "enter", "s", "e", "x", "p")
            assert said(empty_app)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_hostile_text_does_no_harm(network, clock, size):
    records = []
    for name in HOSTILE:
        person = Person(id=clock.new_id(), name=name, groups=("4",))
        records += [
            person,
            Exchange(
                id=clock.new_id(),
                kind=ExchangeKind.INTRODUCTION,
                direction=GIVEN,
                person=person.id,
                others=(person.id,),
                steps=(Step(status=Status.ASKED, note=name), Step(status=Status.DONE, note=name)),
                subject=name,
                text=name,
                where=name,
                url=name,
            ),
            Promise(id=clock.new_id(), text=name, whose=Whose.MINE, person=person.id),
        ]
    network.save(records, action="demo.sample")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=size) as pilot:
        await open_ledger(pilot)
        for which in Which:
            for _row in ledger(app).rows.rows if which is Which.REGISTER else range(2):
                await pilot.press("j")
                await app.settled()
            shown = "\n".join(text(app))
            assert "\x1b" not in shown
            assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
            await pilot.press("c")
            await pilot.pause()


async def test_only_rows_in_sight_are_made(network, clock):
    """5,000 favours: moving draws two rows, and a change only the rows that differ."""
    person = Person(id=clock.new_id(), name="Мария Петрова")
    many = [
        Exchange(
            id=clock.new_id(),
            kind=ExchangeKind.ADVICE,
            direction=RECEIVED if number % 2 else GIVEN,
            person=person.id,
            steps=(Step(status=Status.DONE, on=PartialDate.parse("2026-01-01")),),
        )
        for number in range(5000)
    ]
    network.save([person, *many], action="demo.sample")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot)
        painted = count_painted(view.rows)
        await pilot.press("j")
        await pilot.pause()
        assert len(painted) <= 2
        painted.clear()
        await pilot.press("G", "g")
        await pilot.pause()
        assert len(painted) <= 2 * view.rows.region.height
        painted.clear()
        app.perform(lambda network: exchanges.move(network, view.selected))
        await pilot.pause()
        assert len(painted) <= 2
