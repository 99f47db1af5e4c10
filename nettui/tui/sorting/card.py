"""What the sheet of sorting shows of one person: enough to know where somebody belongs, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services.names import group_name
from nettui.services.views.people import person_row
from nettui.services.views.words import short_date, since
from nettui.text import visible
from nettui.tui.widgets.line import Line, cut
from nettui.tui.widgets.paragraphs import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nettui.domain.records import Person
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs

__all__ = ["card_lines"]


def card_lines(index: Index, person: Person, width: int, room: int, glyphs: Glyphs) -> list[Line]:
    """Return at most ``room`` lines of ``width`` cells: the name, then what is known, the most telling first."""
    row = person_row(index, person)
    dot = f" {glyphs.dot} "
    lines = [Line(tuple(cut([(person.name.strip() or _("no name"), "strong")], width, glyphs.ellipsis)))]
    work = ", ".join(filter(None, (row.title.strip(), row.organisation.strip())))
    parts = [
        (work or _("no position is known"), "text" if work else "quiet"),
        (
            dot.join(filter(None, (*(group_name(index.groups[g]) for g in person.groups), person.place.strip()))),
            "quiet",
        ),
        (_known_since(index, person), "quiet"),
        (_spoke(index, person), "quiet"),
        (_first_line(person.notes), "quiet"),
    ]
    for text, role in parts:
        if text:
            lines += _at_most_two(text, role, width, glyphs)
    return lines[: max(room, 1)]


def _at_most_two(text: str, role: str, width: int, glyphs: Glyphs) -> Iterator[Line]:
    wrapped = wrap([(" ".join(text.split()), role)], width)
    yield Line(wrapped[0])
    if len(wrapped) == 2:
        yield Line(wrapped[1])
    elif len(wrapped) > 2:
        rest = " ".join("".join(piece for piece, _role in line) for line in wrapped[1:])
        yield Line(tuple(cut([(rest, role)], width, glyphs.ellipsis)))


def _known_since(index: Index, person: Person) -> str:
    """Return how we met, else the first time that is written down."""
    met = person.met
    if met is not None:
        by = index.people.get(met.by) if met.by is not None else None
        parts = (
            short_date(met.on, index.today) if met.on is not None else "",
            met.how.strip(),
            _("through {name}").format(name=visible(by.name)) if by is not None else "",
        )
        if any(parts):
            return _("Met {how}").format(how=", ".join(filter(None, parts)))
    days = index.contact_days(person.id)
    if len(days) < 2:
        return ""
    return _("In your journal since {when}").format(when=since(days[0], index.today))


def _spoke(index: Index, person: Person) -> str:
    last = index.last_contact(person.id)
    if last is None:
        return _("Nothing written down yet")
    return _("Last spoke {when}").format(when=since(last, index.today))


def _first_line(notes: str) -> str:
    return next((line.strip() for line in notes.splitlines() if line.strip()), "")
