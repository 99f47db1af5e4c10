"""The errors a user may meet: one clear line each, with what to do about it."""

from __future__ import annotations

__all__ = ["InvalidInput", "NettuiError", "NotFound", "StoreError"]


class NettuiError(Exception):
    """Something the user can read and act upon.

    ``message`` says what went wrong and where, in the user's language; ``hint``, where there is one, what to do.
    The command line prints both on one line of stderr and ends with ``exit_code``; the app shows them in its status
    line.
    """

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InvalidInput(NettuiError):
    """What was typed or read cannot be understood."""


class NotFound(NettuiError):
    """No such person, group, file or change."""


class StoreError(NettuiError):
    """The file could not be opened, read completely or written; nothing was lost."""
