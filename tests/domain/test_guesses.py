"""Guesses at levels and industries, against titles labelled by hand."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.guesses import guess_industry, guess_level, named_industry, other_names
from nettui.domain.records import Level, Person, Position

TODAY = date(2026, 11, 23)

EARLIER, SENIOR, OUTSIDE = Level.EARLIER, Level.SENIOR, Level.OUTSIDE

TITLES = [
    # seen from somebody with a plain title
    ("Head of Data", SENIOR, "Head of"),
    ("HEAD OF DATA", SENIOR, "HEAD OF"),
    ("Head, Data Platforms", SENIOR, "Head"),
    ("Senior data engineer", SENIOR, "Senior"),
    ("Sr. Software Engineer", SENIOR, "Sr"),
    ("Senior Advisor to the Board", SENIOR, "Senior"),
    ("Lead developer", SENIOR, "Lead"),
    ("QA lead", SENIOR, "lead"),
    ("Data engineering team lead", SENIOR, "team lead"),
    ("Principal consultant", SENIOR, "Principal"),
    ("Staff engineer", SENIOR, "Staff engineer"),
    ("Plant director", SENIOR, "director"),
    ("Director of Engineering", SENIOR, "Director"),
    ("Deputy Director, Archives", SENIOR, "Deputy Director"),
    ("Managing Director", SENIOR, "Managing Director"),
    ("VP Engineering", SENIOR, "VP"),
    ("Vice President, Internal Audit", SENIOR, "Vice President"),
    ("Vice-President of Sales", SENIOR, "Vice-President"),
    ("CTO", SENIOR, "CTO"),
    ("Co-founder & CEO", SENIOR, "CEO"),
    ("Chief data officer", SENIOR, "Chief data officer"),
    ("Chief of Staff", SENIOR, "Chief of Staff"),
    ("Founder", SENIOR, "Founder"),
    ("Owner", SENIOR, "Owner"),
    ("Partner at Paragraph & Daughters", SENIOR, "Partner"),
    ("Managing partner", SENIOR, "Managing partner"),
    ("Board member", SENIOR, "Board member"),
    ("Member of the Board", SENIOR, "Member of the Board"),
    ("Professor of Medicine", SENIOR, "Professor"),
    ("Assistant professor", SENIOR, "Assistant professor"),
    ("Associate Professor", SENIOR, "Associate Professor"),
    ("Dean for Student Affairs", SENIOR, "Dean"),
    ("Senior lecturer", SENIOR, "Senior"),
    ("Engineering manager", SENIOR, "Engineering manager"),
    ("General Manager", SENIOR, "General Manager"),
    ("Ръководител отдел „Данни“", SENIOR, "Ръководител"),
    ("ръководител на отдел продажби", SENIOR, "ръководител"),
    ("Директор продажби", SENIOR, "Директор"),
    ("Изпълнителен директор", SENIOR, "Изпълнителен директор"),
    ("Зам.-директор", SENIOR, "Зам.-директор"),
    ("Старши счетоводител", SENIOR, "Старши"),
    ("Ст. експерт", SENIOR, "Ст"),
    ("Главен счетоводител", SENIOR, "Главен"),
    ("гл. асистент", SENIOR, "гл. асистент"),
    ("Водещ инженер", SENIOR, "Водещ"),
    ("Управител", SENIOR, "Управител"),
    ("Началник склад", SENIOR, "Началник"),
    ("професор, „Информационни системи“", SENIOR, "професор"),
    ("доц. д-р", SENIOR, "доц"),
    ("Съосновател", SENIOR, "Съосновател"),
    ("Член на УС", SENIOR, "Член на УС"),
    ("Кмет", SENIOR, "Кмет"),
    ("Intern", EARLIER, "Intern"),
    ("Software Engineering Intern", EARLIER, "Intern"),
    ("Marketing trainee", EARLIER, "trainee"),
    ("Junior data engineer", EARLIER, "Junior"),
    ("Junior team lead", EARLIER, "Junior"),
    ("Jr. Developer", EARLIER, "Jr"),
    ("Entry-level analyst", EARLIER, "Entry-level"),
    ("PhD student", EARLIER, "PhD student"),
    ("Doctoral candidate in Physics", EARLIER, "Doctoral candidate"),
    ("Student at Sofia University", EARLIER, "Student"),
    ("Research assistant", EARLIER, "Research assistant"),
    ("Apprentice electrician", EARLIER, "Apprentice"),
    ("стажант", EARLIER, "стажант"),
    ("Стажантка „Маркетинг“", EARLIER, "Стажантка"),
    ("студент", EARLIER, "студент"),
    ("Студентка по право", EARLIER, "Студентка"),
    ("Младши разработчик", EARLIER, "Младши"),
    ("докторант", EARLIER, "докторант"),
    ("асистент", EARLIER, "асистент"),
    ("Лекар специализант", EARLIER, "специализант"),
    ("Retired", OUTSIDE, "Retired"),
    ("Retired headmaster", OUTSIDE, "Retired"),
    ("Retired director", OUTSIDE, "Retired"),
    ("Stay-at-home dad", OUTSIDE, "Stay-at-home"),
    ("пенсионер", OUTSIDE, "пенсионер"),
    ("Пенсионирана учителка", OUTSIDE, "Пенсионирана"),
    ("Retired, chairman of the chess club", SENIOR, "chairman"),
    # nothing is known
    ("", None, ""),
    ("Data engineer", None, ""),
    ("Internal auditor", None, ""),
    ("International sales", None, ""),
    ("President's office", None, ""),
    ("President’s Office coordinator", None, ""),
    ("Office of the President", None, ""),
    ("Executive assistant", None, ""),
    ("Assistant to the CEO", None, ""),
    ("CEO office", None, ""),
    ("Student advisor", None, ""),
    ("Director of Student Services", SENIOR, "Director"),
    ("Internship coordinator", None, ""),
    ("Intern coordinator", None, ""),
    ("Headhunter", None, ""),
    ("Head chef", None, ""),
    ("Lead generation specialist", None, ""),
    ("Product owner", None, ""),
    ("Project manager", None, ""),
    ("People partner", None, ""),
    ("Associate", None, ""),
    ("Seniority consultant", None, ""),
    ("Former CEO", None, ""),
    ("ex-director", None, ""),
    ("Compliance officer", None, ""),
    ("Directory services engineer", None, ""),
    ("Мениджър проекти", None, ""),
    ("Ръководител проекти", None, ""),
    ("Личен асистент", None, ""),
    ("Асистент на изпълнителния директор", None, ""),
    ("Кабинет на ректора", None, ""),
    ("Телевизионен водещ", None, ""),
    ("Бивш министър", None, ""),
    ("Студентски съветник", None, ""),
    ("Шеф-готвач", None, ""),
    ("учител по математика", None, ""),
]


@pytest.mark.parametrize(("title", "level", "words"), TITLES, ids=[title for title, _level, _words in TITLES])
def test_titles_labelled_by_hand(title, level, words):
    guess = guess_level(title, ["Data engineer"])
    assert (guess and guess.value, guess.words if guess else "") == (level, words)


@pytest.mark.parametrize(
    ("mine", "title", "level"),
    [
        ("Data engineering team lead", "Senior analyst", Level.PEER),
        ("Data engineering team lead", "Head of Data", SENIOR),
        ("Data engineering team lead", "Junior analyst", EARLIER),
        ("Head of Data", "Senior analyst", EARLIER),
        ("CEO", "Director of Sales", EARLIER),
        ("CEO", "Изпълнителен директор", Level.PEER),
        ("Intern", "Student", Level.PEER),
        ("Intern", "Junior developer", SENIOR),
        ("студент", "пенсионер", OUTSIDE),
        ("Retired", "Intern", EARLIER),
        ("", "Postdoc", Level.PEER),
    ],
)
def test_a_level_is_relative_to_me(mine, title, level):
    guess = guess_level(title, [mine])
    assert guess is not None
    assert guess.value is level


def test_of_several_titles_of_mine_the_highest_counts():
    guess = guess_level("Head of Data", ["Volunteer", "CEO"])
    assert guess is not None
    assert guess.value is EARLIER


def test_there_are_enough_titles_in_both_languages():
    assert len(TITLES) >= 80
    cyrillic = [title for title, _level, _words in TITLES if any("а" <= letter <= "я" for letter in title.lower())]
    assert len(cyrillic) >= 30


GRAVE = "\u0300"
"""Marks the stress in Bulgarian, and makes no other letter of any."""


@given(st.sampled_from(TITLES), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]), st.data())
def test_case_and_accents_make_no_difference(row, change, data):
    title = row[0]
    if change is not str.title or "’" not in title:  # "President’S" is another word
        title = change(title)
    places = data.draw(st.sets(st.integers(0, max(len(title) - 1, 0)), max_size=4))
    marked = "".join(letter + (GRAVE if at in places and letter.isalpha() else "") for at, letter in enumerate(title))
    plain, accented = guess_level(row[0]), guess_level(marked)
    assert (plain and plain.value) == (accented and accented.value)
    composed = guess_level(unicodedata.normalize("NFC", marked))
    assert composed == accented


@given(st.text(max_size=80), st.lists(st.text(max_size=30), max_size=3))
def test_any_text_gives_a_guess_with_its_words_or_none(title, mine):
    guess = guess_level(title, mine)
    if guess is not None:
        assert guess.words
        assert guess.words in unicodedata.normalize("NFC", title)


@given(st.text(alphabet=" \t\n.,;-/", max_size=20))
def test_no_words_no_guess(title):
    assert guess_level(title) is None


# -- industries --------------------------------------------------------------------------------------------------------


def person(*organisations):
    """Somebody who works at the first organisation and was at the others before, the latest first."""
    positions = [Position(organisation=organisations[0], since=PartialDate(year=2024))] if organisations else []
    positions += [
        Position(organisation=name, since=PartialDate(year=2020 - n), until=PartialDate(year=2021 - n))
        for n, name in enumerate(organisations[1:])
    ]
    return Person(id="7", name="Ana", positions=tuple(positions))


def guessed(somebody, known):
    return guess_industry(somebody, TODAY, lambda key: known.get(key, {}), str.title)


def test_most_of_those_at_the_same_company():
    guess = guessed(person("Acme Ltd"), {"acme": {"software": 2, "games": 1}})
    assert (guess.value, guess.people, guess.known, guess.company, guess.earlier) == (
        "Software", 2, 3, "Acme Ltd", False,
    )  # fmt: skip


@pytest.mark.parametrize("counts", [{}, {"software": 1, "games": 1}, {"a": 2, "b": 1, "c": 1}])
def test_no_majority_no_guess(counts):
    assert guessed(person("Acme"), {"acme": counts}) is None


def test_an_earlier_employer_counts_after_the_present_one_and_the_latest_first():
    known = {"older": {"finance": 3}, "later": {"games": 1}}
    guess = guessed(person("Acme", "Later", "Older"), known)
    assert (guess.value, guess.company, guess.earlier) == ("Games", "Later", True)
    assert guessed(person("Acme", "Later"), {**known, "acme": {"media": 1}}).value == "Media"


@pytest.mark.parametrize("company", ["Freelance", "Self-employed", "Свободна практика", ""])
def test_those_who_work_alone_are_no_company(company):
    assert guessed(person(company), {"freelance": {"media": 9}, "self employed": {"media": 9}, "": {"x": 1}}) is None


def test_nobody_without_a_position_is_guessed():
    assert guessed(person(), {}) is None


@pytest.mark.parametrize(
    ("company", "industry", "words"),
    [
        ("UniCredit Bulbank", "Banking", "Bulbank"),
        ("Юробанк", "Banking", "Юробанк"),
        ("Банка ДСК", "Banking", "Банка"),
        ("Bank of Ireland", "Banking", "Bank"),
        ("Sofia University", "Education", "University"),
        ("Universität Graz", "Education", "Universität"),
        ("Университет „Климент Балкански“", "Education", "Университет"),
        ("42. училище", "Education", "училище"),
        ("УМБАЛ – Болница Лозенец", "Healthcare", "Болница"),
        ("University Hospital", "Healthcare", "Hospital"),
        ("Остров Застраховане", "Insurance", "Застраховане"),
        ("Община Горна Лека", "Public sector", "Община"),
        ("Food Bank of Varna", None, ""),
        ("Riverbank Studios", None, ""),
        ("Databank", None, ""),
        ("Hospitality Partners", None, ""),
        ("Embankment", None, ""),
        ("Museum Bank", None, ""),
        ("Acme", None, ""),
        ("", None, ""),
    ],
)
def test_what_a_companys_name_tells(company, industry, words):
    guess = named_industry(company)
    assert (guess and guess.value, guess.words if guess else "") == (industry, words)


def test_a_university_hospital_is_a_hospital_whatever_comes_first():
    guess = named_industry("Hospital of the University of Graz")
    assert guess is not None
    assert guess.value == "Healthcare"


def test_an_industry_goes_by_other_names_too():
    assert "образование" in other_names("Education")
    assert other_names("Nothing of that kind") == ("nothing of that kind",)


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), max_size=4))
def test_a_guess_of_others_is_more_than_half_of_them(counts):
    guess = guessed(person("Acme"), {"acme": counts})
    if guess is None:
        assert not counts or 2 * max(counts.values()) <= sum(counts.values())
    else:
        assert 2 * guess.people > guess.known == Counter(counts).total()


def test_a_stress_mark_before_a_letter_does_not_make_it_the_word_for_and():
    guess = guess_level("старш\u0300и счетоводител")
    assert guess is not None
    assert guess.value is Level.SENIOR
