"""Making a plan durable: one commit, which one undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nettui.domain.change import Edit, Nature
from nettui.domain.records import ImportRun
from nettui.services.importing.plan import plan as make_plan
from nettui.services.importing.select import without

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from nettui.domain.change import Change
    from nettui.services.importing.plan import Plan
    from nettui.services.network import Network

__all__ = ["apply"]


def apply(
    network: Network,
    plan: Plan,
    decisions: Mapping[str, str] | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    *,
    excluded: Collection[str] = (),
) -> Change | None:
    """Write what ``plan`` says as one change; None, and nothing is written, when it says nothing.

    With ``decisions``, or when the network changed since it was planned, it is planned afresh first, so that nothing
    newer is overwritten. ``excluded`` names lines to leave out (:func:`nettui.services.importing.select.line_key`).
    ``on_progress`` is told (steps done, steps in all). Raises StoreError, and then nothing has
    changed.
    """
    if decisions or _outdated(network, plan):
        plan = make_plan(network, plan.incoming, decisions)
    plan = without(plan, excluded)
    if on_progress:
        on_progress(1, 2)
    change = None if plan.empty else _commit(network, plan)
    if on_progress:
        on_progress(2, 2)
    return change


def _outdated(network: Network, plan: Plan) -> bool:
    return any(
        network.current(table, record_id) != before for (table, record_id), (before, _after) in plan.records.items()
    )


def _commit(network: Network, plan: Plan) -> Change | None:
    if plan.keep_stamps:
        # Records of another nettui file carry their own times; stamping them would make two files differ that agree.
        edits = [Edit(table, i, before, after) for (table, i), (before, after) in plan.records.items()]
        return network.repository.commit(edits, action=f"import.{plan.source}", detail=plan.name, nature=Nature.DO)
    run = ImportRun(
        id=network.clock.new_id(),
        source=plan.source,
        name=plan.name,
        sha256=plan.sha256,
        on=plan.on,
        counts=plan.counts(),
    )
    records = [after for _before, after in plan.records.values()]
    return network.save([*records, run], action=f"import.{plan.source}", detail=plan.name)
