"""The answers on the sheet of sorting, each with its key, and the guess, shown as a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.guesses import IndustryGuess, LevelGuess
from nettui.domain.records import Level
from nettui.i18n import N_, _, ngettext
from nettui.services.views.words import LEVELS, word
from nettui.text import one_line
from nettui.tui.commands.sorting import DIGITS
from nettui.tui.widgets.line import Line, Span, cut, width_of
from nettui.tui.widgets.paragraphs import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nettui.services.sorting.guesses import Industry
    from nettui.tui.glyphs import Glyphs

__all__ = ["guess_lines", "industry_lines", "level_lines", "question_line"]

_MEANINGS: Mapping[Level, str] = {
    # Translators: behind the level; where somebody stands in working life, seen from the user.
    Level.EARLIER: N_("began after you, or has not come as far"),
    Level.PEER: N_("stands about where you stand"),
    Level.SENIOR: N_("is further along than you"),
    Level.OUTSIDE: N_("retired, at home, or another walk of life"),
}
_TWO_FROM = 56
"""Cells from which industries stand in two columns."""


def question_line(text: str, why: str) -> Line:
    """Return the question, with what is meant by it."""
    return Line(((text, "mark"), (f"  {why}" if why else "", "quiet")))


def level_lines(keys: Mapping[Level, str], guess: LevelGuess | None, width: int, glyphs: Glyphs) -> list[Line]:
    """Return a line for each level; the guessed one is pointed at."""
    names = {level: word(LEVELS, level.value) for level in Level}
    column = max(width_of([(name, "")]) for name in names.values()) + 3
    keyed = max(width_of([(key, "")]) for key in keys.values()) + 2
    lines = []
    for level, name in names.items():
        guessed = guess is not None and guess.value is level
        spans: list[Span] = [
            (f"{glyphs.cursor} " if guessed else "  ", "mark"),
            (keys[level].ljust(keyed), "mark"),
            (name + " " * (column - width_of([(name, "")])), "strong" if guessed else "text"),
            (_(_MEANINGS[level]), "quiet"),
        ]
        lines.append(Line(tuple(cut(spans, width, glyphs.ellipsis))))
    return lines


def industry_lines(
    industries: Sequence[Industry], other: str, guess: IndustryGuess | None, width: int, glyphs: Glyphs
) -> list[Line]:
    """Return the most frequent industries with their digits, in two columns where there is room; ``other`` is a key."""
    cells: list[list[Span]] = [
        [
            (f"{glyphs.cursor} " if guess is not None and guess.value == each.name else "  ", "mark"),
            (f"{digit}  ", "mark"),
            (one_line(each.name, 200), "strong" if guess is not None and guess.value == each.name else "text"),
            (f"  {each.people}", "quiet"),
        ]
        for digit, each in zip(DIGITS, industries, strict=False)
    ]
    cells.append([("  ", "text"), (f"{other}  ", "mark"), (_("another one, by its name"), "text")])
    if width < _TWO_FROM:
        return [Line(tuple(cut(cell, width, glyphs.ellipsis))) for cell in cells]
    half, rows = width // 2, (len(cells) + 1) // 2
    lines = []
    for y in range(rows):
        left = cut(cells[y], half - 1, glyphs.ellipsis)
        right = cells[y + rows] if y + rows < len(cells) else []
        lines.append(Line((*left, (" ", "text"), *cut(right, width - half, glyphs.ellipsis))))
    return lines


def guess_lines(guess: LevelGuess | IndustryGuess | None, none: str, enter: str, width: int) -> list[Line]:
    """Return the guess with its reason and the key that takes it; ``none`` says why there is no guess."""
    if guess is None:
        return [Line(spans) for spans in wrap([(none, "quiet")], width)[:2]]
    what = word(LEVELS, guess.value.value) if isinstance(guess, LevelGuess) else one_line(guess.value)
    spans: list[Span] = [
        # Translators: the beginning of a guess: "Perhaps senior: “Head of”".
        (_("Perhaps"), "text"),
        (" ", "text"),
        (what, "strong"),
        (f": {_reason(guess)}", "quiet"),
    ]
    takes = Line(((enter, "mark"), (" ", "text"), (_("takes the guess"), "quiet")))
    return [*(Line(line) for line in wrap(spans, width)[:2]), takes]


def _reason(guess: LevelGuess | IndustryGuess) -> str:
    if isinstance(guess, LevelGuess):
        return _("“{words}”").format(words=one_line(guess.words))
    if guess.words:
        return _("“{words}” in the company's name").format(words=one_line(guess.words))
    if guess.earlier:
        text = ngettext(
            "earlier at {company}, where {people} of {known} person known works in it",
            "earlier at {company}, where {people} of {known} people known work in it",
            guess.known,
        )
    else:
        text = ngettext(
            "{people} of {known} person known at {company} works in it",
            "{people} of {known} people known at {company} work in it",
            guess.known,
        )
    return text.format(company=one_line(guess.company, 40), people=guess.people, known=guess.known)
