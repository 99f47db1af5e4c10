"""Which files and folders a half-typed path may mean."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["Offer", "as_path", "common_start", "offers"]

_LOOKED_AT = 5000
"""Names of one folder that are looked at: a folder may hold more than anybody would choose from."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to go on: the whole line it makes, the name to show, and whether it is a folder."""

    text: str
    name: str
    folder: bool


def as_path(typed: str) -> Path:
    """Return the path that ``typed`` means: ``~`` is the home folder; quotes and ``file://`` come from pasting."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        from urllib.parse import unquote, urlsplit

        text = unquote(urlsplit(text).path)
    return Path(os.path.expanduser(text))  # noqa: PTH111 - pathlib raises where there is no such home


def offers(typed: str, suffixes: Collection[str]) -> Sequence[Offer]:
    """Return the folders, and the files with one of ``suffixes``, that ``typed`` may become; folders first.

    Case does not matter. Hidden ones are offered only after a dot. A folder that cannot be read offers nothing.
    """
    head, _slash, start = typed.rpartition("/")
    head = f"{head}/" if _slash else ""
    if typed == "~":
        head, start = "~/", ""
    found: list[Offer] = []
    try:
        with os.scandir(as_path(head) if head else Path()) as entries:
            for number, entry in enumerate(entries):
                if number >= _LOOKED_AT:
                    break
                if not entry.name.casefold().startswith(start.casefold()) or _hidden(entry.name, start):
                    continue
                folder = _is_folder(entry)
                if folder or Path(entry.name).suffix.casefold() in suffixes:
                    found.append(Offer(f"{head}{entry.name}{'/' if folder else ''}", entry.name, folder))
    except (OSError, ValueError):  # ValueError: a NUL was pasted
        return ()
    return sorted(found, key=lambda offer: (not offer.folder, offer.name.casefold(), offer.name))


def common_start(found: Sequence[Offer]) -> str:
    """Return what all of ``found`` begin with."""
    texts = [offer.text for offer in found]
    first, last = min(texts, default=""), max(texts, default="")
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:same]


def _hidden(name: str, start: str) -> bool:
    return name.startswith(".") and not start.startswith(".")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
