"""The capture line in the app: typing, completing, correcting, asking, saving, and what is kept when one leaves."""

from __future__ import annotations

import pytest
from textual import events

from nettui.domain.records import Channel, Direction, ExchangeKind, Person, Status, Whose
from nettui.errors import NettuiError, StoreError
from nettui.tui.app import NettuiApp
from nettui.tui.outside import MemoryDrafts
from nettui.tui.widgets.capture import draft
from nettui.tui.widgets.capture.line import NEWLINE, CaptureLine, clean
from nettui.tui.widgets.capture.panel import CapturePanel
from nettui.tui.widgets.capture.rule import IdleLine, Rule
from nettui.tui.widgets.capture.strip import MeaningStrip
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.widgets.virtual_list import VirtualList
from nettui.tui.workspace import Workspace
from tests.capture.invented import invented_network
from tests.tui.conftest import HOSTILE, SIZES

MARIA, IVAN, KOLEV = "101", "102", "103"


class FakeEditor:
    def __init__(self, answer):
        self.answer = answer
        self.given = []

    def edit(self, text, *, line=1):
        self.given.append(text)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def invented():
    return invented_network()


@pytest.fixture
def app(invented):
    return NettuiApp(Workspace(invented, path="network.json"))


def panel(app):
    return app.screen.query_one(CapturePanel)


def line(app):
    return app.screen.query_one(CaptureLine)


def said(app):
    return app.screen.query_one(KeyBar).message


def strip(app):
    """What the strip says, a line each, blanks collapsed."""
    lines = app.screen.query_one(MeaningStrip).lines
    return [" ".join("".join(text for text, _role in each.left).split()) for each in lines]


def offered(app):
    return [offer.title for offer in app.screen.query_one("#capture-choices", VirtualList).rows]


def title(app):
    return app.screen.query_one(Rule).title


async def type_in(pilot, text):
    """Send the keys in one piece, as a paste without brackets or a slow link does, and wait for the last one."""
    edit = line(pilot.app)
    wanted = edit.value[: edit.cursor_position] + text
    for char in text:
        pilot.app.post_message(events.Key("space" if char == " " else char, char))
    for _ in range(100):
        await pilot.pause()
        if edit.value.startswith(wanted):
            return
    raise AssertionError(edit.value)


async def write(pilot, text):
    """Open the line and put ``text`` on it at once."""
    await pilot.press("i")
    line(pilot.app).insert_text_at_cursor(text)
    await pilot.pause()


def latest(network):
    return list(network.repository.entries.values())[-1]


# -- typing and saving -------------------------------------------------------------------------------------------------


async def test_a_typed_line_is_saved_and_taken_back(app, invented):
    before = len(invented.repository.entries)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await type_in(pilot, "coffee with Maria Petrova about the thesis #phd")
        await pilot.press("enter")
        await pilot.pause()
        entry = latest(invented)
        assert (entry.channel, entry.people, entry.tags) == (Channel.COFFEE, (MARIA,), ("phd",))
        assert "Мария Петрова" in said(app)
        assert "u takes it back" in said(app)
        assert not panel(app).is_open
        await pilot.press("u")
        await pilot.pause()
        assert len(invented.repository.entries) == before


async def test_a_bulgarian_line_records_promise_and_favour(app, invented):
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("i")
        await type_in(pilot, "вчера: кафе с Мария за дипломната. обещах: да пратя CV до петък. помолих: препоръка")
        await pilot.press("enter")
        await pilot.pause()
    (promise,) = invented.repository.promises.values()
    (exchange,) = invented.repository.exchanges.values()
    assert (promise.whose, promise.person, str(promise.due)) == (Whose.MINE, MARIA, "2026-11-27")
    assert (exchange.kind, exchange.direction, exchange.status) == (
        ExchangeKind.RECOMMENDATION,
        Direction.RECEIVED,
        Status.ASKED,
    )
    assert str(latest(invented).at) == "2026-11-22"


@pytest.mark.parametrize("size", SIZES)
async def test_the_strip_says_in_words_what_was_understood(app, size):
    async with app.run_test(size=size) as pilot:
        await write(
            pilot,
            "yesterday: coffee with Maria about Елена #phd. promised: send her my CV by friday. asked: recommendation",
        )
        assert strip(app)[:4] == [
            "when yesterday, Sun 22 Nov how coffee tags #phd",
            "with Мария Петрова about Елена Димитрова",
            "I promised send her my CV Мария Петрова by Fri 27 Nov, in 4 days",
            "I asked recommendation Мария Петрова",
        ]


