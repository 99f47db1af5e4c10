"""From the form in which a name stands in a sentence to the form in which it is recorded.

Bulgarian names hardly inflect: prepositions (*с Мария*, *на Иван*, *при Петрова*) leave them alone. What changes them
is the vocative (*Иване*, *Елено*, *Марийо*), the old object case of men's names after prepositions (*на Ивана*), the
definite article of nicknames (*Гошото*) and of surnames (*Петровия*), and the plural of families (*Петрови*). English
has the possessive (*Maria's*). Every form is only proposed: the caller takes it where somebody is called so, and asks
for other forms only when nobody is called as it was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["base_forms", "possessive"]

_SHORTEST_STEM = 3  # Иво is not the vocative of Ива

# Ending as typed -> endings as recorded. Longest first; a form may fit several.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("овите", ("ов", "ова")), ("евите", ("ев", "ева")), ("ските", ("ски", "ска")),
    ("овият", ("ов",)), ("евият", ("ев",)), ("ския", ("ски",)), ("ският", ("ски",)),
    ("овия", ("ов",)), ("евия", ("ев",)), ("ови", ("ов", "ова")), ("еви", ("ев", "ева")),
    ("ийо", ("ия",)), ("ьо", ("я",)), ("йо", ("я", "й")),
    ("тре", ("тър", "тра")), ("ре", ("р", "ър")), ("то", ("",)), ("та", ("",)),
    ("о", ("а", "")), ("е", ("", "а")), ("ю", ("й", "я")),
)  # fmt: skip
_OBJECT_CASE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("и", "ий")), ("я", ("й", "ь")), ("тра", ("тър",)), ("а", ("",)),
)  # fmt: skip


def base_forms(word: str, *, after_preposition: bool) -> Iterator[tuple[str, ...]]:
    """Yield the forms that the folded Cyrillic ``word`` may be inflected from, by ending, the likeliest first.

    The old object case is proposed only ``after_preposition``: elsewhere *Ивана* is a woman's name.
    """
    tables = (_OBJECT_CASE, _ENDINGS) if after_preposition else (_ENDINGS,)
    for table in tables:
        for ending, recorded in table:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= (_SHORTEST_STEM if len(ending) < 3 else 2):
                yield tuple(stem + form for form in recorded)


def possessive(word: str) -> int:
    """Return how many characters at the end of ``word`` are an English possessive: *Maria's* 2, *James'* 1."""
    if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
        return 2
    return 1 if len(word) > 2 and word[-1] in "'’" and word[-2] in "sS" else 0
