"""Importing in the app: the path, the plan, what is left out and decided, and that one undo takes it back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from nettui.cli.reading import read
from nettui.domain.incoming import Incoming
from nettui.domain.records import Person, Position
from nettui.errors import InvalidInput
from nettui.services.importing.apply import apply
from nettui.services.importing.plan import plan
from nettui.tui.app import NettuiApp
from nettui.tui.importing.ask import AskArchive
from nettui.tui.importing.decide import Decide
from nettui.tui.importing.plan_screen import PlanScreen
from nettui.tui.importing.progress import Progress
from nettui.tui.main_screen import MainScreen
from nettui.tui.outside import Outside
from nettui.tui.widgets.virtual_list import VirtualList
from nettui.tui.workspace import Workspace
from tests.tui.driving import message, shown

DATA = Path(__file__).parents[1] / "data" / "linkedin"
FIRST = DATA / "Basic_LinkedInDataExport_11-03-2026.zip"
SECOND = DATA / "Basic_LinkedInDataExport_12-05-2026.zip"
SIZES = [(80, 24), (120, 36)]


def app_over(network, **more):
    outside = Outside(read_archive=lambda path, me: read(path, None, me))
    return NettuiApp(Workspace(network, path="network.json", **more), outside=outside)


async def until(pilot, happened):
    """Wait until ``happened()``; threads work meanwhile."""
    for _ in range(500):
        await pilot.pause(0.01)
        if happened():
            await pilot.pause()
            return
    raise AssertionError(shown(pilot.app))


async def open_plan(pilot, path):
    """Ask for ``path`` and wait for its plan."""
    await pilot.press("I")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskArchive))
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, PlanScreen))
    return pilot.app.screen


async def leave(pilot):
    await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen))


def plan_list(app):
    return app.screen.query_one("#plan-list", VirtualList)


def total(app):
    return app.screen.query_one(Progress).text


def section(app, name):
    return [row for row in plan_list(app).rows if row.section == name and row.key is not None]


def put_cursor(app, row):
    assert plan_list(app).go_to(row.key)


@pytest.fixture
def some_known(network, clock):
    """A network that knows somebody of the archive under the same name, at the same company, and somebody elsewhere."""
    incoming = read(FIRST, None, None)
    assert isinstance(incoming, Incoming)
    counts: dict[str, int] = {}
    for person in incoming.people.values():
        counts[person.name] = counts.get(person.name, 0) + 1
    listed = [p for p in incoming.people.values() if p.listed and p.organisation and counts[p.name] == 1]
    same, elsewhere = listed[0], listed[1]
    people = [
        Person(id=clock.new_id(), name=same.name, positions=(Position(organisation=same.organisation),)),
        Person(id=clock.new_id(), name=elsewhere.name, positions=(Position(organisation="Nowhere Ltd"),)),
    ]
    network.save(people, action="person.add")
    return people


@pytest.mark.parametrize("size", SIZES)
async def test_an_archive_comes_in_and_goes_again_with_one_undo(network, size):
    app = app_over(network)
    expected = plan(network, read(FIRST, None, None)).counts()
    async with app.run_test(size=size) as pilot:
        await open_plan(pilot, FIRST)
        assert f"{expected['new_people']} people" in total(app)
        assert f"{expected['new_exchanges']} exchanges" in total(app)
        assert FIRST.name in shown(app)
        await pilot.press("ctrl+s")
        await leave(pilot)
        assert len(network.repository.people) == expected["new_people"]
        assert len(app.workspace.index.people) == expected["new_people"]
        assert f"Imported: {expected['new_people']} people" in message(app)
        await pilot.press("u")
        assert not network.repository.people
        assert not app.workspace.index.people


async def test_enter_on_a_line_imports_too_and_escape_does_nothing(network):
    app = app_over(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_plan(pilot, FIRST)
        await pilot.press("escape")
        await leave(pilot)
        assert message(app) == "Nothing was imported."
        assert not network.repository.people
        await open_plan(pilot, FIRST)
        await pilot.press("enter")
        await leave(pilot)
        assert network.repository.people


async def test_space_leaves_a_person_out_and_takes_them_in_again(network):
    app = app_over(network)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_plan(pilot, FIRST)
        before = total(app)
        row = section(app, "people")[2]
        put_cursor(app, row)
        await pilot.press("space")
        assert total(app) != before
        put_cursor(app, row)
        await pilot.press("space")
        assert total(app) == before
        put_cursor(app, row)
        await pilot.press("space", "ctrl+s")
        await leave(pilot)
        assert row.held.name not in {person.name for person in network.repository.people.values()}


async def test_what_cannot_be_left_out_says_so(network):
    app = app_over(network)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_plan(pilot, FIRST)
        put_cursor(app, section(app, "left_out")[0])
        await pilot.press("space")
        assert "nothing to leave out" in message(app)
        await pilot.press("A")
        assert "likely answer" in message(app)


async def test_somebody_is_decided_to_be_who_is_here(network, some_known):
    app = app_over(network)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_plan(pilot, FIRST)
        ask = next(row for row in section(app, "ask") if row.held.name == some_known[1].name)
        put_cursor(app, ask)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Decide))
        assert "Nowhere Ltd" in shown(app)
        assert "a new person" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen) and "Comparing" not in total(app))
        assert "Nowhere Ltd" in shown(app)
        await pilot.press("ctrl+s")
        await leave(pilot)
        named = [p for p in network.repository.people.values() if p.name == some_known[1].name]
        assert [p.id for p in named] == [some_known[1].id]
        assert named[0].foreign_ids


async def test_somebody_is_decided_to_be_new_or_left_out(network, some_known):
    app = app_over(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_plan(pilot, FIRST)
        new = next(row for row in section(app, "ask") if row.held.name == some_known[1].name)
        put_cursor(app, new)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Decide))
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen) and "Comparing" not in total(app))
        skipped = next(row for row in section(app, "ask") if row.held.name == some_known[0].name)
        put_cursor(app, skipped)
        await pilot.press("space")
        await until(pilot, lambda: "Comparing" not in total(app))
        await pilot.press("ctrl+s")
        await leave(pilot)
        names = [p.name for p in network.repository.people.values()]
        assert names.count(some_known[1].name) == 2
        assert names.count(some_known[0].name) == 1
        assert not network.repository.people[some_known[0].id].foreign_ids


async def test_all_likely_answers_are_accepted_at_once(network, some_known):
    app = app_over(network)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_plan(pilot, FIRST)
        await pilot.press("A")
        await until(pilot, lambda: "Comparing" not in total(app))
        await pilot.press("ctrl+s")
        await leave(pilot)
        assert network.repository.people[some_known[0].id].foreign_ids
        assert not network.repository.people[some_known[1].id].foreign_ids


async def test_brackets_go_from_section_to_section(network):
    app = app_over(network)
    apply(network, plan(network, read(FIRST, None, None)))
    app.workspace.index.reload()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_plan(pilot, SECOND)
        seen = [plan_list(app).cursor_row.section]
        for _ in range(20):
            await pilot.press("right_square_bracket")
            if plan_list(app).cursor_row.section == seen[-1]:
                break
            seen.append(plan_list(app).cursor_row.section)
        assert len(seen) == len(set(seen)) > 3
        assert "changed" in seen
        await pilot.press("left_square_bracket")
        assert plan_list(app).cursor_row.section == seen[-2]


async def test_the_next_archive_shows_what_changes(network):
    apply(network, plan(network, read(FIRST, None, None)))
    app = app_over(network)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_plan(pilot, SECOND)
        picture = shown(app)
        assert "Changed" in picture
        assert "→" in picture
        assert "No longer listed there" in picture


async def test_an_archive_that_was_imported_says_so(network):
    apply(network, plan(network, read(FIRST, None, None)))
    app = app_over(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_plan(pilot, FIRST)
        assert "was imported before" in shown(app)
        assert "Nothing new" in total(app)
        await pilot.press("ctrl+s")
        assert "nothing new" in message(app)
        await pilot.press("escape")
        await leave(pilot)


async def test_a_bad_file_is_told_and_the_path_stays(network, tmp_path):
    bad = tmp_path / "holiday.zip"
    bad.write_bytes(b"PK\x03\x04 no zip")
    app = app_over(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        line = app.screen.query_one(Input)
        for path in (bad, tmp_path / "nothing.zip"):
            line.value = str(path)
            await pilot.press("enter")
            await until(pilot, lambda path=path: path.stem in shown(app).replace(line.value, "", 1))
            assert isinstance(app.screen, AskArchive)
            assert line.value == str(path)
        line.value = str(FIRST)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))


async def test_an_error_nobody_foresaw_leaves_the_app_alive(network):
    def fall(_path, _me):
        raise RuntimeError("a parser fell over")

    app = app_over(network)
    app.outside = Outside(read_archive=fall)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await pilot.press("x", "enter")
        await until(pilot, lambda: "RuntimeError" in shown(app))
        await pilot.press("escape")
        await leave(pilot)


async def test_a_change_that_cannot_be_saved_is_told_and_the_plan_stays(network, monkeypatch):
    app = app_over(network)

    def full(*_args, **_more):
        raise InvalidInput("No space left.")

    async with app.run_test(size=(80, 24)) as pilot:
        await open_plan(pilot, FIRST)
        monkeypatch.setattr(network.repository, "commit", full)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: message(app) == "No space left.")
        assert isinstance(app.screen, PlanScreen)
        assert "imports" in total(app)


async def test_a_file_that_can_only_be_read_takes_no_import(network):
    app = app_over(network, read_only=True)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "reading only" in shown(app)
        await pilot.press("I")
        await pilot.pause()
        assert "nothing can be imported" in message(app)


async def test_paths_are_completed(network, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Documents").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "notes.txt").write_text("x")
    shutil.copy(FIRST, tmp_path / "Downloads" / "Export [1] archive.zip")
    app = app_over(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        line = app.screen.query_one(Input)
        offered = app.screen.query_one(VirtualList)
        assert [offer.name for offer in offered.rows] == ["Documents", "Downloads"]
        await pilot.press("d", "tab")
        assert line.value == "~/Do"
        await pilot.press("w", "tab")
        assert line.value == "~/Downloads/"
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))
        await pilot.press("escape")
        await leave(pilot)
        await pilot.press("I")
        await pilot.pause()
        assert app.screen.query_one(Input).value == f"{tmp_path}/Downloads/"


async def test_a_name_that_could_steer_the_terminal_is_completed_whole_and_drawn_harmless(
    network, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    name = "a\x1b]52;c;QQ==\x07\x9b2Jb"
    (tmp_path / name).mkdir()
    app = app_over(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await pilot.press("a", "tab")
        line = app.screen.query_one(Input)
        assert line.value == f"~/{name}/"
        drawn = line.render_line(0).text
        assert "]52;c;QQ==" in drawn
        assert not set("\x1b\x07\x9b") & set(drawn)
        await pilot.press("escape")
        await leave(pilot)


async def test_the_arrows_enter_a_folder(network, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("a", "b"):
        (tmp_path / name / "inner").mkdir(parents=True)
    app = app_over(network)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        assert app.screen.query_one(Input).value == "~/b/"
        await pilot.press("down", "tab")
        assert app.screen.query_one(Input).value == "~/b/inner/"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_do_no_harm(network, tmp_path, size):
    csv = tmp_path / "Connections.csv"
    names = ["[/] <x>", "\x1b[31mred\x07", "\u202eright to left", "[bold]a[/bold]", "名前 漢字"]
    rows = "\n".join(f'"{name}",Zz,,,"{name}","{name}",03 Nov 2026' for name in names)
    csv.write_text(f"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{rows}\n", "utf-8")
    app = app_over(network)
    async with app.run_test(size=size) as pilot:
        await open_plan(pilot, csv)
        for _ in range(len(plan_list(app).rows)):
            await pilot.press("j")
            picture = shown(app)
            assert "\x1b" not in picture
            assert "\u202e" not in picture
        await pilot.press("ctrl+s")
        await leave(pilot)
        assert len(network.repository.people) == len(names)
