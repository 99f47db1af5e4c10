"""The facts at the top of a person's page; what is not known takes no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext
from nettui.services.views.words import LEVELS, since, until, word
from nettui.tui.views.people.paper import wrapped
from nettui.tui.widgets.line import Line, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nettui.domain.records import Position
    from nettui.services.views.person import PersonView
    from nettui.tui.views.people.paper import Paper

__all__ = ["fact_lines"]

_MOST_LABEL = 16


def fact_lines(view: PersonView, paper: Paper) -> list[Line]:
    """Return who it is, how you stand, then the facts with their names, then the notes. There is always a line."""
    lines = [*_who(view, paper)]
    facts = [(label, value, role) for label, value, role in _facts(view, paper) if value]
    if facts:
        lines += [Line()] if lines else []
        label_width = min(max(width_of([(label, "")]) for label, _value, _role in facts), _MOST_LABEL, paper.width // 2)
        for label, value, role in facts:
            for number, text in enumerate(wrapped(value, paper.width - label_width - 2)):
                name = label if number == 0 else ""
                blank = " " * max(label_width - width_of([(name, "")]) + 2, 1)
                lines.append(Line(((name, "quiet"), (blank, "quiet"), (text, role))))
    if view.person.notes.strip():
        lines += [Line(), *(Line(((text, "text"),)) for text in wrapped(view.person.notes, paper.width))]
    return lines


def _who(view: PersonView, paper: Paper) -> Iterator[Line]:
    row, person = view.row, view.person
    work = ", ".join(part for part in (row.title, row.organisation) if part)
    standing = [group.name for group in row.groups]
    if row.level is not None:
        standing.append(word(LEVELS, row.level.value))
    if person.place:
        standing.append(person.place)
    if row.archived:
        standing.append(_("archived"))
    for text, role in ((work, "text"), (f" {paper.glyphs.dot} ".join(standing), "quiet"), (_met(view, paper), "quiet")):
        if text:
            for line in wrapped(text, paper.width):
                yield Line(((line, role),))


def _met(view: PersonView, paper: Paper) -> str:
    met = view.person.met
    if met is None:
        return ""
    parts = [paper.whole_day(met.on) if met.on is not None else "", met.how.strip()]
    if view.introduced_by is not None:
        parts.append(_("through {name}").format(name=view.introduced_by.name))
    known = [part for part in parts if part]
    return _("Met {how}").format(how=", ".join(known)) if known else ""


def _facts(view: PersonView, paper: Paper) -> Iterator[tuple[str, str, str]]:
    row, person, today = view.row, view.person, paper.today
    last = since(row.last_contact, today) if row.last_contact else _("nothing written down yet")
    yield _("last spoke"), last, "text"
    if row.due is not None:
        yield _("due"), until(row.due, today), "due" if row.due <= today else "text"
    if row.cadence_days:
        days = ngettext("every day", "every {n} days", row.cadence_days).format(n=row.cadence_days)
        yield _("rhythm"), days, "quiet"
    yield _("also"), ", ".join(person.also), "text"
    yield _("needs"), "" if view.balance is None else "; ".join(person.needs), "text"
    yield _("tags"), " ".join(f"#{tag}" for tag in person.tags), "tagged"
    yield _("birthday"), paper.whole_day(person.birthday) if person.birthday is not None else "", "text"
    yield _("in common"), person.in_common, "text"
    yield _("vouches for me"), person.can_vouch, "text"
    yield _("I vouch for"), person.i_can_vouch, "text"
    yield _("together at"), ", ".join(group.organisation for group in view.shared), "text"
    yield _("mail"), ", ".join(person.emails), "text"
    yield _("telephone"), ", ".join(person.phones), "text"
    yield _("links"), ", ".join(person.links), "text"
    yield _("before"), _earlier(person.positions, view, paper), "quiet"


def _earlier(positions: Sequence[Position], view: PersonView, paper: Paper) -> str:
    """Return the positions that are not the one in the first line, each with its years."""
    shown = []
    for position in positions:
        if (position.organisation, position.title) == (view.row.organisation, view.row.title):
            continue
        what = ", ".join(part for part in (position.title, position.organisation) if part)
        years = [
            str(day.year) if day is not None and day.year is not None else ""
            for day in (position.since, position.until)
        ]
        when = paper.glyphs.dash.join(years) if any(years) else ""
        shown.append(f"{what} ({when})" if when else what)
    return "; ".join(each for each in shown if each)
