"""Our themes, and the few colours that every screen is made of, by what they mean.

One accent colour; the rest are greys and four hues that only ever repeat what a word or a sign says. A theme of
Textual's own gets these meanings from its own colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DARK", "LIGHT", "MEANINGS", "OURS", "meanings"]

MEANINGS = ("quiet", "faint", "mark", "good", "due", "wrong", "when", "how", "who", "tagged", "row", "row-idle", "bar")
"""The variables that our styles use beside ``foreground`` and ``background``.

quiet: second-rank text · faint: rules and empty cells, never text that must be read · mark: the accent · good: done,
thanked · due: waiting · wrong: errors · when, how, who, tagged: the parts of a captured line · row, row-idle: behind
the cursor, with and without the focus · bar: behind the top and bottom lines.
"""

DARK = Theme(
    name="nettui-dark",
    primary="#e3b778",
    secondary="#8fb2cf",
    accent="#e3b778",
    warning="#e3b778",
    error="#e88e86",
    success="#9bbf85",
    foreground="#d7dbe0",
    background="#14171b",
    surface="#1a1e24",
    panel="#20252c",
    dark=True,
    variables={
        "quiet": "#949ca8",
        "faint": "#3a414b",
        "mark": "#e3b778",
        "good": "#9bbf85",
        "due": "#e3b778",
        "wrong": "#e88e86",
        "when": "#8fb2cf",
        "how": "#86c0b6",
        "who": "#e3b778",
        "tagged": "#c3a3d1",
        "row": "#2b3440",
        "row-idle": "#1f242b",
        "bar": "#1a1e24",
        "border": "#e3b778",
        "border-blurred": "#3a414b",
        "block-cursor-background": "#2b3440",
        "block-cursor-foreground": "#f1f3f5",
        "input-selection-background": "#3f5672",
        "scrollbar": "#3a414b",
        "scrollbar-background": "#14171b",
        "scrollbar-corner-color": "#14171b",
    },
)
LIGHT = Theme(
    name="nettui-light",
    primary="#835406",
    secondary="#2f628c",
    accent="#835406",
    warning="#835406",
    error="#a8322a",
    success="#3d6b26",
    foreground="#22262b",
    background="#faf8f4",
    surface="#f1eee8",
    panel="#e9e5dd",
    dark=False,
    variables={
        "quiet": "#595f67",
        "faint": "#cfc9bd",
        "mark": "#835406",
        "good": "#3d6b26",
        "due": "#835406",
        "wrong": "#a8322a",
        "when": "#2f628c",
        "how": "#1f6b62",
        "who": "#835406",
        "tagged": "#74458b",
        "row": "#e3ddd0",
        "row-idle": "#efebe3",
        "bar": "#f1eee8",
        "border": "#835406",
        "border-blurred": "#cfc9bd",
        "block-cursor-background": "#e3ddd0",
        "block-cursor-foreground": "#14171b",
        "input-selection-background": "#c9d8e6",
        "scrollbar": "#cfc9bd",
        "scrollbar-background": "#faf8f4",
        "scrollbar-corner-color": "#faf8f4",
    },
)
OURS: tuple[Theme, ...] = (DARK, LIGHT)

_ANSI: Mapping[str, str] = {
    "quiet": "ansi_default",
    "faint": "ansi_bright_black",
    "mark": "ansi_yellow",
    "good": "ansi_green",
    "due": "ansi_yellow",
    "wrong": "ansi_red",
    "when": "ansi_blue",
    "how": "ansi_cyan",
    "who": "ansi_yellow",
    "tagged": "ansi_magenta",
    "row": "ansi_default",
    "row-idle": "ansi_default",
    "bar": "ansi_default",
}


def meanings(variables: Mapping[str, str], *, ansi: bool) -> dict[str, str]:
    """Return :data:`MEANINGS` for a theme that does not define them, made of the colours it has."""
    if ansi:
        return dict(_ANSI)
    ink, paper = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    return {
        "quiet": paper.blend(ink, 0.68).hex,
        "faint": paper.blend(ink, 0.25).hex,
        "mark": variables["accent"],
        "good": variables["success"],
        "due": variables["warning"],
        "wrong": variables["error"],
        "when": variables["secondary"],
        "how": variables["success"],
        "who": variables["accent"],
        "tagged": variables["primary"],
        "row": paper.blend(ink, 0.16).hex,
        "row-idle": paper.blend(ink, 0.07).hex,
        "bar": paper.blend(ink, 0.04).hex,
    }
