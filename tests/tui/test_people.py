"""The view People: circles, the list, finding, the panes at each size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.change import Table
from nettui.domain.records import Person
from nettui.services import entries, people
from nettui.services.views.order import name_key
from nettui.tui.messages import OpenQuery, OpenRecord
from nettui.tui.views.people.circles import ARCHIVED, group_key
from nettui.tui.views.people.person_page import PersonPage
from nettui.tui.views.people.view import PeopleView
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.pane_title import PaneTitle
from nettui.tui.widgets.virtual_list import VirtualList
from tests.tui.frames import text

SMALL, USUAL = (80, 24), (120, 36)


async def opened(pilot):
    await pilot.press("2")
    await pilot.pause()
    view = pilot.app.screen.view
    assert isinstance(view, PeopleView)
    return view


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


def names(view):
    index = view.workspace.index
    return [index.people[each].name for each in view.names.rows]


def title(view):
    return view.query_one("#people-title", PaneTitle).render_line(0).text


# -- order and selection -----------------------------------------------------------------------------------------------


async def test_o_goes_through_the_orders_and_the_header_says_which(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        assert names(view) == sorted(names(view), key=name_key)
        orders = []
        for _ in range(4):
            await press(pilot, "o")
            orders.append(next(line for line in text(demo_app) if "↑" in line))
        assert [
            next(word for word in ("Name", "Company", "Last", "Due") if f"{word} ↑" in line) for line in orders
        ] == [
            "Company",
            "Last",
            "Due",
            "Name",
        ]


async def test_sorted_by_last_contact_the_latest_come_first_and_turned_round_last(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "o", "o")
        index = view.workspace.index
        days = [index.last_contact(each) for each in view.names.rows]
        known = [day for day in days if day is not None]
        assert known == sorted(known, reverse=True)
        assert days[: len(known)] == known
        await press(pilot, "O")
        assert [index.last_contact(each) for each in view.names.rows] == days[::-1]


async def test_the_cursor_stays_on_the_person_through_order_filter_and_change(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, *"jjjj")
        somebody = view.selected
        await press(pilot, "o")
        assert view.selected == somebody
        first = view.names.rows[0]
        demo_app.perform(lambda network: people.archive(network, first))
        await pilot.pause()
        assert view.selected == somebody
        assert first not in view.names.rows
        word = view.workspace.index.people[somebody].name.split()[0]
        await press(pilot, "slash", *word, "enter")
        assert view.selected == somebody
        await press(pilot, "escape")
        assert view.selected == somebody


async def test_a_new_name_moves_the_person_to_its_place(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        person = view.workspace.index.people[view.selected]
        demo_app.perform(lambda network: people.edit(network, replace(person, name="Яша Последен")))
        await pilot.pause()
        assert view.selected == person.id
        assert names(view) == sorted(names(view), key=name_key)


# -- circles -----------------------------------------------------------------------------------------------------------


async def test_each_circle_shows_its_people_and_counts_them(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        index = view.workspace.index
        for circle in view.circles.list.rows:
            if circle.key:
                view.circles.list.go_to(circle.key)
                await pilot.pause()
                await demo_app.settled()
                await pilot.pause()
                assert len(view.names.rows) == circle.count, circle.name
                if circle.scope.group:
                    assert all(circle.scope.group in index.people[each].groups for each in view.names.rows)
        assert all(index.people[each].archived for each in view.names.rows), "the archive is the last"


async def test_empty_circles_are_there_and_say_what_they_are_good_for(empty_app):
    async with empty_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        clock = view.workspace.network.clock
        empty_app.perform(lambda network: people.add(network, Person(id=clock.new_id(), name="Ana", groups=("3",))))
        await pilot.pause()
        view.circles.list.go_to(group_key("1"))
        await pilot.pause()
        await empty_app.settled()
        await pilot.pause()
        assert view.circles.selected.count == 0
        assert "Teachers know what you can learn" in "\n".join(text(empty_app))


async def test_an_empty_file_says_how_to_begin(empty_app):
    async with empty_app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        shown = "\n".join(text(empty_app))
        assert "a adds somebody" in shown
        assert "nettui import" in shown
        await press(pilot, "e")
        assert "Nobody is selected" in empty_app.screen.query_one(KeyBar).message


async def test_a_group_that_follows_from_positions_cannot_be_edited_and_says_why(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "h")
        computed = next(circle for circle in view.circles.list.rows if circle.scope.computed)
        view.circles.list.go_to(computed.key)
        await press(pilot, "e")
        assert "follows from positions" in demo_app.screen.query_one(KeyBar).message


# -- finding -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["petrova", "Петрова", "PETRÓVA"])
async def test_either_script_finds_the_other(demo_app, typed):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "slash", *typed)
        assert "Мария Петрова" in names(view)
        assert all("етров" in name or "etrov" in name for name in names(view))


async def test_a_filter_stays_in_sight_and_escape_clears_it(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        everybody = len(view.names.rows)
        await press(pilot, "slash", *"maria", "enter")
        assert view.names.has_focus
        assert f"{len(view.names.rows)} of {everybody}" in title(view)
        assert "/maria" in title(view)
        await press(pilot, "escape")
        assert len(view.names.rows) == everybody
        assert "/maria" not in title(view)


async def test_n_goes_to_the_next_match_after_the_filter_was_cleared(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "slash", *"мария", "escape")
        found = set()
        for _ in range(4):
            await press(pilot, "n")
            found.add(view.workspace.index.people[view.selected].name)
        assert len(found) == 4
        assert all("ария" in name or "aria" in name for name in found)
        last = view.selected
        await press(pilot, "n", "N")
        assert view.selected == last


async def test_a_wrong_field_is_a_hint_and_narrows_nothing(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        everybody = len(view.names.rows)
        await press(pilot, "slash", *"compny:x")
        assert "company:" in "\n".join(text(demo_app))
        assert len(view.names.rows) == everybody


async def test_nothing_that_fits_says_how_to_go_back(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press(pilot, "slash", *"zzzz", "enter")
        assert "Nobody fits the filter" in "\n".join(text(demo_app))
        assert "Esc clears it" in "\n".join(text(demo_app))


async def test_a_filter_finds_again_after_a_change(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "slash", *"zelda", "enter")
        assert not view.names.rows
        new = Person(id=view.workspace.network.clock.new_id(), name="Zelda Quill")
        demo_app.perform(lambda network: people.add(network, new))
        await pilot.pause()
        assert list(view.names.rows) == [new.id]
        await press(pilot, "u")
        assert not view.names.rows


# -- panes -------------------------------------------------------------------------------------------------------------


async def test_at_80_columns_the_page_takes_the_lists_place_and_escape_brings_it_back(demo_app):
    async with demo_app.run_test(size=SMALL) as pilot:
        view = await opened(pilot)
        page = view.query_one(PersonPage)
        assert not page.region.area
        await press(pilot, "j", "enter")
        assert page.region.width == 80
        assert not view.names.region.area
        name = view.workspace.index.people[view.selected].name
        assert name in "\n".join(text(demo_app))
        await press(pilot, "escape")
        assert view.names.has_focus
        assert not page.region.area


async def test_at_80_columns_h_lays_the_circles_over_the_list(demo_app):
    async with demo_app.run_test(size=SMALL) as pilot:
        view = await opened(pilot)
        assert not view.circles.region.area
        await press(pilot, "h")
        assert view.circles.list.has_focus
        await press(pilot, "j", "enter")
        assert not view.circles.region.area
        assert view.names.has_focus
        assert "Teachers" in title(view)
        assert len(view.names.rows) == view.circles.selected.count
        await press(pilot, "escape")
        assert "People" in title(view)


async def test_panes_are_walked_with_h_and_l(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "l")
        assert view.page.lines.has_focus
        await press(pilot, "h", "h")
        assert view.circles.list.has_focus


async def test_a_window_made_narrow_keeps_the_selection(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "j", "j")
        somebody = view.selected
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.resize_terminal(200, 60)
        await pilot.pause()
        assert view.selected == somebody


# -- from elsewhere ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_a_person_a_group_a_promise_and_a_query_open_here(demo_app, size):
    async with demo_app.run_test(size=size) as pilot:
        view = await opened(pilot)
        index = view.workspace.index
        await press(pilot, "slash", *"zzzz", "enter")
        somebody = next(person for person in index.people.values() if person.name == "Мария Петрова")
        demo_app.screen.post_message(OpenRecord(Table.PEOPLE, somebody.id))
        await pilot.pause()
        assert view.selected == somebody.id
        promise = next(each for each in index.promises.values() if each.person and each.done_on is None)
        demo_app.screen.post_message(OpenRecord(Table.PROMISES, promise.id))
        await pilot.pause()
        assert view.selected == promise.person
        assert view.page.record == (Table.PROMISES, promise.id)
        demo_app.screen.post_message(OpenRecord(Table.GROUPS, "6"))
        await pilot.pause()
        assert view.circles.selected.scope.group == "6"
        demo_app.screen.post_message(OpenQuery("people", "industry:energy"))
        await pilot.pause()
        await pilot.pause()
        assert view.filter_bar().text == "industry:energy"
        assert 0 < len(view.names.rows) < len(index.people)


async def test_an_archived_person_opens_in_the_archive(demo_app):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        archived = next(person for person in view.workspace.index.people.values() if person.archived)
        demo_app.screen.post_message(OpenRecord(Table.PEOPLE, archived.id))
        await pilot.pause()
        assert view.selected == archived.id
        assert view.circles.selected.key == ARCHIVED


# -- work --------------------------------------------------------------------------------------------------------------


async def test_a_cursor_move_draws_two_rows_and_leaves_the_page_alone(demo_app, monkeypatch):
    async with demo_app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press(pilot, "j", "j")
        drawn = []
        original = VirtualList._draw

        def counted(self, number, *args):
            drawn.append((self.id, number))
            return original(self, number, *args)

        monkeypatch.setattr(VirtualList, "_draw", counted)
        await press(pilot, "j")
        assert set(drawn) <= {("people-list", 2), ("people-list", 3)}
        assert len(drawn) <= 2


async def test_a_change_to_one_person_makes_one_row_anew(demo_app, monkeypatch):
    async with demo_app.run_test(size=USUAL) as pilot:
        view = await opened(pilot)
        await press(pilot, "j", "j")
        entry = next(e for e in view.workspace.index.entries.values() if e.people == (view.names.rows[0],))
        rows = []
        original = type(view._people).row

        def counted(self, each):
            rows.append(each)
            return original(self, each)

        monkeypatch.setattr(type(view._people), "row", counted)
        before = list(view.names.rows)
        demo_app.perform(lambda network: entries.star(network, entry.id, not entry.starred))
        await pilot.pause()
        assert list(view.names.rows) == before
        assert set(rows) <= {view.names.rows[0]}


@pytest.mark.parametrize("size", [SMALL, USUAL, (200, 60)])
async def test_hostile_names_stay_text_in_every_pane(hostile_app, size):
    async with hostile_app.run_test(size=size) as pilot:
        view = await opened(pilot)
        for _ in view.names.rows:
            await press(pilot, "enter")
            await hostile_app.settled()
            await pilot.pause()
            shown = "\n".join(text(hostile_app))
            assert "\x1b" not in shown
            assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
            await press(pilot, "escape", "j")
        await press(pilot, "slash", *"[/]", "enter")
        assert names(view) == ["[/] <x>"]
