"""The app in Bulgarian: no English is left on any screen, nothing bypasses gettext, and at 80×24 what matters is whole.

All texts of the user are in Cyrillic here, so a Latin word on a screen is one of ours or is typed as it is. In the
pseudo-language every Latin letter of a message is a Cyrillic one, which also survives a column that cuts it: what is
left has bypassed gettext.
"""

from __future__ import annotations

import gettext as py_gettext
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from nettui import i18n
from nettui.bootstrap import demo_network, empty_network
from nettui.cli.reading import read
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.query import FIELDS
from nettui.domain.records import (
    Channel,
    Consent,
    Consenting,
    Direction,
    Entry,
    Exchange,
    ExchangeKind,
    GroupKind,
    Level,
    Me,
    Met,
    Person,
    Position,
    Promise,
    Status,
    Step,
    Version,
    Whose,
)
from nettui.tui.app import NettuiApp
from nettui.tui.commands.command import Group, Scope
from nettui.tui.commands.registry import by_id
from nettui.tui.importing.plan_screen import PlanScreen
from nettui.tui.outside import Outside
from nettui.tui.views.ledger.model import Which
from nettui.tui.widgets.column_header import ColumnHeader
from nettui.tui.widgets.key_bar import KeyBar
from nettui.tui.workspace import Workspace
from tests.tui.frames import text

pytestmark = pytest.mark.no_cover

VIEWS = ["today", "people", "journal", "ledger", "breadth"]
SMALL, USUAL = (80, 24), (120, 36)
ARCHIVE = Path(__file__).parents[1] / "data/linkedin/Basic_LinkedInDataExport_11-03-2026.zip"
CAPTURED = "вчера: кафе с Мария за дипломната #фд. обещах: да пратя слайдове до петък. помолих: препоръка"

WORD = re.compile(r"[A-Za-z]{2,}…?")
TYPED = {
    *("Enter", "Esc", "Tab", "Shift", "Space", "Home", "End", "PgUp", "PgDn", "Backspace", "Del", "ctrl"),
    *("nettui", "import", "add", "network", "json", "zip", "EDITOR", "CV"),
    *("LinkedIn", "JSON", "English", "Markdown"),
    *("Hill", "Jost", "Lin", "Dumin", "Uzzi", "Dunlap", "Kumar", "Epley", "Krackhardt", "Stern"),
    *("Settings", "Data", "privacy", "Get", "copy", "of", "your", "data"),  # as LinkedIn names the way to the archive
    *(name for names in FIELDS.values() for name in names),
    *(level.value for level in Level),
    *(kind.value for kind in GroupKind),
    *(kind.value for kind in ExchangeKind),
    *(status.value for status in Status),
    "unknown",
}
"""Keys, what the filter line and commands are written with, proper names: read as they are in any language."""

_CYRILLIC = str.maketrans(
    {chr(ord(first) + n): chr(ord(other) + n) for first, other in (("a", "а"), ("A", "А")) for n in range(26)}
)


class Pseudo(py_gettext.NullTranslations):
    """Each message with Cyrillic letters in the place of the Latin ones; placeholders stay."""

    def gettext(self, message):
        parts = re.split(r"(\{[^{}]*\})", message)
        return "".join(part if part.startswith("{") else part.translate(_CYRILLIC) for part in parts)

    def ngettext(self, singular, plural, n):
        return self.gettext(singular if n == 1 else plural)

    def pgettext(self, _context, message):
        return self.gettext(message)


@pytest.fixture(params=[pytest.param("bg", marks=pytest.mark.long), "pseudo"])
def tongue(request, monkeypatch):
    if request.param == "bg":
        i18n.set_language("bg")
    else:
        monkeypatch.setattr(i18n, "_translations", Pseudo())
        monkeypatch.setattr("nettui.tui.first_run.screen.set_language", lambda _code: None)
    return request.param


@pytest.fixture
def bulgarian():
    i18n.set_language("bg")


