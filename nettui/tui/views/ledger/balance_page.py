"""The page of a balance: what it is made of; of a communal group, what its people need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.i18n import _
from nettui.services.names import KIND_NAMES
from nettui.services.views.words import short_date
from nettui.tui.widgets.line import Line, cut
from nettui.tui.widgets.paragraphs import fact, paragraph, section, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nettui.domain.balances import Totals
    from nettui.domain.ids import Id
    from nettui.domain.records import ExchangeKind
    from nettui.services.index import Index
    from nettui.tui.glyphs import Glyphs
    from nettui.tui.views.ledger.balances import BalanceLine

__all__ = ["balance_page", "communal_page"]

_FIGURES = 16
"""Cells of the two columns of figures, and of the margin."""


def balance_page(line: BalanceLine, kinds: Mapping[ExchangeKind, Totals], index: Index, width: int) -> Iterator[Line]:
    """Yield what a balance is made of: each kind, given and received side by side, the last date each way."""
    yield Line()
    yield Line((("  ", "text"), (line.name, "strong")))
    yield Line()
    head = cut(((" ", "text"),), max(width - _FIGURES, 8))
    yield Line((*head, (_("given").rjust(6), "quiet"), (_("received").rjust(9), "quiet")))
    kinds = {kind: totals for kind, totals in kinds.items() if totals.frequency}
    for kind, totals in kinds.items():
        yield _figures(_(KIND_NAMES[kind]), totals.given, totals.received, width)
    if len(kinds) > 1:
        yield _figures(_("together"), line.totals.given, line.totals.received, width, "strong")
    if line.totals.open_given or line.totals.open_received:
        yield Line()
        yield _figures(_("still open"), line.totals.open_given, line.totals.open_received, width, "strong")
    yield Line()
    for label, when in ((_("last given"), line.totals.last_given), (_("last received"), line.totals.last_received)):
        if when is not None:
            yield from fact(label, ((short_date(when, index.today), "when"),), width, column=15)
    yield Line()
    yield from paragraph(((_("Enter shows these favours in the register."), "quiet"),), width)


def communal_page(
    line: BalanceLine, needs: Sequence[tuple[Id, str]], index: Index, glyphs: Glyphs, width: int
) -> Iterator[Line]:
    """Yield what the people of a communal group need, in the place of figures."""
    yield Line()
    yield Line((("  ", "text"), (line.name, "strong")))
    yield from paragraph(((_("Nobody keeps an account here; what would help them counts."), "quiet"),), width)
    yield from section(_("needs"), width, glyphs)
    for person, need in needs:
        yield from signed(
            (f"{glyphs.dot} ", "mark"),
            ((need.strip(), "text"), (f" {glyphs.dot} ", "faint"), (index.person_name(person), "who")),
            width,
        )


def _figures(label: str, given: int, received: int, width: int, role: str = "text") -> Line:
    name = cut((("  ", "text"), (label, "quiet" if role == "text" else role)), max(width - _FIGURES, 8))
    return Line((*name, (str(given).rjust(6), role), (str(received).rjust(9), role)))
