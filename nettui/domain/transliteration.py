"""Between the Cyrillic and the Latin script: the official Bulgarian way, and the informal ones people really type.

The official way is the streamlined system of the Transliteration Act of 2009 (State Gazette 19/2009): one fixed Latin
spelling for each letter, ``ия`` at the end of a word as ``ia``. Informal spellings add the digits and look-alikes of
chats (``6`` for ш, ``4`` for ч, ``q`` for я, ``w`` for в), and the older schoolbook forms (``j``, ``c``, ``x``).
Letters of the neighbouring Cyrillic alphabets are read too. All functions take text in lower case.
"""

from __future__ import annotations

import re

__all__ = ["consonants", "has_cyrillic", "sounds_like", "to_cyrillic", "to_latin"]

_OFFICIAL = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya",
    # Russian, Ukrainian, Serbian and Macedonian letters, in the spelling nearest to the same system
    "ё": "yo", "ы": "y", "э": "e", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ј": "y", "љ": "ly", "њ": "ny", "ћ": "ch",
    "ђ": "dzh", "џ": "dzh", "ѓ": "g", "ќ": "k", "ѕ": "dz", "ў": "u",
}  # fmt: skip

_INFORMAL = {
    "в": ("w", "f"), "г": ("gh",), "ж": ("j", "jh"), "и": ("y",), "й": ("i", "j"), "к": ("c", "ck", "q"),
    "т": ("th",), "у": ("ou", "oo"), "ф": ("ph",), "х": ("x", "kh"), "ц": ("c", "tz", "tc"), "ч": ("4", "tch"),
    "ш": ("6",), "щ": ("6t", "sch", "w"), "ъ": ("u", "y", "e"), "ь": ("j", "i", ""), "ю": ("iu", "ju"),
    "я": ("ia", "ja", "q"), "ё": ("e", "io", "jo"), "ы": ("i",), "ї": ("i",), "є": ("ie",), "ј": ("j",),
    "љ": ("lj",), "њ": ("nj",), "ћ": ("c",), "ђ": ("dj",), "џ": ("dz",),
}  # fmt: skip

_CLUSTERS = {"ия": ("ia", "iya", "iq", "ija", "ya"), "кс": ("ks", "x"), "дж": ("dzh", "dj", "j")}
_SPELLINGS = {letter: (official, *_INFORMAL.get(letter, ())) for letter, official in _OFFICIAL.items()}

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_FINAL_IYA = re.compile(r"ия(?!\w)")
_TO_LATIN = str.maketrans(_OFFICIAL)

# Longest first: what one Latin group most often stands for in a Bulgarian word.
_LATIN_GROUPS = {
    "sht": "щ", "6t": "щ", "dzh": "дж", "zh": "ж", "ch": "ч", "sh": "ш", "ts": "ц", "tz": "ц", "yu": "ю", "iu": "ю",
    "ju": "ю", "ya": "я", "ja": "я", "th": "т", "ph": "ф", "ck": "к", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е",
    "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п",
    "q": "я", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "х", "y": "й", "z": "з", "4": "ч",
    "6": "ш",
}  # fmt: skip
_LATIN = re.compile("|".join(sorted(_LATIN_GROUPS, key=len, reverse=True)))


def has_cyrillic(text: str) -> bool:
    """Return whether ``text`` holds a Cyrillic letter."""
    return _CYRILLIC.search(text) is not None


def to_latin(text: str) -> str:
    """Return lower-case ``text`` with its Cyrillic letters in the official Latin spelling."""
    return _FINAL_IYA.sub("ia", text).translate(_TO_LATIN)


def to_cyrillic(text: str) -> str:
    """Return the likeliest Bulgarian spelling of lower-case Latin ``text``: a guess, for display and completion only.

    The official system cannot be reversed: ``a`` is а or ъ, ``y`` is й or ь.
    """
    text = re.sub(r"ia(?!\w)", "ия", text)
    return _LATIN.sub(lambda match: _LATIN_GROUPS[match.group()], text)


def sounds_like(cyrillic: str, latin: str, *, prefix: bool = False) -> bool:
    """Return whether lower-case ``latin`` is a spelling of lower-case ``cyrillic``; doubled letters count once.

    With ``prefix``, ``latin`` may be only its beginning: ``pet``, or ``c`` on the way to ``ch``. Takes time in
    proportion to the product of letters and spellings: all readings are followed together, none is tried again.
    """
    reached: dict[int, set[int]] = {0: {0}}  # letters read -> positions in target reached with them
    for index in range(len(cyrillic)):
        starts = reached.pop(index, None)
        if not starts:
            continue
        if index and cyrillic[index] == cyrillic[index - 1]:
            reached.setdefault(index + 1, set()).update(starts)
        for width, spellings in _readings(cyrillic, index):
            if prefix and any(form.startswith(latin[at:]) for at in starts for form in spellings):
                return True
            ends = {at + len(form) for at in starts for form in spellings if latin.startswith(form, at)}
            doubled = {at + 1 for at in ends if at and latin[at : at + 1] == latin[at - 1]}
            reached.setdefault(index + width, set()).update(ends, doubled)
    return len(latin) in reached.get(len(cyrillic), ())


def _readings(source: str, index: int) -> list[tuple[int, tuple[str, ...]]]:
    letter = source[index]
    readings = [(1, _SPELLINGS.get(letter, (letter,)))]
    cluster = source[index : index + 2]
    if cluster in _CLUSTERS:
        readings.append((2, _CLUSTERS[cluster]))
    return readings


_COARSE = {
    "ph": "v", "tch": "k", "sch": "s", "ts": "k", "tz": "k", "tc": "k", "zh": "", "dzh": "", "dj": "", "ck": "k",
    "c": "k", "4": "k", "6": "s", "kh": "", "f": "v", "w": "v", "x": "k", "q": "", "y": "", "j": "", "h": "", "a": "",
    "e": "", "i": "", "o": "", "u": "", "ks": "k",
}  # fmt: skip
_COARSE_GROUP = re.compile("|".join(sorted(_COARSE, key=len, reverse=True)))


def consonants(word: str) -> tuple[str, ...]:
    """Return coarse keys of a lower-case word in either script: where two spellings of one word share a key.

    Words with a key in common need not be alike; :func:`sounds_like` decides. Groups of letters whose spelling varies
    are dropped or fall together, so that a table by these keys finds the other script's spellings in one look.
    """
    latin = to_latin(word) if has_cyrillic(word) else word
    forms = [latin]
    for letters, other in (("sch", "sht"), ("x", "h"), ("q", "k"), ("w", "sht")):
        if letters in latin:
            forms += [form.replace(letters, other) for form in forms]
    keys = (_DOUBLED.sub(r"\1", _COARSE_GROUP.sub(lambda m: _COARSE[m.group()], form)) for form in forms)
    return tuple(dict.fromkeys(keys))
