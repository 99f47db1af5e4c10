"""Copying text out of the app: through the terminal, through tmux, and into a file.

OSC 52 (XTerm Control Sequences) is the one way that reaches the clipboard over SSH, but nothing answers it: a terminal
that does not allow it drops it silently. So the text also goes into a file, and the user is told the way it took.
Within tmux, whose default drops OSC 52 of programs, tmux itself is asked, and it answers.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Clipboard", "Copied", "Way"]

_LONGEST = 74_994
"""Bytes that become 100,000 of base64 with the sequence around them, the limit of several terminals."""
_TMUX_SECONDS = 1.0


class Way(Enum):
    """How a text left."""

    TMUX = "tmux"
    TERMINAL = "terminal"
    FILE = "file"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Copied:
    """The ways that a text took: ``way`` the best one, ``file`` where it can be read in any case."""

    way: Way
    file: Path | None = None

    def __str__(self) -> str:
        file = "" if self.file is None else one_line(str(self.file), 200)
        match self.way, bool(file):
            case Way.TMUX, _file:
                return _("Copied to tmux and to its terminal.")
            case Way.TERMINAL, True:
                return _("Sent to the terminal's clipboard; also in {file}").format(file=file)
            case Way.TERMINAL, _file:
                return _("Sent to the terminal's clipboard.")
            case Way.FILE, _file:
                return _("Too long for the terminal's clipboard; it is in {file}").format(file=file)
            case _other:
                return _("Nothing could be copied.")


class Clipboard:
    """Where copied text goes. ``send`` is ``App.copy_to_clipboard``; ``file`` keeps the last text, for its owner only.

    Without a ``file`` nothing is kept. ``run`` gives bytes to a command and returns its exit status, for tests.
    """

    def __init__(
        self,
        send: Callable[[str], None],
        file: str | os.PathLike[str] | None,
        *,
        environment: Mapping[str, str] | None = None,
        run: Callable[[Sequence[str], bytes], int] | None = None,
    ) -> None:
        self._send = send
        self._file = None if file is None else Path(file)
        self._in_tmux = bool((os.environ if environment is None else environment).get("TMUX"))
        self._run = run or _run

    async def copy(self, text: str) -> Copied:
        """Copy ``text`` and return the way it took; ``str()`` of it is a sentence for the status line.

        The app goes on while tmux, which may hang, is waited for.
        """
        data = text.encode(errors="replace")
        short = len(data) <= _LONGEST
        if self._in_tmux and await asyncio.to_thread(self._through_tmux, data):
            return Copied(Way.TMUX)
        if short:
            self._send(data.decode())
        file = self._into_file(data)
        if short:
            return Copied(Way.TERMINAL, file)
        return Copied(Way.NONE if file is None else Way.FILE, file)

    def _through_tmux(self, data: bytes) -> bool:
        """Give the text to tmux: ``-w``, since 3.2, passes it on to the terminal outside."""
        return any(self._run(["tmux", "load-buffer", *flag, "-"], data) == 0 for flag in (["-w"], []))

    def _into_file(self, data: bytes) -> Path | None:
        if self._file is None:
            return None
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
            with os.fdopen(os.open(self._file, flags, 0o600), "wb") as file:
                file.write(data)
            return self._file
        return None


def _run(command: Sequence[str], data: bytes) -> int:
    try:
        done = subprocess.run(  # noqa: S603 - tmux, with constant arguments
            command, input=data, check=False, timeout=_TMUX_SECONDS, capture_output=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return 1
    return done.returncode
