"""Saving a line: all records in one change, or none; and the JSON form."""

from __future__ import annotations

import json

import pytest

from nettui.domain.change import Table
from nettui.domain.dates import Moment, PartialDate
from nettui.domain.records import Channel, Direction, ExchangeKind, Status, Whose
from nettui.errors import InvalidInput, StoreError
from nettui.services.capture.as_json import as_json
from nettui.services.capture.parse import understand
from nettui.services.capture.problems import sentence
from nettui.services.capture.understood import Problem
from nettui.services.log import log
from tests.capture.invented import invented_network


@pytest.fixture
def invented():
    return invented_network()


def logged(network, line, **choices):
    return log(network, understand(network, line), choices=choices)


LINE = 'вчера: кафе с Мария и +"Нора Линд" за Тодор #phd. обещах: да пратя CV до петък. помолих: препоръка до 1 дек'


def test_a_line_is_saved_as_one_change(invented):
    before = len(invented.repository.changes())
    saved = logged(invented, LINE)

    assert [change.action for change in invented.repository.changes()[before:]] == ["entry.log"]
    assert saved.change.detail.startswith("вчера: кафе с Мария")
    assert sorted(edit.table for edit in saved.change.edits) == sorted(
        [Table.PEOPLE, Table.ENTRIES, Table.PROMISES, Table.EXCHANGES]
    )


def test_the_records_say_what_was_understood(invented):
    saved = logged(invented, LINE)
    (nora,) = saved.people
    (promise,) = saved.promises
    (exchange,) = saved.exchanges

    assert nora.name == "Нора Линд"
    assert saved.entry.at == Moment.parse("2026-11-22")
    assert saved.entry.channel is Channel.COFFEE
    assert saved.entry.text == "кафе с Мария и Нора Линд за Тодор #phd."
    assert saved.entry.people == ("101", nora.id)
    assert saved.entry.mentions == ("119",)
    assert saved.entry.tags == ("phd",)
    assert (promise.text, promise.whose, promise.person) == ("да пратя CV", Whose.MINE, "101")
    assert (promise.due, promise.entry) == (PartialDate.parse("2026-11-27"), saved.entry.id)
    assert (exchange.kind, exchange.direction) == (ExchangeKind.RECOMMENDATION, Direction.RECEIVED)
    assert [(step.status, str(step.on)) for step in exchange.steps] == [(Status.ASKED, "2026-11-22")]
    assert (exchange.person, str(exchange.due), exchange.entry) == ("101", "2026-12-01", saved.entry.id)


def test_what_is_returned_is_what_is_stored(invented):
    saved = logged(invented, LINE)
    repository = invented.repository

    assert repository.entries[saved.entry.id] == saved.entry
    assert repository.people[saved.people[0].id] == saved.people[0]
    assert repository.promises[saved.promises[0].id] == saved.promises[0]
    assert repository.exchanges[saved.exchanges[0].id] == saved.exchanges[0]


def test_a_new_person_is_known_to_the_next_line(invented):
    nora = logged(invented, 'met +"Нора Линд"').people[0]

    assert [ref.id for ref in understand(invented, "coffee with Nora").people] == [nora.id]


def test_one_new_person_named_twice_is_made_once(invented):
    saved = logged(invented, 'met +"Nora Lind" and +"Nora Lind". promised: Nora a map. gave: Nora advice')

    (nora,) = saved.people
    assert saved.promises[0].person == saved.exchanges[0].person == nora.id


def test_a_tie_is_asked_and_nothing_is_saved(invented):
    before = invented.repository.changes()
    saved = logged(invented, 'lunch with Ivan and +"Nora Lind"')

    assert saved.change is None
    assert saved.entry is None
    assert [(ask.text, [one.name for one in ask.candidates]) for ask in saved.ask] == [
        ("Ivan", ["Иван Георгиев", "Ivan Kolev"])
    ]
    assert invented.repository.changes() == before


def test_a_choice_answers_what_was_asked(invented):
    assert logged(invented, "lunch with Ivan", Ivan="103").entry.people == ("103",)


def test_a_wrong_choice_leaves_the_question(invented):
    assert logged(invented, "lunch with Ivan", Ivan="101").ask


@pytest.mark.parametrize("line", ["", "  \n ", "вчера:", "yesterday: "])
def test_nothing_to_log_is_refused(line, invented):
    with pytest.raises(InvalidInput, match="nothing to log"):
        logged(invented, line)


def test_a_failed_save_changes_nothing(invented, monkeypatch):
    def full(*args, **kwargs):
        raise StoreError("The disk is full.")

    understood = understand(invented, LINE)
    people = dict(invented.repository.people)
    monkeypatch.setattr(invented.repository, "commit", full)

    with pytest.raises(StoreError):
        log(invented, understood)
    assert invented.repository.people == people


def test_json_of_a_saved_line(invented):
    understood = understand(invented, LINE)
    saved = log(invented, understood)
    nora = saved.people[0].id
    assert saved.entry

    assert json.loads(json.dumps(as_json(understood, saved))) == {
        "saved": True,
        "entry": {
            "id": saved.entry.id,
            "at": "2026-11-22",
            "channel": "coffee",
            "text": "кафе с Мария и Нора Линд за Тодор #phd.",
            "tags": ["phd"],
        },
        "people": [
            {"id": "101", "name": "Мария Петрова", "new": False},
            {"id": nora, "name": "Нора Линд", "new": True},
        ],
        "mentions": [{"id": "119", "name": "Тодор Ангелов", "new": False}],
        "promises": [
            {
                "text": "да пратя CV",
                "whose": "mine",
                "due": "2026-11-27",
                "person": {"id": "101", "name": "Мария Петрова"},
            }
        ],
        "exchanges": [
            {
                "kind": "recommendation",
                "direction": "received",
                "status": "asked",
                "person": {"id": "101", "name": "Мария Петрова"},
                "due": "2026-12-01",
            }
        ],
        "ask": [],
    }


def test_json_of_a_line_that_asks(invented):
    shown = as_json(understand(invented, "call with Ivan. promised: a map"))

    assert shown["saved"] is False
    assert shown["entry"] == {
        "id": None, "at": "2026-11-23T10:00", "channel": "call", "text": "call with Ivan.", "tags": []
    }  # fmt: skip
    assert shown["people"] == []
    assert shown["promises"] == [{"text": "a map", "whose": "mine", "due": None, "person": None}]
    assert shown["ask"] == [
        {"text": "Ivan", "candidates": [{"id": "102", "name": "Иван Георгиев"}, {"id": "103", "name": "Ivan Kolev"}]}
    ]


@pytest.mark.parametrize("problem", Problem)
def test_each_problem_has_a_sentence_safe_to_show(problem):
    shown = sentence(problem, "{x} \x1b[31mred")

    assert "{x} ␛[31mred" in shown
