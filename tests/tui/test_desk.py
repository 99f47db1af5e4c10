"""The desk in the app: the list and its page, drafts in the editor, copying, earlier texts, Markdown files."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from nettui.cli.letters import save_letter
from nettui.domain.change import Table
from nettui.domain.dates import PartialDate
from nettui.domain.records import Direction, ExchangeKind, Person, Position, Status
from nettui.errors import NettuiError
from nettui.services.desk import writing
from nettui.tui.app import NettuiApp
from nettui.tui.dialogs.ask_path import AskPath
from nettui.tui.dialogs.confirm import Question
from nettui.tui.dialogs.versions import Versions
from nettui.tui.flows import desk
from nettui.tui.messages import OpenRecord
from nettui.tui.outside import Outside
from nettui.tui.views.ledger.model import Which
from nettui.tui.views.ledger.view import LedgerView
from nettui.tui.workspace import Workspace
from tests.services.making import add_exchange
from tests.tui.conftest import HOSTILE, SIZES
from tests.tui.driving import message, running, shown


class Editor:
    """Gives back what ``write`` makes of the text, and remembers what it was given."""

    def __init__(self, write):
        self._write = write
        self.given = []
        self.line = None

    def edit(self, text, *, line=1):
        self.given.append(text)
        self.line = line
        return self._write(text)


@pytest.fixture
def made(network, clock):
    maria = Person(
        id=clock.new_id(),
        name="Мария Петрова",
        groups=("4",),
        i_can_vouch="calm at night",
        positions=(Position(organisation="Acme", title="Engineer"),),
    )
    georgi = Person(id=clock.new_id(), name="Georgi Ivanov", groups=("2",))
    network.save([maria, georgi], action="person.add")
    letter = add_exchange(
        network, maria, "received", "done", "2021-06-01", text="One.", where="LinkedIn", role="Team lead"
    )
    for text in ("Two.", "Three, and *more*."):
        writing.write(network, letter.id, text)
    asked = add_exchange(network, georgi, "given", "asked", "2026-11-12", subject="for a grant")
    advice = add_exchange(network, georgi, "given", "done", "2026-11-01", kind=ExchangeKind.ADVICE)
    return {"maria": maria, "georgi": georgi, "letter": letter, "asked": asked, "advice": advice}


@pytest.fixture
def app(network, made):
    return NettuiApp(Workspace(network, path="network.json"), outside=Outside(save_letter=save_letter))


def stored(app, exchange):
    return app.workspace.index.exchanges[exchange.id]


def page(app):
    lines = app.screen.query_one(LedgerView).page.lines
    return "\n".join("".join(part for part, _role in (*line.left, *line.right)) for line in lines)


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.app.settled()
    await pilot.pause()


async def open_desk(pilot, exchange=None):
    """Show the list, and put the cursor on an exchange."""
    await press(pilot, "4")
    view = pilot.app.screen.query_one(LedgerView)
    view._show_list(Which.RECOMMENDATIONS)
    view.rows.focus()
    if exchange is not None:
        assert view.rows.go_to(exchange.id)
    await pilot.pause()
    await pilot.app.settled()
    return view


# -- the list and the page ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_holds_recommendations_only_and_says_what_is_missing(app, made, size):
    async with app.run_test(size=size) as pilot:
        view = await open_desk(pilot)
        assert [row.exchange.id for row in view.rows.rows] == [made["asked"].id, made["letter"].id]
        screen = shown(app)
        assert "no text yet" in screen
        assert "published" in screen
        assert "5 years ago" in screen
        for sort in ("who", "way", "state", "on"):
            await press(pilot, "o")
            assert view._sort == sort
            assert len(view.rows.rows) == 2


async def test_the_page_has_text_role_place_age_and_what_can_be_pressed(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        await open_desk(pilot, made["letter"])
        await press(pilot, "enter")
        told = page(app)
        for words in ("Team lead", "LinkedIn", "5 years ago: ask for a newer one?", "2 earlier texts", "Three, and"):
            assert words in told
        await press(pilot, "escape")
        await open_desk(pilot, made["asked"])
        assert "E begins it in your editor" in " ".join(page(app).split())


async def test_the_keys_say_why_they_cannot_work(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["asked"])
        for key, reason in (("y", "no text yet"), ("X", "no text yet"), ("V", "no earlier text")):
            await press(pilot, key)
            assert reason in message(app)
    workspace = app.workspace
    assert desk.refusal(workspace, "copy_text", (Table.PEOPLE, made["maria"].id))
    assert desk.refusal(workspace, "copy_text", (Table.EXCHANGES, "999")) == "It is no longer there."
    assert desk.refusal(workspace, "copy_text", None)
    only = desk.refusal(workspace, "save_markdown", (Table.EXCHANGES, made["advice"].id))
    assert only is not None
    assert only.startswith("Only a recommendation")


async def test_hostile_texts_do_no_harm(network, clock):
    for name in HOSTILE:
        person = Person(id=clock.new_id(), name=name if name.strip() else "x")
        network.save([person], action="person.add")
        exchange = add_exchange(network, person, "given", "done", "2020", text=name, where=name, url=name, role=name)
        writing.write(network, exchange.id, name + name)
    app = NettuiApp(Workspace(network, path="network.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        view = await open_desk(pilot)
        for row in view.rows.rows:
            view.rows.go_to(row.exchange.id)
            await press(pilot, "enter")
            assert "\x1b" not in shown(app)
            await press(pilot, "V", "j")
            assert "\x1b" not in shown(app)
            assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown(app)
            await press(pilot, "escape", "escape")


# -- the editor --------------------------------------------------------------------------------------------------------


async def test_a_draft_begins_with_notes_that_are_not_saved(app, made):
    app.editor = Editor(lambda text: text + "Georgi finishes things.\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["asked"])
        await press(pilot, "E")
        (given,) = app.editor.given
        assert given.startswith("<!-- nettui")
        assert "for a grant" in given
        assert app.editor.line == len(given.split("\n"))
        assert stored(app, made["asked"]).text == "Georgi finishes things."
        assert "draft" in shown(app)
        await press(pilot, "E")
        assert app.editor.given[-1] == "Georgi finishes things."
        assert [v.text for v in stored(app, made["asked"]).versions] == ["Georgi finishes things."]
        await press(pilot, "u", "u")
        assert stored(app, made["asked"]) == made["asked"]


@pytest.mark.parametrize("write", [lambda _text: None, lambda text: text + "\n \n", lambda _text: ""])
async def test_a_draft_left_without_words_saves_nothing(app, made, write):
    app.editor = Editor(write)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["asked"])
        await press(pilot, "E")
        assert stored(app, made["asked"]) == made["asked"]


async def test_words_among_the_notes_are_saved_too(app, made):
    app.editor = Editor(lambda text: text.replace("<!-- nettui\n", "<!-- nettui\nHe is kind.\n"))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["asked"])
        await press(pilot, "E")
        assert stored(app, made["asked"]).text == "He is kind."


async def test_the_text_of_another_favour_has_no_notes(app, made):
    app.editor = Editor(lambda text: text + "Go.")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        app.screen.query_one(LedgerView).show_record(made["advice"].id)
        await press(pilot, "E")
        assert app.editor.given == [""]
        assert stored(app, made["advice"]).text == "Go."


async def test_W_writes_the_one_somebody_waits_for_or_begins_one(app, made):  # noqa: N802 - the key
    app.editor = Editor(lambda text: text + "Good.")
    async with app.run_test(size=(120, 36)) as pilot:
        app.screen.post_message(OpenRecord(Table.PEOPLE, made["georgi"].id))
        await press(pilot)
        await press(pilot, "W")
        assert stored(app, made["asked"]).text == "Good."
        before = set(app.workspace.index.exchanges)
        app.screen.post_message(OpenRecord(Table.PEOPLE, made["maria"].id))
        await press(pilot)
        await press(pilot, "W")
        (new,) = set(app.workspace.index.exchanges) - before
        exchange = app.workspace.index.exchanges[new]
        assert (exchange.person, exchange.direction, exchange.status, exchange.text) == (
            made["maria"].id,
            Direction.GIVEN,
            Status.OFFERED,
            "Good.",
        )
        assert "calm at night" in app.editor.given[-1]
        app.editor = Editor(lambda _text: None)
        await press(pilot, "u")
        await press(pilot, "W")
        assert set(app.workspace.index.exchanges) == before


async def test_what_the_editor_cannot_do_is_said(app, made):
    class Broken:
        def edit(self, text, *, line=1):
            raise NettuiError("The editor cannot be run.")

    app.editor = Broken()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["asked"])
        await press(pilot, "E")
        assert message(app) == "The editor cannot be run."


async def test_words_that_could_not_be_saved_are_there_the_next_time(app, made, network, monkeypatch):
    def full(*_arguments, **_options):
        raise NettuiError("No space left on device.")

    app.editor = Editor(lambda text: text + "Georgi finishes things.")
    async with app.run_test(size=(120, 36)) as pilot:
        await open_desk(pilot, made["asked"])
        with monkeypatch.context() as broken:
            broken.setattr(network, "save", full)
            await press(pilot, "E")
        assert message(app).startswith("No space left on device. Your words are kept")
        assert stored(app, made["asked"]).text == ""
        app.editor = Editor(lambda _text: None)
        await press(pilot, "E")
        assert app.editor.given == ["Georgi finishes things."]
        assert stored(app, made["asked"]).text == "Georgi finishes things."
        await press(pilot, "E")
        assert app.editor.given[1:] == ["Georgi finishes things."]
        assert stored(app, made["asked"]).versions == ()


# -- copying and earlier texts -----------------------------------------------------------------------------------------


async def test_y_copies_the_text_and_says_where_it_went(app, made):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["letter"])
        await press(pilot, "y")
        assert app.clipboard == "Three, and *more*."
        assert message(app) == "Sent to the terminal's clipboard."


@pytest.mark.parametrize("size", SIZES)
async def test_V_shows_earlier_texts_and_puts_one_back(app, made, size):  # noqa: N802 - the key
    async with app.run_test(size=size) as pilot:
        await open_desk(pilot, made["letter"])
        await press(pilot, "V")
        assert isinstance(app.screen, Versions)
        assert "until 23 Nov" in shown(app)
        await press(pilot, "j")
        assert "One." in shown(app)
        await press(pilot, "y")
        assert app.clipboard == "One."
        await press(pilot, "r")
        letter = stored(app, made["letter"])
        assert (letter.text, [v.text for v in letter.versions]) == ("One.", ["Two.", "Three, and *more*."])
        await press(pilot, "u")
        assert stored(app, made["letter"]).text == "Three, and *more*."
        await press(pilot, "V", "escape")
        assert stored(app, made["letter"]).text == "Three, and *more*."


async def test_a_long_earlier_text_can_be_scrolled(app, made, network):
    writing.write(network, made["letter"].id, "\n".join(f"line {n}" for n in range(60)))
    writing.write(network, made["letter"].id, "short")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["letter"])
        await press(pilot, "V")
        assert "line 59" not in shown(app)
        await press(pilot, "enter", "G")
        assert "line 59" in shown(app)
        await press(pilot, "r")
        assert stored(app, made["letter"]).text.endswith("line 59")


# -- Markdown ----------------------------------------------------------------------------------------------------------


async def save_as(pilot, path):
    pilot.app.screen.query_one(Input).value = str(path)
    await press(pilot, "enter")


async def test_X_saves_a_file_and_asks_before_it_writes_over_one(app, made, tmp_path):  # noqa: N802 - the key
    target = tmp_path / "maria.md"
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["letter"])
        await press(pilot, "X")
        assert app.screen.query_one(Input).value == "~/мария-петрова.md"
        await save_as(pilot, target)
        written = target.read_text("utf-8")
        assert written.startswith("# Recommendation by Мария Петрова, Acme\n")
        assert "Three, and *more*." in written
        assert message(app) == f"Wrote {target}"

        target.write_text("mine", "utf-8")
        await press(pilot, "X")
        await save_as(pilot, target)
        assert isinstance(app.screen, Question)
        await press(pilot, "n")
        assert isinstance(app.screen, AskPath)
        assert target.read_text("utf-8") == "mine"
        await save_as(pilot, target)
        await press(pilot, "y")
        assert target.read_text("utf-8") == written


async def test_what_hinders_is_said_and_the_path_stays(app, made, tmp_path):
    async with app.run_test(size=(80, 24)) as pilot:
        await open_desk(pilot, made["letter"])
        await press(pilot, "X")
        await save_as(pilot, tmp_path)
        assert "is a folder" in " ".join(shown(app).split())
        await save_as(pilot, tmp_path / "no" / "such.md")
        assert "could not be written" in " ".join(shown(app).split())
        assert app.screen.query_one(Input).value == str(tmp_path / "no" / "such.md")
        await press(pilot, "escape")
        assert not isinstance(app.screen, AskPath)
        assert list(tmp_path.iterdir()) == []


async def test_the_networks_own_file_is_never_written_over(network, made, tmp_path):
    own = tmp_path / "network.json"
    own.write_text("{}", "utf-8")
    app = NettuiApp(Workspace(network, path=str(own)), outside=Outside(save_letter=save_letter))
    async with app.run_test(size=(120, 36)) as pilot, running(pilot, desk.save_markdown(app, made["letter"].id)):
        await save_as(pilot, own)
        assert "own file" in " ".join(shown(app).split())
        await press(pilot, "escape")
    assert own.read_text("utf-8") == "{}"


# -- on a person's page ------------------------------------------------------------------------------------------------


async def test_the_same_keys_work_on_a_line_of_a_persons_page(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        app.screen.post_message(OpenRecord(Table.PEOPLE, made["maria"].id))
        await press(pilot)
        lines = app.screen.query_one("PersonPage")
        lines.lines.focus()
        assert lines.go_to_record(Table.EXCHANGES, made["letter"].id)
        await press(pilot, "y")
        assert app.clipboard == "Three, and *more*."
        await press(pilot, "V")
        assert isinstance(app.screen, Versions)
        await press(pilot, "escape", "X")
        assert isinstance(app.screen, AskPath)
        await press(pilot, "escape")


async def test_the_form_has_the_role(app, made):
    async with app.run_test(size=(120, 36)) as pilot:
        await open_desk(pilot, made["letter"])
        await press(pilot, "e")
        role = next(row for row in app.screen.query("FieldRow") if row.field.key == "role")
        assert role.editor.value == "Team lead"
        role.editor.focus()
        await press(pilot, "end", "s", "ctrl+s")
        assert stored(app, made["letter"]).role == "Team leads"
        assert stored(app, made["letter"]).versions
        assert stored(app, made["letter"]).on == PartialDate.parse("2021-06-01")
