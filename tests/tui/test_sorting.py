"""Sorting as it is used: the whole walk by keys, the guesses, the way back, and what is said at the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.records import ME_ID, Level, Me, Person, Position
from nettui.i18n import set_language
from nettui.services import people
from nettui.tui.app import NettuiApp
from nettui.tui.sorting.screen import SortingScreen
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.virtual_list import VirtualList
from nettui.tui.workspace import Workspace
from tests.tui.conftest import SIZES
from tests.tui.driving import message, shown
from tests.tui.frames import text


def filled(network, *rows):
    """Put people into the network: name, title, company, industry, each may be missing."""
    made = []
    for name, title, company, industry in ((*row, "", "", "")[:4] for row in rows):
        positions = (Position(organisation=company, title=title, industry=industry),) if company or title else ()
        made.append(Person(id=network.clock.new_id(), name=name, positions=positions))
    network.save(made, action="person.add")
    return [person.id for person in made]


def levels(network):
    return {person.name: person.level for person in network.repository.people.values()}


def industries(network):
    return {p.name: p.positions[0].industry for p in network.repository.people.values() if p.positions}


async def sorting(app, pilot, *keys):
    """Go to Breadth and sort; then press ``keys``."""
    await pilot.press("5", "s")
    await pilot.pause()
    await pilot.pause()
    assert isinstance(app.screen, SortingScreen)
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    return app.screen


@pytest.fixture
def app_of(network):
    return lambda *rows: (filled(network, *rows), NettuiApp(Workspace(network, path="network.json")))[1]


async def test_twenty_people_are_sorted_with_twenty_keys_and_twenty_commits_of_one_record(network, app_of):
    app = app_of(*((f"Person {n:02}",) for n in range(20)))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await sorting(app, pilot)
        commits = len(network.repository.changes(100))
        keys = "epso" * 5
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        changes = network.repository.changes(100)[commits:]
        assert len(changes) == len(keys) == 20
        assert {len(change.edits) for change in changes} == {1}
        wanted = {"e": Level.EARLIER, "p": Level.PEER, "s": Level.SENIOR, "o": Level.OUTSIDE}
        assert levels(network) == {f"Person {n:02}": wanted[key] for n, key in enumerate(keys)}
        assert screen.walk.current is None
        assert "That was everybody." in shown(app)
        assert "20 sorted" in shown(app)
        assert "earlier 5, peer 5, senior 5, outside work 5 (20 known, 0 unknown)" in " ".join(shown(app).split())
        await pilot.press("escape")
        await pilot.pause()
        assert message(app).startswith("20 people have a level. Breadth, by level:")
        view = app.screen.view
        assert view.NAME == "breadth"
        assert next(row.counts[-1] for row in view.shape.rows if getattr(row, "key", "") == "level:peer") == 5


async def test_a_guess_is_shown_with_its_words_and_taken_by_enter_only(network, app_of):
    app = app_of(("Ana", "Head of Data", "Acme"), ("Boris", "Data engineer", "Acme"))
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        seen = shown(app)
        assert "Perhaps senior: “Head of”" in seen
        assert "Enter takes the guess" in seen
        assert "› s  senior" in seen
        assert levels(network) == {"Ana": None, "Boris": None}
        await pilot.press("enter")
        await pilot.pause()
        assert levels(network)["Ana"] is Level.SENIOR
        assert "No guess: the title says nothing about it." in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert message(app) == "There is no guess here."
        assert levels(network)["Boris"] is None


async def test_why_there_is_no_guess(app_of):
    app = app_of(("Ana",), ("Boris", "Analyst"))
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        assert "No guess: no title is known." in shown(app)
        await pilot.press("space")
        await pilot.pause()
        assert "No guess: the title says nothing about it." in shown(app)


async def test_a_guess_is_relative_to_my_own_title(network, app_of):
    network.save([Me(id=ME_ID, name="I", positions=(Position(organisation="X", title="CEO"),))], action="me.edit")
    app = app_of(("Ana", "Senior analyst", "Acme"))
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        assert "Perhaps earlier in their career: “Senior”" in shown(app)


async def test_back_takes_the_answer_back_exactly_and_shows_that_person_again(network, app_of):
    app = app_of(("Ana",), ("Boris",), ("Vera",))
    before = dict(network.repository.people)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await sorting(app, pilot, "p", "s")
        assert "1 of 3 left" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert "Boris" in shown(app)
        assert "Undone: Noted the level of Boris" in message(app)
        assert "2 of 3 left" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert dict(network.repository.people) == before
        await pilot.press("u")
        assert message(app) == "This is the first person."
        await pilot.press("o", "o", "o", "u")
        await pilot.pause()
        assert "Vera" in shown(app)
        assert screen.walk.left == 1
        assert levels(network) == {"Ana": Level.OUTSIDE, "Boris": Level.OUTSIDE, "Vera": None}


async def test_space_leaves_somebody_for_later_and_back_returns_without_a_change(network, app_of):
    app = app_of(("Ana",), ("Boris",))
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        commits = len(network.repository.changes(100))
        await pilot.press("space")
        await pilot.pause()
        assert "Boris" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert "Ana" in shown(app)
        assert len(network.repository.changes(100)) == commits
        await pilot.press("space", "p")
        await pilot.pause()
        assert "1 sorted, 1 left for later" in shown(app)
        assert levels(network) == {"Ana": None, "Boris": Level.PEER}
        await pilot.press("escape", "s")
        await pilot.pause()
        await pilot.pause()
        assert "1 of 1 left" in shown(app)
        assert "Ana" in shown(app)


async def test_industries_by_digit_by_guess_and_by_name(network, app_of):
    app = app_of(
        ("A", "", "Acme", "Software"),
        ("B", "", "Acme", "Software"),
        ("C", "", "Bell", "Games"),
        ("D1", "", "ACME Ltd"),
        ("D2", "", "Юробанк"),
        ("D3", "", "Quill"),
        ("D4", "", "Quill"),
        ("D5", "", "Quill"),
        ("No company",),
    )
    async with app.run_test(size=(120, 36)) as pilot:
        await sorting(app, pilot, "tab")
        seen = shown(app)
        assert "1  Software  2" in seen
        assert "2  Games  1" in seen
        assert "Perhaps Software: 2 of 2 people known at ACME Ltd work in it" in seen
        assert "› 1  Software" in seen
        await pilot.press("enter")
        await pilot.pause()
        assert "Perhaps Banking: “Юробанк” in the company's name" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "3  Banking  1" in shown(app)
        assert "No guess" in shown(app)
        await pilot.press("slash", *"Med", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "Perhaps Med: 1 of 1 person known at Quill works in it" in shown(app)
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("9")
        await pilot.pause()
        assert message(app) == "No industry has that number."
        await pilot.press("slash", *"soft", "enter")
        await pilot.pause()
        await pilot.pause()
        assert industries(network) == {
            "A": "Software", "B": "Software", "C": "Games", "D1": "Software", "D2": "Banking", "D3": "Med",
            "D4": "Games", "D5": "Software",
        }  # fmt: skip
        seen = " ".join(shown(app).split())
        assert "5 sorted" in seen
        assert "1 person has no company at present" in seen
        await pilot.press("escape")
        await pilot.pause()
        assert message(app).startswith("5 people have an industry. Breadth, industries: 4")


async def test_the_digits_keep_their_meaning_while_one_sorts(network, app_of):
    app = app_of(
        ("A", "", "Acme", "Alpha"), ("B", "", "Bell", "Beta"), ("D1", "", "Q"), ("D2", "", "R"), ("D3", "", "S")
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot, "tab", "2", "2")
        assert "1  Alpha" in shown(app)
        assert "2  Beta" in shown(app)
        assert industries(network)["D2"] == "Beta"


async def test_leaving_the_list_of_industries_changes_nothing(network, app_of):
    app = app_of(("D1", "", "Q"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await sorting(app, pilot, "tab", "slash", "x", "escape")
        await pilot.pause()
        assert app.screen is screen
        assert industries(network) == {"D1": ""}
        assert screen.walk.left == 1


async def test_tab_goes_between_levels_and_industries_and_each_stays_where_it_was(network, app_of):
    app = app_of(("Ana", "", "Acme"), ("Boris", "", "Acme"))
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot, "p")
        assert "1 of 2 left" in shown(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "2 of 2 left" in shown(app)
        assert "Ana" in shown(app)
        await pilot.press("p")  # no answer to this question
        await pilot.pause()
        assert levels(network) == {"Ana": Level.PEER, "Boris": None}
        await pilot.press("tab", "p")
        await pilot.pause()
        assert "goes on with industries: 2 are unknown" in shown(app)
        assert levels(network) == {"Ana": Level.PEER, "Boris": Level.PEER}


async def test_where_all_levels_are_known_it_begins_with_industries(network, app_of):
    app = app_of(("Ana", "", "Acme"))
    (ana,) = network.repository.people.values()
    network.save([replace(ana, level=Level.PEER)], action="person.edit")
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        assert "Industries" in text(app)[0]


async def test_nothing_unknown_says_so(network, app_of):
    app = app_of(("Ana", "", "Acme", "Software"))
    (ana,) = network.repository.people.values()
    network.save([replace(ana, level=Level.PEER)], action="person.edit")
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        assert "Everybody has a level: there is nothing to sort out." in shown(app)
        await pilot.press("p")
        assert message(app) == "There is nobody left to sort here."
        await pilot.press("tab")
        await pilot.pause()
        assert "Everybody with a company has an industry" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.view.NAME == "breadth"


async def test_in_an_empty_file_it_says_why_there_is_nothing_to_do(empty_app):
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "s")
        await pilot.pause()
        assert message(empty_app) == "Nobody is here yet, so there is nobody to sort out."


async def test_a_file_for_reading_only_is_not_sorted(network):
    filled(network, ("Ana",))
    app = NettuiApp(Workspace(network, path="network.json", read_only=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "s")
        await pilot.pause()
        assert "reading only" in message(app)


async def test_somebody_deleted_or_answered_elsewhere_is_passed_over(network, app_of):
    app = app_of(("Ana",), ("Boris",), ("Vera",))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await sorting(app, pilot)
        ana, boris, _vera = network.repository.people.values()
        app.perform(lambda n: people.edit(n, replace(ana, level=Level.PEER)))
        app.perform(lambda n: people.remove(n, boris.id))
        await pilot.pause()
        assert "Vera" in shown(app)
        assert "1 of 1 left" in shown(app)
        assert screen.walk.left == 1


async def test_back_goes_past_somebody_deleted_and_an_answer_that_was_changed_elsewhere(network, app_of):
    app = app_of(("Ana",), ("Boris",), ("Vera",), ("Zoya",))
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot, "p", "p", "p")
        _ana, boris, vera, _zoya = network.repository.people.values()
        app.perform(lambda n: people.remove(n, vera.id))
        app.perform(lambda n: people.edit(n, replace(boris, level=Level.SENIOR)))
        await pilot.press("u")
        await pilot.pause()
        assert "Zoya" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert message(app) == "It was changed elsewhere meanwhile, and stays."
        assert "Zoya" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert "Ana" in shown(app)
        assert levels(network) == {"Ana": None, "Boris": Level.SENIOR, "Zoya": None}


async def test_the_palette_finds_it_from_everywhere_and_once_only(network, app_of):
    app = app_of(("Ana",))
    for view in ("2", "5"):
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press(view, "ctrl+p", *"sort", "space", *"out")
            await pilot.pause()
            hits = [hit.name for hit in app.screen.query_one(VirtualList).rows]
            assert sum(name.startswith("sort out") for name in hits) == 1
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            assert isinstance(app.screen, SortingScreen)
        app = NettuiApp(Workspace(network, path="network.json"))


async def test_the_keys_are_in_the_bar_and_on_the_help_page(app_of):
    app = app_of(("Ana", "", "Acme"))
    async with app.run_test(size=(120, 36)) as pilot:
        await sorting(app, pilot)
        bar = app.screen.query_one(KeyBar).render_line(0).text
        for words in ("e earlier", "p peer", "s senior", "o outside", "Enter take guess", "Space later", "u back"):
            assert words in bar
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Leave this person for another time." in shown(app)
        await pilot.press("escape", "tab")
        await pilot.pause()
        bar = app.screen.query_one(KeyBar).render_line(0).text
        assert "/ other industry" in bar
        assert "e earlier" not in bar


async def test_the_users_own_keys_are_shown_with_the_answers(network):
    filled(network, ("Ana",))
    app = NettuiApp(Workspace(network, path="network.json"), keymap={"sorting.peer": "m"})
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        assert "m  peer" in shown(app)
        await pilot.press("m")
        await pilot.pause()
        assert levels(network) == {"Ana": Level.PEER}


@pytest.mark.parametrize("size", [*SIZES, (60, 15)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_hostile_and_long_names_never_push_the_answers_out(hostile_app, size):
    async with hostile_app.run_test(size=size) as pilot:
        screen = await sorting(hostile_app, pilot)
        count = screen.walk.left
        for _ in range(count):
            seen = shown(hostile_app)
            assert "\x1b" not in seen
            assert "\u202e" not in seen
            for key in "epso":
                assert f"{key}  " in seen
            assert "No guess" in seen
            await pilot.press("p")
            await pilot.pause()
        assert "That was everybody." in shown(hostile_app)
        await pilot.press("tab")
        await pilot.pause()
        while screen.walk.left:
            assert "another one" in shown(hostile_app)
            await pilot.press("space")
            await pilot.pause()


async def test_cyrillic_names_in_bulgarian(network):
    filled(network, ("Мария Петрова", "Старши инженер", "Сирма"))
    set_language("bg")
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        assert "Мария Петрова" in shown(app)
        assert "Старши инженер, Сирма" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert levels(network) == {"Мария Петрова": Level.SENIOR}


async def test_without_colours_the_guess_is_told_by_a_sign_and_words(network):
    filled(network, ("Ana", "Head of Data", "Acme"))
    app = NettuiApp(Workspace(network, path="network.json"), ansi_color=True, glyphs="ascii")
    async with app.run_test(size=(80, 24)) as pilot:
        await sorting(app, pilot)
        assert "> s  senior" in shown(app)
        assert "Perhaps senior" in shown(app)


async def test_a_key_draws_only_the_lines_that_differ(app_of):
    app = app_of(*((f"Person {n}", "Data engineer", "Acme") for n in range(3)))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await sorting(app, pilot)
        sheet = screen.query_one("#sorting-sheet")
        drawn = set()
        original = sheet.render_line

        def render_line(y):
            drawn.add(y)
            return original(y)

        sheet.render_line = render_line
        await pilot.press("p")
        await pilot.pause()
        assert 1 <= len(drawn) <= 3
