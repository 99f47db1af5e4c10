"""What the words of a title say about seniority, and those of a company's name about its industry: clear cases only.

Compiled for nettui from common usage in English and Bulgarian. Phrases are folded (see
:func:`nettui.domain.search.fold_letters`) and match whole words. A word that means a rank in one trade and none in
another (*associate*, *manager*, *officer*, *partner*, *мениджър*, *специалист*) is left out, or stands only in the
phrases where it is clear.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from nettui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ADJECTIVES",
    "CUTS",
    "FORMER",
    "NAMED",
    "NOT_BEFORE",
    "NOUN_FOLLOWS",
    "OUTSIDE",
    "PLAIN",
    "RUNGS",
    "WHOLE",
    "WHOSE",
    "Words",
]

Words = tuple[str, ...]


def _phrases(text: str) -> tuple[Words, ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))


def _table(rows: Mapping[int, str]) -> dict[Words, int]:
    return {phrase: rung for rung, text in rows.items() for phrase in _phrases(text)}


PLAIN = 2
"""The rung of a title without any word of rank."""

RUNGS: Mapping[Words, int | None] = MappingProxyType(
    {
        **_table(
            {
                0: "intern,trainee,apprentice,student,pupil,working student,undergraduate,internee,"
                "стажант,стажантка,практикант,практикантка,студент,студентка,ученик,ученичка,чирак,обучаем,обучаема",
                1: "junior,jr,entry level,graduate,phd student,phd candidate,doctoral student,doctoral candidate,"
                "doctoral researcher,research assistant,teaching assistant,lab assistant,graduate assistant,"
                "младши,мл,докторант,докторантка,специализант,специализантка",
                2: "mid level,medior,postdoc,postdoctoral,постдокторант",
                3: "senior,sr,lead,team lead,team leader,tech lead,staff engineer,staff software engineer,"
                "staff scientist,staff developer,supervisor,assistant professor,art director,"
                "старши,ст,водещ,водеща,тийм лидер,тийм лид,лидер на екип,ръководител екип,ръководител на екип,"
                "главен,главна,гл,главен асистент,гл асистент,супервайзор",
                4: "head,head of,principal,chief,director,founder,co founder,cofounder,owner,co owner,deputy director,"
                "engineering manager,senior manager,branch manager,regional manager,plant manager,"
                "associate professor,chief of staff,"
                "ръководител,ръководителка,началник,началничка,н к,шеф на,директор,директорка,"
                "заместник директор,зам директор,основател,основателка,съосновател,съоснователка,собственик,"
                "собственичка,доцент,доц",
                5: "ceo,cto,cfo,coo,cio,cmo,ciso,cpo,chro,cdo,vp,svp,evp,vice president,president,"
                "managing director,executive director,general director,general manager,country manager,"
                "managing partner,senior partner,founding partner,equity partner,secretary general,chairman,chairwoman,"
                "chairperson,chair of the board,board member,member of the board,professor,prof,dean,rector,minister,"
                "mayor,изпълнителен директор,изпълнителна директорка,генерален директор,главен изпълнителен директор,"
                "управляващ директор,управляващ съдружник,управител,управителка,президент,вицепрезидент,"
                "вице президент,председател,председателка,съдружник,съдружничка,член на ус,член на управителния съвет,"
                "член на борда,професор,професорка,проф,декан,ректор,министър,кмет,главен секретар",
            }
        ),
        # Phrases that take the rank out of a word in them.
        **dict.fromkeys(
            _phrases(
                "head hunter,head chef,head waiter,lead generation,lead gen,lead free,senior citizens,senior care,"
                "senior living,senior home,"
                "product owner,process owner,service owner,board of directors,funeral director,"
                "president elect,scrum master,junior high,junior school,senior high,"
                "ръководител проект,ръководител проекти,ръководител на проект,ръководител на проекти,"
                "шеф готвач,главен готвач,главна роля,собственик на продукт,водещ на новини,водеща на новини"
            ),
            None,
        ),
    }
)
"""Phrases and their rung, from 0 (learning) to 5 (leads the whole); None where the words are no rank."""

WHOLE: Mapping[Words, int] = MappingProxyType(
    {("assistant",): 1, ("асистент",): 1, ("ас",): 1, ("асистентка",): 1, ("partner",): 5}
)
"""Words that are a rank only where they are the whole title: a *personal assistant* may know it all."""

OUTSIDE: frozenset[Words] = frozenset(
    _phrases(
        "retired,retiree,pensioner,homemaker,housewife,stay at home,full time parent,full time mother,full time mom,"
        "full time mum,full time father,full time dad,пенсионер,пенсионерка,пенсиониран,пенсионирана,в пенсия,домакиня"
    )
)
"""Phrases of people who stand outside working life."""

FORMER = frozenset({"former", "formerly", "ex", "previously", "past", "бивш", "бивша", "предишен", "предишна"})
"""Words after which a title is no longer held."""

CUTS = frozenset({"to", "of", "for", "at", "in", "with", "на", "към", "при", "в", "във", "за", "от", "по"})
"""Words behind which stands for whom or where somebody works: *assistant to the director* is no director."""

ADJECTIVES = frozenset(
    _phrases(
        "junior,jr,entry level,mid level,medior,senior,sr,lead,chief,head,principal,"
        "младши,мл,старши,ст,водещ,водеща,главен,главна,гл"
    )
)
"""Ranks that go before any noun: a *senior advisor* is senior, but a *student advisor* is no student."""

NOUN_FOLLOWS = frozenset(_phrases("водещ,водеща,главен,главна,гл,ст,мл"))
"""Ranks only before a noun; alone they are something else: a *водещ* on television is a presenter."""

WHOSE = frozenset({"to", "for", "на", "към", "за"})
"""Those of :data:`CUTS` that make an assistant anybody: *assistant to the director* names no rank."""

NOT_BEFORE = frozenset(
    """
    office affairs school schools studies admissions education
    services service success support relations recruiter recruiting recruitment recruit coordinator
    coordination advisor adviser advising counsellor counselor assistant secretary programme program programs ambassador
    housing loans loan life experience union union's council coach mentor office's
    офис асистент асистентка секретар секретарка съветник координатор
    """.split()  # noqa: SIM905 - a table of words
)
"""Nouns that make a rank before them somebody else's: *student services*, *director assistant*, *CEO office*."""

