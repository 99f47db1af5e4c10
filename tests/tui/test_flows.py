"""What ties a dialog to a use-case: archive, star, keep, move on, step back, delete after asking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Input

from nettui.domain.change import Table
from nettui.domain.dates import Moment
from nettui.domain.records import (
    Channel,
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
from nettui.services import undo
from nettui.services.network import table_of
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.confirm import Question
from nettui.tui.flows import entries, exchanges, people, promises, records, refusals
from nettui.tui.flows.exchange_text import edit_exchange_in_editor
from nettui.tui.flows.notes import edit_notes
from nettui.tui.workspace import Workspace
from tests.tui.conftest import HOSTILE
from tests.tui.driving import message, running, shown


@pytest.fixture
def made(network, clock):
    """Maria, Georgi, an entry, a promise and three exchanges."""
    maria = Person(id=clock.new_id(), name="Мария Петрова")
    georgi = Person(id=clock.new_id(), name="Georgi Ivanov")
    entry = Entry(
        id=clock.new_id(), at=Moment.parse("2026-11-20"), channel=Channel.COFFEE, text="thesis", people=(maria.id,)
    )
    promise = Promise(id=clock.new_id(), text="send my CV", whose=Whose.MINE, person=maria.id, entry=entry.id)

    def exchange(status: Status) -> Exchange:
        return Exchange(
            id=clock.new_id(),
            kind=ExchangeKind.RECOMMENDATION,
            direction=Direction.RECEIVED,
            person=maria.id,
            steps=(Step(status=status),),
        )

    asked, done = exchange(Status.ASKED), exchange(Status.DONE)
    network.save([maria, georgi, entry, promise, asked, done], action="demo.sample")
    return {"maria": maria, "georgi": georgi, "entry": entry, "promise": promise, "asked": asked, "done": done}


@pytest.fixture
def app(network, made):
    return NettuiApp(Workspace(network, path="network.json"))


async def test_archiving_goes_both_ways(app, network, made):
    maria = made["maria"].id
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.archive_person(app, maria)):
            pass
        assert network.repository.people[maria].archived
        async with running(pilot, people.archive_person(app, maria)):
            pass
        assert not network.repository.people[maria].archived


async def test_deleting_a_person_says_what_goes_and_enter_alone_does_nothing(app, network, made):
    maria = made["maria"].id
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.remove_person(app, maria)) as flow:
            assert isinstance(app.screen, Question)
            text = shown(app)
            assert "Delete Мария Петрова?" in text
            assert "2 exchanges go too." in text
            assert "1 promise goes too." in text
            await pilot.press("enter")
        assert await flow is None
        assert maria in network.repository.people
        async with running(pilot, people.remove_person(app, maria)) as flow:
            await pilot.press("y")
        assert await flow is not None
        assert maria not in network.repository.people
        app.perform(undo.undo)
        assert made["asked"].id in network.repository.exchanges


@pytest.mark.parametrize("keys", [("n",), ("escape",), ("tab", "enter"), ("left", "left", "enter")])
async def test_a_question_is_answered_by_keys_of_every_sort(app, network, made, keys):
    entry = made["entry"].id
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, entries.remove_entry(app, entry)):
            await pilot.press(*keys)
        assert (entry in network.repository.entries) is (keys != ("tab", "enter"))


async def test_starring_goes_both_ways(app, network, made):
    entry = made["entry"].id
    async with app.run_test(size=(80, 24)) as pilot:
        for starred in (True, False):
            async with running(pilot, entries.star_entry(app, entry)):
                pass
            assert network.repository.entries[entry].starred is starred


async def test_a_promise_is_kept_and_opened_again(app, network, made):
    promise = made["promise"].id
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, promises.keep_promise(app, promise)):
            pass
        assert network.repository.promises[promise].done_on == network.today
        async with running(pilot, promises.reopen_promise(app, promise)):
            pass
        assert network.repository.promises[promise].done_on is None
        async with running(pilot, promises.remove_promise(app, promise)):
            await pilot.press("y")
        assert promise not in network.repository.promises


async def test_an_exchange_moves_at_once_to_its_usual_next_status(app, network, made):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, exchanges.move_exchange(app, made["done"].id)):
            pass
        assert network.repository.exchanges[made["done"].id].status is Status.THANKED
        async with running(pilot, exchanges.back_exchange(app, made["done"].id)):
            pass
        assert network.repository.exchanges[made["done"].id].status is Status.DONE


async def test_it_says_what_an_exchange_has_come_to_and_what_comes_next(app, network, made):
    async with app.run_test(size=(80, 24)) as pilot:
        said = []
        for _ in range(3):
            async with running(pilot, exchanges.move_exchange(app, made["asked"].id)):
                pass
            said.append(message(app))
        async with running(pilot, exchanges.back_exchange(app, made["asked"].id)):
            pass
        said.append(message(app))
    assert [each.partition("  (")[0] for each in said] == [
        "Agreed. s again: done",
        "Done. s again: thanked",
        "Thanked: nothing comes after that.",
        "Done. s again: thanked",
    ]
    assert network.repository.exchanges[made["asked"].id].status is Status.DONE


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        (("ctrl+s",), Status.AGREED),
        (("right", "ctrl+s"), Status.DONE),
        (("d", "d", "ctrl+s"), Status.DECLINED),
        (("l", "enter", "enter", "ctrl+s"), Status.LAPSED),
        (("escape",), Status.ASKED),
    ],
)
async def test_the_form_of_a_step_offers_what_can_follow(app, network, made, keys, status):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, exchanges.step_exchange(app, made["asked"].id)):
            assert "lapsed" in shown(app)
            assert "thanked" not in shown(app)
            await pilot.press(*keys)
        assert network.repository.exchanges[made["asked"].id].status is status


async def test_groups_are_chosen_by_typing_and_marking(app, network, made):
    maria = made["maria"].id
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.edit_memberships(app, maria)):
            await pilot.press(*"fri", "space", "enter")
        assert network.repository.people[maria].groups == ("3",)
        async with running(pilot, people.edit_memberships(app, maria)):
            await pilot.press("space", *"frien", "ctrl+t", "enter")
        assert network.repository.people[maria].groups == ("1",)


async def test_a_person_is_found_in_either_script(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.choose_person(app, "Who?")) as flow:
            await pilot.press(*"petrova", "enter")
        assert await flow == made["maria"].id


async def test_what_cannot_be_done_says_why(app, network, made):
    workspace = app.workspace
    assert refusals.refusal_advance(workspace, Table.EXCHANGES, made["asked"].id) is None
    assert refusals.refusal_advance(workspace, Table.ENTRIES, made["entry"].id)
    assert refusals.refusal_step_back(workspace, Table.EXCHANGES, made["asked"].id)
    assert refusals.refusal_step_back(workspace, Table.PROMISES, made["promise"].id)
    assert refusals.refusal_edit_in_editor(workspace, Table.PROMISES, made["promise"].id)
    assert refusals.refusal_remove(workspace, Table.IMPORTS, "1")
    assert refusals.refusal_edit(workspace, Table.ENTRIES, "99")
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, records.advance(app, Table.PROMISES, made["promise"].id)):
            pass
        async with running(pilot, records.advance(app, Table.PROMISES, made["promise"].id)) as flow:
            pass
        assert await flow is None
        assert message(app) == "This promise is kept already."
        async with running(pilot, records.remove(app, Table.PROMISES, made["promise"].id)):
            await pilot.press("y")
        assert made["promise"].id not in network.repository.promises
        async with running(pilot, records.step_back(app, Table.PROMISES, made["promise"].id)):
            pass
        assert message(app) == "It is no longer there."


class FakeEditor:
    def __init__(self, answer):
        self.answer = answer
        self.seen = None

    def edit(self, text, *, line=1):
        self.seen = text
        return self.answer


@pytest.mark.parametrize(("answer", "text"), [("thesis, part two", "thesis, part two"), (None, "thesis")])
async def test_an_entry_is_edited_in_the_editor(app, network, made, answer, text):
    app.editor = FakeEditor(answer)
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, entries.edit_entry_in_editor(app, made["entry"].id)):
            pass
        assert app.editor.seen == "thesis"
        assert network.repository.entries[made["entry"].id].text == text


async def test_hostile_names_do_no_harm_in_questions_and_lists(hostile_app):
    async with hostile_app.run_test(size=(80, 24)) as pilot:
        for person in list(hostile_app.workspace.index.people.values()):
            async with running(pilot, people.remove_person(hostile_app, person.id)):
                assert "\x1b" not in hostile_app.export_screenshot()
                await pilot.press("n")
        async with running(pilot, people.choose_person(hostile_app, HOSTILE[0])):
            assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in hostile_app.export_screenshot()
            hostile_app.screen.query_one(Input).value = "[/]"
            await pilot.press("escape")


class SlowEditor:
    """An editor that stays open until somebody else has changed the same record."""

    def __init__(self, meanwhile):
        self._meanwhile = meanwhile

    def edit(self, text, **_line):
        self._meanwhile()
        return f"{text} and more"


@pytest.mark.parametrize(
    ("name", "flow", "text", "other", "value"),
    [
        ("entry", entries.edit_entry_in_editor, "text", "starred", True),
        ("maria", edit_notes, "notes", "in_common", "chess"),
        ("asked", edit_exchange_in_editor, "text", "subject", "for the thesis"),
    ],
)
async def test_what_changed_while_the_editor_was_open_stays(app, network, made, name, flow, text, other, value):
    table, record_id = table_of(made[name]), made[name].id

    def meanwhile():
        network.save([replace(network.current(table, record_id), **{other: value})], action="demo.sample")

    app.editor = SlowEditor(meanwhile)
    async with app.run_test(size=(80, 24)) as pilot, running(pilot, flow(app, record_id)):
        pass
    stored = network.current(table, record_id)
    assert getattr(stored, text).endswith("and more")
    assert getattr(stored, other) == value
