"""What a list above the line offers: people, circles and tags that complete a word, or readings of what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.current import current_position
from nettui.i18n import _
from nettui.services.views.refs import groups_of
from nettui.services.views.words import since

if TYPE_CHECKING:
    from collections.abc import Callable

    from nettui.domain.ids import Id
    from nettui.services.index import Index

__all__ = ["SEPARATOR", "Edit", "Offer", "about_person"]

SEPARATOR = " · "
"""Between the parts of a detail; drawn with the dot that the terminal can show."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The line after a choice, and where the cursor is then."""

    line: str
    cursor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One line of the list: what it is called, in which role, and what tells it from the others.

    Choosing it makes of the line what ``edit`` returns; or, with ``person``, answers who is meant and leaves the line
    as it is. ``current`` is how the line is understood already.
    """

    key: str
    title: str
    role: str = "text"
    detail: str = ""
    edit: Callable[[], Edit] | None = None
    person: Id | None = None
    current: bool = False


def about_person(index: Index, person_id: Id) -> str:
    """Return what tells somebody from a namesake: where they work, their circles, the last contact."""
    person = index.people.get(person_id)
    if person is None:
        return ""
    position = current_position(person, index.today)
    last = index.last_contact(person_id)
    parts = [
        position.organisation if position else "",
        ", ".join(group.name for group in groups_of(index, person)),
        since(last, index.today) if last else _("no contact yet"),
        _("archived") if person.archived else "",
    ]
    return SEPARATOR.join(part for part in parts if part)
