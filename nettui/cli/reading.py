"""What ``nettui import --as`` accepts, and reading a file for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.errors import InvalidInput
from nettui.i18n import _
from nettui.text import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from nettui.domain.incoming import Incoming, IncomingRecords
    from nettui.domain.records import Me

__all__ = ["FORMATS", "LATER", "check_format", "read"]

FORMATS = ("linkedin", "json")
LATER = ("google", "outlook", "vcard", "vdir", "jrnl", "friends", "csv", "ics")
_OURS = {"json": "nettui", "nettui": "nettui", "linkedin": "linkedin"}
"""What the formats are called here, and to the module that reads them: on the command line ``json`` is nettui's own."""


def check_format(wanted: str | None) -> None:
    """Raise InvalidInput unless ``wanted`` can be read."""
    if wanted is None or wanted in _OURS:
        return
    there_are = _("There are: {formats}.").format(formats=", ".join(FORMATS))
    if wanted in LATER:
        raise InvalidInput(
            _("Importing {format} comes with a later version; nothing was done.").format(format=wanted), hint=there_are
        )
    raise InvalidInput(_("There is no format “{format}”.").format(format=one_line(wanted)), hint=there_are)


def read(path: Path, wanted: str | None, me: Me | None) -> Incoming | IncomingRecords:
    """Return the content of ``path``, read as ``wanted`` or as what it shows itself to be. Raises InvalidInput.

    Times in UTC become those of this machine's zone, with its summer time.
    """
    from nettui.formats.detect import read_incoming

    if not path.exists():
        raise InvalidInput(_("No such file or folder: {path}").format(path=one_line(str(path), 200)))
    return read_incoming(path, zone=None, me=me, as_=_OURS[wanted] if wanted else None)
