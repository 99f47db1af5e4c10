"""The Journal: days and entries, the page beside them, periods, finding, and the map of a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from nettui.domain.change import Table
from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry, Exchange, ExchangeKind, Person, Promise, Status, Step, Whose
from nettui.domain.records import Direction as Way
from nettui.services import entries, people
from nettui.tui.app import NettuiApp
from nettui.tui.messages import OpenRecord
from nettui.tui.views.journal.stream import DayHeading
from nettui.tui.views.journal.view import JournalView
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.workspace import Workspace
from tests.tui.conftest import SIZES
from tests.tui.frames import text


def journal(app):
    return app.screen.query_one(JournalView)


def selected(app):
    return app.workspace.index.entries[journal(app).selected]


def said(app):
    return app.screen.query_one(KeyBar).message


def count_painted(rows):
    """Return a list that grows by each row that is painted from now on."""
    painted, paint = [], rows._paint

    def counting(row, width):
        painted.append(row)
        return paint(row, width)

    rows._paint = counting
    return painted


async def open_journal(pilot):
    await pilot.press("3")
    await pilot.pause()
    await pilot.app.settled()
    return journal(pilot.app)


@pytest.fixture
def made(network, clock):
    """Two people; four days, one of them with three entries; a promise and a favour from one of them."""
    maria = Person(id=clock.new_id(), name="Мария Петрова")
    georgi = Person(id=clock.new_id(), name="Georgi Ivanov")

    def entry(at, channel, words, *who, tags=()):
        return Entry(id=clock.new_id(), at=Moment.parse(at), channel=channel, text=words, people=who, tags=tags)

    written = {
        "coffee": entry("2026-11-23T09:30", Channel.COFFEE, "the thesis", maria.id, tags=("phd",)),
        "note": entry("2026-11-23", Channel.NOTE, "a quiet morning"),
        "call": entry("2026-11-22T18:00", Channel.CALL, "moving house", georgi.id),
        "october": entry("2026-10-05", Channel.MEAL, "soup", maria.id, georgi.id),
        "last_year": entry("2025-03-01", Channel.LETTER, "a letter", georgi.id),
    }
    promise = Promise(
        id=clock.new_id(), text="send my CV", whose=Whose.MINE, person=maria.id, entry=written["coffee"].id
    )
    favour = Exchange(
        id=clock.new_id(),
        kind=ExchangeKind.ADVICE,
        direction=Way.RECEIVED,
        person=maria.id,
        steps=(Step(status=Status.DONE),),
        entry=written["coffee"].id,
    )
    network.save([maria, georgi, *written.values(), promise, favour], action="demo.sample")
    return {"maria": maria, "georgi": georgi, **written}


@pytest.fixture
def app(network, made):
    return NettuiApp(Workspace(network, path="network.json"))


async def test_days_stand_over_their_entries_newest_first(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_journal(pilot)
        rows = list(view.rows.rows)
        days = [row.day for row in rows if isinstance(row, DayHeading)]
        assert days == [date(2026, 11, 23), date(2026, 11, 22), date(2026, 10, 5), date(2025, 3, 1)]
        assert [row for row in rows if not isinstance(row, DayHeading)] == [
            made[name].id for name in ("coffee", "note", "call", "october", "last_year")
        ]
        shown = "\n".join(text(app))
        assert "Mon 23 Nov 2026" in shown
        assert "yesterday" in shown


async def test_the_cursor_passes_over_headings(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(pilot)
        seen = [selected(app)]
        for _ in range(4):
            await pilot.press("j")
            seen.append(selected(app))
        assert [entry.id for entry in seen] == [
            made[name].id for name in ("coffee", "note", "call", "october", "last_year")
        ]
        await pilot.press("G", "g")
        assert selected(app).id == made["coffee"].id


async def test_periods_go_by_months_and_back_to_today(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(pilot)
        await pilot.press("left_square_bracket")
        assert selected(app).id == made["october"].id
        await pilot.press("left_square_bracket")
        assert selected(app).id == made["last_year"].id
        await pilot.press("left_square_bracket")
        assert selected(app).id == made["last_year"].id
        assert said(app)
        await pilot.press("right_square_bracket")
        assert selected(app).id == made["october"].id
        await pilot.press("T")
        assert selected(app).id == made["coffee"].id


async def test_the_page_has_the_whole_entry_and_what_came_from_it(app):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_journal(pilot)
        page = "\n".join("".join(part for part, _role in line.left) for line in view.page.lines)
        for word in ("coffee", "Мария Петрова", "#phd", "the thesis", "send my CV", "advice", "soup"):
            assert word in page


async def test_in_a_narrow_window_enter_opens_the_page_and_escape_goes_back(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_journal(pilot)
        assert not view.page.region
        await pilot.press("enter")
        await pilot.pause()
        assert view.page.region.width == 80
        assert "send my CV" in "\n".join(text(app))
        await pilot.press("escape")
        await pilot.pause()
        assert view.rows.region.width == 80
        assert view.rows.has_focus
        assert selected(app).id == made["coffee"].id


@pytest.mark.parametrize("words", ["Мария", "maria", "МАРИЯ"])
async def test_the_filter_finds_in_both_scripts(app, made, words):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_journal(pilot)
        await pilot.press("slash", *words)
        await pilot.pause()
        assert list(view.found_list().rows.ids) == [made["coffee"].id, made["october"].id]
        await pilot.press("enter")
        assert view.rows.has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert len(view.rows.rows.ids) == 5


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("channel:call", ["call"]),
        ("tag:phd", ["coffee"]),
        ("period:2026-10", ["october"]),
        ("with:georgi", ["call", "october", "last_year"]),
        ("thesis with:maria", ["coffee"]),
        ("channel:", ["coffee", "note", "call", "october", "last_year"]),
    ],
)
async def test_another_view_narrows_the_journal(app, made, query, names):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_journal(pilot)
        view.show_query(query)
        await pilot.pause()
        assert list(view.rows.rows.ids) == [made[name].id for name in names]


async def test_n_goes_from_match_to_match_after_the_filter_is_cleared(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(pilot)
        await pilot.press("slash", *"georgi", "escape")
        await pilot.pause()
        assert selected(app).id == made["call"].id
        await pilot.press("n")
        assert selected(app).id == made["october"].id
        await pilot.press("n", "n")
        assert selected(app).id == made["call"].id
        await pilot.press("N")
        assert selected(app).id == made["last_year"].id


async def test_a_star_is_set_and_taken_back_and_the_cursor_stays(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        await open_journal(pilot)
        await pilot.press("j", "asterisk")
        await pilot.pause()
        assert selected(app).id == made["note"].id
        assert selected(app).starred
        assert "* a quiet morning" in "\n".join(text(app))
        await pilot.press("u")
        await pilot.pause()
        assert not selected(app).starred


async def test_a_new_entry_moves_the_rows_but_not_the_selection(app, made, clock):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_journal(pilot)
        await pilot.press("j")
        before = view.rows.cursor
        new = Entry(id=clock.new_id(), at=Moment.parse("2026-11-23T09:45"), text="later")
        app.perform(lambda network: entries.log(network, new))
        await pilot.pause()
        assert selected(app).id == made["note"].id
        assert view.rows.cursor == before + 1
        app.perform(lambda network: entries.remove(network, made["note"].id))
        await pilot.pause()
        assert selected(app).id == made["call"].id


async def test_a_new_name_is_shown_without_the_rows_being_made_anew(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_journal(pilot)
        rows = view.rows.rows
        from dataclasses import replace

        app.perform(lambda network: people.edit(network, replace(made["maria"], name="Мария Колева")))
        await pilot.pause()
        assert view.rows.rows is rows
        assert "Мария Колева" in "\n".join(text(app))


async def test_a_change_keeps_to_the_filter(app, made, clock):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_journal(pilot)
        view.show_query("channel:call")
        await pilot.pause()
        other = Entry(id=clock.new_id(), at=Moment.parse("2026-11-23"), text="a note")
        fits = Entry(id=clock.new_id(), at=Moment.parse("2026-11-21"), channel=Channel.CALL, text="a call")
        app.perform(lambda network: entries.log(network, other))
        app.perform(lambda network: entries.log(network, fits))
        await pilot.pause()
        assert list(view.rows.rows.ids) == [made["call"].id, fits.id]


async def test_an_entry_is_opened_from_elsewhere_though_the_filter_hides_it(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_journal(pilot)
        view.show_query("channel:call")
        await pilot.pause()
        app.screen.post_message(OpenRecord(Table.ENTRIES, made["october"].id))
        await pilot.pause()
        await pilot.pause()
        assert selected(app).id == made["october"].id
        app.screen.post_message(OpenRecord(Table.ENTRIES, "99"))
        await pilot.pause()
        assert "no longer" in said(app)


async def test_a_key_that_cannot_work_says_why(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_journal(pilot)
        await pilot.press("j", "p")
        assert "nobody" in said(app)
        await pilot.press("k", "p")
        await pilot.pause()
        assert app.screen.view.NAME == "people"


async def test_an_empty_journal_says_what_to_press(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        view = await open_journal(pilot)
        assert "Press i" in "\n".join(text(empty_app))
        await pilot.press("e")
        assert said(empty_app)
        await pilot.press("y", "up", "left", "enter", "T", "left_square_bracket")
        assert view.selected is None


@pytest.mark.parametrize("size", SIZES[:2])
async def test_hostile_text_does_no_harm(hostile_app, size):
    async with hostile_app.run_test(size=size) as pilot:
        view = await open_journal(pilot)
        for _ in range(len(view.rows.rows)):
            await pilot.press("j")
            await hostile_app.settled()
        await pilot.press("enter", "G", "escape", "y")
        await pilot.pause()
        shown = "\n".join(text(hostile_app))
        assert "\x1b" not in shown
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
        assert all(len(line.left) < 400 for line in view.page.lines)


# -- the map of a year -------------------------------------------------------------------------------------------------


async def test_the_map_follows_the_cursor_and_leads_to_a_day(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        view = await open_journal(pilot)
        year = view._year
        assert (year.year, year.day) == (2026, date(2026, 11, 23))
        await pilot.press("G")
        await app.settled()
        assert (year.year, year.day) == (2025, date(2025, 3, 1))
        await pilot.press("g", "y", "up")
        assert year.day == date(2026, 11, 22)
        await pilot.press("enter")
        assert view.rows.has_focus
        assert selected(app).id == made["call"].id
        await pilot.press("y", "left_square_bracket")
        assert year.year == 2025
        await pilot.press("left_square_bracket")
        assert year.year == 2025
        assert said(app)
        await pilot.press("T", "right")
        assert year.day == date(2026, 11, 23)


async def test_the_map_says_in_words_what_it_shows(app):
    async with app.run_test(size=(120, 36)) as pilot:
        await open_journal(pilot)
        shown = "\n".join(text(app))
        assert "4 entries on 3 days" in shown
        assert "Mon 23 Nov: 2 entries" in shown


async def test_the_map_opens_in_a_narrow_window(app):
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_journal(pilot)
        assert not view._year.region
        await pilot.press("y")
        await pilot.pause()
        await app.settled()
        assert view._year.region
        assert "a quiet morning" in "\n".join(text(app))
        await pilot.press("y")
        await pilot.pause()
        assert not view._year.region
        assert view.rows.has_focus


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_first_and_the_last_day_there_is_are_days_too(network, clock, size):
    network.save(
        [Entry(id=clock.new_id(), at=Moment.parse(at), text=at) for at in ("0001-01-01", "2026-11-23", "9999-12-31")],
        action="demo.sample",
    )
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=size) as pilot:
        await open_journal(pilot)
        assert selected(app).text == "9999-12-31"
        for key in ("left_square_bracket", "left_square_bracket", "left_square_bracket", "right_square_bracket", "T"):
            await pilot.press(key)
            await app.settled()
        await pilot.press("G", "y", "left", "up", "left_square_bracket", "enter")
        assert selected(app).text == "0001-01-01"
        await pilot.press("g", "y", "right", "down", "right_square_bracket", "enter")
        assert selected(app).text in {"9999-12-31", "2026-11-23"}


# -- much --------------------------------------------------------------------------------------------------------------


async def test_only_rows_in_sight_are_made(network, clock):
    """5,000 entries: the work of opening, moving and jumping grows with the window, not with the journal."""
    first = date(2012, 1, 1)
    many = [
        Entry(id=clock.new_id(), at=Moment(first + timedelta(days=number)), text=f"entry {number}")
        for number in range(5000)
    ]
    network.save(many, action="demo.sample")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_journal(pilot)
        painted = count_painted(view.rows)
        view.rows.repaint()
        await pilot.pause()
        height = view.rows.region.height
        assert len(painted) <= height
        painted.clear()
        await pilot.press("j")
        await pilot.pause()
        assert len(painted) <= 2
        painted.clear()
        await pilot.press("G", "left_square_bracket", "right_square_bracket", "T")
        await pilot.pause()
        assert len(painted) <= 4 * height
        painted.clear()
        app.perform(lambda network: entries.star(network, view.selected))
        await pilot.pause()
        assert len(painted) <= 2
