"""The lines of an import plan: what there is to see and to choose, in sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from nettui.domain.incoming import Problem
from nettui.domain.records import Entry, Exchange, Person
from nettui.i18n import N_, _, ngettext
from nettui.services.importing.match import NEW, SKIP, Ask
from nettui.services.importing.plan import PlannedChange
from nettui.services.importing.select import line_key
from nettui.services.importing.words import field_name, field_values, record_name, where_of
from nettui.services.views.people import shown_position
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from nettui.domain.ids import Id
    from nettui.domain.records import Record
    from nettui.services.importing.plan import Plan

__all__ = ["Catalogue", "PlanRow", "Section", "Words"]


class Section(StrEnum):
    """The sections, in their order on the screen: what needs the user first."""

    ASK = "ask"
    CHANGED = "changed"
    JOINED = "joined"
    MISSING = "missing"
    PEOPLE = "people"
    EXCHANGES = "exchanges"
    ENTRIES = "entries"
    OTHERS = "others"
    PROBLEMS = "problems"
    LEFT_OUT = "left_out"


_TITLES: Mapping[Section, str] = {
    Section.ASK: N_("To decide"),
    Section.CHANGED: N_("Changed"),
    Section.JOINED: N_("Recognised as one person"),
    Section.MISSING: N_("No longer listed there (they stay here)"),
    Section.PEOPLE: N_("New people"),
    Section.EXCHANGES: N_("New exchanges"),
    Section.ENTRIES: N_("New entries"),
    Section.OTHERS: N_("Other new records"),
    Section.PROBLEMS: N_("Problems"),
    Section.LEFT_OUT: N_("Left out"),
}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line: of a ``record`` that can be left out, or of something called ``name``; headings have neither.

    ``held`` is what there is to say: a record, a PlannedChange, an Ask, a Problem, a pair (reason, count), or of a
    heading (title, count).
    """

    section: Section
    held: object = None
    name: str | None = None
    record: Record | None = None
    new: bool = False

    @property
    def choice(self) -> str:
        """How the line is called among those left out; "" where there is nothing to choose. Made when asked for."""
        return "" if self.record is None else line_key(self.record, new=self.new)

    @property
    def key(self) -> str | None:
        """What tells the line from the others; None where the cursor does not stop."""
        return self.name if self.record is None else f"{self.section}:{self.choice}"


@dataclass(frozen=True, slots=True)
class Words:
    """What a line says: its name, what about it, and all of it for the lines under the list."""

    name: str
    about: str
    whole: str = ""


