"""Recommendations made ready to leave the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.circles import interval
from nettui.domain.current import current_position
from nettui.domain.letters import Letter
from nettui.services.desk.rows import TextState, desk_row, recommendations
from nettui.services.desk.start import without_notes

if TYPE_CHECKING:
    from datetime import date

    from nettui.domain.records import Exchange, Person
    from nettui.services.index import Index

__all__ = ["letter_of", "letters"]


def letter_of(index: Index, exchange: Exchange) -> Letter:
    """Return the letter of any exchange that has a text; the organisation is the person's when it was done."""
    row = desk_row(index, exchange)
    person = index.people.get(exchange.person)
    day = row.on.first_day() if row.on is not None and row.on.year is not None else index.today
    organisation = _organisation(person, day) if person is not None else ""
    return Letter(
        id=exchange.id,
        direction=exchange.direction,
        person=row.person.name,
        role=exchange.role,
        organisation="" if organisation and organisation.casefold() in exchange.role.casefold() else organisation,
        subject=exchange.subject,
        on=row.on,
        where=exchange.where,
        url=exchange.url,
        text=without_notes(exchange.text),
        draft=row.state is TextState.DRAFT,
    )


def letters(index: Index) -> list[Letter]:
    """Return the letters of all recommendations that have a text, in the order of the desk."""
    return [letter_of(index, index.exchanges[row.id]) for row in recommendations(index) if row.text.strip()]


def _organisation(person: Person, day: date) -> str:
    """Return where somebody worked on ``day``, as their dates tell: of several the one begun last."""
    dated = [p for p in person.positions if not p.study and p.since is not None and p.organisation.strip()]
    then = [p for p in dated if interval(p)[0] <= day <= interval(p)[1]]
    if then:
        return max(then, key=lambda p: interval(p)[0]).organisation.strip()
    position = current_position(person, day)
    return position.organisation.strip() if position is not None else ""
