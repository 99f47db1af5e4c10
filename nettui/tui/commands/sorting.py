"""Commands of sorting: the answers, the guess, later, one back."""

from __future__ import annotations

from nettui.domain.records import Level
from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS", "DIGITS", "LEVEL_KEYS"]

DIGITS = "123456789"
"""The keys of the most frequent industries."""
_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_LEVELS = (
    (Level.EARLIER, "e", N_("earlier"), N_("Their working life began after yours, or has not come as far.")),
    (Level.PEER, "p", N_("peer"), N_("They stand about where you stand.")),
    (Level.SENIOR, "s", N_("senior"), N_("They are further along than you.")),
    (Level.OUTSIDE, "o", N_("outside"), N_("They stand outside your working life.")),
)
LEVEL_KEYS = {level: f"sorting.{level.value}" for level, *_rest in _LEVELS}
"""The command that answers with each level."""


def _sorting(
    name: str, title: str, text: str, *keys: str, action: str = "", group: Group = Group.CHANGE, bar: int = 0
) -> Command:
    return Command(
        id=f"sorting.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.SORTING,
        group=group,
        action=action or name,
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    *(
        _sorting(level.value, title, text, key, action=f"answer('{level.value}')", bar=bar)
        for bar, (level, key, title, text) in enumerate(_LEVELS, start=40)
    ),
    *(
        _sorting(
            f"industry_{name}",
            N_("this industry"),
            N_("The industry of that number: one of the most frequent here."),
            digit,
            action=f"take({digit})",
        )
        for digit, name in zip(DIGITS, _NAMES, strict=True)
    ),
    _sorting(
        "other_industry",
        N_("other industry"),
        N_("Type an industry; a few letters find one that is known already."),
        "slash",
        bar=20,
    ),
    _sorting("guess", N_("take guess"), N_("Take the guess that is shown."), "enter", action="take_guess", bar=5),
    _sorting("later", N_("later"), N_("Leave this person for another time."), "space", bar=10),
    _sorting("back", N_("back"), N_("Go back to the person before, and take that answer back."), "u", bar=70),
    _sorting(
        "switch",
        N_("levels, industries"),
        N_("Go from levels to industries, or back; each stays where it was."),
        "tab",
        group=Group.GO,
        bar=71,
    ),
    _sorting("help", N_("keys"), N_("Explain this place and list all keys."), "question_mark", "f1", bar=90),
    _sorting(
        "end", N_("end"), N_("End sorting; every answer is saved already."), "escape", "q", group=Group.GO, bar=99
    ),
)
