"""Completion of names in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.errors import NettuiError
from nettui.text import fold_name, one_line

if TYPE_CHECKING:
    import click


__all__ = ["complete"]


def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 - click's
    """Return the names that begin with what is typed, for Tab in a shell; nothing when the file cannot be read."""
    from nettui.cli.session import Session

    session = ctx.find_object(Session) or Session()
    wanted = fold_name(incomplete)
    try:
        with session.network(read_only=True) as network:
            names = [p.name for p in network.repository.people.values() if not p.archived]
    except NettuiError:
        return []
    return list(dict.fromkeys(one_line(name) for name in names if fold_name(name).startswith(wanted)))
