"""The three of the long silent: worked out by hand, and what always holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.hello import FAMILIAR_CONTACTS, SELDOM_CONTACTS, Dormant, Pick, picks, picks_first
from nettui.domain.records import Level

SENIOR, PEER, EARLIER, OUTSIDE = Level.SENIOR, Level.PEER, Level.EARLIER, Level.OUTSIDE


def silent(person, contacts, level=None, days=1200):
    return Dormant(str(person), days, contacts, level)


def test_one_familiar_one_senior_one_seldom_met():
    everybody = [silent(1, 3), silent(2, 9), silent(3, 12), silent(4, 5, SENIOR), silent(5, 2), silent(6, 7, PEER)]
    assert picks(everybody) == {"3": Pick.FAMILIAR, "4": Pick.SENIOR, "5": Pick.SELDOM}
    assert list(picks(everybody)) == ["3", "4", "5"]


def test_the_only_senior_is_not_used_up_as_the_familiar_one():
    assert picks([silent(1, 20, SENIOR), silent(2, 6)]) == {"2": Pick.FAMILIAR, "1": Pick.SENIOR}


def test_the_most_senior_known_is_a_peer_where_no_senior_is():
    assert picks([silent(1, 2, EARLIER), silent(2, 3, PEER)]) == {"2": Pick.SENIOR, "1": Pick.SELDOM}
    assert picks([silent(1, 5, EARLIER), silent(2, 6, OUTSIDE)]) == {"2": Pick.FAMILIAR}


def test_nobody_is_called_familiar_or_seldom_met_who_is_not():
    assert picks([silent(1, FAMILIAR_CONTACTS - 1)]) == {"1": Pick.SELDOM}
    assert picks([silent(1, SELDOM_CONTACTS + 1)]) == {"1": Pick.FAMILIAR}
    assert picks([]) == {}


def test_of_equals_the_shorter_silence_wins_then_the_lower_id():
    assert list(picks([silent(10, 2, days=1500), silent(11, 2, days=1300)])) == ["11"]
    assert list(picks([silent(10, 2), silent(9, 2)])) == ["9"]


_people = st.lists(
    st.builds(
        Dormant,
        st.integers(1, 60).map(str),
        st.integers(1096, 6000),
        st.integers(2, 30),
        st.none() | st.sampled_from(Level),
    ),
    max_size=12,
    unique_by=lambda each: each.person,
)


@given(_people, st.randoms())
def test_they_are_different_people_whatever_the_order_and_nobody_is_lost(everybody, random):
    found = picks(everybody)
    assert len(found) == len(set(found.values())) <= 3
    mixed = list(everybody)
    random.shuffle(mixed)
    assert picks(mixed) == found
    ordered = picks_first(everybody)
    assert sorted(each.person for each, _pick in ordered) == sorted(each.person for each in everybody)
    assert [each.person for each, _pick in ordered[: len(found)]] == list(found)
    assert [each for each, pick in ordered if pick is None] == [d for d in everybody if d.person not in found]


@given(_people)
def test_each_pick_is_what_it_says(everybody):
    by_id = {each.person: each for each in everybody}
    for person, pick in picks(everybody).items():
        others = [each for each in everybody if each.person not in picks(everybody)]
        if pick is Pick.FAMILIAR:
            assert by_id[person].contacts >= FAMILIAR_CONTACTS
            assert all(by_id[person].contacts >= other.contacts for other in others)
        elif pick is Pick.SELDOM:
            assert by_id[person].contacts <= SELDOM_CONTACTS
            assert all(by_id[person].contacts <= other.contacts for other in others)
        else:
            assert by_id[person].level in {SENIOR, PEER}
            assert by_id[person].level is SENIOR or all(other.level is not SENIOR for other in others)
