"""The words that open a section (*promised:*, *помолих:*) and the kinds of exchange, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.records import Direction, ExchangeKind, Status, Whose
from nettui.services.capture.wordlist import wordset

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SECTION", "Section", "kind_of", "section_of"]


@dataclass(frozen=True, slots=True)
class Section:
    """What a section records: a promise (``whose``), or an exchange (``direction`` and ``status``)."""

    whose: Whose | None = None
    direction: Direction = Direction.GIVEN
    status: Status = Status.DONE


_MINE, _THEIRS = Section(whose=Whose.MINE), Section(whose=Whose.THEIRS)
_I_ASKED = Section(direction=Direction.RECEIVED, status=Status.ASKED)
_I_OFFERED = Section(direction=Direction.GIVEN, status=Status.OFFERED)
_I_GAVE = Section(direction=Direction.GIVEN, status=Status.DONE)
_I_GOT = Section(direction=Direction.RECEIVED, status=Status.DONE)
_WAS_ASKED = Section(direction=Direction.GIVEN, status=Status.ASKED)
_WAS_OFFERED = Section(direction=Direction.RECEIVED, status=Status.OFFERED)

_SECTIONS: Mapping[str, Section] = {
    phrase: section
    for section, phrases in (
        (_MINE, "promised|promise|i promised|обещах|обещахме|обещах му|обещах ѝ|обещах й|обещах им"),
        (_THEIRS, "awaiting|waiting for|promised me|очаквам|чакам|обеща ми|обеща|обещаха ми|обещаха"),
        (_I_ASKED, "asked|i asked|asked for|помолих|помолихме|поисках|помолих го|помолих я|помолих ги"),
        (_I_OFFERED, "offered|i offered|предложих|предложихме|предложих му|предложих ѝ|предложих й|предложих им"),
        (_I_GAVE, "gave|given|i gave|дадох|дадохме|дадох му|дадох ѝ|дадох й|дадох им"),
        (_I_GOT, "got|received|i got|получих|получихме|даде ми|дадоха ми"),
        (_WAS_ASKED, "was asked|was asked for|asked me|помолиха ме|помоли ме|помолен съм|помолиха ни|поиска ми"),
        (_WAS_OFFERED, "was offered|offered me|предложиха ми|предложи ми|предложиха ни"),
    )
    for phrase in phrases.split("|")
}
SECTION = re.compile(
    r"(?<![\w\\])(?:"
    + "|".join(phrase.replace(" ", "[ \t]{1,3}") for phrase in sorted(_SECTIONS, key=len, reverse=True))
    + r")[ \t]?:(?=\s|$)",
    re.IGNORECASE,
)
"""A section's word or words with the colon, followed by a blank or the end."""


def section_of(marker: str) -> Section:
    """Return what a marker found by :data:`SECTION` records."""
    return _SECTIONS[" ".join(marker.rstrip(":").lower().split())]


_KINDS: Mapping[ExchangeKind, str] = {
    ExchangeKind.RECOMMENDATION: """recommendation recommendations recommend rec recs
        препоръка препоръката препоръки препоръките препоръчай препоръча препоръчам препоръчаш""",
    ExchangeKind.ENDORSEMENT: """endorsement endorsements endorse endorsed
        потвърждение потвърждения потвърждаване умение""",
    ExchangeKind.INTRODUCTION: """introduction introductions introduce intro intros introduced introducing connect
        запознанство запознанството запознанства запознаване представяне представяния запознае запозная запознай
        запознаеш запознах запозна запознахме свърже свържа свързване""",
    ExchangeKind.REFERRAL: "referral referrals refer referred насочване препратка препращане",
    ExchangeKind.REFERENCE: "reference references референция референции референцията отзив отзиви",
    ExchangeKind.ADVICE: "advice advise advised mentoring съвет съвета съвети съветите съветвам менторство консултация",
    ExchangeKind.FEEDBACK: """feedback review reviewed comments обратна отзвук рецензия мнение коментар коментари
        фийдбек""",
    ExchangeKind.INFORMATION: """information info data contact contacts информация информацията инфо сведения данни
        контакт контакти""",
    ExchangeKind.OPPORTUNITY: """opportunity opportunities job offer invitation invite
        възможност възможността възможности работа оферта покана""",
    ExchangeKind.HELP: "help helped helping hand assistance помощ помощта помогна помогне помогнеш съдействие",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_FILLERS = wordset(
    """a an the for to his her their my some me us him them if please
    да за го я ги ме ни ми му ѝ й им един една едно неговата нейната малко на ли ще"""
)
_MOST_FILLERS = 3


def kind_of(words: list[str]) -> tuple[ExchangeKind, int | None]:
    """Return the kind that the ``words`` of a section begin with, and the index of the word that says it.

    Articles, pronouns, prepositions and names (any capitalised word) before it are passed over.
    Without such a word the kind is OTHER.
    """
    for index, word in enumerate(words[: _MOST_FILLERS + 1]):
        lower = word.lower()
        if lower in _KIND:
            return _KIND[lower], index
        if lower not in _FILLERS and lower == word:
            break
    return ExchangeKind.OTHER, None