async def test_a_key_costs_one_parse_however_much_is_drawn(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await type_in(pilot, "call with Maria")
        assert panel(app).reader.parses == len("call with Maria")
        await pilot.press("left", "left", "home", "end")
        await pilot.pause()
        assert panel(app).reader.parses == len("call with Maria")


async def test_what_is_typed_right_after_i_is_no_command(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        for char in "iquiz with Maria":  # all keys in one piece, as a slow link delivers them
            app.post_message(events.Key("space" if char == " " else char, char))
        await pilot.pause()
        await pilot.pause()
        assert line(app).value == "quiz with Maria"


async def test_letters_of_commands_are_letters_on_the_line(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await type_in(pilot, "iqu12?/:jk")
        assert line(app).value == "iqu12?/:jk"
        assert panel(app).is_open


async def test_the_focus_and_the_selection_come_back(app):
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "j")
        names = app.screen.query_one("#people-list", VirtualList)
        selected = names.cursor_key
        await write(pilot, "call with Yana")
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.focused is names
        assert names.cursor_key == selected


async def test_an_empty_line_is_not_saved_and_says_what_to_do(app, invented):
    before = len(invented.repository.entries)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert strip(app)[0].startswith("for example")
        await pilot.press("enter")
        assert "coffee with Maria" in said(app)
        assert panel(app).is_open
    assert len(invented.repository.entries) == before


async def test_a_failed_save_says_why_and_keeps_the_line(app, invented, monkeypatch):
    def full(*_args, **_kwargs):
        raise StoreError("The disk is full.")

    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Maria")
        monkeypatch.setattr(invented.repository, "commit", full)
        await pilot.press("enter")
        await pilot.pause()
        assert said(app) == "The disk is full."
        assert panel(app).is_open
        assert line(app).value == "coffee with Maria"
        monkeypatch.undo()
        await pilot.press("enter")
        await pilot.pause()
    assert latest(invented).people == (MARIA,)


async def test_somebody_new_is_made_inline_and_known_at_once(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, 'lunch with +"Boyan Krustev"')
        assert strip(app)[1] == "with Boyan Krustev (new)"
        await pilot.press("enter")
        await pilot.pause()
        new = next(person for person in invented.repository.people.values() if person.name == "Boyan Krustev")
        await write(pilot, "call with Boyan")
        assert strip(app)[1] == "with Boyan Krustev"
        await pilot.press("ctrl+u", "escape", "u")
        await pilot.pause()
        await write(pilot, "call with Boyan")
        assert new.id not in invented.repository.people
        assert strip(app) == ["when now how call"]


async def test_a_name_that_is_still_typed_is_no_problem_yet(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "call with @Zzz")
        assert strip(app) == ["when now how call"]
        await type_in(pilot, " and so on")
        assert any("Zzz" in each for each in strip(app)[1:])


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_what_was_saved_and_how_to_take_it_back_fits_the_line(app, width):
    async with app.run_test(size=(width, 24)) as pilot:
        await write(
            pilot,
            "3 days ago: lunch with Ana María García López, Yana Koleva-Brandt, Мария Петрова and Kalina. promised: x",
        )
        await pilot.press("enter")
        await pilot.pause()
        assert said(app).endswith("(u takes it back)")
        assert said(app).startswith("Saved: meal")
        assert len(said(app)) <= width - 2


# -- asking ------------------------------------------------------------------------------------------------------------


async def test_a_name_of_two_people_is_asked_and_never_guessed(app, invented):
    before = len(invented.repository.entries)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Ivan")
        assert "who? Ivan: which one?" in strip(app)[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert len(invented.repository.entries) == before
        assert title(app) == "Who is “Ivan”?"
        assert offered(app) == ["Иван Георгиев", "Ivan Kolev", "a new person", "no name at all"]
        await pilot.press("2")
        await pilot.pause()
    entry = latest(invented)
    assert (entry.people, entry.text) == ((KOLEV,), "coffee with Ivan")


async def test_the_answer_is_chosen_with_arrows_or_tab(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Ivan")
        await pilot.press("enter", "down", "up", "tab", "enter")
        await pilot.pause()
    assert latest(invented).people == (KOLEV,)


async def test_the_answer_may_be_a_new_person(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Ivan")
        await pilot.press("enter", "3")
        await pilot.pause()
    (person,) = latest(invented).people
    assert invented.repository.people[person].name == "Ivan"
    assert person not in {IVAN, KOLEV}


async def test_the_answer_may_be_no_name_at_all(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Ivan")
        await pilot.press("enter", "4")
        await pilot.pause()
    entry = latest(invented)
    assert (entry.people, entry.text) == ((), "coffee with Ivan")


async def test_two_questions_follow_each_other_and_both_answers_count(app, invented):
    invented.save([Person(id="150", name="Елена Вачева")], action="test")
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "call with Elena. promised: Ivan a book")
        await pilot.press("enter")
        first = title(app)
        await pilot.press("1")
        await pilot.pause()
        assert {first, title(app)} == {"Who is “Elena”?", "Who is “Ivan”?"}
        await pilot.press("1")
        await pilot.pause()
    (promise,) = invented.repository.promises.values()
    assert promise.person == IVAN
    assert latest(invented).people == ("107",)


async def test_a_question_can_be_left_and_the_line_edited(app, invented):
    before = len(invented.repository.entries)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Ivan")
        await pilot.press("enter", "escape")
        await type_in(pilot, " Kolev")
        assert len(invented.repository.entries) == before
        await pilot.press("enter")
        await pilot.pause()
    assert latest(invented).people == (KOLEV,)


# -- completing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name"),
    [("кафе с мар", "Мария Петрова"), ("coffee with кал", "Калина Тодорова"), ("call Xiao", "王小明")],
)
async def test_a_single_candidate_is_completed_at_once_in_either_script(app, typed, name):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, typed)
        await pilot.press("tab")
        await pilot.pause()
        while offered(app) and app.screen.query_one("#capture-choices", VirtualList).cursor_row.title != name:
            await pilot.press("down")
        if offered(app):
            await pilot.press("enter")
            await pilot.pause()
        assert line(app).value == typed.rsplit(" ", 1)[0] + " " + name
        assert name in strip(app)[1]


async def test_several_candidates_are_walked_and_narrowed(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "met iv")
        await pilot.press("tab")
        await pilot.pause()
        assert set(offered(app)) == {"Georgi Ivanov", "Ivan Kolev", "Иван Георгиев"}
        await type_in(pilot, "an k")
        assert offered(app) == ["Ivan Kolev"]
        await pilot.press("enter")
        await pilot.pause()
        assert line(app).value == "met Ivan Kolev"
        assert panel(app).is_open


async def test_tab_and_shift_tab_walk_around_the_candidates(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "met iv")
        choices = app.screen.query_one("#capture-choices", VirtualList)
        await pilot.press("tab", "tab")
        assert choices.cursor == 1
        await pilot.press("shift+tab", "shift+tab")
        assert choices.cursor == 2
        await pilot.press("escape")
        assert not choices.display
        assert line(app).value == "met iv"


async def test_those_met_lately_come_first(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Yana")
        await pilot.press("enter")
        await write(pilot, "call with ")
        await pilot.press("tab")
        await pilot.pause()
        assert "Yana Koleva-Brandt" in offered(app)
        assert "Georgi Ivanov" not in offered(app)  # never met


async def test_namesakes_are_completed_so_that_no_doubt_is_left(app, invented):
    both = [Person(id=f"150000000000000000{number}", name="Боряна Ганева") for number in range(2)]
    invented.save(both, action="test")
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Боряна Г")
        await pilot.press("tab")
        await pilot.pause()
        chosen = app.screen.query_one("#capture-choices", VirtualList).cursor_key
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert latest(invented).people == (chosen,)


async def test_tags_are_completed_by_either_script(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "note one #семинар")
        await pilot.press("enter")
        await write(pilot, "note two #sem")
        await pilot.press("tab")
        await pilot.pause()
        assert line(app).value == "note two #семинар"


async def test_circles_are_completed(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "dinner with the Classm")
        await pilot.press("tab")
        await pilot.pause()
        assert line(app).value == "dinner with the Classmates"


async def test_nothing_to_complete_says_so(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "call zzzz")
        await pilot.press("tab")
        assert said(app)


# -- correcting --------------------------------------------------------------------------------------------------------


async def choose(pilot, wanted):
    """Take the reading with this title."""
    await pilot.pause()
    offers = offered(pilot.app)
    await pilot.press(str(offers.index(wanted) + 1))
    await pilot.pause()


async def test_a_name_becomes_plain_text_and_back(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Maria")
        await pilot.press("ctrl+t")
        await choose(pilot, "no name at all")
        assert line(app).value == "coffee with \\Maria"
        assert strip(app) == ["when now how coffee"]
        await pilot.press("ctrl+t")
        await choose(pilot, "what it looks like")
        assert line(app).value == "coffee with Maria"


async def test_somebody_who_took_part_becomes_one_spoken_of_and_back(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Maria")
        await pilot.press("ctrl+t")
        await choose(pilot, "only spoken of")
        assert line(app).value == "coffee about Maria"
        assert strip(app)[1] == "about Мария Петрова"
        await pilot.press("ctrl+t")
        await choose(pilot, "took part")
        assert strip(app)[1] == "with Мария Петрова"


async def test_a_known_first_name_becomes_a_new_person(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Kalina")
        await pilot.press("ctrl+t")
        await choose(pilot, "a new person")
        assert strip(app)[1] == "with Kalina (new)"


async def test_an_undecided_name_is_decided_in_the_line(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Ivan")
        await pilot.press("ctrl+t")
        await choose(pilot, "Ivan Kolev")
        assert line(app).value == "coffee with Ivan Kolev"
        await pilot.press("enter")
        await pilot.pause()
    assert latest(invented).people == (KOLEV,)


async def test_the_walk_reaches_every_part(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "yesterday: coffee with Maria #phd. promised: a book")
        titles = set()
        for _ in range(5):
            await pilot.press("ctrl+t")
            await pilot.pause()
            titles.add(title(app))
        assert titles == {
            "“yesterday:” is …",
            "“coffee” is …",
            "“Maria” is …",
            "“#phd” is …",
            "“promised:” is …",
        }


@pytest.mark.parametrize(
    ("text", "steps", "reading", "expected"),
    [
        ("coffee with Maria", 3, "note, no contact", "when now how note, no contact"),
        ("Maria told me the news", 3, "call", "when now how call"),
        ("yesterday: coffee", 3, "now; the words are text", "when now how note"),
        ("кафе с Мария", 2, "yesterday, Sun 22 Nov", "when yesterday, Sun 22 Nov how coffee"),
    ],
)
async def test_when_and_how_can_be_corrected(app, text, steps, reading, expected):
    async with app.run_test(size=(120, 36)) as pilot:
        await write(pilot, text)
        for _ in range(steps + 3):
            await pilot.press("ctrl+t")
            await pilot.pause()
            if reading in offered(app):
                break
        await choose(pilot, reading)
        assert strip(app)[0] == expected


async def test_whose_promise_it_was_can_be_corrected(app, invented):
    async with app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "coffee with Maria. promised: a book")
        for _ in range(3):
            await pilot.press("ctrl+t")
            await pilot.pause()
            if title(app) == "“promised:” is …":
                break
        await choose(pilot, "promised to me")
        assert line(app).value == "coffee with Maria. awaiting: a book"
        await pilot.press("enter")
        await pilot.pause()
    (promise,) = invented.repository.promises.values()
    assert promise.whose is Whose.THEIRS


async def test_a_tag_becomes_plain_text(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "read #phd")
        await pilot.press("ctrl+t")
        await choose(pilot, "plain text")
        assert strip(app) == ["when now how note"]


# -- leaving, drafts, history ------------------------------------------------------------------------------------------


async def test_what_is_typed_waits_after_esc(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Mar")
        await pilot.press("escape")
        await pilot.pause()
        assert not panel(app).is_open
        assert said(app)
        await pilot.press("i")
        assert line(app).value == "coffee with Mar"
        assert line(app).cursor_position == len("coffee with Mar")


async def test_a_half_written_line_is_there_after_a_killed_session(invented):
    drafts = MemoryDrafts()
    first = NettuiApp(Workspace(invented, path="network.json", drafts=drafts))
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await type_in(pilot, "coffee with Mar")
        first.drafts.flush()
        kept = drafts.load(draft.NAME)  # before anything else is pressed
    assert kept is not None
    drafts.save(draft.NAME, kept.text)
    second = NettuiApp(Workspace(invented, path="network.json", drafts=drafts))
    async with second.run_test(size=(80, 24)) as pilot:
        idle = second.screen.query_one(IdleLine)
        assert (idle.waiting, idle.since) == ("coffee with Mar", "from 10:00, not saved yet")
        await pilot.press("i")
        await pilot.pause()
        assert line(second).value == "coffee with Mar"
        assert second.screen.query_one(Rule).note == "from 10:00, not saved yet"
        await type_in(pilot, "ia")
        await pilot.press("enter")
        await pilot.pause()
        second.drafts.flush()
        assert drafts.load(draft.NAME) is None
    assert latest(invented).people == (MARIA,)


async def test_a_cleared_line_comes_back_with_up(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Maria")
        await pilot.press("ctrl+u")
        assert line(app).value == ""
        await pilot.press("up")
        await pilot.pause()
        assert line(app).value == "coffee with Maria"
        await pilot.press("down")
        assert line(app).value == ""


async def test_up_leaves_a_line_that_is_being_written_alone(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Maria")
        await pilot.press("enter")
        await write(pilot, "something else")
        await pilot.press("up")
        assert line(app).value == "something else"


# -- the editor --------------------------------------------------------------------------------------------------------


async def test_the_line_goes_on_in_the_editor(app, invented):
    app.editor = FakeEditor("coffee with Maria\n\nShe showed me the draft.\npromised: read it by friday")
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with")
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert app.editor.given == ["coffee with"]
        assert NEWLINE in line(app).value
        await pilot.press("enter")
        await pilot.pause()
    assert latest(invented).text == "coffee with Maria\n\nShe showed me the draft."
    (promise,) = invented.repository.promises.values()
    assert promise.text == "read it"


@pytest.mark.parametrize("answer", [None, NettuiError("The editor cannot be run.")])
async def test_an_editor_that_changes_nothing_or_fails_leaves_the_line(app, answer):
    app.editor = FakeEditor(answer)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Maria")
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert line(app).value == "coffee with Maria"
        assert said(app) == ("" if answer is None else "The editor cannot be run.")


async def test_without_an_editor_the_key_says_so(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee")
        await pilot.press("ctrl+e")
        assert said(app)


# -- what must never reach a terminal, and sizes -----------------------------------------------------------------------


async def test_a_paste_of_several_lines_is_one_line(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        line(app).post_message(events.Paste("coffee with Maria\r\n  about\tthe \x1b[31mthesis\u202e\n"))
        await pilot.pause()
        assert line(app).value == "coffee with Maria about the [31mthesis"


def test_the_line_takes_nothing_that_steers_a_terminal():
    for name in HOSTILE:
        assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in clean(name))
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in clean(name)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_typed_completed_corrected_and_asked(hostile_app, name):
    async with hostile_app.run_test(size=(80, 24)) as pilot:
        await write(pilot, f"coffee with {name} and {name[:3]}")
        await pilot.press("tab", "enter", "ctrl+t", "ctrl+t")
        shown = hostile_app.export_screenshot()
        assert "\x1b" not in shown
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert panel(hostile_app).is_open == bool(panel(hostile_app).understood.ask)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_line_keeps_its_cursor_in_sight(app, size):
    async with app.run_test(size=size) as pilot:
        await write(pilot, "coffee with Maria about " + "the thesis and " * 30)
        await pilot.pause()
        edit = line(app)
        assert edit.region.x <= edit.cursor_screen_offset.x - 1 < edit.region.right  # it stands behind the last letter


async def test_at_rest_only_the_view_that_asks_shows_how_to_begin(app):
    async with app.run_test(size=(80, 24)) as pilot:
        assert panel(app).display
        assert panel(app).size.height == 1
        await pilot.press("2")
        await pilot.pause()
        assert not panel(app).display


async def test_another_view_closes_the_line_and_keeps_the_draft(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Mar")
        await app.screen.go("people")
        await pilot.pause()
        assert not panel(app).is_open
        await pilot.press("i")
        assert line(app).value == "coffee with Mar"


async def test_a_change_by_another_process_is_understood_at_once(app, invented):
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "coffee with Zdravka")
        assert strip(app) == ["when now how coffee"]
        invented.save([Person(id="160", name="Здравка Милева")], action="person.add")
        app.publish(None)
        await pilot.pause()
        assert strip(app)[1] == "with Здравка Милева"
