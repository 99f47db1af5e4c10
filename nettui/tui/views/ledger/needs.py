"""Offers and needs: what I can offer and look for, and what others need. Who fits whom is for the user to see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from nettui.i18n import _, ngettext
from nettui.services.views.order import name_key
from nettui.tui.views.prose import Title
from nettui.tui.views.record_words import status_word, what_and_way
from nettui.tui.widgets.line import Line, cut
from nettui.tui.widgets.matches import marked
from nettui.tui.widgets.paragraphs import fact, heading, paragraph, section, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from nettui.domain.ids import Id
    from nettui.services.facts.needs import Need
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs

__all__ = ["NeedRow", "NeedsRow", "Side", "need_count", "need_line", "need_page", "need_rows", "need_texts"]

_MOST = 60
"""How many of the other side's lines a page shows."""


class Side(Enum):
    """Whose line it is: what I can offer, what I look for, what somebody else needs."""

    OFFER = auto()
    SEEK = auto()
    NEED = auto()


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One offer or need. ``person`` is whose need it is; None for a line of mine."""

    side: Side
    text: str
    person: Id | None = None

    @property
    def key(self) -> str:
        """What tells it from the others; it stays while other lines come and go."""
        return f"{self.side.name}:{self.person or ''}:{self.text}"


NeedsRow: TypeAlias = "NeedRow | Title"


def need_texts(index: Index, needs: Iterable[tuple[Id, str]]) -> Mapping[str, str]:
    """Return what each line is found by: its text, and whose it is."""
    texts = {row.key: row.text for row in _mine(index)}
    for person, need in needs:
        texts[NeedRow(Side.NEED, need, person).key] = f"{need} {index.person_name(person)}"
    return texts


def need_count(index: Index, needs: Mapping[Id, Need]) -> int:
    """Return how many lines there are, without making them."""
    return len(_mine(index)) + sum(len(set(need.needs)) for need in needs.values())


def need_rows(
    index: Index, needs: Iterable[tuple[Id, str]], *, sort: str, found: frozenset[str] | None
) -> Sequence[NeedsRow]:
    """Return the lines under their headings; of ``found`` only those. Nothing at all where there is none."""
    theirs = [NeedRow(Side.NEED, need, person) for person, need in needs]
    if sort == "what":
        theirs.sort(key=lambda row: name_key(row.text))
    else:
        theirs.sort(key=lambda row: (name_key(index.person_name(row.person or "")), name_key(row.text)))
    mine = _mine(index)
    parts = (
        (_("What I can offer"), [row for row in mine if row.side is Side.OFFER], _("M writes it down")),
        (_("What I look for"), [row for row in mine if row.side is Side.SEEK], _("M writes it down")),
        (_("What others need"), theirs, _("e on a person notes what would help them")),
    )
    rows: list[NeedsRow] = []
    for title, lines, nothing in parts:
        shown = [row for row in lines if found is None or row.key in found]
        if not shown and found is not None:
            continue
        rows += [Title(""), Title(title, str(len(shown)) if shown else nothing), *shown]
    anything = any(isinstance(row, NeedRow) for row in rows)
    return rows[1:] if anything else ()


def _mine(index: Index) -> list[NeedRow]:
    me = index.me
    if me is None:
        return []
    offers = dict.fromkeys(NeedRow(Side.OFFER, text) for text in me.offers if text.strip())
    return [*offers, *dict.fromkeys(NeedRow(Side.SEEK, text) for text in me.seeks if text.strip())]


def need_line(row: NeedsRow, index: Index, width: int, glyphs: Glyphs, words: Sequence[str]) -> Line:
    """Return the line of a row in ``width`` cells."""
    if isinstance(row, Title):
        return heading(row.text, width, glyphs, row.note) if row.text else Line()
    text = marked(((" ".join(row.text.split()), "text"),), words) if words else ((row.text, "text"),)
    if row.person is None:
        return Line(tuple(text))
    name = cut(((index.person_name(row.person), "who"),), min(max(width // 3, 12), 28), glyphs.ellipsis)
    return Line((*name, ("  ", "text"), *text))


def need_page(
    row: NeedRow, index: Index, needs: Sequence[tuple[Id, str]], glyphs: Glyphs, width: int
) -> Iterator[Line]:
    """Yield a line in full, and beside it the other side: my offers beside a need, the needs beside an offer."""
    yield Line()
    yield from paragraph(((row.text.strip(), "strong"),), width)
    yield Line()
    if row.side is Side.NEED:
        yield from fact(_("would help"), ((index.person_name(row.person or ""), "who"),), width)
        yield Line()
        yield from paragraph(((_("f begins to offer it; you choose what it is."), "quiet"),), width)
        yield from _between(row, index, width, glyphs)
        yield from _list(
            _("what I can offer"), [(each.text, "") for each in _mine(index) if each.side is Side.OFFER], width, glyphs
        )
    elif row.side is Side.OFFER:
        yield from paragraph(((_("f begins to offer it to somebody."), "quiet"),), width)
        theirs = [(need, index.person_name(person)) for person, need in needs]
        yield from _list(_("what others need"), theirs, width, glyphs)
    else:
        yield from paragraph(
            ((_("f begins to ask somebody for it, and to offer something in return."), "quiet"),), width
        )
        yield from _list(
            _("what I can offer"), [(each.text, "") for each in _mine(index) if each.side is Side.OFFER], width, glyphs
        )


def _between(row: NeedRow, index: Index, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """Yield what is open or was done between me and whose need it is, newest first."""
    lines = [each for each in reversed(index.exchanges_of(row.person or "")) if each.person == row.person][:5]
    if lines:
        yield from section(_("between you"), width, glyphs)
    for each in lines:
        about = f" {glyphs.dot} {each.subject}" if each.subject else ""
        yield Line(
            (("  ", "text"), (what_and_way(each), "text"), (about, "quiet")),
            ((f" {status_word(each.status)}", "quiet"),),
        )


def _list(title: str, lines: Sequence[tuple[str, str]], width: int, glyphs: Glyphs) -> Iterator[Line]:
    yield from section(title, width, glyphs)
    if not lines:
        yield from paragraph(((_("Nothing is written down yet."), "quiet"),), width)
    for text, name in lines[:_MOST]:
        spans = ((text, "text"), (f" {glyphs.dot} ", "faint"), (name, "quiet")) if name else ((text, "text"),)
        yield from signed((f"{glyphs.dot} ", "mark"), spans, width)
    rest = len(lines) - _MOST
    if rest > 0:
        yield from paragraph(((ngettext("and {n} more", "and {n} more", rest).format(n=rest), "quiet"),), width)
