"""The app in a terminal's real life, as whole processes: kills, a stalled link, two terminals, poor ones.

What each part does by itself is shown in ``tests/tui``; here the program that users start is ended, starved and
resized, and what it acknowledged is asked for on the command line afterwards.
"""

from __future__ import annotations

import re
import signal
import sys
from datetime import timedelta

import pytest

from nettui.bootstrap import open_network
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import Channel, Entry, Person, Promise, Whose
from nettui.services.clock import FixedClock
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository
from nettui.tui.app import NettuiApp
from nettui.tui.workspace import Workspace
from tests.conftest import NOW
from tests.tui.driving import shown
from tests.tui.pty_tools import Pty

GONE_WITHIN = 3.0
"""Seconds from a signal to the end of the process: what the app promises."""
WAKE_UPS = 1
"""Of all threads together in some idle seconds: one may be on its way to sleep when counting begins."""


class Desk:
    """A file, terminals with nettui on it, and a shell to ask what is in it."""

    def __init__(self, shell) -> None:
        self.shell = shell
        self.file = shell.home / "network.json"

    def begin(self, *names: str) -> None:
        """Make the file, with some people in it."""
        with open_network(self.file) as network:
            network.save([Person(id=network.clock.new_id(), name=name) for name in names], action="person.add")

    def open(self, *, size: tuple[int, int] = (120, 36), kitty: bool = False, **environment: str | None) -> Pty:
        """Start the app on the file."""
        command = [sys.executable, "-m", "nettui", "-f", str(self.file)]
        return Pty(command, size=size, kitty=kitty, env={**self.shell.environment, **environment}, cwd=self.shell.home)

    def add(self, line: str) -> None:
        """Log a line on the command line."""
        self.shell.run("-f", str(self.file), "add", line)

    def ask(self, *words: str):
        """Return what the command line says."""
        return self.shell.json("-f", str(self.file), *words)

    @property
    def names(self) -> set[str]:
        """Everybody in the file."""
        return {person["name"] for person in self.ask("people")}


@pytest.fixture
def desk(shell):
    desk = Desk(shell)
    desk.begin("Ana Newton", "Maria Petrova")
    return desk


def write_line(app, line):
    """Log ``line``, and wait until it is acknowledged."""
    app.press("i")
    app.wait_for("─ Log")
    app.type(line)
    app.wait_for(line)
    app.press("enter")
    app.wait_for("u takes it back")


# -- ended at any moment -----------------------------------------------------------------------------------------------


def nothing_else(app):
    """Leave the app as it is: what was acknowledged is all there is."""


def half_a_line(app):
    app.press("i")
    app.wait_for("─ Log")
    app.type("coffee with Maria about the stars")
    app.wait_for("about the stars")
    app.settle()


def half_a_form(app):
    app.press("2", "a")
    app.wait_for("A new person")
    app.type("Vera Half")
    app.wait_for("Vera Half")
    app.settle()


def a_question(app):
    app.press("2")
    app.wait_for("  Name")
    app.settle()
    app.press("x")
    app.wait_for("Delete ")


def a_line_is_back(app):
    app.press("i")
    app.wait_for("coffee with Maria about the stars")
    app.press("ctrl+u")
    app.wait_gone("about the stars")
    app.press("escape")
    app.wait_gone("─ Log")


def a_form_is_back(app):
    app.press("2", "a")
    app.wait_for("What you had typed here is back")
    assert "Vera Half" in app.text
    app.press("escape")
    app.wait_for("Save the changes?")
    app.press("d")
    app.wait_gone("A new person")


MOMENTS = (
    ("the rain", nothing_else, nothing_else),
    ("the tide", half_a_line, a_line_is_back),
    ("the snow", half_a_form, a_form_is_back),
    ("the wind", a_question, nothing_else),
)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_what_was_acknowledged_is_there_and_what_was_half_written_comes_back(desk, number):
    size = (120, 36) if number == signal.SIGHUP else (80, 24)
    check = nothing_else
    for words, bring_about, next_check in MOMENTS:
        with desk.open(size=size) as app:
            app.wait_for("Today")
            check(app)
            write_line(app, f"call with Ana about {words}")
            bring_about(app)
            app.signal(number)
            assert app.wait_exit(GONE_WITHIN) in {-number, 128 + number}
            assert number == signal.SIGKILL or app.leftovers() == []
        check = next_check
    texts = [entry["text"] for entry in desk.ask("journal")]
    assert sorted(texts) == sorted(f"call with Ana about {words}" for words, *_ in MOMENTS)
    assert desk.names == {"Ana Newton", "Maria Petrova"}
    assert desk.shell.run("-f", str(desk.file), "check").returncode == 0


