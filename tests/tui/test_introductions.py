"""Bringing two people together in the app: the form, the list of what may have happened, and the three registers."""

from __future__ import annotations

import pytest

from nettui.domain.dates import PartialDate
from nettui.domain.introductions import both_agreed
from nettui.domain.records import ME_ID, Consent, Consenting, Direction, ExchangeKind, Met, Person, Status
from nettui.services import introductions
from nettui.services.undo import undo
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.form import Form
from nettui.tui.flows.exchanges import edit_exchange, move_exchange
from nettui.tui.flows.introductions import begin_introduction, edit_introduction, walk_on
from nettui.tui.workspace import Workspace
from tests.services.making import add_exchange, add_person, make_exchange
from tests.tui.driving import Filling, message, running, shown

TODAY = PartialDate(2026, 11, 23)
SMALL, USUAL = (80, 24), (120, 36)


@pytest.fixture
def maria(network):
    return add_person(network, "Мария Петрова")


@pytest.fixture
def georgi(network):
    return add_person(network, "Georgi Ivanov")


@pytest.fixture
def ani(network):
    return add_person(network, "Ani Velinova")


@pytest.fixture
def app(network, maria, georgi, ani):
    return NettuiApp(Workspace(network))


def mine(network, maria, georgi):
    exchange = make_exchange(
        network, maria, "given", "offered", "2026-11-01", kind=ExchangeKind.INTRODUCTION, others=(georgi.id,)
    )
    introductions.begin(network, exchange)
    return exchange.id


def theirs(network, ani, georgi):
    exchange = make_exchange(
        network, ani, "received", "asked", "2026-11-01", kind=ExchangeKind.INTRODUCTION, others=(georgi.id,)
    )
    introductions.begin(network, exchange)
    return exchange.id


def only(network):
    (exchange,) = network.repository.exchanges.values()
    return exchange


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_i_bring_two_together_and_the_sides_are_typed_in_either_script(app, network, maria, georgi, size):
    async with app.run_test(size=size) as pilot:
        await pilot.press("2")
        await pilot.pause()
        app.screen.query_one("PeopleView").show_record(maria.id)
        await pilot.press("b")
        await pilot.pause()
        filling = Filling(pilot)
        assert filling.here == "others"
        assert filling.row("introducer").raw == "me"
        assert filling.row("one").raw == "Мария Петрова"
        await filling.write("others", "георги")
        await filling.write("subject", "data work")
        await filling.go("one_answer")
        await pilot.press("right", "right")
        await filling.save()
        made = only(network)
        assert (made.direction, made.person, made.others) == (Direction.GIVEN, maria.id, (georgi.id,))
        assert made.consents == (Consent(person=maria.id, answer=Consenting.AGREED, on=TODAY),)
        assert (made.status, made.on, made.subject) == (Status.OFFERED, TODAY, "data work")


@pytest.mark.parametrize(
    ("introducer", "one", "others", "stands"),
    [
        ("Ani", "me", "Georgi", ("received", "ani", ["georgi"])),
        ("Ани", "georgi", "me", ("received", "ani", ["georgi"])),
        ("ani velinova", "Maria", "Georgi", ("received", "ani", ["maria", "georgi"])),
        ("", "Maria", "Georgi, Ani", ("given", "maria", ["georgi", "ani"])),
    ],
)
async def test_who_introduces_may_be_somebody_else(app, network, maria, georgi, ani, introducer, one, others, stands):
    ids = {"maria": maria.id, "georgi": georgi.id, "ani": ani.id}
    async with app.run_test(size=USUAL) as pilot:
        async with running(pilot, begin_introduction(app)):
            filling = Filling(pilot)
            assert filling.here == "one"
            for key, text in (("introducer", introducer), ("one", one), ("others", others)):
                await filling.write(key, text)
            await filling.save()
        made = only(network)
        direction, person, sides = stands
        assert (made.direction.value, made.person) == (direction, ids[person])
        assert made.others == tuple(ids[side] for side in sides)


@pytest.mark.parametrize(
    ("introducer", "one", "others", "says"),
    [
        ("me", "Maria", "maria", "different people"),
        ("me", "me", "Maria", "You introduce them"),
        ("Ani", "Ani", "Maria", "no side of it"),
        ("Ani", "me", "Maria, Georgi", "write each introduction of yours"),
        ("me", "Maria", "Nobody Known", "Nobody is called"),
        ("me", "Maria", "", "This is needed."),
    ],
)
async def test_what_cannot_be_is_said_in_the_form(app, network, introducer, one, others, says):
    async with app.run_test(size=USUAL) as pilot:
        async with running(pilot, begin_introduction(app)):
            filling = Filling(pilot)
            for key, text in (("introducer", introducer), ("one", one), ("others", others)):
                await filling.write(key, text)
            await filling.save()
            assert isinstance(app.screen, Form)
            assert says in shown(app)
            await pilot.press("escape")
            await pilot.press("d")
        assert not network.repository.exchanges


