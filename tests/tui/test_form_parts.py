"""What forms are made of, without a screen: dates, numbers, names, suggestions, and the veil over unsafe characters."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.records import ME_ID, Me, Person, Position
from nettui.domain.search import matches, search_fold
from nettui.text import visible
from nettui.tui.commands.command import SCOPE_TITLES
from nettui.tui.commands.registry import COMMANDS
from nettui.tui.dialogs import reading
from nettui.tui.dialogs.fields import suggest
from nettui.tui.dialogs.finder import Finder
from nettui.tui.dialogs.names import person_labels
from nettui.tui.dialogs.positions import pack, position_words, unpack
from nettui.tui.dialogs.spec import Wrong
from nettui.tui.dialogs.vocabulary import organisations
from nettui.tui.widgets.veil import Veil, harmless
from nettui.tui.workspace import Workspace
from tests.tui.conftest import HOSTILE

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019", "2019"),
        ("2019-06", "2019-06"),
        ("06.2019", "2019-06"),
        ("6/2019", "2019-06"),
        ("14.06.2019", "2019-06-14"),
        ("14/6/2019", "2019-06-14"),
        (" 2019-06-14 ", "2019-06-14"),
        ("last friday", "2026-11-20"),
        ("миналия петък", "2026-11-20"),
        ("yesterday", "2026-11-22"),
        ("преди 3 дни", "2026-11-20"),
    ],
)
def test_a_past_date_is_read_as_people_write_it(text, date):
    assert str(reading.read_past_date(text, NOW)) == date


@pytest.mark.parametrize(
    ("text", "date"), [("friday", "2026-11-27"), ("до петък", None), ("петък", "2026-11-27"), ("2027-01", "2027-01")]
)
def test_a_date_ahead_is_read_as_people_write_it(text, date):
    if date is None:
        with pytest.raises(Wrong):
            reading.read_date(text, NOW)
    else:
        assert str(reading.read_date(text, NOW)) == date


@pytest.mark.parametrize("text", ["31.02.2019", "2019-13", "someday", "--06-14", "0.0.0", "1" * 400])
def test_what_is_no_date_says_so_in_one_line(text):
    for read in (reading.read_date, reading.read_past_date):
        with pytest.raises(Wrong) as caught:
            read(text, NOW)
        assert "\n" not in caught.value.message
        assert len(caught.value.message) < 100


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("14.06", "--06-14"),
        ("14.06.", "--06-14"),
        ("--06-14", "--06-14"),
        ("14.6.1985", "1985-06-14"),
        ("1985", "1985"),
    ],
)
def test_a_birthday_may_lack_its_year(text, date):
    assert str(reading.read_birthday(text)) == date


@pytest.mark.parametrize("text", ["31.02", "soon", "14.13"])
def test_what_is_no_birthday(text):
    with pytest.raises(Wrong):
        reading.read_birthday(text)


@pytest.mark.parametrize(
    ("text", "days"), [("14", 14), ("2w", 14), ("3 months", 90), ("1 година", 365), ("2 седмици", 14), ("", None)]
)
def test_a_number_of_days(text, days):
    assert reading.read_days(text) == days


@pytest.mark.parametrize("text", ["0", "-1", "often", "99999999", "1.5", "2 cats"])
def test_what_is_no_number_of_days(text):
    with pytest.raises(Wrong):
        reading.read_days(text)


def test_lists():
    assert reading.read_list(" #phd, ml;x,, ml ") == ("phd", "ml", "x")
    assert reading.read_lines(" a \n\n b\n") == ("a", "b")
    assert reading.read_text("a\x00b") == "a\ufffdb"


@given(st.text(max_size=40))
def test_the_veil_hides_what_is_unsafe_one_for_one(text):
    shown = Veil(text).show(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert len(harmless(text)) == len(text)


@given(st.text(alphabet="ab\x00\x07\x1b\x7f\x85\u202e\u2028␛�", max_size=30))
def test_the_veil_gives_back_what_it_hid(text):
    veil = Veil(text)
    shown = veil.show(text)
    assert veil.keep(shown) == text
    assert veil.keep(shown + "!") == text + "!"


def test_what_a_text_already_holds_is_no_mark_of_its_veil():
    veil = Veil("␛ and \x1b")
    assert veil.show("␛ and \x1b") != "␛ and ␛"


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=4))
def test_suggestions_are_of_the_words_and_few(words, typed):
    found = suggest(lambda: words)(typed)
    assert len(found) <= 6
    assert set(found) <= {word.strip() for word in words}


def test_positions_survive_their_text():
    items = (
        Position(organisation='Мария „ООД"\n', title="x", since=PartialDate(2019), until=PartialDate(2020, 2)),
        Position(industry="IT", study=True),
    )
    assert unpack(pack(items)) == items
    assert pack(()) == ""
    assert position_words(items[1])[0] == "IT"


def test_everybody_has_a_label_of_their_own(network, clock):
    names = [*HOSTILE, "Ana", "Ana", "Ana", "Петров, Иван"]
    people = [Person(id=clock.new_id(), name=name) for name in names]
    people[-2] = Person(id=people[-2].id, name="Ana", positions=(Position(organisation="Sirma"),))
    network.save(people, action="person.add")
    labels = person_labels(Workspace(network))
    assert len(labels.ids) == len(people)
    assert "Ana (Sirma)" in labels.ids
    for label in labels.ids:
        assert "," not in label
        assert visible(label) == label


def test_an_organisation_is_suggested_in_its_usual_spelling(network, clock):
    spellings = ("Acme", "ACME Ltd", "ACME Ltd", "Сирма АД")
    network.save(
        [Person(id=clock.new_id(), name=s, positions=(Position(organisation=s),)) for s in spellings]
        + [Me(id=ME_ID, positions=(Position(organisation="Harbour"),))],
        action="person.add",
    )
    assert set(organisations(Workspace(network))()) == {"ACME Ltd", "Сирма АД", "Harbour"}


def test_no_key_is_bound_twice_in_a_dialog():
    for scope in SCOPE_TITLES:
        keys = [key for command in COMMANDS if command.scope is scope for key in command.keys]
        assert len(keys) == len(set(keys)), scope


@given(
    st.lists(st.text(alphabet="мариятеabmaryiq ", max_size=14), max_size=6),
    st.text(alphabet="марияmaryiq ", max_size=4),
)
def test_the_finder_finds_only_what_a_search_finds(texts, typed):
    wide = [text for text in texts if matches(typed, text)]
    found = [texts[place] for place in Finder(texts).find(typed)]
    assert set(found) <= set(wide)
    official = [text for text in texts if all(part in search_fold(text) for part in search_fold(typed).split())]
    assert set(official) <= set(found)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mar", "Мария"),
        ("мар", "Мария"),
        ("petr", "Ана Петрова"),
        ("ПЕТР", "Ана Петрова"),
        ("qna", "Яна"),
        ("", "Tamara"),
    ],
)
def test_what_begins_with_the_typed_letters_is_found_first(typed, first):
    names = ["Tamara", "Ана Петрова", "Мария", "Яна"]
    assert names[Finder(names).find(typed)[0]] == first
