"""The list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import cadence
from nettui.domain.current import current_position
from nettui.services.views.rows import PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nettui.domain.records import Person, Position
    from nettui.services.views.facts import Facts

__all__ = ["people_rows", "person_row", "shown_position"]


def people_rows(facts: Facts, people: Iterable[Person]) -> list[PersonRow]:
    """Return a row for each of ``people``, in their order."""
    return [person_row(facts, person) for person in people]


def person_row(facts: Facts, person: Person) -> PersonRow:
    """Return the row of ``person``. Archived people have no due date."""
    position = shown_position(person, facts.today)
    last = facts.last.get(person.id)
    days = cadence.cadence_of(person, facts.groups)
    return PersonRow(
        id=person.id,
        name=person.name,
        also=person.also,
        groups=facts.groups_of(person),
        level=person.level,
        organisation=position.organisation if position else "",
        title=position.title if position else "",
        industry=position.industry if position else "",
        last_contact=last,
        cadence_days=days,
        due=None if person.archived else cadence.due_on(last, days),
        foreign=tuple((foreign.source, foreign.id) for foreign in person.foreign_ids),
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
