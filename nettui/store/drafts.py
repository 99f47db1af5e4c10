"""Half-written text that must outlive a dropped connection: one small file each, in the sidecar folder."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from nettui.store import filesystem
from nettui.store.errors import store_error
from nettui.store.sidecar import Sidecar

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Draft", "Drafts"]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\Z")
_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text under the name it was saved by, and when (UTC)."""

    name: str
    text: str
    at: datetime


class Drafts:
    """The drafts of one network file. Names are letters, digits, dot, dash and underscore."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._places = Sidecar.of(str(path))

    def save(self, name: str, text: str) -> None:
        """Keep ``text``: written aside and renamed, not flushed, so it survives the process but not the power.

        Raises StoreError.
        """
        target = self._file(name)
        temporary = f"{target}.{os.getpid()}.tmp"
        try:
            filesystem.make_dir(self._places.root)
            filesystem.make_dir(self._places.drafts)
            fd = filesystem.open_file(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            try:
                filesystem.write_all(fd, [text.encode(errors="surrogatepass")])
            finally:
                filesystem.close(fd)
            filesystem.replace(temporary, target)
        except OSError as error:
            raise store_error(error, target, saving=True) from error

    def load(self, name: str) -> Draft | None:
        """Return a draft, or None. Raises StoreError."""
        target = self._file(name)
        try:
            content, status = filesystem.read_all(target)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise store_error(error, target) from error
        at = datetime.fromtimestamp(status.st_mtime, UTC)
        return Draft(name, content.decode(errors="replace"), at)

    def list(self) -> Sequence[Draft]:
        """Return all drafts, by name. Raises StoreError."""
        names = [
            name.removesuffix(_SUFFIX)
            for name in filesystem.list_dir(self._places.drafts)
            if name.endswith(_SUFFIX) and _NAME.match(name)
        ]
        drafts = [self.load(name) for name in names]
        return [draft for draft in drafts if draft is not None]

    def delete(self, name: str) -> None:
        """Forget a draft; it is no error when there is none. Raises StoreError."""
        target = self._file(name)
        try:
            filesystem.unlink(target)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise store_error(error, target) from error

    def _file(self, name: str) -> str:
        if not _NAME.match(name):
            raise ValueError(f"no name for a draft: {name!r}")
        return os.path.join(self._places.drafts, name + _SUFFIX)
