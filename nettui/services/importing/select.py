"""Leaving single lines of a plan out, before it is applied.

A plan is made afresh when something was decided or changed meanwhile, and new records then have other ids; so a line is
named by :func:`line_key`, which is the same in every plan of one source.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.introductions import without_sides
from nettui.domain.records import Entry, Exchange, Person, Promise
from nettui.i18n import N_
from nettui.services.network import table_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection

    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.services.importing.plan import Plan

__all__ = ["line_key", "without"]

_LEFT_OUT = N_("lines that you left out")
_NAMELESS = N_("rows about people whom you left out")


def line_key(record: Record, *, new: bool) -> str:
    """Return the name of the line that writes ``record``: by its id, a ``new`` one by what the source calls it."""
    known = getattr(record, "foreign_ids", ())
    name = f"+{known[0].source}:{known[0].id}" if new and known else record.id
    return f"{table_of(record)}/{name}"


def without(plan: Plan, excluded: Collection[str]) -> Plan:
    """Return ``plan`` without the lines named in ``excluded``, and without what only people left out are part of."""
    if not excluded:
        return plan
    left_out = plan.left_out.copy()
    new, gone = _new_without(plan, excluded, left_out)
    changed = [change for change in plan.changed if line_key(change.after, new=False) not in excluded]
    left_out[_LEFT_OUT] += len(plan.changed) - len(changed)
    known = {key: pair for key, pair in plan.records.items() if pair[0] is not None}
    records = {
        key: (before, _without_people(after, gone) or after)
        for key, (before, after) in known.items()
        if line_key(after, new=False) not in excluded
    }
    return replace(
        plan,
        new=new,
        changed=changed,
        missing=[person for person in plan.missing if line_key(person, new=False) not in excluded],
        joined=[(person, why) for person, why in plan.joined if line_key(person, new=False) not in excluded],
        left_out=+left_out,
        records={(table_of(record), record.id): (None, record) for record in new} | records,
    )


def _new_without(plan: Plan, excluded: Collection[str], left_out: Counter[str]) -> tuple[list[Record], set[Id]]:
    """Return the new records that stay, and the ids of the people who do not; count the others in ``left_out``."""
    chosen = [record for record in plan.new if line_key(record, new=True) not in excluded]
    left_out[_LEFT_OUT] += len(plan.new) - len(chosen)
    gone = {r.id for r in plan.new if isinstance(r, Person)} - {r.id for r in chosen if isinstance(r, Person)}
    staying = [rest for record in chosen if (rest := _without_people(record, gone)) is not None]
    left_out[_NAMELESS] += len(chosen) - len(staying)
    return staying, gone


def _without_people(record: Record, gone: Collection[Id]) -> Record | None:
    """Return ``record`` without the people in ``gone``; None when nobody is left whom it is about."""
    if not gone:
        return record
    if isinstance(record, Entry):
        people = tuple(i for i in record.people if i not in gone)
        mentions = tuple(i for i in record.mentions if i not in gone)
        if record.people and not people:
            return None
        return replace(record, people=people, mentions=mentions)
    if isinstance(record, Exchange):
        return None if record.person in gone else without_sides(record, gone)
    if isinstance(record, Promise):
        return None if record.person in gone else record
    if isinstance(record, Person) and record.met is not None and record.met.by in gone:
        return replace(record, met=replace(record.met, by=None))
    return record
