"""The lines of Breadth: what each shows, and the filter line that it opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain.breadth import LEVELS as ALL_LEVELS
from nettui.domain.variety import ENOUGH
from nettui.i18n import _, ngettext
from nettui.services.names import computed_name
from nettui.services.views.breadth_lists import cell_query, term, to_invite
from nettui.services.views.breadth_words import (
    circle_words,
    known_words,
    meaning_words,
    met_words,
    variety_words,
)
from nettui.services.views.words import SHORT_LEVELS, since, word
from nettui.text import one_line
from nettui.tui.views.people.circles import GOOD_FOR
from nettui.tui.views.people.paper import wrapped
from nettui.tui.widgets.paragraphs import MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nettui.domain.variety import Variety
    from nettui.services.index import Index
    from nettui.services.views.breadth import BreadthView, CircleRow

__all__ = ["BreadthRow", "Figure", "Heads", "Matrix", "Said", "Title", "folded", "key_of", "people_rows", "shape_rows"]

_TOP = 5
"""Companies, industries and people that are named."""


@dataclass(frozen=True, slots=True)
class Title:
    """A heading with what it was counted from; without words a blank line."""

    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that is only read."""

    text: str
    role: str = "quiet"
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Heads:
    """The groups over the matrix."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A level: the count of each group and of all, the filter line of each, and the largest count there is."""

    key: str
    name: str
    counts: tuple[int, ...]
    queries: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count of people under a name; ``whole`` is what it is a part of, 0 where it is none.

    ``largest`` is the largest count beside it: a bar that long is full.
    """

    key: str
    query: str
    count: int
    name: str
    note: str = ""
    role: str = "quiet"
    whole: int = 0
    largest: int = 0


BreadthRow: TypeAlias = "Title | Said | Heads | Matrix | Figure"


def key_of(row: BreadthRow) -> str | None:
    """Return what a row is known by; None for what is only read."""
    return row.key if isinstance(row, Matrix | Figure) else None


def folded(rows: Iterable[BreadthRow], width: int) -> Iterator[BreadthRow]:
    """Yield ``rows``, the sentences in as many lines as they take in ``width`` cells."""
    for row in rows:
        if isinstance(row, Said):
            for line in wrapped(row.text, max(min(width, MEASURE) - row.indent, 10)):
                yield Said(" " * row.indent + line, row.role)
        else:
            yield row


def shape_rows(view: BreadthView) -> Iterator[BreadthRow]:
    """Yield levels by group, companies and industries."""
    yield Title(_("levels"), known_words(view.levels.known, view.levels.unknown))
    if view.levels.enough:
        yield from _matrix(view)
    else:
        yield Said(_("Fewer than {n} levels are known: e on a person says one.").format(n=ENOUGH))
        if view.levels.unknown:
            yield Figure(key="level:none", query="level:unknown", count=view.levels.unknown, name=_("unknown"))
    yield Title()
    yield from _variety(_("companies"), "company", view.companies)
    yield Title()
    yield from _variety(_("industries"), "industry", view.industries)


def _matrix(view: BreadthView) -> Iterator[BreadthRow]:
    levels, groups = view.levels, [*view.groups]
    nowhere = any(levels.count(level, None) for level in ALL_LEVELS)
    columns = [*groups, *([None] if nowhere else [])]
    yield Heads((*(group.name if group is not None else _("none") for group in columns), _("All")))
    counts = {level: [levels.count(level, group.id if group else None) for group in columns] for level in ALL_LEVELS}
    most = max((count for row in counts.values() for count in row), default=0)
    for level in ALL_LEVELS:
        name = level.value if level is not None else "unknown"
        queries = (*(cell_query(level, group) for group in columns), cell_query(level, None, any_group=True))
        yield Matrix(
            f"level:{name}", word(SHORT_LEVELS, name), (*counts[level], len(levels.rows[level])), queries, most
        )
    sums = tuple(sum(counts[level][number] for level in ALL_LEVELS) for number in range(len(columns)))
    queries = (*(cell_query(None, group, any_level=True) for group in columns), "")
    yield Matrix("level:all", _("All"), (*sums, view.people), queries, 0)


def _variety(title: str, field: str, variety: Variety) -> Iterator[BreadthRow]:
    yield Title(title, known_words(variety.known, variety.unknown))
    if not variety.enough:
        yield Said(_("too few known to say"))
        return
    yield Said(variety_words(variety), "text")
    yield Said(meaning_words(variety))
    largest = max(map(len, variety.members.values()))
    for name, members in list(variety.members.items())[:_TOP]:
        yield Figure(
            key=f"{field}:{name}",
            query=term(field, name),
            count=len(members),
            name=name,
            whole=variety.known,
            largest=largest,
        )


def people_rows(view: BreadthView, index: Index) -> Iterator[BreadthRow]:
    """Yield the circles, how we met, who brought us together, and the own employer."""
    yield Title(_("circles"), ngettext("{n} person", "{n} people", view.people).format(n=view.people))
    for circle in view.circles:
        yield from _circle(view, circle, index)
    yield Title()
    yield Title(_("how we met"), known_words(view.met.known, view.met.unknown))
    yield Said(met_words(view.met), "text" if view.met.enough else "quiet")
    if view.met.enough and view.met.on_my_own:
        yield Figure(key="met:me", query="met:me", count=len(view.met.on_my_own), name=_("on my own"))
    for each in view.connectors[:_TOP]:
        yield Figure(
            key=f"through:{each.person.id}",
            query=term("met", each.person.name),
            count=each.introduced,
            name=_("through {name}").format(name=each.person.name),
        )
    yield Title()
    yield from _outside(view)
    if view.computed:
        yield Title()
        yield Title(_("from positions and studies"))
        for group in view.computed:
            name = computed_name(group)
            yield Figure(key=f"computed:{name}", query=term("group", name), count=len(group.people), name=name)


def _circle(view: BreadthView, circle: CircleRow, index: Index) -> Iterator[BreadthRow]:
    state = circle_words(circle.people, circle.stale)
    spoke = since(circle.last_contact, index.today) if circle.last_contact is not None else ""
    yield Figure(
        key=f"group:{circle.group.id}",
        query=cell_query(None, circle.group, any_level=True),
        count=circle.people,
        name=circle.group.name,
        note=state or spoke,
        role="due" if state else "quiet",
    )
    if not state:
        return
    yield Said(_(GOOD_FOR[index.groups[circle.group.id].kind]), indent=7)
    somebody = to_invite(index, view, circle)
    if somebody is not None and somebody.name:
        yield Said(_("Begin with {name}?").format(name=one_line(somebody.name)), indent=7)


def _outside(view: BreadthView) -> Iterator[BreadthRow]:
    balance = view.outside
    yield Title(_("outside your company"), known_words(balance.known, balance.unknown))
    if not balance.enough:
        yield Said(_("too few known to say"))
        return
    text = _("{outside} work elsewhere, {inside} where you do")
    yield Said(text.format(outside=len(balance.outside), inside=len(balance.inside)), "text")
