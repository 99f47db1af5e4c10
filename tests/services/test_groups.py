from __future__ import annotations

from dataclasses import replace

import pytest

from nettui.domain.records import ExchangeKind, Group
from nettui.errors import InvalidInput, NotFound
from nettui.services import groups
from nettui.services.names import group_name, group_names, kind_and_subject
from nettui.services.undo import undo
from tests.services.making import add_person, content

CHESS = Group(id="7", name="Chess")


def test_the_six_circles_have_names(network):
    assert list(group_names(network.repository.groups).values()) == [
        "Teachers",
        "Classmates",
        "Friends",
        "Colleagues",
        "Clubs",
        "Family",
    ]
    assert group_name(replace(network.repository.groups["6"], name="  Our house ")) == "Our house"


def test_two_groups_may_not_look_alike(network):
    groups.add(network, CHESS)
    for name in ("CHESS", "friends"):
        with pytest.raises(InvalidInput, match="There is already a group"):
            groups.add(network, Group(id="8", name=name))
    with pytest.raises(InvalidInput):
        groups.edit(network, replace(network.repository.groups["7"], name="Family"))
    groups.edit(network, replace(network.repository.groups["7"], name="chess"))
    assert network.repository.groups["7"].name == "chess"


def test_into_a_group_and_out(network):
    groups.add(network, CHESS)
    maria, georgi = add_person(network, "Maria", groups=("1",)), add_person(network, "Georgi", groups=("7",))
    both = [maria.id, georgi.id]
    change = groups.assign(network, both, "7")
    assert change is not None
    assert [edit.id for edit in change.edits] == [maria.id]
    assert network.repository.people[maria.id].groups == ("1", "7")
    assert groups.assign(network, both, "7") is None
    groups.unassign(network, both, "7")
    assert [p.groups for p in network.repository.people.values()] == [("1",), ()]
    with pytest.raises(NotFound):
        groups.assign(network, ["404"], "7")
    with pytest.raises(NotFound):
        groups.assign(network, both, "404")


def test_a_group_with_people_is_kept_unless_they_are_taken_out(network):
    groups.add(network, CHESS)
    maria = add_person(network, "Maria", groups=("7", "1"))
    before = content(network)
    with pytest.raises(InvalidInput, match="1 person is in the group “Chess”"):
        groups.remove(network, "7")
    groups.remove(network, "7", cascade=True)
    assert "7" not in network.repository.groups
    assert network.repository.people[maria.id].groups == ("1",)
    undo(network)
    assert content(network) == before


@pytest.mark.parametrize(
    ("subject", "shown"),
    [("", "advice"), ("the offer", "advice: the offer"), ("Advice on the offer", "Advice on the offer")],
)
def test_the_kind_is_said_once(subject, shown):
    assert kind_and_subject(ExchangeKind.ADVICE, subject) == shown
