"""Use-cases on the owner of the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nettui.domain.records import ME_ID, Me
from nettui.domain.validate import check
from nettui.errors import InvalidInput
from nettui.i18n import _

if TYPE_CHECKING:
    from nettui.domain.change import Change
    from nettui.services.network import Network

__all__ = ["edit", "set_name"]


def edit(network: Network, me: Me) -> Change | None:
    """Save what is known of me; None when nothing differs. Raises InvalidInput, StoreError."""
    if me.id != ME_ID:
        raise InvalidInput(_("There is one owner, with the id {id}.").format(id=ME_ID))
    check(me)
    return network.save([me], action="me.edit", detail=me.name)


def set_name(network: Network, name: str) -> Change | None:
    """Save my name and keep the rest. Raises InvalidInput, StoreError."""
    return edit(network, replace(network.repository.me or Me(id=ME_ID), name=name.strip()))
