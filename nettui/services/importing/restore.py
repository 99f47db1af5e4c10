"""Planning the import of another nettui file: records keep their ids, and the one changed later wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.incoming import problem
from nettui.domain.records import Entry, Exchange, Person, Promise
from nettui.i18n import N_, _
from nettui.services.importing.merge import FieldChange
from nettui.services.importing.plan import Plan, PlannedChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.ids import Id
    from nettui.domain.incoming import IncomingRecords
    from nettui.domain.records import Record
    from nettui.services.network import Network

__all__ = ["plan_records"]

_OLDER = N_("records that were changed later in this file than in the imported one")
_DANGLING = N_("records that name people who are in neither file")


def plan_records(network: Network, incoming: IncomingRecords) -> Plan:
    """Compare the records of another nettui file with the network, by id.

    Unknown ids are new; equal records are the same; of two that differ the one with the later ``changed`` wins, and at
    the same time the network's own. Records that name people whom neither file has are left out and reported.
    """
    plan = Plan(
        incoming=incoming,
        source=incoming.source,
        name=incoming.name,
        sha256=incoming.sha256,
        on=network.today,
        files=list(incoming.files),
        problems=list(incoming.problems),
        keep_stamps=True,
    )
    people = set(network.repository.people) | {i for table, i in incoming.records if table == Table.PEOPLE}
    for (name, record_id), record in incoming.records.items():
        table = Table(name)
        lost = [i for i in _named(record) if i not in people]
        if lost:
            plan.left_out[_DANGLING] += 1
            plan.problems.append(
                problem(incoming.name, _("This record names somebody who is not there."), value=f"{name} {record_id}")
            )
            continue
        _compare(plan, table, network.current(table, record_id), record)
    return plan


def _compare(plan: Plan, table: Table, before: Record | None, record: Record) -> None:
    if before is None:
        plan.new.append(record)
        plan.put(table, None, record)
    elif before == record:
        plan.same[table] += 1
    elif record.changed > before.changed:
        fields = tuple(_differences(before, record))
        plan.changed.append(PlannedChange(table=table, before=before, after=record, fields=fields))
        plan.put(table, before, record)
    else:
        plan.left_out[_OLDER] += 1


def _differences(before: Record, after: Record) -> Iterator[FieldChange]:
    from dataclasses import fields

    for f in fields(before):
        old, new = getattr(before, f.name), getattr(after, f.name)
        if old != new and f.name not in {"created", "changed"}:
            yield FieldChange(f.name, _shown(old), _shown(new))


def _shown(value: object) -> str:
    """Return a field's value in words a reader knows; nothing for an absent one."""
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _named(record: Record) -> Iterator[Id]:
    """Yield the ids of the people a record names."""
    if isinstance(record, Entry):
        yield from record.people
        yield from record.mentions
    elif isinstance(record, Exchange):
        yield record.person
        yield from record.others
    elif isinstance(record, Promise) and record.person is not None:
        yield record.person
    elif isinstance(record, Person) and record.met is not None and record.met.by is not None:
        yield record.met.by
