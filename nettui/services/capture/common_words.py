"""Words that are names too, and words that lead to a name."""

from __future__ import annotations

from nettui.services.capture.wordlist import wordset

__all__ = ["ALSO_WORDS", "APART", "JOINING", "PARTICLES", "PREPOSITIONS", "SPOKEN_OF", "TAKING_PART"]

ALSO_WORDS = wordset(
    """will may mark rose grant bill art hope grace faith joy june april august dawn frank rich drew pat sue rob jack
    max miles chase hunter page young long king white brown black green gray grey wood woods stone price cook baker
    little small best good west north south east cross field fields hill lake rivers day days summer winter case
    bond ford law lane park parks church bell ball marks banks job jobs penny ruby amber iris lily ivy olive dean
    gene guy ray rex roy van von do so an and the i we you he she they it is as at in on of for from with about to
    вяра надежда любов роза калина свобода май правда ангел камен радост цвета мила добри златка светла светлана
    весела весел росен пролет зора искра слава сила деня утро бял черен бяла черна голям малка малък млад стар
    иде дай това тази той тя ние вие те аз ти се си да не но на от за при до с със и или че как кога къде вече още
    всичко нещо някой много малко добре днес утре вчера после там тук сам сама рада рад"""
)
"""Common words that are, or fold to, names: never a name in lower case, nor at the start of a sentence."""

PARTICLES = wordset(
    """van von de der den da di del della du la le el al bin ibn ben dos das
    dr prof mr mrs ms phd mba jr sr д-р проф инж доц адв г-н г-жа"""
)
"""Small words and titles inside names that mean nobody by themselves."""

TAKING_PART = wordset("with met с със")
"""After these a named person is there."""
JOINING = wordset("and и plus плюс")
"""Between two people of one list."""
PREPOSITIONS = wordset("с със на при за от до към у пред след покрай чрез без")
SPOKEN_OF = wordset("about re regarding concerning за относно заради")
"""After these a named person is only spoken of."""
APART = ("friend of", "sister of", "brother of", "colleague of", "wife of", "husband of", "son of", "daughter of")
"""Before these, too: it is the other one who came."""
