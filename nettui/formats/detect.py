"""What a file is, by its content, and reading it into neutral records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.errors import InvalidInput
from nettui.formats.archive import MAX_TOTAL, is_zip, read_bytes
from nettui.i18n import _
from nettui.text import one_line

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from nettui.domain.incoming import Incoming, IncomingRecords
    from nettui.domain.records import Me

__all__ = ["FORMATS", "detect", "read_incoming"]

FORMATS = ("linkedin", "nettui")
"""What ``--as`` accepts."""


def detect(path: Path, data: bytes | None = None) -> str:
    """Return which of :data:`FORMATS` this is; InvalidInput, saying what can be read, when it is none.

    Names do not count, but for telling recommendations given from those received, whose files are otherwise alike.
    """
    from nettui.formats.linkedin.read import is_linkedin_csv
    from nettui.formats.nettui_json import is_nettui_json

    if data is None and path.is_dir():
        return "linkedin"
    content = read_bytes(path) if data is None else data
    if is_zip(content[:4]):
        return "linkedin"
    if is_nettui_json(content):
        return "nettui"
    if is_linkedin_csv(path.name, content):
        return "linkedin"
    raise InvalidInput(
        _("{name} is nothing that nettui can read.").format(name=one_line(path.name)),
        hint=_(
            "It reads a LinkedIn archive (the zip, its folder, or one of its CSV files) and nettui's own JSON export."
        ),
    )


def read_incoming(
    path: Path, *, zone: tzinfo | None, me: Me | None = None, as_: str | None = None, data: bytes | None = None
) -> Incoming | IncomingRecords:
    """Read ``path``, or ``data`` under its name, as the format ``as_`` or as what it turns out to be.

    ``zone`` is the user's, for times that are in UTC; ``me`` helps to tell whose archive it is. Raises InvalidInput.
    """
    if as_ is not None and as_ not in FORMATS:
        raise InvalidInput(
            _("Unknown format: {name}").format(name=one_line(as_)),
            hint=_("Known are: {names}").format(names=", ".join(FORMATS)),
        )
    if data is None and not path.is_dir():
        data = read_bytes(path, MAX_TOTAL)
    kind = as_ or detect(path, data)
    if kind == "nettui":
        from nettui.formats.nettui_json import read

        if data is None:
            raise InvalidInput(_("Not a file: {name}").format(name=one_line(path.name)))
        return read(path.name, data)
    from nettui.formats.linkedin.incoming import to_incoming
    from nettui.formats.linkedin.read import read_linkedin

    return to_incoming(read_linkedin(path, data), zone, me)
