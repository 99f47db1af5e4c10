"""What happens to an error nobody foresaw: a traceback without personal data goes to a file, one line to the user."""

from __future__ import annotations

import os
import platform
import sys
import traceback

from nettui import __version__, paths
from nettui.errors import NettuiError
from nettui.i18n import _

__all__ = ["record"]

_LIMIT = 256 * 1024
"""Bytes from which on the file starts anew, so that it cannot grow without end."""


def record(error: BaseException) -> str:
    """Append where ``error`` happened to the crash log and return the line to show.

    The log holds types, places and nettui's own source lines; neither the error's text nor local variables, for both
    may hold names and notes.
    """
    kind = type(error).__name__
    try:
        path = paths.crash_log()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        if path.exists() and path.stat().st_size > _LIMIT:
            flags |= os.O_TRUNC
        with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as log:
            log.write(_describe(error))
    except (OSError, NettuiError):
        return _("Something went wrong inside nettui ({kind}); the details could not be written down.").format(
            kind=kind
        )
    return _("Something went wrong inside nettui ({kind}). The details, without your data, are in {path}").format(
        kind=kind, path=path
    )


def _describe(error: BaseException) -> str:
    lines = [f"nettui {__version__}, Python {platform.python_version()}, {sys.platform}\n"]
    step: BaseException | None = error
    while step is not None:
        lines += traceback.format_list(traceback.extract_tb(step.__traceback__))
        lines.append(f"{type(step).__module__}.{type(step).__qualname__}\n")
        step = step.__cause__ or step.__context__
        if step is not None:
            lines.append("caused by:\n")
    return "".join(lines) + "\n"
