from __future__ import annotations

import pytest

from nettui import i18n
from nettui.domain.records import Group
from nettui.errors import InvalidInput, NotFound
from nettui.services import groups
from nettui.services.lookup import find_group, find_person
from tests.services.making import add_person


@pytest.fixture
def crowd(network):
    for name, also in [
        ("Мария Петрова", ("Мими",)),
        ("Georgi Ivanov", ()),
        ("georgi ivanov", ()),
        ("Hélène Dubois", ()),
        ("Helen Brook, PhD", ("Ellie",)),
        ("Ivan Georgiev", ()),
    ]:
        add_person(network, name, also=also)
    return network


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Georgi Ivanov", "Georgi Ivanov"),
        ("  georgi ivanov ", "georgi ivanov"),
        ("мария ПЕТРОВА", "Мария Петрова"),
        ("helene dubois", "Hélène Dubois"),
        ("мими", "Мария Петрова"),
        ("Helen Brook", "Helen Brook, PhD"),
        ("dubois", "Hélène Dubois"),
        ("петрова мария", "Мария Петрова"),
        ("Georgiev", "Ivan Georgiev"),
    ],
)
def test_the_first_way_that_finds_anybody_decides(crowd, text, name):
    assert find_person(crowd, text).name == name


def test_by_id(crowd):
    person_id = next(iter(crowd.repository.people))
    assert find_person(crowd, person_id).name == "Мария Петрова"


def test_several_who_fit_are_listed_and_none_is_guessed(crowd):
    with pytest.raises(InvalidInput) as caught:
        find_person(crowd, "GEORGI IVANOV")
    found = [p for p in crowd.repository.people.values() if p.name.casefold() == "georgi ivanov"]
    named = ", ".join(f"{p.name} ({p.id})" for p in found)
    assert caught.value.message == f"“GEORGI IVANOV” may mean 2 people: {named}."
    assert caught.value.hint == "Write more of the name, or the id."


def test_a_slip_of_the_finger_is_answered_with_the_nearest_name(crowd):
    with pytest.raises(NotFound, match=r"Nobody is called “Helene Duboi”\. Did you mean Hélène Dubois"):
        find_person(crowd, "Helene Duboi")
    with pytest.raises(NotFound) as caught:
        find_person(crowd, "zzz\x1b[31m")
    assert str(caught.value) == "Nobody is called “zzz␛[31m”."


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_is_no_name(crowd, text):
    with pytest.raises(InvalidInput):
        find_person(crowd, text)


def test_the_caller_may_fold_across_scripts(crowd):
    table = str.maketrans("марияпетов", "marijapetov"[:10])

    def fold(text):
        return text.casefold().translate(table)

    with pytest.raises(NotFound):
        find_person(crowd, fold("Мария Петрова"))
    assert find_person(crowd, fold("Мария Петрова"), fold=fold).name == "Мария Петрова"


def test_groups_by_id_kind_or_name_as_shown(network):
    groups.add(network, Group(id="7", name="Chess club"))
    assert find_group(network, "7").name == "Chess club"
    assert find_group(network, "chess  CLUB").id == "7"
    assert find_group(network, "friends").id == "3"
    with pytest.raises(NotFound, match=r"No group is called “x”\. There are: Teachers, Classmates"):
        find_group(network, "x")


def test_the_circles_have_names_in_the_users_language(network, monkeypatch):
    words = {"Friends": "Приятели"}
    monkeypatch.setattr(i18n._translations, "gettext", lambda text: words.get(text, text))
    assert find_group(network, "приятели").id == "3"
    assert find_group(network, "friends").id == "3"
