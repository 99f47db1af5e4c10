"""Breadth: the matrix and its cells, the lists behind the figures, what is missing, and what is not said."""

from __future__ import annotations

import pytest

from nettui.domain.dates import PartialDate
from nettui.domain.query import Target
from nettui.domain.records import (
    Direction,
    Exchange,
    ExchangeKind,
    Level,
    Met,
    Person,
    Position,
    Status,
    Step,
)
from nettui.services.finding.people import PeopleFinder
from nettui.services.finding.terms import query_of
from nettui.services.views.breadth import breadth_view
from nettui.services.views.breadth_lists import quoted
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.roads import RoadsPage, Traveller
from nettui.tui.views.breadth.paint import window
from nettui.tui.views.breadth.rows import Figure, Matrix, people_rows, shape_rows
from nettui.tui.widgets.virtual_list import VirtualList
from nettui.tui.workspace import Workspace
from tests.tui.conftest import SIZES
from tests.tui.driving import shown


async def on_breadth(app, pilot):
    await app.screen.go("breadth")
    await pilot.pause()
    await pilot.pause()
    return app.screen.view


def found(index, line):
    everybody = {p.id for p in index.people.values() if not p.archived}
    return everybody & set(PeopleFinder(index).find(line).ids or ())


async def test_every_cell_is_reached_by_keys_and_opens_the_people_it_counts(demo_app):
    async with demo_app.run_test(size=(80, 24)) as pilot:
        view = await on_breadth(demo_app, pilot)
        assert isinstance(view.shape.cursor_row, Matrix)
        await pilot.press("j", "right", "right")
        await pilot.pause()
        row = view.shape.cursor_row
        assert row.counts[2] > 0
        await pilot.press("enter")
        await pilot.pause()
        assert demo_app.screen.view.NAME == "people"
        assert len(demo_app.screen.view.names.rows) == row.counts[2]


def test_the_list_behind_each_cell_has_as_many_people_as_the_cell(demo_app):
    index = demo_app.workspace.index
    rows = [row for row in shape_rows(breadth_view(index)) if isinstance(row, Matrix)]
    assert len(rows) == 6
    for row in rows:
        for count, query in zip(row.counts, row.queries, strict=True):
            if query:
                assert len(found(index, query)) == count, query


def test_the_list_behind_each_circle_is_its_people(demo_app):
    index = demo_app.workspace.index
    circles = [
        row
        for row in people_rows(breadth_view(index), index)
        if isinstance(row, Figure) and row.key.startswith("group:")
    ]
    assert circles
    for row in circles:
        assert len(found(index, row.query)) == row.count, row.query


async def test_under_five_known_no_figure_is_shown(network, clock):
    people = [
        Person(id=clock.new_id(), name=f"P{n}", level=Level.PEER, positions=(Position(organisation="Acme"),))
        for n in range(4)
    ]
    network.save(people, action="person.add")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await on_breadth(app, pilot)
        seen = shown(app)
        assert "too few known to say" in seen
        assert "4 known, 0 unknown" in seen
        assert "Acme" not in seen


async def test_an_empty_circle_says_what_such_people_are_good_for(network, clock):
    network.save([Person(id=clock.new_id(), name="Ana")], action="person.add")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(200, 60)) as pilot:
        await on_breadth(app, pilot)
        assert "went into trades you know little of" in shown(app)
        assert "whom could you invite?" in shown(app)


async def test_a_change_is_counted_at_once_in_sight_and_later_out_of_sight(demo_app):
    clock = demo_app.workspace.network.clock
    async with demo_app.run_test(size=(120, 36)) as pilot:
        view = await on_breadth(demo_app, pilot)

        def everybody():
            return next(row.counts[-1] for row in view.shape.rows if getattr(row, "key", "") == "level:all")

        before = everybody()
        demo_app.perform(lambda n: n.save([Person(id=clock.new_id(), name="One")], action="person.add"))
        await pilot.pause()
        assert everybody() == before + 1
        await demo_app.screen.go("today")
        demo_app.perform(lambda n: n.save([Person(id=clock.new_id(), name="Two")], action="person.add"))
        await demo_app.screen.go("breadth")
        await pilot.pause()
        assert everybody() == before + 2


