"""The filter line: what it tells its host, and what it completes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from textual.app import App

from nettui.bootstrap import demo_network
from nettui.domain.query import Target
from nettui.services.filter_completion import FilterCompletion
from nettui.services.index import Index
from nettui.tui.themes import meanings
from nettui.tui.widgets.filter_bar import FilterBar
from nettui.tui.widgets.virtual_list import VirtualList


@dataclass
class Answer:
    ids: tuple[str, ...] | None
    problem: str = ""
    hint: str = ""
    words: tuple[str, ...] = ()


class Letters:
    """Finds words by their letters; ``x`` is what it does not understand."""

    words = ("anna", "boris", "hanna", "ivan")

    def find(self, text):
        if text == "x":
            return Answer(None, "No such field.", "Try another.")
        return Answer(tuple(word for word in self.words if text in word), words=(text,))


class Host(App[None]):
    def __init__(self):
        super().__init__()
        self.roles = {}
        self.narrowed: list[tuple[str, ...] | None] = []
        self.left = 0

    def get_css_variables(self):
        variables = super().get_css_variables()
        return {**meanings(variables, ansi=False), **variables}

    def compose(self):
        yield FilterBar(Letters(), complete=lambda line: [f"{line}na", f"{line}nu"] if line == "an" else [])
        yield VirtualList(lambda row, _width: row, lambda row: row)

    def on_filter_bar_narrowed(self, event):
        self.narrowed.append(event.found.ids)

    def on_filter_bar_left(self):
        self.left += 1

    @property
    def bar(self):
        return self.query_one(FilterBar)

    def note(self):
        return self.bar.query_one("_Note").render_line(0).text


async def typed(pilot, text):
    await pilot.press(*text)
    await pilot.pause()


async def test_it_narrows_at_each_key_and_enter_keeps_the_filter():
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.bar.open()
        await typed(pilot, "ann")
        assert app.narrowed[-1] == ("anna", "hanna")
        assert "2 fit" in app.note()
        await pilot.press("enter")
        assert app.left == 1
        assert not app.bar.opened
        assert app.bar.text == "ann"


async def test_escape_shows_all_again_but_what_was_looked_for_is_remembered():
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.bar.open()
        await typed(pilot, "ann")
        await pilot.press("escape")
        await pilot.pause()
        assert app.narrowed[-1] is None
        assert app.bar.text == ""
        assert list(app.bar.matches()) == ["anna", "hanna"]


async def test_what_makes_no_sense_is_a_hint_and_no_error():
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.bar.open()
        await typed(pilot, "x")
        assert "No such field. Try another." in app.note()


async def test_tab_takes_the_suggestion_and_ctrl_n_the_next():
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.bar.open()
        await typed(pilot, "an")
        await pilot.press("ctrl+n", "tab")
        await pilot.pause()
        assert app.bar.text == "annu"


async def test_a_pasted_control_character_is_shown_as_a_mark():
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.bar.open()
        app.bar.query_one("_Line").insert_text_at_cursor("a\x1b[31m\nb")
        await pilot.pause()
        assert app.bar.text == "a␛[31m b"


@pytest.fixture(scope="module")
def people():
    return FilterCompletion(Index(demo_network()), Target.PEOPLE)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("com", "company:"),
        ("maria com", "maria company:"),
        ("фир", "фирма:"),
        ("level:sen", "level:senior"),
        ("ниво:стар", "ниво:старши"),
        ("group:frie", "group:Friends"),
        ("group:fri", "group:Friends"),
    ],
)
def test_fields_and_values_are_completed(people, line, first):
    assert people(line)[0] == first


@pytest.mark.parametrize("line", ["", "c", "maria ", "nosuch:va", "company: "])
def test_nothing_is_offered_where_nothing_fits(people, line):
    assert people(line) == []


def test_a_value_with_a_blank_is_quoted_and_found_in_either_script(people):
    index = Index(demo_network())
    company = next(
        position.organisation
        for person in index.people.values()
        for position in person.positions
        if " " in position.organisation and position.until is None and position.organisation.isascii()
    )
    assert f'company:"{company}"' in people(f"company:{company[:4].lower()}")
    assert f'company:"{company}"' in people(f'company:"{company[:-1]}')
