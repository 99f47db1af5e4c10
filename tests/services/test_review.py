"""The weekly review: what it asks, answering with the deed in one change, and what settles itself elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nettui.bootstrap import open_network
from nettui.domain.dates import Moment
from nettui.domain.records import Channel, Entry, Level, Promise, ReviewAnswer, ReviewStep, Status, Topic, Whose
from nettui.domain.review import ANSWERS, MOST
from nettui.errors import InvalidInput, NettuiError, NotFound
from nettui.services import exchanges, people, promises, review, snoozes
from nettui.services.capture.index import NetworkPeople
from nettui.services.capture.parse import parse
from nettui.services.clock import FixedClock
from nettui.services.describe import describe
from nettui.services.index import Index
from nettui.services.log import log
from nettui.services.network import Network
from nettui.services.undo import undo
from nettui.services.views.review import answer_word, review_view
from tests import strategies
from tests.conftest import NOW
from tests.readside.changing import filled
from tests.services.making import add_exchange, add_person, add_promise, content
from tests.services.making import log as log_entry

MET, THANK, PROMISED, DRIFTING, DORMANT = ReviewStep
THANKED, KEPT, LATER, NEVER = ReviewAnswer.THANKED, ReviewAnswer.KEPT, ReviewAnswer.LATER, ReviewAnswer.NEVER


@pytest.fixture
def made(network):
    """Something for each step: Ana was met, Boris thanked, Vera promised something, Gergana drifts, Dimo is silent."""
    ana, boris, vera = (add_person(network, name) for name in ("Ana", "Boris", "Vera"))
    gergana = add_person(network, "Gergana", cadence_days=30)
    dimo = add_person(network, "Dimo", level=Level.SENIOR)
    log_entry(network, "2026-11-20", "the thesis", ana)
    log_entry(network, "2026-09-01", "lunch", gergana)
    log_entry(network, "2020-03-01", "one", dimo)
    log_entry(network, "2020-05-01", "two", dimo)
    thanks = add_exchange(network, boris, status="done", on="2026-11-01")
    promise = add_promise(network, "the slides", vera)
    return {"ana": ana, "boris": thanks, "vera": promise, "gergana": gergana, "dimo": dimo}


def asked(network, days=0):
    """(step, id, whether it waits) of each line, ``days`` from now."""
    index = Index(Network(network.repository, FixedClock(NOW + timedelta(days=days))))
    return [(line.item.step, line.item.about, line.open) for line in review_view(index).lines]


def item_of(network, step, days=0):
    index = Index(Network(network.repository, FixedClock(NOW + timedelta(days=days))))
    return next(line.item for line in review_view(index).lines if line.item.step is step)


def give(network, step, given, **more):
    index = Index(network)
    return review.answer(network, review.present(index), item_of(network, step), given, **more)


def test_each_step_asks_for_its_own(network, made):
    assert asked(network) == [
        (MET, made["ana"].id, True),
        (THANK, made["boris"].id, True),
        (PROMISED, made["vera"].id, True),
        (DRIFTING, made["gergana"].id, True),
        (DORMANT, made["dimo"].id, True),
    ]
    lines = review_view(Index(network)).lines
    assert [line.person and line.person.name for line in lines] == ["Ana", "Boris", "Vera", "Gergana", "Dimo"]
    assert [line.reason for line in lines] == [
        "coffee 3 days ago: a promise, a thank-you?",
        "recommendation, 3 weeks ago",
        "no date set",
        "last spoke 2 months ago, every 30 days",
        "last spoke 6 years ago; senior to you, and worth a hello",
    ]


def test_looking_at_it_stores_nothing(network, made):
    before = content(network)
    review_view(Index(network))
    assert content(network) == before


def test_an_answer_and_its_deed_are_one_change_and_undo_brings_the_item_back(network, made):
    before = content(network)
    change = give(network, THANK, THANKED)
    assert {edit.id for edit in change.edits} == {made["boris"].id, "20261123"}
    assert network.repository.exchanges[made["boris"].id].status is Status.THANKED
    assert (THANK, made["boris"].id, False) in asked(network)
    undo(network)
    assert content(network) == before
    assert (THANK, made["boris"].id, True) in asked(network)


def test_kept_closes_the_promise_today(network, made):
    give(network, PROMISED, KEPT)
    assert network.repository.promises[made["vera"].id].done_on == network.today


def test_kept_of_a_favour_that_i_agreed_to_is_done(network, made):
    promises.done(network, made["vera"].id)
    agreed = add_exchange(network, made["ana"], "given", "agreed", on="2026-11-10")
    assert item_of(network, PROMISED).about == agreed.id
    change = give(network, PROMISED, KEPT)
    assert (change.action, change.detail) == ("review.done", "Ana")
    assert network.repository.exchanges[agreed.id].status is Status.DONE


@pytest.mark.parametrize(
    ("step", "topic"),
    [(THANK, Topic.THANK), (PROMISED, Topic.PROMISE), (DRIFTING, Topic.WRITE), (DORMANT, Topic.HELLO)],
)
def test_later_and_never_put_off(network, made, step, topic):
    about = item_of(network, step).about
    before = content(network)
    give(network, step, LATER, days=14)
    assert [(s.topic, s.about, s.until) for s in network.repository.snoozes.values()] == [
        (topic, about, network.today + timedelta(days=14))
    ]
    undo(network)
    assert content(network) == before
    give(network, step, NEVER)
    assert [(s.topic, s.until) for s in network.repository.snoozes.values()] == [(topic, None)]
    assert (step, about) not in [(s, i) for s, i, _open in asked(network, days=7)]


def test_whom_i_met_and_left_for_later_is_asked_once_more_next_week(network, made):
    give(network, MET, LATER)
    assert dict(network.repository.snoozes) == {}
    assert (MET, made["ana"].id, True) in asked(network, days=7)
    give(network, MET, NEVER)
    assert (MET, made["ana"].id) not in [(s, i) for s, i, _open in asked(network, days=7)]


def test_a_meeting_of_months_ago_is_nothing_of_this_week(network, made):
    give(network, MET, LATER)
    assert (MET, made["ana"].id) in [(s, i) for s, i, _open in asked(network, days=28)]
    assert MET not in [s for s, _i, _open in asked(network, days=35)]


def test_nothing_to_note_is_not_said_as_never_again(network, made):
    assert describe(give(network, MET, NEVER)) == "Nothing to note: Ana"
    assert describe(give(network, THANK, NEVER)) == "Will not be asked again: Boris"


def test_whom_i_met_is_not_asked_about_where_something_was_noted(network, made):
    add_promise(network, "an introduction", made["ana"])
    assert MET not in [step for step, _id, _open in asked(network)]


def test_only_contacts_of_the_last_seven_days_count_as_met(network):
    eva, filip, hana = (add_person(network, name) for name in ("Eva", "Filip", "Hana"))
    log_entry(network, "2026-11-17", "lunch", eva)
    log_entry(network, "2026-11-16", "lunch", filip)
    log_entry(network, "2026-11-22", "thought of her", hana, channel=Channel.NOTE)
    assert asked(network) == [(MET, eva.id, True)]


def test_a_log_with_the_person_answers_in_the_same_change(network, made):
    item = item_of(network, DRIFTING)
    shown = review.present(Index(network))
    before = content(network)

    def write(text):
        understood = parse(text, people=NetworkPeople(network), now=NOW)
        return log(network, understood, also=lambda e: review.recorded_with(network, shown, item, e)).change

    write("coffee with Ana")
    assert (DRIFTING, item.about, True) in asked(network)
    undo(network)
    change = write("coffee with Gergana")
    assert change.action == "entry.log"
    line = next(line for line in review_view(Index(network)).lines if line.item.step is DRIFTING)
    assert line.item.answer is ReviewAnswer.LOGGED
    assert answer_word(line) == "logged"
    undo(network)
    assert content(network) == before


def test_what_is_settled_elsewhere_counts_as_answered(network, made):
    give(network, MET, NEVER)
    exchanges.move(network, made["boris"].id)
    promises.remove(network, made["vera"].id)
    people.remove(network, made["dimo"].id, cascade=True)
    snoozes.never(network, Topic.WRITE, made["gergana"].id)
    view = review_view(Index(network))
    assert view.open == []
    assert [answer_word(line) for line in view.lines] == [
        "nothing to note",
        "settled elsewhere",
        "no longer there",
        "settled elsewhere",
        "no longer there",
    ]


def test_a_contact_elsewhere_settles_who_drifts(network, made):
    give(network, MET, NEVER)
    log_entry(network, "2026-11-23", "found time", made["gergana"])
    assert (DRIFTING, made["gergana"].id, False) in asked(network)


def test_what_was_begun_stays_when_something_new_comes(network, made):
    give(network, MET, NEVER)
    shown = [about for _step, about, _open in asked(network)]
    add_exchange(network, made["ana"], status="done", on="2026-11-02")
    assert [about for _step, about, _open in asked(network)] == shown


def test_on_monday_a_new_one_begins(network, made):
    give(network, MET, NEVER)
    assert review_view(Index(network)).upcoming == network.today + timedelta(days=7)
    assert (MET, made["ana"].id, False) in asked(network, days=6)
    following = asked(network, days=7)
    assert all(is_open for _step, _id, is_open in following)
    assert (THANK, made["boris"].id, True) in following


def test_answers_that_do_not_fit_are_refused_and_change_nothing(network, made):
    before = content(network)
    for step, given_answer in ((MET, THANKED), (THANK, KEPT), (DRIFTING, ReviewAnswer.LOGGED)):
        with pytest.raises(InvalidInput):
            give(network, step, given_answer)
    item, shown = item_of(network, THANK), review.present(Index(network))
    exchanges.move(network, made["boris"].id)
    with pytest.raises(NotFound):
        review.answer(network, shown, item, THANKED)
    undo(network)
    assert content(network) == before


def test_two_terminals_answer_one_review(network, made):
    shown = review.present(Index(network))
    review.answer(network, shown, shown.items[0], NEVER)
    review.answer(network, shown, shown.items[1], THANKED)  # of a screen that has not seen the other answer
    stored = review.stored(Index(network))
    assert stored is not None
    assert [each.answer for each in stored.items] == [NEVER, THANKED, None, None, None]


def test_it_goes_on_after_a_restart(tmp_path):
    path, clock = tmp_path / "network.json", FixedClock(NOW)
    with open_network(path, clock=clock) as network:
        maria = add_person(network, "Maria")
        thanks = add_exchange(network, maria, status="done", on="2026-11-20")
        add_promise(network, "the slides", maria)
        shown = review.present(Index(network))
        review.answer(network, shown, shown.items[0], THANKED)
    with open_network(path, clock=FixedClock(NOW + timedelta(days=2))) as network:
        view = review_view(Index(network))
        assert [(line.item.about == thanks.id, line.item.answer) for line in view.lines] == [
            (True, THANKED),
            (False, None),
        ]
        undo(network)
        assert [line.item.answer for line in review_view(Index(network)).lines] == [None, None]


@settings(max_examples=60)
@given(st.data(), strategies.networks(max_entries=12))
def test_any_review_is_short_gives_reasons_keeps_answers_and_undoes_exactly(data, records):
    network = filled(records)
    index = Index(network)
    lines = review_view(index).lines
    assert len(lines) <= MOST
    assert all(line.reason for line in lines)
    assert all(line.open for line in lines)
    answered: dict[str, ReviewAnswer] = {}
    for _turn in range(data.draw(st.integers(0, 4))):
        waiting = review_view(index).open
        if not waiting:
            break
        line = data.draw(st.sampled_from(waiting))
        given_answer = data.draw(st.sampled_from(sorted(ANSWERS[line.item.step] - {ReviewAnswer.LOGGED})))
        before = content(network)
        try:
            change = review.answer(network, review.present(index), line.item, given_answer)
        except NettuiError:
            assert content(network) == before
            continue
        assert change is not None
        if data.draw(st.booleans()):
            index.apply(change)
            index.apply(undo(network))
            assert content(network) == before
            assert line.key in {each.key for each in review_view(index).open}
            continue
        index.apply(change)
        answered[line.key] = given_answer
        for again in (review_view(index), review_view(Index(network))):
            assert {each.key: each.item.answer for each in again.lines if each.item.answer} == answered
            assert len(again.lines) <= MOST


def test_a_promise_to_nobody_has_no_person(network):
    promises.add(network, Promise(id=network.clock.new_id(), text="write the talk", whose=Whose.MINE))
    (line,) = review_view(Index(network)).lines
    assert (line.person, line.subject) == (None, "write the talk")
    assert give(network, PROMISED, KEPT).detail == "write the talk"


def test_archived_people_are_not_asked_about(network, made):
    people.edit(network, replace(made["ana"], archived=True))
    people.edit(network, replace(made["gergana"], archived=True))
    people.edit(network, replace(made["dimo"], archived=True))
    assert [step for step, _id, _open in asked(network)] == [THANK, PROMISED]


def test_an_appointment_is_no_meeting_yet(network, made):
    later = add_person(network, "Zlatka")
    entry = Entry(id=network.clock.new_id(), at=Moment.parse("2026-11-26"), channel=Channel.COFFEE, people=(later.id,))
    network.save([entry], action="t")
    assert later.id not in [about for _step, about, _open in asked(network)]
