"""A plan in words: what the command line prints and the app shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Table
from nettui.domain.records import Entry, Exchange, Me, Person
from nettui.domain.statuses import STATUS_NAMES
from nettui.i18n import N_, _, ngettext
from nettui.services.names import exchange_name
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nettui.domain.ids import Id
    from nettui.domain.incoming import Problem
    from nettui.domain.records import Record
    from nettui.services.importing.merge import FieldChange
    from nettui.services.importing.plan import Plan

__all__ = ["field_name", "field_values", "record_name", "source_size", "what_comes", "where_of"]

_FIELDS = frozenset(
    (
        N_("name"),
        N_("company"),
        N_("title"),
        N_("email"),
        N_("note"),
        N_("url"),
        N_("listed"),
        N_("status"),
        N_("text"),
        N_("role"),
        N_("people"),
        N_("positions"),
        N_("emails"),
        N_("links"),
    )
)
"""The fields that an archive changes, in words; those of another nettui file keep the names they have in the file."""
_NOTHING = "–"


def field_name(field: FieldChange) -> str:
    """Return the name of a field that changes."""
    return _(field.field) if field.field in _FIELDS else field.field


def field_values(field: FieldChange, people: Mapping[Id, Person]) -> tuple[str, str]:
    """Return what a field was and what it is to be, on one line each; ``people`` gives names for ids."""
    return _value(field.field, field.old, people), _value(field.field, field.new, people)


def _value(field: str, value: str, people: Mapping[Id, Person]) -> str:
    statuses = {status.value: name for status, name in STATUS_NAMES.items()}
    if field == "status" and value in statuses:
        return _(statuses[value])
    if field == "people":
        value = ", ".join(people[each].name if each in people else each for each in value.split())
    return one_line(value) or _NOTHING


def record_name(record: Record, people: Mapping[Id, Person]) -> str:
    """Return what a record of a plan is called: a person's name, an exchange with its person, an entry's beginning."""
    if isinstance(record, Exchange):
        person = people.get(record.person)
        return f"{person.name if person else record.person}, {exchange_name(record)}"
    if isinstance(record, Entry):
        return f"{record.at} {one_line(record.text, 40)}"
    if isinstance(record, Me):
        return _("you")
    if isinstance(record, Person):
        return record.name
    from nettui.services.network import table_of

    return table_of(record).value


def source_size(plan: Plan) -> str:
    """Return how much was read: files and rows."""
    rows = sum(file.rows for file in plan.files)
    files = ngettext("{n} file", "{n} files", len(plan.files)).format(n=len(plan.files))
    return ", ".join((files, ngettext("{n} row", "{n} rows", rows).format(n=rows)))


def where_of(problem: Problem) -> str:
    """Return where a problem stands: the file, the row, the column."""
    where = [problem.file]
    if problem.row:
        where.append(_("row {n}").format(n=problem.row))
    if problem.column:
        where.append(problem.column)
    return ", ".join(where)


def what_comes(plan: Plan) -> str:
    """Return what applying ``plan`` brings, in one line: what is new by sort, and how much changes."""
    counts = plan.counts()
    people, entries, exchanges = (
        counts.get(f"new_{table.value}", 0) for table in (Table.PEOPLE, Table.ENTRIES, Table.EXCHANGES)
    )
    changes = len(plan.changed) + len(plan.missing)
    others = len(plan.new) - people - entries - exchanges
    parts = (
        (people, ngettext("{n} person", "{n} people", people)),
        (entries, ngettext("{n} entry", "{n} entries", entries)),
        (exchanges, ngettext("{n} exchange", "{n} exchanges", exchanges)),
        (changes, ngettext("{n} change", "{n} changes", changes)),
        (others, ngettext("{n} other", "{n} others", others)),
    )
    return ", ".join(text.format(n=n) for n, text in parts if n)
