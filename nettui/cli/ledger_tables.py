"""The tables of the ledger: the register, the lists, the balances. An arrow and a word tell the direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.cli.output import Column, Table
from nettui.domain.ledger import CLOSED, OPEN
from nettui.domain.statuses import STATUS_NAMES
from nettui.i18n import _, pgettext
from nettui.services.names import KIND_NAMES
from nettui.services.views.ledger import By, exchange_row, promise_row
from nettui.services.views.loops import loop_reason, promised
from nettui.services.views.reasons import promise_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.cli.output import Cell
    from nettui.domain.balances import Totals
    from nettui.domain.ledger import RegisterLine
    from nettui.domain.records import Exchange, Promise
    from nettui.services.index import Index
    from nettui.services.views.rows import BalanceRow, ExchangeRow, TotalsRow

__all__ = ["balance_table", "hidden", "list_table", "promises_table", "register_table", "totals_table"]


def register_table(index: Index, lines: Sequence[RegisterLine], *, running: bool) -> Table:
    """Return the register, with the ``running`` counts each way or without."""
    rows = [
        [*_cells(exchange_row(index, line.exchange)), *([str(line.given), str(line.received)] if running else [])]
        for line in lines
    ]
    counts = (
        Column(title=pgettext("running count", "Given"), right=True, rank=4),
        Column(title=pgettext("running count", "Received"), right=True, rank=4),
    )
    return Table((*_columns(), *(counts if running else ())), rows, empty=_empty(index))


def list_table(index: Index, exchanges: Sequence[Exchange]) -> Table:
    """Return one of the lists, each line with why it is on it."""
    rows: list[list[Cell]] = []
    for exchange in exchanges:
        _when, *cells, about = _cells(exchange_row(index, exchange))
        rows.append([(loop_reason(exchange, index.today), "accent"), *cells, about])
    _date, *columns = _columns()
    return Table((Column(title=_("Why"), least=16, rank=0), *columns), rows, empty=_empty(index))


def promises_table(index: Index, promises: Sequence[Promise]) -> Table:
    """Return my open promises, each line with when it is due."""
    rows = [promise_row(index, promise) for promise in promises]
    return Table(
        (
            Column(title=_("Why"), least=16, rank=0),
            Column(title=_("Promise"), least=16, rank=0),
            Column(title=_("With"), least=14, rank=0),
        ),
        [
            [
                (promise_reason(row, index.today), "accent"),
                row.text,
                (row.person.name if row.person is not None else "–", "strong"),
            ]
            for row in rows
        ],
        empty=_("No promise fits.") if promised(index.promises.values()) else _("Nothing is promised."),
    )


def balance_table(index: Index, rows: Sequence[BalanceRow]) -> Table:
    """Return the balances by person and kind: both ways side by side, what is open apart."""
    return Table(
        (Column(title=_("With"), least=16, rank=0), Column(title=_("What"), rank=0), *_side_columns()),
        [[(row.person.name, "strong"), _(KIND_NAMES[row.kind]), *_sides(row)] for row in rows],
        empty=_empty(index),
    )


def totals_table(index: Index, rows: Sequence[TotalsRow], by: By) -> Table:
    """Return the balances by one of the sides."""
    titles = {By.PERSON: _("With"), By.GROUP: _("Circle"), By.KIND: _("What")}
    return Table(
        (Column(title=titles[by], least=16, rank=0), *_side_columns()),
        [[(row.name, "strong"), *_sides(row.totals)] for row in rows],
        empty=_empty(index),
    )


def hidden() -> Table:
    """Return what stands where balances are switched off."""
    return Table((), [], empty=_("Balances are hidden: the settings say balance = false in the section [ledger]."))


def _columns() -> tuple[Column, ...]:
    return (
        Column(title=_("When"), rank=1),
        Column(title=_("Way"), rank=0),
        Column(title=_("What"), rank=0),
        Column(title=_("With"), least=14, rank=0),
        Column(title=_("Status"), rank=2),
        Column(title=_("About"), least=14, rank=3),
    )


def _cells(row: ExchangeRow) -> list[Cell]:
    waiting = row.status in OPEN
    so_far = "open" if waiting else "closed" if row.status in CLOSED else "done"
    ways = {
        ("given", "done"): _("→ given"),
        ("given", "open"): _("→ to give"),
        ("given", "closed"): _("→ not given"),
        ("received", "done"): _("← received"),
        ("received", "open"): _("← to receive"),
        ("received", "closed"): _("← not received"),
    }
    return [
        (str(row.on or "–"), "dim"),
        ways[row.direction.value, so_far],
        _(KIND_NAMES[row.kind]),
        (row.person.name, "strong"),
        (_(STATUS_NAMES[row.status]), "accent" if waiting else ""),
        (_about(row), "dim"),
    ]


def _about(row: ExchangeRow) -> str:
    """Return what an exchange is about; of an introduction who brings whom together, too."""
    if row.introduction is None:
        return row.subject or row.text
    from nettui.services.views.introductions import about

    return about(row.introduction, row.subject, row.person.id)


def _side_columns() -> tuple[Column, ...]:
    return (
        Column(title=_("Given"), right=True, rank=0),
        Column(title=_("Received"), right=True, rank=0),
        Column(title=_("To give"), right=True, rank=1),
        Column(title=_("To receive"), right=True, rank=1),
        Column(title=_("Last given"), rank=2),
        Column(title=_("Last received"), rank=2),
    )


def _sides(row: BalanceRow | Totals) -> list[Cell]:
    return [
        str(row.given),
        str(row.received),
        str(row.open_given or "–"),
        str(row.open_received or "–"),
        (str(row.last_given or ""), "dim"),
        (str(row.last_received or ""), "dim"),
    ]


def _empty(index: Index) -> str:
    if not index.exchanges:
        return _("No favours yet. Record one: {command}").format(command=_('nettui add "… gave: advice"'))
    return _("No exchange fits.")
