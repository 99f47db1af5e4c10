"""The bottom line: the keys that matter here, or, until the next key, what just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region

from nettui.i18n import _
from nettui.tui.commands.registry import by_id, key_name
from nettui.tui.widgets.line import Line, width_of
from nettui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.strip import Strip

    from nettui.tui.widgets.line import Span

__all__ = ["KeyBar"]

_STAYS = 70
"""Keys from this place on (find, undo, help, quit) are the last to go where the bar is short."""
_TONES = {"info": "good", "error": "wrong", "hint": "quiet"}


class KeyBar(Painted):
    """Derived from the bindings that are active: a key that cannot work now is faint."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $bar; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._message: Span | None = None
        self._keys: tuple[tuple[int, str, str, bool], ...] = ()

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
            # The first of the command's own keys, whatever order a class's bindings stand in; else the user's.
            if command is not None and command.bar and (command.id not in found or key == command.keys[0]):
                found[command.id] = (command.bar, key, _(command.title), active.enabled)
        keys = tuple(sorted(found.values()))
        if keys != self._keys:
            before = self._spans()
            self._keys = keys
            if self._message is None:
                self._refresh_what_differs(before, self._spans())

    def _refresh_what_differs(self, before: list[Span], after: list[Span]) -> None:
        """Draw again from the first piece that differs to the last: mostly one key that became faint."""
        if width_of(before) != width_of(after):
            self.refresh()
            return
        same = [one == other for one, other in zip(before, after, strict=False)]
        first = same.index(False) if False in same else len(same)
        last = 0
        while last < len(after) - first and last < len(before) - first and before[-1 - last] == after[-1 - last]:
            last += 1
        start = width_of(after[:first])
        end = width_of(after[: len(after) - last])
        if end > start:
            self.refresh(Region(start, 0, end - start, 1))

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the one line."""
        width = self.size.width
        if self._message is not None:
            return self.strip_of(Line(((" ", "text"), self._message)), width)
        return self.strip_of(Line(tuple(self._spans())), width)

    def _spans(self) -> list[Span]:
        """Return the keys for which there is room."""
        width = self.size.width
        pieces = [self._piece(*each) for each in self._keys]
        bars = [bar for bar, _key, _title, _enabled in self._keys]
        while pieces and sum(map(width_of, pieces)) > width:
            # What is about this place goes before what helps in every place.
            place = max((n for n, bar in enumerate(bars) if bar < _STAYS), default=len(bars) - 1)
            del pieces[place], bars[place]
        return [span for piece in pieces for span in piece]

    def _piece(self, _bar: int, key: str, title: str, enabled: bool) -> list[Span]:
        name = key_name(key, ascii_only=self.glyphs.ascii)
        return [(f" {name}", "mark" if enabled else "faint"), (f" {title} ", "text" if enabled else "faint")]