@pytest.fixture
def cyrillic(network, clock):
    """A network in which all that the user wrote is Cyrillic, and every kind of record and state is there."""
    new = clock.new_id
    me = Me(id="1", name="Аз Самият", offers=("преглед на чернова",), seeks=("доклад",))
    maria = Person(
        id=new(),
        name="Мария Петрова",
        also=("Мими",),
        groups=("2",),
        level=Level.SENIOR,
        positions=(Position(organisation="Сирма", title="инженер", industry="Банки", since=PartialDate(2019)),),
        needs=("книга",),
        cadence_days=30,
        birthday=PartialDate(1985, 11, 26),
        notes="бележка",
    )
    georgi = Person(id=new(), name="Георги Иванов", groups=("4",), met=Met(by=maria.id))
    others = [Person(id=new(), name=f"Иво {n}ов", groups=("4",), level=Level.PEER) for n in range(6)]
    both = (maria.id, georgi.id)
    entries = [
        Entry(id=new(), at=Moment.parse("2026-08-20 10:00"), channel=Channel.MESSAGE, text="писмо", people=both),
        Entry(id=new(), at=Moment.parse("2026-11-23 09:00"), channel=Channel.CALL, text="обаждане", people=both[:1]),
        Entry(id=new(), at=Moment.parse("2026-11-22"), channel=Channel.NOTE, text="мисъл", mentions=both[:1]),
    ]
    promises = [
        Promise(id=new(), text="слайдове", whose=Whose.MINE, person=maria.id, due=PartialDate(2026, 11, 20)),
        Promise(id=new(), text="глава", whose=Whose.THEIRS, person=maria.id, due=PartialDate(2026, 11, 25)),
    ]
    exchanges = [
        Exchange(
            id=new(),
            kind=kind,
            direction=direction,
            person=maria.id,
            subject="тема",
            steps=(Step(status=status, on=PartialDate(2026, 11, 3)),),
        )
        for kind, direction, status in (
            (ExchangeKind.RECOMMENDATION, Direction.RECEIVED, Status.ASKED),
            (ExchangeKind.ADVICE, Direction.GIVEN, Status.ASKED),
            (ExchangeKind.INTRODUCTION, Direction.RECEIVED, Status.DONE),
            (ExchangeKind.HELP, Direction.GIVEN, Status.THANKED),
            (ExchangeKind.REFERRAL, Direction.RECEIVED, Status.LAPSED),
            (ExchangeKind.OPPORTUNITY, Direction.RECEIVED, Status.OFFERED),
            (ExchangeKind.FEEDBACK, Direction.GIVEN, Status.AGREED),
        )
    ]
    day = PartialDate(2026, 11, 3)
    exchanges += [
        Exchange(
            id=new(),
            kind=ExchangeKind.RECOMMENDATION,
            direction=direction,
            person=person.id,
            steps=(Step(status=Status.DONE, on=on, note="бележка"), Step(status=Status.THANKED, on=on)),
            text=words,
            role="инженер",
            where="списание",
            versions=(Version(text="чернова", on=date(2026, 11, 2)),) if words else (),
        )
        for direction, person, on, words in (
            (Direction.GIVEN, maria, day, "препоръка"),
            (Direction.RECEIVED, georgi, PartialDate(2021), "препоръка"),
            (Direction.GIVEN, others[0], day, ""),
        )
    ]
    said = [None, *((answer, on) for answer in Consenting for on in (day, None))]
    exchanges += [
        Exchange(
            id=new(),
            kind=ExchangeKind.INTRODUCTION,
            direction=Direction.GIVEN,
            person=maria.id,
            others=(others[1].id,),
            consents=tuple(
                Consent(person=person.id, answer=each[0], on=each[1])
                for person in (maria, others[1])
                if each is not None
            ),
            steps=(Step(status=Status.ASKED, on=day),),
        )
        for each in said
    ]
    exchanges.append(
        Exchange(
            id=new(),
            kind=ExchangeKind.INTRODUCTION,
            direction=Direction.RECEIVED,
            person=maria.id,
            others=(georgi.id,),
            outcome="среща",
            steps=(Step(status=Status.DONE, on=day),),
        )
    )
    long_ago = Moment.parse("2022-08-20 10:00")
    entries.append(Entry(id=new(), at=long_ago, channel=Channel.COFFEE, text="кафе", people=(others[2].id,)))
    network.save([me, maria, georgi, *others, *entries, *promises, *exchanges], action="person.add")
    return network


def app_over(network):
    return NettuiApp(Workspace(network), outside=Outside(read_archive=lambda path, me: read(path, None, me)))


