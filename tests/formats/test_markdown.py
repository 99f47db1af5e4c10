"""Recommendations as Markdown: the same bytes every time, and the text as its author wrote it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.letters import Letter
from nettui.domain.records import Direction
from nettui.formats.markdown import file_names, one, several
from nettui.i18n import set_language

GOLDEN = Path(__file__).parent.parent / "data" / "markdown" / "recommendations.md"
day = PartialDate.parse

LETTERS = (
    Letter(
        id="1",
        direction=Direction.GIVEN,
        person="Łukasz Wróblewski",
        role="Staff engineer",
        organisation="Harbour Finch",
        subject="programme committee",
        on=day("2026-03-15"),
        where="Tagus Data Days",
        url="https://tagus.example.org/committee",
        text="He *finishes* things.\n\n- and documents them\n- <b>kindly</b>\n",
    ),
    Letter(
        id="2",
        direction=Direction.RECEIVED,
        person="Румяна\nЗлатева",
        role="Lead data engineer",
        organisation="Сребърна Река",
        on=day("2021-10"),
        text="Спори учтиво.\r\n\x1b[31mИ записва.\x9b\u200b",
    ),
    Letter(id="3", direction=Direction.GIVEN, person="", text="Begun.", draft=True),
)


def test_the_letters_are_written_as_they_always_were():
    assert several(LETTERS).encode() == GOLDEN.read_bytes()


def test_none_are_nothing():
    assert several([]) == ""


def test_the_labels_follow_the_language():
    set_language("bg")
    assert "2026-03-15" in one(LETTERS[0])
    assert "He *finishes* things." in one(LETTERS[0])


@given(st.text())
def test_a_text_goes_out_as_it_is_but_for_control_characters(text):
    written = one(Letter(id="1", direction=Direction.GIVEN, person="X", text=text))
    allowed = {"\t", "\n"}
    assert not [c for c in written if (ord(c) < 32 and c not in allowed) or 127 <= ord(c) < 160]
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in allowed or c.isprintable())
    rest = written.removeprefix("# Recommendation for X\n\n")
    # What is not printable may stand between two line ends, which are trimmed only at the text's own ends.
    assert "".join(c for c in rest if c in allowed or c.isprintable()).strip("\n") == kept.strip("\n")
    assert rest.endswith("\n")


@given(st.lists(st.tuples(st.text(max_size=80), st.sampled_from([None, "2024", "2026-03-15"])), max_size=8))
def test_each_letter_has_a_file_name_of_its_own_that_any_file_system_takes(people):
    letters = [
        Letter(id=str(n), direction=Direction.GIVEN, person=name, on=day(on) if on else None)
        for n, (name, on) in enumerate(people)
    ]
    names = file_names(letters)
    assert list(names) == [letter.id for letter in letters]
    assert len({name.casefold() for name in names.values()}) == len(letters)
    for name in names.values():
        assert "/" not in name
        assert name.isprintable()
        assert not name.startswith((".", "-"))
        assert len(name.encode()) <= 255
