"""What is pasted cannot press keys, however the terminal cuts it into pieces."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nettui.tui.pasted import PastedText

BEGIN, END = "\x1b[200~", "\x1b[201~"
PLAIN = st.text("ab\x1b[201~m", max_size=30).filter(lambda text: "\x1b[20" not in text and not text.endswith("\x1b"))
INSIDE = st.text("ab\x1b[31~m\r\t", max_size=30)


@given(before=PLAIN, inside=INSIDE, after=PLAIN, cuts=st.lists(st.integers(0, 90), max_size=8))
def test_escapes_inside_become_marks_and_nothing_else_changes(before, inside, after, cuts):
    sent = before + BEGIN + inside + END + after
    places = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    pasted = PastedText()
    received = "".join(pasted.feed(sent[start:end]) for start, end in pairwise(places))
    assert received == before + BEGIN + inside.replace("\x1b", "␛") + END + after


def test_an_escape_key_is_not_held_back():
    assert PastedText().feed("\x1b") == "\x1b"