def latin(app, own=()):
    """Return the Latin words on the screen that are nothing one types, whole or cut, and not ``own``."""
    known = TYPED | set(own) | {part for theme in app.available_themes for part in theme.split("-")}
    drawn = set(WORD.findall("\n".join(text(app)))) - known
    return sorted(
        word for word in drawn if not (word.endswith("…") and any(each.startswith(word[:-1]) for each in known))
    )


async def settle(pilot):
    await pilot.pause()
    await pilot.app.settled()
    await pilot.pause()


async def type_in(pilot, line):
    for letter in line:
        await pilot.press("space" if letter == " " else letter)


async def back(pilot):
    """Close whatever is open."""
    for _ in range(5):
        if len(pilot.app.screen_stack) == 1 and not pilot.app.screen.is_modal:
            break
        await pilot.press("escape")
        await pilot.pause()
        if "onfirm" in type(pilot.app.screen).__name__:
            await pilot.press("n" if "d" not in pilot.app.screen.active_bindings else "d")
            await pilot.pause()
    await settle(pilot)


async def told_by(pilot, view):
    """Press every key of ``view`` but the moves of a cursor, and return the Latin words that each left."""
    app, left = pilot.app, {}

    async def look(what):
        await settle(pilot)
        if words := latin(app):
            left[what] = words

    await app.screen.go(view)
    await look("view")
    found: dict[str, str] = {}
    for key, active in app.screen.active_bindings.items():
        command = by_id(active.binding.id)
        if command is None or command.id == "app.quit" or command.group is Group.MOVE:
            continue
        if command.scope is not Scope.EVERYWHERE or view == VIEWS[0]:
            found.setdefault(command.id, key)
    for name, key in found.items():
        await app.screen.go(view)
        await settle(pilot)
        await pilot.press(key)
        await look(name)
        if app.screen.is_modal:
            await pilot.press("tab")  # the hint of another field
            await look(f"{name}, tab")
            await pilot.press("ctrl+s")  # what is missing or wrong
            await look(f"{name}, saved")
        await back(pilot)
        for bar in app.screen.query(KeyBar):
            bar.clear()
    return left


@pytest.mark.parametrize("view", VIEWS)
async def test_no_english_on_any_screen(tongue, cyrillic, view):
    app = app_over(cyrillic)
    async with app.run_test(size=USUAL) as pilot:
        assert await told_by(pilot, view) == {}, tongue


@pytest.mark.parametrize("view", VIEWS)
async def test_no_english_on_an_empty_screen(tongue, network, view):
    app = app_over(network)
    async with app.run_test(size=USUAL) as pilot:
        await app.screen.go(view)
        await settle(pilot)
        assert latin(app, {"Maria", "Petrova"}) == [], tongue


async def test_no_english_in_the_help_and_the_palette(tongue, cyrillic):
    app, left = app_over(cyrillic), []
    async with app.run_test(size=USUAL) as pilot:
        for opens in ("question_mark", "ctrl+p"):
            for view in VIEWS:
                await app.screen.go(view)
                await settle(pilot)
                await pilot.press(opens)
                for _ in range(4):
                    await settle(pilot)
                    left += latin(app)
                    await pilot.press("pagedown")
                await back(pilot)
    assert sorted(set(left)) == [], tongue


async def test_no_english_in_the_capture_line(tongue, cyrillic):
    app, left = app_over(cyrillic), []
    # What a correction writes is a word that the line's grammar knows, and it knows none of the pseudo-language.
    written = {channel.value for channel in Channel} if tongue == "pseudo" else set()
    async with app.run_test(size=USUAL) as pilot:
        for line in (CAPTURED, "с Непознат и утре", "кафе с Ив", "утре: среща"):
            await pilot.press("i")
            await settle(pilot)
            left += latin(app, written)
            await type_in(pilot, line)
            await settle(pilot)
            left += latin(app, written)
            for key in ("ctrl+t", "ctrl+t", "escape", "tab", "escape"):
                await pilot.press(key)
                await settle(pilot)
                left += latin(app, written)
            await pilot.press("ctrl+u")
            await back(pilot)
    assert sorted(set(left)) == [], tongue


async def walk(pilot, *steps):
    """Press ``steps``, each a key or a text of several letters to type, and return the Latin words seen on the way."""
    left = set(latin(pilot.app))
    for step in steps:
        if " " in step or not step.isascii():
            await type_in(pilot, step)
        else:
            await pilot.press(step)
        await settle(pilot)
        left |= set(latin(pilot.app))
    return left


