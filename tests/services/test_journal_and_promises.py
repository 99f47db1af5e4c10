from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nettui.domain.records import ME_ID, Me
from nettui.errors import InvalidInput, NotFound
from nettui.services import entries, me, promises
from nettui.services.undo import undo
from tests.services.making import add_person, add_promise, content, log


@pytest.fixture
def maria(network):
    return add_person(network, "Maria")


def test_an_entry_is_logged_edited_starred(network, maria):
    entry = log(network, "2026-11-20", "thesis", maria)
    entries.edit(network, replace(entry, text="thesis, data team"))
    entries.star(network, entry.id)
    stored = network.repository.entries[entry.id]
    assert (stored.text, stored.starred) == ("thesis, data team", True)
    assert entries.star(network, entry.id) is None
    entries.star(network, entry.id, starred=False)
    assert [change.action for change in network.repository.changes()[-3:]] == [
        "entry.edit",
        "entry.star",
        "entry.unstar",
    ]


def test_an_entry_names_only_people_who_are_there(network, maria):
    entry = log(network, "2026-11-20", "thesis", maria)
    for wrong in (replace(entry, people=("404",)), replace(entry, mentions=("404",))):
        with pytest.raises(NotFound):
            entries.edit(network, wrong)
    assert network.repository.entries[entry.id] == entry


def test_a_removed_entry_leaves_its_promises(network, maria):
    entry = log(network, "2026-11-20", "thesis", maria)
    promise = add_promise(network, "send it", maria, entry=entry.id)
    before = content(network)
    entries.remove(network, entry.id)
    assert not network.repository.entries
    assert network.repository.promises[promise.id].entry is None
    undo(network)
    assert content(network) == before


def test_a_promise_is_kept_today_unless_said_otherwise(network, maria):
    promise = add_promise(network, "send my CV", maria)
    promises.done(network, promise.id)
    assert network.repository.promises[promise.id].done_on == date(2026, 11, 23)
    with pytest.raises(InvalidInput, match="“send my CV” was kept on 2026-11-23 already"):
        promises.done(network, promise.id)
    promises.undone(network, promise.id)
    assert promises.undone(network, promise.id) is None
    promises.done(network, promise.id, date(2026, 11, 1))
    assert network.repository.promises[promise.id].done_on == date(2026, 11, 1)


def test_a_promise_is_not_kept_tomorrow(network, maria):
    promise = add_promise(network, "send my CV", maria)
    with pytest.raises(InvalidInput, match="2026-11-24 is still to come"):
        promises.done(network, promise.id, date(2026, 11, 24))


def test_promises_link_to_what_is_there(network, maria):
    with pytest.raises(NotFound):
        add_promise(network, "x", replace(maria, id="404"))
    with pytest.raises(NotFound):
        add_promise(network, "x", entry="404")
    with pytest.raises(InvalidInput):
        add_promise(network, " ")
    promise = add_promise(network, "x")
    promises.edit(network, replace(promise, person=maria.id))
    promises.remove(network, promise.id)
    assert not network.repository.promises


def test_me(network):
    me.set_name(network, " Ivan ")
    me.edit(network, replace(network.repository.me, offers=("a review",)))
    me.set_name(network, "Ivan Ivanov")
    stored = network.repository.me
    assert (stored.id, stored.name, stored.offers) == (ME_ID, "Ivan Ivanov", ("a review",))
    with pytest.raises(InvalidInput):
        me.edit(network, Me(id="2", name="x"))
