"""Recommendations into files: one into the file the app asked for, all into one file or a folder."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from nettui.errors import InvalidInput, StoreError
from nettui.formats.markdown import file_names, one, several
from nettui.i18n import _, system_says

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from nettui.domain.letters import Letter

__all__ = ["save_all", "save_letter", "write_file"]


def save_letter(letter: Letter, path: Path, *, overwrite: bool = False) -> None:
    """Write one recommendation into ``path``. Raises InvalidInput where there is a file already, StoreError."""
    write_file(one(letter), path, overwrite=overwrite)


def save_all(letters: Sequence[Letter], target: Path) -> list[Path]:
    """Write all recommendations into the file ``target``, or one file each into the folder; return what was written.

    Files of the same names are replaced. Raises StoreError.
    """
    if not target.is_dir():
        write_file(several(letters), target, overwrite=True)
        return [target]
    names = file_names(letters)
    for letter in letters:
        write_file(one(letter), target / names[letter.id], overwrite=True)
    return [target / names[letter.id] for letter in letters]


def write_file(text: str, target: Path, *, overwrite: bool) -> None:
    """Write beside ``target`` and put it in its place when complete; only the user may read it.

    Raises InvalidInput where there is something already that must stay, StoreError.
    """
    beside = target.parent / f".{target.name}.{os.getpid()}"
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
        if overwrite:
            beside.replace(target)
        else:
            _into_new(beside, target)
    except FileExistsError as error:
        beside.unlink(missing_ok=True)
        raise InvalidInput(
            _("{path} is there already; nothing was written.").format(path=target), hint=_("Name another file.")
        ) from error
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError, ValueError):  # where nothing could be written there is nothing to remove
            beside.unlink(missing_ok=True)
        reason = system_says(error) if isinstance(error, OSError) else _("no file can be called that")
        raise StoreError(_("{path} could not be written: {reason}.").format(path=target, reason=reason)) from error


def _into_new(beside: Path, target: Path) -> None:
    """Give the file its name unless something has it: a check before would leave room for another program."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        beside.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise
