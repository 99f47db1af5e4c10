"""A person named on the command line: found, or asked for with the candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.errors import NettuiError, NotFound
from nettui.i18n import _
from nettui.text import fold_name, one_line

if TYPE_CHECKING:
    import click

    from nettui.domain.ids import Id
    from nettui.domain.records import Person
    from nettui.services.views.facts import Facts

__all__ = ["complete", "the_person"]

_SHOWN = 8


def the_person(facts: Facts, typed: str) -> Person:
    """Return the one person who is meant by an id, a full name, or a part of a name that fits only one.

    Raises NotFound when nobody fits, and an error that lists the candidates when several do.
    """
    if typed in facts.people:
        return facts.people[typed]
    wanted = fold_name(typed) or typed.casefold()
    everybody = list(facts.people.values())
    found = [p for p in everybody if wanted in {fold_name(name) for name in (p.name, *p.also)}]
    if not found:
        found = [p for p in everybody if any(wanted in fold_name(name) for name in (p.name, *p.also))]
    if not found:
        raise NotFound(
            _("Nobody here is called “{name}”.").format(name=one_line(typed)), hint=_("Try: nettui people")
        )
    if len(found) > 1:
        several = ", ".join(f"{one_line(p.name)} ({p.id})" for p in found[:_SHOWN])
        if len(found) > _SHOWN:
            several += ", …"
        raise NettuiError(
            _("Several people fit “{name}”: {people}.").format(name=one_line(typed), people=several),
            hint=_("Give the full name or the id."),
        )
    return found[0]


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
    found: dict[Id, None] = dict.fromkeys(one_line(name) for name in names if fold_name(name).startswith(wanted))
    return list(found)