async def test_an_empty_file_says_how_to_begin(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await on_breadth(empty_app, pilot)
        assert "nothing to count" in shown(empty_app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_hostile_names_are_shown_and_nothing_more(hostile_app, size):
    async with hostile_app.run_test(size=size) as pilot:
        view = await on_breadth(hostile_app, pilot)
        for _ in range(len(view.shape.rows)):
            await pilot.press("j")
        seen = shown(hostile_app)
        assert "\x1b" not in seen
        assert "\u202e" not in seen


@pytest.mark.parametrize("columns", [1, 2, 7, 12, 30])
@pytest.mark.parametrize("width", [30, 62, 76, 120])
def test_the_chosen_column_is_always_among_those_shown(columns, width):
    for selected in range(columns):
        shown_columns, cell = window(columns, width, selected)
        assert selected in {*shown_columns, columns - 1}
        assert cell * (len(shown_columns) + 1) <= max(width - 13, cell)


@pytest.mark.parametrize("name", ["Acme", 'The "Big" Co', "a\nb", '"Quoted"'])
def test_any_name_makes_a_filter_line_that_can_be_read(demo_app, name):
    query_of(f"company:{quoted(name)}", Target.PEOPLE, demo_app.workspace.index)


async def test_y_tells_why_and_hides_it_again(demo_app):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        await on_breadth(demo_app, pilot)
        assert "Lin & Dumin" not in shown(demo_app)
        await pilot.press("y")
        await pilot.pause()
        assert "Lin & Dumin" in shown(demo_app)
        await demo_app.screen.go("people")
        await on_breadth(demo_app, pilot)
        assert "Lin & Dumin" in shown(demo_app)
        await pilot.press("y")
        await pilot.pause()
        assert "Lin & Dumin" not in shown(demo_app)


async def test_the_first_line_answers_the_question(demo_app):
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await on_breadth(demo_app, pilot)
        levels = breadth_view(demo_app.workspace.index).levels
        senior = len(levels.rows[Level.SENIOR])
        assert f"Network or pyramid? Of {levels.known} people {senior} are senior to you" in shown(demo_app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_names_of_the_circles_stand_whole_over_the_matrix(demo_app, size):
    async with demo_app.run_test(size=size) as pilot:
        await on_breadth(demo_app, pilot)
        head = shown(demo_app).partition("› earlier")[0]
        for name in ("Teachers", "Classmates", "Friends", "Colleagues", "Clubs", "Family"):
            assert name in head


async def test_roads_in_from_a_company_lead_to_a_person(demo_app):
    async with demo_app.run_test(size=(120, 36)) as pilot:
        view = await on_breadth(demo_app, pilot)
        view.shape.go_to("company:Сребърна Река")
        await pilot.press("r")
        await demo_app.settled()
        await pilot.pause()
        page = demo_app.screen
        assert isinstance(page, RoadsPage)
        assert "Roads into Сребърна Река" in shown(demo_app)
        row = page.query_one(VirtualList).cursor_row
        assert isinstance(row, Traveller)
        person = row.person
        await pilot.press("enter")
        await demo_app.settled()
        await pilot.pause()
        assert demo_app.screen.view.NAME == "people"
        assert demo_app.screen.view.names.cursor_key == person


async def test_roads_in_ask_for_a_name_elsewhere_and_esc_comes_back(demo_app):
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await on_breadth(demo_app, pilot)
        await pilot.press("r")
        await demo_app.settled()
        await pilot.press(*"srebarna", "enter")
        await demo_app.settled()
        await pilot.pause()
        assert "Roads into Сребърна Река" in shown(demo_app)
        await pilot.press("escape")
        await demo_app.settled()
        await pilot.pause()
        assert demo_app.screen.view.NAME == "breadth"


async def at_a_connector(network, clock, pilot, app):
    view = await on_breadth(app, pilot)
    view.shape.go_to("through:101")
    await pilot.pause()
    return view


def connected(network):
    people = [Person(id="101", name="Ani"), *(Person(id=str(n), name=f"P{n}", met=Met(by="101")) for n in (102, 103))]
    network.save(people, action="person.add")
    return NettuiApp(Workspace(network, path="network.json"))


async def test_t_thanks_for_the_introduction_that_waits(network, clock):
    app = connected(network)
    done = (Step(status=Status.DONE, on=PartialDate(2025)),)
    kind, received = ExchangeKind.INTRODUCTION, Direction.RECEIVED
    network.save([Exchange(id="401", kind=kind, direction=received, person="101", steps=done)], action="x")
    async with app.run_test(size=(80, 24)) as pilot:
        view = await at_a_connector(network, clock, pilot, app)
        assert view.shape.cursor_row.note == "not thanked yet"
        await pilot.press("t")
        await app.settled()
        await pilot.pause()
        assert [step.status for step in network.repository.exchanges["401"].steps] == [Status.DONE, Status.THANKED]
        assert "thanked" in view.shape.cursor_row.note
        await pilot.press("u")
        await pilot.pause()
        assert [step.status for step in network.repository.exchanges["401"].steps] == [Status.DONE]


async def test_t_records_an_introduction_that_the_ledger_does_not_have(network, clock):
    app = connected(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_a_connector(network, clock, pilot, app)
        await pilot.press("t")
        await app.settled()
        assert "P102, P103" in shown(app)
        await pilot.press("y")
        await app.settled()
        await pilot.pause()
        (made,) = network.repository.exchanges.values()
        assert (made.person, made.status, made.direction) == ("101", Status.THANKED, Direction.RECEIVED)


async def test_p_goes_to_the_connector_and_is_refused_elsewhere(network, clock):
    app = connected(network)
    async with app.run_test(size=(80, 24)) as pilot:
        view = await on_breadth(app, pilot)
        assert view.refusal("person")
        await at_a_connector(network, clock, pilot, app)
        await pilot.press("p")
        await app.settled()
        await pilot.pause()
        assert app.screen.view.names.cursor_key == "101"
