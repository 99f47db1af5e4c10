"""Commands on the text of a recommendation, in the ledger and on a person's page, and in the list of earlier texts."""

from __future__ import annotations

from nettui.i18n import N_
from nettui.tui.commands.command import Command, Group, Scope

__all__ = ["COMMANDS"]


def _on_text(scope: Scope, place: str) -> tuple[Command, ...]:
    def command(name: str, title: str, text: str, key: str, action: str) -> Command:
        return Command(
            id=f"{place}.{name}", title=title, help=text, keys=(key,), scope=scope, group=Group.SHOW, action=action
        )

    return (
        command(
            "copy_text",
            N_("copy the text"),
            N_("Copy the text, such as that of a recommendation, out to the terminal's clipboard."),
            "y",
            "copy_text",
        ),
        command(
            "versions",
            N_("earlier texts"),
            N_("Show the earlier texts of a recommendation, and put one of them back."),
            "V",
            "versions",
        ),
        command(
            "save_markdown",
            N_("save as Markdown"),
            N_("Save the recommendation as Markdown in a file of its own."),
            "X",
            "save_markdown",
        ),
    )


def _version(name: str, title: str, text: str, *keys: str, group: Group, bar: int, action: str = "") -> Command:
    return Command(
        id=f"versions.{name}",
        title=title,
        help=text,
        keys=keys,
        scope=Scope.VERSIONS,
        group=group,
        action=action or name,
        bar=bar,
    )


COMMANDS: tuple[Command, ...] = (
    *_on_text(Scope.LEDGER, "ledger"),
    *_on_text(Scope.PERSON, "register"),
    _version(
        "restore",
        N_("put it back"),
        N_("Make the marked text the present one; the present one stays among the earlier texts."),
        "r",
        group=Group.CHANGE,
        bar=1,
    ),
    _version(
        "copy", N_("copy"), N_("Copy the marked text out to the terminal's clipboard."), "y", group=Group.SHOW, bar=2
    ),
    _version("close", N_("back"), N_("Close the list and change nothing."), "escape", group=Group.GO, bar=9),
)