@pytest.mark.parametrize(("where", "kitty"), [("view", False), ("line", True), ("dialog", True), ("stalled", True)])
def test_terminated_it_gives_the_terminal_back(desk, where, kitty):
    stalled = where == "stalled"
    with desk.open(kitty=kitty, size=(200, 60)) as app:
        app.wait_for("Today")
        write_line(app, "call with Ana about the rain")
        {"view": nothing_else, "dialog": half_a_form, "line": half_a_line, "stalled": nothing_else}[where](app)
        if stalled:
            for view in "2345" * 2:  # all of them made: a screenful at each key from here on
                app.press(view)
            app.settle()
            Alternating(app).stall()
        app.signal(signal.SIGTERM)
        assert app.wait_exit(GONE_WITHIN, reading=not stalled) == 128 + signal.SIGTERM
        while app.pump(0):
            pass
        assert app.leftovers() == []
    assert [entry["text"] for entry in desk.ask("journal")] == ["call with Ana about the rain"]


class Alternating:
    """Three keys in turn, each of which draws another view: of two, pairs would cancel each other."""

    def __init__(self, app) -> None:
        self.app = app
        self.views = iter("234" * 5000)

    def stall(self) -> None:
        """Fill the line to a terminal that nobody reads."""
        key = self.app._key
        self.app._key = lambda _key: key(next(self.views))
        self.app.stall()


# -- two terminals -----------------------------------------------------------------------------------------------------


def test_two_terminals_and_a_shell_on_one_file(desk):
    with desk.open() as left, desk.open(size=(80, 24)) as right:
        for app in (left, right):
            app.wait_for("Today")
            app.press("2")
            app.wait_for("Maria Petrova")
            app.press("j")
            app.wait_until(lambda app=app: selected(app) == "Maria Petrova", what="the cursor on Maria")

        write_line(left, "call with Ana about the rain")
        right.wait_for("changed by another program")
        write_line(right, "coffee with Maria about the tide")
        left.wait_for("changed by another program")
        desk.add('lunch with +"Boris Vale" about the snow')
        for app in (left, right):
            app.wait_for("Boris Vale")  # nobody pressed a key
            assert selected(app) == "Maria Petrova"

        write_line(left, "call with Ana about the wind")
        write_line(right, "call with Boris about the moon")
        for app in (left, right):
            app.press("3")
            app.wait_for("Journal · 5 entries")
            app.press("q")
        for app in (left, right):
            assert app.wait_exit() == 0
    assert len(desk.ask("journal")) == 5
    assert desk.names == {"Ana Newton", "Maria Petrova", "Boris Vale"}


def selected(app):
    """Return the name at the cursor of the list of people."""
    found = re.search("› (\\w+ \\w+)", app.text)
    return found and found[1]


# -- sizes -------------------------------------------------------------------------------------------------------------


def test_a_storm_of_sizes_with_a_dialog_open(desk):
    with desk.open() as app:
        app.wait_for("Today")
        half_a_form(app)
        for step in range(60):
            app.resize(20 + step * 53 % 231, 5 + step * 17 % 66)
        app.resize(30, 8)
        app.wait_for("nettui needs")
        assert "Vera" not in app.text
        app.type("unseen")
        app.settle()
        app.resize(120, 36)
        app.wait_for("Vera Half")
        app.wait_for("Save")
        app.settle()
        app.wait_until(lambda: len(app.lines[0]) == 119, what="the day, at the right end")
        app.press("ctrl+s")
        app.wait_for("u takes it back")
        for columns, rows in ((250, 70), (80, 24)):
            app.resize(columns, rows)
            app.wait_until(lambda columns=columns: len(app.lines[0]) == columns - 1, what="the day at the right")
            app.wait_for("Vera Half")
        app.press("q")
        assert app.wait_exit() == 0
        assert app.leftovers() == []
    assert "Vera Half" in desk.names


# -- poor terminals ----------------------------------------------------------------------------------------------------

