"""Commands of the journal, and of its map of a year."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _journal(name: str, title: str, text: str, *keys: str, action: str, group: Group, bar: int = 0) -> Command:
    return Command(
        id=f"journal.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.JOURNAL,
        group=group,
        action=action,
        bar=bar,
    )


def _year(name: str, title: str, text: str, *keys: str, action: str) -> Command:
    return Command(
        id=f"year.{name}", title=title, help=text, keys=keys, scope=Scope.YEAR, group=Group.MOVE, action=action
    )


COMMANDS: tuple[Command, ...] = (
    _journal(
        "edit",
        N_("edit"),
        N_("Change the entry in a form."),
        "e",
        action="edit",
        group=Group.CHANGE,
        bar=10,
    ),
    _journal(
        "editor",
        N_("edit in $EDITOR"),
        N_("Write the entry's text in your editor."),
        "E",
        action="edit_outside",
        group=Group.CHANGE,
    ),
    _journal(
        "favour",
        N_("favour"),
        N_("Record a favour between you and the first person of the entry."),
        "f",
        action="favour",
        group=Group.WRITE,
        bar=15,
    ),
    _journal(
        "star",
        N_("star"),
        N_("Give the entry a star, or take it away."),
        "asterisk",
        action="star",
        group=Group.CHANGE,
        bar=20,
    ),
    _journal(
        "remove",
        N_("delete"),
        N_("Delete the entry; what came from it stays."),
        "x",
        action="remove",
        group=Group.CHANGE,
    ),
    _journal(
        "person",
        N_("person"),
        N_("Go to the first person of the entry."),
        "p",
        action="person",
        group=Group.GO,
    ),
    _journal(
        "earlier",
        N_("earlier days"),
        N_("Go a month back; on the map a year."),
        "left_square_bracket",
        action="earlier",
        group=Group.MOVE,
    ),
    _journal(
        "later",
        N_("later days"),
        N_("Go a month on; on the map a year."),
        "right_square_bracket",
        action="later",
        group=Group.MOVE,
    ),
    _journal("today", N_("today"), N_("Go to the latest entry up to today."), "T", action="today", group=Group.MOVE),
    _journal(
        "year",
        N_("year"),
        N_("Show a year as a map of its days, or go back to the list."),
        "y",
        action="year",
        group=Group.SHOW,
        bar=45,
    ),
    _journal(
        "back",
        N_("back"),
        N_("Go back to the list; there, show all entries again."),
        "escape",
        action="back",
        group=Group.MOVE,
    ),
    _year("week_before", N_("a week back"), N_("Go a week back."), "h", "left", action="move_day(-7)"),
    _year("week_after", N_("a week on"), N_("Go a week on."), "l", "right", action="move_day(7)"),
    _year("day_before", N_("a day back"), N_("Go a day back."), "k", "up", action="move_day(-1)"),
    _year("day_after", N_("a day on"), N_("Go a day on."), "j", "down", action="move_day(1)"),
    _year("day", N_("that day"), N_("Go to the entries of that day."), "enter", action="choose_day"),
)