NAMED: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        N_("Healthcare"),
        ("hospital", "болница", "clinic", "клиника", "поликлиника", "многопрофилна болница"),
        ("health", "medicine", "здравеопазване", "медицина"),
    ),
    (
        N_("Education"),
        (
            "university", "universitat", "universite", "universidad", "universita", "университет", "училище",
            "гимназия", "high school", "primary school", "secondary school", "business school",
        ),
        ("higher education", "academia", "образование", "висше образование"),
    ),
    (
        N_("Banking"),
        ("bank", "банк", "banka", "банка", "banque", "banco"),
        ("finance", "financial services", "банково дело", "банки", "финанси"),
    ),
    (
        N_("Insurance"),
        ("insurance", "застраховане", "застрахователна", "застрахователно"),
        ("застраховане", "finance", "финанси"),
    ),
    (N_("Law"), ("law firm", "адвокатско дружество", "адвокатска кантора"), ("legal", "legal services", "право")),
    (
        N_("Public sector"),
        ("ministry", "министерство", "municipality", "община"),
        ("public administration", "government", "държавна администрация", "публичен сектор"),
    ),
    (N_("Air transport"), ("airline", "airlines", "авиокомпания"), ("airlines", "aviation", "авиация", "транспорт")),
    (N_("Culture"), ("museum", "музей", "theatre", "театър", "opera", "опера"), ("arts", "култура", "изкуство")),
)  # fmt: skip
"""Industries that a company's name tells: the usual name, the words that tell it, other names it may go by.

*Bank* and *банк* also count at the end of a longer word (*Bulbank*, *Юробанк*).
"""
