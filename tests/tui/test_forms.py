"""The form: moving, suggestions, what is wrong, leaving, what was typed when a use-case refuses, drafts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from nettui.domain.dates import PartialDate
from nettui.domain.records import Person, Position, Promise, Whose
from nettui.errors import InvalidInput
from nettui.services import people as use_cases
from nettui.services import undo
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.confirm import Question
from nettui.tui.dialogs.field_row import FieldRow
from nettui.tui.dialogs.form import Form
from nettui.tui.flows import exchanges, groups, people, promises
from nettui.tui.outside import MemoryDrafts
from nettui.tui.workspace import Workspace
from tests.tui.driving import Filling, message, running, shown

BOTH = [(80, 24), (120, 36)]


@pytest.fixture
def maria(clock):
    return Person(
        id=clock.new_id(),
        name="Мария Петрова",
        positions=(Position(organisation="Сирма", title="data engineer", industry="IT"),),
        tags=("phd",),
    )


@pytest.fixture
def app(network, clock, maria):
    georgi = Person(
        id=clock.new_id(), name="Georgi Ivanov", positions=(Position(organisation="Walltopia"),), place="Sofia"
    )
    network.save([maria, georgi], action="demo.sample")
    return NettuiApp(Workspace(network, path="network.json"))


async def test_tab_and_arrows_go_through_all_fields_and_the_two_words_and_around(app):
    async with app.run_test(size=(80, 24)) as pilot, running(pilot, groups.add_group(app)):
        fill = Filling(pilot)
        seen = []
        for _each in range(7):
            seen.append(fill.here)
            await pilot.press("tab")
        assert seen == ["name", "kind", "communal", "cadence_days", "note", "save", "cancel"]
        assert fill.here == "name"
        for expected in ["kind", "communal", "cadence_days", "note", "save"]:
            await pilot.press("down")
            assert fill.here == expected
        for expected in ["note", "cadence_days", "communal"]:
            await pilot.press("up")
            assert fill.here == expected
        await pilot.press("shift+tab", "shift+tab")
        assert fill.here == "name"
        await pilot.press("escape")


@pytest.mark.parametrize("how", [("ctrl+s",), ("tab", "tab", "tab", "enter"), ("enter", "enter", "enter")])
async def test_a_form_is_saved_in_three_ways(app, network, how):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.add_promise(app)):
            fill = Filling(pilot)
            await fill.write("text", "send CV")
            await pilot.press("tab", *how)
        assert [p.text for p in network.repository.promises.values()] == ["send CV"]


async def test_enter_goes_on_and_saves_on_the_last_field(app, network, maria):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.add_promise(app, maria.id, Whose.THEIRS)) as flow:
            fill = Filling(pilot)
            await pilot.press(*"books", "enter")
            assert fill.here == "whose"
            await pilot.press("enter", "enter")
            assert fill.here == "due"
            await pilot.press(*"friday", "enter")
        promise = network.repository.promises[await flow]
        assert (promise.text, promise.whose, promise.person) == ("books", Whose.THEIRS, maria.id)
        assert str(promise.due) == "2026-11-27"


async def test_what_is_typed_over_a_date_takes_its_place_and_an_arrow_edits_it(app, network, clock):
    promise = Promise(id=clock.new_id(), text="books", whose=Whose.MINE, due=PartialDate(2026, 12, 1))
    network.save([promise], action="promise.add")
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.edit_promise(app, promise.id)):
            await Filling(pilot).go("due")
            await pilot.press(*"2027-01-15", "ctrl+s")
        assert str(network.repository.promises[promise.id].due) == "2027-01-15"
        async with running(pilot, promises.edit_promise(app, promise.id)):
            await Filling(pilot).go("due")
            await pilot.press("right", "backspace", "6", "ctrl+s")
        assert str(network.repository.promises[promise.id].due) == "2027-01-16"


async def test_esc_without_changes_closes_and_with_changes_asks(app, network):
    async with app.run_test(size=(120, 36)) as pilot:
        async with running(pilot, promises.add_promise(app)):
            await pilot.press("escape")
        async with running(pilot, promises.add_promise(app)) as flow:
            await pilot.press("x", "escape")
            await pilot.pause()
            assert isinstance(app.screen, Question)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, Form)
            assert Filling(pilot).row("text").raw == "x"
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("d")
        assert await flow is None
        assert not network.repository.promises
        async with running(pilot, promises.add_promise(app)):
            await pilot.press("y", "escape")
            await pilot.pause()
            await pilot.press("s")
        assert [p.text for p in network.repository.promises.values()] == ["y"]


async def test_what_is_wrong_stands_under_its_field_and_nothing_typed_is_lost(app, network):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.add_promise(app)):
            fill = Filling(pilot)
            await fill.write("person", "Nobody Such")
            await fill.write("due", "never")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert fill.here == "text"
            text = shown(app)
            assert "This is needed." in text
            assert "Nobody is called “Nobody Such”." in text
            assert "“never” is no date." in text
            assert fill.row("due").raw == "never"
            await fill.write("text", "send CV")
            await pilot.press("tab")
            assert not fill.row("text").problem
            await fill.write("person", "ivanov")
            await fill.write("due", "1.12.2026")
            assert fill.row("person").raw == "Georgi Ivanov"
            await pilot.press("ctrl+s")
        (promise,) = network.repository.promises.values()
        assert (promise.text, str(promise.due)) == ("send CV", "2026-12-01")


async def test_a_field_is_judged_when_it_is_left_and_a_date_is_written_out(app):
    async with app.run_test(size=(80, 24)) as pilot, running(pilot, people.add_person(app)):
        fill = Filling(pilot)
        await fill.write("since", "in ten years")
        await pilot.press("down")
        assert fill.row("since").problem
        await fill.write("since", "06.2019")
        await pilot.press("down")
        assert not fill.row("since").problem
        assert fill.row("since").raw == "2019-06"
        app.screen.dismiss(None)


@pytest.mark.parametrize(("typed", "becomes"), [("sir", "Сирма"), ("WALL", "Walltopia"), ("zzz", "")])
async def test_companies_are_suggested_in_either_script(app, typed, becomes):
    async with app.run_test(size=(80, 24)) as pilot, running(pilot, people.add_person(app)):
        fill = Filling(pilot)
        await fill.write("organisation", typed)
        assert fill.row("organisation").editor.suggestion == becomes
        await pilot.press("tab")
        if becomes:
            assert fill.row("organisation").raw == becomes
            assert fill.here == "organisation"
            await pilot.press("tab")
        assert fill.here == "title"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("d")


async def test_names_and_circles_are_completed_one_after_the_other(app, network, maria):
    async with app.run_test(size=(120, 36)) as pilot:
        async with running(pilot, exchanges.record_exchange(app, maria.id)):
            fill = Filling(pilot)
            await fill.write("others", "geo")
            assert "Tab  Georgi Ivanov" in shown(app)
            await pilot.press("right")
            assert fill.row("others").raw == "Georgi Ivanov"
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("d")
        async with running(pilot, people.edit_person(app, maria.id)):
            fill = Filling(pilot)
            await fill.write("groups", "fri")
            await pilot.press("tab", *", ", *"tea", "tab", "ctrl+s")
        assert network.repository.people[maria.id].groups == ("3", "1")


async def test_another_suggestion_can_be_asked_for(app, network, clock):
    network.save([Person(id=clock.new_id(), name="Georgi Angelov")], action="person.add")
    async with app.run_test(size=(80, 24)) as pilot, running(pilot, promises.add_promise(app)):
        fill = Filling(pilot)
        await fill.write("person", "geo")
        first = fill.row("person").editor.suggestion
        await pilot.press("ctrl+n", "tab")
        assert fill.row("person").raw != first
        assert fill.row("person").raw.startswith("Georgi")
        await pilot.press("ctrl+n")
        assert message(app) == "There is no other suggestion here."
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("d")


async def test_two_people_of_one_name_are_told_apart(app, network, clock, maria):
    other = Person(id=clock.new_id(), name="Мария Петрова", positions=(Position(organisation="Walltopia"),))
    network.save([other], action="person.add")
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.add_promise(app)) as flow:
            fill = Filling(pilot)
            await fill.write("text", "x")
            await fill.write("person", "мария петрова")
            await pilot.press("down", "ctrl+s")
            await pilot.pause()
            assert fill.row("person").problem
            await fill.write("person", "мария")
            for _each in range(2):
                if "Walltopia" not in fill.row("person").editor.suggestion:
                    await pilot.press("ctrl+n")
            await pilot.press("tab", "ctrl+s")
        assert network.repository.promises[await flow].person == other.id


async def test_a_refused_form_comes_back_with_what_was_typed(app, network, monkeypatch):
    real = use_cases.add
    calls = []

    def refuse_once(network, person):
        calls.append(person)
        if len(calls) == 1:
            raise InvalidInput("The disk is full.", hint="Make room.")
        return real(network, person)

    monkeypatch.setattr(use_cases, "add", refuse_once)
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.add_person(app)) as flow:
            fill = Filling(pilot)
            await fill.write("name", "Анна Нова")
            await fill.write("place", "Пловдив")
            await fill.save()
            assert "The disk is full. Make room." in shown(app)
            assert fill.row("name").raw == "Анна Нова"
            await fill.save()
        assert network.repository.people[await flow].place == "Пловдив"


HARD = "\x1b[31m[bold]x\u202e\tend"


async def test_hostile_text_is_shown_harmless_and_kept_as_it_was(network, clock):
    person = Person(
        id=clock.new_id(),
        name=HARD,
        also=(HARD,),
        positions=(Position(organisation=HARD, title=HARD, industry=HARD),) * 2,
        notes=f"{HARD}\n[/]\n{HARD}",
        tags=("a, b", HARD),
        needs=(HARD,),
    )
    network.save([person], action="person.add")
    stored = network.repository.people[person.id]
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.edit_person(app, person.id)) as flow:
            fill = Filling(pilot)
            for row in app.screen.query(FieldRow):
                await fill.go(row.field.key)
                frame = shown(app)
                assert not {"\x1b", "\u202e", "\t"} & set(frame)
            await fill.go("place")
            await pilot.press(*"Ruse")
            await fill.go("notes")
            await pilot.press("!")
            await fill.save()
        assert await flow is not None
        saved = network.repository.people[person.id]
        assert saved.place == "Ruse"
        assert saved.notes == stored.notes + "!"
        for name in ("name", "also", "positions", "tags", "needs"):
            assert getattr(saved, name) == getattr(stored, name)


async def test_pasted_text_brings_no_controls_and_loses_no_line(app, network):
    from textual import events

    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.add_promise(app)) as flow:
            app.focused.post_message(events.Paste("one\x1b[2J\ntwo"))
            await pilot.pause()
            assert "\x1b" not in shown(app)
            await pilot.press("ctrl+s")
        assert network.repository.promises[await flow].text == "one␛[2J two"


@pytest.mark.parametrize("size", BOTH)
async def test_a_form_taller_than_the_window_keeps_the_field_and_the_words_in_sight(app, maria, size):
    async with app.run_test(size=size) as pilot, running(pilot, people.edit_person(app, maria.id)):
        fill = Filling(pilot)
        await fill.go("notes")
        await pilot.press(*"last words")
        text = shown(app)
        assert "last words" in text
        assert "Save" in text
        assert "Cancel" in text
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "Save" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("d")


async def test_a_half_filled_form_comes_back_after_the_terminal_went_away(network, maria):
    network.save([maria], action="person.add")
    kept = MemoryDrafts()
    for again in (False, True):
        app = NettuiApp(Workspace(network, path="network.json", drafts=kept))
        async with app.run_test(size=(80, 24)) as pilot:
            worker = app.run_worker(people.edit_person(app, maria.id))
            await pilot.pause()
            await pilot.pause()
            fill = Filling(pilot)
            if not again:
                await fill.write("place", "Варна")
                worker.cancel()
                continue
            assert fill.row("place").raw == "Варна"
            assert "What you had typed here is back." in message(app)
            await fill.save()
            await worker.wait()
            assert app.drafts.flush()
    assert network.repository.people[maria.id].place == "Варна"
    assert kept.load(f"form-person-{maria.id}") is None


@pytest.mark.parametrize("left", ["saved", "discarded", "typed back"])
async def test_a_draft_is_forgotten_with_its_form(app, left):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.add_promise(app)):
            await pilot.press("x")
            await pilot.pause()
            assert json.loads(app.drafts.load("form-promise-new")) == {"text": "x"}
            if left == "saved":
                await pilot.press("ctrl+s")
            elif left == "typed back":
                await pilot.press("backspace")
                await pilot.pause()
                assert not app.drafts.load("form-promise-new")
                await pilot.press("escape")
            else:
                await pilot.press("escape")
                await pilot.pause()
                await pilot.press("d")
        assert not app.drafts.load("form-promise-new")


@pytest.mark.parametrize("text", ["{", "[]", '{"text": 5, "nothing": "x", "whose": "other"}'])
async def test_a_broken_draft_does_no_harm(app, text):
    app.drafts.put("form-promise-new", text)
    async with app.run_test(size=(80, 24)) as pilot, running(pilot, promises.add_promise(app)):
        raw = app.screen.raw
        assert raw["whose"] == "mine"
        assert raw["text"] == ""
        app.screen.dismiss(None)


async def test_what_another_process_changed_meanwhile_is_kept(app, network, maria):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.edit_person(app, maria.id)):
            fill = Filling(pilot)
            await fill.write("place", "Варна")
            network.save([replace(network.repository.people[maria.id], notes="from elsewhere")], action="person.edit")
            await fill.save()
        saved = network.repository.people[maria.id]
        assert (saved.place, saved.notes) == ("Варна", "from elsewhere")


async def test_leaving_an_edited_record_as_it_was_changes_nothing(app, network, clock):
    promise = Promise(id=clock.new_id(), text="  blanks \x07 stay ", whose=Whose.MINE)
    network.save([promise], action="promise.add")
    before = network.repository.promises[promise.id]
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.edit_promise(app, promise.id)) as flow:
            await pilot.press("ctrl+s")
        assert await flow is None
        assert message(app) == "Nothing has changed."
        assert network.repository.promises[promise.id] == before
        app.perform(undo.undo)
