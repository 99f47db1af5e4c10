from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.records import ME_ID, ExchangeKind, Met, Person
from nettui.errors import InvalidInput, NotFound
from nettui.services import people
from nettui.services.undo import undo
from tests.services.making import add_exchange, add_person, add_promise, content, log


def test_a_person_is_stamped_and_saved_as_one_change(network):
    change = people.add(network, Person(id="101", name="Мария", groups=("1",)))
    assert change is not None
    assert (change.action, change.detail, len(change.edits)) == ("person.add", "Мария", 1)
    stored = network.repository.people["101"]
    assert stored.created == stored.changed == network.now_utc()


def test_editing_without_a_difference_commits_nothing(network):
    maria = add_person(network, "Maria")
    assert people.edit(network, maria) is None
    changed = replace(maria, place="Sofia")
    assert people.edit(network, changed) is not None
    assert network.repository.people[maria.id].place == "Sofia"
    with pytest.raises(NotFound, match=r"^This person is no longer there\. It may have been deleted"):
        people.edit(network, replace(changed, id="404"))


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": " "}, InvalidInput),
        ({"groups": ("404",)}, NotFound),
        ({"met": Met(by="404")}, NotFound),
        ({"cadence_days": 0}, InvalidInput),
    ],
)
def test_what_may_not_be_saved_changes_nothing(network, fields, error):
    before = content(network)
    with pytest.raises(error):
        people.add(network, Person(**{"id": "101", "name": "A", **fields}))
    assert content(network) == before


def test_somebody_whom_i_met_on_my_own(network):
    maria = add_person(network, "Maria", met=Met(by=ME_ID))
    assert network.repository.people[maria.id].met == Met(by=ME_ID)


def test_archiving_and_back(network):
    maria = add_person(network, "Maria")
    people.archive(network, maria.id)
    assert network.repository.people[maria.id].archived
    assert people.archive(network, maria.id) is None
    people.archive(network, maria.id, archived=False)
    assert not network.repository.people[maria.id].archived


def test_somebody_without_links_is_removed_at_once(network):
    maria = add_person(network, "Maria")
    people.remove(network, maria.id)
    assert not network.repository.people


def linked(network):
    maria, georgi = add_person(network, "Maria"), add_person(network, "Georgi")
    ani = add_person(network, "Ani", met=Met(by=maria.id, how="lunch"))
    alone = log(network, "2026-11-01", "alone", maria)
    both = log(network, "2026-11-02", "both", maria, georgi, mentions=(ani.id,))
    mentioned = log(network, "2026-11-03", "about her", georgi, mentions=(maria.id,))
    hers = add_exchange(network, maria, status="done")
    between = add_exchange(network, georgi, status="done", kind=ExchangeKind.INTRODUCTION, others=(maria.id, ani.id))
    in_return = add_exchange(network, georgi, "given", "offered", in_return_for=hers.id)
    hers_promise = add_promise(network, "send a book", maria)
    other_promise = add_promise(network, "send the slides", georgi)
    return locals()


def test_somebody_with_links_is_kept_unless_all_goes(network):
    world = linked(network)
    before = content(network)
    with pytest.raises(InvalidInput) as caught:
        people.remove(network, world["maria"].id)
    assert str(caught.value) == (
        "Maria is named in 3 journal entries, 2 exchanges and 1 promises, and introduced 1 people. "
        "Archive the person, or delete them with all that."
    )
    assert content(network) == before


def test_removing_with_all_links_is_one_change_that_leaves_nothing_dangling(network):
    world = linked(network)
    before = content(network)
    maria, georgi, ani = world["maria"], world["georgi"], world["ani"]
    people.remove(network, maria.id, cascade=True)
    repository = network.repository
    assert set(repository.people) == {georgi.id, ani.id}
    assert repository.people[ani.id].met == Met(how="lunch")
    assert repository.entries[world["alone"].id].people == ()
    assert repository.entries[world["alone"].id].text == "alone"
    assert repository.entries[world["both"].id].people == (georgi.id,)
    assert repository.entries[world["both"].id].mentions == (ani.id,)
    assert repository.entries[world["mentioned"].id].mentions == ()
    assert set(repository.exchanges) == {world["between"].id, world["in_return"].id}
    assert repository.exchanges[world["between"].id].others == (ani.id,)
    assert repository.exchanges[world["in_return"].id].in_return_for is None
    assert set(repository.promises) == {world["other_promise"].id}
    assert not people.links_of(network, maria.id)
    undo(network)
    assert content(network) == before
