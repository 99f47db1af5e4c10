"""What the capture line needs from outside: somewhere to keep a half-written line, and the user's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from nettui.domain.dates import Moment

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["Drafts", "Editor", "NoDrafts", "pack", "unpack"]


class Drafts(Protocol):
    """Keeps text that is not saved yet, so that it outlives the process."""

    def put(self, name: str, text: str) -> None:
        """Keep ``text`` as the draft ``name``, without waiting for it; an empty one is forgotten."""
        ...

    def load(self, name: str) -> str:
        """Return the draft ``name``, empty when there is none."""
        ...


class NoDrafts:
    """Keeps drafts for this session only: for networks that are kept nowhere."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def put(self, name: str, text: str) -> None:
        """Remember ``text``."""
        self._texts[name] = text

    def load(self, name: str) -> str:
        """Return what is remembered."""
        return self._texts.get(name, "")


class Editor(Protocol):
    """Something a text can be edited in, outside nettui."""

    def edit(self, text: str) -> str | None:
        """Return the text as edited, None when it is the same. Raises NettuiError, and then nothing is lost."""
        ...


def pack(line: str, now: datetime) -> str:
    """Return the draft of ``line``: since when it waits, and the line. An empty line has no draft."""
    return f"{Moment.of(now)}\n{line}" if line else ""


def unpack(draft: str) -> tuple[Moment | None, str]:
    """Return since when a draft waits, None where it does not say so, and its line."""
    since, newline, line = draft.partition("\n")
    try:
        return (Moment.parse(since), line) if newline else (None, draft)
    except ValueError:
        return None, draft
