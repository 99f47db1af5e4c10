"""No text whatever makes the parser fail, and no character typed is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.services.capture.parse import understand
from nettui.services.capture.understood import Role
from tests.capture.invented import invented_network
from tests.capture.lines import LINES

INVENTED = invented_network()
CONSUMED = {Role.DATE, Role.SECTION, Role.DUE, Role.ESCAPE, Role.CHANNEL, Role.KIND}
"""Spans whose words need not be in any text: they are the date, the channel, the kind, the due date."""

PIECES = [
    "вчера: ", "mon: ", "14:00: ", "31.02: ", "coffee", "кафе", "note:", "with", "с", "and", "и", ",", ".", "\n",
    "Мария", "мария", "Ivan", "Иване", "Maria's", "Jean-Luc", "O'Neill", "@", "+", "\\", "#", '"', "“", "”",
    '+"Nora Lind"', '@"Мария Петрова"', '+"', "#phd", "#таг-две", "promised:", "обещах: ", "помолиха ме:", "asked: ",
    "got:", "recommendation", "препоръка", "by friday", "до края на месеца", "by", "до ", "about", "за",
    "https://example.org/@x", "a@b.example", " ", "\t", "\x00", "\ud800", "\u202e", "\u200d", "й", "e\u0301", "王小明",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
)


def visible(text):
    return Counter(char for char in text if not char.isspace())


def stored(understood):
    texts = [understood.text, *understood.tags, *understood.new_people]
    texts += [promise.text for promise in understood.promises]
    texts += [exchange.subject for exchange in understood.exchanges]
    return texts


def assert_nothing_lost(understood):
    """Every visible character outside the consumed spans and the marks of names is stored, as often as typed."""
    line = understood.line
    consumed: set[int] = set()
    for span in understood.spans:
        assert 0 <= span.start < span.end <= len(line)
        if span.role in CONSUMED:
            consumed.update(range(span.start, span.end))
        elif span.role in {Role.PROMISE, Role.EXCHANGE}:
            tail = line[span.start : span.end].rstrip().rstrip(".,; \t\n")
            consumed.update(range(span.start + len(tail), span.end))  # the punctuation that ends a section
            consumed.update(at for at in range(span.start, span.end) if line[at] in ",;")
        elif span.role in {Role.PERSON, Role.MENTION, Role.NEW, Role.ASK}:
            consumed.update(at for at in range(span.start, span.end) if line[at] in '@+"“”„')
    typed = visible(char for at, char in enumerate(line) if at not in consumed)
    kept = visible("".join(stored(understood)))
    assert not typed - kept


@given(TEXTS)
@settings(max_examples=400)
def test_any_text_is_understood_and_kept(text):
    assert_nothing_lost(understand(INVENTED, text))


@pytest.mark.parametrize("case", LINES, ids=lambda case: case.line[:50])
def test_each_line_of_the_table_is_kept(case):
    assert_nothing_lost(understand(INVENTED, case.line))


@given(TEXTS)
@settings(max_examples=100)
def test_the_same_text_means_the_same_twice(text):
    assert understand(INVENTED, text) == understand(INVENTED, text)


@pytest.mark.parametrize(
    "piece",
    [
        "Мария ",
        "Ivan, ",
        "promised: x by friday. ",
        "@x ",
        '+"N L" ',
        "#t ",
        "by ",
        "a",
        "\\",
        "a@",
        "got    ",
        ":",
        "\x00",
    ],
)
def test_a_line_of_100_kilobytes_is_understood(piece):
    line = "coffee with Elena " + piece * (100_000 // len(piece))

    understood = understand(INVENTED, line)

    assert understood.people[0].name == "Елена Димитрова"
    assert_nothing_lost(understood)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00", "\ud800", "\u202eשלום עולם", ":", ": ", "\\", "@", "+", "#", '+""']
)
def test_odd_texts_are_kept_as_they_are(text):
    understood = understand(INVENTED, text)

    assert understood.text == text.strip()
    assert not understood.ask
