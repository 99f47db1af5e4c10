"""The layout of the plain file: splicing a change in gives the same bytes as writing everything anew."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.domain.ids import id_order
from nettui.store.reading import read_foreign
from nettui.store.snapshot import Lines, Snapshot, dump

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
documents = st.dictionaries(st.text(max_size=8), json_values, max_size=4)
ids = st.integers(min_value=0, max_value=60).map(str) | st.integers(10**18, 10**18 + 30).map(str)
tables = st.dictionaries(ids, documents, max_size=12)
files = st.dictionaries(st.sampled_from(["people", "entries", "_meta", 'we"ird\n']), tables, max_size=4)
changes = st.dictionaries(ids, st.none() | documents, max_size=10)


def encoded(table):
    return {key: dump(document) for key, document in table.items()}


@given(tables, changes)
def test_splicing_equals_rendering(table, changed):
    spliced = Snapshot.of({"people": encoded(table)})
    expected = dict(table)
    for key, document in changed.items():
        spliced.table("people").put(key, None if document is None else dump(document))
        expected.pop(key, None)
        if document is not None:
            expected[key] = document
    assert spliced.to_bytes() == Snapshot.of({"people": encoded(expected)}).to_bytes()
    lines = spliced.table("people")
    ordered = sorted(expected, key=id_order)
    assert lines.ids() == ordered
    assert [key for key, _ in lines.items()] == ordered
    assert len(lines) == len(expected)
    for key in {*table, *changed, "777"}:
        stored = lines.get(key)
        assert (None if stored is None else json.loads(stored)) == expected.get(key)


@given(files)
def test_what_is_written_is_read_by_everybody(file):
    snapshot = Snapshot.of({name: encoded(table) for name, table in file.items()})
    chunks, index = snapshot.render()
    raw = b"".join(chunks)
    assert json.loads(raw) == {name: table for name, table in file.items() if table}
    scanned = Snapshot.scan(raw)
    indexed = Snapshot.from_index(raw, index)
    foreign = read_foreign(raw, "x").snapshot
    for other in (scanned, indexed, foreign):
        assert other.to_bytes() == raw
        for name, table in file.items():
            assert len(other.table(name)) == len(table)
            assert {key: json.loads(stored) for key, stored in other.table(name).items()} == table


@given(files, st.sampled_from([None, 0, 4]))
def test_any_layout_becomes_ours(file, indent):
    foreign = read_foreign(json.dumps(file, indent=indent).encode(), "x")
    assert not foreign.damage
    assert foreign.snapshot.to_bytes() == Snapshot.of({n: encoded(t) for n, t in file.items()}).to_bytes()


@given(tables, changes, st.lists(ids, min_size=1, max_size=14, unique=True))
def test_searching_finds_what_looking_at_all_finds(table, changed, needles):
    lines = Lines.of(encoded(table))
    for key, document in changed.items():
        lines.put(key, None if document is None else dump({**document, "people": [needles[-1]]}))

    def has_one(item):
        return any(b'"%s"' % needle.encode() in item[1] for needle in needles)

    found = [item for item in lines.search(needles) if has_one(item)]
    assert found == [item for item in lines.items() if has_one(item)]


def test_digits_sort_as_numbers():
    assert Lines.of({"10": b"{}", "9": b"{}", "1763881200000417203": b"{}"}).ids() == ["9", "10", "1763881200000417203"]


@pytest.mark.parametrize("raw", [b"", b"{}", b"{\n}", b'{\n"a": {\n "1": {}\n}\n', b'{\n"a": [\n}\n}\n', b"{\n}\n}\n"])
def test_another_layout_is_recognised(raw):
    with pytest.raises(ValueError, match=r"layout|subsection|substring"):
        Snapshot.scan(raw)


def test_damage_costs_the_damaged_lines_only():
    table = {str(10**18 + number): {"name": f"person {number}"} for number in range(40)}
    raw = Snapshot.of({"people": encoded(table)}).to_bytes()
    for cut in range(40, len(raw) - 3, 7):
        reading = read_foreign(raw[:cut], "x")
        assert reading.damage
        found = {key: json.loads(stored) for key, stored in reading.snapshot.table("people").items()}
        assert found.items() <= table.items()
        assert len(found) >= raw[:cut].count(b"\n") - 2
