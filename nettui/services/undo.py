"""Undo and redo, from the history that the file keeps: they survive a restart and cover imports too.

An undo is itself a commit, of nature UNDO, that puts the former records back as they were, to the last stamp. What can
be undone or redone is found by replaying the latest changes on two stacks; a new change empties the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nettui.domain.change import Change, Edit, Nature
from nettui.errors import NotFound
from nettui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nettui.services.network import Network
    from nettui.services.ports import Repository

__all__ = ["DEPTH", "History", "history", "latest", "redo", "undo"]

DEPTH = 50
"""How many changes can be undone at least."""


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone and redone, the next one last. Each is the commit that last did, or took back, a change."""

    undoable: tuple[Change, ...]
    redoable: tuple[Change, ...]


def history(repository: Repository, depth: int = DEPTH) -> History:
    """Return at least ``depth`` undoable changes if the file still knows so many."""
    # Every undo and redo is a change too, so the last 50 changes that count may lie further back than 50.
    limit = 2 * depth
    while True:
        changes = repository.changes(limit)
        found = _replay(changes)
        if len(changes) < limit or len(found.undoable) >= depth or limit > 64 * depth:
            return found
        limit *= 2


def latest(repository: Repository) -> Change | None:
    """Return the change that :func:`undo` would take back, as it was last committed."""
    return _latest(repository, Nature.UNDO)


def undo(network: Network) -> Change:
    """Take the latest change back. Raises NotFound when there is none, StoreError."""
    change = latest(network.repository)
    if change is None:
        raise NotFound(_("Nothing to undo."))
    return _reverse(network, change, Nature.UNDO)


def redo(network: Network) -> Change:
    """Make the change that was undone last again. Raises NotFound when there is none, StoreError."""
    change = _latest(network.repository, Nature.REDO)
    if change is None:
        raise NotFound(_("Nothing to redo."))
    return _reverse(network, change, Nature.REDO)


def _latest(repository: Repository, nature: Nature) -> Change | None:
    """Return the change that an undo or redo would reverse, reading back no further than to find it.

    Each change read is decoded whole, and an import may hold all people there are. The end of a stack is certain once
    it is not empty: what lies before the changes read is below. Nothing can be redone after a change that was done.
    """
    limit = 1
    while True:
        changes = repository.changes(limit)
        found = _replay(changes)
        stack = found.undoable if nature is Nature.UNDO else found.redoable
        if stack:
            return stack[-1]
        if len(changes) < limit or limit > 128 * DEPTH:
            return None
        if nature is Nature.REDO and any(change.nature is Nature.DO for change in changes):
            return None
        limit *= 2


def _origin(change: Change) -> str:
    """Return the id of the change that was first done."""
    return change.id if change.nature is Nature.DO or change.target is None else change.target


def _replay(changes: Sequence[Change]) -> History:
    undoable: list[Change] = []
    redoable: list[Change] = []
    for change in changes:
        if change.nature is Nature.DO:
            redoable.clear()
            undoable.append(change)
            continue
        source, target = (undoable, redoable) if change.nature is Nature.UNDO else (redoable, undoable)
        # Where the history begins in the middle, what this change took up lies before it and is not on the stack.
        source[:] = [other for other in source if _origin(other) != _origin(change)]
        target.append(change)
    return History(tuple(undoable), tuple(redoable))


def _reverse(network: Network, change: Change, nature: Nature) -> Change:
    edits = [Edit(e.table, e.id, before=e.after, after=e.before) for e in reversed(change.edits)]
    return network.repository.commit(
        edits, action=change.action, detail=change.detail, nature=nature, target=_origin(change)
    )
