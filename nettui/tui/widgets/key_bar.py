"""The bottom line: the keys that matter here, or, until the next key, what just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.tui.commands.registry import by_id, key_name
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["KeyBar"]

_TONES = {"info": "good", "error": "wrong", "hint": "quiet"}


class KeyBar(Painted):
    """Derived from the bindings that are active: a key that cannot work now is faint."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $bar; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._message: Span | None = None
        self._keys: tuple[tuple[str, str, bool], ...] = ()

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    @property
    def message(self) -> str:
        """What is said at present, else the empty string."""
        return self._message[0] if self._message else ""

    def say(self, text: str, tone: str = "info") -> None:
        """Say ``text`` until the next key. ``tone`` is ``info``, ``error`` or ``hint``."""
        self._message = (text, _TONES.get(tone, "text"))
        self.refresh()

    def clear(self) -> None:
        """Show the keys again."""
        if self._message is not None:
            self._message = None
            self.refresh()

    def _follow(self, screen: Screen[object]) -> None:
        if not self.is_attached:
            return
        found: dict[str, tuple[int, str, str, bool]] = {}
        for key, active in screen.active_bindings.items():
            command = by_id(active.binding.id)
            if command is not None and command.bar and command.id not in found:
                found[command.id] = (command.bar, key, _(command.title), active.enabled)
        keys = tuple((key, title, enabled) for _bar, key, title, enabled in sorted(found.values()))
        if keys != self._keys:
            self._keys = keys
            if self._message is None:
                self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        width = self.size.width
        if self._message is not None:
            return self.strip_of(Line(((" ", "text"), self._message)), width)
        spans: list[Span] = []
        for key, title, enabled in self._keys:
            piece: list[Span] = [
                (f" {key_name(key, ascii_only=self.glyphs.rule == '-')}", "mark" if enabled else "faint"),
                (f" {title} ", "text" if enabled else "faint"),
            ]
            if width_of(spans) + width_of(piece) > width:
                break
            spans += piece
        return self.strip_of(Line(tuple(spans)), width)
