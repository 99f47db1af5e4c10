"""Who a person is, and what is known of them; what is not known takes no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _, ngettext
from nettui.services.views.words import LEVELS, since, until, word
from nettui.tui.views.people.paper import wrapped
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.paragraphs import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nettui.domain.records import Position
    from nettui.services.views.person import PersonView
    from nettui.tui.views.people.paper import Paper

__all__ = ["fact_lines", "head_lines"]

_MOST_LABEL = 16


def head_lines(view: PersonView, paper: Paper) -> list[Line]:
    """Return who it is, how you stand, how you met, and when you spoke; never nothing."""
    row, person = view.row, view.person
    work = ", ".join(part for part in (row.title, row.organisation) if part)
    standing = [group.name for group in row.groups]
    if row.level is not None:
        standing.append(word(LEVELS, row.level.value))
    if person.place:
        standing.append(person.place)
    if row.archived:
        standing.append(_("archived"))
    dot = f" {paper.glyphs.dot} "
    found: list[Line] = []
    for text, role in ((work, "text"), (dot.join(standing), "quiet"), (_met(view, paper), "quiet")):
        if text:
            found += [Line(((line, role),)) for line in wrapped(text, paper.width)]
    return [*found, *_contact(view, paper)]


def _contact(view: PersonView, paper: Paper) -> Iterator[Line]:
    row, today = view.row, paper.today
    if row.last_contact is None:
        yield Line(((_("Nothing written down yet"), "quiet"),))
        return
    spans = [(_("Last spoke {when}").format(when=since(row.last_contact, today)), "text")]
    if row.due is not None:
        late = row.due < today
        due = _("was due {when}") if late else _("due {when}")
        spans += [(", ", "quiet"), (due.format(when=until(row.due, today)), "due" if late else "quiet")]
    for line in wrap(spans, paper.width):
        yield Line(line)


def fact_lines(view: PersonView, paper: Paper) -> list[Line]:
    """Return the facts that are known, each with its name, then the notes."""
    facts = [(label, value, role) for label, value, role in _facts(view, paper) if value]
    lines: list[Line] = []
    if facts:
        label_width = min(max(width_of([(label, "")]) for label, _value, _role in facts), _MOST_LABEL, paper.width // 2)
        for label, value, role in facts:
            for number, text in enumerate(wrapped(value, paper.width - label_width - 2)):
                name = label if number == 0 else ""
                blank = " " * max(label_width - width_of([(name, "")]) + 2, 1)
                lines.append(Line(((name, "quiet"), (blank, "quiet"), (text, role))))
    if view.person.notes.strip():
        lines += [Line()] if lines else []
        lines += [Line(((text, "text"),)) for text in wrapped(view.person.notes, paper.width)]
    return lines


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
    person = view.person
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
    if view.row.cadence_days:
        days = ngettext("every day", "every {n} days", view.row.cadence_days).format(n=view.row.cadence_days)
        yield _("rhythm"), days, "text"
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
