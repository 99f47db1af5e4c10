from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.dates import PartialDate
from nettui.domain.records import ExchangeKind, Status, Step
from nettui.errors import InvalidInput, NotFound
from nettui.services import entries, exchanges
from nettui.services.describe import describe
from nettui.services.undo import undo
from tests.services.making import add_exchange, add_person, content, log, make_exchange


@pytest.fixture
def maria(network):
    return add_person(network, "Maria")


def stored(network, exchange):
    return network.repository.exchanges[exchange.id]


def test_moving_on_takes_today_and_the_usual_status(network, maria):
    exchange = add_exchange(network, maria, on="2026-11-01")
    for expected in (Status.AGREED, Status.DONE, Status.THANKED):
        change = exchanges.move(network, exchange.id)
        assert change is not None
        assert (change.action, change.detail) == ("exchange.move", "Maria")
        assert stored(network, exchange).steps[-1] == Step(status=expected, on=PartialDate(2026, 11, 23))
    with pytest.raises(InvalidInput, match="nothing comes after"):
        exchanges.move(network, exchange.id)


def test_a_date_and_a_note_may_be_given(network, maria):
    exchange = add_exchange(network, maria)
    exchanges.move(network, exchange.id, Status.DECLINED, on=PartialDate(2026, 10), note="no time")
    assert stored(network, exchange).steps[-1] == Step(status=Status.DECLINED, on=PartialDate(2026, 10), note="no time")


@pytest.mark.parametrize("day", [PartialDate(2026, 11, 24), PartialDate(2026, 12), PartialDate(2027)])
def test_a_step_cannot_lie_in_the_future(network, maria, day):
    exchange = add_exchange(network, maria)
    with pytest.raises(InvalidInput, match="is still to come"):
        exchanges.move(network, exchange.id, on=day)
    assert stored(network, exchange) == exchange


def test_this_month_and_this_year_are_not_the_future(network, maria):
    for day in (PartialDate(2026, 11), PartialDate(2026)):
        exchange = add_exchange(network, maria)
        exchanges.move(network, exchange.id, on=day)
        assert stored(network, exchange).on == day


def test_a_step_back_keeps_what_was_said(network, maria):
    exchange = add_exchange(network, maria, on="2026-11-01")
    exchanges.move(network, exchange.id, Status.DONE, note="by mail")
    exchanges.back(network, exchange.id)
    back = stored(network, exchange)
    assert (back.status, back.on) == (Status.ASKED, PartialDate(2026, 11, 1))
    assert "by mail" in [step.note for step in back.steps]
    with pytest.raises(InvalidInput, match="began as asked"):
        exchanges.back(network, exchange.id)


def test_undo_restores_an_exchange_exactly(network, maria):
    exchange = add_exchange(network, maria)
    exchanges.move(network, exchange.id)
    undo(network)
    assert stored(network, exchange) == exchange


@pytest.mark.parametrize("status", ["asked", "offered", "agreed", "done"])
def test_where_an_exchange_may_begin(network, maria, status):
    assert add_exchange(network, maria, status=status, on="2019").status == status


@pytest.mark.parametrize("status", ["thanked", "declined", "lapsed"])
def test_where_it_may_not(network, maria, status):
    with pytest.raises(InvalidInput, match=f"cannot begin as {status}. Possible: asked, offered, agreed, done"):
        add_exchange(network, maria, status=status)


def test_steps_that_do_not_follow_are_refused(network, maria):
    steps = (Step(status=Status.ASKED), Step(status=Status.THANKED))
    with pytest.raises(InvalidInput, match="asked cannot become thanked"):
        exchanges.record(network, make_exchange(network, maria, steps=steps))
    good = (Step(status=Status.ASKED), Step(status=Status.DONE), Step(status=Status.ASKED), Step(status=Status.LAPSED))
    exchanges.record(network, make_exchange(network, maria, steps=good))


def test_links_must_lead_somewhere(network, maria):
    ani = add_person(network, "Ani")
    for fields in ({"others": ("404",)}, {"in_return_for": "404"}, {"entry": "404"}):
        with pytest.raises(NotFound):
            exchanges.record(network, make_exchange(network, maria, **fields))
    with pytest.raises(NotFound):
        exchanges.record(network, replace(make_exchange(network, maria), person="404"))
    entry = log(network, "2026-11-01", "x", maria)
    earlier = add_exchange(network, maria)
    add_exchange(
        network,
        maria,
        kind=ExchangeKind.INTRODUCTION,
        others=(ani.id,),
        in_return_for=earlier.id,
        entry=entry.id,
    )


def test_an_imported_exchange_with_odd_steps_can_still_be_edited(network, maria):
    odd = make_exchange(network, maria, status="declined")
    network.save([odd], action="import.linkedin")
    exchanges.edit(network, replace(stored(network, odd), subject="For the new job"))
    assert stored(network, odd).subject == "For the new job"


def test_ask_and_offer_is_one_change_with_a_link(network, maria):
    ask = make_exchange(network, maria, subject="For INRIA")
    offer = make_exchange(network, maria, "given", "offered", kind=ExchangeKind.FEEDBACK)
    change = exchanges.ask_and_offer(network, ask, offer)
    assert change is not None
    assert len(change.edits) == 2
    assert stored(network, offer).in_return_for == ask.id
    undo(network)
    assert not network.repository.exchanges


def test_the_offer_can_be_skipped(network, maria):
    ask = make_exchange(network, maria)
    change = exchanges.ask_and_offer(network, ask, None)
    assert set(network.repository.exchanges) == {ask.id}
    assert change is not None
    assert describe(change) == "Asked Maria"


def test_the_halves_are_what_they_are_called(network, maria):
    ask, offer = make_exchange(network, maria), make_exchange(network, maria, "given", "offered")
    for halves in ((offer, None), (ask, ask)):
        with pytest.raises(InvalidInput, match="half must be something I"):
            exchanges.ask_and_offer(network, *halves)
    assert not network.repository.exchanges


def test_removing_what_another_is_in_return_for(network, maria):
    ask = make_exchange(network, maria)
    offer = make_exchange(network, maria, "given", "offered")
    exchanges.ask_and_offer(network, ask, offer)
    before = content(network)
    exchanges.remove(network, ask.id)
    assert set(network.repository.exchanges) == {offer.id}
    assert stored(network, offer).in_return_for is None
    undo(network)
    assert content(network) == before


def test_an_entry_that_goes_leaves_the_exchange(network, maria):
    entry = log(network, "2026-11-01", "x", maria)
    exchange = add_exchange(network, maria, entry=entry.id)
    entries.remove(network, entry.id)
    assert stored(network, exchange).entry is None
