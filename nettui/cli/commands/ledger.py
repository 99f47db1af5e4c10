"""``nettui ledger``: what went each way, what is open, and the lists that close the loop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.filters import filter_options, limited
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.cli.filters import Filters
    from nettui.cli.output import Table
    from nettui.domain.ledger import RegisterLine
    from nettui.domain.records import Exchange, Promise
    from nettui.services.index import Index
    from nettui.services.ports import Json

__all__ = ["command"]

SORTS = ("newest", "oldest", "name", "kind")
LISTS = ("open", "to-thank", "promised", "asked-of-me", "asked", "offers")
"""The values of :class:`nettui.services.views.loops.Loop`, which is not imported to read the options."""
SIDES = ("person", "group", "kind")
"""The values of :class:`nettui.services.views.ledger.By`."""


@declare(
    "ledger",
    paragraphs(
        N_("List what you and others have done for each other."),
        N_("Newest first, with running counts. Balances leave out family, friends and other communal circles."),
        N_(
            "The lists, oldest first: open is all that waits; to-thank what you received and have not thanked for; "
            "promised what you promised; asked-of-me what others asked you for; asked what you asked for; "
            "offers what was offered and not taken up."
        ),
    ),
    examples=(
        ("nettui ledger", N_("The register, one line an exchange.")),
        ("nettui ledger --list to-thank", N_("Whom to thank, and for what.")),
        ("nettui ledger --balance --by person", N_("Given and received by person, most often first.")),
        ("nettui ledger --period 2026", N_("The register of a year; its counts begin with what was before.")),
        ("nettui ledger status:open kind:recommendation", N_("Recommendations still on their way.")),
        (N_("nettui ledger --with Maria --json"), N_("As JSON: everything with one person.")),
    ),
)
@filter_options(SORTS)
@option("--period", metavar="PERIOD", text=N_("Only of 2026, 2026-11 or 2026-01..2026-06."))
@option("--list", "loop", type=click.Choice(LISTS), text=N_("One of the lists that close the loop, oldest first."))
@option("--balance", is_flag=True, text=N_("The balance by person and kind instead of the register."))
@option("--by", type=click.Choice(SIDES), text=N_("With --balance: one line for each person, group or kind."))
@option("--json", "as_json", is_flag=True, text=N_("Print JSON: exchanges and balances."))
def command(
    filters: Filters, period: str | None, loop: str | None, balance: bool, by: str | None, as_json: bool
) -> None:
    """Print the register, one of the lists, or the balances of the exchanges that fit."""
    _check(loop, balance=balance, by=by)
    filters = replace(filters, period=period)
    session = current()
    with session.network(read_only=True) as network:
        from nettui.services.index import Index

        index, counts = Index(network), session.shows_balance()
        if as_json:
            printed: Json | Table = _list_json(index, filters, loop) if loop else _json(index, filters, by, counts)
        elif loop:
            printed = _list(index, filters, loop)
        elif balance or by:
            printed = _balance(index, filters, by, counts)
        else:
            printed = _register(index, filters, counts)
    from nettui.cli.output import Table, print_json, print_table

    if isinstance(printed, Table):
        print_table(printed)
    else:
        print_json(printed)


def _check(loop: str | None, *, balance: bool, by: str | None) -> None:
    if loop and (balance or by):
        from nettui.errors import InvalidInput

        raise InvalidInput(_("Either --list or --balance: they are two different things."))


def _register(index: Index, filters: Filters, counts: bool) -> Table:
    from nettui.cli.ledger_tables import register_table

    lines = _lines(index, filters)
    running = counts and filters.sort in {None, "newest", "oldest"}
    return register_table(index, limited(lines, filters.count), running=running)


def _lines(index: Index, filters: Filters) -> Sequence[RegisterLine]:
    """Return the register in the order asked for."""
    from nettui.services.views.ledger import register

    lines = register(index, *filters.split_exchanges(index, index.exchanges.values()))
    if filters.sort == "oldest":
        lines.reverse()
    order = {line.exchange.id: line for line in lines}
    return [order[each.id] for each in _sorted(index, [line.exchange for line in lines], filters.sort)]


def _sorted(index: Index, found: list[Exchange], sort: str | None) -> list[Exchange]:
    from nettui.domain.records import ExchangeKind
    from nettui.services.views.order import name_key

    if sort == "name":
        return sorted(found, key=lambda exchange: name_key(index.person_name(exchange.person)))
    if sort == "kind":
        kinds = list(ExchangeKind)
        return sorted(found, key=lambda exchange: kinds.index(exchange.kind))
    return found


def _balance(index: Index, filters: Filters, by: str | None, counts: bool) -> Table:
    from nettui.cli.ledger_tables import balance_table, hidden, totals_table
    from nettui.services.views.ledger import By, balance_rows, totals_rows

    if not counts:
        return hidden()
    found = filters.select_exchanges(index, index.exchanges.values())
    if by:
        return totals_table(index, limited(totals_rows(index, found, By(by)), filters.count), By(by))
    return balance_table(index, limited(balance_rows(index, found), filters.count))


def _json(index: Index, filters: Filters, by: str | None, counts: bool) -> Json:
    from nettui.cli import json_shapes
    from nettui.services.views.ledger import By, balance_rows, exchange_row, totals_rows

    lines = _lines(index, filters)
    found = [line.exchange for line in lines] if counts else []
    shown = [exchange_row(index, line.exchange) for line in limited(lines, filters.count)]
    printed: dict[str, Json] = {
        "exchanges": [json_shapes.exchange(row) for row in shown],
        "balances": [json_shapes.balance(row) for row in balance_rows(index, found)],
    }
    if by:
        printed["totals"] = [json_shapes.totals(row) for row in totals_rows(index, found, By(by))]
    return printed


def _list(index: Index, filters: Filters, loop: str) -> Table:
    from nettui.cli.ledger_tables import list_table, promises_table
    from nettui.services.views.loops import Loop

    if loop == Loop.PROMISED:
        return promises_table(index, limited(_promises(index, filters), filters.count))
    return list_table(index, limited(_waiting(index, filters, loop), filters.count))


def _list_json(index: Index, filters: Filters, loop: str) -> Json:
    """Return the list; ``reason`` is in the user's language."""
    from nettui.cli import json_shapes
    from nettui.services.views.ledger import exchange_row, promise_row
    from nettui.services.views.loops import Loop, loop_reason
    from nettui.services.views.reasons import promise_reason

    if loop == Loop.PROMISED:
        rows = [promise_row(index, each) for each in limited(_promises(index, filters), filters.count)]
        return {"promises": [json_shapes.promise(row) | {"reason": promise_reason(row, index.today)} for row in rows]}
    return {
        "exchanges": [
            json_shapes.exchange(exchange_row(index, each)) | {"reason": loop_reason(each, index.today)}
            for each in limited(_waiting(index, filters, loop), filters.count)
        ]
    }


def _waiting(index: Index, filters: Filters, loop: str) -> list[Exchange]:
    from nettui.services.views.loops import Loop, in_loop

    found = in_loop(Loop(loop), filters.select_exchanges(index, index.exchanges.values()))
    if filters.sort == "newest":
        found.reverse()
    return _sorted(index, found, filters.sort)


def _promises(index: Index, filters: Filters) -> list[Promise]:
    from nettui.services.views.loops import promised
    from nettui.services.views.order import name_key

    found = promised(filters.select_promises(index, index.promises.values()))
    if filters.sort == "newest":
        found.reverse()
    elif filters.sort == "name":
        found.sort(key=lambda promise: name_key(index.person_name(promise.person) if promise.person else ""))
    return found
