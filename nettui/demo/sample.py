"""The sample network: an invented data engineer in Sofia, her people, and three years of what happened between them.

All persons, firms, schools and addresses are invented. The records are the same at every call.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from nettui.demo.groups import CADENCE, CUSTOM, OFFERS, OWNER, OWNER_WORK, SEEKS
from nettui.demo.journal import entries
from nettui.demo.kit import FIRST_EVENING, SAMPLE_TODAY, id_at
from nettui.demo.ledger import exchanges, promises
from nettui.demo.people import people, position
from nettui.demo.reviews import put_off, reviews
from nettui.domain.records import CIRCLES, ME_ID, Group, Me

if TYPE_CHECKING:
    from nettui.domain.records import Record

__all__ = ["SAMPLE_TODAY", "sample_records"]


def _groups() -> dict[str, Group]:
    """Return the six circles under the name of their kind, and her own groups under their keys."""
    groups: dict[str, Group] = {
        circle.kind.value: replace(
            circle, cadence_days=CADENCE[circle.kind], created=FIRST_EVENING, changed=FIRST_EVENING
        )
        for circle in CIRCLES
    }
    for number, (key, name, communal, cadence, note) in enumerate(CUSTOM, start=1):
        made = FIRST_EVENING - timedelta(minutes=number)
        if "2025" in name:
            made = FIRST_EVENING.replace(year=2024, month=12, day=20)
        groups[key] = Group(
            id=id_at(made, "group", key),
            created=made,
            changed=made,
            name=name,
            communal=communal,
            cadence_days=cadence,
            note=note,
        )
    return groups


def sample_records() -> tuple[Record, ...]:
    """Return the whole sample network: me, groups, people, entries, promises, exchanges, what was put off, reviews.

    Each sort is ordered by id.
    """
    me = Me(
        id=ME_ID,
        created=FIRST_EVENING,
        changed=FIRST_EVENING,
        name=OWNER,
        positions=tuple(map(position, OWNER_WORK)),
        offers=OFFERS,
        seeks=SEEKS,
        emails=("nevena@example.org",),
        links=("https://profiles.example.com/nevena-stancheva",),
    )
    groups = _groups()
    everybody = people({key: group.id for key, group in groups.items()})
    ids = {key: person.id for key, person in everybody.items()}
    journal = entries(ids)
    return (
        me,
        *sorted(groups.values(), key=lambda group: int(group.id)),
        *sorted(everybody.values(), key=lambda person: int(person.id)),
        *journal,
        *promises(ids, journal),
        *exchanges(ids, journal),
        *put_off(ids),
        *reviews(ids),
    )
