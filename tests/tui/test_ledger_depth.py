"""The ledger in depth: steps with dates and notes, periods, offers beside needs, balances that can be hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.config import Settings
from nettui.domain.change import Table
from nettui.domain.dates import PartialDate
from nettui.domain.records import (
    ME_ID,
    Direction,
    Exchange,
    ExchangeKind,
    Me,
    Person,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.domain.statuses import path
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.form import Form
from nettui.tui.outside import Outside
from nettui.tui.views.ledger.model import Which
from nettui.tui.views.record_words import age_role, way_word
from nettui.tui.workspace import Workspace
from tests.tui.conftest import SIZES
from tests.tui.driving import Filling, message, shown
from tests.tui.test_ledger import ledger, listed, open_ledger, page

GIVEN, RECEIVED = Direction.GIVEN, Direction.RECEIVED
LONG = "Александра-Теодора Константинова-Папазова " * 3


@pytest.fixture
def made(network, clock):
    """Two people of an account, one of the family; favours over three years; what I offer and look for."""
    maria = Person(id=clock.new_id(), name="Мария Петрова", groups=("4",), needs=("лектор за пролетта",))
    georgi = Person(id=clock.new_id(), name="Georgi Ivanov", groups=("2",), needs=("a flat in Plovdiv",))
    mother = Person(id=clock.new_id(), name="Йорданка", groups=("6",), needs=("help with the roof", "a new phone"))

    def favour(kind, direction, person, *steps, **more):
        return Exchange(
            id=clock.new_id(),
            kind=kind,
            direction=direction,
            person=person.id,
            steps=tuple(Step(status=status, on=PartialDate.parse(on) if on else None) for status, on in steps),
            **more,
        )

    written = {
        "asked": favour(ExchangeKind.ADVICE, GIVEN, maria, (Status.ASKED, "2026-11-20")),
        "agreed": favour(ExchangeKind.HELP, GIVEN, georgi, (Status.ASKED, "2026-09-01"), (Status.AGREED, "2026-11-22")),
        "late": favour(
            ExchangeKind.REFERENCE, RECEIVED, georgi, (Status.ASKED, "2026-11-19"), due=PartialDate.parse("2026-11-22")
        ),
        "offered": favour(ExchangeKind.REFERRAL, GIVEN, maria, (Status.OFFERED, "2026-11-13")),
        "new": favour(ExchangeKind.ADVICE, RECEIVED, maria, (Status.THANKED, "2026-11-02")),
        "spring": favour(ExchangeKind.FEEDBACK, GIVEN, maria, (Status.DONE, "2026-04-02")),
        "old": favour(ExchangeKind.ADVICE, GIVEN, georgi, (Status.DONE, "2024-05-01")),
        "undated": favour(ExchangeKind.HELP, GIVEN, georgi, (Status.DONE, "")),
        "soup": favour(ExchangeKind.HELP, RECEIVED, mother, (Status.THANKED, "2026-11-01")),
    }
    me = Me(id=ME_ID, offers=("mock interviews", "отзив за хора"), seeks=("a mentor",))
    network.save([maria, georgi, mother, me, *written.values()], action="demo.sample")
    return {"maria": maria, "georgi": georgi, "mother": mother, **written}


@pytest.fixture
def saved():
    """The settings that were saved."""
    return {}


@pytest.fixture
def app(network, made, saved):
    outside = Outside(settings=Settings(), save_settings=saved.update)
    return NettuiApp(Workspace(network, path="network.json"), outside=outside)


async def step_form(pilot, made, name):
    view = await open_ledger(pilot)
    view.show_record(made[name].id)
    await pilot.press("t")
    await pilot.pause()
    assert isinstance(pilot.app.screen, Form)
    return Filling(pilot)


# -- steps -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES[:2])
async def test_a_step_takes_another_status_a_date_and_a_note(app, network, made, size):
    asked = made["asked"].id
    async with app.run_test(size=size) as pilot:
        form = await step_form(pilot, made, "asked")
        await pilot.press("d")
        await form.write("on", "21.11.2026")
        await form.write("note", "по телефона")
        await form.save()
        assert network.repository.exchanges[asked].steps[-1] == Step(
            status=Status.DONE, on=PartialDate.parse("2026-11-21"), note="по телефона"
        )
        assert message(app).startswith("Done. s again: thanked")
        assert ledger(app).selected == asked
        await pilot.press("u")
        await pilot.pause()
        assert network.repository.exchanges[asked].steps == made["asked"].steps


async def test_the_date_and_note_of_a_step_are_put_right_without_a_next_one(app, network, made):
    agreed = made["agreed"].id
    async with app.run_test(size=(80, 24)) as pilot:
        form = await step_form(pilot, made, "agreed")
        await pilot.press("left")
        await form.write("on-0", "2026-10-02")
        await form.write("note-1", "over lunch")
        await form.save()
        steps = path(network.repository.exchanges[agreed])
        assert [(step.status, str(step.on), step.note) for step in steps] == [
            (Status.ASKED, "2026-10-02", ""),
            (Status.AGREED, "2026-11-22", "over lunch"),
        ]
        await pilot.press("u")
        await pilot.pause()
        assert network.repository.exchanges[agreed].steps == made["agreed"].steps


async def test_steps_that_all_move_on_are_put_right_together(app, network, made):
    async with app.run_test(size=(80, 24)) as pilot:
        form = await step_form(pilot, made, "agreed")
        await form.write("on-0", "2026-11-22")
        await form.write("on-1", "2026-11-23")
        await form.save()
        steps = path(network.repository.exchanges[made["agreed"].id])
        assert [str(step.on) for step in steps] == ["2026-11-22", "2026-11-23", "2026-11-23"]


async def test_dates_that_run_backwards_are_refused_in_the_form(app, network, made):
    async with app.run_test(size=(80, 24)) as pilot:
        form = await step_form(pilot, made, "asked")
        await form.write("on", "2026-11-01")
        await form.save()
        assert isinstance(app.screen, Form)
        assert "before the step it follows" in shown(app)
        assert network.repository.exchanges[made["asked"].id].steps == made["asked"].steps


async def test_a_step_may_be_undated_and_the_last_has_no_next(app, network, made):
    async with app.run_test(size=(80, 24)) as pilot:
        form = await step_form(pilot, made, "spring")
        await form.write("on", "")
        await form.save()
        assert network.repository.exchanges[made["spring"].id].steps[-1] == Step(status=Status.THANKED)
        await pilot.press("t")
        await pilot.pause()
        assert "Next step" not in shown(app)
        assert "So far" in shown(app)


async def test_only_favours_have_steps(app, network, clock, made):
    network.save(
        [Promise(id=clock.new_id(), text="send my CV", whose=Whose.MINE, person=made["maria"].id)], action="promise.add"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, Which.PROMISED)
        await pilot.press("t")
        assert "Only a favour has steps" in message(app)


async def test_the_page_says_what_comes_next_and_with_which_key(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot)
        view.show_record(made["agreed"].id)
        await pilot.press("enter")
        await pilot.pause()
        lines = shown(app)
        assert "asked    1 Sep" in lines.replace("     ", "    ")
        assert "waits for 83 days" in lines
        assert "s today" in lines
        assert "t declined, lapsed, another date, a note" in lines
        await pilot.press("s", "s")
        await pilot.pause()
        assert "Nothing comes after that" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_direction_and_status_are_words_at_every_size(app, size):
    async with app.run_test(size=size) as pilot:
        for which in (Which.REGISTER, Which.OPEN):
            view = await open_ledger(pilot, which)
            for row in view.rows.rows:
                line = "".join(text for text, _role in view._paint(row, view.rows.size.width - 3).left)
                assert way_word(row.exchange.direction, row.exchange.status) in line
                assert row.exchange.status.value in line


def test_what_waits_ages():
    today = PartialDate.parse("2026-11-23").first_day()
    due = PartialDate.parse
    assert [age_role(days, None, today) for days in (0, 13, 14, 400)] == ["quiet", "quiet", "strong", "strong"]
    assert age_role(1, due("2026-11-22"), today) == "due"
    assert age_role(20, due("2026-11"), today) == "strong"


async def test_the_same_key_does_the_same_on_a_persons_page_and_on_today(app, network, made):
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        screen = app.screen
        page = screen.query_one("PersonPage")
        screen.query_one("#people-list").go_to(made["maria"].id)
        await pilot.pause()
        await app.settled()
        page.lines.focus()
        assert page.go_to_record(Table.EXCHANGES, made["asked"].id)
        await pilot.press("s")
        await pilot.pause()
        assert message(app).startswith("Agreed. s again: done")
        await pilot.press("1")
        await pilot.pause()
        view = screen.query_one("TodayView")
        keys = [key for row in view.query_one("VirtualList").rows if (key := view.query_one("VirtualList")._key(row))]
        mine = next(key for key in keys if key.endswith(made["agreed"].id))
        view.query_one("VirtualList").go_to(mine)
        await pilot.press("s")
        await pilot.pause()
        assert message(app).startswith("Done. s again: thanked")
    assert network.repository.exchanges[made["agreed"].id].status is Status.DONE


# -- periods -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_register_goes_through_years_and_months(app, made, size):
    async with app.run_test(size=size) as pilot:
        await open_ledger(pilot)
        assert len(listed(app)) == 9
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert "2026" in shown(app).splitlines()[1]
        assert len(listed(app)) == 7
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert listed(app) == [made["old"].id]
        await pilot.press("left_square_bracket")
        assert message(app) == "Nothing earlier is written."
        await pilot.press("T")
        await pilot.pause()
        assert len(listed(app)) == 7
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert listed(app) == [made[name].id for name in ("agreed", "asked", "late", "offered", "new", "soup")]
        await pilot.press("right_square_bracket")
        assert message(app) == "Nothing later is written."
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert listed(app) == [made["spring"].id]
        await pilot.press("T", "T")
        await pilot.pause()
        assert len(listed(app)) == 9
        await pilot.press("T")
        assert message(app) == "This is all time."


async def test_the_balance_of_a_period_counts_what_was_done_in_it(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_ledger(pilot, Which.BY_PERSON)
        assert [(row.name, row.totals.frequency) for row in view.rows.rows] == [
            ("Georgi Ivanov", 2),
            ("Мария Петрова", 2),
        ]
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert {row.name: row.totals.frequency for row in view.rows.rows}["Georgi Ivanov"] == 0
        view.rows.go_to(f"person:{made['maria'].id}")
        await pilot.press("enter")
        await pilot.pause()
        assert listed(app) == [made[name].id for name in ("asked", "offered", "new", "spring")]
        assert "given 1, received 1" in shown(app)


async def test_other_lists_are_of_no_period(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, Which.OPEN)
        await pilot.press("left_square_bracket")
        assert "Only the register and the balances" in message(app)


async def test_a_period_without_anything_says_how_to_leave_it(app, network, made):
    late = ("asked", "agreed", "late", "offered", "new", "soup")
    network.save([], removed=[made[name] for name in late], action="exchange.remove")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot)
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert "Nothing in Nov 2026." in shown(app)
        await pilot.press("T")
        await pilot.pause()
        assert len(listed(app)) == 3


async def test_a_record_opened_from_elsewhere_is_shown_out_of_its_period_too(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot)
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert view.show_record(made["old"].id)
        assert view.selected == made["old"].id
        assert len(listed(app)) == 9


# -- lists -------------------------------------------------------------------------------------------------------------


async def test_what_was_asked_of_me_is_answered_and_done_with_the_cursor_kept(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot, Which.ASKED_OF_ME)
        assert listed(app) == [made["asked"].id, made["agreed"].id]  # as on Today: first what is not answered
        await pilot.press("s")
        await pilot.pause()
        assert view.selected == made["asked"].id
        await pilot.press("s")
        await pilot.pause()
        assert listed(app) == [made["agreed"].id]
        await pilot.press("u")
        await pilot.pause()
        assert listed(app) == [made["agreed"].id, made["asked"].id]


# -- offers and needs --------------------------------------------------------------------------------------------------


def needs(app):
    return [getattr(row, "text", "") for row in ledger(app).rows.rows if getattr(row, "key", None)]


@pytest.mark.parametrize("size", SIZES)
async def test_offers_stand_with_what_others_need(app, size):
    async with app.run_test(size=size) as pilot:
        view = await open_ledger(pilot, Which.NEEDS)
        assert needs(app) == [
            "mock interviews",
            "отзив за хора",
            "a mentor",
            "a flat in Plovdiv",
            "help with the roof",
            "a new phone",
            "лектор за пролетта",
        ] or sorted(needs(app)[3:]) == sorted(
            ["a flat in Plovdiv", "help with the roof", "a new phone", "лектор за пролетта"]
        )
        assert all(words in shown(app) for words in ("What I can offer", "What I look for", "What others need"))
        assert view.rows.cursor_row.text == "mock interviews"
        if size[0] >= 110:
            assert "what others need" in page(app)
            await pilot.press("G")
            await app.settled()
            assert "mock interviews" in page(app)


async def test_a_need_begins_an_offer_with_its_person(app, network, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot, Which.NEEDS)
        view.rows.go_to(f"NEED:{made['maria'].id}:лектор за пролетта")
        before = set(network.repository.exchanges)
        for key in ("enter", "f"):
            await pilot.press(key)
            await pilot.pause()
            form = Filling(pilot)
            assert form.row("person").raw == "Мария Петрова"
            assert form.row("subject").raw == "лектор за пролетта"
            await pilot.press("ctrl+s")
            await pilot.pause()
        new = [network.repository.exchanges[i] for i in network.repository.exchanges if i not in before]
        assert [(each.direction, each.status, each.person) for each in new] == [
            (GIVEN, Status.OFFERED, made["maria"].id)
        ] * 2
        assert view._which is Which.NEEDS
        assert view.rows.cursor_row.person == made["maria"].id


async def test_an_offer_of_mine_and_what_i_look_for_begin_a_favour(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, Which.NEEDS)
        await pilot.press("f")
        await pilot.pause()
        form = Filling(pilot)
        assert (form.row("subject").raw, form.row("status").raw) == ("mock interviews", "offered")
        assert form.here == "person"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("j", "j", "f")
        await pilot.pause()
        assert Filling(pilot).row("subject").raw == "a mentor"
        assert "I ask for" in shown(app)


async def test_what_i_offer_is_edited_and_shown_at_once(app, network):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, Which.NEEDS)
        for key in ("M", "e"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, Form)
            await pilot.press("escape")
            await pilot.pause()
        me = network.repository.me
        app.perform(lambda net: net.save([replace(me, offers=(*me.offers, LONG))], action="me.edit"))
        await pilot.pause()
        assert LONG in needs(app)
        assert "s" in message(app)
        for key in ("s", "x", "t"):
            await pilot.press(key)
            assert "no favour yet" in message(app)


async def test_needs_are_found_by_their_words_and_their_person(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, Which.NEEDS)
        await pilot.press("slash", *"petrova", "enter")
        await pilot.pause()
        assert needs(app) == ["лектор за пролетта"]
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("slash", *"roof", "enter")
        await pilot.pause()
        assert needs(app) == ["help with the roof"]


async def test_without_offers_and_needs_the_list_says_how_they_come(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot, Which.NEEDS)
        lines = shown(empty_app)
        assert "M   write down what you can offer" in lines
        await pilot.press("M")
        await pilot.pause()
        assert isinstance(empty_app.screen, Form)


# -- balances ----------------------------------------------------------------------------------------------------------


async def test_a_communal_group_has_needs_in_the_place_of_figures(app):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_ledger(pilot, Which.BY_GROUP)
        last = view.rows.rows[-1]
        assert (last.name, last.needs) == ("Family", 2)
        assert "2 needs noted" in shown(app)
        await pilot.press("G", "enter")
        await pilot.pause()
        await app.settled()
        assert view._which is Which.BY_GROUP
        assert "help with the roof" in page(app)
        assert "Йорданка" in page(app)
        assert "received" not in page(app)


async def test_balances_are_sorted_by_each_column(app):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_ledger(pilot, Which.BY_PERSON)
        orders = []
        for _ in range(4):
            orders.append([row.name for row in view.rows.rows])
            await pilot.press("o")
            await pilot.pause()
        by_count, by_given, by_received, by_name = orders
        assert by_given[0] == "Georgi Ivanov"
        assert by_received[0] == "Мария Петрова"
        assert by_name == ["Georgi Ivanov", "Мария Петрова"] == by_count


async def test_balances_can_be_hidden_everywhere(app, saved, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_ledger(pilot, Which.BY_PERSON)
        await pilot.press("B")
        await pilot.pause()
        assert saved == {"ledger.balance": False}
        assert view._which is Which.REGISTER
        assert "By person" not in shown(app)
        assert "received 1" not in shown(app)
        await pilot.press("2")
        await pilot.pause()
        app.screen.query_one("#people-list").go_to(made["georgi"].id)
        await pilot.pause()
        await app.settled()
        assert "balance" not in shown(app)
        await pilot.press("4", "B")
        await pilot.pause()
        assert saved == {"ledger.balance": True}
        assert "By person" in shown(app)
        await pilot.press("2")
        await pilot.pause()
        await app.settled()
        assert "balance" in shown(app)


async def test_hidden_balances_stay_hidden_at_the_next_start(network, made):
    settings = Settings(ledger=replace(Settings().ledger, balance=False))
    app = NettuiApp(Workspace(network, path="network.json"), outside=Outside(settings=settings))
    async with app.run_test(size=(120, 36)) as pilot:
        await open_ledger(pilot)
        assert "By person" not in shown(app)


# -- asking and offering -----------------------------------------------------------------------------------------------


async def ask_form(pilot, made, name):
    view = await open_ledger(pilot)
    view.show_record(made[name].id)
    await pilot.press("R")
    await pilot.pause()
    return Filling(pilot)


async def test_the_form_warns_of_many_requests_and_hinders_nothing(app, network, clock, made):
    asks = [
        Exchange(
            id=clock.new_id(),
            kind=ExchangeKind.ADVICE,
            direction=RECEIVED,
            person=made["georgi"].id,
            steps=(Step(status=Status.ASKED, on=PartialDate.parse("2026-11-10")),),
        )
        for _ in range(2)
    ]
    network.save(asks, action="demo.sample")
    async with app.run_test(size=(80, 24)) as pilot:
        form = await ask_form(pilot, made, "asked")
        await pilot.pause()
        quiet = shown(app)
        await form.write("person", "Georgi Ivanov")
        await pilot.pause()
        assert len(shown(app).split()) > len(quiet.split()) + 5
        await form.go("text")
        assert "Georgi Ivanov" in shown(app).split("Text")[0].replace("Of   Georgi Ivanov", "")
        await form.save()
        assert sum(each.status is Status.ASKED for each in network.repository.exchanges.values()) == 5


async def test_the_second_half_shows_needs_and_offers_and_takes_them_over(app, network, made):
    before = set(network.repository.exchanges)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await ask_form(pilot, made, "asked")
        await pilot.press("pagedown")
        await pilot.pause()
        assert form.here == "offer_kind"
        lines = shown(app)
        assert "They need: лектор за пролетта" in lines
        assert "You can offer: mock interviews; отзив за хора" in lines
        await pilot.press("tab", "ctrl+n", "tab")
        await pilot.pause()
        assert form.row("offer_subject").raw == "лектор за пролетта"
        await form.write("offer_subject", "")
        await pilot.press("ctrl+n", "ctrl+n", "tab")
        await pilot.pause()
        assert form.row("offer_subject").raw == "mock interviews"
        await pilot.press("pageup")
        await pilot.pause()
        assert form.here == "kind"
        assert "You can offer" not in shown(app)
        await form.save()
    new = [each for i, each in network.repository.exchanges.items() if i not in before]
    assert [(each.direction, each.subject) for each in new] == [(RECEIVED, ""), (GIVEN, "mock interviews")]
    assert new[1].in_return_for == new[0].id


async def test_the_second_half_can_be_left_out_and_undone(app, network, made):
    before = dict(network.repository.exchanges)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await ask_form(pilot, made, "asked")
        await form.go("subject")
        assert "You look for: a mentor" in shown(app)
        await form.save()
        new = [each for i, each in network.repository.exchanges.items() if i not in before]
        assert [(each.direction, each.status) for each in new] == [(RECEIVED, Status.ASKED)]
        assert ledger(app).selected == new[0].id
        await pilot.press("u")
        await pilot.pause()
        assert dict(network.repository.exchanges) == before
