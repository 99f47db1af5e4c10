"""Finding across case, accents and scripts, and the official transliteration."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.search import fold_letters, matches, same_word, search_fold, search_keys
from nettui.domain.transliteration import consonants, has_cyrillic, sounds_like, to_cyrillic, to_latin

PAIRS = [
    ("petrova", "Петрова"), ("Петрова", "Petrova"), ("ПЕТРОВА", "petrova"), ("Petrowa", "Петрова"),
    ("qna", "Яна"), ("yana", "Яна"), ("iana", "Яна"), ("jana", "Яна"),
    ("4avdar", "Чавдар"), ("chavdar", "Чавдар"), ("6ishkov", "Шишков"), ("shishkov", "Шишков"),
    ("wasil", "Васил"), ("vasil", "Васил"), ("aleksandar", "Александър"), ("aleksandyr", "Александър"),
    ("aleksandur", "Александър"), ("alexander", "Александър"), ("Alexandra", "Александра"), ("petar", "Петър"),
    ("peter", "Петър"), ("petyr", "Петър"), ("ivaylo", "Ивайло"), ("ivailo", "Ивайло"), ("ivajlo", "Ивайло"),
    ("stoyan", "Стоян"), ("stoian", "Стоян"), ("stojan", "Стоян"), ("stoqn", "Стоян"), ("Jordan", "Йордан"),
    ("yordan", "Йордан"), ("Iordan", "Йордан"), ("cvetan", "Цветан"), ("tsvetan", "Цветан"), ("tzvetan", "Цветан"),
    ("marco", "Марко"), ("maria", "Мария"), ("mariya", "Мария"), ("mariq", "Мария"), ("marija", "Мария"),
    ("sofia", "София"), ("sophia", "София"), ("petroff", "Петров"), ("zhivko", "Живко"), ("jivko", "Живко"),
    ("hristo", "Христо"), ("xristo", "Христо"), ("khristo", "Христо"), ("shterev", "Щерев"), ("6terev", "Щерев"),
    ("lyuben", "Любен"), ("liuben", "Любен"), ("ljuben", "Любен"), ("Джордж", "Jorj"), ("emma", "Ема"),
    ("theodora", "Теодора"), ("gancho", "Ганчо"), ("gan4o", "Ганчо"), ("Маринела", "MARINELA"),
    ("helene", "Hélène"), ("HÉLÈNE", "helene"), ("strasse", "Straße"), ("soren", "Søren"), ("lodz", "Łódź"),
    ("eleni", "Ελένη"), ("ΕΛΕΝΗ", "Eleni"), ("odysseas", "Οδυσσέας"), ("peter", "Ｐｅｔｅｒ"), ("duric", "Đurić"),
    ("ægir", "Aegir"), ("istanbul", "İSTANBUL"), ("Сергей", "sergey"), ("щерев", "ЩЕРЕВ"), ("йордан", "ЙОРДАН"),
    ("e\u0301va", "Éva"), ("гео", "Георги"), ("geo", "Георги"), ("ivan petr", "Petrov, Иван"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "text"), PAIRS)
def test_pairs_find_each_other(query, text):
    assert matches(query, text)


def test_there_are_sixty_pairs():
    assert len(set(PAIRS)) == len(PAIRS) >= 60


@pytest.mark.parametrize(
    ("query", "text"),
    [("petrowa", "Petrova"), ("qna", "Yana"), ("4avdar", "Chavdar"), ("maria", "Марина"), ("иван", "Ivo"),
     ("яна", "Ana"), ("petrova ivan", "Мария Петрова"), ("шишков", "Sitkov"), ("x", "")],
)  # fmt: skip
def test_what_is_not_found(query, text):
    assert not matches(query, text)


@pytest.mark.parametrize(
    ("bulgarian", "official"),
    [
        ("мария", "maria"), ("софия", "sofia"), ("щастливец", "shtastlivets"), ("ямбол", "yambol"),
        ("гьонка", "gyonka"),
        ("жечка", "zhechka"), ("цанко", "tsanko"), ("хасково", "haskovo"), ("юлия", "yulia"), ("ъгъл", "agal"),
        ("йово", "yovo"), ("илиян", "iliyan"), ("христо", "hristo"), ("шуменов", "shumenov"),
        ("мариян и мария", "mariyan i maria"),
    ],
)  # fmt: skip
def test_the_official_transliteration(bulgarian, official):
    assert to_latin(bulgarian) == official


def test_keys_are_folded_words():
    assert search_keys("Мария  Петрова-Hélène, мария") == ("maria", "petrova", "helene")
    assert search_fold("  Мария\tПЕТРОВА ") == "maria petrova"


def test_short_i_is_a_letter_of_its_own():
    assert fold_letters("Йово") == fold_letters("И\u0306ово") == "йово"


WORDS = st.text("абвгдежзийклмнопрстуфхцчшщъьюя", min_size=1, max_size=15)


@given(WORDS)
def test_every_word_is_found_by_its_official_spelling(word):
    assert sounds_like(word, to_latin(word))
    assert same_word(to_latin(word), word)
    assert matches(to_latin(word), word.upper())


@given(WORDS)
def test_both_spellings_share_a_coarse_key(word):
    assert set(consonants(word)) & set(consonants(to_latin(word)))


@pytest.mark.parametrize(("query", "text"), [pair for pair in PAIRS if has_cyrillic(pair[0]) != has_cyrillic(pair[1])])
def test_pairs_across_scripts_share_a_coarse_key_or_are_beginnings(query, text):
    one, other = fold_letters(query), fold_letters(text)

    assert set(consonants(one)) & set(consonants(other)) or not same_word(one, other)


@given(st.text(max_size=50), st.text(max_size=50))
def test_any_text_can_be_searched(query, text):
    assert matches("", text)
    matches(query, text)
    to_cyrillic(fold_letters(text))


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing(text):
    folded = search_fold(text)

    assert search_fold(folded) == folded


@given(st.text(max_size=50))
def test_a_text_finds_itself(text):
    assert matches(text, text)
