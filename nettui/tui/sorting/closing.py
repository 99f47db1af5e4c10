"""The end of sorting: how many were sorted, what is still open, and what Breadth makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain import breadth
from nettui.domain.records import Level
from nettui.domain.variety import variety
from nettui.i18n import _, ngettext
from nettui.services.facts.breadth import BreadthFacts
from nettui.services.sorting.unknown import Question, tally
from nettui.services.views.breadth_words import known_words, variety_words
from nettui.services.views.words import SHORT_LEVELS, word
from nettui.tui.widgets.line import Line
from nettui.tui.widgets.paragraphs import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.services.index import Index
    from nettui.services.sorting.walk import Walk

__all__ = ["breadth_words", "closing_lines", "sorted_words"]


def sorted_words(answered: Mapping[Question, int]) -> str:
    """Return how many people were given a level and an industry; empty when nobody was."""
    levels, industries = answered.get(Question.LEVEL, 0), answered.get(Question.INDUSTRY, 0)
    parts = []
    if levels:
        parts.append(ngettext("{n} person has a level", "{n} people have a level", levels).format(n=levels))
    if industries:
        parts.append(
            ngettext("{n} person has an industry", "{n} people have an industry", industries).format(n=industries)
        )
    return ", ".join(parts)


def breadth_words(index: Index, question: Question) -> str:
    """Return what Breadth says of the answers there are, in one sentence, with how many it was counted from."""
    people = index.shelf(BreadthFacts).require().people()
    if question is Question.LEVEL:
        levels = breadth.level_matrix(people, index.groups)
        if levels.enough:
            dot = ", ".join(f"{word(SHORT_LEVELS, level.value)} {len(levels.rows[level])}" for level in Level)
            said = _("Breadth, by level: {counts}").format(counts=dot)
        else:
            said = _("Breadth: too few known to say")
        known, without = levels.known, levels.unknown
    else:
        found = variety((p.id, p.industry, p.industry_key) for p in people)
        said = _("Breadth, industries: {variety}").format(variety=variety_words(found))
        known, without = found.known, found.unknown
    return f"{said} ({known_words(known, without)})"


def closing_lines(
    index: Index, question: Question, walk: Walk, other: Walk, keys: tuple[str, str, str], width: int
) -> Sequence[Line]:
    """Return the last sheet. ``other`` is the walk of the other question; ``keys`` switch, go back a step, and end."""
    switch, back, end = keys
    lines = [Line(((_first(question, walk), "strong"),)), Line()]
    counts = []
    if walk.answered:
        counts.append(ngettext("{n} sorted", "{n} sorted", walk.answered).format(n=walk.answered))
    if walk.later:
        counts.append(ngettext("{n} left for later", "{n} left for later", walk.later).format(n=walk.later))
    if counts:
        lines.append(Line(((", ".join(counts), "text"),)))
    lines += [Line(spans) for spans in wrap([(breadth_words(index, question), "text")], width)]
    beside = tally(index, question).beside
    if beside:
        text = ngettext(
            "{n} person has no company at present, so there is nothing that could have an industry. "
            "Where you know one, e in People adds the position.",
            "{n} people have no company at present, so there is nothing that could have an industry. "
            "Where you know one, e in People adds the position.",
            beside,
        ).format(n=beside)
        lines += [Line(), *(Line(spans) for spans in wrap([(text, "quiet")], width))]
    lines.append(Line())
    if other.left:
        if question is Question.LEVEL:
            text = ngettext(
                "goes on with industries: {n} is unknown", "goes on with industries: {n} are unknown", other.left
            )
        else:
            text = ngettext("goes on with levels: {n} is unknown", "goes on with levels: {n} are unknown", other.left)
        lines.append(_key_line(switch, text.format(n=other.left)))
    if walk.total:
        lines.append(_key_line(back, _("goes back to the person before")))
    lines.append(_key_line(end, _("ends; every answer is saved")))
    return lines


def _first(question: Question, walk: Walk) -> str:
    if walk.total:
        return _("That was everybody.")
    if question is Question.LEVEL:
        return _("Everybody has a level: there is nothing to sort out.")
    return _("Everybody with a company has an industry: there is nothing to sort out.")


def _key_line(key: str, text: str) -> Line:
    return Line(((f"{key:<5}", "mark"), (text, "text")))
