"""The few signs that stand beside words: one table for terminals with Unicode, one for those with ASCII only."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ASCII", "UNICODE", "Glyphs", "glyphs_for"]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Each is one cell wide, and none says anything that a word beside it does not say too."""

    cursor: str = "›"
    promise: str = "◷"
    given: str = "→"
    received: str = "←"
    thanks: str = "+"
    done: str = "✓"
    star: str = "*"
    birthday: str = "*"
    hello: str = "·"
    rule: str = "─"
    dot: str = "·"
    ellipsis: str = "…"
    dash: str = "–"
    ascending: str = "↑"
    descending: str = "↓"
    heat: tuple[str, ...] = (" ", "░", "▒", "▓", "█")
    bar: str = "█"
    bar_rest: str = "░"
    checked: str = "●"
    unchecked: str = "○"

    @property
    def ascii(self) -> bool:
        """Whether arrows must be words too."""
        return self.rule.isascii()


UNICODE = Glyphs()
ASCII = Glyphs(
    cursor=">",
    promise="o",
    given=">",
    received="<",
    thanks="+",
    done="x",
    star="*",
    birthday="*",
    hello="-",
    rule="-",
    dot="-",
    ellipsis="~",
    dash="-",
    ascending="^",
    descending="v",
    heat=(" ", ".", ":", "*", "#"),
    bar="#",
    bar_rest=".",
    checked="x",
    unchecked=".",
)


def glyphs_for(name: str) -> Glyphs:
    """Return the table called ``ascii``, else the one in Unicode."""
    return ASCII if name == "ascii" else UNICODE