async def test_an_introduction_of_mine_is_walked_on_by_one_key_each(app, network, maria, georgi):
    exchange_id = mine(network, maria, georgi)

    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("4")
        await pilot.pause()
        for said in (
            "Ask Мария Петрова first.",
            "Ask Georgi Ivanov first.",
            "Мария Петрова was asked: wait for the answer.",
            "Georgi Ivanov was asked: wait for the answer.",
            "Both agreed: introduce them.",
        ):
            app.screen.query_one("LedgerView").open_page()
            await pilot.pause()
            assert said in shown(app)
            await pilot.press("b")
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            await app.settled()
        done = only(network)
        assert both_agreed(done)
        assert [(consent.person, consent.on) for consent in done.consents] == [(maria.id, TODAY), (georgi.id, TODAY)]
        assert done.status is Status.DONE
        assert message(app).startswith("Introduced: Мария Петрова, Georgi Ivanov")
        assert "Ask Мария Петрова what came of it." in shown(app)
        await pilot.press("b")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await Filling(pilot).write("outcome", "They write a paper.")
        await Filling(pilot).save()
        assert (only(network).outcome, only(network).told_on) == ("They write a paper.", TODAY)
        page = shown(app)
        assert "They write a paper." in page
        assert "you know, since 23 Nov" in page
        for _each in range(6):
            app.perform(undo)
        assert only(network).id == exchange_id
        assert (only(network).consents, only(network).status) == ((), Status.OFFERED)


async def test_somebody_elses_introduction_ends_with_telling_them_and_offers_how_we_met(app, network, georgi, ani):
    exchange_id = theirs(network, ani, georgi)
    introductions.answer_side(network, exchange_id, georgi.id, Consenting.AGREED)
    app.workspace.index.reload()
    async with app.run_test(size=SMALL) as pilot:
        async with running(pilot, walk_on(app, exchange_id)):
            assert "introduced" in shown(app)
            await pilot.press("enter")
            await pilot.pause()
            assert "Note that you met Georgi Ivanov through Ani Velinova?" in shown(app)
            await pilot.press("y")
        assert network.repository.people[georgi.id].met == Met(on=TODAY, by=ani.id)
        introductions.record_outcome(network, exchange_id, "lunch")
        app.workspace.index.reload()
        async with running(pilot, walk_on(app, exchange_id)):
            listed = shown(app)
            assert "told Ani Velinova what came of it" in listed
            await pilot.press("down", "down")
            assert "told and thanked Ani Velinova" in shown(app)
            await pilot.press("enter")
        done = only(network)
        assert (done.told_on, done.status) == (TODAY, Status.THANKED)


async def test_the_next_status_offers_it_too_and_no_is_an_answer(app, network, georgi, ani):
    exchange_id = theirs(network, ani, georgi)
    async with app.run_test(size=USUAL) as pilot:
        async with running(pilot, move_exchange(app, exchange_id)):
            pass
        assert only(network).status is Status.AGREED
        async with running(pilot, move_exchange(app, exchange_id)):
            assert "through Ani Velinova" in shown(app)
            await pilot.press("n")
        assert network.repository.people[georgi.id].met is None
        assert only(network).status is Status.DONE


async def test_who_was_not_asked_is_a_warning(app, network, maria, georgi):
    exchange_id = mine(network, maria, georgi)
    async with app.run_test(size=USUAL) as pilot:
        async with running(pilot, walk_on(app, exchange_id)):
            listed = shown(app)
            assert "Not asked yet: Мария Петрова, Georgi Ivanov." in listed
            for letter in "introduced":
                await pilot.press(letter)
            await pilot.press("enter")
        assert only(network).status is Status.DONE
        assert message(app) == "Introduced. Not asked yet: Мария Петрова, Georgi Ivanov."


async def test_a_side_declines(app, network, maria, georgi):
    exchange_id = mine(network, maria, georgi)
    async with app.run_test(size=USUAL) as pilot:
        for typed in ("georgi declined", "closed"):
            async with running(pilot, walk_on(app, exchange_id)):
                for letter in typed:
                    await pilot.press("space" if letter == " " else letter)
                await pilot.press("enter")
        declined = only(network)
        assert declined.consents == (Consent(person=georgi.id, answer=Consenting.DECLINED, on=TODAY),)
        assert declined.status is Status.DECLINED


