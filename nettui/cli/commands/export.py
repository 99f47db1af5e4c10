"""``nettui export``: the network in a form that other programs read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nettui.cli.command import Argument, declare, option, paragraphs
from nettui.cli.filters import Filters
from nettui.cli.session import current
from nettui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nettui.services.network import Network

__all__ = ["FORMATS", "LATER", "command"]

FORMATS = ("json", "hledger", "markdown")
LATER = ("csv", "vcard", "vdir", "ics", "obsidian", "jrnl")


@declare(
    "export",
    paragraphs(
        N_("Write the network for other programs."),
        N_("json is everything and can be imported again; hledger is the ledger as a journal."),
        N_("markdown is the recommendations that have a text; into a folder it writes one file each."),
    ),
    examples=(
        ("nettui export json -o network-2026.json", N_("Everything; nettui import reads it back.")),
        ("nettui export hledger | hledger -f - bal assets", N_("The balances, counted by hledger.")),
        ("nettui export markdown -o letters.md", N_("The recommendations, to be read or printed.")),
        ("nettui export hledger --from 2026 | hledger -f - reg assets", N_("The register of this year.")),
    ),
)
@click.argument("format", cls=Argument, metavar="FORMAT")
@option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    metavar="PATH",
    text=N_("Write into this file instead of standard output."),
)
@option("--with", "people", multiple=True, metavar="NAME", text=N_("hledger: only with this person; may be repeated."))
@option("--group", "groups", multiple=True, metavar="NAME", text=N_("hledger: only this circle or group."))
@option("--from", "start", metavar="DATE", text=N_("hledger: not before 2026, 2026-11 or 2026-11-23."))
@option("--to", "end", metavar="DATE", text=N_("hledger: not after 2026, 2026-11 or 2026-11-23."))
def command(
    format: str,  # noqa: A002 - the name the user sees
    target: Path | None,
    people: tuple[str, ...],
    groups: tuple[str, ...],
    start: str | None,
    end: str | None,
) -> None:
    """Write the export."""
    _check(format)
    filters = Filters(people=people, groups=groups, start=start, end=end)
    if filters != Filters() and format != "hledger":
        from nettui.errors import InvalidInput

        raise InvalidInput(
            _("{format} is always all of it; nothing was written.").format(format=format),
            hint=_("Only hledger takes --with, --group, --from and --to."),
        )
    session = current()
    if target is not None and target.resolve() == session.path().resolve():
        from nettui.errors import InvalidInput

        raise InvalidInput(_("That is the network's own file; nothing was written."), hint=_("Name another file."))
    if target is not None and format != "markdown" and target.is_dir():
        from nettui.errors import InvalidInput

        raise InvalidInput(_("{path} is a folder.").format(path=target), hint=_("Name a file."))
    with session.network(read_only=True) as network:
        if format == "markdown" and target is not None:
            _letters_to_files(network, target)
            return
        text = _hledger(network, filters) if format == "hledger" else _WRITERS[format](network)
    if target is None:
        _to_stdout(text)
    else:
        _to_file(text, target)


def _check(format: str) -> None:  # noqa: A002
    from nettui.errors import InvalidInput
    from nettui.text import one_line

    if format in FORMATS:
        return
    there_are = _("There are: {formats}.").format(formats=", ".join(FORMATS))
    if format in LATER:
        raise InvalidInput(
            _("Exporting {format} comes with a later version; nothing was written.").format(format=format),
            hint=there_are,
        )
    raise InvalidInput(_("There is no format “{format}”.").format(format=one_line(format)), hint=there_are)


def _hledger(network: Network, filters: Filters) -> str:
    """Return the journal of what the ledger counts: communal relations have no balance here either."""
    from nettui.formats.hledger import export
    from nettui.services.index import Index
    from nettui.services.views.ledger import counted

    index = Index(network)
    return export(index.people, counted(index, filters.select_exchanges(index, index.exchanges.values())))


def _json(network: Network) -> str:
    from nettui.cli.output import escape_steering
    from nettui.domain.change import Table
    from nettui.formats.nettui_json import export

    repository = network.repository
    records = [repository.me] if repository.me is not None else []
    for table in Table:
        if table is not Table.ME:
            records += getattr(repository, table.value).values()
    return escape_steering(export(records).decode())


def _to_stdout(text: str) -> None:
    """Write UTF-8 whatever the terminal's encoding: these are files for programs."""
    if sys.stdout.isatty():
        from nettui.text import visible

        text = visible(text, newlines=True)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def _to_file(text: str, target: Path) -> None:
    from nettui.cli.letters import write_file

    write_file(text, target, overwrite=True)
    click.echo(_("Wrote {path}").format(path=target), err=True)


def _markdown(network: Network) -> str:
    from nettui.formats.markdown import several
    from nettui.services.desk.letters import letters
    from nettui.services.index import Index

    return several(letters(Index(network)))


def _letters_to_files(network: Network, target: Path) -> None:
    from nettui.cli.letters import save_all
    from nettui.services.desk.letters import letters
    from nettui.services.index import Index

    found = letters(Index(network))
    save_all(found, target)
    wrote = ngettext("Wrote {n} recommendation into {path}", "Wrote {n} recommendations into {path}", len(found))
    click.echo(wrote.format(n=len(found), path=target), err=True)


_WRITERS: Mapping[str, Callable[[Network], str]] = {"json": _json, "markdown": _markdown}