LISTS = [
    pytest.param(which, id=which.value, marks=() if which in {Which.NEEDS, Which.RECOMMENDATIONS} else pytest.mark.long)
    for which in Which
    if which is not Which.REGISTER
]


@pytest.mark.parametrize("which", LISTS)
async def test_no_english_on_the_lists_of_the_ledger(tongue, cyrillic, which):
    app, left = app_over(cyrillic), set()
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("4", *("c",) * list(Which).index(which))
        left |= await walk(pilot, "j")
        for keys in (
            *(("t", "right", "ctrl+s"), ("b", "down", "enter"), ("V",), ("X", "tab"), ("f", "tab", "ctrl+s"), ("e",)),
            *(("R", "pagedown", "tab", "ctrl+n"), ("left_square_bracket", "right_square_bracket", "T")),
            *(("y",), ("j", "enter"), ("O", "o"), ("s", "s", "S", "S", "S")),
        ):
            left |= await walk(pilot, *keys)
            await back(pilot)
    assert sorted(left) == [], tongue


async def test_no_english_in_introductions(tongue, cyrillic):
    """Each state in which the two sides may be: its page, what may have happened next, and the form."""
    app, left = app_over(cyrillic), set()
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("4", "slash")
        await pilot.press(*"kind", "colon", *"introduction", "enter")
        await settle(pilot)
        for _line in range(9):
            left |= await walk(pilot, "enter", "escape", "b")
            await back(pilot)
            left |= await walk(pilot, "e", "tab", "tab", "right", "tab", "tab", "tab", "tab", "tab", "tab", "ctrl+s")
            await back(pilot)
            await pilot.press("j")
    assert sorted(left) == [], tongue


async def test_no_english_in_the_roads_and_reasons(tongue, cyrillic):
    app, left = app_over(cyrillic), set()
    async with app.run_test(size=USUAL) as pilot:
        left |= await walk(pilot, "5", "y", *("pagedown",) * 4, "tab", *("pagedown",) * 4, "home", "y")
        left |= await walk(pilot, "r", "Си", "enter", "j", "j", "enter")
        await back(pilot)
        left |= await walk(pilot, "5", "r", "Банки", "enter", "pagedown")
    assert sorted(left) == [], tongue


async def test_no_english_in_the_weekly_review(tongue, cyrillic):
    app, left = app_over(cyrillic), set()
    # The line's grammar knows none of the pseudo-language, so there a correction is a word in English.
    written = {channel.value for channel in Channel} if tongue == "pseudo" else set()
    async with app.run_test(size=USUAL) as pilot:
        left |= await walk(pilot, "w", "question_mark", "escape", *("j",) * 7, "home")
        for key in ("i", "D"):
            for _line in range(7):
                left |= await walk(pilot, key, "escape", "escape")
                if len(app.screen_stack) == 1:
                    left |= await walk(pilot, "w")
                await pilot.press("j")
            await pilot.press("home")
        left |= await walk(
            pilot, *("s", "d", "x", "u") * 3, *("x",) * 7, "s", "d", "x", "D", "escape", "u", "escape", "w"
        )
    assert sorted(left - written) == [], tongue


async def test_no_english_where_something_is_put_off(tongue, cyrillic):
    app, left = app_over(cyrillic), set()
    title = i18n._("What I put off")
    async with app.run_test(size=USUAL) as pilot:
        for keys in (("d", "enter"), ("d", "down", "down", "down", "enter"), ("d", "escape")):
            left |= await walk(pilot, *keys)
        left |= await walk(pilot, "ctrl+p", title, "enter", "enter")
        assert not app.screen.is_modal
        left |= await walk(pilot, "ctrl+p", title, "enter", "enter", "ctrl+p", title, "enter")
    assert sorted(left) == [], tongue


async def test_no_english_while_sorting(tongue, cyrillic):
    app, left = app_over(cyrillic), []
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("5", "s")
        for key in ("p", "u", "enter", "tab", "1", "9", "slash", "escape", "question_mark", "escape", "u"):
            await settle(pilot)
            left += latin(app)
            await pilot.press(key)
        for _ in range(2):
            for _person in range(12):
                await pilot.press("space")
                await settle(pilot)
                left += latin(app)
            await pilot.press("tab")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        left += latin(app)
    assert sorted(set(left)) == [], tongue


