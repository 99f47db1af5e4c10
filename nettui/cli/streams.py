"""The standard streams of a command, made so that no encoding, closed stream or full disk ends in a traceback."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from nettui.errors import NettuiError
from nettui.i18n import _, system_says

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["OutputLost", "prepare"]


class OutputLost(NettuiError):
    """Standard output cannot be written, for example because its disk is full."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(_("The output could not be written: {reason}.").format(reason=system_says(reason)))


class _Descriptor(io.FileIO):
    """Standard output, whose failures are told apart from those of every other file."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:  # a reader that left early
            raise
        except OSError as error:
            raise OutputLost(error) from error


def prepare() -> None:
    """Make the streams of this process ready; to be called before anything is opened or written."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal's encoding lacks is shown as an escape.
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(_Descriptor(sys.stdout.fileno(), "wb", closefd=False)),
            encoding=sys.stdout.encoding,
            errors=sys.stdout.errors,
            line_buffering=sys.stdout.line_buffering,
        )


def _open_closed() -> None:
    """Give streams that were closed (``>&-``) somewhere to go: else a file of ours would get their number."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
