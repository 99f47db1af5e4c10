"""Three-way merge: its laws, and what the rules mean for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.store.merge import Conflict, merge

values = (
    st.integers(0, 3)
    | st.sampled_from(["", "a", "b"])
    | st.lists(st.sampled_from("abc"), min_size=1, max_size=3)
    | st.dictionaries(st.sampled_from("xy"), st.integers(0, 2), min_size=1)
)
documents = st.none() | st.dictionaries(st.sampled_from(["name", "place", "tags", "met"]), values)


def quiet(_conflict):
    raise AssertionError("no conflict expected")


@given(documents, documents)
def test_what_only_one_side_changed_is_taken(base, changed):
    assert merge(base, changed, base, quiet) == changed
    assert merge(base, base, changed, quiet) == changed
    assert merge(base, changed, changed, quiet) == changed


@given(documents, documents, documents, st.sampled_from(["1", "2"]))
def test_the_later_side_wins_whichever_side_it_is(base, ours, theirs, later):
    ours = None if ours is None else {**ours, "changed": later}
    theirs = None if theirs is None else {**theirs, "changed": "1" if later == "2" else "2"}
    one = merge(base, ours, theirs, lambda conflict: None)
    other = merge(base, theirs, ours, lambda conflict: None)

    def unordered(document):
        return document and {
            key: sorted(value) if isinstance(value, list) else value for key, value in document.items()
        }

    assert unordered(one) == unordered(other)


@given(documents, documents, documents)
def test_no_scalar_is_lost_without_a_report(base, ours, theirs):
    lost: list[Conflict] = []
    merged = merge(base, ours, theirs, lost.append)
    for side in (ours, theirs):
        for key, value in (side or {}).items():
            if isinstance(value, (int, str)) and (base or {}).get(key) != value and merged is not None:
                assert merged.get(key) == value or Conflict(key, value) in lost


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, {"a": 1, "c": 3}, {"a": 1, "b": 2, "c": 3}),
        ({"t": ["a"]}, {"t": ["a", "b"]}, {"t": ["a", "c"]}, {"t": ["a", "b", "c"]}),
        ({"t": ["a", "b"]}, {"t": ["b"]}, {"t": ["a", "b", "c"]}, {"t": ["b", "c"]}),
        ({"t": ["a"]}, {}, {"t": ["a", "b"]}, {"t": ["b"]}),
        ({"t": ["a"]}, {"t": ["a", "a"]}, {"t": ["a", "b"]}, {"t": ["a", "a", "b"]}),
        ({"m": {"x": 1}}, {"m": {"x": 2}}, {"m": {"x": 1, "y": 3}}, {"m": {"x": 2, "y": 3}}),
        ({"a": 1}, None, {"a": 2}, {"a": 2}),
        ({"a": 1}, None, {"a": 1}, None),
        (
            {"f": [{"source": "s", "id": "1", "seen": {"n": "a"}}]},
            {"f": [{"source": "s", "id": "1", "seen": {"n": "a", "o": "b"}}]},
            {"f": [{"source": "s", "id": "1", "seen": {"n": "c"}}]},
            {"f": [{"source": "s", "id": "1", "seen": {"n": "c", "o": "b"}}]},
        ),
    ],
)
def test_examples(base, ours, theirs, merged):
    assert merge(base, ours, theirs, quiet) == merged


def test_the_value_that_gives_way_is_reported():
    lost: list[Conflict] = []
    base, ours, theirs = {"a": 1}, {"a": 2, "changed": "2026-01-01"}, {"a": 3, "changed": "2026-01-02"}
    assert merge(base, ours, theirs, lost.append) == {"a": 3, "changed": "2026-01-02"}
    assert lost == [Conflict("a", 2)]
