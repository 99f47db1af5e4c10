"""Signals that end a command: the network is closed first."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["close_cleanly_on_signals"]

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def close_cleanly_on_signals() -> None:
    """Make SIGTERM and SIGHUP end the command as an exception does, so that every ``with`` closes what it opened.

    A signal that was set to be ignored (``nohup``) stays ignored.
    """
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    for other in _ENDING:  # a second signal must not interrupt the closing
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)
