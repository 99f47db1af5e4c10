"""``nettui demo``: the app on the sample network, its views where there is no screen, or the sample as a file."""

from __future__ import annotations

from pathlib import Path

import click

from nettui.cli.command import FilePath, declare, option, paragraphs
from nettui.cli.session import current
from nettui.errors import InvalidInput
from nettui.i18n import LANGUAGES, N_, _, system_says
from nettui.text import one_line, visible

__all__ = ["command"]

_LINES = 12


@declare(
    "demo",
    paragraphs(N_("Show nettui on a sample network."), N_("Invented people; nothing of yours is touched.")),
    examples=(
        ("nettui demo", N_("The app on the sample; in a pipe, its today, ledger and breadth.")),
        ("nettui demo --lang bg", N_("The same in Bulgarian.")),
        ("nettui demo --write sample.json", N_("Write the sample into a file, to try every command on it with -f.")),
    ),
)
@option("--lang", type=click.Choice(LANGUAGES), text=N_("The language of the words around the sample."))
@option(
    "--write",
    "target",
    type=FilePath(dir_okay=False, path_type=Path),
    metavar="FILE",
    text=N_("Write the sample network into this file, which must not exist."),
)
@option(
    "--screenshots",
    "folder",
    type=FilePath(file_okay=False, path_type=Path),
    metavar="DIR",
    text=N_("Draw what the commands show of the sample, as SVG pictures in this folder."),
)
def command(lang: str | None, target: Path | None, folder: Path | None) -> int:
    """Open the app on the sample, or write the file or the pictures; without a screen, print three views."""
    if lang is not None:
        from nettui.cli.command import speak

        speak(lang)
    if target is not None:
        from nettui.bootstrap import write_demo

        write_demo(target)
        click.echo(
            _("Wrote the sample network. Try: {command}").format(command=f"nettui -f {visible(str(target))} people")
        )
        return 0
    if folder is not None:
        from nettui.cli.pictures import draw

        try:
            for picture in draw(folder):
                click.echo(one_line(str(picture), 200))
        except OSError as error:
            raise InvalidInput(
                _("The pictures could not be written to {folder}: {reason}.").format(
                    folder=one_line(str(folder), 200), reason=system_says(error)
                )
            ) from error
        return 0
    from nettui.cli.app import open_demo, terminal_of

    if not terminal_of(current()).dumb:
        return open_demo(current())
    _print()
    return 0


def _print() -> None:
    from nettui.bootstrap import demo_network
    from nettui.cli.commands.breadth import show
    from nettui.cli.commands.today import show as show_today
    from nettui.cli.ledger_tables import register_table
    from nettui.cli.output import print_lines, print_table
    from nettui.domain.periods import ALL_TIME
    from nettui.services.index import Index
    from nettui.services.views.breadth import breadth_view
    from nettui.services.views.ledger import register
    from nettui.services.views.today import today_view

    network = demo_network()
    index = Index(network)
    me = index.me
    title = _("The sample network of {name}, {day}").format(name=me.name if me else "", day=index.today)
    print_lines([[(title, "strong")], "", [(_("Today"), "accent")]])
    show_today(today_view(index), index.today)
    print_lines(["", [(_("Ledger"), "accent")]])
    newest = register(index, index.exchanges.values(), ALL_TIME)[:_LINES]
    print_table(register_table(index, newest, running=True))
    print_lines(["", [(_("Breadth"), "accent")]])
    show(breadth_view(index), index.today)
