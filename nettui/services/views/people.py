"""The list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import cadence
from nettui.domain.current import current_position
from nettui.domain.records import NAME_ID
from nettui.services.views.refs import groups_of
from nettui.services.views.rows import PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.records import Person, Position
    from nettui.services.index import Index

__all__ = ["people_rows", "person_row", "shown_position"]


def people_rows(index: Index, people: Iterable[Person]) -> list[PersonRow]:
    """Return a row for each of ``people``, in their order."""
    return [person_row(index, person) for person in people]


def person_row(index: Index, person: Person) -> PersonRow:
    """Return the row of ``person``. Archived people have no due date."""
    position = shown_position(person, index.today)
    last = index.last_contact(person.id)
    days = index.cadence_of(person)
    return PersonRow(
        id=person.id,
        name=person.name,
        also=person.also,
        groups=groups_of(index, person),
        level=person.level,
        organisation=position.organisation if position else "",
        title=position.title if position else "",
        industry=position.industry if position else "",
        last_contact=last,
        cadence_days=days,
        due=None if person.archived else cadence.due_on(last, days),
        foreign=tuple((f.source, f.id) for f in person.foreign_ids if not f.id.startswith(NAME_ID)),
        tags=person.tags,
        archived=person.archived,
    )


def shown_position(person: Person, today: date) -> Position | None:
    """Return the present position, else the work that ended last, else None."""
    current = current_position(person, today)
    if current is not None:
        return current
    past = [position for position in person.positions if not position.study]
    return max(past, key=lambda position: str(position.until or position.since or ""), default=None)
