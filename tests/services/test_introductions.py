"""Introductions from the first idea to the thanks: each step one change that undo takes back exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.connectors import Connector, connectors
from nettui.domain.dates import PartialDate
from nettui.domain.introductions import both_agreed, next_thing
from nettui.domain.records import ME_ID, Consent, Consenting, Exchange, ExchangeKind, Me, Met, Status
from nettui.errors import InvalidInput, NotFound
from nettui.services import exchanges, introductions, people
from nettui.services.describe import describe
from nettui.services.index import Index
from nettui.services.undo import undo
from nettui.services.views.introductions import introduction_row, next_words, sentence, state, told
from nettui.services.views.person import person_view
from tests.services.making import add_exchange, add_person, content, make_exchange

ASKED, AGREED, DECLINED = Consenting.ASKED, Consenting.AGREED, Consenting.DECLINED
TODAY = PartialDate(2026, 11, 23)


@pytest.fixture
def three(network):
    return [add_person(network, name) for name in ("Maria", "Georgi", "Ani")]


def mine(network, maria, georgi, **fields):
    return make_exchange(
        network, maria, "given", "offered", "2026-11-01", kind=ExchangeKind.INTRODUCTION, others=(georgi.id,), **fields
    )


def to_me(network, ani, georgi, status="offered", **fields):
    return make_exchange(
        network, ani, "received", status, "2026-11-01", kind=ExchangeKind.INTRODUCTION, others=(georgi.id,), **fields
    )


def begun(network, exchange):
    introductions.begin(network, exchange)
    return network.repository.exchanges[exchange.id]


def test_the_whole_way_of_an_introduction_i_make_and_back(network, three):
    maria, georgi, _ani = three
    exchange = mine(network, maria, georgi)
    steps = [
        lambda: introductions.begin(network, exchange),
        lambda: introductions.ask_side(network, exchange.id, maria.id),
        lambda: introductions.answer_side(network, exchange.id, maria.id, AGREED, PartialDate(2026, 11, 20)),
        lambda: introductions.ask_side(network, exchange.id, georgi.id),
        lambda: introductions.answer_side(network, exchange.id, georgi.id, AGREED, note="after the holidays"),
        lambda: introductions.introduce(network, exchange.id, note="by mail"),
        lambda: introductions.record_outcome(network, exchange.id, "a project together"),
    ]
    said, before = [], []
    for step in steps:
        before.append(content(network))
        change = step()
        assert change is not None
        said.append(describe(change))
    assert said == [
        "Began an introduction: Maria, Georgi",
        "Noted that you asked: Maria was asked",
        "Noted an answer: Maria agreed",
        "Noted that you asked: Georgi was asked",
        "Noted an answer: Georgi agreed",
        "Introduced: Maria, Georgi",
        "Noted what came of it: Maria, Georgi",
    ]
    stored = network.repository.exchanges[exchange.id]
    assert stored.consents == (
        Consent(person=maria.id, answer=AGREED, on=PartialDate(2026, 11, 20)),
        Consent(person=georgi.id, answer=AGREED, on=TODAY),
    )
    assert both_agreed(stored)
    assert (stored.status, stored.on, stored.steps[-1].note) == (Status.DONE, TODAY, "by mail")
    assert (stored.outcome, stored.told_on, stored.text) == ("a project together", TODAY, "after the holidays")
    assert next_thing(stored) is None
    for state_before in reversed(before):
        undo(network)
        assert content(network) == state_before


def test_what_somebody_else_did_is_told_and_thanked_for(network, three):
    _maria, georgi, ani = three
    exchange = begun(network, to_me(network, ani, georgi))
    introductions.answer_side(network, exchange.id, ME_ID, AGREED)
    introductions.answer_side(network, exchange.id, georgi.id, AGREED)
    introductions.introduce(network, exchange.id)
    introductions.record_outcome(network, exchange.id, "we met for lunch")
    assert network.repository.exchanges[exchange.id].told_on is None
    before = content(network)
    introductions.tell(network, exchange.id, thanked=True)
    stored = network.repository.exchanges[exchange.id]
    assert (stored.told_on, stored.status) == (TODAY, Status.THANKED)
    assert next_thing(stored) is None
    undo(network)
    assert content(network) == before
    introductions.tell(network, exchange.id, PartialDate(2026, 11))
    assert network.repository.exchanges[exchange.id].status is Status.DONE


def test_an_outcome_can_be_taken_back(network, three):
    maria, georgi, _ani = three
    exchange = begun(network, mine(network, maria, georgi))
    introductions.introduce(network, exchange.id)
    before = network.repository.exchanges[exchange.id]
    introductions.record_outcome(network, exchange.id, "lunch", PartialDate(2026, 11, 22))
    introductions.record_outcome(network, exchange.id, "lunch and a project")
    assert network.repository.exchanges[exchange.id].told_on == PartialDate(2026, 11, 22)
    introductions.record_outcome(network, exchange.id, " ")
    after = network.repository.exchanges[exchange.id]
    assert replace(after, changed=before.changed) == before


def test_a_side_that_was_not_asked_is_a_warning_and_no_refusal(network, three):
    maria, georgi, _ani = three
    exchange = begun(network, mine(network, maria, georgi))
    assert introductions.warning(network, exchange) == "Not asked yet: Maria, Georgi."
    introductions.answer_side(network, exchange.id, maria.id, AGREED)
    stored = network.repository.exchanges[exchange.id]
    assert introductions.warning(network, stored) == "Not asked yet: Georgi."
    introductions.introduce(network, exchange.id)
    assert introductions.warning(network, network.repository.exchanges[exchange.id]) == ""


def test_a_side_that_declined_closes_it(network, three):
    maria, georgi, _ani = three
    exchange = begun(network, mine(network, maria, georgi))
    introductions.answer_side(network, exchange.id, georgi.id, DECLINED)
    introductions.close(network, exchange.id)
    assert network.repository.exchanges[exchange.id].status is Status.DECLINED
    with pytest.raises(InvalidInput, match="cannot become done"):
        introductions.introduce(network, exchange.id)


def test_bad_input_gets_one_line_and_changes_nothing(network, three):
    maria, georgi, ani = three
    exchange = begun(network, mine(network, maria, georgi))
    introductions.ask_side(network, exchange.id, maria.id)
    advice = add_exchange(network, ani)
    alone = add_exchange(network, ani, "received", "asked", kind=ExchangeKind.INTRODUCTION)
    before = content(network)
    ahead = PartialDate(2026, 11, 24)
    for wrong, says in [
        (lambda: introductions.ask_side(network, exchange.id, maria.id), "Maria was asked already."),
        (lambda: introductions.ask_side(network, exchange.id, ani.id), "Ani is no side of this introduction."),
        (lambda: introductions.answer_side(network, exchange.id, ME_ID, AGREED), "You are no side"),
        (lambda: introductions.answer_side(network, exchange.id, georgi.id, AGREED, ahead), "still to come"),
        (lambda: introductions.introduce(network, exchange.id, ahead), "still to come"),
        (lambda: introductions.introduce(network, alone.id), "Nobody is named at the other side"),
        (lambda: introductions.record_outcome(network, exchange.id, "x"), "not introduced yet"),
        (lambda: introductions.tell(network, exchange.id), "not introduced yet"),
        (lambda: introductions.note_met(network, exchange.id), "You met nobody"),
        (lambda: introductions.tell(network, advice.id), "This is no introduction."),
        (lambda: introductions.begin(network, replace(exchange, others=())), "only one is named"),
        (lambda: introductions.begin(network, replace(exchange, others=(maria.id,))), "twice"),
        (lambda: introductions.edit(network, replace(exchange, told_on=ahead)), "still to come"),
        (
            lambda: introductions.begin(network, replace(exchange, consents=(Consent(person=ani.id, answer=AGREED),))),
            "Ani is no side",
        ),
    ]:
        with pytest.raises(InvalidInput, match=says) as caught:
            wrong()
        assert "\n" not in str(caught.value)
        assert content(network) == before
    with pytest.raises(NotFound):
        introductions.begin(network, replace(exchange, others=("999",)))
    with pytest.raises(NotFound):
        introductions.introduce(network, "999")
    assert content(network) == before


def test_an_edit_drops_the_answers_of_those_who_are_no_side_any_more(network, three):
    maria, georgi, ani = three
    exchange = begun(network, mine(network, maria, georgi))
    introductions.answer_side(network, exchange.id, georgi.id, AGREED)
    introductions.answer_side(network, exchange.id, maria.id, AGREED)
    stored = network.repository.exchanges[exchange.id]
    introductions.edit(network, replace(stored, others=(ani.id,)))
    assert [each.person for each in network.repository.exchanges[exchange.id].consents] == [maria.id]


def test_whom_i_met_through_it_is_noted_with_the_date_where_none_is_known(network, three):
    maria, georgi, ani = three
    exchange = begun(network, to_me(network, ani, georgi))
    introductions.introduce(network, exchange.id)
    before = content(network)
    introductions.note_met(network, exchange.id)
    assert network.repository.people[georgi.id].met == Met(on=TODAY, by=ani.id)
    assert connectors(network.repository.people.values()) == [Connector(person=ani.id, introduced=(georgi.id,))]
    undo(network)
    assert content(network) == before
    people.edit(network, replace(georgi, met=Met(on=PartialDate(2019), how="a fair", by=maria.id)))
    introductions.note_met(network, exchange.id)
    assert network.repository.people[georgi.id].met == Met(on=PartialDate(2019), how="a fair", by=ani.id)


def test_the_day_noted_is_that_of_the_step_that_holds(network, three):
    _maria, georgi, ani = three
    exchange = begun(network, to_me(network, ani, georgi))
    introductions.introduce(network, exchange.id, PartialDate(2026, 11, 5))
    exchanges.back(network, exchange.id)
    introductions.introduce(network, exchange.id, PartialDate(2026, 11, 9))
    introductions.note_met(network, exchange.id)
    assert network.repository.people[georgi.id].met.on == PartialDate(2026, 11, 9)


def test_who_was_introduced_to_somebody_else_is_not_said_to_be_introduced_to_me(network, three):
    """Of two whom Ani brought together one is deleted: the favour stays, and claims nothing that was not so."""
    maria, georgi, ani = three
    between = begun(
        network,
        make_exchange(network, ani, "received", "done", kind=ExchangeKind.INTRODUCTION, others=(maria.id, georgi.id)),
    )
    introductions.answer_side(network, between.id, maria.id, AGREED)
    before = content(network)
    people.remove(network, maria.id, cascade=True)
    kept = network.repository.exchanges[between.id]
    assert (kept.kind, kept.others, kept.consents) == (ExchangeKind.OTHER, (georgi.id,), ())
    assert kept.subject == "brought two people together"
    undo(network)
    assert content(network) == before


def test_my_introduction_without_one_side_waits_for_a_name(network, three):
    maria, georgi, _ani = three
    exchange = begun(network, mine(network, maria, georgi))
    introductions.answer_side(network, exchange.id, georgi.id, AGREED)
    people.remove(network, georgi.id, cascade=True)
    index = Index(network)
    row = introduction_row(index, network.repository.exchanges[exchange.id])
    assert row is not None
    assert sentence(row) == "you introduce Maria and somebody"
    assert next_words(row) == "Write down whom it brings together."


def lines(network, person):
    view = person_view(Index(network), person)
    return [(row.text, row.state) for row in view.register]


def test_it_is_on_the_registers_of_all_three_from_each_ones_view(network, three):
    maria, georgi, ani = three
    begun(network, mine(network, maria, georgi, subject="data work"))
    assert lines(network, maria) == [("you introduce Georgi and Maria: data work", "not asked")]
    assert lines(network, georgi) == [("you introduce Maria and Georgi: data work", "not asked")]
    theirs = begun(network, to_me(network, ani, georgi))
    introductions.introduce(network, theirs.id)
    assert lines(network, ani) == [("Ani introduced you to Georgi", "done")]
    assert ("Ani introduced you to Georgi", "done") in lines(network, georgi)
    both = make_exchange(
        network, ani, "received", "asked", kind=ExchangeKind.INTRODUCTION, others=(maria.id, georgi.id)
    )
    begun(network, both)
    for person, said in (
        (ani, "Ani introduces Maria and Georgi"),
        (georgi, "Ani introduces Maria and Georgi"),
        (maria, "Ani introduces Georgi and Maria"),
    ):
        assert (said, "not asked") in lines(network, person)


def test_the_words_of_each_state(network, three):
    _maria, georgi, ani = three
    network.save([Me(id=ME_ID, name="Nevena")], action="me.edit")
    exchange = begun(network, to_me(network, ani, georgi))

    def now() -> tuple[str, str, str]:
        row = introduction_row(Index(network), network.repository.exchanges[exchange.id])
        assert row is not None
        return state(row), next_words(row), told(row, network.today)

    found = [now()]
    for step in (
        lambda: introductions.answer_side(network, exchange.id, ME_ID, AGREED),
        lambda: introductions.ask_side(network, exchange.id, georgi.id),
        lambda: introductions.answer_side(network, exchange.id, georgi.id, AGREED),
        lambda: introductions.introduce(network, exchange.id),
        lambda: introductions.record_outcome(network, exchange.id, "lunch"),
        lambda: introductions.tell(network, exchange.id),
    ):
        step()
        found.append(now())
    assert found == [
        ("waiting for you", "Tell Ani whether you would like it.", ""),
        ("Georgi not asked", "Ani asks Georgi first.", ""),
        ("waiting for Georgi", "Georgi was asked: wait for the answer.", ""),
        ("both agreed", "All agreed: Ani introduces you.", ""),
        ("done", "Write down what came of it.", "Ani was not told yet"),
        ("done", "Tell Ani what came of it.", "Ani was not told yet"),
        ("done", "Thank Ani.", "Ani knows, since 23 Nov"),
    ]


def test_another_exchange_has_no_three_parties(network, three):
    advice = add_exchange(network, three[0])
    assert isinstance(advice, Exchange)
    assert introduction_row(Index(network), advice) is None
