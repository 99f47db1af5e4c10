"""What a file to import is, and its content as the import service takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.errors import InvalidInput
from nettui.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from nettui.domain.incoming import Incoming, IncomingRecords
    from nettui.services.network import Network

__all__ = ["FORMATS", "LATER", "read"]

FORMATS = ("linkedin", "json")
LATER = ("google", "outlook", "vcard", "vdir", "jrnl", "friends", "csv", "ics")


def read(path: Path, wanted: str | None, network: Network) -> Incoming | IncomingRecords:
    """Return the content of ``path``, read as ``wanted`` or as what it shows itself to be. Raises InvalidInput."""
    if not path.exists():
        raise InvalidInput(_("No such file or folder: {path}").format(path=path))
    if (wanted or _detected(path)) == "json":
        from nettui.formats.nettui_json import read_nettui_json

        return read_nettui_json(path)
    from nettui.formats.linkedin.incoming import to_incoming
    from nettui.formats.linkedin.read import read_linkedin

    return to_incoming(read_linkedin(path), None, network.repository.me)


def _detected(path: Path) -> str:
    if path.is_dir():
        return "linkedin"
    with path.open("rb") as file:
        start = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
    return "json" if start.startswith(b"{") else "linkedin"
