"""Each form: opened, filled, saved, and undone; the records keep what the form does not show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    ME_ID,
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    ForeignId,
    Group,
    GroupKind,
    Initiator,
    Level,
    Me,
    Met,
    Person,
    Position,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.i18n import set_language
from nettui.services import exchanges as use_cases
from nettui.services import undo
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.entry_form import entry_form
from nettui.tui.dialogs.exchange_form import exchange_form
from nettui.tui.dialogs.promise_form import promise_form
from nettui.tui.flows import entries, exchanges, groups, me, people, promises
from nettui.tui.workspace import Workspace
from tests.tui.driving import Filling, running, shown

SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def georgi(network, clock):
    georgi = Person(
        id=clock.new_id(),
        name="Georgi Ivanov",
        positions=(
            Position(organisation="Old Ltd", since=PartialDate(2009), until=PartialDate(2015)),
            Position(organisation="Walltopia", title="engineer", industry="sport", since=PartialDate(2016)),
        ),
        met=Met(on=PartialDate(2010), how="PyCon", by=ME_ID),
        foreign_ids=(ForeignId(source="linkedin", id="georgi"),),
    )
    network.save([georgi], action="person.add")
    return network.repository.people[georgi.id]


@pytest.fixture
def app(network, georgi):
    return NettuiApp(Workspace(network, path="network.json"))


async def fill_in(pilot, flow, texts, choices=()):
    """Run a flow that shows a form, fill it in, save it, and return what the flow returns."""
    async with running(pilot, flow) as result:
        fill = Filling(pilot)
        for key, value in choices:
            fill.row(key).editor.chosen = value
        for key, text in texts.items():
            await fill.write(key, text)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not [row.problem for row in pilot.app.screen.query("FieldRow") if row.problem]
    return await result


@pytest.mark.parametrize("size", SIZES)
async def test_a_person(app, network, georgi, size):
    async with app.run_test(size=size) as pilot:
        texts = {
            "name": "Анна Нова",
            "also": "Ани\nAnna Nova",
            "groups": "Friends, classmates",
            "organisation": "Сирма",
            "title": "инженер",
            "industry": "IT",
            "since": "2020",
            "place": "София",
            "emails": "a@example.org\n\n",
            "phones": "+359 2 000",
            "links": "https://example.org/a",
            "birthday": "--06-14",
            "met_on": "06.2019",
            "met_how": "на конференция",
            "met_by": "georgi",
            "in_common": "планини\nи книги",
            "can_vouch": "диплома",
            "i_can_vouch": "код",
            "needs": "наставник",
            "tags": "#phd, ml",
            "cadence_days": "3m",
            "notes": "Бележка",
        }
        new = await fill_in(pilot, people.add_person(app), texts, [("level", "senior")])
        saved = network.repository.people[new]
        assert saved == Person(
            id=new,
            created=saved.created,
            changed=saved.changed,
            name="Анна Нова",
            also=("Ани", "Anna Nova"),
            groups=("3", "2"),
            level=Level.SENIOR,
            positions=(Position(organisation="Сирма", title="инженер", industry="IT", since=PartialDate(2020)),),
            place="София",
            emails=("a@example.org",),
            phones=("+359 2 000",),
            links=("https://example.org/a",),
            birthday=PartialDate(None, 6, 14),
            met=Met(on=PartialDate(2019, 6), how="на конференция", by=georgi.id),
            in_common="планини\nи книги",
            can_vouch="диплома",
            i_can_vouch="код",
            needs=("наставник",),
            tags=("phd", "ml"),
            cadence_days=90,
            notes="Бележка",
        )
        app.perform(undo.undo)
        assert new not in network.repository.people


async def test_editing_a_person_keeps_what_the_form_does_not_show(app, network, georgi):
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot, people.edit_person(app, georgi.id), {"title": "lead engineer", "met_how": "EuroPython"})
        saved = network.repository.people[georgi.id]
        assert saved == replace(
            georgi,
            changed=saved.changed,
            positions=(georgi.positions[0], replace(georgi.positions[1], title="lead engineer")),
            met=Met(on=PartialDate(2010), how="EuroPython", by=ME_ID),
        )
        app.perform(undo.undo)
        assert network.repository.people[georgi.id] == georgi


async def test_a_name_and_groups_are_filled_in_beforehand(app, network):
    async with app.run_test(size=(80, 24)) as pilot:
        new = await fill_in(pilot, people.add_person(app, name="Ана", groups=("6",)), {})
        assert (network.repository.people[new].name, network.repository.people[new].groups) == ("Ана", ("6",))


async def test_leaving_work_empties_the_present_position_only(app, network, georgi):
    async with app.run_test(size=(80, 24)) as pilot:
        empty = {"organisation": "", "title": "", "industry": "", "since": ""}
        await fill_in(pilot, people.edit_person(app, georgi.id), empty)
        assert network.repository.people[georgi.id].positions == georgi.positions[:1]


async def test_positions_are_added_edited_and_removed_in_forms_of_their_own(app, network, georgi):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, people.edit_person(app, georgi.id)):
            fill = Filling(pilot)
            await fill.go("others")
            await pilot.press("enter")
            await pilot.pause()
            await fill.write("title", "trainee")
            await fill.write("until", "2008")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "It ends before it begins" in shown(app)
            await fill.write("until", "31.12.2014")
            await pilot.press("ctrl+s")
            await pilot.pause()
            await pilot.press("a")
            await pilot.pause()
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "Say where" in shown(app)
            await fill.write("organisation", "Software University")
            fill.row("study").editor.chosen = "yes"
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "trainee, Old Ltd" in shown(app)
            await pilot.press("ctrl+s")
        first, present, added = network.repository.people[georgi.id].positions
        assert (first.title, str(first.until)) == ("trainee", "2014-12-31")
        assert present == georgi.positions[1]
        assert (added.organisation, added.study) == ("Software University", True)
        async with running(pilot, people.edit_person(app, georgi.id)):
            await Filling(pilot).go("others")
            await pilot.press("down", "x", "ctrl+s")
        assert network.repository.people[georgi.id].positions == (first, present)


async def test_a_group(app, network):
    async with app.run_test(size=(80, 24)) as pilot:
        texts = {"name": "Четящите", "cadence_days": "6 седмици", "note": "Книга\nна месец"}
        new = await fill_in(pilot, groups.add_group(app), texts, [("communal", "yes"), ("kind", "clubs")])
        saved = network.repository.groups[new]
        assert saved == Group(
            id=new,
            created=saved.created,
            changed=saved.changed,
            name="Четящите",
            kind=GroupKind.CLUBS,
            communal=True,
            cadence_days=42,
            note="Книга\nна месец",
        )
        await fill_in(pilot, groups.edit_group(app, new), {"name": "Readers"})
        assert network.repository.groups[new].name == "Readers"
        async with running(pilot, groups.remove_group(app, new)):
            await pilot.press("y")
        assert new not in network.repository.groups
        for _each in range(3):
            app.perform(undo.undo)
        assert new not in network.repository.groups
        assert "3" in network.repository.groups


async def test_a_group_of_ones_own_needs_a_name_of_its_own(app, network):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, groups.add_group(app)):
            fill = Filling(pilot)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert fill.row("name").problem
            await fill.write("name", "friends")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert fill.row("name").problem == "There is already a group of this name."
            await fill.write("name", "Readers")
            await pilot.press("ctrl+s")
        assert "Readers" in {group.name for group in network.repository.groups.values()}


@pytest.mark.parametrize("size", SIZES)
async def test_an_entry(app, network, clock, georgi, size):
    entry = Entry(id=clock.new_id(), at=Moment.parse("2026-11-20"), text="coffee", people=(georgi.id,))
    other = Person(id=clock.new_id(), name="Мария Петрова")
    network.save([entry, other], action="entry.log")
    before = network.repository.entries[entry.id]
    async with app.run_test(size=size) as pilot:
        texts = {"at": "yesterday 9:30", "text": "кафе\nи разговор", "people": "", "mentions": "petrova", "tags": "phd"}
        choices = [("channel", "coffee"), ("initiator", "mutual"), ("starred", "yes")]
        await fill_in(pilot, entries.edit_entry(app, entry.id), texts, choices)
        saved = network.repository.entries[entry.id]
        assert saved == Entry(
            id=entry.id,
            created=saved.created,
            changed=saved.changed,
            at=Moment.parse("2026-11-22T09:30"),
            channel=Channel.COFFEE,
            text="кафе\nи разговор",
            people=(),
            mentions=(other.id,),
            initiator=Initiator.MUTUAL,
            tags=("phd",),
            starred=True,
        )
        app.perform(undo.undo)
        assert network.repository.entries[entry.id] == before


@pytest.mark.parametrize(("key", "text"), [("at", "tomorrow"), ("at", ""), ("people", "Georgi, Nobody"), ("text", "")])
def test_an_entry_that_cannot_be(app, clock, key, text):
    spec = entry_form(app.workspace, Entry(id=clock.new_id(), at=Moment.parse("2026-11-20"), text="coffee"))
    reading = spec.read({**spec.raw, key: text})
    assert reading.built is None
    assert set(reading.wrong) == {key}


async def test_a_promise(app, network, georgi):
    async with app.run_test(size=(120, 36)) as pilot:
        texts = {"text": "пратя CV", "person": "ivanov", "due": "2027-01"}
        new = await fill_in(pilot, promises.add_promise(app), texts, [("whose", "theirs")])
        saved = network.repository.promises[new]
        assert (saved.text, saved.whose, saved.person) == ("пратя CV", Whose.THEIRS, georgi.id)
        assert saved.due == PartialDate(2027, 1)
        await fill_in(pilot, promises.edit_promise(app, new), {"person": "", "due": ""})
        edited = network.repository.promises[new]
        assert edited == replace(saved, changed=edited.changed, person=None, due=None)
        app.perform(undo.undo)
        app.perform(undo.undo)
        assert not network.repository.promises


async def test_an_exchange(app, network, clock, georgi):
    other = Person(id=clock.new_id(), name="Мария Петрова")
    network.save([other], action="person.add")
    async with app.run_test(size=(120, 36)) as pilot:
        texts = {
            "others": "petrova",
            "on": "12.11.2026",
            "subject": "the data team",
            "due": "1.12.2026",
            "text": "Dear both",
            "where": "by email",
            "url": "https://example.org",
        }
        choices = [("kind", "introduction"), ("direction", "received"), ("status", "asked")]
        new = await fill_in(pilot, exchanges.record_exchange(app, georgi.id), texts, choices)
        saved = network.repository.exchanges[new]
        assert saved == Exchange(
            id=new,
            created=saved.created,
            changed=saved.changed,
            kind=ExchangeKind.INTRODUCTION,
            direction=Direction.RECEIVED,
            person=georgi.id,
            others=(other.id,),
            steps=(Step(status=Status.ASKED, on=PartialDate(2026, 11, 12)),),
            subject="the data team",
            due=PartialDate(2026, 12, 1),
            text="Dear both",
            where="by email",
            url="https://example.org",
        )
        thanks = await fill_in(
            pilot,
            exchanges.record_exchange(app, other.id),
            {"in_return_for": "Georgi Ivanov"},
            [("kind", "advice"), ("status", "thanked")],
        )
        given = network.repository.exchanges[thanks]
        assert given.in_return_for == new
        assert [step.status for step in given.steps] == [Status.DONE, Status.THANKED]
        await fill_in(pilot, exchanges.edit_exchange(app, new), {"on": "2026-11-20"}, [("status", "agreed")])
        moved = network.repository.exchanges[new]
        assert [str(step.on) for step in moved.steps] == ["2026-11-12", "2026-11-20"]
        async with running(pilot, exchanges.remove_exchange(app, new)):
            assert "What was given in return stays" in shown(app)
            await pilot.press("y")
        assert network.repository.exchanges[thanks].in_return_for is None
        for _each in range(4):
            app.perform(undo.undo)
        assert not network.repository.exchanges


@pytest.mark.parametrize(
    ("begun", "chosen", "steps"),
    [
        ((Status.ASKED,), Status.ASKED, [Status.ASKED]),
        ((Status.ASKED,), Status.DONE, [Status.ASKED, Status.DONE]),
        ((Status.ASKED,), Status.OFFERED, [Status.OFFERED]),
        ((Status.ASKED, Status.DONE), Status.ASKED, [Status.ASKED, Status.DONE, Status.ASKED]),
        ((Status.ASKED, Status.DONE), Status.OFFERED, None),
        ((Status.DONE, Status.THANKED), Status.DECLINED, None),
    ],
)
def test_a_status_taken_in_the_form_makes_the_steps(app, network, clock, georgi, begun, chosen, steps):
    exchange = Exchange(
        id=clock.new_id(),
        kind=ExchangeKind.ADVICE,
        direction=Direction.GIVEN,
        person=georgi.id,
        steps=tuple(Step(status=status) for status in begun),
    )
    network.save([exchange], action="exchange.record")
    spec = exchange_form(app.workspace, exchange)
    reading = spec.read({**spec.raw, "status": chosen.value})
    if steps is None:
        assert list(reading.wrong) == ["status"]
        assert f"cannot become {chosen.value}" in reading.wrong["status"]
    else:
        assert reading.built is not None
        assert [step.status for step in reading.built.steps] == steps
        assert use_cases.edit(network, reading.built) is not None or reading.built == exchange


@pytest.mark.parametrize(("offered", "size"), [(True, (80, 24)), (False, (120, 36))])
async def test_asking_and_offering(app, network, georgi, size, offered):
    network.save([Me(id=ME_ID, name="Невена", offers=("mock interviews",))], action="me.edit")
    async with app.run_test(size=size) as pilot:
        async with running(pilot, exchanges.ask_and_offer(app, georgi.id)) as flow:
            fill = Filling(pilot)
            await fill.write("subject", "за магистратурата")
            await fill.write("due", "1.12.2026")
            if offered:
                fill.row("offer_kind").editor.chosen = "help"
                await fill.go("offer_subject")
                await pilot.press(*"moc", "tab")
            await pilot.press("ctrl+s")
        ask = network.repository.exchanges[await flow]
        assert (ask.direction, ask.status, ask.subject) == (Direction.RECEIVED, Status.ASKED, "за магистратурата")
        offers = [each for each in network.repository.exchanges.values() if each.id != ask.id]
        assert [(o.kind, o.direction, o.status, o.subject, o.in_return_for) for o in offers] == (
            [(ExchangeKind.HELP, Direction.GIVEN, Status.OFFERED, "mock interviews", ask.id)] if offered else []
        )
        app.perform(undo.undo)
        assert not network.repository.exchanges


async def test_me(app, network):
    async with app.run_test(size=(80, 24)) as pilot:
        async with running(pilot, me.edit_me(app)):
            fill = Filling(pilot)
            await fill.write("name", "Невена")
            await fill.go("positions")
            await pilot.press("enter")
            await pilot.pause()
            await fill.write("organisation", "Harbour Finch")
            await pilot.press("ctrl+s")
            await pilot.pause()
            await fill.write("offers", "mock interviews\nотзив")
            await fill.write("seeks", "a mentor")
            await pilot.press("ctrl+s")
        saved = network.repository.me
        assert saved is not None
        assert (saved.name, saved.offers, saved.seeks) == ("Невена", ("mock interviews", "отзив"), ("a mentor",))
        assert saved.positions == (Position(organisation="Harbour Finch"),)
        app.perform(undo.undo)
        assert network.repository.me is None


async def test_the_forms_in_bulgarian(app, georgi):
    set_language("bg")
    async with app.run_test(size=(80, 24)) as pilot:
        for flow in (people.edit_person(app, georgi.id), exchanges.record_exchange(app), me.edit_me(app)):
            async with running(pilot, flow):
                assert app.screen.spec.title in shown(app)
                await pilot.press("escape")


async def test_editing_what_is_gone_says_so(app, network):
    async with app.run_test(size=(80, 24)) as pilot:
        for flow in (
            people.edit_person(app, "99"),
            groups.edit_group(app, "99"),
            entries.edit_entry(app, "99"),
            promises.edit_promise(app, "99"),
            exchanges.edit_exchange(app, "99"),
        ):
            async with running(pilot, flow) as result:
                pass
            assert await result is None


def test_a_promise_without_words_is_no_promise(app, clock):
    spec = promise_form(app.workspace, Promise(id=clock.new_id(), text="x", whose=Whose.MINE))
    reading = spec.read({**spec.raw, "text": "  "})
    assert reading.built is None
    assert set(reading.wrong) == {"text"}
