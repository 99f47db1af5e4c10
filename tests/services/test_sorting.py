"""Sorting out whose level or industry is unknown: who is asked about, the guesses, answers and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.domain.change import Nature, Table
from nettui.domain.dates import PartialDate
from nettui.domain.records import ME_ID, Level, Me, Position
from nettui.errors import InvalidInput, NotFound
from nettui.services import me, people
from nettui.services.clock import FixedClock
from nettui.services.describe import describe
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.services.sorting import answers, guesses
from nettui.services.sorting.guesses import Industries, Industry
from nettui.services.sorting.unknown import Question, Tally, tally, unknown_industries, unknown_levels
from nettui.services.sorting.walk import Walk
from nettui.store.memory import MemoryRepository
from nettui.store.repository import TinyRepository
from tests.conftest import NOW
from tests.services.making import add_person, content, log


def at(organisation, industry="", title="", **fields):
    return Position(organisation=organisation, industry=industry, title=title, **fields)


def set_level(network, person_id, level):
    return answers.set_level(network, person_id, level)


def set_industry(network, person_id, industry):
    return answers.set_industry(network, person_id, industry)


def take_back(network, change):
    return answers.take_back(network, change)


def level_guess(index, person_id):
    return guesses.level_guess(index, person_id)


def industry_guess(network, person):
    return Industries(Index(network)).guess(person.id)


def test_the_latest_contact_comes_first_then_the_name_and_archived_people_are_left_out(network):
    ana, boris = add_person(network, "Ana"), add_person(network, "Boris")
    vera, asya = add_person(network, "Vera"), add_person(network, "Asya")
    add_person(network, "Known", level=Level.PEER)
    add_person(network, "Gone", archived=True)
    log(network, "2026-11-01", "coffee", boris)
    log(network, "2026-11-20", "coffee", vera)
    index = Index(network)
    assert unknown_levels(index) == [vera.id, boris.id, ana.id, asya.id]
    assert tally(index, Question.LEVEL) == Tally(known=1, unknown=4)


def test_whose_industry_is_unknown_works_at_a_company_now(network):
    add_person(network, "Known", positions=(at("Acme", "Software"),))
    add_person(network, "Second job known", positions=(at("Acme"), at("Bell", "Games")))
    add_person(network, "No position")
    add_person(network, "Only before", positions=(at("Acme", until=PartialDate(year=2020)),))
    add_person(network, "Studies", positions=(at("University", study=True),))
    add_person(network, "Archived", positions=(at("Acme"),), archived=True)
    open_one = add_person(network, "Open", positions=(at("Acme"),))
    index = Index(network)
    assert unknown_industries(index) == [open_one.id]
    assert tally(index, Question.INDUSTRY) == Tally(known=2, unknown=1, beside=3)


def test_a_file_that_was_open_before_decodes_nobody_to_find_the_unknown(tmp_path, clock):
    def opened():
        return Network(TinyRepository.open(tmp_path / "network.json", clock), clock)

    network = opened()
    for n in range(60):
        add_person(network, f"P{n}", positions=(at("Acme"),))
    index = Index(network)
    before = asked_everything(index)
    for _pause in index.remember(all_of_it=True):
        pass
    network.repository.close()

    network = opened()
    index = Index(network)
    assert asked_everything(index) == before
    assert network.repository._views[Table.PEOPLE].decoded == 0
    change = set_level(network, index.people[before[0][0]].id, Level.PEER)
    index.apply(change)
    assert asked_everything(index)[0] == before[0][1:]
    assert network.repository._views[Table.PEOPLE].decoded <= 3
    network.repository.close()


def asked_everything(index):
    counts = [tally(index, question) for question in Question]
    return unknown_levels(index), unknown_industries(index), counts, Industries(index).all


# -- answers -----------------------------------------------------------------------------------------------------------


def test_an_answer_is_one_commit_of_one_record_and_undo_restores_exactly(network):
    ana = add_person(network, "Ana", positions=(at("Acme", title="CTO"), at("Bell")))
    before = content(network)
    for answer in (
        lambda: set_level(network, ana.id, Level.SENIOR),
        lambda: set_industry(network, ana.id, "  Software  and games "),
    ):
        commits = len(network.repository.changes(100))
        change = answer()
        assert len(change.edits) == 1
        assert len(network.repository.changes(100)) == commits + 1
        take_back(network, change)
        assert content(network) == before


def test_the_industry_goes_to_the_present_position_begun_last(network):
    positions = (
        at("Old", "Media", since=PartialDate(year=2001), until=PartialDate(year=2010)),
        at("Earlier", since=PartialDate(year=2011)),
        at("Latest", title="CTO", since=PartialDate(year=2020)),
    )
    ana = add_person(network, "Ana", positions=positions)
    set_industry(network, ana.id, " Software  and games ")
    saved = network.repository.people[ana.id].positions
    assert saved == (*positions[:2], replace(positions[2], industry="Software and games"))


@pytest.mark.parametrize("positions", [(), (at("Acme", until=PartialDate(year=2020)),), (at("School", study=True),)])
def test_without_a_present_position_none_is_invented(network, positions):
    ana = add_person(network, "Ana", positions=positions)
    before = content(network)
    with pytest.raises(InvalidInput, match="Ana has no present position"):
        set_industry(network, ana.id, "Software")
    assert content(network) == before


def test_the_same_answer_again_changes_nothing(network):
    ana = add_person(network, "Ana", level=Level.PEER, positions=(at("Acme", "Software"),))
    assert set_level(network, ana.id, Level.PEER) is None
    assert set_industry(network, ana.id, "Software") is None


def test_nobody_is_sorted_who_is_not_there(network):
    with pytest.raises(NotFound):
        set_level(network, "7", Level.PEER)
    with pytest.raises(NotFound):
        set_industry(network, "7", "Software")


def test_an_answer_is_described(network):
    ana = add_person(network, "Ana", positions=(at("Acme"),))
    assert describe(set_level(network, ana.id, Level.PEER)) == "Noted the level of Ana"
    assert describe(set_industry(network, ana.id, "Software")) == "Noted the industry of Ana"


def test_taking_back_several_answers_one_after_the_other(network):
    several = [add_person(network, name) for name in ("Ana", "Boris", "Vera")]
    before = content(network)
    changes = [set_level(network, person.id, Level.PEER) for person in several]
    for change in reversed(changes):
        assert take_back(network, change).nature is Nature.UNDO
    assert content(network) == before


def test_what_another_process_saved_meanwhile_is_not_taken_back(network):
    ana, boris = add_person(network, "Ana"), add_person(network, "Boris")
    change = set_level(network, ana.id, Level.PEER)
    people.edit(network, replace(boris, notes="from elsewhere"))
    taken = take_back(network, change)
    assert taken.nature is Nature.DO
    assert network.repository.people[ana.id].level is None
    assert network.repository.people[boris.id].notes == "from elsewhere"


def test_an_answer_that_was_changed_elsewhere_stays(network):
    ana = add_person(network, "Ana")
    change = set_level(network, ana.id, Level.PEER)
    set_level(network, ana.id, Level.SENIOR)
    assert take_back(network, change) is None
    assert network.repository.people[ana.id].level is Level.SENIOR


def test_taking_back_the_answer_of_somebody_deleted_says_so(network):
    ana = add_person(network, "Ana")
    change = set_level(network, ana.id, Level.PEER)
    people.remove(network, ana.id)
    with pytest.raises(NotFound):
        take_back(network, change)


# -- guesses -----------------------------------------------------------------------------------------------------------


def test_a_level_is_guessed_beside_my_own_present_title(network):
    ana = add_person(network, "Ana", positions=(at("Acme", title="Senior analyst"),))
    plain = add_person(network, "Boris", positions=(at("Acme", title="Analyst"), at("Bell", title="Intern")))
    past = add_person(network, "Vera", positions=(at("Acme", title="CEO", until=PartialDate(year=2020)),))
    nobody = add_person(network, "Asya")
    index = Index(network)
    assert level_guess(index, ana.id).value is Level.SENIOR
    assert level_guess(index, plain.id).value is Level.EARLIER
    assert level_guess(index, past.id) is None
    assert level_guess(index, nobody.id) is None
    me.edit(network, Me(id=ME_ID, name="I", positions=(at("Acme", title="CEO"),)))
    assert level_guess(index, ana.id).value is Level.EARLIER
    assert network.repository.people[ana.id].level is None


def test_the_industries_are_counted_in_their_usual_spelling(network):
    for n, name in enumerate(["Software", "software", "Software", "Games"]):
        add_person(network, f"P{n}", positions=(at("Acme", name),))
    industries = Industries(Index(network))
    assert industries.all == [Industry("Software", 3), Industry("Games", 1)]
    assert industries.usual(" SOFTWARE") == "Software"
    assert industries.usual(" Media ") == "Media"


def test_a_colleagues_industry_is_guessed_with_the_count(network):
    for n, name in enumerate(["Software", "software", "Software", "Games"]):
        add_person(network, f"P{n}", positions=(at("Acme Ltd", name),))
    ana = add_person(network, "Ana", positions=(at("ACME"),))
    guess = industry_guess(network, ana)
    assert (guess.value, guess.people, guess.known) == ("Software", 3, 4)
    assert network.repository.people[ana.id].positions[0].industry == ""


def test_what_the_companys_name_tells_is_said_in_the_networks_own_words(network):
    ana = add_person(network, "Ana", positions=(at("Юробанк"),))
    assert industry_guess(network, ana).value == "Banking"
    add_person(network, "Boris", positions=(at("Elsewhere", "Финанси"),))
    assert industry_guess(network, ana).value == "Финанси"


# -- the walk ----------------------------------------------------------------------------------------------------------


@given(st.integers(0, 6), st.lists(st.sampled_from(["answer", "later", "back", "drop"]), max_size=30))
@settings(max_examples=60)
def test_nobody_is_lost_or_asked_twice_on_any_walk(count, moves):
    repository_network = Network(MemoryRepository(clock := FixedClock(NOW)), clock)
    change = set_level(repository_network, add_person(repository_network, "Ana").id, Level.PEER)
    people_ids = [str(n) for n in range(count)]
    walk = Walk(people_ids)
    past: list[str] = []
    dropped: set[str] = set()
    for move in moves:
        here = walk.current
        if move == "back":
            before = walk.back()
            assert (before.person if before else None) == (past.pop() if past else None)
        elif here is not None:
            if move == "drop":
                walk.drop()
                dropped.add(here)
            else:
                walk.go_on(change if move == "answer" else None)
                past.append(here)
        assert walk.total == count - len(dropped)
        assert walk.left + walk.answered + walk.later == walk.total
        assert walk.latest is None or walk.latest.person == past[-1]
        expected = next((i for i in people_ids if i not in past and i not in dropped), None)
        assert walk.current == expected