async def test_no_english_on_the_first_run(tongue, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    app, left = NettuiApp(Workspace(empty_network()), outside=Outside(), first_run=tmp_path / "1.json"), []
    async with app.run_test(size=USUAL) as pilot:
        for _step in range(4):
            await settle(pilot)
            left += latin(app, WORD.findall(str(tmp_path)))
            await pilot.press("enter")
    assert sorted(set(left)) == [], tongue


async def test_no_english_of_ours_in_the_plan_of_an_import(tongue, cyrillic, monkeypatch):
    """The archive is in English: what the plan adds around it must be the same set of words in both languages."""

    async def words():
        app, seen = app_over(cyrillic), set()
        async with app.run_test(size=(200, 60)) as pilot:
            await pilot.press("I")
            await settle(pilot)
            app.screen.query_one(Input).value = str(ARCHIVE)
            await pilot.press("enter")
            for _ in range(500):
                await pilot.pause(0.01)
                if isinstance(app.screen, PlanScreen):
                    break
            assert isinstance(app.screen, PlanScreen)
            for _ in range(6):
                await settle(pilot)
                seen |= set(latin(app))
                await pilot.press("pagedown")
        return seen

    shown = await words()
    monkeypatch.undo()
    i18n.set_language("en")
    english = await words()
    ours = {"import", "imports", "leave", "accept", "section", "entries", "people", "Problems", "decide"}
    assert english & ours, "the words that are looked for are there in English"
    assert sorted(shown & ours) == [], tongue


async def test_the_pseudo_language_finds_what_is_not_translated(cyrillic, monkeypatch):
    monkeypatch.setattr(i18n, "_translations", Pseudo())
    monkeypatch.setattr("nettui.tui.views.people.columns._", lambda message: message)
    app = app_over(cyrillic)
    async with app.run_test(size=USUAL) as pilot:
        await app.screen.go("people")
        await settle(pilot)
        assert {"Name", "Last"} <= set(latin(app))


# -- 80 × 24 -----------------------------------------------------------------------------------------------------------

FINDS = {"people", "journal", "ledger"}


@pytest.mark.usefixtures("bulgarian")
@pytest.mark.parametrize("view", VIEWS)
async def test_the_keys_that_matter_fit_the_bar(view):
    app: Any = NettuiApp(Workspace(demo_network()))
    async with app.run_test(size=SMALL) as pilot:
        await app.screen.go(view)
        await settle(pilot)
        bar = text(app)[-1]
        wanted = [("i", "запис"), ("u", "отменя"), ("?", "клавиши"), ("q", "изход")]
        if view in FINDS:
            wanted.append(("/", "търси"))
        assert [key for key, title in wanted if f" {key} {title}" not in bar] == [], bar
        tabs = text(app)[0]
        assert all(f"{n} {name}" in tabs for n, name in enumerate(("Днес", "Хора", "Дневник", "Услуги"), start=1)), tabs


@pytest.mark.usefixtures("bulgarian")
async def test_the_titles_of_columns_are_whole():
    app: Any = NettuiApp(Workspace(demo_network()))
    cut: list[str] = []
    async with app.run_test(size=SMALL) as pilot:

        async def look():
            await settle(pilot)
            header = app.screen.query_one(f"#{app.screen.view.id} ColumnHeader", ColumnHeader)
            line = text(app)[header.region.y]
            assert line.strip(), "there is a header"
            if "…" in line:
                cut.append(line)

        await app.screen.go("people")
        for _ in range(4):
            await look()
            await pilot.press("o")
        await app.screen.go("ledger")
        for _ in Which:
            for _ in range(4):
                await look()
                await pilot.press("o")
            await pilot.press("c")
    assert cut == []


@pytest.mark.usefixtures("bulgarian")
@pytest.mark.parametrize("view", ["today", "journal", "ledger"])
async def test_our_own_words_are_whole_in_their_columns(view):
    """Channels and statuses are words of ours: they are never cut, names and texts are."""
    app: Any = NettuiApp(Workspace(demo_network()))
    async with app.run_test(size=SMALL) as pilot:
        await app.screen.go(view)
        await settle(pilot)
        drawn = "\n".join(text(app))
        assert re.findall(r"съобщ\w*…|обаж\w*…|благод\w*…|направ\w*…|предл\w*…|уговор\w*…", drawn) == []
