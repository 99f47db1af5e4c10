"""In which order names stand."""

from __future__ import annotations

from nettui.i18n import language
from nettui.text import fold_name

__all__ = ["folded_key", "name_key"]

_CYRILLIC = ("\u0400", "\u052f")


def name_key(name: str) -> tuple[bool, str, str]:
    """Return the sort key of ``name``: without case and accents, the script of the user's language first.

    The Bulgarian alphabet stands in Unicode in its own order, so code points sort it; a full collation (UCA) would move
    nothing else in names of these two scripts.
    """
    return folded_key(fold_name(name), name)


def folded_key(folded: str, name: str) -> tuple[bool, str, str]:
    """Return :func:`name_key` of a name whose folding is known, in the language of the moment."""
    cyrillic = _CYRILLIC[0] <= folded[:1] <= _CYRILLIC[1]
    return (cyrillic is not (language() == "bg"), folded, name)
