"""Who is meant: several who fit, archived people, inflection, completion, and the index at size."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry, Person
from nettui.domain.search import same_word
from nettui.domain.transliteration import to_latin
from nettui.services.capture.index import NameIndex, NetworkPeople, build_index, extended, words_of
from nettui.services.capture.inflection import base_forms, possessive
from nettui.services.capture.parse import parse, understand
from nettui.services.capture.people import complete
from nettui.services.capture.understood import Candidate, Ref, decide
from tests.capture.invented import NOW, PEOPLE, invented_network


@pytest.fixture
def invented():
    return invented_network()


def people(understood):
    return [ref.name if not ref.undecided else f"?{ref.name}" for ref in understood.people]


def test_of_several_the_one_who_usually_appears_with_the_others_is_meant(invented):
    assert people(understand(invented, "lunch with Elena and Ivan")) == ["Елена Димитрова", "Иван Георгиев"]
    assert people(understand(invented, "lunch with Hélène and Ivan")) == ["Hélène Dubois", "Ivan Kolev"]


def test_a_tie_is_asked_with_all_candidates(invented):
    understood = understand(invented, "lunch with Todor and Ivan")

    assert [(ask.text, [one.id for one in ask.candidates]) for ask in understood.ask] == [("Ivan", ["102", "103"])]


def test_one_more_entry_together_breaks_the_tie(invented):
    together = Entry(id="290", at=Moment(NOW.date()), channel=Channel.NOTE, text="x", mentions=("103", "119"))
    invented.save([together], action="test")

    assert people(understand(invented, "lunch with Todor and Ivan")) == ["Тодор Ангелов", "Ivan Kolev"]


def test_nobody_else_named_means_nothing_to_go_by(invented):
    assert people(understand(invented, "lunch with Ivan")) == ["?Ivan"]


def test_the_full_name_elsewhere_in_the_line_decides(invented):
    understood = understand(invented, "call with Ivan Kolev. promised: send Ivan a book")

    assert not understood.ask
    assert understood.promises[0].person == Ref("103", "Ivan Kolev")


def test_one_ambiguous_name_is_asked_once(invented):
    understood = understand(invented, "call with Ivan. promised: send Ivan a book. asked: advice")

    assert len(understood.ask) == 1


def test_another_form_of_an_ambiguous_name_is_the_same_question(invented):
    understood = understand(invented, "кафе с Иван. обещах: Ivan, книга. очаквам: от Ивана книга")

    assert [ask.text for ask in understood.ask] == ["Иван"]
    assert not decide(understood, {"Иван": "102"}).ask


def test_a_decision_settles_every_place(invented):
    understood = understand(invented, "call with Ivan. promised: send Ivan a book. asked: advice")
    settled = decide(understood, {"Ivan": "103"})

    assert not settled.ask
    assert people(settled) == ["Ivan Kolev"]
    assert settled.promises[0].person == settled.exchanges[0].person == Ref("103", "Ivan Kolev")


def test_an_id_that_is_no_candidate_decides_nothing(invented):
    understood = understand(invented, "call with Ivan")

    assert decide(understood, {"Ivan": "101"}) == understood


def test_a_decision_for_somebody_already_there_does_not_double_them(invented):
    understood = understand(invented, "call with Ivan and @ив")
    settled = decide(understood, {"Ivan": "102", "ив": "102"})

    assert people(settled) == ["Иван Георгиев"]


def test_archived_people_count_when_nobody_else_fits(invented):
    assert people(understand(invented, "met Stoyan")) == ["Stoyan Markov"]
    assert people(understand(invented, "met Boyka")) == ["Бойка Ранкова"]


def test_a_nickname_goes_before_a_part_of_a_name(invented):
    invented.save([Person(id="150", name="Мими Лалова"), Person(id="151", name="Деси")], action="test")

    assert people(understand(invented, "кафе с Мими")) == ["Мария Петрова"]
    assert [ask.text for ask in understand(invented, "кафе с Деси").ask] == ["Деси"]  # two nicknames: a tie


def test_two_namesakes_are_asked_even_by_their_full_name(invented):
    invented.save([Person(id="150", name="Мария Петрова")], action="test")

    assert people(understand(invented, "coffee with Maria Petrova")) == ["?Maria Petrova"]
    assert people(understand(invented, 'coffee with +"Maria Petrova"')) == ["?Maria Petrova"]


def test_the_longer_name_is_not_meant_by_the_shorter_one(invented):
    invented.save([Person(id="150", name="Мария Петрова Стоева")], action="test")

    assert people(understand(invented, "coffee with Maria Petrova")) == ["Мария Петрова"]
    assert people(understand(invented, "coffee with Maria Petrova Stoeva")) == ["Мария Петрова Стоева"]


def test_a_person_recorded_in_both_scripts_is_one_candidate(invented):
    invented.save([Person(id="150", name="Зорница Бисерова", also=("Zornitsa Biserova",))], action="test")

    for line in ("met Zornitsa", "met Зорница", "met Zornica Biserova"):
        assert [ref.id for ref in understand(invented, line).people] == ["150"]


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("иване", "иван"),
        ("петре", "петър"),
        ("димитре", "димитър"),
        ("елено", "елена"),
        ("марийо", "мария"),
        ("николайо", "николай"),
        ("гошото", "гошо"),
        ("мимито", "мими"),
        ("петрови", "петрова"),
        ("петрови", "петров"),
        ("георгиеви", "георгиева"),
        ("стояновите", "стоянов"),
        ("петровия", "петров"),
        ("драганския", "драгански"),
        ("драганските", "драганска"),
    ],
)
def test_inflected_names_lead_to_the_recorded_form(typed, recorded):
    assert any(recorded in forms for forms in base_forms(typed, after_preposition=False))


@pytest.mark.parametrize(
    ("typed", "recorded"), [("ивана", "иван"), ("тодора", "тодор"), ("георгия", "георги"), ("николая", "николай"),
                            ("петра", "петър")]
)  # fmt: skip
def test_the_old_object_case_needs_a_preposition(typed, recorded):
    assert any(recorded in forms for forms in base_forms(typed, after_preposition=True))
    assert not any(recorded in forms for forms in base_forms(typed, after_preposition=False))


@pytest.mark.parametrize(("word", "count"), [("Maria's", 2), ("James'", 1), ("Maria’s", 2), ("Maria", 0), ("'s", 0)])
def test_english_possessives(word, count):
    assert possessive(word) == count


def test_a_woman_named_as_typed_goes_before_an_inflected_man(invented):
    invented.save([Person(id="150", name="Ивана Лазова")], action="test")

    assert people(understand(invented, "кафе с Ивана")) == ["Ивана Лазова"]


@pytest.mark.parametrize(
    ("prefix", "first"),
    [("mar", "Мария Петрова"), ("мар", "Мария Петрова"), ("Дес", "Десислава Цонева, PhD"), ("sio", "Siobhán O'Neill"),
     ("хел", "Hélène Dubois"), ("дуб", "Hélène Dubois"), ("小", ""), ("王", "王小明"), ("", ""), ("x" * 99, "")],
)  # fmt: skip
def test_completion_in_either_script(prefix, first, invented):
    names = [one.name for one in complete(prefix, NetworkPeople(invented))]

    assert (names[0] if names else "") == first


def test_completion_lists_archived_people_last(invented):
    assert [one.id for one in complete("sto", NetworkPeople(invented))] == ["106", "116", "115"]


def test_the_index_survives_json(invented):
    people = invented.repository.people.values()
    data = build_index((one.id, (one.name, *one.also), one.archived) for one in people)

    assert json.loads(json.dumps(data)) == data


NAMES = st.text("Марияivanétoй -'’,.\u0301王ß", max_size=20)


@given(st.lists(st.lists(NAMES, min_size=1, max_size=4), max_size=6), st.data())
def test_any_names_can_be_indexed_and_found_by_force(names, data):
    class People:
        index = NameIndex(build_index((str(number), own, False) for number, own in enumerate(names)))

        def name_of(self, person):
            return names[int(person)][0]

        def candidates(self, people):
            return tuple(Candidate(person, self.name_of(person)) for person in people)

        def entries_of(self, people):
            return []

    line = data.draw(st.sampled_from([name for own in names for name in own] or ["x"]))
    understood = parse(f'met @"{line}"', people=People(), now=NOW)

    possible = {str(number) for number, own in enumerate(names) if line in own}
    meant = {ref.id for ref in understood.people if ref.id} | {
        one.id for ask in understood.ask for one in ask.candidates
    }
    assert possible <= meant or not any(char.isalnum() for char in line.split(",")[0])


class Counting:
    """People that count how many records are looked at."""

    def __init__(self, names):
        self.index = NameIndex(build_index((str(number), [name], False) for number, name in enumerate(names)))
        self.names = names
        self.fetched = 0
        self.asked = 0

    def name_of(self, person):
        self.fetched += 1
        return self.names[int(person)]

    def candidates(self, people):
        return tuple(Candidate(person, self.name_of(person)) for person in people)

    def entries_of(self, people):
        self.asked += 1
        return []


def test_among_ten_thousand_only_the_people_named_are_fetched():
    syllables = ["Ба", "ве", "ги", "до", "жу", "за", "ле", "ми", "но", "ру"]

    def word(number):
        return "".join(syllables[int(digit)] for digit in f"{number:04}").capitalize()

    names = [f"{word(number)} {word(9_999 - number)}ов" for number in range(10_000)]
    people = Counting(names)

    understood = parse(f"вчера: кафе с {names[1234]} и {names[77]}", people=people, now=NOW)

    assert [ref.name for ref in understood.people] == [names[1234], names[77]]
    assert people.fetched <= 4
    assert people.asked == 0


@pytest.mark.parametrize("name", ["J.R.R. Tolkin", "Иван Иванов Иванов", "a.a.a"])
def test_a_name_may_say_a_word_twice(name):
    class People:
        index = NameIndex(build_index([("1", [name], False)]))

        def name_of(self, person):
            return name

        def candidates(self, people):
            return tuple(Candidate(person, self.name_of(person)) for person in people)

        def entries_of(self, people):
            return []

    for line in (f'met @"{name}" today', f"met {name} today"):
        assert [ref.id for ref in parse(line, people=People(), now=NOW).people] == ["1"]


@given(st.sampled_from([word for person in PEOPLE for word in words_of(person.name)]), st.integers(1, 9), st.booleans())
def test_whatever_is_narrowed_letter_by_letter_is_what_a_search_through_all_words_finds(name, length, latin):
    prefix = (to_latin(name) if latin else name)[:length]
    index = NetworkPeople(invented_network()).index

    words = [word for word in index.data["words"] if same_word(prefix, word, prefix=True)]

    found = {index.id_of(posting.person) for word in words for posting in index.find(word)}
    assert found >= {index.id_of(number) for number in index.beginning_with(prefix)}
    assert {code >> 18 for word in words for code in index.data["words"][word]} == set(index.beginning_with(prefix))


def test_x_and_j_are_two_letters_in_the_other_script():
    index = NameIndex(build_index([("1", ["Xenia Park"], False), ("2", ["Jon Reed"], False), ("3", ["Ксения"], False)]))

    assert {index.id_of(number) for number in index.beginning_with("ксен")} == {"1", "3"}
    assert [index.id_of(number) for number in index.beginning_with("дж")] == ["2"]
    assert {index.id_of(number) for number in index.beginning_with("x")} == {"1", "3"}


def test_an_index_that_was_extended_is_the_one_built_of_all():
    everybody = [(person.id, (person.name, *person.also), person.archived) for person in PEOPLE]
    before = build_index(everybody[:-3])
    kept = json.dumps(before)

    assert extended(before, everybody[-3:]) == build_index(everybody)
    assert json.dumps(before) == kept
