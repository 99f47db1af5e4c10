"""What the roles of spans look like in a theme, worked out once for each theme.

Not component classes of Textual's: a dozen of them on every widget that draws lines cost a third of the start, since
Textual matches each against the whole stylesheet for each widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ROLES", "role_styles"]

ROLES: Mapping[str, tuple[str, str]] = {
    "text": ("foreground", ""),
    "strong": ("foreground", "bold"),
    "quiet": ("quiet", ""),
    "faint": ("faint", ""),
    "mark": ("mark", ""),
    "good": ("good", ""),
    "due": ("due", ""),
    "wrong": ("wrong", ""),
    "when": ("when", ""),
    "how": ("how", ""),
    "who": ("who", ""),
    "tagged": ("tagged", ""),
    "match": ("mark", "bold underline"),
}
"""Each role's colour among the theme's variables, and its attributes."""


def role_styles(variables: Mapping[str, str]) -> dict[str, Style]:
    """Return the style of each role, without a background, for the variables of a theme."""
    return {
        role: Style(color=Color.parse(variables[name]).rich_color) + Style.parse(attributes)
        for role, (name, attributes) in ROLES.items()
    }
