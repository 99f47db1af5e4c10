"""The ledger's and the review's use-cases in any order, with deletions, undo and redo between: no page breaks on it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from nettui.domain.dates import PartialDate
from nettui.domain.introductions import is_introduction, sides
from nettui.domain.putting_off import TABLE_OF_TOPIC
from nettui.domain.records import Consenting, ExchangeKind, Level, ReviewAnswer, Topic
from nettui.domain.review import ANSWERS
from nettui.errors import InvalidInput, NotFound
from nettui.services import exchanges, introductions, people, review, snoozes
from nettui.services.desk import writing
from nettui.services.desk.rows import recommendations
from nettui.services.index import Index
from nettui.services.sorting.answers import set_industry, set_level
from nettui.services.views.introductions import introduction_row, next_words, sentence, state
from nettui.services.views.person import person_view
from nettui.services.views.review import review_view
from nettui.services.views.today import today_view
from tests.services.making import make_exchange
from tests.services.test_undo import UndoMachine

REFUSED = (InvalidInput, NotFound)


class GiveAndTakeMachine(UndoMachine):
    """What :class:`UndoMachine` does, and introductions, recommendations, what is put off, the review and sorting."""

    def index(self):
        return Index(self.network)

    def attempt(self, deed):
        with suppress(*REFUSED):
            deed()
        self.did()

    def introduction(self, data):
        found = sorted(i for i, e in self.network.repository.exchanges.items() if is_introduction(e))
        return self.network.repository.exchanges[data.draw(st.sampled_from(found))]

    @precondition(lambda self: len(self.network.repository.people) > 1)
    @rule(data=st.data(), way=st.sampled_from([("given", "offered"), ("received", "asked"), ("given", "asked")]))
    def bring_together(self, data, way):
        known = sorted(self.network.repository.people)
        who, *others = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
        made = make_exchange(
            self.network,
            self.network.repository.people[who],
            *way,
            kind=ExchangeKind.INTRODUCTION,
            others=tuple(others),
        )
        self.attempt(lambda: introductions.begin(self.network, made))

    @precondition(lambda self: any(map(is_introduction, self.network.repository.exchanges.values())))
    @rule(
        data=st.data(),
        what=st.sampled_from(["ask", "agreed", "declined", "introduce", "close", "outcome", "tell", "met"]),
    )
    def walk_introduction(self, data, what):
        exchange = self.introduction(data)
        side = data.draw(st.sampled_from(sides(exchange)))
        deeds = {
            "ask": lambda: introductions.ask_side(self.network, exchange.id, side),
            "agreed": lambda: introductions.answer_side(self.network, exchange.id, side, Consenting.AGREED),
            "declined": lambda: introductions.answer_side(self.network, exchange.id, side, Consenting.DECLINED),
            "introduce": lambda: introductions.introduce(self.network, exchange.id),
            "close": lambda: introductions.close(self.network, exchange.id),
            "outcome": lambda: introductions.record_outcome(self.network, exchange.id, "a project"),
            "tell": lambda: introductions.tell(self.network, exchange.id),
            "met": lambda: introductions.note_met(self.network, exchange.id),
        }
        self.attempt(deeds[what])

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data(), text=st.sampled_from(["", "First words.", "Other words."]))
    def write_recommendation(self, data, text):
        person = self.pick(data, "people")
        draft = writing.draft_for(self.index(), person)
        new = writing.begin(self.network, person) if draft is None else None
        exchange = draft or new
        assert exchange is not None
        self.attempt(lambda: writing.write(self.network, exchange.id, text, new=new))

    @precondition(lambda self: self.network.repository.exchanges)
    @rule(data=st.data(), number=st.integers(0, 2))
    def restore_text(self, data, number):
        self.attempt(lambda: writing.restore(self.network, self.pick(data, "exchanges"), number))

    @precondition(lambda self: self.network.repository.exchanges)
    @rule(data=st.data(), place=st.integers(0, 3), on=st.sampled_from([None, PartialDate(2026), PartialDate(2025, 12)]))
    def correct_step(self, data, place, on):
        exchange = self.pick(data, "exchanges")
        self.attempt(lambda: exchanges.correct_step(self.network, exchange, place, on=on, note="put right"))

    @rule(data=st.data(), topic=st.sampled_from(list(Topic)), days=st.sampled_from([3, 7, 14, None]))
    def put_off(self, data, topic, days):
        table = TABLE_OF_TOPIC[topic].value
        if not getattr(self.network.repository, table):
            return
        about = self.pick(data, table)
        if days is None:
            self.attempt(lambda: snoozes.never(self.network, topic, about))
        else:
            self.attempt(lambda: snoozes.later(self.network, topic, about, days))

    @rule(data=st.data())
    def ask_again(self, data):
        found = snoozes.listed(self.index())
        if found:
            chosen = data.draw(st.sampled_from(found))
            self.attempt(lambda: snoozes.again(self.network, chosen.topic, chosen.about))

    @rule(data=st.data())
    def answer_review(self, data):
        present = review.present(self.index())
        if present.items:
            item = data.draw(st.sampled_from(present.items))
            given = data.draw(st.sampled_from(sorted(ANSWERS[item.step] - {ReviewAnswer.LOGGED})))
            self.attempt(lambda: review.answer(self.network, present, item, given))

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data(), level=st.sampled_from([None, *Level]), industry=st.sampled_from(["", "Logistics"]))
    def sort_out(self, data, level, industry):
        person = self.pick(data, "people")
        self.attempt(lambda: set_level(self.network, person, level))
        self.attempt(lambda: set_industry(self.network, person, industry))

    @precondition(lambda self: self.network.repository.people)
    @rule(data=st.data())
    def need_something(self, data):
        person = self.some_person(data)
        self.attempt(lambda: people.edit(self.network, replace(person, needs=("advice",), cadence_days=7)))

    @invariant()
    def what_is_put_off_is_there(self):
        for snooze in self.network.repository.snoozes.values():
            assert snooze.about in getattr(self.network.repository, TABLE_OF_TOPIC[snooze.topic].value)

    @invariant()
    def every_page_can_be_drawn(self):
        index = self.index()
        today = today_view(index)
        for lines in (today.to_thank, today.asked_of_me, today.offers_open, today.asks_in_the_air, today.due):
            assert list(lines) is not None
        assert all(line.item.about for line in review_view(index).lines)
        assert all(row.person.name for row in recommendations(index))
        for person in self.network.repository.people.values():
            assert person_view(index, person).person == person
        for exchange in self.network.repository.exchanges.values():
            if row := introduction_row(index, exchange):
                assert sentence(row)
                assert state(row)
                next_words(row)


GiveAndTakeMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestGiveAndTakeMachine = GiveAndTakeMachine.TestCase
