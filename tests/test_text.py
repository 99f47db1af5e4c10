"""What may reach a terminal, and how names are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.text import fold_name, one_line, visible

CONTROLS = [chr(c) for c in [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, 0x2028, 0x2029]]
CONTROLS += [chr(c) for c in [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xD800, 0xDFFF]]


@pytest.mark.parametrize("char", CONTROLS, ids=lambda c: f"U+{ord(c):04X}")
def test_no_control_passes(char):
    assert char not in visible(f"a{char}b")


def test_marks_say_what_was_there():
    assert visible("a\x1b[2Jb\x7f\u202e") == "a␛[2Jb␡<U+202E>"
    assert visible("one\ntwo\r", newlines=True) == "one\ntwo␍"


@given(st.text())
def test_visible_text_is_printable_and_stays_so(text):
    shown = visible(text)
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert visible(shown) == shown


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "M"])))
def test_ordinary_text_is_left_alone(text):
    assert visible(text) == text


@given(st.text(), st.integers(2, 80))
def test_one_line_is_one_line_of_at_most_the_limit(text, limit):
    shown = one_line(text, limit)
    assert len(shown) <= limit
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hélène  DUBOIS", "helene dubois"),
        ("Ada Weiss, PhD", "ada weiss"),
        ("Мария Петрова", "МАРИЯ ПЕТРОВА"),
        ("Rowena ✨ Finch", "Rowena Finch"),
        ("Anne-Marie Roux", "Anne Marie Roux"),
        ("Ｍａｒｉａ", "maria"),
        ("Straße", "STRASSE"),
        ("Йоана", "йоана"),
        ("И\u0306оана", "Йоана"),
    ],
)
def test_same_name(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("Maria", "Мария"), ("Майя", "Маия"), ("Аnn", "Ann"), ("Ян", "Яна")])
def test_different_names(one, other):
    assert fold_name(one) != fold_name(other)


@given(st.text())
def test_folding_is_stable(name):
    folded = fold_name(name)
    assert fold_name(folded) == folded
