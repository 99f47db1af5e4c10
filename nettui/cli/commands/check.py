"""``nettui check``: read everything and say what is wrong."""

from __future__ import annotations

import click

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.session import current
from nettui.i18n import N_, _, ngettext

__all__ = ["command"]


@declare(
    "check",
    paragraphs(
        N_("Read everything and say what is wrong."), N_("The file, its journal and its backups. Changes nothing.")
    ),
    examples=(("nettui check", N_("Exit status 0 when all is well, 1 when there is something to read.")),),
)
@option("--json", "as_json", is_flag=True, text=N_("Print JSON."))
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Print the report."""
    from nettui.bootstrap import open_file
    from nettui.errors import NotFound
    from nettui.text import visible

    session = current()
    path = session.path()
    if not path.exists():
        raise NotFound(_("There is no file {path} yet.").format(path=path), hint=_("The first change makes it."))
    with open_file(path, clock=session.the_clock(), read_only=True) as repository:
        report = repository.check()
    records = {name: count for name, count in report.documents.items() if not name.startswith("_")}
    if as_json:
        from nettui.cli.output import print_json

        print_json(
            {
                "path": str(report.path),
                "bytes": report.bytes,
                "records": dict(records),
                "journal_bytes": report.journal_bytes,
                "backups": report.backups,
                "problems": [{"kind": notice.kind, "text": str(notice)} for notice in report.problems],
            }
        )
    else:
        total = sum(records.values())
        counted = ngettext("{n} record", "{n} records", total).format(n=total)
        backups = ngettext("{n} backup", "{n} backups", report.backups).format(n=report.backups)
        click.echo(f"{visible(str(report.path))}: {counted}, {backups}")
        for notice in report.problems:
            click.echo(visible(notice))
        if not report.problems:
            click.echo(_("All is well."))
    if report.problems:
        ctx.exit(1)
