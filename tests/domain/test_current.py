"""Which position is the present one."""

from __future__ import annotations

from datetime import date

import pytest

from nettui.domain.current import current_position, current_positions
from nettui.domain.dates import PartialDate
from nettui.domain.records import Person, Position

TODAY = date(2026, 11, 23)


def job(name, since="", until="", *, study=False):
    since, until = (PartialDate.parse(text) if text else None for text in (since, until))
    return Position(organisation=name, since=since, until=until, study=study)


@pytest.mark.parametrize(
    ("positions", "present"),
    [
        ([], []),
        ([job("A")], ["A"]),
        ([job("A", until="2025")], []),
        ([job("A", until="2026-11"), job("B", since="2026-11")], ["B", "A"]),
        ([job("A", since="2026-12")], []),
        ([job("A"), job("B", since="2019"), job("C", since="2024-05")], ["C", "B", "A"]),
        ([job("A", study=True), job("B", until="2026-11-22")], []),
        ([job("A", until="2026-11-23")], ["A"]),
    ],
)
def test_present_positions_in_their_order(positions, present):
    person = Person(id="1", name="x", positions=tuple(positions))
    assert [p.organisation for p in current_positions(person, TODAY)] == present
    first = current_position(person, TODAY)
    assert (first.organisation if first else None) == (present[0] if present else None)
