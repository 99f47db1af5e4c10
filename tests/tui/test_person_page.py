"""A person's page: what stands on it, and what its keys do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import (
    Channel,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    Level,
    Met,
    Person,
    Position,
    Promise,
    Status,
    Step,
    Whose,
)
from nettui.services import people
from nettui.services.index import Index
from nettui.services.views.person import person_view
from nettui.tui.app import NettuiApp
from nettui.tui.glyphs import ASCII, UNICODE
from nettui.tui.views.people.paper import Paper
from nettui.tui.views.people.person_lines import person_lines
from nettui.tui.views.people.person_page import PersonPage
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.line import width_of
from nettui.tui.workspace import Workspace
from tests.tui.frames import text

NOTES = "A long note that does not fit on one line of the panel and goes on for a while.\nAnd a second paragraph."


@pytest.fixture
def maria(network, clock):
    """A friend of a colleague, with one of everything."""
    ani = Person(id=clock.new_id(), name="Ани Велинова", groups=("3",))
    maria = Person(
        id=clock.new_id(),
        name="Мария Петрова",
        also=("Mimi",),
        groups=("4",),
        level=Level.SENIOR,
        positions=(
            Position(organisation="Сирма", title="Engineer", since=PartialDate.parse("2026-11-21")),
            Position(organisation="Acme", title="Intern", until=PartialDate.parse("2019")),
        ),
        place="Sofia",
        emails=("maria@example.org",),
        birthday=PartialDate.parse("--03-12"),
        met=Met(on=PartialDate.parse("2019"), how="PyCon", by=ani.id),
        can_vouch="my lectures",
        needs=("a designer",),
        tags=("mentor",),
        notes=NOTES,
        cadence_days=2,
    )
    coffee = Entry(
        id=clock.new_id(),
        at=Moment.parse("2026-11-20"),
        channel=Channel.COFFEE,
        text="thesis and the data team",
        people=(maria.id, ani.id),
        tags=("phd",),
    )
    spoken_of = Entry(id=clock.new_id(), at=Moment.parse("2026-11-22"), text="Ani says hello", mentions=(maria.id,))
    late = Promise(
        id=clock.new_id(),
        text="send her my CV",
        whose=Whose.MINE,
        person=maria.id,
        due=PartialDate.parse("2026-11-13"),
        entry=coffee.id,
    )
    asked = Exchange(
        id=clock.new_id(),
        kind=ExchangeKind.RECOMMENDATION,
        direction=Direction.RECEIVED,
        person=maria.id,
        steps=(Step(status=Status.ASKED, on=PartialDate.parse("2026-11-12")),),
        subject="for the lectures",
    )
    done = Exchange(
        id=clock.new_id(),
        kind=ExchangeKind.ADVICE,
        direction=Direction.GIVEN,
        person=maria.id,
        steps=(Step(status=Status.DONE, on=PartialDate.parse("2026-10-01")),),
    )
    network.save([ani, maria, coffee, spoken_of, late, asked, done], action="person.add")
    return maria


def written(network, person, *, width=60, glyphs=UNICODE, unfolded=()):
    index = Index(network)
    paper = Paper(width=width, today=network.today, glyphs=glyphs, index=index, unfolded=unfolded)
    return person_lines(person_view(index, index.people[person.id]), paper)


def flat(lines):
    return "\n".join("".join(part for part, _role in (*line.line.left, *line.line.right)) for line in lines)


def test_the_page_says_who_what_is_open_what_is_known_and_what_happened(network, maria):
    shown = flat(written(network, maria))
    for piece in (
        "Engineer, Сирма",
        "Colleagues · senior · Sofia",
        "Met 2019, PyCon, through Ани Велинова",
        "Last spoke 3 days ago, was due yesterday",
        "started as Engineer at Сирма",
        "mentioned: Ani says hello",
        "◷ send her my CV  overdue, 13 Nov",
        "← to come  recommendation: for the lectures  asked 11 d",
        "my lectures",
        "12 Mar",
        "#mentor",
        "Intern, Acme",
        "A long note",
        "And a second paragraph.",
    ):
        assert piece in shown, piece
    together = shown[shown.index("together") :]
    positions = [together.index(word) for word in ("Ani says hello", "thesis", "advice")]
    assert positions == sorted(positions), "the newest first"


def test_the_balance_stands_side_by_side_and_only_where_an_account_is_kept(network, maria):
    shown = flat(written(network, maria))
    balance = shown[shown.index("balance") : shown.index("together")]
    assert "given" in balance
    assert "received" in balance
    assert "advice" in balance
    network.save([replace(maria, groups=("3",))], action="person.edit")
    shown = flat(written(network, maria))
    assert "balance" not in shown
    assert "· a designer" in shown


@pytest.mark.parametrize("width", [34, 38, 60, 100])
def test_no_line_that_wraps_is_wider_than_the_page(network, maria, width):
    for line in written(network, maria, width=width):
        if not line.key:
            assert width_of(line.line.left) + width_of(line.line.right) <= width, line


def test_an_ascii_terminal_gets_ascii_signs(network, maria):
    signs = {"◷", "←", "→", "─", "·", "–"}
    assert not signs & set(flat(written(network, maria, glyphs=ASCII)))


def test_a_record_unfolds_under_its_line(network, maria):
    lines = written(network, maria)
    coffee = next(line.key for line in lines if line.key.startswith("entries:") and "coffee" in flat([line]))
    shown = flat(written(network, maria, unfolded={coffee}))
    assert "with Мария Петрова, Ани Велинова" in shown
    assert "#phd" in shown


def test_somebody_with_nothing_written_down_gets_a_page_too(network, clock):
    nobody = Person(id=clock.new_id(), name="Новак")
    network.save([nobody], action="person.add")
    lines = written(network, nobody)
    assert lines[0].key == f"people:{nobody.id}:"
    assert "Nothing between you is written down yet" in " ".join(flat(lines).split())
    assert all(cell_len(row) <= 60 for row in flat(lines).splitlines())


# -- keys --------------------------------------------------------------------------------------------------------------


async def opened(app, pilot, person):
    await pilot.press("2")
    await pilot.pause()
    app.screen.view.names.go_to(person.id)
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    return app.screen.query_one(PersonPage)


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


@pytest.fixture
def app(network, maria):
    return NettuiApp(Workspace(network, path="network.json"))


async def test_s_keeps_a_promise_and_u_opens_it_again(app, maria):
    async with app.run_test(size=(120, 36)) as pilot:
        page = await opened(app, pilot, maria)
        promise = app.workspace.index.promises_of(maria.id)[0]
        assert page.go_to_record(Table.PROMISES, promise.id)
        await press(pilot, "s")
        assert app.workspace.index.promises[promise.id].done_on == app.workspace.today
        assert "overdue, 13 Nov" not in "\n".join(text(app))
        await press(pilot, "u")
        assert app.workspace.index.promises[promise.id].done_on is None
        assert "overdue, 13 Nov" in "\n".join(text(app))


async def test_a_line_without_a_status_says_so(app, maria):
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(app, pilot, maria)
        assert page.record == (Table.PEOPLE, maria.id)
        await press(pilot, "s")
        assert "Only promises and exchanges" in app.screen.query_one(KeyBar).message


async def test_x_deletes_what_is_on_the_line_after_a_question(app, maria):
    async with app.run_test(size=(120, 36)) as pilot:
        page = await opened(app, pilot, maria)
        exchange = app.workspace.index.exchanges_of(maria.id)[0]
        page.go_to_record(Table.EXCHANGES, exchange.id)
        await press(pilot, "x")
        assert app.screen.is_modal
        await press(pilot, "y")
        assert exchange.id not in app.workspace.index.exchanges
        assert maria.id in app.workspace.index.people


async def test_enter_unfolds_a_record_and_folds_it_again(app, maria):
    async with app.run_test(size=(120, 36)) as pilot:
        page = await opened(app, pilot, maria)
        coffee = next(e for e in app.workspace.index.entries_of(maria.id) if e.channel is Channel.COFFEE)
        page.go_to_record(Table.ENTRIES, coffee.id)
        count = len(page.lines.rows)
        await press(pilot, "enter")
        assert len(page.lines.rows) > count
        assert page.record == (Table.ENTRIES, coffee.id)
        await press(pilot, "enter")
        assert len(page.lines.rows) == count


async def test_the_page_follows_the_list_and_its_changes(app, maria):
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot, maria)
        await press(pilot, "escape", "k")
        await app.settled()
        await pilot.pause()
        other = app.screen.view.selected
        assert other != maria.id
        assert app.workspace.index.people[other].name in "\n".join(text(app))
        person = app.workspace.index.people[other]
        app.perform(lambda network: people.edit(network, replace(person, place="Plovdiv")))
        await pilot.pause()
        assert "Plovdiv" in "\n".join(text(app))


async def test_z_and_x_act_on_the_person_of_the_list(app, maria):
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot, maria)
        await press(pilot, "escape", "z")
        assert app.workspace.index.people[maria.id].archived
        await press(pilot, "u")
        assert not app.workspace.index.people[maria.id].archived


async def test_E_edits_the_notes_in_the_users_editor(app, maria):  # noqa: N802 - the key
    class Editor:
        def edit(self, text, *, line=1):
            return text + "\nMore."

    app.editor = Editor()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot, maria)
        await press(pilot, "E")
        assert app.workspace.index.people[maria.id].notes == NOTES + "\nMore."
