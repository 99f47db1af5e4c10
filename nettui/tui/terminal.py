"""What the terminal can do, decided from the environment and the settings before Textual is imported.

Textual reads its own variables when it is imported and chooses its colour filter when the app is constructed, so both
must be settled earlier: this module imports nothing heavy.
"""

from __future__ import annotations

import locale
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nettui.errors import NettuiError
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from nettui.config import Terminal

__all__ = ["NoTerminal", "TerminalProfile"]

_SIXTEEN_COLOURS = frozenset({"linux", "screen", "xterm", "rxvt", "ansi", "cygwin", "vt340"})
"""Values of TERM that promise no more than the eight colours of ECMA-48 and their bright forms."""
_MONOCHROME = frozenset({"vt52", "vt100", "vt102", "vt220", "vt320", "ansi-mono", "linux-m", "xterm-mono"})
"""Values of TERM to which terminfo gives no colours; serial lines have them."""


class NoTerminal(NettuiError):
    """A full-screen app cannot be shown here."""

    def __init__(self) -> None:
        super().__init__(
            _("This is no terminal that can show a full screen."),
            hint=_("Try: nettui today, or: nettui add LINE; nettui -h names all commands."),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalProfile:
    """One terminal, as far as the app must know it."""

    dumb: bool
    """Whether no full screen can be shown: TERM is ``dumb`` or says nothing, or this is no terminal at all."""
    colorless: bool
    """Whether no colour may be sent: ``NO_COLOR`` is there and not empty (no-color.org), the settings say so, or the
    terminal has none."""
    colors: Literal["auto", "standard"]
    """``standard`` where there are 16 colours and no more; else Textual finds out by itself."""
    glyphs: Literal["unicode", "ascii"]
    """Which signs may be drawn: the console of Linux lacks most, and an encoding other than UTF-8 all others."""
    mouse: bool
    """Whether the mouse is asked for: off unless configured, so that the terminal selects and copies text itself."""
    kitty_keys: bool
    """Whether keys are asked for in the form of the kitty keyboard protocol."""

    @property
    def ansi(self) -> bool:
        """Whether the app takes the terminal's own colours: ``App(ansi_color=True)`` with a theme that is ANSI.

        Without colour too: of another theme Textual would make greys of 24 bits, which are colours to a terminal.
        """
        return self.colorless or self.colors == "standard"

    @classmethod
    def decide(
        cls,
        settings: Terminal,
        environment: Mapping[str, str] | None = None,
        *,
        is_tty: bool | None = None,
        encoding: str | None = None,
    ) -> TerminalProfile:
        """Return the profile of this process's terminal; the arguments stand in for what it would find out."""
        environ = os.environ if environment is None else environment
        term = environ.get("TERM", "").lower()
        utf8 = _is_utf8(locale.getencoding() if encoding is None else encoding)
        glyphs: Literal["unicode", "ascii"] = "ascii" if term == "linux" or not utf8 else "unicode"
        if settings.glyphs == "ascii":
            glyphs = "ascii"
        elif settings.glyphs == "unicode":
            glyphs = "unicode"
        return cls(
            dumb=term in {"", "dumb", "unknown"} or not (_on_a_terminal() if is_tty is None else is_tty),
            colorless=bool(environ.get("NO_COLOR")) or settings.color == "never" or term in _MONOCHROME,
            colors="standard" if _sixteen_colours(term, environ) else "auto",
            glyphs=glyphs,
            mouse=settings.mouse,
            kitty_keys=settings.kitty_keys,
        )

    def require_screen(self) -> None:
        """Raise NoTerminal where no full screen can be shown."""
        if self.dumb:
            raise NoTerminal

    def apply_environment(self, environment: MutableMapping[str, str] | None = None) -> None:
        """Set what Textual reads when it is imported; call this first. What the user has set stays.

        No animation and no smooth scrolling: over a thin line each intermediate frame delays the one that counts.
        """
        environ = os.environ if environment is None else environment
        environ.setdefault("TEXTUAL_ANIMATIONS", "none")
        environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
        if self.colors == "standard":
            environ.setdefault("TEXTUAL_COLOR_SYSTEM", "standard")
        if not self.kitty_keys:
            environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
        if self.colorless:
            environ["NO_COLOR"] = "1"
        else:
            environ.pop("NO_COLOR", None)  # present but empty means nothing, but Textual asks only for presence


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def _sixteen_colours(term: str, environ: Mapping[str, str]) -> bool:
    if environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return False
    return term in _SIXTEEN_COLOURS or term.endswith(("-16color", "-color"))


def _on_a_terminal() -> bool:
    """Whether Textual could read keys from stdin and somebody would see what is drawn."""
    return all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stdout__))
