"""Finding across case, accents and scripts: ``petrova``, ``Петрова`` and ``ПЕТРОВА`` find each other.

Two Latin texts must agree letter by letter once case, accents and special letters are folded (``Petrowa`` does not find
``Petrova``). Between Cyrillic and Latin the official Bulgarian transliteration and the common informal ones all count
(``qna``, ``yana`` and ``iana`` find ``Яна``). Only ever used to find, never to decide that two people are the same:
that is :func:`nettui.text.fold_name`.
"""

from __future__ import annotations

import re
import unicodedata

from nettui.domain.transliteration import has_cyrillic, sounds_like, to_latin

__all__ = ["fold_letters", "matches", "same_word", "search_fold", "search_keys"]

_SPECIAL = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "ŧ": "t", "ŋ": "n", "ĸ": "k", "ə": "e", "’": "'", "ʼ": "'", "‘": "'",
        # Greek, after ISO 843 as passports print it, without its digraphs
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
        "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
        "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip
_KEPT = {"й": "\ue000", "ї": "\ue001", "ў": "\ue002", "ѓ": "\ue003", "ќ": "\ue004", "ё": "\ue005"}
_HIDE = str.maketrans(_KEPT)
_SHOW = str.maketrans({ord(mark): letter for letter, mark in _KEPT.items()})
_GREEK_OU = re.compile("ου")
_WORD = re.compile(r"\w+")
_LONGEST_WORD = 64  # longer ones are no names; the comparison across scripts costs more than linear time


def fold_letters(text: str) -> str:
    """Return ``text`` in lower case without accents, with special, Greek and full-width letters as plain Latin ones.

    Cyrillic stays Cyrillic, and й, which Unicode takes for и with a breve, stays the letter it is.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFKC", text).casefold()
    hidden = unicodedata.normalize("NFC", composed).translate(_HIDE)
    bare = "".join(char for char in unicodedata.normalize("NFKD", hidden) if not unicodedata.combining(char))
    return _GREEK_OU.sub("ou", bare.translate(_SHOW)).translate(_SPECIAL)


def search_fold(text: str) -> str:
    """Return the one Latin key of ``text``: folded, Cyrillic in its official Latin spelling, blanks collapsed."""
    return to_latin(" ".join(fold_letters(text).split()))


def search_keys(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text``, each once, in order: what an index of words stores."""
    return tuple(dict.fromkeys(_WORD.findall(search_fold(text))))


def same_word(query: str, word: str, *, prefix: bool = False) -> bool:
    """Return whether two words already folded by :func:`fold_letters` are spellings of one word.

    With ``prefix``, ``query`` may be only the beginning of ``word``.
    """
    if query == word or (prefix and word.startswith(query)):
        return True
    if max(len(query), len(word)) > _LONGEST_WORD:
        return False
    cyrillic = has_cyrillic(query)
    if cyrillic == has_cyrillic(word):
        return False
    if prefix:
        return _begins(query, word, cyrillic=cyrillic)
    return sounds_like(query, word) if cyrillic else sounds_like(word, query)


def _begins(query: str, word: str, *, cyrillic: bool) -> bool:
    if not cyrillic:
        return sounds_like(word, query, prefix=True)
    return any(sounds_like(query, word[:end]) for end in range(1, min(len(word), 3 * len(query)) + 1))


def matches(query: str, text: str) -> bool:
    """Return whether every word of ``query`` is found in ``text``.

    A word is found anywhere in the folded text, or as the beginning of a word in the other script by one of the
    informal spellings. An empty query matches everything.
    """
    folded = search_fold(text)
    missing = [word for word in fold_letters(query).split() if to_latin(word) not in folded]
    if not missing:
        return True
    words = _WORD.findall(fold_letters(text))
    return all(any(same_word(part, word, prefix=True) for word in words) for part in missing)
