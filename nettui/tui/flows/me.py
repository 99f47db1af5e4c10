"""The flow on the owner of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.records import ME_ID, Me
from nettui.services import me
from nettui.tui.flows.kit import edited_only, fill

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.tui.app import NettuiApp

__all__ = ["edit_me"]


async def edit_me(app: NettuiApp) -> Change | None:
    """Edit my name, positions, what I offer and what I seek."""
    from nettui.tui.dialogs.me_form import me_form

    began = app.workspace.index.me or Me(id=ME_ID)
    spec = me_form(app.workspace, began)
    outcome = await fill(
        app, spec, lambda edited: lambda network: me.edit(network, edited_only(network, began, edited))
    )
    return outcome.change if outcome is not None else None
