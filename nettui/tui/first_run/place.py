"""Whether a network file can live in a place, before anything is written there."""

from __future__ import annotations

import os
from pathlib import Path

from nettui.i18n import _

__all__ = ["shorten", "why_not"]


def why_not(path: Path) -> str:
    """Return why no network can be kept in ``path``, as a sentence; "" when it can, or when it is there already."""
    if "\0" in str(path):
        return _("There can be no such file.")
    try:
        if path.is_dir():
            return _("This is a folder: name a file in it, such as {name}.").format(name="network.json")
        if path.exists():
            return "" if os.access(path, os.R_OK) else _("This file cannot be read by you.")
        folder = next(parent for parent in (path.parent, *path.parent.parents) if parent.exists())
    except (OSError, StopIteration):
        return _("There can be no such file.")
    if not folder.is_dir():
        return _("{path} is a file, not a folder.").format(path=shorten(folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        return _("You may not write in {path}.").format(path=shorten(folder))
    return ""


def shorten(path: Path) -> str:
    """Return ``path`` with the home folder as ``~``."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
