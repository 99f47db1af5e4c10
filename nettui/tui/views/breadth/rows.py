"""The lines of Breadth: what each shows, and the filter line that it opens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from nettui.domain.breadth import LEVELS as ALL_LEVELS
from nettui.domain.connectors import TOP
from nettui.domain.roads import PlaceKind
from nettui.domain.variety import ENOUGH
from nettui.i18n import _, ngettext
from nettui.services.names import computed_name, group_name
from nettui.services.views.breadth_lists import cell_query, computed_query, exact_term, to_invite
from nettui.services.views.breadth_why import Measure, why
from nettui.services.views.breadth_words import (
    circle_words,
    known_words,
    meaning_words,
    met_words,
    network_words,
    outside_words,
    reached_words,
    scale_words,
    spread_words,
    thanks_words,
    variety_words,
)
from nettui.services.views.circle_guidance import GOOD_FOR, GUIDANCE
from nettui.services.views.words import SHORT_LEVELS, since, word
from nettui.text import one_line
from nettui.tui.views.people.paper import wrapped
from nettui.tui.views.prose import Said, Title
from nettui.tui.widgets.paragraphs import MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nettui.domain.ids import Id
    from nettui.domain.outside import OutsideBalance
    from nettui.domain.variety import Variety
    from nettui.services.index import Index
    from nettui.services.views.breadth import BreadthView, CircleRow, ConnectorRow

__all__ = ["BreadthRow", "Figure", "Heads", "Matrix", "Why", "folded", "key_of", "people_rows", "shape_rows"]

_NAMED = 5
"""Companies and industries that are named."""
_INDENT = 7
"""Cells before the name of a figure."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The groups over the matrix; ``line`` of so many ``lines`` on which the names take turns, from the left."""

    names: tuple[str, ...]
    line: int = 0
    lines: int = 1


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

    ``largest`` is the largest count beside it: a bar that long is full. ``place`` is the company or industry that it
    counts, ``person`` whom it is about.
    """

    key: str
    query: str
    count: int
    name: str
    note: str = ""
    role: str = "quiet"
    whole: int = 0
    largest: int = 0
    quiet: bool = False
    place: tuple[PlaceKind, str] | None = None
    person: Id | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a measure is there; shown when asked for."""

    measure: Measure


BreadthRow: TypeAlias = "Title | Said | Heads | Matrix | Figure | Why"


def key_of(row: BreadthRow) -> str | None:
    """Return what a row is known by; None for what is only read."""
    return row.key if isinstance(row, Matrix | Figure) else None


def folded(rows: Iterable[BreadthRow], width: int, *, reasons: bool, head_lines: int) -> Iterator[BreadthRow]:
    """Yield ``rows``, the sentences in as many lines as they take in ``width`` cells, ``reasons`` only if wanted."""
    for row in rows:
        if isinstance(row, Heads):
            yield from (replace(row, line=line, lines=head_lines) for line in range(head_lines))
            continue
        said = Said(why(row.measure), "how", indent=2) if isinstance(row, Why) else row
        if not isinstance(said, Said):
            yield said
        elif said is row or reasons:
            for line in wrapped(said.text, max(min(width, MEASURE) - said.indent, 10)):
                yield Said(" " * said.indent + line, said.role)


def shape_rows(view: BreadthView) -> Iterator[BreadthRow]:
    """Yield the answer in one sentence, then levels by group, companies and industries."""
    yield Said(network_words(view), "text")
    yield Title()
    # Translators: the letter y is a key.
    hint = _("y tells why")
    yield Title(_("levels"), f"{known_words(view.levels.known, view.levels.unknown)}, {hint}")
    yield Why(Measure.LEVELS)
    if view.levels.enough:
        yield from _matrix(view)
        yield Said(reached_words(view.levels))
    else:
        yield Said(_("Fewer than {n} levels are known: s asks for them, one person after the other.").format(n=ENOUGH))
        yield from _not_known("level:unknown", view.levels.unknown)
    yield Title()
    yield from _variety(_("companies"), PlaceKind.COMPANY, view.companies, Measure.COMPANIES)
    yield Title()
    yield from _variety(_("industries"), PlaceKind.INDUSTRY, view.industries, Measure.INDUSTRIES)


def _matrix(view: BreadthView) -> Iterator[BreadthRow]:
    levels, groups = view.levels, [*view.groups]
    nowhere = any(levels.count(level, None) for level in ALL_LEVELS)
    columns = [*groups, *([None] if nowhere else [])]
    ids = [group.id if group is not None else None for group in columns]
    yield Heads((*(group.name if group is not None else _("none") for group in columns), _("All")))
    counts = {level: [levels.count(level, group) for group in ids] for level in ALL_LEVELS}
    most = max((count for row in counts.values() for count in row), default=0)
    for level in ALL_LEVELS:
        name = level.value if level is not None else "unknown"
        queries = (*(cell_query(view, level, group) for group in ids), cell_query(view, level, None, any_group=True))
        yield Matrix(
            f"level:{name}", word(SHORT_LEVELS, name), (*counts[level], len(levels.rows[level])), queries, most
        )
    sums = tuple(sum(counts[level][number] for level in ALL_LEVELS) for number in range(len(columns)))
    queries = (*(cell_query(view, None, group, any_level=True) for group in ids), "")
    yield Matrix("level:all", _("All"), (*sums, view.people), queries, 0)


def _variety(title: str, kind: PlaceKind, variety: Variety, measure: Measure) -> Iterator[BreadthRow]:
    yield Title(title, known_words(variety.known, variety.unknown))
    yield Why(measure)
    yield Said(variety_words(variety), "text" if variety.enough else "quiet")
    if variety.enough:
        yield Said(meaning_words(variety))
        largest = max(map(len, variety.members.values()))
        for name, members in list(variety.members.items())[:_NAMED]:
            yield Figure(
                key=f"{kind.value}:{name}",
                query=exact_term(kind.value, name),
                count=len(members),
                name=name,
                whole=variety.known,
                largest=largest,
                place=(kind, name),
            )
    yield from _not_known(f"{kind.value}:none", variety.unknown)


def _not_known(query: str, count: int, name: str = "") -> Iterator[BreadthRow]:
    """Yield the line that opens those of whom a figure knows nothing."""
    if count:
        yield Figure(key=query, query=query, count=count, name=name or _("not known"), quiet=True)


def people_rows(view: BreadthView, index: Index) -> Iterator[BreadthRow]:
    """Yield the circles, how we met, whom to thank for it, and what lies outside my own employer and industry."""
    yield Title(_("circles"), ngettext("{n} person", "{n} people", view.people).format(n=view.people))
    yield Why(Measure.CIRCLES)
    for circle in view.circles:
        yield from _circle(view, circle, index)
    yield from _not_known("group:=none", view.spread.unknown, _("in no circle"))
    if view.spread.enough and view.spread.largest is not None:
        yield Said(spread_words(view.spread, one_line(group_name(index.groups[view.spread.largest]))))
    yield Why(Measure.GROUPS)
    yield Title()
    yield from _met(view)
    if view.connectors:
        yield Title()
        yield Title(_("met through"))
        yield Why(Measure.CONNECTORS)
        for each in view.connectors[:TOP]:
            yield _connector(each, index)
    yield Title()
    yield from _outside(_("outside your company"), "employer", view.outside, Measure.EMPLOYER)
    yield Title()
    yield from _outside(_("outside your industry"), "trade", view.outside_industry, Measure.TRADE)
    if view.computed:
        yield Title()
        yield Title(_("from positions and studies"))
        yield Why(Measure.COMPUTED)
        for group in view.computed:
            name = computed_name(group)
            yield Figure(key=f"computed:{name}", query=computed_query(group), count=len(group.people), name=name)


def _circle(view: BreadthView, circle: CircleRow, index: Index) -> Iterator[BreadthRow]:
    state = circle_words(circle.people, circle.stale)
    spoke = since(circle.last_contact, index.today) if circle.last_contact is not None else ""
    yield Figure(
        key=f"group:{circle.group.id}",
        query=view.group_terms[circle.group.id],
        count=circle.people,
        name=circle.group.name,
        note=spoke,
        role="due" if state else "quiet",
    )
    if not state:
        return
    if not spoke:
        yield Said(state, "due", indent=_INDENT)
    kind = index.groups[circle.group.id].kind
    guidance = GUIDANCE.get(kind)
    if guidance is None:
        yield Said(_(GOOD_FOR[kind]), indent=_INDENT)
    else:
        yield Said(" ".join(map(_, (guidance.give, guidance.invite, guidance.begin))), indent=_INDENT)
    somebody = to_invite(index, view, circle)
    if somebody is not None and somebody.name:
        yield Said(_("Perhaps with {name}?").format(name=one_line(somebody.name)), "text", indent=_INDENT)


def _met(view: BreadthView) -> Iterator[BreadthRow]:
    met = view.met
    yield Title(_("how we met"), known_words(met.known, met.unknown))
    yield Why(Measure.MET)
    yield Said(met_words(met), "text" if met.enough else "quiet")
    if met.enough:
        for query, people, name in (
            ("met:self", met.on_my_own, _("on my own")),
            ("met:person", met.through_people, _("through somebody")),
            ("met:other", met.otherwise, _("otherwise, at an event for instance")),
        ):
            if people:
                yield Figure(key=query, query=query, count=len(people), name=name)
    yield from _not_known("met:none", met.unknown)


def _connector(each: ConnectorRow, index: Index) -> Figure:
    waiting = each.thanks.waiting if each.thanks is not None else ()
    return Figure(
        key=f"through:{each.person.id}",
        query=each.query,
        count=each.introduced,
        name=each.person.name,
        note=thanks_words(each.thanks, index.today),
        role="due" if waiting else "quiet",
        person=each.person.id if each.person.name else None,
    )


def _outside(title: str, field: str, balance: OutsideBalance, measure: Measure) -> Iterator[BreadthRow]:
    industry = measure is Measure.TRADE
    yield Title(title, known_words(balance.known, balance.unknown))
    yield Why(measure)
    if not balance.enough:
        yield Said(outside_words(balance, industry=industry))
    else:
        yield Said(scale_words(balance), "text")
        outside = _("in other industries") if industry else _("elsewhere")
        inside = _("in your industry") if industry else _("where you work")
        if balance.outside:
            query = f"{field}:other"
            yield Figure(key=query, query=query, count=len(balance.outside), name=outside)
        if balance.inside:
            query = f"{field}:mine"
            yield Figure(key=query, query=query, count=len(balance.inside), name=inside)
    yield from _not_known(f"{field}:none", balance.unknown)
