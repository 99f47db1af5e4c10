"""The desk: which recommendations there are and how fresh, how a draft begins, and that no text is ever lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from nettui.domain.dates import PartialDate
from nettui.domain.records import (
    ME_ID,
    Direction,
    ExchangeKind,
    Me,
    Met,
    Position,
    Status,
    Step,
    Version,
)
from nettui.errors import NotFound
from nettui.services import exchanges, undo
from nettui.services.clock import FixedClock
from nettui.services.desk import writing
from nettui.services.desk.guide import guide
from nettui.services.desk.known import together
from nettui.services.desk.letters import letter_of, letters
from nettui.services.desk.rows import TextState, recommendations, years_old
from nettui.services.desk.start import start_of, taken_back, without_notes
from nettui.services.desk.words import first_words, freshness, state_word, way_word
from nettui.services.index import Index
from nettui.services.network import Network
from nettui.store.memory import MemoryRepository
from tests.services.making import add_exchange, add_person, log

day = PartialDate.parse
TODAY = date(2026, 11, 23)


@pytest.fixture
def maria(network):
    network.save(
        [
            Me(
                id=ME_ID,
                name="Nevena",
                positions=(
                    Position(organisation="Harbour Finch", title="Team lead", since=day("2022-03")),
                    Position(organisation="Balkan University", title="MSc", study=True, until=day("2011-07")),
                ),
            )
        ],
        action="me.edit",
    )
    return add_person(
        network,
        "Мария Петрова",
        positions=(
            Position(organisation="Harbour Finch Ltd", title="Data engineer", since=day("2022-09"), until=day("2025")),
            Position(organisation="Balkan University", title="BSc", study=True, since=day("2008-10")),
        ),
        met=Met(on=day("2019-10"), how="at PyCon, by the same socket"),
        can_vouch="that I keep calm",
        i_can_vouch="migrations that nobody notices --> never",
        in_common="rain",
    )


def rows(network):
    return {row.id: row for row in recommendations(Index(network))}


# -- rows --------------------------------------------------------------------------------------------------------------


def test_rows_are_those_on_their_way_then_the_newest_then_what_came_to_nothing(network, maria):
    old = add_exchange(network, maria, "received", "done", "2020-05", text="Good.", where="LinkedIn")
    lapsed = replace(
        add_exchange(network, maria, "received", "asked", "2024-01-01"),
        steps=(Step(status=Status.ASKED, on=day("2024-01-01")), Step(status=Status.LAPSED, on=day("2024-03-01"))),
    )
    exchanges.edit(network, lapsed)
    undated = add_exchange(network, maria, "given", "done", text="Kind.")
    late = add_exchange(network, maria, "given", "asked", "2026-11-20")
    early = add_exchange(network, maria, "received", "asked", "2026-10-01")
    add_exchange(network, maria, "given", "done", "2026-11-01", kind=ExchangeKind.ADVICE, text="no letter")
    new = add_exchange(network, maria, "given", "done", "2026-11-02", text="Fine.", role="Data engineer")
    found = rows(network)
    assert list(found) == [each.id for each in (early, late, new, old, undated, lapsed)]
    assert [found[each.id].state for each in (early, late, new, old, undated, lapsed)] == [
        TextState.NONE,
        TextState.NONE,
        TextState.SENT,
        TextState.PUBLISHED,
        TextState.SENT,
        TextState.CLOSED,
    ]
    assert way_word(found[new.id]) == "written"
    assert way_word(found[old.id]) == "held"
    assert found[undated.id].age is None
    assert freshness(found[undated.id], TODAY) == ""


def test_a_text_that_is_not_done_is_a_draft_and_what_others_sent_was_received(network, maria):
    draft = add_exchange(network, maria, "given", "agreed", "2026-11-20", text="Begun.")
    held = add_exchange(network, maria, "received", "done", "2026-11-20", text="Here.")
    found = rows(network)
    assert state_word(found[draft.id]) == "draft"
    assert state_word(found[held.id]) == "received"
    assert found[draft.id].on is None


@pytest.mark.parametrize(
    ("on", "direction", "words"),
    [
        ("2026-11-23", "received", "today"),
        ("2026-11-20", "received", "3 days ago"),
        ("2023-11-24", "received", "2 years ago"),
        ("2023-11-23", "received", "3 years ago: ask for a newer one?"),
        ("2023-11-23", "given", "3 years ago: offer a newer one?"),
        ("2022", "received", "3 years ago: ask for a newer one?"),
        ("2026", "received", "2026"),
    ],
)
def test_freshness_asks_about_a_newer_one_from_three_whole_years_on(network, maria, on, direction, words):
    exchange = add_exchange(network, maria, direction, "done", on, text="Good.")
    assert freshness(rows(network)[exchange.id], TODAY) == words


@given(st.dates(date(2000, 1, 1), TODAY))
def test_years_are_whole_ones(on):
    age = years_old(PartialDate.of(on), TODAY)
    assert age is not None
    anniversary = [(on.year + n, on.month, on.day) for n in (age, age + 1)]
    assert anniversary[0] <= (TODAY.year, TODAY.month, TODAY.day) < anniversary[1]


# -- how a draft begins ------------------------------------------------------------------------------------------------


def test_a_draft_begins_with_what_is_known_and_the_guide(network, maria):
    log(network, "2024-02-03", "We moved two hundred tables", maria, starred=True)
    log(network, "2025-02-03", "Only spoken of")
    add_exchange(
        network, maria, "received", "done", "2024-06-10", kind=ExchangeKind.HELP, subject="took my night watch"
    )
    add_exchange(network, maria, "received", "done", "2024-06-10", kind=ExchangeKind.ENDORSEMENT, subject="SQL")
    asked = replace(
        add_exchange(network, maria, "given", "asked", "2026-11-12", subject="head of data", due=day("2026-12-01")),
        steps=(Step(status=Status.ASKED, on=day("2026-11-12"), note="with the numbers"),),
    )
    exchanges.edit(network, asked)
    start = start_of(Index(network), asked)
    assert start.startswith("<!-- nettui\n")
    assert start.endswith("-->\n\n")
    assert start.count("-->") == 1
    assert "migrations that nobody notices -- > never" in start
    for told in (
        "Recommendation for Мария Петрова",
        "head of data",
        "1 Dec",
        "with the numbers",
        "that I keep calm",
        "rain",
        "Harbour Finch, 2022-09 to 2025 (you Team lead; they Data engineer)",
        "Balkan University, 2008-10 to 2011-07 (you MSc; they BSc)",
        "2019-10, at PyCon, by the same socket",
        "you received help: took my night watch",
        "We moved two hundred tables",
    ):
        assert told in start
    assert "Only spoken of" not in start
    assert "SQL" not in start
    flat = " ".join(start.split())
    assert all(" ".join(paragraph.split()) in flat for paragraph in guide(Direction.GIVEN))
    assert all(len(line) <= 78 for line in start.splitlines())
    assert without_notes(start) == ""


def test_one_that_i_ask_for_begins_with_another_guide(network, maria):
    start = start_of(Index(network), add_exchange(network, maria, "received", "asked", "2026-11-12"))
    assert "Recommendation by Мария Петрова" in start
    assert "Before it comes:" in start
    assert "What a good recommendation says" not in start


def test_little_known_leaves_no_empty_headings(network):
    nobody = add_person(network, "X")
    start = start_of(Index(network), add_exchange(network, nobody, "given", "asked"))
    assert [line for line in start.splitlines() if line.endswith(":")] == ["What a good recommendation says:"]


def test_a_place_is_shared_only_where_the_times_may_overlap(network, maria):
    me = network.repository.me
    assert [(each.organisation, each.study) for each in together(me, maria)] == [
        ("Harbour Finch", False),
        ("Balkan University", True),
    ]
    early = replace(maria, positions=(Position(organisation="Harbour Finch", until=day("2022-02")),))
    assert together(me, early) == []


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=60)


@given(TEXTS)
def test_the_notes_are_left_out_and_nothing_else(text):
    """Whatever is written below the notes is what is taken back; without notes nothing is touched."""
    start = "<!-- nettui\nsome notes\n  - and more\n-->\n\n"
    if "<!-- nettui" not in text:
        assert without_notes(text) == text
        assert without_notes(start + text) == text.strip()
        assert taken_back(start, start + text) == text.strip()


def test_words_written_among_the_notes_are_not_lost():
    start = "<!-- nettui\nnotes\n-->\n\n"
    assert taken_back(start, "<!-- nettui\nnotes\nShe is calm.\n-->\n\nAnd kind.") == "She is calm.\n\nAnd kind."
    assert taken_back(start, "<!-- nettui\nnotes\nShe is calm. -->\n\n") == "She is calm."
    assert taken_back(start, "above\n" + start) == "above"
    assert taken_back(start, "<!-- my own comment -->") == "<!-- my own comment -->"


# -- writing -----------------------------------------------------------------------------------------------------------


def test_a_text_makes_a_version_of_the_one_before(network, maria):
    exchange = add_exchange(network, maria, "given", "asked", "2026-11-12")
    assert writing.write(network, exchange.id, "") is None
    for text in ("one", "one", "two", ""):
        writing.write(network, exchange.id, text)
    stored = network.repository.exchanges[exchange.id]
    assert stored.text == ""
    assert stored.versions == (Version(text="one", on=TODAY), Version(text="two", on=TODAY))
    writing.restore(network, exchange.id, 0)
    stored = network.repository.exchanges[exchange.id]
    assert (stored.text, [v.text for v in stored.versions]) == ("one", ["two"])
    with pytest.raises(NotFound, match="no such earlier text"):
        writing.restore(network, exchange.id, 1)
    with pytest.raises(NotFound):
        writing.restore(network, exchange.id, -1)


def test_the_form_keeps_the_text_it_replaces_too(network, maria):
    exchange = add_exchange(network, maria, "given", "asked", text="one")
    exchanges.edit(network, replace(exchange, text="two", where="LinkedIn"))
    stored = network.repository.exchanges[exchange.id]
    assert (stored.text, stored.where, [v.text for v in stored.versions]) == ("two", "LinkedIn", ["one"])
    advice = add_exchange(network, maria, "given", "done", kind=ExchangeKind.ADVICE, text="one")
    exchanges.edit(network, replace(advice, text="two"))
    assert network.repository.exchanges[advice.id].versions == ()


def test_a_recommendation_that_becomes_another_favour_keeps_its_text(network, maria):
    exchange = add_exchange(network, maria, "given", "asked", text="one")
    exchanges.edit(network, replace(exchange, kind=ExchangeKind.REFERENCE, text="two"))
    assert [version.text for version in network.repository.exchanges[exchange.id].versions] == ["one"]


def test_a_draft_for_somebody_is_offered_and_takes_the_role_of_our_time_together(network, maria):
    index = Index(network)
    assert writing.draft_for(index, maria.id) is None
    begun = writing.begin(network, maria.id)
    assert begun.id not in network.repository.exchanges
    change = writing.write(network, begun.id, "She is calm.", new=begun)
    assert change is not None
    index.apply(change)
    stored = network.repository.exchanges[begun.id]
    assert (stored.direction, stored.status, stored.text) == (Direction.GIVEN, Status.OFFERED, "She is calm.")
    assert stored.role == "Data engineer, Harbour Finch"
    assert stored.versions == ()
    assert writing.draft_for(index, maria.id) == stored
    undo.undo(network)
    assert begun.id not in network.repository.exchanges


class Rewriting(RuleBasedStateMachine):
    """Texts written, restored, undone and redone in any order."""

    def __init__(self):
        super().__init__()
        clock = FixedClock(datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
        self.network = Network(MemoryRepository(clock), clock)
        person = add_person(self.network, "Maria")
        self.id = add_exchange(self.network, person, "given", "asked").id
        self.saved: Counter[str] = Counter()
        self.past: list[Counter[str]] = []
        self.ahead: list[Counter[str]] = []

    @property
    def stored(self):
        return self.network.repository.exchanges[self.id]

    def _did(self, change):
        if change is not None:
            self.ahead.clear()

    @rule(text=st.sampled_from(["", " ", "a", "b", "c", "a\nb"]))
    def write(self, text):
        before = Counter(self.saved)
        change = writing.write(self.network, self.id, text)
        if change is not None:
            self.past.append(before)
            self.saved[text] += bool(text.strip())
            self.saved = +self.saved
        self._did(change)

    @precondition(lambda self: self.stored.versions)
    @rule(data=st.data())
    def restore(self, data):
        number = data.draw(st.integers(0, len(self.stored.versions) - 1))
        wanted = self.stored.versions[number].text
        before = Counter(self.saved)
        change = writing.restore(self.network, self.id, number)
        assert self.stored.text == wanted
        if change is not None:
            self.past.append(before)
        self._did(change)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        undo.undo(self.network)
        self.ahead.append(self.saved)
        self.saved = self.past.pop()

    @precondition(lambda self: self.ahead)
    @rule()
    def redo(self):
        undo.redo(self.network)
        self.past.append(self.saved)
        self.saved = self.ahead.pop()

    @invariant()
    def nothing_is_lost(self):
        """Every text that was saved is there as often as it was saved: as the text or among the versions."""
        there = Counter(text for text in (self.stored.text, *(v.text for v in self.stored.versions)) if text.strip())
        assert there == self.saved


TestRewriting = Rewriting.TestCase


# -- letters -----------------------------------------------------------------------------------------------------------


def test_a_letter_names_the_organisation_of_its_time(network, maria):
    exchange = add_exchange(network, maria, "received", "done", "2023-05", text="Calm.", role="Team lead")
    letter = letter_of(Index(network), exchange)
    assert (letter.organisation, letter.on, letter.draft) == ("Harbour Finch Ltd", day("2023-05"), False)
    later = letter_of(Index(network), add_exchange(network, maria, "given", "done", "2026-05", text="Calm."))
    assert later.organisation == ""


def test_only_texts_become_letters(network, maria):
    add_exchange(network, maria, "given", "asked")
    draft = add_exchange(network, maria, "given", "agreed", text="Begun.")
    assert [(each.id, each.draft) for each in letters(Index(network))] == [(draft.id, True)]


@given(TEXTS, st.integers(1, 60))
def test_first_words_are_one_line_of_bounded_length(text, limit):
    words = first_words(text, limit)
    assert len(words) <= max(limit, 1)
    assert "\n" not in words
    if len(" ".join(text.split())) <= limit:
        assert words == " ".join(text.split())
