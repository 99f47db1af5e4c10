"""``nettui ledger``: what went each way, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.command import declare, option, paragraphs
from nettui.cli.filters import filter_options, limited
from nettui.cli.session import current
from nettui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.cli.filters import Filters
    from nettui.cli.output import Table
    from nettui.domain.records import Exchange
    from nettui.services.index import Index
    from nettui.services.views.rows import BalanceRow, ExchangeRow

__all__ = ["balance_table", "command", "register_table"]

SORTS = ("newest", "oldest", "name", "kind")


@declare(
    "ledger",
    paragraphs(
        N_("List what you and others have done for each other."),
        N_("Newest first. Balances leave out family, friends and other communal circles."),
    ),
    examples=(
        ("nettui ledger", N_("The register, one line an exchange.")),
        ("nettui ledger --balance", N_("Given and received, by person and kind.")),
        ("nettui ledger status:open kind:recommendation", N_("Recommendations still on their way.")),
        (N_("nettui ledger --with Maria --json"), N_("As JSON: everything with one person.")),
    ),
)
@filter_options(SORTS)
@option("--balance", is_flag=True, text=N_("The balance by person and kind instead of the register."))
@option("--json", "as_json", is_flag=True, text=N_("Print JSON: exchanges and balances."))
def command(filters: Filters, balance: bool, as_json: bool) -> None:
    """Print the register or the balances of the exchanges that fit."""
    from nettui.services.index import Index
    from nettui.services.views.ledger import balance_rows, exchange_row

    with current().network(read_only=True) as network:
        index = Index(network)
        nothing_yet = not index.exchanges
        found = filters.select_exchanges(index, index.exchanges.values())
        ordered = _ordered(index, found, filters.sort)
        rows = [exchange_row(index, exchange) for exchange in ordered]
        balances = balance_rows(index, found)
    if as_json:
        from nettui.cli import json_shapes
        from nettui.cli.output import print_json

        print_json(
            {
                "exchanges": [json_shapes.exchange(row) for row in limited(rows, filters.count)],
                "balances": [json_shapes.balance(row) for row in balances],
            }
        )
        return
    from nettui.cli.output import print_table

    if balance:
        print_table(balance_table(limited(balances, filters.count), nothing_yet=nothing_yet))
    else:
        print_table(register_table(limited(rows, filters.count), nothing_yet=nothing_yet))


def register_table(rows: Sequence[ExchangeRow], *, nothing_yet: bool = False) -> Table:
    """Return the register as a table. An arrow and a word tell the direction."""
    from nettui.cli.output import Column, Table
    from nettui.domain.statuses import STATUS_NAMES
    from nettui.services.names import KIND_NAMES

    arrows = {
        ("given", False): _("→ given"),
        ("given", True): _("→ to give"),
        ("received", False): _("← received"),
        ("received", True): _("← to receive"),
    }
    return Table(
        (
            Column(title=_("When"), rank=1),
            Column(title=_("Way"), rank=0),
            Column(title=_("What"), rank=0),
            Column(title=_("With"), least=14, rank=0),
            Column(title=_("Status"), rank=2),
            Column(title=_("About"), least=14, rank=3),
        ),
        [
            (
                (str(row.on or "–"), "dim"),
                arrows[row.direction.value, row.status.value in _WAITING],
                _(KIND_NAMES[row.kind]),
                (row.person.name, "strong"),
                (_(STATUS_NAMES[row.status]), "accent" if row.status.value in _WAITING else ""),
                (_about(row), "dim"),
            )
            for row in rows
        ],
        empty=_empty(nothing_yet),
    )


def _about(row: ExchangeRow) -> str:
    """Return what an exchange is about; of an introduction who brings whom together, too."""
    if row.introduction is None:
        return row.subject or row.text
    from nettui.services.views.introductions import about

    return about(row.introduction, row.subject, row.person.id)


_WAITING = frozenset({"asked", "offered", "agreed"})


def balance_table(rows: Sequence[BalanceRow], *, nothing_yet: bool = False) -> Table:
    """Return the balances as a table: both ways side by side, what is open apart."""
    from nettui.cli.output import Column, Table
    from nettui.services.names import KIND_NAMES

    return Table(
        (
            Column(title=_("With"), least=16, rank=0),
            Column(title=_("What"), rank=0),
            Column(title=_("Given"), right=True, rank=0),
            Column(title=_("Received"), right=True, rank=0),
            Column(title=_("To give"), right=True, rank=1),
            Column(title=_("To receive"), right=True, rank=1),
            Column(title=_("Last given"), rank=2),
            Column(title=_("Last received"), rank=2),
        ),
        [
            (
                (row.person.name, "strong"),
                _(KIND_NAMES[row.kind]),
                str(row.given),
                str(row.received),
                _or_dash(row.open_given),
                _or_dash(row.open_received),
                (str(row.last_given or ""), "dim"),
                (str(row.last_received or ""), "dim"),
            )
            for row in rows
        ],
        empty=_empty(nothing_yet),
    )


def _or_dash(count: int) -> str:
    return str(count) if count else "–"


def _empty(nothing_yet: bool) -> str:
    if nothing_yet:
        return _("No favours yet. Record one: {command}").format(command=_('nettui add "… gave: advice"'))
    return _("No exchange fits.")


def _ordered(index: Index, found: Sequence[Exchange], sort: str | None) -> list[Exchange]:
    from nettui.domain.ledger import register
    from nettui.services.views.order import name_key

    ordered = [line.exchange for line in register(found)]
    if sort == "oldest":
        ordered.reverse()
    elif sort == "name":
        ordered.sort(key=lambda exchange: name_key(index.person_name(exchange.person)))
    elif sort == "kind":
        kinds = [kind.value for kind in type(ordered[0].kind)] if ordered else []
        ordered.sort(key=lambda exchange: kinds.index(exchange.kind.value))
    return ordered
