"""When two spellings of an organisation's name mean the same one."""

from __future__ import annotations

import re
from functools import lru_cache

from nettui.text import fold_name

__all__ = ["is_organisation", "organisation_key"]

_DOTTED = re.compile(r"(?<=\b\w)[./](?=\w\b)")
"""A point or stroke between two single letters: S.A., О.О.Д., A/S."""

_LEGAL_FORMS = frozenset(
    """
    ltd limited inc incorporated llc llp plc corp corporation pty gmbh mbh ag kg kgaa ohg ug ev se sa sas sarl sasu
    srl spa bv nv oy oyj ab as asa aps sro kft zrt doo dd
    ood eood ead оод еоод ад еад ет сд кд кда дззд ооо оао зао пао
    """.split()  # noqa: SIM905 - a table of words
)
_AFTER_A_FORM = frozenset({"co", "and", "und", "ко", "и"})
"""Left dangling by names such as ``Muster GmbH & Co. KG`` once the form behind it is gone."""

_NOWHERE = frozenset(
    {
        "",
        "confidential",
        "freelance",
        "freelancer",
        "independent",
        "independent consultant",
        "independent contractor",
        "n a",
        "na",
        "none",
        "retired",
        "self",
        "self employed",
        "self employment",
        "stealth",
        "stealth mode",
        "stealth startup",
        "student",
        "unemployed",
        "various",
        "безработен",
        "безработна",
        "на свободна практика",
        "независим консултант",
        "пенсионер",
        "свободна практика",
        "студент",
    }
)
"""What people write where an employer is asked for and they have none: nobody is a colleague there."""


@lru_cache(maxsize=8192)
def organisation_key(name: str) -> str:
    """Return the key under which two organisation names count as one: folded, without legal forms at the end.

    Case, blanks, accents and marks are folded as in :func:`nettui.text.fold_name`, commas do not cut.
    ``Ltd``, ``GmbH & Co. KG``, ``ООД``, ``АД`` and the like go only as whole words at the end (``ЕТ`` also in front),
    and never the last word: a firm called ``AG`` stays ``ag``. Scripts stay apart. Empty for an empty name.
    """
    words = fold_name(_DOTTED.sub("", name).replace(",", " ")).split()
    if len(words) > 1 and words[0] == "ет":
        words = words[1:]
    stripped = False
    while len(words) > 1 and (words[-1] in _LEGAL_FORMS or (stripped and words[-1] in _AFTER_A_FORM)):
        words.pop()
        stripped = True
    return " ".join(words)


def is_organisation(key: str) -> bool:
    """Return whether ``key`` names an organisation, and not that somebody works alone or not at all."""
    return key not in _NOWHERE
