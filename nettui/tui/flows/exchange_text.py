"""The text of an exchange, such as a recommendation, in the user's editor."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.validate import clean_text
from nettui.i18n import _
from nettui.services import exchanges
from nettui.tui.flows.kit import attempt, gone

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
    editor = getattr(app, "editor", None)
    if editor is None:
        app.say(_("There is no editor to open."), "error")
        return None
    edited = editor.edit(app, exchange.text)
    if inspect.isawaitable(edited):
        edited = await edited
    if edited is None:
        return None
    # The newline that editors put at the end of a file is not the writer's.
    text = edited if exchange.text.endswith("\n") else edited.removesuffix("\n")
    return attempt(app, lambda network: exchanges.edit(network, replace(exchange, text=clean_text(text)))).change
