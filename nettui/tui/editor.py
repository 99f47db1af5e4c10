"""Handing a text to the user's own editor, and taking it back."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nettui.errors import NettuiError
from nettui.i18n import _, system_says
from nettui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

__all__ = ["Editor", "EditorFailed", "SystemEditor", "command_for"]

_PLUS_LINE = frozenset(
    [
        "vi",
        "vim",
        "nvim",
        "view",
        "ex",
        "gvim",
        "kak",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "mg",
        "micro",
        "joe",
        "ne",
    ]
)
"""Editors that take ``+LINE FILE``, as vi has since POSIX (``-c``) and before."""
_COLON_LINE = frozenset(["hx", "helix", "subl", "zed"])
"""Editors that take ``FILE:LINE``."""
_GOTO = frozenset(["code", "codium", "code-insiders", "vscodium"])
"""Editors that take ``--goto FILE:LINE``."""
_WAITS = {**dict.fromkeys(_GOTO, "--wait"), "subl": "--wait", "zed": "--wait", "gvim": "--nofork"}
"""What makes an editor with a window of its own stay until the file is closed."""


class EditorFailed(NettuiError):
    """The editor could not be run, or did not end well; the message says where the text is."""


class Editor(Protocol):
    """Something a text can be edited in, outside nettui."""

    def edit(self, text: str, *, line: int = 1) -> str | None:
        """Return the text as edited, None when it is the same. The cursor begins in ``line``, counted from 1.

        Raises EditorFailed, and then nothing is lost.
        """
        ...


class SystemEditor:
    """``$VISUAL``, ``$EDITOR`` or vi, on a private file in ``folder``, while the app is suspended.

    ``suspend`` is ``App.suspend``. ``run`` runs a command and returns its exit status; tests give their own.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        suspend: Callable[[], AbstractContextManager[None]],
        *,
        environment: Mapping[str, str] | None = None,
        run: Callable[[Sequence[str]], int] | None = None,
    ) -> None:
        self._folder = Path(folder)
        self._suspend = suspend
        self._environment = os.environ if environment is None else environment
        self._run = run or _run

    def edit(self, text: str, *, line: int = 1) -> str | None:
        """Return the text as edited, None when it is the same. Blocks, as the editor has the terminal.

        Raises EditorFailed.
        """
        chosen = self._environment.get("VISUAL") or self._environment.get("EDITOR") or "vi"
        try:
            words = shlex.split(chosen)
        except ValueError as error:
            raise EditorFailed(
                _("$EDITOR cannot be understood: {value}").format(value=one_line(chosen)),
                hint=_("It is a command, as in: nano -w"),
            ) from error
        file = self._write(text)
        failure = self._suspended(command_for(words or ["vi"], str(file), line))
        return self._taken_back(file, text, one_line(chosen), failure)

    def _write(self, text: str) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            fd, name = tempfile.mkstemp(prefix="nettui-", suffix=".md", dir=self._folder)  # 0600 by itself
            with os.fdopen(fd, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
                file.write(text)
        except OSError as error:
            raise EditorFailed(
                _("No file for the editor can be written in {folder}: {reason}.").format(
                    folder=one_line(str(self._folder), 200), reason=system_says(error)
                )
            ) from error
        return Path(name)

    def _suspended(self, command: Sequence[str]) -> BaseException | int:
        """Return the exit status of the editor, or what kept it from running.

        Nothing may be raised inside the ``with``: Textual would then not take the terminal back, and hang later
        (Textual issue 6692).
        """
        outcome: BaseException | int = 0
        with self._suspend():
            try:
                with _keys_go_to_the_child():
                    outcome = self._run(command)
            except BaseException as error:  # noqa: BLE001 - told after the terminal is back
                outcome = error
        if isinstance(outcome, BaseException) and not isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _taken_back(self, file: Path, before: str, editor: str, outcome: BaseException | int) -> str | None:
        try:
            after = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            reason = system_says(error) if isinstance(error, OSError) else _("it is no UTF-8 text")
            raise EditorFailed(
                _("What you wrote cannot be read: {reason}.").format(reason=reason), hint=_kept(file)
            ) from error
        if after.endswith("\n") and not before.endswith("\n"):
            after = after.removesuffix("\n").removesuffix("\r")  # editors end the last line
        if outcome == 0:
            _forget(file)
            return None if after == before else after
        if isinstance(outcome, OSError):
            message = _("The editor {editor} cannot be run: {reason}.").format(
                editor=editor, reason=system_says(outcome)
            )
        else:
            message = _("The editor {editor} did not end well; the text stays as it was.").format(editor=editor)
        if after == before:
            _forget(file)
            raise EditorFailed(message, hint=_("Set $EDITOR to the editor you use."))
        raise EditorFailed(message, hint=_kept(file))


def command_for(words: Sequence[str], file: str, line: int = 1) -> list[str]:
    """Return the command that opens ``file`` in ``line`` with the editor ``words``, so far as we know the editor."""
    editor = os.path.basename(words[0])  # noqa: PTH119 - a word of a command, not a path of ours
    command = list(words)
    wait = _WAITS.get(editor)
    if wait and wait not in command:
        command.append(wait)
    if line <= 1:
        return [*command, file]
    if editor in _PLUS_LINE:
        return [*command, f"+{line}", file]
    if editor in _GOTO:
        return [*command, "--goto", f"{file}:{line}"]
    if editor in _COLON_LINE:
        return [*command, f"{file}:{line}"]
    return [*command, file]


def _run(command: Sequence[str]) -> int:
    return subprocess.run(command, check=False).returncode  # noqa: S603 - the user's own editor


@contextlib.contextmanager
def _keys_go_to_the_child() -> Iterator[None]:
    """Let Ctrl-C and Ctrl-backslash end what the editor is doing and not nettui, as system(3) does.

    A handler and not SIG_IGN, because a child inherits what is ignored.
    """
    former = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _forget(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()


def _kept(file: Path) -> str:
    return _("It is kept in {file}").format(file=one_line(str(file), 300))
