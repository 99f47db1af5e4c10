"""The text of an exchange, such as a recommendation, in the user's editor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import ExchangeKind
from nettui.services import exchanges
from nettui.tui.flows.desk import write_in_editor
from nettui.tui.flows.kit import attempt, edited_only, gone, in_editor

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.domain.ids import Id
    from nettui.tui.app import NettuiApp

__all__ = ["edit_exchange_in_editor"]


async def edit_exchange_in_editor(app: NettuiApp, exchange_id: Id) -> Change | None:
    """Edit the text of an exchange in ``$EDITOR``."""
    exchange = app.workspace.index.exchanges.get(exchange_id)
    if exchange is None:
        return gone(app)
    if exchange.kind is ExchangeKind.RECOMMENDATION:
        return await write_in_editor(app, exchange)
    text = in_editor(app, exchange.text)
    if text is None:
        return None
    return attempt(
        app, lambda network: exchanges.edit(network, edited_only(network, exchange, replace(exchange, text=text)))
    ).change
