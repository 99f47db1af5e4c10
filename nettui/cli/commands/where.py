"""``nettui where``: which files nettui uses."""

from __future__ import annotations

import click

from nettui.cli.command import declare, option
from nettui.cli.session import current
from nettui.i18n import N_, _


@declare(
    "where",
    N_("Show where your files are."),
    examples=(("nettui where", N_("Show the three places.")),),
)
@option("--json", "as_json", is_flag=True, text=N_("Print JSON."))
def command(as_json: bool) -> None:
    """Print the places; a file that does not exist is said to be missing."""
    from nettui import paths

    places = {"network": current().path(), "settings": paths.config_file(), "crash_log": paths.crash_log()}
    if as_json:
        from nettui.cli.output import print_json

        print_json({name: str(path) for name, path in places.items()})
        return
    from nettui.text import visible

    titles = {"network": _("network"), "settings": _("settings"), "crash_log": _("crash log")}
    longest = max(len(title) for title in titles.values())
    for name, path in places.items():
        missing = "" if path.exists() else "  " + _("(not there yet)")
        click.echo(f"{titles[name]:<{longest}}  {visible(str(path))}{missing}")