@dataclass(slots=True, kw_only=True)
class Catalogue:
    """Makes the rows of a plan and their words. ``people`` are those of the network."""

    people: Mapping[Id, Person]
    today: date
    named: Mapping[Id, Person] = field(default_factory=dict)
    """The people of the network, and those the plan would make."""

    def rows(self, plan: Plan, asks: Sequence[Ask]) -> list[PlanRow]:
        """Return all rows of ``plan``; ``asks`` are its questions, those already answered too."""
        self.named = {**self.people, **{person.id: person for person in plan.new_people}}
        found: list[PlanRow] = []
        for section, rows in _sections(plan, asks):
            if not rows:
                continue
            if found:
                found.append(PlanRow(section))
            found.append(PlanRow(section, (_(_TITLES[section]), len(rows))))
            found += rows
        return found

    def words(self, row: PlanRow, decisions: Mapping[str, str]) -> Words:
        """Return what ``row`` says; ``decisions`` are the answers so far."""
        held = row.held
        if isinstance(held, Ask):
            return self._ask(held, decisions.get(held.key))
        if isinstance(held, PlannedChange):
            return self._change(held)
        if isinstance(held, Problem):
            value = f" “{held.value}”" if held.value else ""
            return Words(where_of(held), f"{held.problem}{value}")
        if isinstance(held, tuple):
            first, second = held
            if isinstance(first, Person):
                return Words(first.name, _(second), self.position(first))
            return Words(str(second), _(first))
        if isinstance(held, Person):
            return Words(held.name, self.position(held))
        if isinstance(held, Exchange):
            subject = one_line(" ".join(filter(None, (held.subject, held.text))), 200)
            return Words(record_name(held, self.named), subject)
        if isinstance(held, Entry):
            names = ", ".join(p.name for i in held.people if (p := self.named.get(i)) is not None)
            return Words(f"{held.at}  {names}", one_line(held.text, 200))
        return Words(record_name(held, self.named) if held is not None else "", "")  # type: ignore[arg-type]

    def position(self, person: Person) -> str:
        """Return what somebody does, and where."""
        position = shown_position(person, self.today)
        return ", ".join(filter(None, (position.title, position.organisation))) if position else ""

    def _change(self, change: PlannedChange) -> Words:
        parts = []
        for each in change.fields:
            old, new = field_values(each, self.named)
            kept = _("kept as you wrote it")
            parts.append(f"{field_name(each)}: {old} → {new}" + (f" ({kept})" if each.kept else ""))
        return Words(record_name(change.after, self.named), "; ".join(parts))

    def _ask(self, ask: Ask, decision: str | None) -> Words:
        candidates = [self.people[i] for i in ask.candidates if i in self.people]
        likely = self.people.get(ask.preselected or "") or (candidates[0] if len(candidates) == 1 else None)
        if decision == NEW:
            about = _("a new person")
        elif decision == SKIP:
            about = _("left out")
        elif decision is not None and decision in self.people:
            about = self.called(self.people[decision])
        elif likely is not None:
            about = _("is it {name}?").format(name=self.called(likely))
        else:
            n = len(candidates)
            about = ngettext("could be {n} person who is here", "could be one of {n} people who are here", n).format(
                n=n
            )
        told = _("The archive says: {what}").format(what=ask.detail) if ask.detail else ""
        return Words(ask.name, about, " · ".join(filter(None, (told, _(ask.evidence)))))

    def called(self, person: Person) -> str:
        """Return a name with what tells namesakes apart."""
        position = self.position(person)
        return f"{person.name} ({position})" if position else person.name


def _sections(plan: Plan, asks: Sequence[Ask]) -> Iterator[tuple[Section, list[PlanRow]]]:
    yield Section.ASK, [PlanRow(Section.ASK, ask, f"ask:{ask.key}") for ask in asks]
    yield Section.CHANGED, [_row(Section.CHANGED, c.after, c, new=False) for c in plan.changed]
    changed = {change.after.id for change in plan.changed}
    joined = [(person, why) for person, why in plan.joined if person.id not in changed]
    yield Section.JOINED, [_row(Section.JOINED, pair[0], pair, new=False) for pair in joined]
    yield Section.MISSING, [_row(Section.MISSING, person, person, new=False) for person in plan.missing]
    by_sort: dict[Section, list[PlanRow]] = {
        Section.PEOPLE: [],
        Section.EXCHANGES: [],
        Section.ENTRIES: [],
        Section.OTHERS: [],
    }
    for record in plan.new:
        section = _sort(record)
        by_sort[section].append(_row(section, record, record, new=True))
    yield from by_sort.items()
    yield Section.PROBLEMS, [PlanRow(Section.PROBLEMS, p, f"problem:{n}") for n, p in enumerate(plan.problems)]
    reasons = sorted(plan.left_out.items())
    yield Section.LEFT_OUT, [PlanRow(Section.LEFT_OUT, (reason, n), f"left:{reason}") for reason, n in reasons]


def _sort(record: Record) -> Section:
    if isinstance(record, Person):
        return Section.PEOPLE
    if isinstance(record, Exchange):
        return Section.EXCHANGES
    return Section.ENTRIES if isinstance(record, Entry) else Section.OTHERS


def _row(section: Section, record: Record, held: object, *, new: bool) -> PlanRow:
    return PlanRow(section, held, None, record, new)