COLOURS = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?([34]8)[;:]([25])[;:]")
"""A colour of a palette of 256 or of 24 bits."""


def test_without_colour_the_cursor_still_shows(desk):
    with desk.open(NO_COLOR="1") as app:
        app.wait_for("Today")
        for view in "12345":
            app.press(view)
            app.settle()
        app.press("2")
        app.wait_for("  Name")
        app.settle()
        row = app.row_of("› Ana Newton")
        looks = [
            (app.cell(x, y).reverse, app.cell(x, y).bold) for y in (row, row + 1) for x in [app.lines[row].index("Ana")]
        ]
        assert looks[0] != looks[1]
        half_a_form(app)
        assert not re.search(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m", app.log)


def test_the_console_of_linux_gets_sixteen_colours_and_ascii(desk):
    desk.add("coffee with Ana. promised: a map by friday. got: recommendation from Ana Newton")
    with desk.open(TERM="linux", COLORTERM=None) as app:
        app.wait_for("Today")
        for view in "12345":
            app.press(view)
            app.settle()
        app.press("2")
        app.wait_for("  Name")
        half_a_form(app)
        app.press("escape")
        app.wait_for("Save the changes?")
        app.press("d")
        app.wait_gone("A new person")
        assert app.log.decode().isascii()
        assert not COLOURS.search(app.log)
        assert re.search(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|9[0-7])(?:;[0-9;]*)?m", app.log)


# -- time --------------------------------------------------------------------------------------------------------------


def test_nothing_is_done_while_nothing_happens(desk):
    many(desk.file)
    with desk.open() as app:
        app.wait_for("Today")
        for view in "2345":
            app.press(view)
            app.settle(0.3)
        app.settle(1)
        received, wakes = app.received, app.wake_ups()
        app.settle(3.0, timeout=4)
        assert app.received == received
        assert app.wake_ups() - wakes <= WAKE_UPS


def many(file, count=2000):
    """Add people who have met, with promises."""
    with open_network(file) as network:
        people = [Person(id=network.clock.new_id(), name=f"Somebody {number}") for number in range(count)]
        day = network.clock.now().date()
        entries = [
            Entry(
                id=network.clock.new_id(),
                at=Moment.parse(str(day - timedelta(days=number % 700))),
                channel=Channel.COFFEE,
                text=f"coffee with {person.name}",
                people=(person.id,),
            )
            for number, person in enumerate(people)
        ]
        network.save([*people, *entries], action="person.add")


class Movable(FixedClock):
    """A clock that can be set."""

    def set(self, at):
        self._at = at


@pytest.mark.parametrize("view", ["1", "2", "3", "4", "5"])
async def test_at_midnight_each_view_turns_to_the_next_day(view):
    clock = Movable(NOW)
    network = Network(MemoryRepository(clock), clock)
    ana = Person(id=clock.new_id(), name="Ana Newton")
    promise = Promise(
        id=clock.new_id(),
        text="lend her my atlas",
        person=ana.id,
        whose=Whose.MINE,
        due=PartialDate.parse("2026-11-24"),
    )
    met = Entry(id=clock.new_id(), at=Moment.parse("2026-11-23"), channel=Channel.COFFEE, text="tea", people=(ana.id,))
    network.save([ana, promise, met], action="person.add")
    app = NettuiApp(Workspace(network))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(view)
        await pilot.pause()
        before = shown(app)
        assert "23 Nov 2026" in before
        clock.set(NOW + timedelta(days=1))
        assert app._day is not None
        app._day._rang()  # the timer of the moment, which nobody wants to wait for
        await pilot.pause()
        after = shown(app)
        assert "24 Nov 2026" in after
        if view == "1":
            assert "due tomorrow" in before
            assert "due today" in after


def test_a_pasted_escape_sequence_presses_no_keys(desk):
    """Where it was taken for keys, a copied log opened forms and ran commands."""
    with desk.open() as app:
        app.wait_for("Today")
        app.press("i")
        app.wait_for("─ Log")
        app.paste("\x1b[31mred\x1b[0m \x1bq\x1b" + "rust \x07\x00" * 500 + "the end")
        app.wait_for("the end")
        app.press("enter")
        app.wait_for("u takes it back")
    [entry] = desk.ask("journal")
    assert entry["text"].startswith("␛[31mred")