async def test_both_forms_keep_what_they_do_not_show(app, network, clock, maria, georgi, ani):
    exchange_id = mine(network, maria, georgi)
    introductions.answer_side(network, exchange_id, georgi.id, Consenting.AGREED, PartialDate(2026, 11))
    introductions.introduce(network, exchange_id)
    introductions.record_outcome(network, exchange_id, "a paper", PartialDate(2026, 11, 22))
    app.workspace.index.reload()
    before = only(network)
    async with app.run_test(size=USUAL) as pilot:
        async with running(pilot, edit_exchange(app, exchange_id)):
            await Filling(pilot).write("subject", "data")
            await Filling(pilot).save()
        async with running(pilot, edit_introduction(app, exchange_id)):
            await Filling(pilot).write("subject", "data work")
            await Filling(pilot).save()
        after = only(network)
        assert after.subject == "data work"
        for field in ("consents", "outcome", "told_on", "steps", "person", "others", "created"):
            assert getattr(after, field) == getattr(before, field)
        async with running(pilot, edit_exchange(app, exchange_id)):
            await Filling(pilot).write("others", "Ani")
            await Filling(pilot).save()
        assert (only(network).others, only(network).consents) == ((ani.id,), ())


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_all_three_registers_show_it_and_b_walks_it_on_there(app, network, maria, georgi, ani, size):
    exchange = make_exchange(
        network, ani, "received", "asked", kind=ExchangeKind.INTRODUCTION, others=(maria.id, georgi.id)
    )
    introductions.begin(network, exchange)
    app.workspace.index.reload()
    async with app.run_test(size=size) as pilot:
        await pilot.press("2")
        await pilot.pause()
        view = app.screen.query_one("PeopleView")
        for person, said in (
            (ani, "Ani Velinova introduces Мария"),
            (maria, "Ani Velinova introduces Georgi"),
            (georgi, "Ani Velinova introduces Мария"),
        ):
            assert view.show_record(person.id)
            await pilot.pause()
            await app.settled()
            row = next(row for row in view.page.lines.rows if exchange.id in (row.key or ""))
            assert said in "".join(text for text, _role in row.line.left)
            if size == SMALL:  # the page has the whole width
                assert "not asked" in "".join(text for text, _role in row.line.right)
        view.page.lines.focus()
        view.page.lines.go_to(row.key)
        await pilot.press("enter")
        await pilot.pause()
        unfolded = "".join(text for each in view.page.lines.rows for text, _role in each.line.left)
        assert "next: Ani Velinova asks Мария" in " ".join(unfolded.split())
        await pilot.press("b")
        await pilot.pause()
        assert "What happened?" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert only(network).consents == (Consent(person=maria.id, answer=Consenting.ASKED, on=TODAY),)


async def test_the_page_of_an_introduction_names_me_and_what_i_have_to_say(app, network, georgi, ani):
    exchange = make_exchange(
        network, ani, "received", "offered", "2026-11-01", kind=ExchangeKind.INTRODUCTION, others=(georgi.id,)
    )
    introductions.begin(network, exchange)
    introductions.answer_side(network, exchange.id, georgi.id, Consenting.AGREED, PartialDate(2026, 11, 20))
    app.workspace.index.reload()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("4", "enter")
        await pilot.pause()
        page = shown(app)
        for said in (
            "Ani Velinova introduces you to Georgi Ivanov",
            "not said yet",
            "agreed 20 Nov",
            "Tell Ani Velinova whether you would like it. b notes it",
        ):
            assert said in page
        await pilot.press("b")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert Consent(person=ME_ID, answer=Consenting.AGREED, on=TODAY) in only(network).consents


async def test_names_that_would_break_a_careless_screen(network, clock):
    evil = Person(id=clock.new_id(), name="[/] \x1b[31m" + "Ж" * 60)
    network.save([evil], action="person.add")
    georgi = add_person(network, "名前 [TODO]")
    app = NettuiApp(Workspace(network))
    exchange_id = mine(network, evil, georgi)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("4", "enter")
        await pilot.pause()
        assert "[/] " in shown(app)
        assert "\x1b" not in shown(app)
        await pilot.press("b")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert only(network).id == exchange_id
        assert len(only(network).consents) == 1


async def test_b_elsewhere_in_the_ledger_begins_one_with_the_person_at_the_cursor(app, network, maria):
    add_exchange(network, maria)
    app.workspace.index.reload()
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("4", "b")
        await pilot.pause()
        assert "Bring two people together" in shown(app)
        assert Filling(pilot).row("one").raw == "Мария Петрова"
