"""Finding the company or industry that is meant, in both scripts."""

from __future__ import annotations

import pytest

from nettui.domain.records import Person, Position
from nettui.domain.roads import PlaceKind
from nettui.errors import InvalidInput, NotFound
from nettui.services.index import Index
from nettui.services.views.roads import find_place, places


@pytest.fixture
def index(network):
    jobs = [("Сирма", "Софтуер"), ("Sirma AI", "Software"), ("Acme Ltd", "Music"), ("ACME", ""), ("Music", "Energy")]
    people = [
        Person(id=str(101 + n), name=f"P{n}", positions=(Position(organisation=company, industry=industry),))
        for n, (company, industry) in enumerate(jobs)
    ]
    network.save(people, action="import.json")
    return Index(network)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("сирма", PlaceKind.COMPANY, "Сирма"),
        ("sirma", PlaceKind.COMPANY, "Сирма"),
        ("sirma ai", PlaceKind.COMPANY, "Sirma AI"),
        ("acme", PlaceKind.COMPANY, "ACME"),
        ("energy", PlaceKind.INDUSTRY, "Energy"),
        ("ener", PlaceKind.INDUSTRY, "Energy"),
        ("industry:music", PlaceKind.INDUSTRY, "Music"),
        ('company:="Music"', PlaceKind.COMPANY, "Music"),
    ],
)
def test_a_place_is_found_by_its_name(index, text, kind, name):
    place = find_place(index, text)
    assert (place.kind, place.name) == (kind, name)


def test_an_ambiguous_name_lists_the_candidates(index):
    with pytest.raises(InvalidInput) as caught:
        find_place(index, "music")
    assert "company:Music, industry:Music" in str(caught.value)


@pytest.mark.parametrize("text", ["", "  ", "company:"])
def test_no_name_is_said_so(index, text):
    with pytest.raises(InvalidInput):
        find_place(index, text)


def test_an_unknown_name_is_said_so(index):
    with pytest.raises(NotFound):
        find_place(index, "nowhere")


def test_two_spellings_are_one_place(index):
    acme = next(place for place in places(index) if place.key == "acme")
    assert acme.people == 2
