"""Translation of every string a user sees, by gettext.

Messages are translated when they are shown, not when a module is imported: the language may be chosen later
(configuration, ``--lang``). Use :func:`_` in functions; for tables built at import time mark the text with
:func:`N_` and translate it at the place that shows it.
"""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path

__all__ = [
    "LANGUAGES",
    "N_",
    "_",
    "in_every_language",
    "language",
    "language_from_environment",
    "ngettext",
    "pgettext",
    "set_language",
    "system_says",
]

DOMAIN = "nettui"
LOCALE_DIR = Path(__file__).parent / "locale"
LANGUAGES = ("en", "bg")

_language = "en"
_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def language_from_environment(environment: dict[str, str] | None = None) -> str:
    """Return the first of our languages that ``LC_ALL``, ``LC_MESSAGES`` or ``LANG`` names, else ``en``."""
    values = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = values.get(name, "")
        if value:
            code = value.split(".")[0].split("_")[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"


def set_language(code: str) -> None:
    """Show messages in the language ``code`` from now on; English is the source language and needs no catalogue."""
    global _language, _translations  # noqa: PLW0603 - one process speaks one language
    _language = code if code in LANGUAGES else "en"
    if _language == "en":
        _translations = _gettext.NullTranslations()
    else:
        _translations = _gettext.translation(DOMAIN, LOCALE_DIR, languages=[_language], fallback=True)


def language() -> str:
    """Return the code of the language in use."""
    return _language


def _(message: str) -> str:
    """Return ``message`` in the user's language."""
    return _translations.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools know
    """Mark ``message`` for translation and return it unchanged."""
    return message


def in_every_language(message: str) -> tuple[str, ...]:
    """Return ``message`` and its translations: what people may type, whatever language they read."""
    others = (code for code in LANGUAGES if code != "en")
    catalogues = (_gettext.translation(DOMAIN, LOCALE_DIR, languages=[code], fallback=True) for code in others)
    return message, *(catalogue.gettext(message) for catalogue in catalogues)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form of a counted message that fits ``n`` in the user's language."""
    return _translations.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Return ``message`` as translated in ``context`` (one English word, two meanings)."""
    return _translations.pgettext(context, message)


_SYSTEM_SAYS = (
    N_("Device or resource busy"),
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Too many levels of symbolic links"),
    N_("Too many open files"),
)
"""What the C library says of the errors a user may meet; it speaks English until a program asks it for more."""


def system_says(error: OSError) -> str:
    """Return why the system refused, in the user's language where we know the words."""
    return _(os.strerror(error.errno)) if error.errno else str(error)
