"""``nettui step``: say that a favour was agreed to, done, thanked for, or came to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from nettui.cli.command import Argument, declare, option, paragraphs
from nettui.cli.names import complete
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.domain.dates import PartialDate
    from nettui.domain.records import Exchange, Status
    from nettui.services.network import Network

__all__ = ["command"]

_SHOWN = 5


@declare(
    "step",
    paragraphs(
        N_("Move a favour on: agreed, done, thanked, declined or lapsed; without a status to the usual next one."),
        N_("It is found by the person, or by its id as nettui ledger --json prints it; undo takes the step back."),
    ),
    examples=(
        (N_("nettui step Maria thanked"), N_("You thanked Maria, today.")),
        (N_("nettui step Georgi done --on yesterday --note 'by mail'"), N_("With its date and a note.")),
        (N_("nettui step Georgi --back"), N_("Back to the status before; what was declined is open again.")),
    ),
)
@click.argument("words", cls=Argument, nargs=-1, required=True, metavar="NAME [STATUS]", shell_complete=complete)
@option("--on", "day", metavar="DATE", text=N_("When, instead of today: 2026-11-23, 2026-11, yesterday."))
@option("--note", default="", metavar="TEXT", text=N_("A note on this step."))
@option("--back", "backwards", is_flag=True, text=N_("A step back instead."))
@option("--json", "as_json", is_flag=True, text=N_("Print JSON: the exchange as in the ledger."))
def command(words: tuple[str, ...], day: str | None, note: str, backwards: bool, as_json: bool) -> None:
    """Take the step and say what it came to."""
    from nettui.errors import InvalidInput
    from nettui.services import exchanges
    from nettui.services.index import Index
    from nettui.services.views.ledger import exchange_row

    name, status = _parts(words)
    if backwards and (status or day or note):
        raise InvalidInput(_("A step back takes neither a status nor a date nor a note."))
    with current().network() as network:
        exchange = _the_one(network, name, status, backwards=backwards)
        if backwards:
            exchanges.back(network, exchange.id)
        else:
            exchanges.move(network, exchange.id, status, on=_read(day, network), note=note)
        index = Index(network)
        moved = index.exchanges[exchange.id]
        row, line = exchange_row(index, moved), _line(network, moved)
    if as_json:
        from nettui.cli import json_shapes
        from nettui.cli.output import print_json

        print_json(json_shapes.exchange(row))
    else:
        click.echo(line)


def _parts(words: Sequence[str]) -> tuple[str, Status | None]:
    """Return the name, and the status that the last word is, in English or the user's language."""
    from nettui.domain.records import Status
    from nettui.domain.statuses import STATUS_NAMES

    known = {name.casefold(): status for status in Status for name in (_(STATUS_NAMES[status]), status.value)}
    status = known.get(words[-1].casefold()) if len(words) > 1 else None
    return " ".join(words if status is None else words[:-1]), status


def _read(day: str | None, network: Network) -> PartialDate | None:
    """Return the day as the capture line reads it. Raises InvalidInput."""
    if day is None:
        return None
    from nettui.domain.dates import PartialDate
    from nettui.domain.periods import parse_day_bound
    from nettui.errors import InvalidInput
    from nettui.services.capture.when import read_past

    try:
        return parse_day_bound(day)
    except InvalidInput:
        past = read_past(day, network.clock.now())
        if past is None or past.moment is None:
            raise
        return PartialDate.of(past.moment.day)


def _the_one(network: Network, name: str, status: Status | None, *, backwards: bool) -> Exchange:
    """Return the exchange that is meant: by its id, else the only one with somebody for which the step is possible.

    Raises NotFound, and InvalidInput with the candidates where there are several.
    """
    from shlex import quote

    from nettui.domain.search import search_fold
    from nettui.domain.statuses import next_statuses, path
    from nettui.errors import InvalidInput
    from nettui.i18n import ngettext
    from nettui.services.lookup import find_person
    from nettui.text import one_line

    stored = network.repository.exchanges
    if name in stored:
        return stored[name]
    person = find_person(network, name, fold=search_fold)
    fits = [
        each
        for each in stored.values()
        if each.person == person.id
        and (len(path(each)) > 1 if backwards else status in next_statuses(each) if status else next_statuses(each))
    ]
    if len(fits) == 1:
        return fits[0]
    who = one_line(person.name)
    if not fits:
        only = who == person.name and sum(each.name == who for each in network.repository.people.values()) == 1
        raise InvalidInput(
            _("No favour with {name} can take that step.").format(name=who),
            hint=_("See them: {command}").format(command=f"nettui ledger --with {quote(who if only else person.id)}"),
        )
    shown = "; ".join(f"{_line(network, each)} ({each.id})" for each in reversed(fits[-_SHOWN:]))
    raise InvalidInput(
        ngettext(
            "{count} favour with {name} fits: {which}.", "{count} favours with {name} fit: {which}.", len(fits)
        ).format(count=len(fits), name=who, which=shown + ("; …" if len(fits) > _SHOWN else "")),
        hint=_("Write the number instead of the name: {example}").format(example=f"nettui step {fits[-1].id}"),
    )


def _line(network: Network, exchange: Exchange) -> str:
    """Return what an exchange is, in one line."""
    from nettui.domain.statuses import STATUS_NAMES
    from nettui.services.names import exchange_name
    from nettui.text import one_line

    person = network.repository.people.get(exchange.person)
    name = one_line(person.name) if person is not None else exchange.person
    given = exchange.direction.value == "given"
    # Translators: what a favour is about, with whom, and its status: "advice: the thesis, for Maria, done 2026-11-23"
    words = _("{what}, for {name}, {status} {date}") if given else _("{what}, from {name}, {status} {date}")
    return words.format(
        what=one_line(exchange_name(exchange), 60),
        name=name,
        status=_(STATUS_NAMES[exchange.status]),
        date=exchange.on or "",
    ).rstrip()
